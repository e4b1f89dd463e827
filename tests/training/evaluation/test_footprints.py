"""Buildings gone by footprint: the reading, the mean over a footprint, recall at a precision by hand."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from describe_changes.core.errors import InputError
from describe_changes.training.evaluation.footprints import footprint_scores, read_footprints, recall_at_precision


def write(path: Path, *graded: tuple[str, str]) -> Path:
    features = [{"properties": {"subtype": grade}, "wkt": wkt} for wkt, grade in graded]
    path.write_text(json.dumps({"features": {"xy": features}, "metadata": {}}))
    return path


def box(x: float, y: float, size: float) -> str:
    return f"POLYGON (({x} {y}, {x + size} {y}, {x + size} {y + size}, {x} {y + size}, {x} {y}))"


def test_scores_are_means_over_footprints(tmp_path: Path) -> None:
    graded = [(box(1, 2, 2), "destroyed"), (box(0, 0, 1), "major-damage"), (box(5, 5, 1), "un-classified")]
    graded.append((box(3.6, 0.6, 0.2), "no-damage"))  # holds no pixel's centre
    footprints = read_footprints(write(tmp_path / "a.json", *graded))
    assert [footprint.gone for footprint in footprints] == [True, False, False]
    values = np.arange(64, dtype=np.float32).reshape(8, 8)
    expected = [values[2:4, 1:3].mean(), values[0, 0], values[0, 3]]
    assert footprint_scores(values, footprints).tolist() == expected


def test_recall_at_a_precision() -> None:
    scores, gone = np.array([0.9, 0.8, 0.7, 0.6, 0.2]), np.array([True, False, True, True, True])
    assert recall_at_precision(scores, gone, 0.7) == {"recall": 1.0, "precision": 0.8, "threshold": 0.2}
    assert recall_at_precision(scores, gone, 0.9) == {"recall": 0.25, "precision": 1.0, "threshold": 0.9}
    assert recall_at_precision(scores, ~gone, 0.9)["recall"] == 0.0


def test_another_file_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text("[]")
    with pytest.raises(InputError, match=r"b\.json is not a label file of xBD"):
        read_footprints(tmp_path / "b.json")
