"""Figures after an edit: tiles that overlap count their own cells, so that they add up to the areas."""

from __future__ import annotations

import pytest
from describe_changes.plugin.layers.figures import cell_of, rewrite_tiles
from describe_changes.plugin.layers.schema import CHANGE_FIELDS, TILE_FIELDS, fields_of
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

SIDE, STARTS = 100.0, (0.0, 60.0, 110.0)
"""Tiles of 100 m that begin at these metres: overlaps of 40 and of 50 m."""


def turned(geometry, degrees):
    """A rectangle of metres as a geometry in UTM, turned about the lattice's corner."""
    geometry.rotate(degrees, QgsPointXY(0, 0))
    geometry.translate(500000, 5000000)
    return geometry


def rectangle(x, y, width, height):
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
    return QgsGeometry.fromPolygonXY([[QgsPointXY(*corner) for corner in corners]])


def layer_of(name, schema, shape, rows):
    layer = QgsVectorLayer(f"{shape}?crs=EPSG:32633", name, "memory")
    layer.dataProvider().addAttributes(fields_of(schema).toList())
    layer.updateFields()
    features = []
    for values, geometry in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        for field, value in values.items():
            feature[field] = value
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def lattice(degrees):
    places = [(x, y) for y in STARTS for x in STARTS]
    return layer_of("tiles", TILE_FIELDS, "Polygon", [
        ({"tile_id": number, "valid_fraction": 1.0, "facts": "", "changed": True, "changed_area_m2": 1.0},
         turned(rectangle(x, y, SIDE, SIDE), degrees))
        for number, (x, y) in enumerate(places)
    ])  # fmt: skip


@pytest.mark.parametrize("degrees", [0, 17])
def test_cells_share_the_ground_out_at_the_middle_of_each_overlap(qgis_app, degrees):
    tiles = lattice(degrees)
    cells = [cell_of(tile, tiles) for tile in tiles.getFeatures()]
    assert [round(cell.area()) for cell in cells] == [round(w * h) for h in (80, 55, 75) for w in (80, 55, 75)]
    assert QgsGeometry.unaryUnion(cells).area() == pytest.approx(210 * 210)


@pytest.mark.parametrize("degrees", [0, 17])
def test_edited_tiles_add_up_to_the_areas_and_none_is_changed_with_nothing(qgis_app, degrees):
    tiles = lattice(degrees)
    shapes = [rectangle(50, 50, 70, 20), rectangle(120, 120, 10, 10), rectangle(0, 190, 10, 10)]
    areas = layer_of("changes", CHANGE_FIELDS, "MultiPolygon", [
        ({"change_id": number, "class": "building", "transition": "appeared", "area_m2": shape.area() * 1.01,
          "objects": 3, "review_status": "rejected" if number == 2 else ""}, turned(shape, degrees))
        for number, shape in enumerate(shapes)
    ])  # fmt: skip
    rewrite_tiles(tiles, areas, list(tiles.getFeatures()))
    found = {tile["tile_id"]: tile for tile in tiles.getFeatures()}
    assert sum(tile["changed_area_m2"] for tile in found.values()) == pytest.approx(1.01 * (1400 + 100))
    assert [number for number, tile in found.items() if tile["changed"]] == [0, 1, 4]
    assert all(tile["changed"] == (tile["changed_area_m2"] > 0) for tile in found.values())
    assert found[4]["facts"] == "4 new buildings, 707 m² (outlines edited by hand)"
    assert found[8]["facts"] == "3 new buildings, 101 m² (outlines edited by hand)"
    assert found[6]["facts"] == "no changed area (outlines edited by hand)"
