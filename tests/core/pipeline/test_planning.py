"""What a plan says of imagery that the model does not know."""

from __future__ import annotations

from describe_changes.core.models.packs import Radiometry
from describe_changes.core.pipeline.planning import unfamiliar
from describe_changes.core.raster.radiometry import Appearance

KNOWN = Radiometry(brightness=(50, 150), contrast=(10, 60), red_green=(-20, 20), blue_green=(-30, 10))
USUAL = Appearance(brightness=100, contrast=30, red_green=0, blue_green=-10)


def test_usual_imagery_and_unknown_ranges_say_nothing() -> None:
    assert unfamiliar((USUAL, USUAL), KNOWN) == ()
    assert unfamiliar((USUAL, None), KNOWN) == ()
    assert unfamiliar((Appearance(0, 0, 0, 0), USUAL), None) == ()


def test_each_strange_date_gets_one_sentence_that_names_all_that_is_strange() -> None:
    night = Appearance(brightness=12, contrast=4, red_green=0, blue_green=-10)
    infrared = Appearance(brightness=100, contrast=30, red_green=60, blue_green=-10)
    assert unfamiliar((night, infrared), KNOWN) == (
        "The earlier raster is darker and has less contrast than the images that the model was trained on; hold "
        "captions and masks against the imagery.",
        "The later raster is redder than the images that the model was trained on; hold captions and masks against the "
        "imagery.",
    )
