"""Fields and tables of results of earlier versions, which are shown, reviewed and exported as they are.

The engine has the same names in ``core/renamed.py``; a test holds the two tables against each other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any, Optional

from qgis.core import QgsFeature, QgsFields, QgsVectorLayer

COLUMNS = {
    "gated": "skip_reason",
    "change_share": "changed_fraction",
    "valid_share": "valid_fraction",
    "direction": "transition",
    "score": "mean_probability",
    "review": "review_status",
    "tiles_changed": "changed_tiles",
    "seconds": "duration_s",
}
"""Old name of a field → its name today."""
TABLES = {"run": "runs"}
"""Old name of a table → its name today."""
RUNS = "runs"


def field_index(fields: QgsFields, name: str) -> int:
    """Return the place of a field by today's name, also where the layer has it under its old one; -1 for none."""
    place = int(fields.indexOf(name))
    olds = (old for old, today in COLUMNS.items() if today == name)
    return place if place >= 0 else max((int(fields.indexOf(old)) for old in olds), default=-1)


def field_name(fields: QgsFields, name: str) -> str:
    """Return what a layer calls a field, for expressions; today's name where it has none such."""
    place = field_index(fields, name)
    return str(fields.at(place).name()) if place >= 0 else name


def value_of(feature: QgsFeature, name: str) -> Any:
    """Return a feature's value by today's name of the field, None where it has no such field."""
    place = field_index(feature.fields(), name)
    return feature.attribute(place) if place >= 0 else None


def has_fields(layer: QgsVectorLayer, names: Iterable[str]) -> bool:
    """Return whether a layer has all these fields, be it under old names."""
    return all(field_index(layer.fields(), name) >= 0 for name in names)


def runs_of(path: object) -> Optional[QgsVectorLayer]:
    """Return the table of runs in a GeoPackage as a layer, None where it has none."""
    names = (RUNS, *(old for old, today in TABLES.items() if today == RUNS))
    for name in names:
        table = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        if table.isValid():
            return table
    return None


def stored_columns(file: sqlite3.Connection, table: str) -> dict[str, str]:
    """Return the columns of a table in an open GeoPackage: today's name → what the file calls it."""
    names = [str(name) for (name,) in file.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    return {COLUMNS.get(name, name): name for name in sorted(names, key=lambda name: name not in COLUMNS)}
