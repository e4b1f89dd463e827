"""The card says what was measured, and nothing where nothing could be."""

from __future__ import annotations

from describe_changes.core.models.config import CaptionerConfig
from describe_changes.core.models.packs import PackInput, PackManifest
from describe_changes.training.packs.model_card import NO_LICENCE, RECOVERED, render

MEASURED = {
    "n": 4,
    "n_changed": 3,
    "change_accuracy": 0.75,
    "mask": {"building": {"f1": 0.5, "iou": 0.3333}},
    "by_gsd": {"1 m": {"mask": {"building": {"f1": 0.25, "iou": 0.1}}}},
    "calibration": {"ece": 0.04},
    "all": {"BLEU-4": 30.0, "METEOR": "not computed: no Java", "S*m": 40.123},
    "changed": {"BLEU-4": 20.0},
    "baselines": {"constant": {"all": {"BLEU-4": 28.74}, "changed": "not computed"}},
}
MASKS_ONLY = {
    "n": 2,
    "n_changed": 0,
    "change_accuracy": "not computed: unknown",
    "mask": {"change": {"f1": 0.6, "iou": 0.4}},
    "all": "not computed: no captions",
    "changed": "not computed: no captions",
    "baselines": "not computed: no captions",
    "calibration": "not computed: unknown",
}
NOTHING = {**MASKS_ONLY, "mask": "not computed: no masks"}


def card(**tables: object) -> str:
    manifest = PackManifest(name="some pack", architecture=CaptionerConfig(), training_data=("x",))
    return render(manifest, tables)  # type: ignore[arg-type]


def test_every_figure_stands_on_the_card() -> None:
    text = card(command=MEASURED)
    for part in ("75.0 %", "0.500, 0.333", "building at 1 m: F1 | 0.250", "0.040", "| 30.00 | not computed: no Java"):
        assert part in text
    assert "40.12" in text
    assert "| constant | all | 28.74" in text
    assert "constant | changed" not in text
    assert NO_LICENCE in text
    assert RECOVERED not in text


def test_the_licence_and_the_limits_are_the_runs_own() -> None:
    manifest = PackManifest(name="p", architecture=CaptionerConfig(), licence="Mine.", training_data=("x",))
    text = render(manifest, {"evaluate p --data levir_cc_recovered": MEASURED}, ["Never saw snow."])
    assert "Mine." in text
    assert NO_LICENCE not in text
    assert "- Never saw snow." in text
    assert RECOVERED in text


def test_what_was_not_computed_is_left_out_not_zero() -> None:
    assert "change: F1, IoU over all pixels | 0.600, 0.400" in card(command=MASKS_ONLY)
    for table in (MASKS_ONLY, NOTHING):
        text = card(command=table)
        assert "accuracy" not in text
        assert "BLEU" not in text
        assert " 0.0" not in text


def test_the_card_says_where_fine_imagery_is_read() -> None:
    expected = PackInput(gsd_m=(0.3, 1.2), fine_gsd_m=0.5)
    text = render(PackManifest(name="some pack", architecture=CaptionerConfig(), input=expected), {})
    assert "finer than 0.5 m is read at 0.5 m" in text
    assert "is read at" not in card()
