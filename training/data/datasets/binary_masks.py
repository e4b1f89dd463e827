"""Change detection data sets without captions: `A/`, `B/`, `label/` with equal file names.

LEVIR-CD, WHU-CD, CLCD, OSCD and the like, either `{split}/A …` or `A …` with the split's files in one folder.
"""

from __future__ import annotations

from pathlib import Path

from ....core.errors import InputError
from ...schema import LABELLED
from .files import find_image, list_images, need_image
from .labels import Legend, find_key_in
from .sample import PairSample

_SPLITS = ("train", "val", "test")
_KNOWN: dict[str, tuple[str, float | None]] = {
    "levir": ("building", 0.5),
    "whu": ("building", 0.2),
    "clcd": ("change", None),
    "oscd": ("change", 10.0),
}
"""By the start or part of a folder's name: the class that its masks mark and its GSD in metres."""


def load_binary_masks(
    root: Path, split: str | None = None, *, class_name: str | None = None, gsd_m: float | None = None
) -> tuple[PairSample, ...]:
    """Read pairs with binary change masks.

    Args:
        root: folder of `A/ B/ label/` or of `{train,val,test}/A …`.
        split: only this split; all by default. A folder without splits counts as the split asked for.
        class_name: what the masks mark; by default known from the folder's name, else `change` (of any kind).
        gsd_m: metres per pixel; by default known from the folder's name, else unknown.

    Raises:
        InputError: there are no such folders, or an image or mask is missing.
    """
    known_class, known_gsd = known_by_name(root)
    parts = [(name, root / name) for name in _SPLITS if (root / name / "A").is_dir()]
    if not parts and (root / "A").is_dir():
        parts = [(split or "", root)]
    if not parts:
        raise InputError(f"{root} holds no A/ B/ label/, neither directly nor in train/, val/, test/")
    legend = Legend({class_name or known_class: LABELLED})
    key = find_key_in((folder / "label" for _, folder in parts), legend)
    samples = []
    for part, folder in parts:
        if split in (None, part):
            for before in list_images(folder / "A"):
                mask = find_image(folder / "label", before.name)
                if mask is None:
                    raise InputError(f"mask of {before.name} is missing in {folder / 'label'}")
                samples.append(
                    PairSample(
                        id=f"{part}/{before.stem}" if part else before.stem,
                        before=before,
                        after=need_image(folder / "B", [before.name]),
                        mask=mask,
                        mask_values=legend.values,
                        label_key=key,
                        split=part,
                        gsd_m=gsd_m if gsd_m is not None else known_gsd,
                        source=root.name,
                    )
                )
    return tuple(samples)


def known_by_name(root: Path) -> tuple[str, float | None]:
    """Class and GSD of a data set known by its folder's name or its parent's (`05m_256` says 0.5 m)."""
    found: tuple[str, float | None] = ("change", None)
    for name in (root.parent.name.lower(), root.name.lower()):
        for key, value in _KNOWN.items():
            if key in name:
                found = value
        for prefix, metres in (("05m", 0.5), ("1m", 1.0)):
            if name.startswith(prefix):
                found = (found[0], metres)
    return found
