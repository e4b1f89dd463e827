"""Blind baselines: the published golden numbers of LEVIR-CC, the recovered part, and small cases by hand."""

from __future__ import annotations

import json

import pytest
from describe_changes.training.data.tokenization import TokenIds, is_changed, normalize
from describe_changes.training.evaluation import baselines
from describe_changes.training.evaluation.caption_metrics import score_captions

KEYS = ("BLEU-4", "METEOR", "ROUGE-L", "CIDEr-D", "S*m")
ID_KEYS = ("BLEU-4", "METEOR (ids)", "ROUGE-L", "CIDEr-D", "S*m")

GOLDEN_TEST = {
    "constant": (51.49, 29.33, 60.60, 101.93, 60.84),
    "true flag + safe sentence": (63.24, 37.94, 72.13, 124.17, 74.37),
    "true flag + most frequent training caption": (59.83, 36.77, 70.41, 126.71, 73.43),
    "changed only, safe sentence": (26.43, 19.51, 44.23, 29.55, 29.93),
}
GOLDEN_RECOVERED = {
    "constant": (28.74, 17.15, 42.16, 55.23, 35.82),
    "true flag + safe sentence": (43.07, 29.96, 57.80, 75.91, 51.68),
    "changed only, safe sentence": (22.59, 22.58, 42.41, 22.75, 27.58),
    "changed only, one human against the others": (21.25, 23.33, 43.77, 48.64, 34.25),
}


def rounded(table, keys=KEYS):
    return tuple(round(table[key], 2) for key in keys)


@pytest.fixture(scope="module")
def levir(shared_data):
    path = shared_data / "levir_cc" / "captions.json"
    if not path.is_file():
        pytest.skip(f"{path} is absent")
    return json.loads(path.read_text())


@pytest.fixture(scope="module")
def recovered(shared_data):
    path = shared_data / "levir_cc_recovered" / "LevirCCcaptions.json"
    if not path.is_file():
        pytest.skip(f"{path} is absent")
    images = [image for image in json.loads(path.read_text())["images"] if image["split"] == "val"]
    return {image["filename"]: [normalize(s["raw"]) for s in image["sentences"]] for image in images}


def test_golden_numbers_of_levir_cc(levir, meteor) -> None:
    """Everything is scored on token ids here, as the published tables are: rare words are one token."""
    ids = TokenIds.from_captions(text for split in levir.values() for five in split.values() for text in five)
    changed = {key: is_changed(five) for key, five in levir["test"].items()}
    assert (len(changed), sum(changed.values())) == (1929, 964)
    frequent = baselines.most_frequent_caption(text for five in levir["train"].values() for text in five)
    assert frequent == "some roads and houses are built on bareland"
    hypotheses = {
        "constant": baselines.constant_captions(changed),
        "true flag + safe sentence": baselines.oracle_flag_captions(changed),
        "true flag + most frequent training caption": baselines.oracle_flag_captions(changed, frequent),
        "changed only, safe sentence": dict.fromkeys(
            (key for key, flag in changed.items() if flag), baselines.SAFE_SENTENCE
        ),
    }
    for name, texts in hypotheses.items():
        references = {key: [ids.render(text) for text in levir["test"][key]] for key in texts}
        numbered = {key: ids.render(text) for key, text in texts.items()}
        table = score_captions(numbered, references, meteor=meteor)
        assert rounded(table) == GOLDEN_TEST[name], name


def test_words_differ_from_ids_in_meteor(levir, meteor) -> None:
    ids = TokenIds.from_captions(text for split in levir.values() for five in split.values() for text in five)
    changed = {key: is_changed(five) for key, five in levir["test"].items()}
    table = score_captions(baselines.oracle_flag_captions(changed), levir["test"], ids=ids, meteor=meteor)
    assert round(table["METEOR (ids)"], 2) == 37.94
    assert round(table["METEOR"], 2) == 40.03


def test_golden_numbers_of_the_recovered_part(recovered, meteor) -> None:
    changed = {key: is_changed(five) for key, five in recovered.items()}
    assert (len(changed), sum(changed.values())) == (262, 192)
    tables = baselines.score_baselines(recovered, changed, meteor=meteor)
    subset = {key: five for key, five in recovered.items() if changed[key]}
    on_changed = baselines.score_baselines(subset, dict.fromkeys(subset, True), meteor=meteor)
    measured = {
        "constant": tables["constant"],
        "true flag + safe sentence": tables["true flag + safe sentence"],
        "changed only, safe sentence": on_changed["true flag + safe sentence"],
        "changed only, one human against the others": on_changed["one human against the others"],
    }
    assert {name: rounded(table) for name, table in measured.items()} == GOLDEN_RECOVERED


def test_captions_of_each_baseline() -> None:
    changed = {"a": True, "b": False}
    assert baselines.oracle_flag_captions(changed) == {
        "a": "many houses are built along the road",
        "b": "the scene is the same as before",
    }
    assert set(baselines.constant_captions(changed).values()) == {"the scene is the same as before"}
    corpus = ["there is no difference"] * 9 + ["b", "a", "b", "a", "c"]
    assert baselines.most_frequent_caption(corpus) == "a"
    assert baselines.most_frequent_caption(["there is no difference"]) is None


def test_one_human_leaves_out_pairs_with_a_single_reference() -> None:
    hypotheses, references = baselines.leave_one_out_human({"a": ["x", "y", "z"], "b": ["w"]})
    assert hypotheses == {"a": "x"}
    assert references == {"a": ["y", "z"]}


def test_missing_training_captions_are_said(meteor) -> None:
    references = {"a": ["a house is built", "a house appears"], "b": ["there is no difference", "no change"]}
    tables = baselines.score_baselines(references, {"a": True, "b": False}, meteor=meteor)
    frequent = tables["true flag + most frequent training caption"]
    assert frequent == {"S*m": "not computed: the data set has no training captions"}
