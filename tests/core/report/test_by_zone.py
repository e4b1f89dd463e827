"""Zones of a stored result, held against areas worked out by hand."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from describe_changes.cli import main
from describe_changes.core.errors import InputError
from describe_changes.core.io.geopackage_writer import write_geopackage
from describe_changes.core.report.by_zone import zone_options, zones_of_result
from describe_changes.core.service.operations import OPERATIONS
from shapely.geometry import box, mapping


@pytest.fixture
def stored(tmp_path, records):
    """16 tiles over 400 × 400 m; four areas of 200 m² at four sites, the last one rejected."""
    changes, sites = [], []
    for number in range(4):
        site = records.site(number, review_status="rejected" if number == 3 else "")
        sites.append(site)
        changes.append(records.change(number, geometry=site.geometry, site_id=number))
    run = records.run(area_examined_m2=160_000.0)
    path = tmp_path / "result.gpkg"
    write_geopackage(path, run, [records.tile(n) for n in range(16)], changes, records.crs, sites=sites)
    return path


def zones_file(path, records, shapes):
    features = [
        {"type": "Feature", "properties": {"ward": name}, "geometry": mapping(shape)} for name, shape in shapes.items()
    ]
    crs = {"type": "name", "properties": {"name": "EPSG:32615"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}), encoding="utf-8")
    return path


def test_zones_and_the_rest_add_up_and_what_was_rejected_does_not_count(stored, tmp_path, records):
    # Sites lie 90 m apart from the left edge on, 20 m wide: 100 m cut the second in two halves.
    x, y = records.grid.transform.c, records.grid.transform.f
    file = zones_file(tmp_path / "wards.geojson", records, {"West": box(x, y - 400, x + 100, y)})
    said = zones_of_result(zone_options({"result": stored, "zones": file, "zone_name": "ward"}))
    west, outside = said["zones"]
    assert (west["name"], outside["name"]) == ("West", "outside the zones")
    assert west["changed_area_m2"] == pytest.approx(300, abs=0.01)
    assert outside["changed_area_m2"] == pytest.approx(300, abs=0.01)
    assert (west["sites"], outside["sites"]) == (2, 2)
    # UTM's scale makes 40,000 m² of the grid somewhat more or less on the ellipsoid.
    assert west["area_examined_m2"] == pytest.approx(40_000, rel=0.002)
    assert outside["area_examined_m2"] == pytest.approx(120_000, rel=0.002)
    assert west["description"].startswith("In West, between 1 May 2011 and 1 June 2011, 2 sites changed, 300 m²")
    kind, fields = OPERATIONS["zones"]({"result": str(stored), "zones": str(file), "zone_name": "ward"}, None, None)
    assert (kind, fields["data"]["zones"]) == ("result", said["zones"])
    assert said["warnings"] == []


def test_where_not_all_was_examined_the_zones_say_that_they_estimate(tmp_path, records):
    path = tmp_path / "result.gpkg"
    site = records.site(0)
    changes = [records.change(0, geometry=site.geometry, site_id=0)]
    run = records.run(area_examined_m2=80_000.0)
    write_geopackage(path, run, [records.tile(n) for n in range(16)], changes, records.crs, sites=[site])
    x, y = records.grid.transform.c, records.grid.transform.f
    file = zones_file(tmp_path / "wards.geojson", records, {"All": box(x - 5, y - 405, x + 405, y + 5)})
    said = zones_of_result(zone_options({"result": path, "zones": file, "zone_name": "ward"}))
    assert said["zones"][0]["area_examined_m2"] == pytest.approx(80_000)
    assert "estimated" in said["warnings"][0]


def test_what_cannot_be_added_up_is_a_sentence(stored, tmp_path, records):
    file = zones_file(tmp_path / "far.geojson", records, {"Far": box(0, 0, 10, 10)})
    with pytest.raises(InputError, match="No zone of"):
        zones_of_result(zone_options({"result": stored, "zones": file, "zone_name": "ward"}))
    with pytest.raises(InputError, match="Give the field of the zones' names"):
        zone_options({"result": stored, "zones": file})
    old = tmp_path / "old.gpkg"
    write_geopackage(old, records.run(), [records.tile(0)], [], records.crs)
    with pytest.raises(InputError, match="from before there were sites"):
        zones_of_result(zone_options({"result": old, "zones": file, "zone_name": "ward"}))


def test_the_command_says_one_sentence_per_zone(stored, tmp_path, records):
    x, y = records.grid.transform.c, records.grid.transform.f
    file = zones_file(tmp_path / "wards.geojson", records, {"West": box(x, y - 400, x + 100, y)})
    asked = [str(stored), "--zones", str(file), "--zone-name", "ward"]
    told = CliRunner().invoke(main, ["zones", *asked])
    assert told.exit_code == 0, told.output
    assert "West" in told.output
    plain = json.loads(CliRunner().invoke(main, ["zones", *asked, "--json"]).stdout)
    assert [zone["name"] for zone in plain["zones"]] == ["West", "outside the zones"]
    missing = CliRunner().invoke(main, ["zones", str(stored), "--zones", "nowhere.gpkg", "--zone-name", "ward"])
    assert missing.exit_code != 0
