"""Metadata of a GeoPackage's layers and columns: names for people, units, meanings, and how it was made.

Columns are told by the extension *Schema* of the OGC standard (``gpkg_data_columns``), which QGIS shows as aliases; a
layer by the extension *Metadata*, in the form that QGIS reads.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from .layers import RECORDS, About
from .records import Column, columns

_QGIS = "http://mrcc.com/qgis.dtd"
_SCHEMA = "http://www.geopackage.org/spec121/#extension_schema"
_METADATA = "http://www.geopackage.org/spec121/#extension_metadata"
_TABLES = """
CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
  definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE IF NOT EXISTS gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT,
  title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL,
  value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
CREATE TABLE IF NOT EXISTS gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
  md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml',
  metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT,
  row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
"""
"""As the standard gives them (OGC 12-128r18, tables 13, 14, 22 and 23)."""


def meaning(column: Column) -> str:
    """Return what a column means, with its unit."""
    unit = f" [{column.unit}]" if column.unit else ""
    return f"{column.meaning}{unit}"


def write_metadata(path: Path, layers: Sequence[str], told: About | None = None) -> None:
    """Write what is known of layers and their columns into a GeoPackage.

    Args:
        path: the file, with these layers in it.
        layers: keys of :data:`.layers.RECORDS`.
        told: what is told of the result as a whole; None: columns only.
    """
    with closing(sqlite3.connect(path)) as file:
        file.executescript(_TABLES)
        _write_extensions(file)
        for layer in layers:
            _write_columns(file, layer)
            if told is not None:
                _write_layer(file, layer, told)
        unused = "md_standard_uri = ? AND id NOT IN (SELECT md_file_id FROM gpkg_metadata_reference)"
        file.execute(f"DELETE FROM gpkg_metadata WHERE {unused}", (_QGIS,))  # noqa: S608  # nosec B608 - a constant
        file.commit()


def _write_extensions(file: sqlite3.Connection) -> None:
    rows = [
        ("gpkg_data_columns", "gpkg_schema", _SCHEMA),
        ("gpkg_data_column_constraints", "gpkg_schema", _SCHEMA),
        ("gpkg_metadata", "gpkg_metadata", _METADATA),
        ("gpkg_metadata_reference", "gpkg_metadata", _METADATA),
    ]
    there = {str(name) for (name,) in file.execute("SELECT table_name FROM gpkg_extensions WHERE column_name IS NULL")}
    file.executemany(
        "INSERT INTO gpkg_extensions VALUES (?, NULL, ?, ?, 'read-write')", [row for row in rows if row[0] not in there]
    )


def _write_columns(file: sqlite3.Connection, layer: str) -> None:
    file.executemany(
        "INSERT OR REPLACE INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, NULL, NULL)",
        [(layer, one.name, one.alias, one.alias, meaning(one)) for one in columns(RECORDS[layer])],
    )


def _write_layer(file: sqlite3.Connection, layer: str, told: About) -> None:
    file.execute("UPDATE gpkg_contents SET description = ? WHERE table_name = ?", (told.abstract, layer))
    row = file.execute(
        "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) "
        "VALUES ('dataset', ?, 'text/xml', ?)",
        (_QGIS, told.as_qmd(layer)),
    ).lastrowid
    file.execute(
        "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id) VALUES ('table', ?, ?)",
        (layer, row),
    )
