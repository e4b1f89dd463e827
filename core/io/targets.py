"""The guard of everything that is written: no output is an input, nobody's file is replaced, no review is lost."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path

from ..errors import InputError, OutputTaken
from ..formats import check_name, check_text
from ..schema import RUNS, TILES
from .columns_file import columns_file_of, is_columns_file
from .existing import is_open_elsewhere, kind_of, same_job, stored_tables
from .records import RunRecord

WORK_ENDINGS = (".run", ".part", ".series")
"""What stands beside an output while it is made: ``NAME.run/``, ``NAME.part/``, ``NAME.series/``."""

_KINDS = {
    "geopackage": ("geopackage",),
    "layers": ("layers",),
    "mask": ("raster",),
    "probabilities": ("raster",),
    "report": ("page",),
    "csv": ("table",),
    "chart": ("page", "drawing"),
    "style": ("style",),
}
_WORDS = {
    "geopackage": "result",
    "layers": "layer file",
    "mask": "mask",
    "probabilities": "mask",
    "report": "report",
    "csv": "table",
    "chart": "chart",
}


def check_targets(
    targets: Mapping[str, Path],
    sources: Iterable[Path] = (),
    *,
    overwrite: bool,
    resumed: Collection[Path] = (),
) -> None:
    """Say early, before any work, that an output cannot be written where it was asked to.

    Args:
        targets: files to write by what they are, e.g. ``geopackage``, ``mask``, ``report``.
        sources: files that are read.
        overwrite: whether files of ours may be replaced.
        resumed: targets that an unfinished run of the same job has written already.

    Raises:
        InputError: a name is impossible or of another format; an output is an input, or another output; its folder is
            missing or read-only; it is a folder.
        OutputTaken: it exists and must stay, or holds what is not ours.
    """
    for path in targets.values():
        check_text(path)
    _check_twice(targets)
    read = [Path(source) for source in sources]
    for kind, path in targets.items():
        if kind == "layers":
            _check_beside(columns_file_of(path), read)
        _check_source(path, read)
        check_place(path)
        if os.path.lexists(path) and path not in resumed:
            check_existing(path, kind, overwrite=overwrite)
        check_name(kind, path)


def _check_beside(path: Path, read: Sequence[Path]) -> None:
    """Refuse a name where the file of columns would take the place of somebody's file."""
    _check_source(path, read)
    check_place(path)
    if os.path.lexists(path) and not is_columns_file(path):
        raise _taken(path, "exists and was not written by Describe Changes", "move it away or choose another name")


def _check_twice(targets: Mapping[str, Path]) -> None:
    """Refuse two outputs in one file, or one in the folder in which another is made."""
    seen: dict[str, Path] = {}
    for path in targets.values():
        place = os.path.realpath(path)
        twin = seen.get(place.casefold()) or next((other for other in seen.values() if _same_file(path, other)), None)
        if twin is not None:
            raise InputError(f"Two outputs have the same name, {path}; give each its own.")
        seen[place.casefold()] = path
    for path in targets.values():
        for above in Path(os.path.realpath(path)).parents:
            if any(str(above).casefold() == place + ending for place in seen for ending in WORK_ENDINGS):
                raise InputError(f"{path} lies in a folder that is removed after the run; choose another folder.")


def _check_source(path: Path, sources: Sequence[Path]) -> None:
    """Refuse an output that is one of the files read, by name or by content, through links."""
    place = os.path.realpath(path)
    for source in sources:
        if os.path.realpath(source) == place or _same_file(path, source):
            raise InputError(
                f"{path} is read by this very command ({source.name}) and would be lost; give the output another name."
            )


def _same_file(path: Path, other: Path) -> bool:
    try:
        return os.path.samefile(path, other)
    except (OSError, ValueError):
        return False


def check_place(path: Path) -> None:
    """Say that no file can be made at a path.

    Raises:
        InputError: the folder is missing or read-only, or there is a folder, link or device of that name.
    """
    if path.is_symlink():
        raise InputError(f"{path} is a link; give the name of the file itself, or another name.")
    if path.is_dir():
        raise InputError(f"{path} is a folder; give the name of a file to write.")
    if not path.parent.is_dir():
        raise InputError(f"The folder {path.parent} does not exist; create it or write elsewhere.")
    if not os.access(path.parent, os.W_OK):
        raise InputError(f"The folder {path.parent} is read-only; write the result elsewhere.")
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        raise InputError(f"{path} is no ordinary file; give the name of a file to write.")


def check_absent(path: Path) -> None:
    """Refuse a target that is there already: for files without a mark, which nobody can tell from somebody's own.

    Raises:
        InputError: no file can be made there, or there is one.
    """
    if os.path.lexists(path):
        raise InputError(f"{path} exists already; give another name, such as {free_name(path).name}, or remove it.")
    check_place(path)


def check_existing(path: Path, kind: str, *, overwrite: bool) -> None:
    """Refuse to replace a file that exists and must stay.

    Args:
        path: the file.
        kind: what shall be written, as in :func:`check_targets`; unknown kinds may replace any file of ours.
        overwrite: whether a file of ours may be replaced.

    Raises:
        OutputTaken: it must not be replaced.
    """
    if not overwrite:
        raise _taken(path, "exists already", "choose another name or allow overwriting (--overwrite)")
    found = kind_of(path)
    if found == "empty":
        return
    if found not in _KINDS.get(kind, (found,)) or not found:
        what = _WORDS.get(kind, "file")
        edited = " as it was written" if kind == "layers" else ""
        raise _taken(path, f"exists and is no {what} of Describe Changes{edited}", "choose another name")
    if found == "geopackage" and is_open_elsewhere(path):
        raise _taken(
            path,
            "is open in another program, whose edits would be lost",
            "close it there (in QGIS: save the edits and remove its layers), or choose another name",
        )


def keeps_review(path: Path, same: Callable[[list[RunRecord]], bool]) -> int:
    """Say what becomes of a result that stands in the place of a new one.

    Args:
        path: GeoPackage to write.
        same: whether the runs that it holds are those of the new one.

    Returns:
        0 where it may be replaced; else the number of verdicts for which it has to stay as it is, because it is the
        result of the same job and an analyst has worked on it.

    Raises:
        OutputTaken: it is the result of another job and holds an analyst's work.
    """
    from .geopackage_reader import stored_runs

    stored = stored_tables(path) if path.is_file() and path.stat().st_size else None
    if stored is None or not stored.has_work:
        return 0
    if {TILES, RUNS} <= stored.layers and same(stored_runs(path)):
        return max(stored.judged, 1)
    work = f"{stored.judged} reviewed tiles and areas" if stored.judged else "edits made after its run"
    raise _taken(path, f"holds {work} of another job, which would be lost", "choose another name")


def kept_sentence(path: Path, verdicts: int) -> str:
    """Return what to say of a result that stays because of an analyst's work."""
    return (
        f"{path} is the result of this very job and holds an analyst's work ({verdicts} reviewed tiles and areas); "
        f"it stays as it is. For one without it give another name, such as {free_name(path).name}."
    )


def same_jobs(stored: Sequence[RunRecord], planned: Sequence[RunRecord]) -> bool:
    """Return whether two results are of the same jobs, one by one."""
    return len(stored) == len(planned) and all(same_job(old, new) for old, new in zip(stored, planned, strict=True))


def free_name(path: Path) -> Path:
    """Return a name beside a path that no file has: ``changes_2.gpkg``, ``changes_3.gpkg`` and so on."""
    number = 2
    while os.path.lexists(candidate := path.with_name(f"{path.stem}_{number}{path.suffix}")):
        number += 1
    return candidate


def _taken(path: Path, why: str, remedy: str) -> OutputTaken:
    suggestion = free_name(path)
    return OutputTaken(f"{path} {why}; {remedy}, such as {suggestion.name}.", str(suggestion))


def target_state(path: Path, kind: str, sources: Iterable[Path] = ()) -> dict[str, object]:
    """Say in plain data what would become of a path if it were written to with leave to overwrite.

    Args:
        path: the file.
        kind: what shall be written, as in :func:`check_targets`.
        sources: files that are read.

    Returns:
        ``state``: ``free``, ``ours`` (may be replaced), ``reviewed`` (holds an analyst's work: kept if it is of the
        same job, else refused) or ``refused``; ``message``: why it is refused or reviewed, else empty; ``judged``:
        number of verdicts; ``foreign``: other tables of the GeoPackage, which survive; ``suggestion``: a free name.
    """
    told: dict[str, object] = {"state": "free", "message": "", "judged": 0, "foreign": [], "suggestion": str(path)}
    try:
        check_targets({kind: path}, sources, overwrite=True)
    except InputError as error:
        return {**told, "state": "refused", "message": str(error), "suggestion": str(free_name(path))}
    if not os.path.lexists(path):
        return told
    told.update(state="ours", suggestion=str(free_name(path)))
    stored = stored_tables(path) if kind_of(path) == "geopackage" else None
    if stored is not None:
        told.update(judged=stored.judged, foreign=list(stored.foreign))
        if stored.has_work:
            work = f"{stored.judged} reviewed tiles and areas" if stored.judged else "edits made after its run"
            told.update(state="reviewed", message=f"{path} holds {work}.")
    return told
