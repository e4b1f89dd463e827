"""The paragraph of a whole area: plain English for none, one and many, from numbers that were added up elsewhere."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from describe_changes.core.sites.paragraph import between_dates, paragraph
from describe_changes.core.sites.tally import SiteTally

from .samples import kind, site

YEARS = (datetime(2007, 1, 1, tzinfo=timezone.utc), datetime(2011, 1, 1, tzinfo=timezone.utc))
DAY = (datetime(2011, 5, 22, tzinfo=timezone.utc), datetime(2011, 5, 23, tzinfo=timezone.utc))
BETWEEN = between_dates(*YEARS, *DAY)


def said(*sites, examined: float | None = 550_000.0, where: str = "") -> str:
    return paragraph(SiteTally.of(sites), BETWEEN, examined, where)


def test_many_sites() -> None:
    sites = [
        site(
            0, kind("building", "disappeared", 60_000, 30), place="south-west", near="120 m west of Main Street School"
        ),
        site(1, kind("building", "disappeared", 5_000, 3), kind("change", "", 1_000, 2), place="south-west"),
        site(2, kind("building", "appeared", 4_000, 1), place="north"),
    ]
    assert said(*sites) == (
        "Between 2007–2010 and 22 May 2011, 3 sites changed, 70,000 m² of the 55.0 ha examined (13 %): "
        "mostly buildings gone (65,000 m² at 2 sites), also a new building (4,000 m² at 1 site) and "
        "changes of other kinds (1,000 m² at 1 site). "
        "Most of it (94 %) lies in the south-west. "
        "The largest site, 60,000 m², lies in the south-west, 120 m west of Main Street School."
    )


def test_no_kind_holds_most() -> None:
    thirds = [site(n, kind(name, "appeared", 100.0), place=place) for n, (name, place) in enumerate(
        [("building", "north"), ("road", "east"), ("water", "centre")])]  # fmt: skip
    assert said(*thirds) == (
        "Between 2007–2010 and 22 May 2011, 3 sites changed, 300 m² of the 55.0 ha examined (0.1 %): "
        "a new building (100 m² at 1 site), new road (100 m² at 1 site) and water gained (100 m² at 1 site). "
        "The largest site, 100 m², lies in the north."
    )


def test_one_site() -> None:
    assert said(site(0, kind("building", "appeared", 120.0), place="centre")) == (
        "Between 2007–2010 and 22 May 2011, 1 site changed, 120 m² of the 55.0 ha examined (under 0.1 %): "
        "a new building. It lies in the centre."
    )
    assert ": all of it buildings gone." in said(site(0, kind("building", "disappeared", 1_200.0, 4)))


def test_nothing_changed_and_nothing_examined() -> None:
    assert said() == "Between 2007–2010 and 22 May 2011, no change was found in the 55.0 ha examined."
    assert said(examined=None) == "Between 2007–2010 and 22 May 2011, no change was found."
    assert said(examined=0.0) == "Nothing was examined: no place has data on both dates."


def test_ground_that_an_old_result_does_not_tell() -> None:
    assert said(site(0), examined=None).startswith("Between 2007–2010 and 22 May 2011, 1 site changed, 100 m²: a new")


def test_rejected_sites_do_not_count_and_are_named() -> None:
    sites = [site(0), site(1, kind("building", "appeared", 9e9), review_status="rejected")]
    assert said(*sites).endswith("a new building. 1 site that was rejected in the review was not counted.")
    assert said(sites[1], sites[1]).endswith(
        "no change was found in the 55.0 ha examined. 2 sites that were rejected in the review were not counted."
    )


def test_what_has_no_class_is_not_named() -> None:
    assert said(site(0, kind("change", "", 120.0), place="centre")) == (
        "Between 2007–2010 and 22 May 2011, 1 site changed, 120 m² of the 55.0 ha examined (under 0.1 %). "
        "It lies in the centre."
    )
    unknown = paragraph(SiteTally.of([site(0)]), BETWEEN, 550_000.0, nameable=())
    assert unknown.endswith("examined (under 0.1 %).")


def test_a_part_has_a_name() -> None:
    assert (
        said(where="in Ward 3")
        == "In Ward 3, between 2007–2010 and 22 May 2011, no change was found in the 55.0 ha examined."
    )
    assert said(examined=0.0, where="in Ward 3") == "Nothing was examined in Ward 3: no place has data on both dates."


def test_more_kinds_than_are_worth_reading() -> None:
    names = ["building", "road", "water", "forest", "pool", "bridge"]
    text = said(*(site(n, kind(name, "appeared", 100.0 - n)) for n, name in enumerate(names)))
    assert "new forest (97 m² at 1 site) and 2 more kinds of change." in text


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ((None, None, None, None), "between two unknown dates"),
        ((None, None, *DAY), "between an unknown date and 22 May 2011"),
        ((DAY[0], None, DAY[0] + timedelta(hours=3), None), "between 2011-05-22 00:00 and 2011-05-22 03:00"),
    ],
)
def test_dates(dates, words: str) -> None:
    assert between_dates(*dates) == words


def test_memory_does_not_grow_with_the_stream() -> None:
    tally = SiteTally.of(site(n, kind(f"class {n}", "appeared", 1.0)) for n in range(3_000))
    assert tally.sites == 3_000
    assert len(tally.kinds) <= 1_001
    assert sum(one.area_m2 for one in tally.kinds.values()) == 3_000
