"""Differences of systems on the same pairs and seeds: intervals, what is read, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from describe_changes.core.errors import InputError
from describe_changes.training import paired_differences
from describe_changes.training.data.datasets import PairSample
from describe_changes.training.paired_differences import as_markdown, bootstrap, cider_of, differences

REFERENCES = ["a house is built near the road", "many trees are removed", "a pool appears in the corner"]
SAMPLES = [
    *(
        PairSample(str(row), Path("a"), Path("b"), (text,), True, place=f"tile{row // 2}")
        for row, text in enumerate(REFERENCES)
    ),
    PairSample("still", Path("a"), Path("b"), ("the scene is the same as before",), False, place="tile1"),
]
SAME = "the scene is the same as before"


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two systems with two seeds each; `good` is right about more pairs, and worse on shifted ones."""
    monkeypatch.setattr(paired_differences, "held_out", lambda folder, data: SAMPLES)
    said = {
        "base-seed0": ([REFERENCES[0], "nothing", "nothing", SAME], [REFERENCES[0], "nothing", "nothing", SAME]),
        "base-seed1": (["nothing", "nothing", "nothing", SAME], ["nothing", "nothing", "nothing", SAME]),
        "good-seed0": ([*REFERENCES[:2], "nothing", SAME], ["nothing", "nothing", "nothing", SAME]),
        "good-seed1": ([*REFERENCES[:2], "nothing", SAME], ["nothing", "nothing", "nothing", SAME]),
        "good-seed7": ([*REFERENCES, SAME], [*REFERENCES, SAME]),  # the baseline has no such seed
    }
    for name, (plain, shifted) in said.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "captions.json").write_text(json.dumps(plain))
        (tmp_path / name / "captions_shifted.json").write_text(json.dumps(shifted))
        (tmp_path / name / "evaluation.json").write_text("{}")
    (tmp_path / "good-seed2").mkdir()  # not finished
    (tmp_path / "good-seed2" / "captions.json").write_text(json.dumps([*REFERENCES, SAME]))
    return tmp_path


def test_figures_are_those_of_changed_pairs_and_average_to_the_corpus() -> None:
    from pycocoevalcap.cider.cider import Cider

    said = [REFERENCES[0], "a pool is removed", REFERENCES[2], "whatever"]
    figures = cider_of(said, SAMPLES)
    assert figures.shape == (3,)
    references = {row: [text] for row, text in enumerate(REFERENCES)}
    corpus = Cider().compute_score(references, {row: [said[row]] for row in range(3)})[0]
    assert figures.mean() == pytest.approx(100 * corpus)
    with pytest.raises(InputError, match="described 3 pairs, but the data hold 4"):
        cider_of(said[:3], SAMPLES)


def test_differences_are_of_shared_seeds_on_both_kinds_of_pairs(runs: Path) -> None:
    base, good = differences(runs, Path(), "base")
    assert base["system"] == "base"
    assert base["as they are, minus base"] == "–"
    assert good["seeds"] == "2"
    hit = cider_of([*REFERENCES, SAME], SAMPLES)
    mean = (hit[0] + hit[1] - hit[0] / 2) / 3
    assert good["as they are, minus base"].startswith(f"{mean:+.1f} [")
    assert good["shifted, minus base"].startswith(f"{-hit[0] / 6:+.1f} [")
    assert good["shifted − as they are"].startswith(f"{-(hit[0] + hit[1]) / 3:+.1f} [")
    assert base["shifted − as they are"] == "+0.0 [+0.0, +0.0]"
    assert good["shifted − as they are, minus base"] == good["shifted − as they are"]
    assert (good["as they are, seeds ahead"], good["shifted, seeds ahead"]) == ("2", "0")
    table = as_markdown([base, good])
    assert len({line.count("|") for line in table.splitlines()}) == 1
    with pytest.raises(InputError, match="no finished run of best"):
        differences(runs, Path(), "best")


def test_an_interval_holds_what_seeds_and_pairs_say() -> None:
    rng = np.random.default_rng(1)
    pairs, seeds = rng.normal(0, 10, 200), rng.normal(0, 3, 5)
    figures = 2 + pairs + seeds[:, None] + rng.normal(0, 1, (5, 200))
    wide = bootstrap(figures)
    assert wide.low < wide.mean < wide.high
    assert wide.mean == pytest.approx(figures.mean())
    error = np.sqrt(pairs.var() / 200 + seeds.var() / 5)  # of independent pairs and seeds
    assert wide.high - wide.low == pytest.approx(2 * 1.96 * error, rel=0.1)
    assert bootstrap(np.full((3, 8), 4.0)) == bootstrap(np.full((3, 8), 4.0), list("aabbccdd"))


def test_tiles_whose_pairs_agree_make_the_interval_wider() -> None:
    rng = np.random.default_rng(2)
    figures = np.repeat(rng.normal(0, 10, 12), 16)[None].repeat(3, axis=0)
    tiles = [str(row // 16) for row in range(figures.shape[1])]
    by_pair, by_tile = bootstrap(figures), bootstrap(figures, tiles)
    assert by_tile.high - by_tile.low > 2 * (by_pair.high - by_pair.low)
