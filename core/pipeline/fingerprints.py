"""Fingerprints of rasters as they were read: size, time, a hash of samples, and the same of all read with them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..raster.vrt import check_user_vrt

_SAMPLE_BYTES = 64 * 1024
_WHOLE = 3 * _SAMPLE_BYTES  # a file up to this size is hashed whole
_BESIDE_NAME = (".msk", ".ovr", ".aux.xml", ".msk.ovr", ".msk.aux.xml", ".ovr.aux.xml")
_BESIDE_STEM = (
    ".aux", ".hdr", ".prj", ".rrd", ".ige", ".rpb", ".imd", ".tab", ".clr", ".stx", ".gcp", ".wld", ".tfw", ".tifw",
    ".tiffw", ".jgw", ".jpgw", ".jpw", ".jpegw", ".pgw", ".pngw", ".j2w", ".jp2w", ".gfw", ".bpw", ".sdw",
    "_rpc.txt", ".json", ".stac.json", ".geojson",
)  # fmt: skip
_STATISTICS = re.compile(rb"<Histograms>.*?</Histograms>|<MDI key=\"STATISTICS_[^>]*>[^<]*</MDI>", re.DOTALL)
_HUSK = re.compile(rb"<(PAMDataset|PAMRasterBand|Metadata)[^>]*>|</(PAMDataset|PAMRasterBand|Metadata)>|\s+")


def fingerprint(path: Path) -> dict[str, Any]:
    """Return size, time of change and a hash of samples (start, middle, end) of a file, and of what lies beside it.

    Returns:
        ``file``, ``size``, ``modified_ns``, ``sample_sha256``; ``beside``, where there is anything: sidecars such as
        masks, overviews and world files, and the files of a virtual raster, by name.

    Raises:
        InputError: the file cannot be read.
    """
    told = _of_file(path)
    beside = {name: told for name, told in (*_sidecars(path), *_parts(path)) if told}
    return {**told, "beside": dict(sorted(beside.items()))} if beside else told


def _of_file(path: Path) -> dict[str, Any]:
    try:
        status = path.stat()
        digest = hashlib.sha256()
        with path.open("rb") as file:
            for offset in (0, status.st_size // 2, max(0, status.st_size - _SAMPLE_BYTES)):
                file.seek(offset)
                digest.update(file.read(_SAMPLE_BYTES))
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.") from error
    return {
        "file": path.name,
        "size": status.st_size,
        "modified_ns": status.st_mtime_ns,
        "sample_sha256": digest.hexdigest(),
    }


def _sidecars(path: Path) -> Iterable[tuple[str, dict[str, Any]]]:
    """Yield name and content of the files beside a raster that bear on how it is read."""
    names = [path.name + ending for ending in _BESIDE_NAME] + [path.stem + ending for ending in _BESIDE_STEM]
    for name in dict.fromkeys(spelt for plain in names for spelt in (plain, _upper(plain, path))):
        side = path.with_name(name)
        if side.is_file():
            yield name, _of_sidecar(side)


def _upper(name: str, path: Path) -> str:
    """Return a sidecar's name with its ending in capitals, as some cameras and programs write it."""
    kept = path.name if name.startswith(path.name) else path.stem
    return kept + name[len(kept) :].upper()


def _of_sidecar(path: Path) -> dict[str, Any]:
    """Return what a sidecar holds; empty for one that holds nothing but statistics, as QGIS and GDAL leave behind."""
    told = _of_file(path)
    if told["size"] > _WHOLE:
        return told
    content = path.read_bytes()
    if path.name.lower().endswith(".aux.xml"):
        content = _STATISTICS.sub(b"", content)
        if not _HUSK.sub(b"", content):
            return {}
        content = re.sub(rb"\s+", b" ", content)
    return {"file": path.name, "sha256": hashlib.sha256(content).hexdigest()}


def _parts(path: Path) -> Iterable[tuple[str, dict[str, Any]]]:
    """Yield the files that a virtual raster is made of."""
    for part in parts_of(path):
        yield str(part), fingerprint(part)


def parts_of(path: Path) -> tuple[Path, ...]:
    """Return the files that a virtual raster is made of; none for other files, or where it cannot be read."""
    if path.suffix.lower() != ".vrt":
        return ()
    try:
        return check_user_vrt(path)[1]
    except InputError:
        return ()


def changed_files(paths: Mapping[str, Iterable[Path]], recorded: Mapping[str, Any]) -> list[Path]:
    """Return the files that are no longer what they were when the work began.

    Args:
        paths: files by role, e.g. ``before``.
        recorded: their fingerprints by role, in the same order.
    """
    changed = []
    for role, files in paths.items():
        for path, told in zip(files, recorded[role], strict=True):
            try:
                same = fingerprint(path) == told
            except InputError:  # it is gone
                same = False
            if not same:
                changed.append(path)
    return changed


def changed_while_read(changed: list[Path]) -> InputError:
    """Return the sentence for rasters that were written to during a run."""
    names = ", ".join(path.name for path in changed[:3]) + (" and others" if len(changed) > 3 else "")
    return InputError(
        f"{names} changed while this run read it, so what was found belongs to no state of it; nothing was written. "
        "Run the same command again once the file is complete."
    )
