"""The chart and the table of a time series."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from describe_changes.core.errors import InputError
from describe_changes.core.io.records import SummaryRecord, date_columns
from describe_changes.core.timeseries.chart import Group, Value, write_chart
from describe_changes.core.timeseries.table import series_table, write_csv

SVG = "{http://www.w3.org/2000/svg}"
NASTY = "<img src=x onerror=alert(1)>"


class Balance(HTMLParser):
    """Whether what is opened is closed, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture
def groups(records):
    """Three pairs of two classes; areas in km² on the axis."""

    def make(**fields):
        run = records.run(**fields)
        return [
            Group(f"200{n}", f"200{n + 1}", 1.0, 16, 6, (
                Value("building appeared", "#d55e00", 500_000.0 * n, n, n),
                Value("other change", "#cc79a7", 1_000_000.0, 2, 3),
            ), run)
            for n in range(3)
        ]  # fmt: skip

    return make


def test_bars_stand_in_proportion_with_the_unit_on_the_axis(tmp_path, groups):
    write_chart(tmp_path / "c.svg", groups())
    root = ElementTree.parse(tmp_path / "c.svg").getroot()  # noqa: S314 - written here
    bars = [rect for rect in root.iter(f"{SVG}rect") if rect.find(f"{SVG}title") is not None]
    assert [bar.get("fill") for bar in bars] == ["#cc79a7", "#d55e00", "#cc79a7", "#d55e00", "#cc79a7"]
    heights = [float(bar.get("height")) for bar in bars]
    assert heights[0] == pytest.approx(heights[3])  # 1 km² each
    assert heights[1] == pytest.approx(heights[0] / 2, abs=0.1)
    assert bars[1].find(f"{SVG}title").text == "2001 → 2002: building appeared, 50.0 ha in 1 area"
    feet = {round(float(bar.get("y")) + float(bar.get("height")), 1) for bar in bars}
    assert len(feet) == 1  # all on the axis
    texts = ["".join(text.itertext()).strip() for text in root.iter(f"{SVG}text")]
    assert "Changed area (km²)" in texts
    assert "Pair of dates" in texts
    assert any("building appeared" in text and "other change" in text for text in texts)
    assert "2002→ 2003" in texts


@pytest.mark.parametrize(("largest", "unit"), [(0.0, "m²"), (99_999.0, "m²"), (100_000.0, "ha"), (1e6, "km²")])
def test_units_keep_the_digits_few(tmp_path, groups, largest, unit):
    first = groups()[0]
    group = Group(first.first, first.second, 1.0, 1, 0, (Value("x", "#000000", largest, 1, 1),), first.run)
    write_chart(tmp_path / "c.svg", [group])
    assert f"Changed area ({unit})" in (tmp_path / "c.svg").read_text(encoding="utf-8")


def test_page_is_well_formed_escaped_and_asks_the_network_for_nothing(tmp_path, groups):
    write_chart(tmp_path / "c.html", groups(warnings=[NASTY, "It is dark."], model=NASTY))
    text = (tmp_path / "c.html").read_text(encoding="utf-8")
    assert Balance(text).open == []
    assert NASTY not in text
    assert text.count("It is dark.") == 1
    assert "default-src 'none'" in text
    assert not re.search(r"url\(|@import|https?://|<script|<link", text)
    assert "each date with the one before" in text
    assert "6 of 16" in text


def test_page_says_when_all_pairs_begin_at_the_first_date(tmp_path, groups):
    write_chart(tmp_path / "c.html", [replace(group, first="2000") for group in groups()])
    assert "each with the first date" in (tmp_path / "c.html").read_text(encoding="utf-8")


def test_existing_files_stay(tmp_path, groups, records):
    write_chart(tmp_path / "c.html", groups())
    (tmp_path / "c.svg").write_text("mine")
    with pytest.raises(InputError, match="is no chart of Describe Changes"):
        write_chart(tmp_path / "c.svg", groups(), overwrite=True)
    assert (tmp_path / "c.svg").read_text() == "mine"
    with pytest.raises(InputError, match="exists already"):
        write_chart(tmp_path / "c.html", groups())
    with pytest.raises(InputError, match="exists already"):
        write_csv(tmp_path / "c.html", [])
    write_chart(tmp_path / "c.html", groups(), overwrite=True)
    assert (tmp_path / "c.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_csv_has_the_columns_of_the_summary_table(tmp_path, records):
    dates = date_columns(records.before, records.after, records.after, None)
    found = {"changed_area_m2": 12.5, "changes": 2, "changed_tiles": 1}
    row = SummaryRecord(pair=1, **dates, class_name="building", transition="appeared", **found)
    write_csv(tmp_path / "s.csv", [row])
    with (tmp_path / "s.csv").open(encoding="utf-8-sig", newline="") as file:
        (found,) = csv.DictReader(file)
    assert found == {"pair": "1", "date_before": "2011-05-01T00:00:00Z", "date_before_end": "2011-06-01T12:30:00Z",
                     "date_after": "2011-06-01T12:30:00Z", "date_after_end": "",
                     "dates": "2011-05-01 to 2011-06-01 → 2011-06-01",
                     "class": "building", "transition": "appeared", "changed_area_m2": "12.5", "changes": "2",
                     "changed_tiles": "1"}  # fmt: skip


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_is_a_formula(tmp_path, records, begin):
    text = f"{begin}cmd|' /C calc'!A0"
    dates = date_columns(records.before, None, records.after, None)
    row = SummaryRecord(pair=1, **dates, class_name=text, transition=text, changed_area_m2=-1.5)
    write_csv(tmp_path / "s.csv", [row])
    with (tmp_path / "s.csv").open(encoding="utf-8-sig", newline="") as file:
        (found,) = csv.DictReader(file)
    assert found["class"] == found["transition"] == "'" + text
    assert found["changed_area_m2"] == "-1.5"  # a number stays one


def test_text_table_names_a_pair_once_and_says_none():
    classes = [{"name": "building appeared", "changed_area_m2": 1240.0, "changes": 3},
               {"name": "other change", "changed_area_m2": 20.0, "changes": 1},
               {"name": "building disappeared", "changed_area_m2": 0.0, "changes": 0}]  # fmt: skip
    quiet = [{**value, "changes": 0} for value in classes]
    pairs = [{"from": "2001", "to": "2002", "changed_tiles": 2, "tiles": 9, "classes": classes},
             {"from": "2002", "to": "2003", "changed_tiles": 0, "tiles": 9, "classes": quiet}]  # fmt: skip
    lines = series_table(pairs).splitlines()
    assert lines[2].split("  ")[0] == "2001"
    assert "1,240 m²" in lines[2]
    assert lines[3].startswith(" ")
    assert "20 m²" in lines[3]
    assert "none" in lines[4]
    assert len(lines) == 5
