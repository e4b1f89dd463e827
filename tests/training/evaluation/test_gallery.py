"""The gallery for judging captions by looking, and its tally."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner
from describe_changes.core.errors import InputError
from describe_changes.core.models.packs import default_model
from describe_changes.training.data.datasets import load_dataset
from describe_changes.training.evaluation.gallery import COLUMNS, main, sample_pairs, summarise_judgements
from PIL import Image


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def fill(path: Path, marks: list[tuple[str, str, str, str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as stream:
        table = csv.writer(stream)
        table.writerow(COLUMNS)
        for number, row in enumerate(marks, start=1):
            table.writerow([number, f"pair_{number}", "a caption", "", *row])


def test_sheets_show_the_changed_pairs_with_the_models_caption(tiny_data: Path, tmp_path: Path) -> None:
    out = tmp_path / "gallery"
    command = [str(default_model()), str(tiny_data / "levir"), "--split", "train", "--count", "2", "-o", str(out)]
    said = CliRunner().invoke(main, command)
    assert said.exit_code == 0, said.output
    rows = rows_of(out / "judgements.csv")
    assert [row["id"] for row in rows] == ["train_000001", "train_000003"], "only changed pairs are worth judging"
    assert all(row["caption"] for row in rows)
    assert "a house is built in the top left corner" in rows[0]["references"]
    with Image.open(out / "sheet_01.jpg") as sheet:
        assert sheet.height == 2 * 228
        before, after = sheet.getpixel((40, 40)), sheet.getpixel((224 + 40, 40))
    assert min(after) > 230 > max(before), "the white square of the later date lies in the second picture"


def test_filled_judgements_are_never_written_over(tiny_data: Path, tmp_path: Path) -> None:
    fill(tmp_path / "judgements.csv", [("1", "1", "0", "place")])
    held = (tmp_path / "judgements.csv").read_bytes()
    command = [str(default_model()), str(tiny_data / "levir"), "--split", "train", "--count", "2", "-o", str(tmp_path)]
    said = CliRunner().invoke(main, command)
    assert said.exit_code == 1
    assert "exists already" in said.output
    assert (tmp_path / "judgements.csv").read_bytes() == held


def test_the_draw_depends_on_the_seed_alone(tiny_data: Path) -> None:
    samples = load_dataset(tiny_data / "levir", "train")
    assert sample_pairs(samples, 1, seed=3) == sample_pairs(samples, 1, seed=3)
    assert len({tuple(sample.id for sample in sample_pairs(samples, 1, seed=seed)) for seed in range(12)}) > 1
    assert len(sample_pairs(samples, 50, seed=0)) == 2


def test_tally_counts_captions_that_are_right_in_everything(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    fill(path, [("1", "1", "1", ""), ("1", "1", "0", "wrong place"), ("0", "1", "0", "wrong place")])
    assert summarise_judgements(path) == {
        "pairs": 3,
        "true": 1,
        "object": 2,
        "action": 3,
        "place": 1,
        "error: wrong place": 2,
    }


def test_a_pair_without_judgement_is_not_counted_as_wrong(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    fill(path, [("1", "1", "1", ""), ("", "", "", "")])
    with pytest.raises(InputError, match="pair 2 is not judged"):
        summarise_judgements(path)
