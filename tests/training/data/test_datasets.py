"""Every loader on a tiny tree of its published layout, made here; and the shared data where it is at hand."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from describe_changes.core.captions.no_change import denies_change
from describe_changes.core.errors import InputError
from describe_changes.core.models.config import Channel
from describe_changes.training.config import SourceConfig
from describe_changes.training.data.datasets import (
    LABELLED,
    PairSample,
    detect_layout,
    load_dataset,
    read_masks,
    read_pair,
)
from describe_changes.training.data.datasets.binary_masks import load_binary_masks
from describe_changes.training.data.pairs import SIDE, load_pairs
from describe_changes.training.losses.mask import UNKNOWN
from PIL import Image


def draw(path: Path, value: int | tuple[int, int, int] = 90, size: int = 8, mode: str = "RGB") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new(mode, (size, size), value).save(path)


def draw_mask(path: Path, rows: dict[int, int], size: int = 8, mode: str = "L") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    values = np.zeros((size, size), np.uint8)
    for row, value in rows.items():
        values[row] = value
    Image.fromarray(values).convert(mode).save(path)


def sentences(*texts: str) -> list[dict]:
    return [{"raw": f" {text} .", "tokens": text.split(), "sentid": index} for index, text in enumerate(texts)]


def write_json(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value))


def levir_tree(root: Path, suffix: str = ".png") -> list[dict]:
    entries = []
    for split, number, texts in (
        ("train", 1, ("a house is built", "there is a new house, near the road")),
        ("val", 2, ("there is no difference", "no change has occurred")),
    ):
        name = f"{split}_{number:06d}{suffix}"
        for date in "AB":
            draw(root / "images" / split / date / name, 10 * number + (date == "B"))
        entries.append(
            {"filepath": split, "filename": name, "split": split, "imgid": number, "sentids": [0, 1]}
            | {"sentences": sentences(*texts)}
        )
    return entries


@pytest.fixture
def levir(tmp_path: Path) -> Path:
    write_json(tmp_path / "LevirCCcaptions.json", {"images": levir_tree(tmp_path), "dataset": "x"})
    return tmp_path


def test_levir_cc(levir: Path) -> None:
    train, val = load_dataset(levir)
    assert (train.id, train.split, train.gsd_m, train.changed) == ("train_000001", "train", 0.5, True)
    assert train.captions == ("a house is built", "there is a new house , near the road")
    assert (val.changed, val.mask, val.classes) == (False, None, ())
    assert load_dataset(levir, "val") == (val,)
    pixels = read_pair(train)
    assert pixels.shape == (2, 3, 8, 8)
    assert pixels[0, 0, 0, 0] != pixels[1, 0, 0, 0]


def test_levir_mci_labels_road_and_building(levir: Path) -> None:
    draw_mask(levir / "images" / "train" / "label" / "train_000001.png", {0: 255, 1: 128})
    sample = load_dataset(levir, "train")[0]
    assert sample.classes == ("building", "road")
    masks = read_masks(sample)
    assert masks["building"].sum() == masks["road"].sum() == 8
    assert masks["building"][0].all()


def test_one_bit_labels_hold_buildings_only(levir: Path) -> None:
    draw_mask(levir / "images" / "train" / "label" / "train_000001.png", {3: 255}, mode="1")
    sample = load_dataset(levir, "train")[0]
    assert sample.classes == ("building",)
    assert read_masks(sample)["building"].sum() == 8


def test_recovered_tree_with_webp_and_one_metre_pairs(tmp_path: Path) -> None:
    entries = levir_tree(tmp_path, ".webp")
    entries[0]["gsd_m"] = 1.0
    draw_mask(tmp_path / "images" / "train" / "label" / "train_000001.png", {3: 255}, mode="1")
    write_json(tmp_path / "LevirCCcaptions.json", {"images": entries})
    sample = load_dataset(tmp_path, "train")[0]
    assert (sample.gsd_m, sample.mask.suffix, sample.before.suffix) == (1.0, ".png", ".webp")


def test_missing_image_is_named(levir: Path) -> None:
    (levir / "images" / "val" / "B" / "val_000002.png").unlink()
    with pytest.raises(InputError, match=r"val_000002\.png is missing"):
        load_dataset(levir)


def test_whu_cdc_entries_without_prefix_or_split(tmp_path: Path) -> None:
    for name in ("train_000001.tif", "test_000002.tif"):
        split = name.split("_")[0]
        for date in "AB":
            draw(tmp_path / "images" / split / date / name)
        draw_mask(tmp_path / "images" / split / "label" / name, {0: 1})
    entries = [
        {"filename": "000001.tif", "changeflag": 1, "sentences": sentences("a factory is built")},
        {"filename": "test_000002.tif", "sentences": sentences("there is no difference")},
    ]
    write_json(tmp_path / "WHUcaptions.json", {"images": entries})
    assert detect_layout(tmp_path) == "whu_cdc"
    first, second = load_dataset(tmp_path)
    assert (first.id, first.split, first.changed) == ("train/train_000001", "train", True)
    assert (second.split, second.changed) == ("test", False)
    assert read_masks(first)["building"].sum() == 8
    assert first.gsd_m == pytest.approx((20.5e6 / (32_507 * 15_354)) ** 0.5, abs=0.01)  # area and size of WHU's mosaic


@pytest.mark.parametrize("inner", ["RGB", "imgs_tiles/RGB"])
def test_dubai_cc(tmp_path: Path, inner: str) -> None:
    for folder in ("500_2000", "500_2010"):
        for number in (1, 2):
            draw(tmp_path / inner / folder / f"tile_{number}.tif", size=50)
    texts = {
        1: ("A road has appeared.", "There is no difference."),
        2: ("Nothing has changed.", "No change occurred in this area."),
    }
    for number, split in ((1, "Train_images"), (2, "Validation_test_of_tr")):
        items = [{"raw": text} for text in texts[number]]
        folder = tmp_path / "description_jsontr_te_val"
        write_json(folder / f"{split}.json", {"images": [{"filename": f"tile_{number}.tif", "sentences": items}]})
    train, val = load_dataset(tmp_path)
    assert (train.split, val.split) == ("train", "val")
    assert train.captions[0] == "a road has appeared"
    assert (train.changed, val.changed, train.gsd_m) == (True, False, 30.0)


def test_dubai_sentences_without_change() -> None:
    assert denies_change("the area appears the same")
    assert not denies_change("the area appears greener")


def test_second_cc_changes_are_where_one_map_has_the_class(tmp_path: Path) -> None:
    for kind, values in (("rgb", (40, 50)), ("sem", ((255, 255, 255), (128, 0, 0)))):
        for date, value in zip("AB", values, strict=True):
            draw(tmp_path / "test" / kind / date / "00004.png", value)
    entry = {"filename": "00004.png", "split": "test", "changeflag": 1}
    texts = sentences("buildings replace the meadow", "new buildings")
    write_json(tmp_path / "SECOND-CC-AUG.json", {"images": [entry | {"sentences": texts}]})
    (sample,) = load_dataset(tmp_path)
    masks = read_masks(sample)
    assert masks["building"].all()
    assert not masks["tree"].any()
    assert (sample.id, len(sample.captions), sample.changed) == ("test/00004", 2, True)


def test_clevr_change_gives_a_changed_and_an_unchanged_pair(tmp_path: Path) -> None:
    for name in ("images/CLEVR_default", "sc_images/CLEVR_semantic", "nsc_images/CLEVR_nonsemantic"):
        draw(tmp_path / f"{name}_000007.png")
    write_json(tmp_path / "change_captions.json", {"CLEVR_default_000007.png": ["the cube is gone."]})
    write_json(tmp_path / "no_change_captions.json", {"CLEVR_default_000007.png": ["no change was made"]})
    write_json(tmp_path / "splits.json", {"train": [], "test": [7]})
    changed, same = load_dataset(tmp_path, "test")
    assert changed.after.name == "CLEVR_semantic_000007.png"
    assert same.after.name == "CLEVR_nonsemantic_000007.png"
    assert (changed.changed, same.changed) == (True, False)
    assert changed.captions == ("the cube is gone",)


def test_spot_the_diff(tmp_path: Path) -> None:
    for name in ("12.png", "12_2.png"):
        draw(tmp_path / "resized_images" / name)
    write_json(tmp_path / "annotations" / "val.json", [{"img_id": "12", "sentences": ["The man left.", ""]}])
    (sample,) = load_dataset(tmp_path)
    assert (sample.id, sample.captions, sample.changed) == ("12", ("the man left",), True)
    with pytest.raises(InputError, match=r"train\.json cannot be read"):
        load_dataset(tmp_path, "train")


def mask_tree(root: Path) -> None:
    for date in "AB":
        draw(root / date / "00001.png")
    draw_mask(root / "label" / "00001.png", {2: 255})


@pytest.mark.parametrize(("name", "class_name", "gsd_m"), [("LEVIR-CD", "building", 0.5), ("clcd", "change", None)])
def test_masks_only(tmp_path: Path, name: str, class_name: str, gsd_m: float | None) -> None:
    mask_tree(tmp_path / name / "val")
    (sample,) = load_dataset(tmp_path / name, "val")
    assert (sample.id, sample.captions, sample.changed) == ("val/00001", (), None)
    assert (sample.classes, sample.gsd_m) == ((class_name,), gsd_m)
    assert sample.mask_values == {class_name: LABELLED}
    assert read_masks(sample)[class_name].sum() == 8


def test_masks_only_without_split_folders(tmp_path: Path) -> None:
    mask_tree(tmp_path / "flat")
    (sample,) = load_binary_masks(tmp_path / "flat", class_name="building", gsd_m=1.0)
    assert (sample.id, sample.classes, sample.gsd_m) == ("00001", ("building",), 1.0)


def test_own_export_with_georeference(tmp_path: Path) -> None:
    (entry, _) = levir_tree(tmp_path)
    entry |= {"gsd_m": 0.6, "changeflag": 0}
    draw_mask(tmp_path / "images" / "train" / "label" / "train_000001.png", {0: 1, 1: 2})
    write_json(tmp_path / "captions.json", {"images": [entry], "mask_values": {"building": 1, "other change": 2}})
    place = {"crs": "EPSG:32633", "transform": [0.6, 0, 500000, 0, -0.6, 5000000]}
    write_json(tmp_path / "georeference.json", {"train_000001": place})
    (sample,) = load_dataset(tmp_path)
    assert (sample.source, sample.gsd_m, sample.changed, sample.georeference) == ("describe_changes", 0.6, False, place)
    assert sample.classes == ("building", "other change")
    assert read_masks(sample)["other change"][1].all()


@pytest.mark.parametrize("marked", [True, False])
def test_a_mask_holds_where_the_captions_say_that_nothing_changed(tmp_path: Path, marked: bool) -> None:
    """People pass over small and cut-off buildings; without a mark all channels are known to show nothing."""
    (entry, _) = levir_tree(tmp_path)
    draw_mask(tmp_path / "images" / "train" / "label" / "train_000001.png", {1: 1} if marked else {})
    write_json(tmp_path / "captions.json", {"images": [entry | {"changeflag": 0}], "mask_values": {"building": 1}})
    new_building = Channel(name="new", class_name="building", transition="appeared")
    channels = [new_building, Channel(name="any", class_name="change")]
    (pair,) = load_pairs(tmp_path, [SourceConfig(path=".", layout="describe_changes")], channels)
    new, anything = pair.masks
    assert pair.changed == 0
    assert set(np.unique(new)) == ({0, 1} if marked else {0})
    assert set(np.unique(anything)) == ({1, UNKNOWN} if marked else {0})


def test_own_masks_say_what_came_and_what_went(tmp_path: Path) -> None:
    (entry, _) = levir_tree(tmp_path)
    draw_mask(tmp_path / "images" / "train" / "label" / "train_000001.png", {0: 1, 1: 2, 2: 3, 3: 4})
    values = {"building": [1, 2, 3], "building+": [1], "building-": [2], "change": -1}
    write_json(tmp_path / "captions.json", {"images": [entry | {"changeflag": 1}], "mask_values": values})
    (sample,) = load_dataset(tmp_path)
    masks = read_masks(sample)
    assert [name for name in masks if masks[name][1].all()] == ["building", "building-", "change"]
    kinds = (("building", "appeared"), ("building", "disappeared"), ("change", ""), ("road", "appeared"))
    channels = [Channel(name=f"{name} {way}", class_name=name, transition=way) for name, way in kinds]
    (pair,) = load_pairs(tmp_path, [SourceConfig(path=".", layout="describe_changes")], channels)
    rows = [
        [int(mask[round((row + 0.5) * SIDE / masks["change"].shape[0]), 0]) for row in range(5)] for mask in pair.masks
    ]
    came, went, anything, road = rows
    assert came == [1, 0, UNKNOWN, 0, 0]  # of the third row nobody knows whether it came or went
    assert went == [0, 1, UNKNOWN, 0, 0]
    assert anything == [1, 1, 1, 1, 0]
    assert road == [0, *[UNKNOWN] * 4]  # no road came where a building did


def test_unknown_layouts_and_empty_splits_are_refused(tmp_path: Path, levir: Path) -> None:
    (levir / "empty").mkdir()
    with pytest.raises(InputError, match="none of the known layouts"):
        load_dataset(levir / "empty")
    with pytest.raises(InputError, match="does not exist"):
        load_dataset(levir / "absent")
    with pytest.raises(InputError, match="no pairs in split 'test'"):
        load_dataset(levir, "test")
    with pytest.raises(InputError, match="unknown layout"):
        load_dataset(levir, layout="coco")
    (levir / "LevirCCcaptions.json").write_text("{")
    with pytest.raises(InputError, match="not valid JSON"):
        load_dataset(levir)


def test_dates_of_different_size_and_broken_images_are_named(tmp_path: Path) -> None:
    draw(tmp_path / "a.png", size=8)
    draw(tmp_path / "b.png", size=9)
    with pytest.raises(InputError, match="differ in size"):
        read_pair(PairSample("p", tmp_path / "a.png", tmp_path / "b.png"))
    (tmp_path / "c.png").write_bytes(b"no image")
    with pytest.raises(InputError, match="cannot be read as an image"):
        read_pair(PairSample("p", tmp_path / "a.png", tmp_path / "c.png"))


def test_shared_data(shared_data: Path) -> None:
    val = load_dataset(shared_data / "levir_cc_recovered", "val")
    assert (len(val), sum(sample.changed for sample in val)) == (262, 192)
    assert sum(sample.gsd_m == 1.0 for sample in val) == 77
    assert read_masks(val[0])["building"].shape == read_pair(val[0]).shape[2:]
    clcd = load_dataset(shared_data / "clcd", "val")
    assert (len(clcd), clcd[0].classes) == (120, ("change",))
    levir_cd = load_dataset(shared_data / "levir_cd_train" / "1m_512", "train")
    assert (len(levir_cd), levir_cd[0].classes, levir_cd[0].gsd_m) == (387, ("building",), 1.0)
