"""Caption files as people write them: each sentence is read, or refused with the file and the entry."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from describe_changes.core.errors import InputError
from describe_changes.training.data.datasets import load_dataset
from PIL import Image

SENTENCES = ("a house is built", "there is a new house")


def levir(root: Path, **entry: object) -> Path:
    for date in "AB":
        folder = root / "images" / "train" / date
        folder.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (8, 8)).save(folder / "train_1.png")
    given = {"filename": "train_1.png", "split": "train", **entry}
    (root / "LevirCCcaptions.json").write_text(json.dumps({"images": [given]}))
    return root


@pytest.mark.parametrize(
    "sentences",
    [
        list(SENTENCES),
        [f" {text} ." for text in SENTENCES],
        [{"raw": text} for text in SENTENCES],
        [{"tokens": text.split()} for text in SENTENCES],
        [{"raw": "", "tokens": text.split()} for text in SENTENCES],
        [{"tokens": text} for text in SENTENCES],
        [text.split() for text in SENTENCES],
        [{"caption": text} for text in SENTENCES],
        [SENTENCES[0], {"raw": SENTENCES[1]}],
    ],
)
def test_sentences_in_any_form(tmp_path: Path, sentences: list) -> None:
    (sample,) = load_dataset(levir(tmp_path, sentences=sentences))
    assert (sample.captions, sample.changed) == (SENTENCES, True)


def test_a_single_sentence_needs_no_list(tmp_path: Path) -> None:
    (sample,) = load_dataset(levir(tmp_path, sentences=SENTENCES[0]))
    assert sample.captions == SENTENCES[:1]


@pytest.mark.parametrize("sentences", [[5], [{"words": "x"}], [None], {"raw": "x"}, [{"tokens": [1, 2]}]])
def test_sentences_of_unknown_form_are_named(tmp_path: Path, sentences: object) -> None:
    with pytest.raises(InputError, match=r"LevirCCcaptions\.json: .*sentence.* of train_1\.png"):
        load_dataset(levir(tmp_path, sentences=sentences))


@pytest.mark.parametrize("entry", ["train_1.png", {"split": "train"}, {"filename": 7}])
def test_entries_without_a_file_name_are_named(tmp_path: Path, entry: object) -> None:
    levir(tmp_path)
    (tmp_path / "LevirCCcaptions.json").write_text(json.dumps({"images": [entry]}))
    with pytest.raises(InputError, match=r"LevirCCcaptions\.json: entry 0 has no file name"):
        load_dataset(tmp_path)


def own(root: Path, flag: object) -> Path:
    levir(root, sentences=list(SENTENCES), changeflag=flag)
    (root / "LevirCCcaptions.json").rename(root / "captions.json")
    return root


@pytest.mark.parametrize(("flag", "changed"), [(0, False), ("0", False), (1.0, True), (True, True), ("", True)])
def test_change_flags(tmp_path: Path, flag: object, changed: bool) -> None:
    assert load_dataset(own(tmp_path, flag))[0].changed is changed


def test_a_change_flag_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"changeflag of train_1\.png is 'perhaps'"):
        load_dataset(own(tmp_path, "perhaps"))


def test_entries_of_one_pair_are_joined(tmp_path: Path) -> None:
    levir(tmp_path)
    entries = [{"filename": "train_1.png", "split": "train", "sentences": [text]} for text in SENTENCES]
    (tmp_path / "LevirCCcaptions.json").write_text(json.dumps({"images": entries}))
    (sample,) = load_dataset(tmp_path)
    assert sample.captions == SENTENCES
    entries[1]["split"] = "val"
    entries[1]["filepath"] = "train"
    (tmp_path / "LevirCCcaptions.json").write_text(json.dumps({"images": entries}))
    with pytest.raises(InputError, match="train_1 stands in 'train' and in 'val'"):
        load_dataset(tmp_path)


def test_equal_names_in_two_splits_are_two_pairs(tmp_path: Path) -> None:
    for split in ("train", "val"):
        for date in "AB":
            folder = tmp_path / "images" / split / date
            folder.mkdir(parents=True)
            Image.new("RGB", (8, 8)).save(folder / "1.png")
    entries = [{"filename": "1.png", "split": split, "sentences": ["a house"]} for split in ("train", "val")]
    (tmp_path / "LevirCCcaptions.json").write_text(json.dumps({"images": entries}))
    assert [sample.id for sample in load_dataset(tmp_path)] == ["train/1", "val/1"]


def spot(root: Path, entries: list[dict]) -> Path:
    folder = root / "resized_images"
    folder.mkdir()
    for number in {str(entry.get("img_id")) for entry in entries}:
        for name in (f"{number}.png", f"{number}_2.png"):
            Image.new("RGB", (8, 8)).save(folder / name)
    (root / "annotations").mkdir()
    (root / "annotations" / "train.json").write_text(json.dumps(entries))
    return root


def test_repeated_ids_of_spot_the_diff_keep_all_their_references(tmp_path: Path) -> None:
    given = [("7", ["A man left.", "A car came."]), ("8", ["the truck is gone"]), ("7", ["a man left", "one car more"])]
    root = spot(tmp_path, [{"img_id": number, "sentences": texts} for number, texts in given])
    seven, eight = load_dataset(root)
    assert seven.captions == ("a man left", "a car came", "a man left", "one car more")
    assert eight.captions == ("the truck is gone",)


@pytest.mark.parametrize(
    ("sentence", "changed"),
    [
        ("no differences", False),
        ("There are no differences.", False),
        ("there is no difference between the images", False),
        ("I can't see any difference.", False),
        ("The two pictures are identical.", False),
        ("the images look the same", False),
        ("no visible change", False),
        ("i can t see any difference", False),  # the data set has blanks for apostrophes, and misspellings
        ("there is no differnce", False),
        ("i do not notice any visible differences in these photos", False),
        ("images are identical", False),
        ("nothing is different", False),
        ("", None),  # no words are no judgement
        ("there are no differences except a man who left", True),
        ("there is no longer a car", True),
        ("the man is not in the same place", True),
        ("the people are different", True),
        ("there are no longer two people who changed places", True),
        ("no man in a different coat", True),
        ("the people in both photos are not in the same place but the car is the same", True),
        ("the two pictures show people who are not the same", True),
    ],
)
def test_pairs_of_spot_the_diff_without_difference(tmp_path: Path, sentence: str, changed: bool | None) -> None:
    (sample,) = load_dataset(spot(tmp_path, [{"img_id": "7", "sentences": [sentence]}]))
    assert sample.changed is changed
