"""The reliability diagram."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from click.testing import CliRunner
from describe_changes.training.evaluation.calibration import main, reliability
from describe_changes.training.packs.export import ValidationOutputs, fit_calibration

SVG = "{http://www.w3.org/2000/svg}"


def test_every_filled_bin_is_a_dot_at_its_score_and_share(tmp_path: Path) -> None:
    scores, changed = [0.9, 0.95, 0.92, 0.1], [True, True, False, False]
    source, target = tmp_path / "evaluation.json", tmp_path / "reliability.svg"
    source.write_text(json.dumps({"calibration": reliability(scores, changed)}))
    assert CliRunner().invoke(main, [str(source), "-o", str(target)]).exit_code == 0
    tree = ElementTree.parse(target).getroot()  # noqa: S314  (our own file)
    plot = tree.findall(f"{SVG}rect")[1]
    left, top, side = (float(plot.get(name, "")) for name in ("x", "y", "width"))
    dots = tree.findall(f"{SVG}circle")
    places = sorted(
        (round((float(d.get("cx", "")) - left) / side, 2), round(1 - (float(d.get("cy", "")) - top) / side, 2))
        for d in dots
    )
    assert places == [(0.1, 0.0), (0.92, 0.67)]
    assert float(dots[1].get("r", "")) > float(dots[0].get("r", "")), "three pairs weigh more than one"


def test_an_evaluation_without_flags_gets_a_sentence(tmp_path: Path) -> None:
    source = tmp_path / "evaluation.json"
    source.write_text(json.dumps({"calibration": "not computed: no pair says whether it changed"}))
    said = CliRunner().invoke(main, [str(source), "-o", str(tmp_path / "out.svg")])
    assert said.exit_code == 1
    assert "holds no change score of" in said.output
    assert not (tmp_path / "out.svg").exists()


@pytest.mark.parametrize("spread", [1.0, 8.0, 60.0])
def test_platt_scaling_gives_calibrated_scores_for_logits_of_any_size(spread: float) -> None:
    """Overconfident logits come back to the share that is true; Newton's method without a brake once ran away here."""
    rng = np.random.default_rng(0)
    truth = rng.normal(0.5, 1.5, 3000)
    changed = (rng.random(3000) < 1 / (1 + np.exp(-truth))).astype(np.int64)
    fitted = fit_calibration(ValidationOutputs(spread * truth + 3.0, changed, np.zeros((1, 0, 3), np.int64)))
    assert fitted.scale == pytest.approx(1 / spread, rel=0.15)
    scores = 1 / (1 + np.exp(-(fitted.scale * (spread * truth + 3.0) + fitted.offset)))
    assert reliability(scores.tolist(), changed.astype(bool).tolist())["ece"] < 0.03


def test_separable_logits_stay_finite() -> None:
    logits = np.array([-30.0, -25.0, 25.0, 40.0])
    fitted = fit_calibration(ValidationOutputs(logits, np.array([0, 0, 1, 1]), np.zeros((1, 0, 3), np.int64)))
    scores = 1 / (1 + np.exp(-(fitted.scale * logits + fitted.offset)))
    assert scores == pytest.approx([0.25, 0.25, 0.75, 0.75], abs=0.1), "Platt's targets: (0 + 1) / (2 + 2) and 3 / 4"


def test_a_diagram_is_written_over_nothing(tmp_path: Path) -> None:
    source = tmp_path / "evaluation.json"
    source.write_text(json.dumps({"calibration": {"bins": [{"n": 1, "score": 0.5, "changed": 1.0}]}}))
    for target in (source, tmp_path / "link.svg"):
        if not target.exists():
            target.symlink_to(source)
        said = CliRunner().invoke(main, [str(source), "-o", str(target)])
        assert said.exit_code == 1
        assert "exists already" in said.output
    assert "calibration" in source.read_text()
