"""The column ``classes`` as people read it in a table: words in CSV and XLSX, where other formats hold data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from ...common.nouns import class_phrase
from ...common.numbers import approximate_count, format_area, plural
from ..jsonable import dumps_strict
from ..schema import CLASS_COLUMN
from .records import Column

CLASSES = "classes"
_MEANING = "what changed here class by class, that of the largest area first: changed areas, buildings counted, ground"


def class_words(classes: Sequence[Any]) -> str:
    """Return what changed class by class: ``new buildings (3 areas, about 7 buildings, 1,240 m²); other changes (…)``.

    Args:
        classes: entries of the column; what somebody has made of it by hand is given as the data it is.
    """
    try:
        return "; ".join(_words(**entry) for entry in classes)
    except (TypeError, KeyError, ValueError):
        return dumps_strict(classes)


def _words(changes: int, changed_area_m2: float, transition: str = "", objects: int = 0, **more: str) -> str:
    parts = [plural(int(changes), "area", "areas")]
    if objects:
        parts.append(f"{approximate_count(int(objects))} {'building' if objects == 1 else 'buildings'}")
    parts.append(format_area(float(changed_area_m2)))
    return f"{class_phrase(more[CLASS_COLUMN], transition)} ({', '.join(parts)})"


def table_columns(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Return columns as a table has them: that of classes as text."""
    return tuple(
        replace(column, kind="text", meaning=_MEANING) if column.name == CLASSES else column for column in columns
    )
