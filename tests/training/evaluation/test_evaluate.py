"""The evaluation's table: from a predictor that is told what to say, and from a real tiny pack."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from describe_changes.core.errors import InputError
from describe_changes.core.models.config import Channel
from describe_changes.core.models.packs import PackInput
from describe_changes.training.data.datasets import load_dataset
from describe_changes.training.data.datasets.sample import PairSample
from describe_changes.training.evaluation.baselines import CONSTANT_SENTENCE
from describe_changes.training.evaluation.caption_metrics import METRICS
from describe_changes.training.evaluation.evaluate import PairResult, describe_pairs, relabel, summarize
from describe_changes.training.evaluation.mask_metrics import PixelCounts
from describe_changes.training.schema import LABELLED
from PIL import Image

BUILT = ("a house is built near the road", "a new house appears", "one house is built")
SAME = ("there is no difference", "no change has occurred", "the scene is the same as before")


class Scripted:
    """Says "changed" of tiles whose later date is brighter and marks where it is."""

    channels = (Channel(name="b", class_name="building", transition="appeared"),)

    def predict(self, images, valid):
        from describe_changes.core.predict.predictor import TilePrediction

        predictions = []
        for tile in images:
            brighter = (tile[1, 0].astype(int) > tile[0, 0]).astype(np.float32)
            score = 0.9 if brighter.any() else 0.1
            caption = BUILT[0] if brighter.any() else "no change found"
            skip_reason = "" if brighter.any() else "no change found"
            predictions.append(TilePrediction(caption, score, score, brighter[None], skip_reason))
        return predictions


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Two changed pairs (0.5 m and 1 m), one of them missed, and an unchanged one; one more for training."""
    entries = []
    rows = [("val", 1, BUILT, 0.5, 60), ("val", 2, SAME, 0.5, 50), ("val", 3, BUILT, 1.0, 50)]
    for split, number, texts, gsd_m, brightness in [*rows, ("train", 4, BUILT, 0.5, 50)]:
        name = f"{split}_{number:06d}.png"
        size = 16 if gsd_m == 0.5 else 8
        for folder in ("A", "B", "label"):
            (tmp_path / "images" / split / folder).mkdir(parents=True, exist_ok=True)
        before = np.full((size, size, 3), 50, np.uint8)
        after = before.copy()
        after[:4] = brightness
        label = np.zeros((size, size), np.uint8)
        if texts is BUILT:
            label[:4, : size // 2] = 255
        Image.fromarray(before).save(tmp_path / "images" / split / "A" / name)
        Image.fromarray(after).save(tmp_path / "images" / split / "B" / name)
        Image.fromarray(label).convert("1").save(tmp_path / "images" / split / "label" / name)
        sentences = [{"raw": f" {text} ."} for text in texts]
        entries.append({"filename": name, "filepath": split, "split": split, "gsd_m": gsd_m, "sentences": sentences})
    (tmp_path / "LevirCCcaptions.json").write_text(json.dumps({"images": entries}))
    return tmp_path


def run(tree: Path, split: str = "val"):
    samples = load_dataset(tree, split)
    return list(describe_pairs(Scripted(), samples, PackInput(tile_size=16, overlap=4), threshold=0.5))


def test_table(tree: Path, meteor) -> None:
    table = summarize(run(tree), training_captions=BUILT, meteor=meteor)
    assert (table["n"], table["n_changed"], table["n_skipped"]) == (3, 2, 2)
    assert table["change_accuracy"] == pytest.approx(2 / 3)
    assert table["caption_change_accuracy"] == pytest.approx(2 / 3)
    assert (table["changed_recall"], table["unchanged_recall"]) == (0.5, 1.0)
    # pair 1: 64 pixels marked, 32 of them rightly; pair 3 at 1 m: 16 missed
    assert table["mask"]["building"]["f1"] == pytest.approx(2 * 32 / (64 + 48))
    assert table["mask"]["building"]["iou"] == pytest.approx(32 / (64 + 16))
    assert list(table["all"]) == list(table["changed"]) == list(METRICS)
    assert table["baselines"]["constant"]["all"]["BLEU-1"] > 0
    assert set(table["baselines"]["true flag + safe sentence"]) == {"all", "changed"}
    assert set(table["by_gsd"]) == {"0.5 m", "1 m"}
    assert table["by_gsd"]["1 m"]["mask"]["building"]["f1"] == 0
    assert "by_source" not in table
    assert table["calibration"]["ece"] == pytest.approx(1 / 3 * 0.1 + 2 / 3 * 0.4)
    json.dumps(table, allow_nan=False)


def test_gated_pairs_are_scored_as_the_constant_sentence(tree: Path) -> None:
    assert [result.caption for result in run(tree)] == [
        BUILT[0],
        "the scene is the same as before",
        "the scene is the same as before",
    ]


def test_masks_only_data_has_no_caption_figures(tmp_path: Path, meteor) -> None:
    for folder, value in (("A", 10), ("B", 20), ("label", 255)):
        (tmp_path / "clcd" / "val" / folder).mkdir(parents=True)
        mode = "L" if folder == "label" else "RGB"
        picture = Image.new(mode, (40, 40), value if mode == "L" else (value,) * 3)
        picture.save(tmp_path / "clcd" / "val" / folder / "1.png")
    table = summarize(run(tmp_path / "clcd"), meteor=meteor)
    assert table["all"] == table["changed"] == table["baselines"] == "not computed: no captions"
    assert table["change_accuracy"].startswith("not computed:")
    assert table["mask"]["change"]["f1"] == 1.0


def test_class_and_pixel_size_by_option(tree: Path) -> None:
    sample = PairSample("a", Path("a"), Path("b"), mask=Path("m"), mask_values={"change": LABELLED}, gsd_m=0.5)
    changed = relabel(sample, "road", 0.3)
    assert (dict(changed.mask_values), changed.gsd_m) == ({"road": LABELLED}, 0.3)
    assert relabel(sample, None, None) is sample
    several = dataclasses.replace(sample, mask_values={"building": 1, "road": 2})
    with pytest.raises(InputError, match="several classes"):
        relabel(several, "road", None)


def test_regions_are_counted_where_the_class_changed(meteor) -> None:
    def result(found: int, wanted: int, caption: str) -> PairResult:
        sample = PairSample(str(found), Path("a"), Path("b"), ("a house",), changed=True)
        counts = {"building": PixelCounts(1, 1, 1, 1)}
        return PairResult(sample, caption, 1.0, True, "", 0.5, counts, {"building": (found, wanted)})

    said = ["a", "a", "b", "c", "d"]
    results = [result(i, 3 if i else 0, caption) for i, caption in enumerate(said)]
    table = summarize(results, meteor=meteor)
    assert table["mask"]["building"]["count_error"] == pytest.approx((2 + 1 + 0 + 1) / 4)
    assert table["distinct_captions_changed"] == 4
    assert table["commonest_three_share"] == pytest.approx(4 / 5)


def test_the_confidence_of_sentences_is_held_against_the_references(meteor) -> None:
    def result(caption: str, confidence: float, *references: str) -> PairResult:
        changed = references[0] != CONSTANT_SENTENCE
        sample = PairSample(caption, Path("a"), Path("b"), references, changed=changed)
        return PairResult(sample, caption, 1.0, True, "", confidence, {})

    same = CONSTANT_SENTENCE
    results = [
        result("a house is built", 0.95, "many houses", "a house appears"),
        result("a road is built", 0.95, "a house appears"),  # no reference bears it out
        result("a villa appears", 0.35, same),  # nothing changed
        result(same, 0.35, "a house appears"),
        result(same, 0.75, same),
    ]
    found = summarize(results, meteor=meteor)["confidence"]
    assert {row["low"]: (row["n"], row["changed_share"]) for row in found["bins"] if row["n"]} == {
        0.3: (2, 0.0),
        0.7: (1, 1.0),
        0.9: (2, 0.5),
    }


def test_no_pairs_are_refused() -> None:
    with pytest.raises(InputError, match="no pairs"):
        summarize([])


@pytest.fixture
def pack(tmp_path_factory):
    """A tiny pack with random weights, stored and loaded as users' packs are."""
    import torch
    from describe_changes.core.models.captioner import ChangeCaptioner
    from describe_changes.core.models.config import CaptionerConfig, DecoderConfig, EncoderConfig, MaskHeadConfig
    from describe_changes.core.models.packs import PackManifest, save_pack
    from describe_changes.core.models.vocabulary import Vocabulary

    torch.manual_seed(0)
    options = {"embedding_size": 8, "hidden_sizes": [8, 16], "depths": [1, 1], "layer_type": "basic"}
    config = CaptionerConfig(
        dim=16,
        encoder=EncoderConfig(backbone="resnet", options=options, stages=("stage1", "stage2")),
        decoder=DecoderConfig(layers=1, heads=2, feedforward=16, max_length=6),
        mask_head=MaskHeadConfig(width=8),
    )
    vocabulary = Vocabulary(["a", "house", "is", "built"])
    manifest = PackManifest(name="tiny", architecture=config, input=PackInput(tile_size=64, overlap=16))
    folder = tmp_path_factory.mktemp("packs") / "tiny"
    return save_pack(folder, ChangeCaptioner(config, len(vocabulary)), vocabulary, manifest)


@pytest.mark.usefixtures("own_meteor")
def test_a_real_pack_runs_through_the_engine_and_gives_the_same_twice(tree: Path, pack, monkeypatch) -> None:
    from describe_changes.training.evaluation import caption_metrics
    from describe_changes.training.evaluation.evaluate import evaluate_pack
    from describe_changes.training.evaluation.meteor import MeteorUnavailableError

    def missing(*_: object) -> None:
        raise MeteorUnavailableError("left out of this test")

    monkeypatch.setattr(caption_metrics, "MeteorProcess", missing)
    steps: list[tuple[int, int]] = []
    first = evaluate_pack(pack, tree, "val", device="cpu", progress=lambda done, total: steps.append((done, total)))
    assert steps == [(1, 3), (2, 3), (3, 3)]
    assert (first["model"], first["split"], first["beam"], first["n"]) == ("tiny", "val", 1, 3)
    assert set(first["mask"]) == {"building"}
    assert first["all"]["METEOR"] == "not computed: left out of this test"
    assert evaluate_pack(pack, tree, "val", device="cpu") == first
    assert evaluate_pack(pack, tree, "val", beam=3, device="cpu")["beam"] == 3
    json.dumps(first, allow_nan=False)
