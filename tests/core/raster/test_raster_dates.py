"""Dates from words, tags, sidecars and file names."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from describe_changes.core.errors import InputError
from describe_changes.core.raster.dates import EpochDate, check_order, date_in_name, find_date, hull, parse_date
from describe_changes.core.raster.pair import open_pair

from .conftest import Writer


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2012", "2012-01-01T00:00:00", "2012-12-31T23:59:59", "year"),
        ("2012-02", "2012-02-01T00:00:00", "2012-02-29T23:59:59", "month"),
        ("2012/07", "2012-07-01T00:00:00", "2012-07-31T23:59:59", "month"),
        ("2012-07-31", "2012-07-31T00:00:00", "2012-07-31T23:59:59", "day"),
        ("20120731", "2012-07-31T00:00:00", "2012-07-31T23:59:59", "day"),
        ("2012:07:31 10:11:12", "2012-07-31T10:11:12", "2012-07-31T10:11:12", "second"),
        ("2012-07-31T00:30:00+02:00", "2012-07-30T22:30:00", "2012-07-30T22:30:00", "second"),
        ("2012-07-31T10:11:12.345678Z", "2012-07-31T10:11:12", "2012-07-31T10:11:12", "second"),
        ("2012:07:31 00:00:00", "2012-07-31T00:00:00", "2012-07-31T23:59:59", "day"),
        ("2012-06-01/2012-08", "2012-06-01T00:00:00", "2012-08-31T23:59:59", "range"),
        ("2012/2013", "2012-01-01T00:00:00", "2013-12-31T23:59:59", "range"),
    ],
)
def test_parse(text: str, start: str, end: str, precision: str) -> None:
    date = parse_date(text)
    assert (date.start.isoformat(), date.end.isoformat(), date.precision) == (start, end, precision)
    assert EpochDate.from_dict(json.loads(json.dumps(date.to_dict()))) == date


@pytest.mark.parametrize("text", ["", "yesterday", "2012-13", "2012-02-30", "31.07.2012", "2013/2012", "12-07-31"])
def test_no_date(text: str) -> None:
    with pytest.raises(InputError):
        parse_date(text)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("m_4709963_se_14_1_20120731.tif", "2012-07-31"),
        ("scene_2012-07-31.tif", "2012-07-31"),
        ("scene_2012_07_31_v2.tif", "2012-07-31"),
        ("S2A_20160315T101010_N0201_20160316T.tif", "2016-03-15"),
        ("2012-07.tif", "2012-07"),
        ("1985.tif", "1985"),
        ("naip.2010.tif", "2010"),
        ("tile_31500-5137.tif", None),
        ("tile_1361-10160.tif", None),
        ("mosaic_4096.tif", None),
        ("EPSG_32615.tif", None),
        ("20129999.tif", None),
        ("test_37_39_after.tif", None),
    ],
)
def test_file_names(name: str, expected: str | None) -> None:
    found = date_in_name(Path(name))
    assert (None if found is None else str(found)) == expected


def test_metadata_before_sidecar_before_name(tmp_path: Path) -> None:
    path = tmp_path / "scene_2010.tif"
    assert str(find_date(path)) == "2010"
    item = {"type": "Feature", "stac_version": "1.0.0", "properties": {"datetime": "2011-05-06T07:08:09Z"}}
    path.with_suffix(".json").write_text(json.dumps(item))
    assert str(find_date(path)) == "2011-05-06 07:08:09"
    tags = {"TIFFTAG_DATETIME": "2013:01:02 03:04:05"}
    assert str(find_date(path, tags)) == "2013-01-02 03:04:05"
    tags["AcquisitionDateTime"] = "2012-06-07T08:09:10"
    found = find_date(path, tags)
    assert found is not None
    assert found.start == datetime(2012, 6, 7, 8, 9, 10)
    assert found.source == "ACQUISITIONDATETIME of scene_2010.tif"
    assert str(find_date(path, {"TIFFTAG_DATETIME": "0000:00:00 00:00:00"})) == "2011-05-06 07:08:09"


def test_stac_range_and_broken_sidecars(tmp_path: Path) -> None:
    path = tmp_path / "scene.tif"
    spans = {"datetime": None, "start_datetime": "2011-05-01T00:00:00Z", "end_datetime": "2011-06-01T00:00:00Z"}
    sidecar = tmp_path / "scene.tif.json"
    sidecar.write_text(json.dumps({"stac_version": "1.0.0", "properties": spans}))
    found = find_date(path)
    assert found is not None
    assert str(found) == "2011-05-01 to 2011-06-01"
    for text in ("{", "[]", '{"properties": 3}', '{"stac_version": "1", "properties": {"datetime": 7}}'):
        sidecar.write_text(text)
        assert find_date(path) is None


def test_order() -> None:
    check_order(parse_date("2012"), parse_date("2012-11"))
    with pytest.raises(InputError, match=r"Both rasters are dated 2012 .*--date-before and --date-after"):
        check_order(parse_date("2012", "name of a.tif"), parse_date("2012", "name of b.tif"))
    with pytest.raises(InputError, match=r"swap the two rasters"):
        check_order(parse_date("2013"), parse_date("2012"))


def test_several_files_span_their_dates() -> None:
    assert hull([]) is None
    day = parse_date("2012-07-31", "a")
    assert hull([day, parse_date("2012-07-31", "b")]) == day
    both = hull([parse_date("2012-08-02"), day])
    assert both is not None
    assert str(both) == "2012-07-31 to 2012-08-02"


def test_through_open_pair(write: Writer) -> None:
    before = write("a.tif", tags={"TIFFTAG_DATETIME": "2010:06:29 10:00:00"})
    after = write("b_20120731.tif")
    with open_pair(before, after) as pair:
        assert [str(date) for date in pair.dates] == ["2010-06-29 10:00:00", "2012-07-31"]
    with open_pair(before, after, date_after="2015") as pair:
        assert [str(date) for date in pair.dates] == ["2010-06-29 10:00:00", "2015"]
    with pytest.raises(InputError, match="swap"):
        open_pair(after, before)
