"""The run folder beside the output: what was asked, with what, and which blocks are done.

``OUT.gpkg.run/`` holds ``manifest.json``, ``lock``, one ``block-NNNNNN.npz`` per finished block, one
``tiles-NNNNNN.json`` per block whose tiles are measured, and ``outputs.json``, what was written already. A run is
resumed only where nothing that bears on the result has changed; otherwise the differences are named and nothing
is touched.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..io.disk import write_json
from ..io.work_folder import claim_folder, clear_ours, remove_ours
from .block_file import BlockFile, block_path
from .published import NAME, PublishedOutputs
from .site_store import NAMES as SITE_STORE

FORMAT = 1
"""Version of the folder's layout."""

_SITE_WORDS = r"words-\d{6}\.json"
_NAMES = rf"manifest\.json|{re.escape(NAME)}|{SITE_STORE}|{_SITE_WORDS}|block-\d{{6}}\.npz|tiles-\d{{6}}\.json"
_SCRATCH = rf"\.({_NAMES})\.\w+\.tmp"
FILES = rf"{_NAMES}|{_SCRATCH}"
"""Names of the files in a run folder, as a pattern."""
_LIBRARIES = ("torch", "numpy", "rasterio", "shapely", "pyproj")


@dataclass(frozen=True)
class Manifest:
    """Everything that bears on a run's result, as plain data.

    Attributes:
        parameters: the options as resolved (tile size, threshold, grid, …).
        model: name and SHA-256 of the weights.
        inputs: fingerprints of the files, by ``before`` and ``after``.
        stretch: radiometric constants per date.
        device: device and precision.
        versions: of the engine and of the libraries that take part.
        started: ISO 8601 moment of the first start; does not bear on the result.
    """

    parameters: Mapping[str, Any]
    model: Mapping[str, str]
    inputs: Mapping[str, Any]
    stretch: Mapping[str, Any]
    device: Mapping[str, str]
    versions: Mapping[str, str] = field(default_factory=dict)
    started: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the manifest as written, the configuration hash included."""
        return {**self._hashed_fields(), "config_hash": self.config_hash, "started": self.started}

    @property
    def config_hash(self) -> str:
        """SHA-256 over all that bears on the result."""
        text = json.dumps(self._hashed_fields(), sort_keys=True, ensure_ascii=False, allow_nan=False)
        return hashlib.sha256(text.encode()).hexdigest()

    def _hashed_fields(self) -> dict[str, Any]:
        names = ("parameters", "model", "inputs", "stretch", "device", "versions")
        plain: dict[str, Any] = json.loads(json.dumps({name: getattr(self, name) for name in names}))
        return {"format": FORMAT, **plain}


def library_versions(backend: str = "torch") -> dict[str, str]:
    """Return the versions of the engine and of the libraries that bear on a result, that of the network among them."""
    versions = {}
    for name in dict.fromkeys(("describe-changes", *_LIBRARIES, backend)):
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:  # run from a checkout that was never installed
            versions[name] = "unknown"
    return versions


def diff_manifests(old: Mapping[str, Any], new: Mapping[str, Any], prefix: str = "") -> list[str]:
    """Name the leaves in which two manifests differ, as ``name: old → new``."""
    found: list[str] = []
    for key in sorted({*old, *new}):
        name = f"{prefix}{key}"
        was, now = old.get(key), new.get(key)
        if was == now or name in ("config_hash", "started"):
            continue
        if isinstance(was, dict) and isinstance(now, dict):
            found += diff_manifests(was, now, f"{name}.")
        elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
            pairs = enumerate(zip(was, now, strict=True))
            found += diff_manifests(
                {str(i): a for i, (a, _) in pairs},
                dict(zip(map(str, range(len(now))), now, strict=True)),
                f"{name}.",
            )
        else:
            found.append(f"{name}: {_short(was)} → {_short(now)}")
    return found


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}…"


class RunDirectory:
    """The folder of one run, held by its lock; made by :func:`acquire_run_directory`.

    Args:
        path: the folder.
        manifest: what the run is.
    """

    def __init__(self, path: Path, manifest: Manifest) -> None:
        self.path = path
        self.manifest = manifest

    def block(self, block_id: int) -> BlockFile:
        """Return the file of a block, whether it exists yet or not."""
        return BlockFile(block_path(self.path, block_id))

    def tiles_path(self, block_id: int) -> Path:
        """Return the path of the measured tiles of a block."""
        return self.path / f"tiles-{block_id:06d}.json"

    def finished(self, block_ids: Sequence[int]) -> frozenset[int]:
        """Return the blocks whose files are there and whole; damaged files are removed."""
        done = set()
        for block_id in block_ids:
            file = self.block(block_id)
            if file.is_valid():
                done.add(block_id)
            else:
                file.path.unlink(missing_ok=True)
        return frozenset(done)

    def remove(self) -> None:
        """Delete what is ours in the folder, and the folder; called once the outputs stand under their final names."""
        remove_ours(self.path, FILES, last=("manifest.json", NAME))

    def note_output(self, path: Path, part: Path) -> None:
        """Note that an output is about to get its name, so that the run may go on after a kill."""
        PublishedOutputs(self.path).note(path, part, self.manifest.config_hash)


def run_directory_of(output: Path) -> Path:
    """Return the run folder that belongs to an output file."""
    return output.with_name(f"{output.name}.run")


@contextmanager
def acquire_run_directory(path: Path, manifest: Manifest, overwrite: bool = False) -> Iterator[RunDirectory]:
    """Take the run folder for this process: new, or as an earlier run of the same kind left it.

    Args:
        path: the folder; its parent must exist.
        manifest: what this run is.
        overwrite: whether what an unlike run left may be deleted.

    Raises:
        InputError: another run holds it; it belongs to an unlike run, or to somebody else; it cannot be written.
    """
    with claim_folder(path):
        yield _open(path, manifest, overwrite)


def _open(path: Path, manifest: Manifest, overwrite: bool) -> RunDirectory:
    old = _read_manifest(path / "manifest.json")
    leftovers = FILES
    if old is not None:
        changed = diff_manifests(old, manifest.as_dict())
        if changed and not overwrite:
            raise InputError(
                f"{path} holds an unfinished run that differs from this one ({'; '.join(changed)}); "
                "repeat that run as it was, or say --overwrite to discard it."
            )
        if not changed:
            leftovers = _SCRATCH
    clear_ours(path, leftovers)
    write_json(path / "manifest.json", manifest.as_dict())
    return RunDirectory(path, manifest)


def _read_manifest(path: Path) -> dict[str, Any] | None:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except ValueError:
        return {}  # damaged: differs from anything
    return data if isinstance(data, dict) else {}
