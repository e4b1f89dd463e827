"""Tiles given back their captions: turns, places, exclusivity, and a whole run on drawn tiles."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from describe_changes.training.data.caption_transforms import D4Transform
from describe_changes.training.data.datasets import levir_recovered
from describe_changes.training.levir_recovery.__main__ import main
from describe_changes.training.levir_recovery.assignment import FIRST_MARGIN, Match, assign, combine, count_impossible
from describe_changes.training.levir_recovery.duplicates import TURNS, Duplicate, find_duplicates, join_duplicates
from describe_changes.training.levir_recovery.features import ORIENTATIONS, mask_figures, shown_cells, turned_figures
from describe_changes.training.levir_recovery.groups import CELLS, Groups, locate
from describe_changes.training.levir_recovery.word_model import WordClassifier, score
from PIL import Image
from scipy import ndimage
from torch import nn

SIDE = 128
"""Of a drawn tile, in pixels."""


def texture(seed: int) -> np.ndarray:
    """Grey (128, 128) that looks like nothing else, in no orientation like itself."""
    noise = np.random.default_rng(seed).normal(size=(SIDE, SIDE))
    smooth = ndimage.gaussian_filter(noise, 1.5)
    return (128 + 40 * smooth / smooth.std()).clip(0, 255).astype(np.uint8)


def turned(array: np.ndarray, turn: int) -> np.ndarray:
    """Independently of `D4Transform`."""
    array = array[:, ::-1] if TURNS[turn] in "ho" else array
    return np.ascontiguousarray(array[::-1] if TURNS[turn] in "vo" else array)


def alone(count: int) -> list[tuple[tuple[int, int], ...]]:
    return [((tile, 0),) for tile in range(count)]


def test_turns_mean_what_the_reader_of_the_list_takes_them_for() -> None:
    for number, letter in enumerate(TURNS):
        assert levir_recovered._TURNS[letter] == D4Transform.number(number)
    assert set(TURNS) == set(levir_recovered._TURNS)
    pixels = np.arange(9, dtype=np.uint8).reshape(3, 3)
    for first in range(4):
        for second in range(4):
            both = turned(turned(pixels, first), second)
            assert (both == turned(pixels, first ^ second)).all(), "turns one after the other are their exclusive or"
    ways = {D4Transform.number(number).apply(pixels).tobytes() for number in range(ORIENTATIONS)}
    assert len(ways) == ORIENTATIONS
    quarter = {np.rot90(pixels, 1).tobytes(), np.rot90(pixels, 3).tobytes()}
    assert quarter <= {D4Transform.number(number).apply(pixels).tobytes() for number in range(4, 8)}, "impossible ones"


def test_cells_figures_and_pixels_turn_alike() -> None:
    tile = np.zeros((4 * 16, 4 * 16), np.uint8)
    sizes = np.arange(CELLS).reshape(4, 4)
    for cell, (row, column) in enumerate(np.ndindex(4, 4)):
        tile[16 * row : 16 * row + 1 + cell, 16 * column + 2] = 1  # as many pixels as the number says, plus one
    figures = turned_figures(tile.astype(bool))
    for number in range(ORIENTATIONS):
        assert (figures[number][:, 0] * 256 - 1).round().astype(int).tolist() == shown_cells(number).tolist()
    assert shown_cells(1).tolist() == sizes[:, ::-1].reshape(-1).tolist()
    assert (figures[1][0] == mask_figures(tile[:16, -16:][:, ::-1])).all(), "a crop is turned with its tile"


def test_figures_of_a_mask_say_how_many_and_where() -> None:
    mask = np.zeros((32, 32), np.uint8)
    mask[1:6, 1:6] = mask[1:6, 9:14] = mask[30, 30] = 1  # the last is too small to be a building
    figures = mask_figures(mask)
    assert figures[0] == pytest.approx(51 / 1024)
    assert figures[4:9].tolist() == [0, 1, 0, 0, 0], "two"
    top, bottom, left, right = figures[9:13] + 0.5
    assert top == pytest.approx(50 / 51)
    assert left == pytest.approx(50 / 51)
    assert bottom == right == pytest.approx(1 / 51)
    assert figures[14:18].tolist() == [1, 0, 0, 0], "top left"
    assert not mask_figures(mask * 0).any()


@pytest.mark.parametrize("turn", range(4))
def test_a_place_is_known_again_turned_and_moved(turn: int) -> None:
    scene = np.asarray(Image.fromarray(texture(1)).resize((4 * SIDE, 4 * SIDE), Image.Resampling.BICUBIC))
    moved = np.roll(scene, (20, -32), axis=(0, 1))
    other = np.asarray(Image.fromarray(texture(2)).resize((4 * SIDE, 4 * SIDE), Image.Resampling.BICUBIC))
    couples = find_duplicates([scene, turned(moved, turn), other], np.array([[1, 2], [0, 2], [0, 1]]))
    same = [couple for couple in couples if {couple.first, couple.second} == {0, 1}]
    assert [couple.turn for couple in same] == [turn, turn]
    assert min(couple.correlation for couple in same) > 0.7
    assert max(couple.correlation for couple in couples if couple not in same) < 0.4


def test_duplicates_of_duplicates_keep_their_turns() -> None:
    h, v, o = (TURNS.index(letter) for letter in "hvo")
    chain = [Duplicate(0, 1, h, 0.9), Duplicate(2, 1, v, 0.8), Duplicate(3, 2, o, 0.7), Duplicate(3, 4, 0, 0.5)]
    places, contradictions = join_duplicates(5, chain)
    assert contradictions == 0
    assert sorted(sorted(tile for tile, _ in place) for place in places) == [[0, 1, 2, 3], [4]], "0.5 is no duplicate"
    turns = dict(next(place for place in places if len(place) == 4))
    truth = {0: 0, 1: h, 2: h ^ v, 3: h ^ v ^ o}
    assert all(turns[tile] ^ turns[0] == turn for tile, turn in truth.items())
    assert join_duplicates(5, [*chain, Duplicate(0, 3, 0, 0.6)])[1] == 0
    assert join_duplicates(5, [*chain, Duplicate(0, 3, h, 0.6)])[1] == 1


def test_joined_groups_of_duplicates_turn_together() -> None:
    """Two couples made first and joined by one of their seconds: every tile looks like its own truth."""
    truth = [0, 3, 1, 2]
    links = [(0, 1, 0.95), (2, 3, 0.9), (3, 1, 0.8)]
    couples = [Duplicate(a, b, truth[a] ^ truth[b], r) for a, b, r in links]
    (place,), contradictions = join_duplicates(4, couples)
    assert contradictions == 0
    assert {tile: turn ^ dict(place)[0] for tile, turn in place} == dict(enumerate(truth))


def test_tiles_of_one_place_decide_together_each_in_its_own_turn() -> None:
    """The place shows group 1 when its first tile is turned by 2; alone, neither tile is sure, and one is wrong."""
    scores = np.zeros((2, 8, 3), np.float32)
    turn_of_second = 3
    scores[0, 2, 1], scores[1, 2 ^ turn_of_second, 1] = 13, 12
    scores[1, 0, 0] = 12.5
    assert assign(scores, alone(2), FIRST_MARGIN) == {}
    cluster = [((0, 0), (1, turn_of_second))]
    joint = combine(scores, cluster)
    assert joint[0, 2, 1] == pytest.approx(25 / 2**0.5)
    found = assign(scores, cluster, 10)
    assert {tile: (m.group, m.turn) for tile, m in found.items()} == {0: (1, 2), 1: (1, 2 ^ turn_of_second)}
    assert assign(scores, [((0, 0), (1, 0))], 10) == {}, "in the wrong turn their scores do not add up"


def test_a_group_goes_to_the_clearest_place_alone() -> None:
    scores = np.zeros((3, 8, 4), np.float32)
    scores[0, 1, 2], scores[1, 0, 2], scores[2, 3, 0] = 20, 30, 18
    found = assign(scores, alone(3), FIRST_MARGIN)
    assert {tile: (m.group, m.turn) for tile, m in found.items()} == {1: (2, 0), 2: (0, 3)}
    assert found[1].margin == 30


def test_unclear_groups_and_turns_are_left_alone() -> None:
    scores = np.zeros((3, 8, 2), np.float32)
    scores[0, 0] = 40, 30  # two groups
    scores[1, :2, 0] = 40, 38  # two turns
    scores[2, 0, 0], scores[2, 5, 0] = 40, 60  # an orientation the data never have does not count …
    found = assign(scores, alone(3), FIRST_MARGIN)
    assert list(found) == [2]
    assert found[2].turn == 0
    assert count_impossible(scores, found) == 1  # … but is reported
    assert count_impossible(scores, {2: Match(1, 0, 20.0)}) == 0


def test_scores_are_sums_over_crops_that_both_have() -> None:
    rng = np.random.default_rng(0)
    features = rng.normal(size=(8, CELLS, 5)).astype(np.float32)
    base = np.full(5, 0.3, np.float32)
    groups = Groups(("a_1", "a_2"), rng.random((2, CELLS, 5)).astype(np.float32), rng.random((2, CELLS)) < 0.8)
    groups.words[~groups.present] = 0
    present = rng.random((8, CELLS)) < 0.7
    found = score(WordClassifier([nn.Identity()], base), features, present, groups)
    said = (1 / (1 + np.exp(-features))).clip(2e-3, 1 - 2e-3)
    for orientation in range(8):
        for group in range(2):
            total = 0.0
            for cell in range(CELLS):
                if present[orientation, cell] and groups.present[group, cell]:
                    p, y = said[orientation, cell], groups.words[group, cell]
                    total += (y * np.log(p / base) + (1 - y) * np.log((1 - p) / (1 - base))).sum()
            assert found[orientation, group] == pytest.approx(total, rel=1e-4)


def test_pairs_are_located_as_levir_cc_numbers_them() -> None:
    assert locate("train_000001.png") == ("train_1", 0)
    assert locate("val_000016.png") == ("val_1", 15)
    assert locate("test_000018_1m") == ("test_2", 1)


HOUSE, NOTHING = "some houses are built on the bareland", "there is no difference"
PATTERNS = {f"train_{number}": np.random.default_rng(number).random(CELLS) < 0.45 for number in (1, 2, 3, 4)}
PATTERNS |= {"test_1": np.arange(CELLS) % 3 == 0, "val_1": np.arange(CELLS) % 5 < 2}


def cells_of(changed: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mask and brightness of the later date (128, 128) with a house in each changed cell."""
    house = np.zeros((SIDE // 4, SIDE // 4), np.uint8)
    house[8:20, 6:22] = 1
    return np.kron(changed.reshape(4, 4).astype(np.uint8), house), np.kron(changed.reshape(4, 4), house * 60)


def write_pair(folder: Path, name: str, before: np.ndarray, after: np.ndarray, mask: np.ndarray) -> None:
    for part, pixels in (("A", before), ("B", after), ("label", mask * 255)):
        (folder / part).mkdir(parents=True, exist_ok=True)
        image = Image.fromarray(np.ascontiguousarray(pixels))
        image = image.convert("1") if part == "label" else image.convert("RGB")
        image.save(folder / part / f"{name}.png")


def draw(group: str, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    mask, bright = cells_of(PATTERNS[group])
    before = texture(seed)
    return before, (before + bright.astype(int)).clip(0, 255).astype(np.uint8), mask


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Six groups; two recovered ones for learning and checking, and five tiles of two places and one of no group."""
    corpus: dict[str, dict[str, list[str]]] = {"train": {}, "val": {}, "test": {}}
    for group, changed in PATTERNS.items():
        split, number = group.split("_")
        for cell, house in enumerate(changed):
            name = f"{split}_{16 * (int(number) - 1) + cell + 1:06d}.png"
            corpus[split][name] = [HOUSE if house else NOTHING] * 5
    (tmp_path / "levir_cc").mkdir()
    (tmp_path / "levir_cc" / "captions.json").write_text(json.dumps(corpus))
    images = []
    for group, split in (("test_1", "train"), ("val_1", "val")):
        parts = draw(group, seed=int(split == "val"))
        for cell, (row, column) in enumerate(np.ndindex(4, 4)):
            name = f"{group.split('_')[0]}_{cell + 1:06d}"
            here = np.s_[32 * row : 32 * row + 32, 32 * column : 32 * column + 32]
            write_pair(tmp_path / "levir_cc_recovered" / "images" / split, name, *(part[here] for part in parts))
            sentences = [{"raw": text} for text in corpus[group.split("_")[0]][f"{name}.png"]]
            images.append({"filename": f"{name}.png", "filepath": split, "gsd_m": 1.0, "sentences": sentences})
    (tmp_path / "levir_cc_recovered" / "LevirCCcaptions.json").write_text(json.dumps({"images": images}))
    tiles = tmp_path / "levir_cd_train" / "1m_512"
    for name, group, seed, turn in (
        ("a", "train_3", 10, 0),
        ("b", "train_2", 11, 1),
        ("c", "train_3", 10, 3),  # the place of a, turned
        ("d", "train_4", 12, 2),
    ):
        write_pair(tiles, name, *(turned(part, turn) for part in draw(group, seed)))
    return tmp_path


def test_drawn_tiles_get_their_groups_back(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "matches.json"
    said = CliRunner().invoke(main, ["--data", str(data), "--rounds", "1", "-o", str(out)])
    assert said.exit_code == 0, said.output
    found = json.loads(out.read_text())
    assert found == {"a": [3, "="], "b": [2, "h"], "c": [3, "o"], "d": [4, "v"]}
    assert "4 tiles, 4 groups" in said.output
    assert "2 tiles show one of 1 places that others show too; 0 couples contradict" in said.output
    assert "of 1 recovered tiles with at least 11 crops 1 have" in said.output
    assert "round 1: 4 tiles, 3 groups; 0 would prefer an impossible orientation" in said.output


def test_missing_captions_are_named(data: Path, tmp_path: Path) -> None:
    (data / "levir_cc" / "captions.json").write_text(json.dumps({"val": {}}))
    said = CliRunner().invoke(main, ["--data", str(data), "-o", str(tmp_path / "matches.json")])
    assert said.exit_code == 1
    assert "no part 'train'" in said.output
