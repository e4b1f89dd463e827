"""The default style of a layer in a GeoPackage that QGIS has written.

Written into the table ``layer_styles`` directly: QGIS's own function asks whether a style of the same name may be
overwritten, and ``qgis_process`` would wait for the answer for ever. It also opens the file, which leaves a journal
beside it.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3

from ..i18n import tr
from ..paths import RESOURCES
from .styling import STYLES

NAME = "Describe Changes"
TABLE = re.compile(r"ogr:dbname='(?P<file>.*?)' table=\"(?P<table>.*?)\".*", re.DOTALL)
_MADE = (
    "CREATE TABLE IF NOT EXISTS layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
    "f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), "
    "styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), "
    "ui TEXT(30), update_time DATETIME DEFAULT CURRENT_TIMESTAMP)"
)
_LISTED = (
    "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, description, last_change) "
    "VALUES ('layer_styles', 'attributes', 'layer_styles', '', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"
)
_WRITTEN = (
    "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, "
    "styleSLD, useAsDefault, description, owner, ui) VALUES ('', '', ?, ?, ?, ?, '', 1, ?, '', '')"
)


def geopackage_table(identifier: str) -> tuple[str, str]:
    """Return the GeoPackage and the table of a layer that a sink has written; empty texts where it is none.

    The table is empty where the file's only layer is meant.
    """
    match = TABLE.fullmatch(identifier)
    if match is not None:
        file, table = match.group("file", "table")
    else:
        file, _, table = identifier.partition("|layername=")
    return (file, table) if file.lower().endswith(".gpkg") else ("", "")


def keep_style(file: str, table: str, kind: str) -> str:
    """Make the style of an output the default of its table; return what went wrong, as a sentence, if anything.

    Args:
        file: the GeoPackage.
        table: the table; empty for the first one with geometries.
        kind: name of the output: ``TILES`` or ``CHANGES``.
    """
    if kind not in STYLES:
        return ""
    text = (RESOURCES / "styles" / STYLES[kind]).read_text(encoding="utf-8")
    try:
        with contextlib.closing(sqlite3.connect(file)) as data, data:
            rows = dict(data.execute("SELECT table_name, column_name FROM gpkg_geometry_columns"))
            table = table or next(iter(rows), "")
            if table in rows:
                data.execute(_MADE)
                data.execute(_LISTED)
                data.execute("DELETE FROM layer_styles WHERE f_table_name = ? AND styleName = ?", (table, NAME))
                data.execute("UPDATE layer_styles SET useAsDefault = 0 WHERE f_table_name = ?", (table,))
                data.execute(_WRITTEN, (table, rows[table], NAME, text, NAME))
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return tr("The style could not be stored in {0}: {1}").format(file, error)
    return ""
