"""Carry an analyst's work over from an earlier result of the very same job.

The same job on the same engine gives the same tiles and areas, so verdicts, words and outlines fit as they are. Two
results are of one job where their tables ``runs`` have the same ``run_id``, the engine's hash over all that bears on
it.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer

from .changes import changes_layer_for, file_of
from .renamed import COLUMNS, RUNS, TABLES, field_index, value_of
from .subject import SITES, TILES, Subject, subject_of

OF_TILES = ("review_status", "caption_edited", "facts", "changed", "changed_area_m2", "changed_fraction")
"""What a review, or outlines that were edited, change in a tile."""
OF_SITES = (
    "review_status", "description", "description_source", "description_edited", "changed_area_m2", "changes", "classes",
    "class", "transition",
)  # fmt: skip
"""Likewise in a site, besides its outline."""


def earlier_result(new: Path, wanted: Path) -> Optional[Path]:
    """Return the latest reviewed result of the same job among ``name.gpkg``, ``name_2.gpkg`` …, None if there is none.

    Args:
        new: the result just made.
        wanted: the name without a number.
    """
    job = _run_ids(new)
    numbered = re.compile(re.escape(wanted.stem) + r"(?:_(\d+))?\.gpkg", re.IGNORECASE)
    matches = [(numbered.fullmatch(path.name), path) for path in wanted.parent.glob("*.gpkg")]
    found = [(int(match.group(1) or 1), path) for match, path in matches if match is not None]
    for _, path in sorted(found, reverse=True):
        if path != new and job and _run_ids(path) == job and _judged(path):
            return path
    return None


def carry_over(
    old: Path, tiles: QgsVectorLayer, changes: QgsVectorLayer, sites: Optional[QgsVectorLayer] = None
) -> int:
    """Write verdicts, words and outlines of an earlier result into a new one; return how many verdicts that were.

    Args:
        old: the earlier result; where the project shows it, unsaved edits count too.
        tiles: the new tiles.
        changes: the new changed areas.
        sites: the new sites, where the engine makes them.
    """
    project = QgsProject.instance()
    source = _earlier(old, TILES, project)
    areas = changes_layer_for(source, project)
    if source is None or areas is None:
        return 0
    _replace_areas(changes, areas)
    counts = [_carry_values(source, tiles, TILES, OF_TILES)]
    earlier = _earlier(old, SITES, project) if sites is not None else None
    if sites is not None and earlier is not None:
        counts.append(_carry_values(earlier, sites, SITES, OF_SITES, outlines=True))
    return max(counts)


def _earlier(old: Path, subject: Subject, project: QgsProject) -> Optional[QgsVectorLayer]:
    """Return the layer of an earlier result: the one that the project shows, else the stored one, None without any."""
    shown = [one for one in project.mapLayers().values() if subject_of(one) is subject and file_of(one) == str(old)]
    stored = QgsVectorLayer(f"{old}|layername={subject.table}", subject.table, "ogr")
    found = shown[0] if shown else stored
    return found if found.isValid() and subject_of(found) is subject else None


def _carry_values(
    earlier: QgsVectorLayer, new: QgsVectorLayer, subject: Subject, names: tuple[str, ...], outlines: bool = False
) -> int:
    """Write fields, and outlines if wanted, of an earlier layer into a new one; return how many verdicts there are."""
    written = {subject.key_of(one): one for one in earlier.getFeatures()}
    values: dict[int, dict[int, Any]] = {}
    shapes = {}
    for feature in new.getFeatures():
        old = written.get(subject.key_of(feature))
        if old is not None:
            values[feature.id()] = {new.fields().indexOf(name): value_of(old, name) for name in names}
            shapes[feature.id()] = old.geometry()
    new.dataProvider().changeAttributeValues(values)
    if outlines:
        new.dataProvider().changeGeometryValues(shapes)
    return sum(bool(value_of(one, "review_status")) for one in written.values())


def _replace_areas(changes: QgsVectorLayer, earlier: QgsVectorLayer) -> None:
    """Put the areas of an earlier result in the place of the new ones, outlines included."""
    names = changes.fields().names()
    first = [name for name in names if name != "fid"]
    features = []
    for area in earlier.getFeatures():
        feature = QgsFeature(changes.fields())
        feature.setGeometry(area.geometry())
        for name in first:
            if field_index(area.fields(), name) >= 0:
                feature.setAttribute(name, value_of(area, name))
        features.append(feature)
    provider = changes.dataProvider()
    provider.deleteFeatures([area.id() for area in changes.getFeatures()])
    provider.addFeatures(features)
    changes.updateExtents()


def _run_ids(path: Path) -> list[str]:
    tables = (RUNS, *(old for old, today in TABLES.items() if today == RUNS))
    rows = (_rows(path, f"SELECT run_id FROM {table} ORDER BY fid") for table in tables)  # noqa: S608  # nosec B608
    return [str(row[0]) for row in next(filter(None, rows), [])]


def _judged(path: Path) -> bool:
    """Return whether there is anything of the analyst's in a result."""
    query = "SELECT 1 FROM {} WHERE coalesce({}, '') <> '' LIMIT 1"
    columns = ("review_status", *(old for old, today in COLUMNS.items() if today == "review_status"))
    return any(_rows(path, query.format(table, name)) for table in ("sites", "tiles", "changes") for name in columns)


def _rows(path: Path, query: str) -> list[Any]:
    with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
        address = f"{path.absolute().as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(address, uri=True)) as file:
            return list(file.execute(query))
    return []
