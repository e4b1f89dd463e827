"""Tiles of LEVIR-CD given back the captions of their crops."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from describe_changes.core.errors import InputError
from describe_changes.training.config import SourceConfig
from describe_changes.training.data.datasets import levir_recovered
from describe_changes.training.data.pairs import load_pairs
from PIL import Image

CELL = 32


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two tiles of 4 × 4 cells whose grey says which cell it is, the second mirrored; captions say it in words."""
    captions: dict[str, list[str]] = {}
    for group in (3, 5):
        for place in range(16):
            if (group, place) == (5, 7):
                continue  # LEVIR-CC left some crops out
            first = "there is no difference" if place == 2 else f"cell {place} of group {group} has a house on the left"
            captions[f"train_{16 * (group - 1) + place + 1:06d}.png"] = [first] * 5
    (tmp_path / "levir_cc").mkdir()
    (tmp_path / "levir_cc" / "captions.json").write_text(json.dumps({"train": captions, "val": {}}))
    cells = np.arange(16, dtype=np.uint8).reshape(4, 4).repeat(CELL, 0).repeat(CELL, 1) * 10
    for name, tile in (("a", cells), ("b", cells[:, ::-1])):
        for folder, pixels in (("A", np.zeros_like(tile)), ("B", tile), ("label", tile * 0)):
            (tmp_path / "tiles" / folder).mkdir(parents=True, exist_ok=True)
            Image.fromarray(np.ascontiguousarray(pixels)).save(
                tmp_path / "tiles" / folder / f"{name}.webp", lossless=True
            )
    matches = tmp_path / "matches.json"
    matches.write_text(json.dumps({"a": [3, "="], "b": [5, "h"]}))
    monkeypatch.setattr(levir_recovered, "MATCHES", matches)
    return tmp_path


def test_every_crop_has_its_own_captions_turned_to_the_tile(data: Path) -> None:
    pairs = load_pairs(data, [SourceConfig(kind="recovered", path="tiles")], ())
    assert len(pairs) == 16 + 15
    for pair in pairs:
        place = round(float(pair.images[1].mean()) / 10)
        caption = " ".join(pair.captions[0])
        if place == 2:
            assert caption == "there is no difference"
            assert pair.changed == 0
            continue
        words = caption.split()
        assert words[1] == str(place)
        assert words[-1] == ("left" if words[4] == "3" else "right"), "the second tile lies mirrored"
        assert pair.changed == 1


def test_captions_without_a_training_part_are_named(data: Path) -> None:
    (data / "levir_cc" / "captions.json").write_text(json.dumps({"val": {}}))
    with pytest.raises(InputError, match="no part 'train'"):
        load_pairs(data, [SourceConfig(kind="recovered", path="tiles")], ())


def test_the_shipped_list_names_each_tile_once_and_only_known_turns() -> None:
    listed = json.loads(levir_recovered.MATCHES.read_text(encoding="utf-8"))
    assert len(listed) > 100
    assert {turn for _, turn in listed.values()} <= set("=ohv")
    assert all(1 <= group <= 475 for group, _ in listed.values())
