"""Build the plugin's zip for the plugin site: one folder ``describe_changes/`` with what a user of QGIS needs.

Run it with any Python in a git clone; ``make package`` does::

    python3 scripts/make_package.py [--output build/describe_changes.zip]

The code is what the plugin and its engine import, followed from their entry points, so nothing that only developers
use gets in. Everything comes from files that git tracks, in a fixed order and with fixed times: the same files always
give the same zip.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]
FOLDER = "describe_changes"
LIMIT_BYTES = 25_000_000
"""Largest upload that the plugin site takes."""

ENTRIES = (
    "__init__.py",
    "plugin/plugin.py",
    "plugin/engine/bootstrap.py",
    "core/service/worker.py",
    "training/finetune/operation.py",  # fine-tuning on reviewed tiles, which QGIS offers too
)
"""Where QGIS and the engine's Python come in; all other code is found from here."""
TEXTS = ("LICENSE", "metadata.txt", "docs/user_guide.md")
RESOURCES = (
    "resources/engine-requirements.txt",
    "resources/examples/CREDITS.md",
    "resources/examples/joplin",
    "resources/examples/naip",
    "resources/i18n",
    "resources/icons",
    "resources/layouts",
    "resources/models/default",
    "resources/styles",
    "resources/training-requirements.txt",
)
NOT_READ_AT_RUN_TIME = {".ts"}
DATA_OF_CODE = {".jinja", ".qml"}
"""Files beside the code that it reads."""
EPOCH = (2026, 1, 1, 0, 0, 0)
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")


def tracked() -> list[str]:
    """Return the paths that git knows and that are there, sorted."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()  # noqa: S607
    return sorted(name for name in listed.split("\0") if name and (ROOT / name).is_file())


def contents(names: Iterable[str]) -> list[str]:
    """Return which of the paths belong into the zip.

    Args:
        names: paths that git knows.
    """
    known = set(names)
    code = imported(known)
    rooms = {str(PurePosixPath(name).parent) for name in code}
    data = {n for n in known if PurePosixPath(n).suffix in DATA_OF_CODE and str(PurePosixPath(n).parent) in rooms}
    resources = {name for name in known if name.startswith(tuple(f"{place}/" for place in RESOURCES))}
    resources |= known.intersection(RESOURCES)
    resources = {name for name in resources if PurePosixPath(name).suffix not in NOT_READ_AT_RUN_TIME}
    return sorted(code | data | resources | set(TEXTS) | guide_parts(known))


def imported(known: set[str]) -> set[str]:
    """Return the modules that the entry points import, directly or not, with the packages they lie in.

    Raises:
        SystemExit: a module is there, but not in git, so that it would be lost.
    """
    found: set[str] = set()
    waiting = list(ENTRIES)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        package = PurePosixPath(name).parent
        waiting += [str(place / "__init__.py") for place in (package, *package.parents)]
        tree = ast.parse((ROOT / name).read_text(encoding="utf-8"), filename=name)
        wanted = list(_wanted(tree, package))
        waiting += [module for module in wanted if module in known]
        strangers = [module for module in wanted if module not in known and (ROOT / module).is_file()]
        if strangers:
            raise SystemExit(f"{name} imports {strangers[0]}, which git does not know; git add it, then try again.")
    return found


def _wanted(tree: ast.AST, package: PurePosixPath) -> Iterator[str]:
    """Yield the files that a module's relative imports may mean."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or node.level == 0:
            continue
        base = package
        for _ in range(node.level - 1):
            base = base.parent
        base = base.joinpath(*(node.module or "").split("."))
        for place in (base, *(base / alias.name for alias in node.names)):
            yield f"{place}.py"
            yield str(place / "__init__.py")


def guide_parts(known: set[str]) -> set[str]:
    """Return the pages and pictures that the user guide leads to."""
    links = LINK.findall((ROOT / "docs" / "user_guide.md").read_text(encoding="utf-8"))
    return {f"docs/{link}" for link in links if f"docs/{link}" in known}


def build(target: Path) -> list[str]:
    """Write the zip and return what is in it.

    Args:
        target: the zip; an older one is replaced.

    Raises:
        SystemExit: something needed is not in git, or the zip is larger than the plugin site takes.
    """
    known = tracked()
    missing = [name for name in (*ENTRIES, *TEXTS, "resources/models/default/model.json") if name not in known]
    if missing:
        raise SystemExit(f"git does not know {', '.join(missing)}; add it, then run make package again.")
    names = contents(known)
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_suffix(".part")
    with zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name in names:
            item = zipfile.ZipInfo(f"{FOLDER}/{name}", EPOCH)
            item.external_attr = 0o100644 << 16
            item.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(item, (ROOT / name).read_bytes(), compresslevel=9)
    size = aside.stat().st_size
    if size > LIMIT_BYTES:
        raise SystemExit(
            f"{aside} has {size:,} bytes; the plugin site takes {LIMIT_BYTES:,}. Ship a smaller model pack."
        )
    aside.replace(target)
    return names


def main() -> int:
    """Build the zip and say what came out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=ROOT / "build" / f"{FOLDER}.zip", help="where the zip goes")
    options = parser.parse_args()
    names = build(options.output)
    print(f"{options.output}: {len(names)} files, {options.output.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
