"""What a plan says of imagery that the model does not know."""

from __future__ import annotations

from describe_changes.core.models.packs import Radiometry
from describe_changes.core.pipeline.planning import domain_shift_warnings
from describe_changes.core.raster.radiometry import ImageStats

KNOWN = Radiometry(brightness=(50, 150), contrast=(10, 60), red_green=(-20, 20), blue_green=(-30, 10))
USUAL = ImageStats(brightness=100, contrast=30, red_green=0, blue_green=-10)


def test_usual_imagery_and_unknown_ranges_say_nothing() -> None:
    assert domain_shift_warnings((USUAL, USUAL), KNOWN) == ()
    assert domain_shift_warnings((USUAL, None), KNOWN) == ()
    assert domain_shift_warnings((ImageStats(0, 0, 0, 0), USUAL), None) == ()


def test_each_strange_date_gets_one_sentence_that_names_all_that_is_strange() -> None:
    night = ImageStats(brightness=12, contrast=4, red_green=0, blue_green=-10)
    infrared = ImageStats(brightness=100, contrast=30, red_green=60, blue_green=-10)
    assert domain_shift_warnings((night, infrared), KNOWN) == (
        "The earlier raster is darker and has less contrast than the images that the model was trained on: it "
        "writes no sentences; check its masks against the imagery.",
        "The later raster is redder than the images that the model was trained on: it writes no sentences; check "
        "its masks against the imagery.",
    )
