"""Write the pinned versions: ``constraints.txt`` (developers) and ``resources/engine-requirements.txt`` (plugin users).

Run it in the virtual environment whose versions were tested::

    .venv/bin/python scripts/pin_versions.py

``constraints.txt`` names every installed distribution; ``engine-requirements.txt`` names what the engine itself needs,
found by following the requirements of ``describe-changes`` with the extra ``torch`` alone.
"""

from __future__ import annotations

from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
OURSELVES = "describe-changes"
INSTALLERS = {"pip", "setuptools", "wheel", OURSELVES}

CONSTRAINTS_HEAD = """\
# The versions the tests pass with; written by scripts/pin_versions.py.
# torch stands here so that no package pulls another one: a bare "torch" on Linux brings gigabytes of CUDA.
"""
ENGINE_HEAD = """\
# What the QGIS plugin's "Install engine" puts into its private environment; written by scripts/pin_versions.py.
# torch comes as the CPU or as the CUDA build of this one version: the installer adds the index of the chosen build.
"""
TRAINING_HEAD = """\
# What the QGIS plugin's "Add training packages" puts beside the engine; written by scripts/pin_versions.py.
"""
TRAINING = ["lightning", "pycocoevalcap"]
"""As in training/finetune/operation.py."""


def public_version(found: Distribution) -> str:
    """Return the version without its local part: ``2.13.0+cpu`` and ``2.13.0`` are one version in two builds."""
    return found.version.split("+")[0]


def needed_by(name: str, extras: frozenset[str] = frozenset()) -> set[str]:
    """Return the canonical names of everything that ``name`` needs on this platform, itself included."""
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = [(canonicalize_name(name), extras)]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        for line in distribution(current[0]).requires or []:
            requirement = Requirement(line)
            environments = [{"extra": extra} for extra in ("", *current[1])]
            marker = requirement.marker
            if marker is None or any(marker.evaluate(environment) for environment in environments):
                waiting.append((canonicalize_name(requirement.name), frozenset(requirement.extras)))
    return {name for name, _ in seen}


def main() -> None:
    """Write the files."""
    versions = {canonicalize_name(found.name): public_version(found) for found in distributions()}
    everything = sorted(set(versions) - INSTALLERS)
    engine = sorted(needed_by(OURSELVES, frozenset({"torch"})) - INSTALLERS)
    write(ROOT / "constraints.txt", CONSTRAINTS_HEAD, everything, versions)
    write(ROOT / "resources" / "engine-requirements.txt", ENGINE_HEAD, engine, versions)
    write(ROOT / "resources" / "training-requirements.txt", TRAINING_HEAD, TRAINING, versions)


def write(path: Path, head: str, names: list[str], versions: dict[str, str]) -> None:
    """Write one requirements file: a comment, then one pin per line."""
    path.write_text(head + "".join(f"{name}=={versions[name]}\n" for name in names), encoding="utf-8")


if __name__ == "__main__":
    main()
