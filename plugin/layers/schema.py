"""Fields of the result layers in QGIS, and the way from an engine's record to a feature.

The engine's ``core/io/records.py`` is where fields are decided; a test holds this table against it.
"""

from __future__ import annotations

import json
from typing import Any, Optional

from qgis.core import Qgis, QgsFeature, QgsField, QgsFields, QgsGeometry
from qgis.PyQt.QtCore import QDateTime, Qt, QVariant

TILE_FIELDS = (
    ("tile_id", "integer"),
    ("caption", "text"),
    ("changed", "boolean"),
    ("change_score", "real"),
    ("changed_fraction", "real"),
    ("changed_area_m2", "real"),
    ("confidence", "real"),
    ("facts", "text"),
    ("valid_fraction", "real"),
    ("skip_reason", "text"),
    ("date_before", "datetime"),
    ("date_before_end", "datetime"),
    ("date_after", "datetime"),
    ("date_after_end", "datetime"),
    ("dates", "text"),
    ("model", "text"),
    ("review_status", "text"),
    ("caption_edited", "text"),
)
CHANGE_FIELDS = (
    ("change_id", "integer"),
    ("class", "text"),
    ("transition", "text"),
    ("area_m2", "real"),
    ("perimeter_m", "real"),
    ("mean_probability", "real"),
    ("objects", "integer"),
    ("caption", "text"),
    ("tile_id", "integer"),
    ("site_id", "integer"),
    ("date_before", "datetime"),
    ("date_before_end", "datetime"),
    ("date_after", "datetime"),
    ("date_after_end", "datetime"),
    ("dates", "text"),
    ("review_status", "text"),
)
SITE_FIELDS = (
    ("site_id", "integer"),
    ("description", "text"),
    ("description_source", "text"),
    ("class", "text"),
    ("transition", "text"),
    ("classes", "text"),
    ("changed_area_m2", "real"),
    ("changes", "integer"),
    ("place", "text"),
    ("near", "text"),
    ("certainty", "text"),
    ("confidence", "real"),
    ("date_before", "datetime"),
    ("date_before_end", "datetime"),
    ("date_after", "datetime"),
    ("date_after_end", "datetime"),
    ("dates", "text"),
    ("model", "text"),
    ("review_status", "text"),
    ("description_edited", "text"),
)
ZONE_FIELDS = (
    ("zone_id", "integer"),
    ("name", "text"),
    ("description", "text"),
    ("area_examined_m2", "real"),
    ("changed_area_m2", "real"),
    ("changed_fraction", "real"),
    ("sites", "integer"),
    ("changes", "integer"),
    ("classes", "text"),
    ("dates", "text"),
)
Schema = tuple[tuple[str, str], ...]
SCHEMAS: dict[str, Schema] = {"SITES": SITE_FIELDS, "CHANGES": CHANGE_FIELDS, "TILES": TILE_FIELDS}
"""Fields of each output."""


def fields_of(schema: Schema) -> QgsFields:
    """Return the QGIS fields of a schema."""
    fields = QgsFields()
    for name, kind in schema:
        fields.append(_field(name, kind))
    return fields


def _field(name: str, kind: str) -> QgsField:
    """Return one field; QGIS takes another enumeration for types from 3.38 on."""
    if Qgis.versionInt() >= 33800:
        from qgis.PyQt.QtCore import QMetaType

        types: dict[str, Any] = {
            "integer": QMetaType.Type.LongLong,
            "text": QMetaType.Type.QString,
            "boolean": QMetaType.Type.Bool,
            "real": QMetaType.Type.Double,
            "datetime": QMetaType.Type.QDateTime,
        }
    else:
        types = {
            "integer": QVariant.LongLong,  # noqa: QGS402 - below 3.38
            "text": QVariant.String,  # noqa: QGS402 - below 3.38
            "boolean": QVariant.Bool,  # noqa: QGS402 - below 3.38
            "real": QVariant.Double,  # noqa: QGS402 - below 3.38
            "datetime": QVariant.DateTime,  # noqa: QGS402 - below 3.38
        }
    return QgsField(name, types[kind])


def feature_of(record: dict[str, Any], schema: Schema, fields: QgsFields) -> QgsFeature:
    """Return an engine's record as a feature.

    Args:
        record: one ``tile`` or ``change`` of the worker protocol: the fields and ``wkt``.
        schema: names and kinds in the order of ``fields``.
        fields: what ``fields_of(schema)`` gave.
    """
    feature = QgsFeature(fields)
    feature.setGeometry(QgsGeometry.fromWkt(record["wkt"]))
    feature.setAttributes([_value(record.get(name), kind) for name, kind in schema])
    return feature


def _value(value: Any, kind: str) -> Any:
    if value is None:
        return None
    if kind == "datetime":
        return moment(value)
    if kind == "text":
        return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else str(value)
    if kind == "boolean":
        return bool(value)
    return value


def moment(text: Optional[str]) -> Optional[QDateTime]:
    """Return an ISO date or time of the protocol as a UTC time, None where there is none."""
    if not text:
        return None
    time = QDateTime.fromString(text, Qt.DateFormat.ISODate)
    if not time.isValid():
        return None
    if "Z" not in text and "+" not in text:
        time.setTimeSpec(Qt.TimeSpec.UTC)
    return time.toUTC()
