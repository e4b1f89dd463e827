"""Draw the icons for dark windows from those for light ones: ``resources/icons/NAME.svg`` → ``NAME_dark.svg``.

The shapes are the same; a colour for a dark ground takes the place of each. Run it after an icon was changed.
"""

from __future__ import annotations

import re
from pathlib import Path

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
ON_DARK = {
    "#9ec5a1": "#3d5f46",  # the earlier image
    "#c9dcc4": "#5a8062",  # the later one
    "#4d6b50": "#c4e3c3",  # their edges
    "#d55e00": "#ff9145",  # what changed
    "#8a3d00": "#ffd9bd",
    "#ffffff": "#1d2833",  # the bubble
    "#33475b": "#e4edf5",
}


def on_dark(text: str) -> str:
    """Return a drawing in the colours for a dark ground.

    Raises:
        KeyError: it has a colour that has no other yet.
    """
    return re.sub(r"#[0-9a-f]{6}", lambda colour: ON_DARK[colour.group()], text)


def main() -> None:
    """Write all of them."""
    for path in sorted(ICONS.glob("*.svg")):
        if not path.stem.endswith("_dark"):
            drawn = on_dark(path.read_text(encoding="utf-8"))
            path.with_name(f"{path.stem}_dark.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
