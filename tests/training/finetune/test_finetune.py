"""What the analyst corrects, the next model says: describe, rename in review, export, fine-tune, describe elsewhere."""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import torch
import yaml
from affine import Affine
from click.testing import CliRunner
from describe_changes.cli import main
from describe_changes.core.dataset_export.writer import ExportOptions, export_dataset
from describe_changes.core.errors import Cancelled, InputError
from describe_changes.core.models.packs import list_packs, load_pack
from describe_changes.core.models.vocabulary import Vocabulary
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.pipeline.runner import run_job
from describe_changes.training.config import AugmentConfig, SourceConfig, load_config
from describe_changes.training.data.augmentation import BatchSampler
from describe_changes.training.data.datasets import load_dataset, read_masks
from describe_changes.training.data.pairs import load_pairs
from describe_changes.training.evaluation.compare_packs import as_lines, readiness_note, sample_size_note, worse_at
from describe_changes.training.finetune.extend_vocabulary import init_new_words, new_words, resize_embeddings
from describe_changes.training.finetune.finetune import (
    FinetuneOptions,
    exported_sets,
    finetune,
    new_pack_dir,
    report_lines,
)
from describe_changes.training.finetune.operation import finetune as operation
from describe_changes.training.packs.export import export_pack
from describe_changes.training.trainer.setup import build_trainer

TILE = 256
NORMAL = ((0.4,) * 3, (0.2,) * 3)
PACK = {
    "name": "tiny",
    "model": {
        "dim": 32,
        "encoder": {
            "options": {
                "embedding_size": 16,
                "hidden_sizes": [16, 16, 32, 32],  # torch 2.13 crashes in the backward pass of 8-channel convolutions
                "depths": [1, 1, 1, 1],
                "layer_type": "basic",
            }
        },
        "decoder": {"layers": 1, "heads": 2, "feedforward": 32, "dropout": 0.0, "change_token": True},
        "mask_head": {"width": 8},
    },
    "sources": [{"path": "levir", "split": "train"}],
    "validation": {"path": "levir", "split": "val"},
    "vocabulary": {"min_count": 1},
    "augment": {"flip_rotate": False, "p_swap_dates": 0.0, "color_jitter": 0.0, "max_shift_px": 0, "p_static": 0.0},
    "loss": {"label_smoothing": 0.0},
    "schedule": {"steps": 40, "batch_size": 4, "captions_per_pair": 2, "warmup_steps": 5, "learning_rate": 0.01,
                 "ema_decay": 0.9, "validate_every": 40, "checkpoint_every": 40},
    "precision": "32-true",
}  # fmt: skip
SHORT = ("augment.flip_rotate=false", "augment.p_static=0", "augment.color_jitter=0", "precision=32-true",
         "schedule.batch_size=4")  # fmt: skip


@pytest.fixture(scope="module")
def world(tiny_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A small pack that can say two things, and a reviewed result of its, exported with and without held-out tiles."""
    folder = tmp_path_factory.mktemp("world")
    (folder / "tiny.yaml").write_text(yaml.safe_dump(PACK))
    pack = trained(folder / "tiny.yaml", tiny_data, folder / "run")
    before, after = scene(folder / "town", 3, [0, 2, 3, 5, 6, 8], seed=1)
    result = describe(pack, before, after, folder / "town.gpkg")
    described = captions(result)
    rename(result)
    export_dataset(ExportOptions(result, folder / "set", val_fraction=0.34))
    export_dataset(ExportOptions(result, folder / "all", val_fraction=0.0))
    return SimpleNamespace(
        pack=pack, data=tiny_data, result=result, described=described, set=folder / "set", all=folder / "all"
    )


def trained(config: Path, data: Path, run: Path, changes: dict[str, str] | None = None, start: Any = None) -> Path:
    """Train as the command does, but leave out its measurement, which starts METEOR."""
    build_trainer(load_config(config, changes), run, data, start).fit()
    return export_pack(run, run / "pack", data).path


@pytest.fixture(scope="module")
def tuned(world: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The pack after fine-tuning, and what was told meanwhile."""
    folder = tmp_path_factory.mktemp("packs")
    untouched = {path.name: path.read_bytes() for path in world.pack.iterdir()}
    watch = Watch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DESCRIBE_CHANGES_MODELS", str(folder))
        patch.setattr(sys.modules[finetune.__module__], "worse_at", lambda _figures: [])  # three tiles say nothing
        summary = finetune(spec(world, data=world.set, settings=("schedule.steps=40",)), watch)
        listed = [path.name for path in list_packs()]
    return SimpleNamespace(summary=summary, watch=watch, untouched=untouched, listed=listed)


@pytest.fixture(autouse=True)
def _own_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESCRIBE_CHANGES_MODELS", str(tmp_path / "packs"))


def scene(folder: Path, side: int, changed: list[int], seed: int) -> tuple[Path, Path]:
    """Two dated rasters of `side` × `side` tiles; in some of them a bright square has come."""
    folder.mkdir()
    rng = np.random.default_rng(seed)
    before = rng.integers(90, 110, (3, side * TILE, side * TILE), dtype=np.uint8)
    after = before.copy()
    for number in changed:
        row, col = (TILE * place for place in divmod(number, side))
        after[:, row + 20 : row + 90, col + 20 : col + 90] = 250
    paths = folder / "town_2011-05-01.tif", folder / "town_2012-06-01.tif"
    for path, pixels in zip(paths, (before, after), strict=True):
        with rasterio.open(
            path, "w", driver="GTiff", height=side * TILE, width=side * TILE, count=3, dtype="uint8", crs="EPSG:32633",
            transform=Affine(0.5, 0, 500000, 0, -0.5, 5000000), photometric="RGB",
        ) as target:  # fmt: skip
            target.write(pixels)
    return paths


def describe(pack: Path | str, before: Path, after: Path, output: Path) -> Path:
    run_job(DescribeOptions(before=before, after=after, model=pack, output=output, overlap=0, device="cpu"))
    return output


def captions(result: Path) -> dict[int, str]:
    meta, _, _, data = pyogrio.raw.read(result, layer="tiles", read_geometry=False)
    columns = dict(zip(map(str, meta["fields"]), data, strict=True))
    return dict(zip(columns["tile_id"].tolist(), columns["caption"].tolist(), strict=True))


def rename(result: Path) -> None:
    """Call houses and buildings dwellings, and accept the rest."""
    with sqlite3.connect(result) as database:
        for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
            database.create_function(name, 1, lambda _geometry: 0)
        database.execute("UPDATE tiles SET review_status = 'accepted'")
        words = "replace(replace(caption, 'house', 'dwelling'), 'building', 'dwelling')"
        database.execute("UPDATE tiles SET review_status = 'edited', caption_edited = " + words + " WHERE changed")  # noqa: S608
    database.close()


class Watch:
    """Keeps what a fine-tuning tells, and stops it when asked to."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.lines: list[str] = []
        self.stages: list[tuple[str, int, int]] = []
        self.stop_at = stop_at

    def say(self, line: str) -> None:
        self.lines.append(line)

    def progress(self, stage: str, done: int, total: int, _seconds_left: float | None) -> None:
        self.stages.append((stage, done, total))

    def check(self) -> None:
        if self.stop_at is not None and ("train", self.stop_at, 4) in self.stages:
            raise Cancelled("enough")


def spec(world: Any, **options: Any) -> FinetuneOptions:
    settings = (*SHORT, "schedule.steps=4", "schedule.learning_rate=0.005", *options.pop("settings", ()))
    given = {"start": str(world.pack), "data": world.all, "settings": settings, "l2sp_strength": 50.0, **options}
    return FinetuneOptions(**given)


def test_a_renamed_class_is_said_of_unseen_tiles(world: Any, tuned: Any, tmp_path: Path) -> None:
    house = {number for number, text in world.described.items() if "house" in text or "building" in text}
    assert house == {0, 2, 3, 5, 6, 8}
    assert (tuned.summary["name"], tuned.summary["new_words"][0]) == ("tiny-tuned", "dwelling")
    assert "tiny-tuned" in tuned.listed
    before, after = scene(tmp_path / "elsewhere", 2, [1, 2], seed=9)
    said = captions(describe(tuned.summary["pack"], before, after, tmp_path / "elsewhere.gpkg"))
    assert "dwelling" in said[1]
    assert "dwelling" in said[2]
    assert not any(word in text for text in said.values() for word in ("house", "building"))
    assert "dwelling" not in said[0] + said[3]
    assert {path.name: path.read_bytes() for path in world.pack.iterdir()} == tuned.untouched
    old = captions(describe(world.pack, before, after, tmp_path / "old.gpkg"))
    assert "dwelling" not in "".join(old.values())


def test_time_and_progress_are_told(tuned: Any) -> None:
    assert any("40 steps of 4 pairs on the CPU: about" in line for line in tuned.watch.lines)
    assert ("train", 40, 40) in tuned.watch.stages
    assert tuned.watch.stages[-1][0] == "measure"


def test_old_and_new_are_compared_on_what_was_held_out(world: Any, tuned: Any) -> None:
    figures = tuned.summary["figures"]
    assert tuned.summary["held_out"] == 3
    meteor = figures["METEOR, changed"]
    if not isinstance(meteor["after"], str):  # without Java it says why there is none
        assert meteor["after"] > meteor["before"]
    assert {"METEOR, all", "CIDEr-D, changed", "mask F1, building", "change accuracy"} <= set(figures)
    assert "too few to tell" in tuned.summary["verdict"]
    pack = load_pack(tuned.summary["pack"])
    assert pack.manifest.training["from"] == "tiny"
    assert pack.manifest.calibration == load_pack(world.pack).manifest.calibration
    card = (pack.path / "card.md").read_text()
    assert "fine-tuned" in pack.manifest.description
    assert "held-out reviewed tiles: tiny-tuned" in card
    assert "held-out reviewed tiles: tiny, from which it was made" in card
    assert "Captions and masks are the analyst's revision" in card
    lines = as_lines(figures, ("tiny", "tiny-tuned"))
    assert len(lines) == len([name for name in figures if not name.startswith("CIDEr-D")]) + 1
    assert any(line.startswith("outlines of building ") for line in lines)


def test_old_data_is_replayed_and_measured(world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[finetune.__module__], "worse_at", lambda _figures: [])
    watch = Watch()
    summary = finetune(spec(world, replay=world.data / "levir", replay_weight=1.0), watch)
    assert "4 old pairs replayed" in watch.lines[0]
    assert "change accuracy" in summary["old_data"]
    assert load_pack(summary["name"]).manifest.training["kept"] == "replay of levir"


def test_a_cancelled_fine_tuning_leaves_nothing(world: Any, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        finetune(spec(world), Watch(stop_at=2))
    assert not (tmp_path / "packs").exists()


def test_the_export_is_read_by_the_loaders(world: Any) -> None:
    samples = load_dataset(world.set)
    assert {sample.split for sample in samples} == {"train", "val"}
    changed = [sample for sample in samples if sample.changed]
    assert all(sample.captions[0].count("dwelling") == 1 for sample in changed)
    assert set(read_masks(changed[0])) == {"building", "building+", "building-", "change"}
    assert changed[0].georeference is not None


def test_commands_export_and_fine_tune(world: Any, tmp_path: Path) -> None:
    runner = CliRunner()
    command = ["export-dataset", str(world.result), "-o", str(tmp_path / "set"), "--val-fraction", "0", "--json"]
    done = runner.invoke(main, command)
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["pair_count"] == 9
    command = ["finetune", str(world.pack), "--data", str(tmp_path), "-o", "named"]
    for setting in (*SHORT, "schedule.steps=1"):
        command += ["--set", setting]
    done = runner.invoke(main, command)
    assert done.exit_code == 0, done.output
    assert "The new pack “named” is in" in done.stdout
    assert "Nothing was held out" in done.stdout
    assert load_pack("named").manifest.training["steps"] == 1
    assert "Give a configuration" in runner.invoke(main, ["train"]).output
    again = runner.invoke(main, ["train", "--from", str(world.pack), *command[2:]])  # as 0.1 was asked
    assert again.exit_code == 2
    assert "There is already a model or folder “named”" in again.output


def test_a_configuration_may_start_from_a_pack(world: Any, tmp_path: Path) -> None:
    wider = {"model.dim": "48", "schedule.steps": "1", "name": "more"}
    start = load_pack(world.pack)
    pack = load_pack(trained(world.pack.parents[1] / "tiny.yaml", world.data, tmp_path / "run", wider, start))
    assert pack.manifest.architecture.dim == 32  # the pack's, not the configuration's
    assert pack.vocabulary.words == start.vocabulary.words


def test_a_new_word_starts_as_what_stood_in_its_place(world: Any) -> None:
    pack = load_pack(world.pack)
    model, count = pack.build_model(), len(pack.vocabulary)
    assert new_words(pack.vocabulary, [["a", "dwelling", "(", "dwelling", "shed"]]) == ["dwelling", "shed"]
    vocabulary = Vocabulary([*pack.vocabulary.words[4:], "dwelling", "shed"])
    assert vocabulary.encode(["a"]) == pack.vocabulary.encode(["a"])
    pairs = load_pairs(Path(), [SourceConfig(path=str(world.all), layout="describe_changes")], pack.channels)
    batches = BatchSampler(
        pairs, [SourceConfig(path="x")], pack.channels, vocabulary, AugmentConfig(), 1, *NORMAL, seed=0
    )
    likeness = init_new_words(model, [batches.eval_batch(pairs)], 2)
    house = [pack.vocabulary.words.index(word) for word in ("house", "building")]
    assert float(likeness[0, house].sum()) > 0.99
    assert float(likeness[1].max()) < 0.2  # no shed in any caption
    memory, tokens = torch.randn(2, 5, 32), torch.tensor([[1, 5, 6], [1, 7, 8]])
    known = model.decoder(memory, tokens)
    resize_embeddings(model, likeness)
    logits = model.decoder(memory, tokens)
    torch.testing.assert_close(logits[..., :count], known)
    torch.testing.assert_close(logits[..., count:], known @ likeness.T)
    assert model.decoder.output.weight is model.decoder.embedding.weight


def test_without_replay_no_weight_goes_far(world: Any) -> None:
    old = load_pack(world.pack).build_model().state_dict()
    distance = {}
    for pull in (0.0, 50.0, 200.0):
        new = load_pack(finetune(spec(world, l2sp_strength=pull), Watch())["name"]).build_model().state_dict()
        assert all(torch.equal(new[name], old[name]) for name in old if name.startswith("encoder."))
        assert all(torch.equal(new[name], old[name]) for name in old if "running_" in name)
        names = [name for name in old if name.startswith("difference.") and old[name].is_floating_point()]
        distance[pull] = max(float((new[name] - old[name]).abs().max()) for name in names)
    assert distance[200.0] < 0.002  # each step is taken back whole, but for float16
    assert distance[200.0] < distance[50.0] < distance[0.0]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"data": "nowhere"}, "is no export of reviewed tiles"),
        ({"start": "nobody"}, "No model pack 'nobody'"),
        ({"output": "a b"}, "cannot be a pack's name"),
        ({"settings": ("schedule.stepz=1",)}, r"schedule\.stepz"),
        ({"replay": "nowhere"}, "does not exist"),
    ],
)
def test_what_cannot_be_is_said(world: Any, options: dict[str, Any], sentence: str) -> None:
    paths = {name: Path(value) if name in ("data", "replay") else value for name, value in options.items()}
    with pytest.raises(InputError, match=sentence):
        finetune(spec(world, **paths), Watch())


def test_names_count_up_and_several_exports_may_lie_in_one_folder(world: Any, tmp_path: Path) -> None:
    assert new_pack_dir(None, "tiny").name == "tiny-tuned"
    (tmp_path / "packs" / "tiny-tuned").mkdir(parents=True)
    assert new_pack_dir(None, "tiny").name == "tiny-tuned-2"
    assert new_pack_dir(None, "tiny-tuned").name == "tiny-tuned-2"
    assert exported_sets(world.all.parent) == [world.all, world.set]
    assert "too few" in sample_size_note(3)
    assert "30 held-out" in sample_size_note(30)
    assert "Nothing was held out" in sample_size_note(0)


def test_the_workers_operation(world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    params = {"model": str(world.pack), "data": str(world.all), "output": "worked", "steps": 1, "replay": ""}
    event, answer = operation(params, lambda name, **fields: seen.append(name), lambda: False)
    assert event == "done"
    assert answer["summary"]["name"] == "worked"
    assert any("worked" in line for line in answer["summary"]["text"])
    assert {"message", "progress"} == set(seen)
    with pytest.raises(InputError, match="no option “colour”"):
        operation({**params, "colour": 1}, lambda name, **fields: None, lambda: False)
    monkeypatch.setitem(__import__("sys").modules, "lightning.fabric", None)
    with pytest.raises(InputError, match=r"missing: lightning.*-m pip install lightning"):
        operation({**params, "output": "other"}, lambda name, **fields: None, lambda: False)


def test_what_has_become_worse_is_told_of_100_and_rounding_is_not() -> None:
    figures: Any = {
        "METEOR, all": {"before": 41.2, "after": 55.3},
        "CIDEr-D, all": {"before": 9.0, "after": 0.0},
        "mask F1, building": {"before": 0.547, "after": 0.385},
        "change accuracy": {"before": 0.905, "after": 0.9},
        "METEOR, changed": {"before": "no Java", "after": "no Java"},
    }
    assert worse_at(figures) == ["outlines of building: 54.7 → 38.5"]
    assert as_lines(figures, ("old", "new"))[1].split() == ["sentences,", "all", "tiles", "41.2", "55.3"]
    assert not [line for line in as_lines(figures, ("old", "new")) if "CIDEr" in line]


def test_what_so_many_tiles_promise_is_said_beforehand(tuned: Any) -> None:
    assert any("reviewed tiles are few" in line for line in tuned.watch.lines[:2])
    assert readiness_note(80, 30) == "80 reviewed tiles to learn from. 30 held out: enough to compare."
    assert "nothing will say whether" in readiness_note(80, 0)


def test_a_pack_that_is_worse_is_laid_beside_the_tiles(
    world: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = sys.modules[finetune.__module__]
    worse = {"mask F1, building": {"before": 0.5, "after": 0.4}}
    found = {"held_out": 3, "figures": worse, "old_data": {}, "verdict": "Measured."}
    monkeypatch.setattr(module, "_compared", lambda *_: ({}, found))
    data = tmp_path / "exports"
    data.mkdir()
    (data / "one").symlink_to(world.set, target_is_directory=True)
    summary = finetune(spec(world, data=data, settings=("schedule.steps=1",)), Watch())
    assert (summary["installed"], summary["worse"]) == (False, ["outlines of building: 50.0 → 40.0"])
    assert Path(summary["pack"]).parent == data
    assert load_pack(summary["pack"]).manifest.training["from"] == "tiny"
    assert list_packs() == [] or summary["name"] not in [path.name for path in list_packs()]
    assert "So it was not installed" in report_lines(summary)[-1]
