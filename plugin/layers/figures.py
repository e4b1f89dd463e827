"""Figures and sentences of sites and tiles, written anew from their changed areas as they are now.

What a site amounts to is said by the same function with which the engine says it when a run ends.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Optional

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer

from ...common.nouns import MEASURED_CLASSES
from ...common.site_facts import REJECTED, SiteFacts, facts_of_areas
from .changes import distance_area
from .facts import facts_of, stated_in
from .renamed import field_index, value_of
from .subject import SITES, TILES, Key, classes_of

BARE = "something changed"
"""How the measured sentence begins where classes cannot be trusted."""
_BY_HAND = " (outlines edited by hand)"


class MeasuredArea(NamedTuple):
    """What counts of a changed area, or of its part in a tile."""

    class_name: str
    transition: str
    area_m2: float
    objects: int
    review_status: str


def rewrite_sites(sites: QgsVectorLayer, changes: QgsVectorLayer, keys: Iterable[Key]) -> None:
    """Write outline, figures, classes and sentence of some sites anew from their areas as they are now.

    The model's sentence stays where what it was held against is what the site still shows: the same classes with the
    same transitions and counts. Else the measured sentence takes its place. Areas that the analyst has rejected do not
    count; a site of which nothing is left keeps its outline and is rejected.

    Args:
        sites: the layer of sites.
        changes: its changed areas.
        keys: number and dates of the sites.
    """
    wanted = set(keys)
    request = _request("site_id", wanted)
    if request is None:
        return
    found: dict[Key, list[QgsFeature]] = {}
    for area in changes.getFeatures(request):
        found.setdefault(SITES.key_of(area), []).append(area)
    values: dict[int, dict[str, Any]] = {}
    outlines: dict[int, QgsGeometry] = {}
    for site in sites.getFeatures(_request("site_id", wanted)):
        if SITES.key_of(site) not in wanted:
            continue
        areas = [(one, _measured(one)) for one in found.get(SITES.key_of(site), [])]
        facts = facts_of_areas([measured for _, measured in areas])
        if not facts.classes and _text(value_of(site, "review_status")) == REJECTED:
            continue
        values[site.id()] = _site_values(site, facts)
        shapes = [one.geometry() for one, measured in areas if measured.review_status != REJECTED]
        if shapes:
            outline = QgsGeometry.unaryUnion(shapes)
            outline.convertToMultiType()
            outlines[site.id()] = outline
    _write(sites, values, outlines)


def _site_values(site: QgsFeature, facts: SiteFacts) -> dict[str, Any]:
    """Return what the fields of a site say of it now."""
    classes = [one.to_dict() for one in facts.classes]
    values: dict[str, Any] = {
        "changed_area_m2": facts.area_m2,
        "changes": facts.changes,
        "classes": json.dumps(classes),
    }
    if not facts.classes:
        values["review_status"] = REJECTED
    else:
        values.update({"class": facts.classes[0].class_name, "transition": facts.classes[0].transition})
    before = classes_of(site)
    if value_of(site, "description_source") == "model" and classes and _claims(before) == _claims(classes):
        return values
    named = any(one.get("class") != "change" for one in before)
    said = str(value_of(site, "description") or "")
    bare = named and said.startswith(BARE)
    nameable = [name for name in MEASURED_CLASSES if name in said]
    return {
        **values,
        "description": facts.sentence_of(nameable if bare else None),
        "description_source": "measured",
    }


def _claims(classes: Sequence[dict[str, Any]]) -> list[tuple[str, str, int]]:
    """Return what a sentence may say of the classes of a site, the largest first: kind and count."""
    return [
        (str(one.get("class")), str(one.get("transition")), int(one.get("objects") or one.get("changes") or 0))
        for one in classes
    ]


def rewrite_tiles(tiles: QgsVectorLayer, changes: QgsVectorLayer, which: Iterable[QgsFeature]) -> None:
    """Write changed area, share and facts of some tiles anew from the outlines as they are now.

    Changed area and share are those of the tile's own cell, so tiles add up; the sentence tells of its whole square,
    says that outlines were edited by hand, and stands behind the analyst's own statement where there is one. Areas that
    the analyst has rejected do not count.

    Args:
        tiles: the layer of tiles.
        changes: the changed areas.
        which: the tiles.
    """
    measure = distance_area(tiles)
    rewritten: dict[int, dict[str, Any]] = {}
    for tile in which:
        square = tile.geometry()
        cell = cell_of(tile, tiles)
        in_square: list[MeasuredArea] = []
        changed = 0.0
        for area in changes.getFeatures(QgsFeatureRequest(square.boundingBox())):
            measured = _measured(area)
            if measured.review_status == REJECTED or TILES.key_of(area)[1:] != TILES.key_of(tile)[1:]:
                continue
            share = _share(area.geometry(), square)
            if share > 0:
                objects = max(1, round(measured.objects * share)) if measured.objects > 0 else 0
                in_square.append(measured._replace(area_m2=measured.area_m2 * share, objects=objects))
            changed += measured.area_m2 * _share(area.geometry(), cell)
        facts = facts_of_areas(in_square)
        ground = measure.measureArea(cell) * (_real(value_of(tile, "valid_fraction")) or 1.0)
        sentence = (facts.sentence if in_square else "no changed area") + _BY_HAND
        rewritten[tile.id()] = {
            "changed": changed > 0,
            "changed_area_m2": changed,
            "changed_fraction": min(1.0, changed / ground) if ground > 0 else 0.0,
            "facts": facts_of(stated_in(_text(tile["facts"])), sentence),
        }
    _write(tiles, rewritten)


def cell_of(tile: QgsFeature, tiles: QgsVectorLayer) -> QgsGeometry:
    """Return the part of a tile's square that the tile counts: up to the middle of each overlap with a neighbour.

    Tiles are of one size on a rectangular lattice, so that is what lies nearer to its centre than to any other's.

    Args:
        tile: the tile.
        tiles: all tiles; those of other dates, as a series has them, are no neighbours.
    """
    cell = tile.geometry()
    box = cell.boundingBox()
    centre = cell.centroid().asPoint()
    for other in tiles.getFeatures(QgsFeatureRequest(box)):
        if other.id() == tile.id() or TILES.key_of(other)[1:] != TILES.key_of(tile)[1:]:
            continue
        away = other.geometry().centroid().asPoint()
        if centre.distance(away) > 0:
            cell = cell.intersection(_nearer(centre, away, box))
    return cell


def _nearer(centre: QgsPointXY, other: QgsPointXY, box: QgsRectangle) -> QgsGeometry:
    """Return the ground around a centre that is nearer to it than to another one, as far as a box reaches."""
    length, reach = centre.distance(other), 4 * (box.width() + box.height())
    x, y = (other.x() - centre.x()) / length, (other.y() - centre.y()) / length
    middle_x, middle_y = (centre.x() + other.x()) / 2, (centre.y() + other.y()) / 2
    corners = ((-y, x), (-y - x, x - y), (y - x, -x - y), (y, -x))
    return QgsGeometry.fromPolygonXY([[QgsPointXY(middle_x + reach * a, middle_y + reach * b) for a, b in corners]])


def _share(outline: QgsGeometry, part: QgsGeometry) -> float:
    """Return the share of an outline that lies in a part of the ground."""
    whole = outline.area()
    return float(outline.intersection(part).area() / whole) if whole > 0 else 0.0


def _measured(area: QgsFeature) -> MeasuredArea:
    return MeasuredArea(
        _text(area["class"]),
        _text(value_of(area, "transition")),
        _real(area["area_m2"]),
        int(_real(value_of(area, "objects"))),
        _text(value_of(area, "review_status")),
    )


def _request(field: str, keys: Iterable[Key]) -> Optional[QgsFeatureRequest]:
    """Return a request for the features of some numbers, None where there are none."""
    numbers = ", ".join(str(number) for number in sorted({int(key[0]) for key in keys}) if number >= 0)
    return QgsFeatureRequest().setFilterExpression(f'"{field}" IN ({numbers})') if numbers else None


def _write(
    layer: QgsVectorLayer, values: dict[int, dict[str, Any]], outlines: Optional[dict[int, QgsGeometry]] = None
) -> None:
    """Write values by today's names, and outlines: into the edit buffer where the layer is edited, else at once."""
    fields = layer.fields()
    by_place: dict[int, dict[int, Any]] = {}
    for fid, named in values.items():
        places = {field_index(fields, name): value for name, value in named.items()}
        by_place[fid] = {place: value for place, value in places.items() if place >= 0}
    if layer.isEditable():
        for fid, attributes in by_place.items():
            layer.changeAttributeValues(fid, attributes)
        for fid, outline in (outlines or {}).items():
            layer.changeGeometry(fid, outline)
    else:
        layer.dataProvider().changeAttributeValues(by_place)
        layer.dataProvider().changeGeometryValues(outlines or {})
    layer.triggerRepaint()


def _real(value: Any) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
