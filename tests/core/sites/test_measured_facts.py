"""Sentences where a model's classes cannot be trusted, and those that were measured can."""

from __future__ import annotations

import pytest
from describe_changes.common.nouns import MEASURED_CLASSES
from describe_changes.common.site_facts import ClassFacts, SiteFacts
from describe_changes.core.sites.paragraph import paragraph
from describe_changes.core.sites.tally import KindTally, SiteTally

LOST = ClassFacts("vegetation", "disappeared", 2, 30_000.0)
HOUSE = ClassFacts("building", "appeared", 3, 8_000.0, 3)


@pytest.mark.parametrize(
    ("classes", "nameable", "said"),
    [
        ((LOST,), MEASURED_CLASSES, "2 areas of vegetation lost, 30,000 m²"),
        ((LOST, HOUSE), MEASURED_CLASSES, "something changed, 38,000 m² in 5 areas, mostly vegetation lost"),
        (
            (HOUSE, ClassFacts("water", "appeared", 1, 6_000.0)),
            MEASURED_CLASSES,
            "something changed, 14,000 m² in 4 areas, of it water gained, 6,000 m²",
        ),
        ((HOUSE,), MEASURED_CLASSES, "something changed, 8,000 m² in 3 areas"),
        ((LOST, HOUSE), (), "something changed, 38,000 m² in 5 areas"),
        ((LOST, HOUSE), None, "2 areas of vegetation lost, 30,000 m²; 3 new buildings, 8,000 m²"),
        ((), MEASURED_CLASSES, "nothing changed"),
    ],
)
def test_only_what_can_be_trusted_is_named(classes, nameable, said) -> None:
    assert SiteFacts(classes).sentence_of(nameable) == said


def test_the_paragraph_names_what_was_measured_and_nothing_else() -> None:
    kinds = {
        ("building", "appeared"): KindTally(3, 4, 8_000.0),
        ("change", ""): KindTally(2, 2, 2_000.0),
        ("vegetation", "disappeared"): KindTally(2, 2, 30_000.0),
    }
    tally = SiteTally(5, 8, 40_000.0, kinds=kinds)
    assert paragraph(tally, "between 2010 and 2012", None, nameable=MEASURED_CLASSES) == (
        "Between 2010 and 2012, 5 sites changed, 40,000 m²: mostly vegetation lost (30,000 m² at 2 sites), also "
        "changes of other kinds (10,000 m²)."
    )
    assert paragraph(tally, "between 2010 and 2012", None, nameable=()) == (
        "Between 2010 and 2012, 5 sites changed, 40,000 m²."
    )
    assert tally.kinds == kinds
