"""Questions with right answers: sites made by hand, and which of them each question means, found by reading the table.

Wordings are those of people, not of the grammar: it may know a question in many words, or must say what it does not.
"""

from __future__ import annotations

import json
import os
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from describe_changes.core.ask.answer import answer
from describe_changes.core.ask.filters import (
    All,
    AnyOf,
    Confidence,
    Count,
    Date,
    Near,
    Not,
    Number,
    Size,
    Value,
    What,
    Word,
    Zone,
)
from describe_changes.core.ask.formal import is_formal, parse_filter
from describe_changes.core.ask.question import parse_question
from describe_changes.core.ask.vocabulary import Vocabulary, singular
from describe_changes.core.errors import InputError
from describe_changes.core.io.geopackage_writer import write_geopackage
from describe_changes.core.io.records import SiteRecord, as_fields
from describe_changes.core.jsonable import dumps_strict
from describe_changes.core.service.operations import OPERATIONS
from shapely.geometry import MultiPolygon, box

GONE, NEW = "disappeared", "appeared"


def day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=timezone.utc)


def site(
    number: int, kinds: list[tuple[str, str, float, int]], place: str, certainty: str = "sure", **fields
) -> SiteRecord:
    main = max(kinds, key=lambda kind: kind[2])
    values = {
        "geometry": MultiPolygon([box(number * 10, 0, number * 10 + 5, 5)]),
        "site_id": number,
        "description": "something changed",
        "description_source": "measured",
        "class_name": main[0],
        "transition": main[1],
        "classes": [
            {"class": name, "transition": became, "changed_area_m2": area, "changes": count}
            for name, became, area, count in kinds
        ],
        "changed_area_m2": sum(kind[2] for kind in kinds),
        "changes": sum(kind[3] for kind in kinds),
        "place": place,
        "certainty": certainty,
        "confidence": {"sure": 0.95, "likely": 0.75, "doubtful": 0.4}[certainty],
        "date_before": day("2007-01-01"),
        "date_after": day("2011-05-22"),
    }
    return SiteRecord(**{**values, **fields})


SITES = [
    site(0, [("building", GONE, 5_000, 12)], "south-west", near="120 m west of Main Street School"),
    site(1, [("building", GONE, 150, 1)], "south-west", "likely"),
    site(2, [("building", GONE, 900, 4), ("change", "", 100, 1)], "south", review_status="accepted"),
    site(3, [("building", NEW, 300, 2)], "north", description="two houses with red roofs appear by the pond"),
    site(4, [("building", NEW, 12_000, 6)], "north-east", description="a parking lot and a mall are built"),
    site(5, [("road", NEW, 2_500, 1)], "east", "likely", near="at Mill"),
    site(6, [("vegetation", GONE, 60_000, 3)], "north-west", description="the forest is cleared"),
    site(7, [("vegetation", NEW, 700, 2), ("road", GONE, 80, 1)], "centre", "doubtful"),
    site(8, [("change", "", 40, 1)], "west", "doubtful", review_status="rejected"),
    site(9, [("building", NEW, 450, 1), ("vegetation", GONE, 450, 1)], "south-east", date_before=day("2012-01-01"),
         date_after=day("2014-06-01")),
    site(10, [("water", NEW, 3_000, 1)], "north", "likely", date_before=day("2012-01-01"),
         date_after=day("2014-06-01")),
    site(11, [("building", GONE, 199, 1)], "north", "likely", near="35 m north of St. Mary's"),
]  # fmt: skip
ZONES = {"Ward 3": box(-1, -1, 26, 6), "Old Town": box(29, -1, 46, 6)}
ALL = list(range(12))


def asked(text: str):
    return answer(text, lambda: SITES, ("building", "road", "vegetation", "water", "change"), ZONES)


QUESTIONS: list[tuple[str, list[int]]] = [
    ("houses gone, larger than 200 m2, in the south-west", [0]),
    ("houses gone", [0, 1, 2, 11]),
    ("Which buildings were demolished?", [0, 1, 2, 11]),
    ("show me all new buildings", [3, 4, 9]),
    ("how many houses have been torn down in the south?", [0, 1, 2]),
    ("new houses or new roads", [3, 4, 5, 9]),
    ("new houses and roads", [3, 4, 5, 9]),
    ("houses and roads gone", [0, 1, 2, 7, 11]),
    ("what disappeared in the north?", [6, 11]),
    ("where did forest vanish", [6, 9]),
    ("trees lost, at least 1 ha", [6]),
    ("loss of vegetation over half a hectare", [6]),
    ("sites bigger than an acre", [0, 4, 6]),
    ("everything above 2,000 m² but not vegetation", [0, 4, 5, 10]),
    ("smaller than 0.5 ha and larger than 2000 sq ft", [2, 3, 5, 7, 9, 10, 11]),
    ("between 100 and 500 m2", [1, 3, 11]),
    ("between 0.05 and 0.1 hectares", [2, 7, 9]),
    ("500 m2 or more in the north-east", [4]),
    ("at most 80 square metres", [8]),
    ("no more than 150 sqm", [1, 8]),
    ("the largest site", [6]),
    ("5 largest", [6, 4, 0, 10, 5]),
    ("largest 2 new buildings", [4, 9]),
    ("top 3 building demolitions", [0, 2, 11]),
    ("the two smallest changes", [8, 1]),
    ("total area of new vegetation", [7]),
    ("vegetation gained", [7]),
    ("vegetation lost in the north-west", [6]),
    ("where was water gained?", [10]),
    ("how much ground was built on with houses", [3, 4, 9]),
    ("sites that are not in the north or the centre", [0, 1, 2, 5, 8, 9]),
    ("in the middle", [7]),
    ("NE", [4]),
    ("northern part, new water", [10]),
    ("doubtful", [7, 8]),
    ("sure or likely, houses gone", [0, 1, 2, 11]),
    ("houses gone that are certain", [0, 2]),
    ("at least likely new roads", [5]),
    ("confidence above 80 %", [0, 2, 3, 4, 6, 9]),
    ("confidence below 0.5", [7, 8]),
    ("changes after 2012", [9, 10]),
    ("new houses since May 2013", [9]),
    ("before 2010", [0, 1, 2, 3, 4, 5, 6, 7, 8, 11]),
    ("ponds between 2012 and 2013", [10]),
    ("new pond between 2012 and 2013", [10]),
    ("accepted", [2]),
    ("not yet reviewed, buildings gone", [0, 1, 11]),
    ("everything except rejected sites", [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11]),
    ("houses gone in Ward 3", [0, 1, 2]),
    ("outside Ward 3 and larger than 1 ha", [4, 6]),
    ("new buildings in the Old Town", [3, 4]),
    ("near Main Street School", [0]),
    ("houses near St. Mary's", [11]),
    ("red roofs", [3]),
    ("mall", [4]),
    ("more than 3 buildings", [0, 2, 4]),
    ("at least 12 houses gone", [0]),
    ("at least 2 new houses, sure", [3, 4]),
    ("what was built, with houses, in the north", [3, 4]),
    ("exactly one house", [1, 9, 11]),
    ("site 4", [4]),
    ("sites 3, 5 and 8", [3, 5, 8]),
    ("other changes", [2, 8]),
    ("no buildings", [5, 6, 7, 8, 10]),
    ("without vegetation, in the south", [0, 1, 2]),
    ("houses gone larger than 1000 m2 or in the north-west", [0, 6]),
    ("How many sites are there?", ALL),
    ("houses gone > 200 m²", [0, 2]),
    # wordings that were written before anybody looked at the grammar
    ("which buildings vanished in the northern half?", [11]),
    ("show me everything bigger than half a hectare", [4, 6]),
    ("biggest five sites", [6, 4, 0, 10, 5]),
    ("what got demolished between 2008 and 2011", [0, 1, 2, 6, 7, 11]),
    ("structures torn down, at least 0.05 ha", [0, 2]),
    ("list the doubtful ones", [7, 8]),
    ("sites with more than ten houses destroyed", [0]),
    ("tiny changes below fifty square metres", [8]),
    ("how much ground was cleared?", [0, 1, 2, 6, 7, 9, 11]),
    ("anything in the middle of the area that isn't a building", [7]),
    ("rejected sites", [8]),
    ("not yet reviewed, sure", [0, 3, 4, 6, 9]),
    ("homes lost in the south or the north-west", [0, 1, 2]),
    ("changes of more than 1,000 m² excluding the south-west", [4, 5, 6, 10]),
    ("is there a parking lot?", [4]),
    ("south eastern quarter or south western: removed roofs over 300 sq m", [0]),
    ("sites of 200 to 400 m2", [3]),
    ("200-400 m², new houses", [3]),
    ("show all sites with certainty likely or better, east", [4, 5, 9]),
    ("everything that is new since 2013 in the NE corner", []),
    ("destroyed homes but only the sure ones", [0, 2]),
    ("how many hectares of buildings were lost in total?", [0, 1, 2, 11]),
    ("sites mentioning ponds", [3]),
    ("what is the largest change?", [6]),
    ("more than 5 new homes in the north-eastern part", [4]),
    ("areas bigger than 20,000 sqm or in the centre", [6, 7]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), QUESTIONS, ids=[text for text, _ in QUESTIONS])
def test_questions(text: str, expected: list[int]) -> None:
    found = asked(text)
    assert not found.question.unknown, found.question
    assert found.site_ids == expected, found.question.text
    by_id = {one.site_id: one for one in SITES}
    assert found.changed_area_m2 == pytest.approx(sum(by_id[number].changed_area_m2 for number in expected))
    again = answer(found.question.text, lambda: SITES, (), ZONES)
    assert again.question == found.question
    assert again.site_ids == expected


@pytest.mark.parametrize(
    ("text", "unknown", "expected"),
    [
        ("purple houses gone", "“purple”", [0, 1, 2, 11]),
        ("large houses gone", "“large” (say from what size, such as larger than 500 m²)", [0, 1, 2, 11]),
        ("houses gone larger than 200", "“larger than 200” (say of what: m², ha, acres, ft², or a number of buildings)",
         [0, 1, 2, 11]),
        ("new buildings near the airport", "“airport”", [3, 4, 9]),
        ("recent roads", "“recent” (say since when, such as since 2020)", [5, 7]),
        ("the smallest changes in the east", "how many of the “smallest” (say the smallest 5)", [4, 5, 9]),
        ("which places lost the most buildings", "“most” (say how many, such as at least 3 buildings)", [0, 1, 2, 11]),
        ("the biggest sites in the south", "how many of the “biggest” (say the biggest 5)", [0, 1, 2, 9]),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_named_and_never_guessed(text: str, unknown: str, expected: list[int]) -> None:
    found = asked(text)
    assert list(found.question.unknown) == [unknown]
    assert found.site_ids == expected


def test_what_the_result_cannot_tell_matches_nothing_and_is_named() -> None:
    found = answer("where did trees disappear", lambda: SITES[:4], ("building", "change"))
    assert found.question.unknown == ("“trees” (this result cannot tell; its classes are buildings and changes)",)
    assert (found.count, found.question.text) == (0, "what = 'vegetation disappeared'")


def test_a_name_that_is_not_in_the_result_is_named() -> None:
    with pytest.raises(InputError, match="Nothing of the question was understood: “Main” and “Street”"):
        answer("did anything change near Main Street?", lambda: SITES[3:5], ("building",))


@pytest.mark.parametrize("text", ["", "?", "xyzzy", "colourless green-ish ideas sleep"])
def test_nothing_understood_is_no_answer(text: str) -> None:
    with pytest.raises(InputError, match=r"Nothing of the question was understood.*Ask such as"):
        asked(text)


def test_the_answer_in_words() -> None:
    assert asked("houses gone in the south").sentence == (
        "3 sites match, of 12: 6,150 m² changed in all, of it 6,050 m² of buildings gone. Sites 0, 1 and 2."
    )
    assert asked("site 4").sentence == "1 site matches, of 12: 12,000 m² changed there. Site 4."
    assert asked("new roads in the west").sentence == "No site matches, of 12."
    assert answer("new houses", lambda: [], ("building",)).sentence == "The result holds no sites."
    many = [site(number, [("road", NEW, 10, 1)], "north") for number in range(30)]
    assert answer("new roads", lambda: many).sentence.endswith("17, 18, 19 and 10 more.")


def test_buildings_that_were_counted_are_told_with_their_ground() -> None:
    def counted(number: int, objects: int, more: float = 0.0) -> SiteRecord:
        found = site(number, [("building", GONE, 500.0, 1)], "north", changed_area_m2=500.0 + more)
        found.classes[0]["objects"] = objects
        return found

    asked_for = answer("number of homes gone", lambda: [counted(0, 7), counted(1, 33, 60.0), counted(2, 0)])
    assert "1,500 m² of buildings gone (about 40 buildings counted)" in asked_for.sentence
    assert asked_for.to_dict()["classes"][0]["objects"] == 40
    one = answer("number of homes gone", lambda: [counted(0, 1)])
    assert one.sentence == "1 site matches, of 1: 500 m² changed there (1 building counted). Site 0."


def test_the_filter_as_it_is_shown() -> None:
    shown = asked("houses gone, larger than 0.5 acres, not in the north or Ward 3; sure").question.text
    assert shown == (
        "what = 'building disappeared' and area > 2023.428 m² and not (place = north or place = north-east or "
        "place = north-west) and not zone = 'Ward 3' and certainty = sure"
    )
    assert asked("largest 2 new buildings").question.text == "what = 'building appeared'; largest 2"
    assert asked("all sites").question.text == "all sites"


def test_a_filter_that_was_edited() -> None:
    found = asked("(what = 'building disappeared' or what = road) and not area < 1 ha; largest 5")
    assert found.site_ids == []
    assert asked("what = road or what = 'anything appeared' and area >= 0.3 ha").site_ids == [4, 5, 7, 10]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("area > 5", "an area needs a unit"),
        ("area > much m²", "“much” is no number"),
        ("area ~ 5 m²", "“~” is no comparison"),
        ("place > north", "“>” does not fit there"),
        ("date >= 2010", "“2010” is no date; write 2011-05-22"),
        ("(place = north", "“)” is missing"),
        ("place = north and", "it ends too early"),
        ("place = north south", "“south” is not expected there"),
        ("place = north and colour = red", "“colour” is no field"),
        ("place = north; widest 3", "“widest” is no order"),
        ("(" * 60 + "place = north" + ")" * 60, "it is nested too deeply"),
    ],
)
def test_filters_that_cannot_be_read(text: str, why: str) -> None:
    with pytest.raises(InputError, match=r"^The filter cannot be read: .*\. Conditions are such as") as caught:
        parse_filter(text)
    assert why in str(caught.value)


TREES = [
    What("building", GONE), What("bare ground", ""), What("", NEW), Count("building", ">=", 3), Count("", "<", 2),
    Size("<=", 0.5), Confidence(">", 0.8), Value("place", "south-west"), Value("review", ""), Near("St. Mary's (old)"),
    Zone("and or not = 'x'"), Date(">=", day("2012-02-29")), Word("pond"), Number(7),
    Not(AnyOf((Value("place", "north"), All((Size(">", 1e6), Not(Word("x"))))))),
    All((AnyOf((Number(1), Number(2))), Not(All((Number(3), Number(4)))))),
]  # fmt: skip


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: tree.text)
def test_every_condition_survives_its_own_text(tree) -> None:
    assert is_formal(tree.text)
    assert parse_filter(tree.text).filter == tree


def test_what_people_write_is_no_formal_filter() -> None:
    assert not any(is_formal(text) for text, _ in QUESTIONS if text != "How many sites are there?")


def test_any_text_is_answered_or_refused_with_a_sentence() -> None:
    """Words in any order: never a fault."""
    import random

    drawn = random.Random(5)  # noqa: S311 - no secret
    words = [word for text, _ in QUESTIONS for word in text.split()] + [
        "(",
        ")",
        "'",
        "=",
        "and",
        "or",
        "not",
        "²",
        "1e9",
        "-",
    ]
    vocabulary = Vocabulary.of(SITES, ("building",), ZONES)
    for _ in range(2_000):
        text = " ".join(drawn.choices(words, k=drawn.randint(1, 9)))
        found = parse_question(text, vocabulary)
        if found.understood:
            assert parse_filter(found.text) == type(found)(found.filter, found.order, found.limit), text


IN_QGIS = [
    "houses gone", "houses gone, larger than 200 m2, in the south-west", "not in the north", "sure or likely",
    "at least 12 houses gone", "more than 2 changes", "confidence above 80 %", "changes after 2012", "before 2010",
    "new houses or larger than 2 ha", "red roofs", "largest 5", "all sites", "accepted",
    "not yet reviewed, buildings gone", "site 4", "houses near St. Mary's", "no buildings",
    "what disappeared in the north?", "new houses since May 2013",
]  # fmt: skip
EXPRESSIONS = Path(__file__).with_name("expressions.json")


def test_expressions_are_those_that_the_tests_in_qgis_evaluate() -> None:
    """``tests/plugin/test_expressions.py`` holds them against a layer; ``WRITE_EXPRESSIONS=1`` writes them anew."""
    columns = [{**as_fields(one), "classes": dumps_strict(one.classes)} for one in SITES]
    asked_for = [asked(text) for text in IN_QGIS]
    rows = [{"filter": one.question.text, "expression": one.expression, "site_ids": one.site_ids} for one in asked_for]
    if os.environ.get("WRITE_EXPRESSIONS"):
        EXPRESSIONS.write_text(json.dumps({"sites": columns, "expressions": rows}, indent=1) + "\n", encoding="utf-8")
    assert json.loads(EXPRESSIONS.read_text(encoding="utf-8")) == {"sites": columns, "expressions": rows}


@pytest.mark.parametrize(
    ("many", "one"),
    [("houses", "house"), ("churches", "church"), ("factories", "factory"), ("trees", "tree"), ("glass", "glass")],
)
def test_singular(many: str, one: str) -> None:
    assert singular(many) == one


def test_the_worker_answers_a_question(tmp_path: Path, records: Any) -> None:
    path = tmp_path / "result.gpkg"
    sites = map(records.site, range(3))
    changes = map(records.change, range(3))
    write_geopackage(path, records.run(), map(records.tile, range(2)), changes, records.crs, sites=sites)
    kind, told = OPERATIONS["ask"](
        {"result": str(path), "question": "larger than 1 m2"}, lambda *_: None, lambda: False
    )
    assert kind == "result"
    assert told["data"]["site_ids"] == [0, 1, 2]
    assert told["data"]["filter"] == "area > 1 m²"
    with pytest.raises(InputError, match="Give a question"):
        OPERATIONS["ask"]({"result": str(path)}, lambda *_: None, lambda: False)
