"""What is said of a site, before and after its outlines were edited, by one function."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely
from affine import Affine
from describe_changes.common.site_facts import NOTHING, facts_of_areas
from describe_changes.core.raster.grid import Grid
from describe_changes.core.raster.tiling import Window
from describe_changes.core.sites.build import SiteBuilder, examined_window
from describe_changes.core.sites.certainty import LIKELY, SURE, certainty_of
from pyproj import CRS

GRID = Grid(CRS("EPSG:32633"), Affine(0.5, 0, 400000, 0, -0.5, 5800000), 400, 400)


def area(records, number, kind=("building", "appeared"), m2=100.0, box=(0, 0, 20, 20), **more):
    left, top, right, bottom = box
    corners = [(left, top), (left, bottom), (right, bottom), (right, top)]
    outline = shapely.MultiPolygon([shapely.Polygon([GRID.transform @ corner for corner in corners])])
    names = dict(zip(("class_name", "transition"), kind, strict=True))
    return records.change(number, geometry=outline, area_m2=m2, **names, **more)


def test_the_largest_class_comes_first(records):
    areas = [
        area(records, 0, m2=40.0),
        area(records, 1, ("change", ""), 300.0),
        area(records, 2, m2=1200.0),
        area(records, 3, ("building", "disappeared"), 90.0),
    ]
    facts = facts_of_areas(areas)
    assert facts.sentence == "2 new buildings, 1,240 m²; 1 building gone, 90 m²; 1 other change, 300 m²"
    assert (facts.area_m2, facts.changes) == (1630.0, 4)
    assert facts.classes[0].to_dict() == {
        "class": "building", "transition": "appeared", "changes": 2, "objects": 2, "changed_area_m2": 1240.0,
    }  # fmt: skip


@pytest.mark.parametrize(("sizes", "sentence"), [
    ([38_000.0], "something changed, 38,000 m²"),
    ([60.0, 40.0], "something changed, 100 m² in 2 areas"),
    ([], NOTHING),
])  # fmt: skip
def test_a_change_of_no_class_is_something(records, sizes, sentence):
    assert facts_of_areas([area(records, n, ("change", ""), m2) for n, m2 in enumerate(sizes)]).sentence == sentence


def test_an_edited_outline_gives_new_facts_by_the_same_function_and_a_rejected_one_none(records):
    areas = [area(records, 0, m2=100.0), area(records, 1, m2=50.0)]
    assert facts_of_areas(areas).sentence == "2 new buildings, 150 m²"
    redrawn = replace(areas[0], area_m2=400.0, review_status="edited")
    assert facts_of_areas([redrawn, areas[1]]).sentence == "2 new buildings, 450 m²"
    assert facts_of_areas([redrawn, replace(areas[1], review_status="rejected")]).sentence == "1 new building, 400 m²"


def test_a_site_carries_its_areas_figures_and_the_run_s_labels(records):
    builder = SiteBuilder(GRID, GRID.window, "clean", {"model": "tiny", "dates": "2011 → 2012"})
    areas = [
        area(records, 4, m2=300.0, mean_probability=0.9),
        area(records, 7, m2=100.0, box=(24, 0, 44, 20), mean_probability=0.5),
    ]
    ((site, drawn),) = builder.build_each([areas])
    assert site.geometry.area == pytest.approx(sum(one.geometry.area for one in drawn)) == pytest.approx(200.0)
    assert (site.changes, site.changed_area_m2, site.place, site.model) == (2, 400.0, "north-west", "tiny")
    assert site.confidence == pytest.approx((300 * 0.9 + 100 * 0.5) / 400)
    assert [one.change_id for one in drawn] == [4, 7]
    assert drawn[0].perimeter_m == pytest.approx(40.0, rel=1e-3)


def test_places_are_of_the_area_that_was_examined(records):
    corner = shapely.Polygon([GRID.transform @ spot for spot in ((0, 0), (0, 40), (40, 40), (40, 0))])
    window = examined_window(GRID, corner)
    assert window == Window(0, 0, 40, 40)
    ((site, _),) = SiteBuilder(GRID, window, "raw", {}).build_each([[area(records, 0, box=(30, 30, 40, 40))]])
    assert site.place == "south-east"
    assert examined_window(GRID, None) == GRID.window


def test_certainty_has_three_words():
    assert [certainty_of(p) for p in (1.0, SURE, LIKELY, LIKELY - 1e-9, 0.0)] == [
        "sure", "sure", "likely", "doubtful", "doubtful",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("areas", "words"),
    [
        ([(6_971.0, 38)], "about 40 new buildings, 6,970 m²"),
        ([(6_971.0, 1)], "new built-up area, 6,970 m²"),
        ([(6_971.0, 0), (150.0, 1)], "new built-up area, 7,120 m²"),
        ([(2_000.0, 1), (4_000.0, 12)], "about 13 new buildings, 6,000 m²"),
        ([(150.0, 0), (900.0, 0)], "2 new buildings, 1,050 m²"),
        ([(600.0, 4)], "4 new buildings, 600 m²"),
        ([(900.0, 7)], "about 7 new buildings, 900 m²"),
    ],
)
def test_buildings_are_counted_or_called_built_up(records, areas: list[tuple[float, int]], words: str) -> None:
    """Never one building where a patch is larger than one can be; old results have no counts."""
    found = [area(records, number, m2=m2, objects=objects) for number, (m2, objects) in enumerate(areas)]
    assert facts_of_areas(found).sentence == words
