"""Dates from words, tags, sidecars and file names."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from describe_changes.core.errors import InputError
from describe_changes.core.raster.dates import (
    EpochDate,
    check_order,
    date_in_name,
    date_span,
    dated,
    find_date,
    parse_date,
)
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
        ("2011-05-22 17:30", "2011-05-22T17:30:00", "2011-05-22T17:30:00", "second"),
        ("2011-05-22T17:30", "2011-05-22T17:30:00", "2011-05-22T17:30:00", "second"),
        ("2011-05-22t17:30z", "2011-05-22T17:30:00", "2011-05-22T17:30:00", "second"),
        ("2011-05-22 17:30 UTC", "2011-05-22T17:30:00", "2011-05-22T17:30:00", "second"),
        ("2011-05-22T17:30+02", "2011-05-22T15:30:00", "2011-05-22T15:30:00", "second"),
        ("2011-05-22 17:30:15 -0530", "2011-05-22T23:00:15", "2011-05-22T23:00:15", "second"),
        ("20110522T1730", "2011-05-22T17:30:00", "2011-05-22T17:30:00", "second"),
        ("2011-05-22 00:00", "2011-05-22T00:00:00", "2011-05-22T23:59:59", "day"),
        ("2011142", "2011-05-22T00:00:00", "2011-05-22T23:59:59", "day"),
        ("2012-366", "2012-12-31T00:00:00", "2012-12-31T23:59:59", "day"),
        ("2011-05-22 17:30/2011-05-23", "2011-05-22T17:30:00", "2011-05-23T23:59:59", "range"),
        ("2012/2013", "2012-01-01T00:00:00", "2013-12-31T23:59:59", "range"),
    ],
)
def test_parse(text: str, start: str, end: str, precision: str) -> None:
    date = parse_date(text)
    assert (date.start.isoformat(), date.end.isoformat(), date.precision) == (start, end, precision)
    assert EpochDate.from_dict(json.loads(json.dumps(date.to_dict()))) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2011-05-22 25:00",
        "2011-05-22 17:60",
        "2011-366",
        "2011-000",
        "2011-05-22 17",
        "2012-13",
        "2012-02-30",
        "31.07.2012",
        "2013/2012",
        "12-07-31",
    ],
)
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
        ("20160315105032.tif", "2016-03-15"),
        ("20200831_173512_1024_3B_AnalyticMS_SR_8b_clip.tif", "2020-08-31"),
        ("LC08_L1TP_026034_20200831_20200906_02_T1.tif", "2020-08-31"),
        ("LE70260342010180EDC00.tif", "2010-06-29"),
        ("MOD09A1.A2020241.h10v05.tif", "2020-08-28"),
        ("2020243_modis.tif", "2020-08-30"),
        ("scene_2011142.tif", "2011-05-22"),
        ("17AUG2018_ortho.tif", "2018-08-17"),
        ("ortho-2018-Aug-17.tif", "2018-08-17"),
        ("ortho_31.07.2012.tif", "2012-07-31"),
        ("ortho_31-07-2012.tif", "2012-07-31"),
        ("ortho_07-31-2012.tif", "2012-07-31"),
        ("ortho_05-06-2012.tif", "2012"),
        ("2012 07 31 flight.tif", "2012-07-31"),
        ("2012年7月31日.tif", "2012-07-31"),
        ("DOP_2010_05_412.tif", "2010-05"),
        ("mosaic_2020-2021.tif", "2020-01-01 to 2021-12-31"),
        ("ortho_1000x2000.tif", None),
        ("naip_2m_2000m.tif", None),
        ("swissimage-dop10_2020_2600-1200_0.1_2056.tif", "2020"),
        ("epsg2056_2600-1200.tif", None),
        ("scene_20201301.tif", None),
        ("tile_1999500.tif", None),
    ],
)
def test_file_names(name: str, expected: str | None) -> None:
    found = date_in_name(Path(name))
    assert (None if found is None else str(found)) == expected


def test_acquisition_before_sidecar_before_name_before_the_files_own_date(tmp_path: Path) -> None:
    path = tmp_path / "scene_2010.tif"
    plain = tmp_path / "scene.tif"
    written = {"TIFFTAG_DATETIME": "2013:01:02 03:04:05"}
    assert str(find_date(plain, written)) == "2013-01-02 03:04:05"
    assert str(find_date(path, written)) == "2010"
    item = {"type": "Feature", "stac_version": "1.0.0", "properties": {"datetime": "2010-05-06T07:08:09Z"}}
    path.with_suffix(".json").write_text(json.dumps(item))
    assert str(find_date(path, written)) == "2010-05-06 07:08:09"
    found = find_date(path, {**written, "AcquisitionDateTime": "2010-06-07T08:09:10"})
    assert found is not None
    assert found.start == datetime(2010, 6, 7, 8, 9, 10)
    assert found.source == "ACQUISITIONDATETIME of scene_2010.tif"
    assert find_date(plain, {"TIFFTAG_DATETIME": "0000:00:00 00:00:00"}) is None


@pytest.mark.parametrize("tag", ["TIFFTAG_DATETIME", "EXIF_DateTime"])
def test_a_processing_date_never_beats_the_name(tag: str) -> None:
    found, warnings = dated(Path("flight_20100601.tif"), {tag: "2023:05:09 11:00:00"})
    assert str(found) == "2010-06-01"
    assert len(warnings) == 1
    for part in ("flight_20100601.tif", "2010-06-01", "2023-05-09 11:00:00", tag.upper()):
        assert part in warnings[0]
    assert dated(Path("flight_20100601.tif"), {tag: "2010:06:01 23:00:00"})[1] == ()


def test_acquisition_and_name_that_contradict_each_other_are_both_told() -> None:
    found, (warning,) = dated(Path("mosaic_20230501.tif"), {"NITF_IDATIM": "20100601120000"})
    assert str(found) == "2010-06-01 12:00:00"
    assert "2023-05-01" in warning


def test_two_files_processed_in_one_week_keep_the_dates_of_their_names(write: Writer) -> None:
    before = write("flight_20100601.tif", tags={"TIFFTAG_DATETIME": "2023:05:09 11:00:00"})
    after = write("flight_20180601.tif", tags={"TIFFTAG_DATETIME": "2023:05:02 16:00:00"})
    with open_pair(before, after) as pair:
        assert [str(date) for date in pair.dates] == ["2010-06-01", "2018-06-01"]
        assert len([text for text in pair.warnings if "2023-05" in text]) == 2
    with open_pair(before, after, date_before="2010", date_after="2018") as pair:
        assert pair.warnings == ()


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
    assert date_span([]) is None
    day = parse_date("2012-07-31", "a")
    assert date_span([day, parse_date("2012-07-31", "b")]) == day
    both = date_span([parse_date("2012-08-02"), day])
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
