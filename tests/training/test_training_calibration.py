"""The reliability diagram."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from click.testing import CliRunner
from describe_changes.training.calibration import main, reliability

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
    assert "holds no change scores" in said.output
    assert not (tmp_path / "out.svg").exists()
