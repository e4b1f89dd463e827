from __future__ import annotations

import base64
import dataclasses
import hashlib
import io
import re
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from describe_changes.common import numbers
from describe_changes.core import formatting
from describe_changes.core.errors import InputError
from describe_changes.core.io.records import RunRecord
from describe_changes.core.report import content
from describe_changes.core.report.drawing import place_labels
from describe_changes.core.report.head import ReportHead
from describe_changes.core.report.html import write_report
from PIL import Image


class Grey:
    """Thumbnails of one colour; remembers which windows were asked for."""

    def __init__(self):
        self.windows = []

    def read(self, window, longest):
        self.windows.append(window)
        size = (min(window.height, longest), min(window.width, longest), 3)
        return np.full(size, 90, np.uint8), np.full(size, 160, np.uint8)


class Page(HTMLParser):
    """Tags with their attributes, and whether what was opened was closed."""

    EMPTY = frozenset({"meta", "br", "image", "path", "use", "img", "input", "line"})

    def __init__(self, text):
        super().__init__()
        self.tags, self.open = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def make(path, records, sites=6, changes=9, images=True, run=None, **options):
    grey = Grey() if images else None
    write_report(
        path,
        run or records.run(),
        records.grid,
        (records.site(n) for n in range(sites)),
        (records.change(n) for n in range(changes)),
        grey,
        **options,
    )
    return path.read_text(encoding="utf-8"), grey


def test_is_well_formed_and_asks_the_network_for_nothing(tmp_path, records):
    text, _ = make(tmp_path / "out.html", records)
    page = Page(text)
    assert page.open == []
    for tag, attributes in page.tags:
        for name in ("src", "href"):
            if name in attributes:
                assert attributes[name].startswith(("data:image/", "#")), (tag, attributes)
    assert not re.search(r"url\(|@import|https?://", text)
    assert "default-src 'none'" in text
    assert not [tag for tag, _ in page.tags if tag in ("link", "iframe")]


def test_the_only_script_is_the_one_that_the_policy_names(tmp_path, records):
    text, _ = make(tmp_path / "out.html", records)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{allowed}'\"" in text
    assert "<script" not in make(tmp_path / "plain.html", records, images=False)[0]


def test_texts_from_outside_are_escaped(tmp_path, records):
    nasty = "<img src=x onerror=alert(1)>"
    run = records.run(before=f"{nasty}.tif", warnings=[nasty], parameters={"bands": nasty}, model=nasty)
    text, _ = make(tmp_path / "out.html", records, run=run)
    assert nasty not in text
    assert "&lt;img src=x" in text
    assert "<b>houses" not in text


HOSTILE = """"'><script>alert(1)</script><img src=x onerror=alert(2)>&lt;b&gt;{{ 7*7 }}javascript:3</svg></style>"""


def hostile(record):
    """Put the hostile text into every text of a record, also inside lists and dictionaries."""

    def spoil(value):
        if isinstance(value, str):
            return HOSTILE
        if isinstance(value, dict):
            return {f"{key}{HOSTILE}": HOSTILE for key in value or ["key"]}
        return [spoil(item) for item in value] if isinstance(value, list) else value

    texts = {f.name: spoil(getattr(record, f.name)) for f in dataclasses.fields(record) if f.name != "geometry"}
    if isinstance(record, RunRecord):
        channel = {"name": HOSTILE, "class_name": HOSTILE, "transition": HOSTILE}
        model = dict.fromkeys(("title", "licence", "training_data", "limits"), HOSTILE)
        texts.update(channels=[channel], model_info=model, warnings=[HOSTILE])
    return dataclasses.replace(record, **texts)


def test_no_field_of_any_record_is_markup(tmp_path, records):
    """The hostile report has the tags and attributes of a harmless one, and shows the texts as texts."""

    def shape(name, change, head):
        sites = [change(records.site(number, description_source="measured")) for number in (0, 3)]
        areas = [change(records.change(number)) for number in range(3)]
        write_report(tmp_path / name, change(records.run()), records.grid, sites, areas, Grey(), head=head)
        text = (tmp_path / name).read_text(encoding="utf-8")
        return text, {(tag, *sorted(attributes)) for tag, attributes in Page(text).tags}

    text, found = shape("hostile.html", hostile, ReportHead(HOSTILE, HOSTILE, HOSTILE, None, HOSTILE))
    _, harmless = shape("harmless.html", lambda record: record, ReportHead("t", "a", "o", None, "n"))
    assert found <= harmless
    assert text.lower().count("<script") == 1
    assert "{{ 7*7 }}" in text
    assert text.count("&lt;script&gt;alert(1)&lt;/script&gt;") > 10


def test_shows_the_largest_and_says_how_many_there_are(tmp_path, records):
    text, grey = make(tmp_path / "out.html", records, max_sites=3)
    assert re.findall(r'<article class="panel site" id="site-(\d+)"', text) == ["5", "4", "3"]
    assert "3 of 6 sites are shown: the largest. All of them are in the GeoPackage." in text
    # The map, and 96 pixels about the middle of each site, as far as the grid goes: worked out by hand.
    assert [(w.row, w.col, w.height, w.width) for w in grey.windows] == [
        (47, 52, 96, 96), (47, 0, 96, 96), (0, 232, 96, 96), (0, 0, 400, 400),
    ]  # fmt: skip


def test_thousands_of_sites_are_counted_and_the_largest_drawn(tmp_path, records, monkeypatch):
    monkeypatch.setattr(content, "DRAWN", 50)
    text, grey = make(tmp_path / "out.html", records, sites=3000, max_sites=2)
    assert "2 of 3,000 sites are shown: the largest. The map draws the 50 largest." in text
    assert "<strong>3,000</strong><span>sites</span>" in text
    assert len(re.findall('<path d="', text.partition('id="sites"')[0])) == 50
    assert len(grey.windows) == 3


def test_map_and_cards_lead_to_each_other(tmp_path, records):
    text, _ = make(tmp_path / "out.html", records)
    page = Page(text)
    ids = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    links = {attributes["href"] for tag, attributes in page.tags if tag == "a"}
    assert links == {f"#{where}-{number}" for where in ("map", "site") for number in range(6)}
    assert {link[1:] for link in links} <= ids


def test_the_paragraph_comes_first_and_the_authors_words_are_at_the_head(tmp_path, records):
    logo = tmp_path / "logo.png"
    Image.new("RGB", (900, 300), "#0b5c95").save(logo)
    head = ReportHead("After the flood", "A. Analyst", "County office", logo, "One.\n\nTwo & three.")
    run = records.run(summary_text="Between May and June 2011, 6 sites changed.")
    text, _ = make(tmp_path / "out.html", records, run=run, head=head)
    told = [
        "<title>After the flood</title>", 'src="data:image/png;base64,', "<h1>After the flood</h1>",
        "What changed between 2011-05-01 and 2011-06-01", "A. Analyst · County office",
        "Between May and June 2011, 6 sites changed.", "One.", "Two &amp; three.", 'id="map"', 'id="sites"',
    ]  # fmt: skip
    places = [text.index(words) for words in told]
    assert places == sorted(places)
    data = base64.b64decode(re.search(r'src="data:image/png;base64,([^"]+)', text)[1])
    assert Image.open(io.BytesIO(data)).size == (400, 133)


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        (ReportHead(logo=Path("nowhere.png")), "logo nowhere.png does not exist"),
        (ReportHead(title="x" * 301), "title of the report has 301 characters"),
        (ReportHead(notes="x" * 10_001), "notes of the report has 10,001 characters"),
    ],
)
def test_a_head_that_cannot_be_is_a_sentence(head, sentence):
    with pytest.raises(InputError, match=sentence):
        head.validate()


def test_a_logo_that_is_no_picture_is_a_sentence_and_nothing_is_written(tmp_path, records):
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"no picture")
    with pytest.raises(InputError, match="is no picture that can be read"):
        make(tmp_path / "out.html", records, head=ReportHead(logo=logo))
    assert not (tmp_path / "out.html").exists()


def test_every_image_has_a_name_for_screen_readers(tmp_path, records):
    text, _ = make(tmp_path / "out.html", records)
    images = [attributes for tag, attributes in Page(text).tags if tag == "svg" and attributes.get("id") is None]
    assert len(images) == 2 + 1 + 3 * 6  # the map, and on paper the earlier date; chart; three for each site
    assert all(attributes["role"] == "img" and attributes["aria-label"] for attributes in images)


def test_outlines_lie_where_the_areas_are(tmp_path, records):
    # Change 0 spans x 0…20 and y 0…10 in pixels, worked out by hand.
    text, _ = make(tmp_path / "out.html", records, sites=1, changes=1)
    card = text.partition('id="site-0"')[2]
    (path,) = re.findall(r'<path d="(M[^"]+)"', card)
    points = {tuple(map(float, pair.split(","))) for pair in path.strip("MZ").split()}
    assert points == {(0, 0), (20, 0), (20, 10), (0, 10)}


def test_numbers_do_not_cover_one_another():
    """The second moves up, the third down, then to the sides; the sixth finds no room."""
    placed = list(place_labels([("7", 50.0, 50.0)] * 6, 10.0))
    assert [(one.x, one.y) for one in placed] == [
        (50, 50), (50, 39), (50, 61), (pytest.approx(58.1), 50), (pytest.approx(41.9), 50),
    ]  # fmt: skip


def test_counts_all_areas_by_class(tmp_path, records):
    text, _ = make(tmp_path / "out.html", records, changes=9)
    rows = re.findall(r"</span>([^<]+)</th><td class=\"number\">([^<]+)</td><td class=\"number\">([^<]+)<", text)
    assert rows == [("building appeared", "4", "800 m²"), ("building disappeared", "5", "1,000 m²")]


def test_nothing_changed_and_no_images(tmp_path, records):
    run = records.run(changed_tiles=0, changes=0, changed_area_m2=0.0)
    path = tmp_path / "out.html"
    write_report(path, run, records.grid, [], [], None)
    text = path.read_text(encoding="utf-8")
    assert "between 1 May 2011 and 1 June 2011, no change was found." in text.replace("Between", "between")
    assert "data:image" not in text


def test_unreadable_images_are_left_out(tmp_path, records):
    class Broken:
        def read(self, window, longest):
            return None

    path = tmp_path / "out.html"
    write_report(path, records.run(), records.grid, [records.site(0)], [], Broken())
    assert "<image" not in path.read_text(encoding="utf-8")


def test_existing_file_stays_unless_told(tmp_path, records):
    path = tmp_path / "out.html"
    path.write_text("precious")
    with pytest.raises(InputError, match="exists already"):
        make(path, records)
    assert path.read_text() == "precious"


@pytest.mark.parametrize(
    ("begin", "end", "text"),
    [
        (datetime(2012, 1, 1), datetime(2012, 12, 31, 23, 59, 59), "2012"),
        (datetime(2011, 1, 1), datetime(2012, 1, 1), "2011"),
        (datetime(2007, 1, 1), datetime(2010, 12, 31, 23, 59, 59), "2007–2010"),
        (datetime(2007, 1, 1), datetime(2011, 1, 1), "2007–2010"),
        (datetime(2012, 7, 1), datetime(2012, 7, 31, 23, 59, 59), "2012-07"),
        (datetime(2012, 2, 1), datetime(2012, 3, 1), "2012-02"),
        (datetime(2012, 7, 31), datetime(2012, 8, 1), "2012-07-31"),
        (datetime(2012, 7, 31, 10, 3), None, "2012-07-31"),
        (datetime(2012, 7, 3), datetime(2012, 7, 9), "2012-07-03 to 2012-07-09"),
        (None, None, "an unknown date"),
    ],
)
def test_spans_read_as_people_write_them(begin, end, text):
    assert formatting.format_date_range(begin, end) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0 m²"),
        (0.84, "0.8 m²"),
        (1240.4, "1,240 m²"),
        (29_442, "29,400 m²"),
        (124_000, "12.4 ha"),
        (3_140_000, "3.1 km²"),
        (123.4e6, "123 km²"),
    ],
)
def test_areas_read_as_people_write_them(value, text):
    assert numbers.format_area(value) == text


def test_durations_and_plurals():
    assert [formatting.format_duration(s) for s in (7.24, 200, 7500)] == ["7.2 s", "3 min 20 s", "2 h 5 min"]
    assert numbers.plural(1, "tile", "tiles") == "1 tile"
    assert numbers.plural(1200, "tile", "tiles") == "1,200 tiles"


@pytest.mark.parametrize(
    ("x", "y", "geographic", "words"),
    [
        (-94.494834, 37.070259, True, "37.07026° N, 94.49483° W"),
        (151.2, -33.87, True, "33.87000° S, 151.20000° E"),
        (366654.14, 4103690.07, False, "366654.1, 4103690.1"),
    ],
)
def test_positions_read_as_on_a_map(x, y, geographic, words):
    assert content._position(x, y, geographic=geographic) == words
