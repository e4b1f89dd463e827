"""When a raster was taken: from its metadata, a STAC sidecar, or its file name.

All times are naive and in UTC. A date given only as a year or a month stands for the whole year or month.
"""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Literal

from ..errors import InputError

Precision = Literal["year", "month", "day", "second", "range"]

_LAST = timedelta(seconds=1)
_SIDECAR_LIMIT = 4_000_000  # bytes; a STAC item is a few kilobytes

# Tags that say when the image was taken, the most trustworthy first; compared without case.
_ACQUISITION_TAGS = (
    "ACQUISITIONDATETIME", "ACQUISITION_DATETIME", "ACQUISITION_DATE", "ACQUISITIONDATE", "DATE_ACQUIRED",
    "DATATAKE_1_DATATAKE_SENSING_START", "SENSING_TIME", "PRODUCT_START_TIME", "STACDATETIME",
    "EXIF_DATETIMEORIGINAL", "NITF_IDATIM", "IDATIM", "DATE_START",
)  # fmt: skip
# Tags that most programs set to when they wrote the file.
_WRITING_TAGS = ("DATETIME", "TIFFTAG_DATETIME", "EXIF_DATETIME")

_DATE = r"(?P<y>\d{4})(?P<s>[-_:./]?)(?P<m>\d{2})(?P=s)(?P<d>\d{2})"
_TIME = (
    r"[T _-]?(?P<H>\d{2}):?(?P<M>\d{2})(?::?(?P<S>\d{2})(?:[.,]\d+)?)?"
    r"\s?(?P<z>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?"
)
_WHOLE = re.compile(
    rf"{_DATE}(?:{_TIME})?|(?P<y3>\d{{4}})-?(?P<doy>\d{{3}})|(?P<y1>\d{{4}})[-_:./](?P<m1>\d{{2}})|(?P<y2>\d{{4}})",
    re.IGNORECASE,
)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_MONTH = "|".join(_MONTHS)
_NO_LENGTH = r"(?!\d|[ _]?(?:c?m|px|k|x\d+)(?![a-z]))"
# The most exact first; times are left out, for a name does not say in which zone.
_IN_NAME = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<y>\d{4})(?P<s>[-_. ]?)(?P<m>\d{2})(?P=s)(?P<d>\d{2})(?!\d)",
        r"(?<!\d)(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?!\d)",
        r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日",
        rf"(?<!\d)(?P<d>\d{{2}})[-_. ]?(?P<mon>{_MONTH})[a-z]*[-_. ]?(?P<y>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<y>\d{{4}})[-_. ]?(?P<mon>{_MONTH})[a-z]*[-_. ]?(?P<d>\d{{2}})(?!\d)",
        r"(?<!\d)(?P<d>\d{2})\.(?P<m>\d{2})\.(?P<y>\d{4})(?!\d)",
        r"(?<!\d)(?P<d>1[3-9]|2\d|3[01])(?P<s>[-_])(?P<m>\d{2})(?P=s)(?P<y>\d{4})(?!\d)",
        r"(?<!\d)(?P<m>\d{2})(?P<s>[-_])(?P<d>1[3-9]|2\d|3[01])(?P=s)(?P<y>\d{4})(?!\d)",
        r"(?<![a-z])L[COETM]\d{7}(?P<y>\d{4})(?P<doy>\d{3})[A-Z]{3}",  # Landsat before collections
        r"(?<![\d-])A?(?P<y>(?:19[7-9]|20)\d{1,2})(?P<doy>[0-3]\d{2})(?![\d-])",  # day of the year, also MODIS
        r"(?<!\d)(?P<y>\d{4})[-_.](?P<m>\d{2})(?!\d)",
        r"(?<!\d)(?P<y>(?:19|20)\d{2})-(?P<last>(?:19|20)\d{2})(?!\d)",
        r"(?<![\dx])(?P<y>\d{4})" + _NO_LENGTH,
    )
)


@dataclass(frozen=True)
class EpochDate:
    """The span of time in which one epoch was taken, and where that knowledge comes from.

    Args:
        start: first second, naive UTC.
        end: last second, naive UTC; equals `start` where the second is known.
        precision: how exact the source was; "range" where several files or two ends are joined.
        source: in words, e.g. ``TIFFTAG_DATETIME of a.tif``.
    """

    start: datetime
    end: datetime
    precision: Precision
    source: str = ""

    @property
    def middle(self) -> datetime:
        """Halfway between start and end; orders two dates."""
        return self.start + (self.end - self.start) / 2

    def __str__(self) -> str:
        if self.precision == "second":
            return self.start.isoformat(sep=" ")
        if self.precision == "range":
            return f"{self.start.date()} to {self.end.date()}"
        return self.start.strftime({"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}[self.precision])

    def to_dict(self) -> dict[str, str]:
        """JSON-ready form with ISO times."""
        return {
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "precision": self.precision,
            "source": self.source,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> EpochDate:
        """Inverse of `to_dict`."""
        return cls(
            datetime.fromisoformat(data["start"]),
            datetime.fromisoformat(data["end"]),
            data["precision"],
            data["source"],
        )


def parse_date(text: str, source: str = "given") -> EpochDate:
    """Read a date that a person or a tag wrote.

    Args:
        text: ISO date or time (with or without seconds and zone), ``20120731``, ``2012:07:31 10:00:00``,
            ``2012-07``, ``2012``, a day of the year ``2012213``, or two of them joined by ``/``.
        source: what to remember as the origin.

    Raises:
        InputError: the text is no date.
    """
    match = _WHOLE.fullmatch(text.strip())
    found = _from_match(match, source) if match else None
    first, slash, last = text.strip().partition("/")
    if found is None and slash:
        start, end = parse_date(first), parse_date(last)
        if end.end < start.start:
            raise InputError(f"The range “{text}” ends before it starts.")
        return EpochDate(start.start, end.end, "range", source)
    if found is None:
        raise InputError(f"“{text}” is not a date: write it as 2012-07-31, 2012-07-31 17:30, 2012-07 or 2012.")
    return found


def find_date(path: Path, tags: Mapping[str, str] | None = None) -> EpochDate | None:
    """Find the date of one file; see :func:`dated`."""
    return dated(path, tags)[0]


def dated(path: Path, tags: Mapping[str, str] | None = None) -> tuple[EpochDate | None, tuple[str, ...]]:
    """Find the date of one file: by metadata on its acquisition, a STAC sidecar, its name, else when it was written.

    Args:
        path: the raster.
        tags: its metadata, all domains in one; None leaves the metadata out.

    Returns:
        The date, or None where nothing says it, and a warning where two of them contradict each other.
    """
    named = date_in_name(path)
    written = _from_tags(path, tags or {}, _WRITING_TAGS)
    found = _from_tags(path, tags or {}, _ACQUISITION_TAGS) or _from_sidecar(path) or named or written
    other = written if found is named else named
    if found is None or other is None or _agree(found, other):
        return found, ()
    why = " (often the day on which a file was made)" if other is written else ""
    return found, (
        f"{path.name} is dated {found} ({found.source}); {other.source} says {other}{why}. If that is right, give it "
        "as the date.",
    )


def _agree(one: EpochDate, other: EpochDate) -> bool:
    """Return whether two dates share a day, or are as near as time zones allow."""
    slack = timedelta(hours=14)
    return one.start - slack <= other.end and other.start - slack <= one.end


def date_in_name(path: Path) -> EpochDate | None:
    """The most exact date in a file's name; a lone number counts as a year from 1900 to next year only."""
    latest = datetime.now(timezone.utc).year + 1
    for pattern in _IN_NAME:
        for match in pattern.finditer(path.name[: -len(path.suffix)] if path.suffix else path.name):
            if 1900 <= int(match["y"]) <= latest:
                found = _from_match(match, f"name of {path.name}")
                if found is not None and found.end.year <= latest:
                    return found
    return None


def date_span(dates: Iterable[EpochDate]) -> EpochDate | None:
    """One date for several files: the same if all agree, else the span from the first to the last."""
    known = list(dates)
    if not known:
        return None
    first, last = min(known, key=lambda date: date.start), max(known, key=lambda date: date.end)
    if all((date.start, date.end) == (first.start, first.end) for date in known):
        return first
    return EpochDate(first.start, last.end, "range", f"{first.source} to {last.source}")


def check_order(before: EpochDate, after: EpochDate) -> None:
    """Make sure that the first date lies before the second.

    Raises:
        InputError: the dates are equal or reversed.
    """
    if (before.start, before.end) == (after.start, after.end):
        raise InputError(
            f"Both rasters are dated {before} ({before.source}; {after.source}); "
            "give the right dates with --date-before and --date-after."
        )
    if before.middle >= after.middle:
        raise InputError(
            f"The “before” raster is dated {before} ({before.source}), later than the “after” raster, {after} "
            f"({after.source}): swap the two rasters, or give the right dates with --date-before and --date-after."
        )


def _from_match(match: re.Match[str], source: str) -> EpochDate | None:
    """EpochDate of a match of the patterns above, None where month or day do not exist."""
    groups = {key: value for key, value in match.groupdict().items() if value}
    year = int(groups.get("y") or groups.get("y1") or groups.get("y3") or groups["y2"])
    month = int(groups.get("m") or groups.get("m1") or 0)
    if "mon" in groups:
        month = _MONTHS.index(groups["mon"].upper()) + 1
    day = int(groups.get("d", 0))
    try:
        if "doy" in groups:
            start = datetime(year, 1, 1) + timedelta(days=int(groups["doy"]) - 1)
            return EpochDate(start, start + timedelta(days=1) - _LAST, "day", source) if start.year == year else None
        if "last" in groups:
            last = int(groups["last"])
            end = datetime(last, 12, 31, 23, 59, 59)
            return EpochDate(datetime(year, 1, 1), end, "range", source) if last > year else None
        if "H" in groups:
            moment = datetime(year, month, day, int(groups["H"]), int(groups["M"]), int(groups.get("S", 0)))
            moment -= _offset(groups.get("z", "Z"))
            if moment.time() == datetime.min.time() and "z" not in groups:
                return EpochDate(moment, moment + timedelta(days=1) - _LAST, "day", source)
            return EpochDate(moment, moment, "second", source)
        if day:
            start = datetime(year, month, day)
            return EpochDate(start, start + timedelta(days=1) - _LAST, "day", source)
        if month:
            start = datetime(year, month, 1)
            days = calendar.monthrange(year, month)[1]
            return EpochDate(start, start + timedelta(days=days) - _LAST, "month", source)
        return EpochDate(datetime(year, 1, 1), datetime(year, 12, 31, 23, 59, 59), "year", source)
    except (ValueError, OverflowError):
        return None


def _offset(zone: str) -> timedelta:
    if zone.upper() in ("Z", "UTC", "GMT"):
        return timedelta()
    sign = -1 if zone[0] == "-" else 1
    digits = zone[1:].replace(":", "")
    return sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))


def _from_tags(path: Path, tags: Mapping[str, str], names: Sequence[str]) -> EpochDate | None:
    folded = {key.upper().rpartition(":")[2]: str(value) for key, value in tags.items()}
    for name in names:
        try:
            found = parse_date(folded.get(name, "")[:40], f"{name} of {path.name}")
        except InputError:
            continue
        if found.start.year >= 1839:  # before photography: an unset clock or a filler
            return found
    return None


def _from_sidecar(path: Path) -> EpochDate | None:
    """The datetime of a STAC item beside the raster: ``<name>.json`` or ``<stem>.json``, also ``.geojson``."""
    stem = path.with_suffix("")
    for base in (path.name, stem.name):
        for suffix in (".json", ".stac.json", ".geojson"):
            sidecar = path.with_name(base + suffix)
            try:
                if not sidecar.is_file() or sidecar.stat().st_size > _SIDECAR_LIMIT:
                    continue
                found = _from_stac(json.loads(sidecar.read_text("utf-8")), f"STAC item {sidecar.name}")
            except (OSError, ValueError, RecursionError):
                continue
            if found is not None:
                return found
    return None


def _from_stac(item: Any, source: str) -> EpochDate | None:
    properties = item.get("properties") if isinstance(item, dict) else None
    if not isinstance(properties, dict) or "stac_version" not in item:
        return None
    moment = properties.get("datetime")
    try:
        if isinstance(moment, str):
            return parse_date(moment, source)
        start = parse_date(str(properties.get("start_datetime")))
        end = parse_date(str(properties.get("end_datetime")))
    except InputError:
        return None
    return replace(start, end=max(start.end, end.end), precision="range", source=source)
