"""Encoder and detector taken from packs: frozen, read, packed; and features of frozen views kept on disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
import yaml
from describe_changes.core.errors import InputError
from describe_changes.core.models.captioner import PairFeatures
from describe_changes.core.models.packs import ModelPack, load_pack, save_pack
from describe_changes.core.predict.device import choose_device
from describe_changes.core.predict.predictor import Predictor
from describe_changes.training.commands import read_settings, train
from describe_changes.training.config import load_config
from describe_changes.training.packs.export import export_pack
from describe_changes.training.trainer.csv_logger import read_log
from describe_changes.training.trainer.setup import build_trainer, load_data

RESNET = {"embedding_size": 16, "hidden_sizes": [16, 16, 32, 32], "depths": [1, 1, 1, 1], "layer_type": "basic"}
BASE = {
    "name": "base",
    "model": {
        "dim": 32,
        "encoder": {"options": RESNET},
        "decoder": {"layers": 1, "heads": 2, "feedforward": 32, "dropout": 0.0},
        "mask_head": {"width": 16},
    },
    "sources": [{"path": "levir", "split": "train"}],
    "validation": {"path": "levir", "split": "val"},
    "vocabulary": {"min_count": 1},
    "schedule": {"steps": 2, "batch_size": 4, "captions_per_pair": 1, "warmup_steps": 1, "validate_every": 2},
    "input": {"mean": [0.4, 0.4, 0.4], "std": [0.2, 0.2, 0.2]},
    "precision": "32-true",
}
DFM = [
    "name=prior",
    "model.difference={name: dfm, heads: 2, feedforward: 32}",
    "model.encoder.stages=[stage2, stage3, stage4]",
    "model.mask_head=null",
    "input={mean: [0.5, 0.5, 0.5], std: [0.25, 0.25, 0.25]}",
]


@pytest.fixture
def base_file(tmp_path: Path) -> Path:
    path = tmp_path / "base.yaml"
    path.write_text(yaml.safe_dump(BASE))
    return path


@pytest.fixture(scope="module")
def detector(tiny_data: Path, tmp_path_factory: pytest.TempPathFactory) -> ModelPack:
    """A small trained pack with a mask head."""
    folder = tmp_path_factory.mktemp("detector")
    path = folder / "base.yaml"
    path.write_text(yaml.safe_dump(BASE))
    return load_pack(train(str(path), data=tiny_data, output=folder / "run", say=lambda line: None))


def test_the_detector_is_read_and_never_learns(
    base_file: Path, detector: ModelPack, tiny_data: Path, tmp_path: Path
) -> None:
    config = load_config(base_file, read_settings([*DFM, f"init.detector={detector.path}"]))
    trainer = build_trainer(config, tmp_path / "run", tiny_data)
    model = trainer.unwrapped
    assert model.detector is not None
    before = {name: value.clone() for name, value in model.detector.state_dict().items()}
    difference = {name: value.clone() for name, value in model.difference.named_parameters()}
    trainer.fit()
    for name, value in model.detector.state_dict().items():
        assert torch.equal(value, before[name]), name
    assert all(p.grad is None and not p.requires_grad for p in model.detector.parameters())
    assert any(not torch.equal(value, difference[name]) for name, value in model.difference.named_parameters())
    frozen = sum(p.numel() for p in model.detector.parameters())
    counts = model.parameter_counts()
    assert counts["frozen"] == frozen
    assert counts["learned"] == sum(p.numel() for p in model.parameters()) - frozen


def test_the_prior_is_what_the_pack_sees_in_its_own_normalisation(
    base_file: Path, detector: ModelPack, tiny_data: Path, tmp_path: Path
) -> None:
    config = load_config(base_file, read_settings([*DFM, f"init.detector={detector.path}"]))
    model = build_trainer(config, tmp_path / "run", tiny_data).unwrapped.eval()
    raw = torch.rand(2, 2, 3, 256, 256)
    source = detector.build_model()
    with torch.no_grad():
        prior = model.extract_features((raw - 0.5) / 0.25).prior
        own = source.extract_features((raw - 0.4) / 0.2)
        assert source.mask_head is not None
        expected = source.mask_head(own.before, own.after, own.size).features
    assert len(prior) == 3
    for given, wanted in zip(prior, expected[1:], strict=True):
        torch.testing.assert_close(given, wanted, rtol=1e-4, atol=1e-4)
    features = model.extract_features((raw - 0.5) / 0.25)
    with torch.no_grad():
        told = model.compare(features).memory
        features.prior = [torch.zeros_like(scale) for scale in features.prior]
        assert not torch.allclose(model.compare(features).memory, told)


def test_a_pack_with_a_detector_goes_round(
    base_file: Path, detector: ModelPack, tiny_data: Path, tmp_path: Path
) -> None:
    settings = [*DFM, f"init.detector={detector.path}"]
    pack = load_pack(train(str(base_file), settings=settings, data=tiny_data, output=tmp_path / "run", say=print))
    assert pack.manifest.architecture.detector is not None
    assert pack.manifest.training["weights frozen"] > 0
    stored, source = pack.build_model().detector, detector.build_model()
    assert stored is not None
    for name, value in source.encoder.state_dict().items():
        assert torch.equal(stored.encoder.state_dict()[name], value), name
    images = np.random.default_rng(0).integers(0, 255, (1, 2, 3, 256, 256), dtype=np.uint8)
    (prediction,) = Predictor(pack, choose_device("cpu")).predict(images, np.ones((1, 2, 256, 256), bool))
    assert 0 <= prediction.change_score <= 1


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        (["init.detector={pack}"], "needs the difference encoder dfm"),
        (["init.detector=nowhere"], "No model pack 'nowhere'"),
        (["model.difference={name: dfm, prior_channels: [16]}"], "prior_channels needs a detector"),
        (["augment.cached_views=2"], "set model.encoder.frozen"),
        (["init.encoder={pack}", "model.encoder.stages=[stage9]"], "stage9"),
    ],
)
def test_parts_that_cannot_be_had_are_named(
    base_file: Path, detector: ModelPack, tiny_data: Path, tmp_path: Path, settings: list[str], sentence: str
) -> None:
    filled = [setting.replace("{pack}", str(detector.path)) for setting in settings]
    with pytest.raises(InputError, match=sentence):
        build_trainer(load_config(base_file, read_settings(filled)), tmp_path / "run", tiny_data)


FROZEN = ["name=frozen", "model.encoder.frozen=true", "model.encoder.stages=[stage3, stage4]", "model.mask_head=null"]


def test_a_frozen_encoder_keeps_its_weights_and_statistics(
    base_file: Path, detector: ModelPack, tiny_data: Path, tmp_path: Path
) -> None:
    config = load_config(base_file, read_settings([*FROZEN, f"init.encoder={detector.path}"]))
    trainer = build_trainer(config, tmp_path / "run", tiny_data)
    trainer.fit()
    wanted = detector.build_model().encoder.state_dict()
    for name, value in trainer.unwrapped.encoder.state_dict().items():
        assert torch.equal(value, wanted[name]), name


def test_kept_views_give_the_losses_of_encoding_anew(
    base_file: Path, detector: ModelPack, tiny_data: Path, tmp_path: Path
) -> None:
    """One view per pair, the pair as it is: the same batches with and without kept features."""
    plain = ["augment={flip_rotate: false, p_swap_dates: 0, color_jitter: 0, max_shift_px: 0, p_static: 0}"]
    settings = [*FROZEN, f"init.encoder={detector.path}", *plain]
    anew = build_trainer(load_config(base_file, read_settings(settings)), tmp_path / "a" / "anew", tiny_data)
    kept = build_trainer(
        load_config(base_file, read_settings([*settings, "augment.cached_views=1"])), tmp_path / "b" / "kept", tiny_data
    )
    batch = kept.batches.batch(0, 0.0, 4)
    assert not isinstance(batch.images, torch.Tensor)
    images = torch.from_numpy(np.stack([kept.batches.normalise(p.images) for p in kept.batches.pairs]))
    with torch.no_grad():
        looked = anew.unwrapped.extract_features(images)
    held = kept.batches.bank.rows(range(4))  # type: ignore[attr-defined]
    assert kept.unwrapped.difference.in_scales == (1,)
    for given, wanted in ((held.before, looked.before), (held.after, looked.after)):
        torch.testing.assert_close(given[1], wanted[1], rtol=2e-3, atol=2e-3)  # float16 on disk
        assert len(given[0]) == len(wanted[0])  # not read, not fetched
        assert given[0].numel() == 0
    kept.fit()
    curve = read_log(tmp_path / "b" / "kept")
    assert set(curve["caption"]) == {1}
    stamps = {p: p.stat().st_mtime_ns for p in (tmp_path / "b" / "features").rglob("*.npy")}
    assert len(stamps) == 4  # two scales of the training views, two of the validation pairs
    other = [*settings, "augment.cached_views=1", "seed=5", "name=other"]
    build_trainer(load_config(base_file, read_settings(other)), tmp_path / "b" / "other", tiny_data)
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "b" / "features").rglob("*.npy")} == stamps


def test_a_frozen_mask_head_is_the_packs_and_its_view_is_kept(
    base_file: Path, detector: ModelPack, tiny_data: Path, tmp_path: Path
) -> None:
    """Words learn on what the mask head saw: the same memory as from images, and no scale kept that only masks read."""
    seen = detector.manifest.model_copy(update={"training_data": ("levir", "elsewhere")})
    source = save_pack(tmp_path / "seen", detector.build_model(), detector.vocabulary, seen, half=False)
    settings = [
        f"init.encoder={source.path}",
        "model.encoder.frozen=true",
        "model.mask_head.frozen=true",
        "model.mask_tokens=true",
        "model.scene_tokens=true",
        "model.scene_scale=-2",
        "model.scene_feature_scale=0.5",
        "model.token_patch_merge=2",
        "model.difference={name: direct_sub, scale: -2, patch_merge: 2, feature_scale: 0.5}",
        "augment={flip_rotate: false, p_swap_dates: 0, color_jitter: 0, max_shift_px: 0, p_static: 0, cached_views: 1}",
    ]
    trainer = build_trainer(load_config(base_file, read_settings(settings)), tmp_path / "kept" / "run", tiny_data)
    trained, model = detector.build_model(), trainer.unwrapped
    assert trained.mask_head is not None
    assert model.mask_head is not None
    trainer.fit()
    for name, value in trained.mask_head.state_dict().items():
        assert torch.equal(value, model.mask_head.state_dict()[name]), name
        assert torch.equal(value, trainer.average[f"mask_head.{name}"]), name
    files = {p.stem for p in (tmp_path / "kept" / "features").rglob("*.npy")}
    assert files == {"dates-2", "mask"}
    batch = trainer.batches.eval_batch(trainer.batches.pairs[:3])
    held = trainer.batches.bank.rows(range(3))  # type: ignore[attr-defined]
    model = trainer.ema_model()
    with torch.no_grad():
        kept, anew = model.encode(held), model.encode(batch.images)
    assert kept.mask_logits is None
    assert anew.mask_logits is not None
    assert kept.memory.shape == (3, (1 + 1 + 2) * 8 * 8, 32)  # difference, mask and two dates on 16 cells, folded
    torch.testing.assert_close(kept.memory, anew.memory, rtol=2e-2, atol=2e-2)
    torch.testing.assert_close(kept.change_logit, anew.change_logit, rtol=2e-2, atol=2e-2)
    manifest = export_pack(tmp_path / "kept" / "run", tmp_path / "pack", tiny_data).manifest
    assert manifest.training_data == ("levir", "elsewhere"), "what the encoder saw stands on the card, too"
    made = manifest.architecture
    assert not made.encoder.frozen
    assert made.mask_head is not None
    assert not made.mask_head.frozen, "who fine-tunes the pack wants its masks to learn"
    validation = read_log(tmp_path / "kept" / "run")
    assert "val/change_accuracy" in validation
    assert "val/building_f1" not in validation  # no masks were computed, so none are judged


FLAG = ["model.change_head={width: 8}", "loss={caption: 0, change: 1}", "name=flagged", "augment.cached_views=2"]


def test_a_flag_learns_on_a_pack_that_stays_as_it_is(detector: ModelPack, tiny_data: Path, tmp_path: Path) -> None:
    """Whatever the run's own model says: architecture, words and input are the pack's, and only the flag moves."""
    seen = detector.manifest.model_copy(update={"training_data": ("elsewhere",), "beam": 3, "claim_penalty": 0.5})
    source = save_pack(tmp_path / "seen", detector.build_model(), detector.vocabulary, seen, half=False)
    path = tmp_path / "flag.yaml"
    path.write_text(yaml.safe_dump({**BASE, "model": {"dim": 64}, "input": {"mean": [0.1] * 3}}))
    config = load_config(path, read_settings([*FLAG, f"train_change_head_of={source.path}"]))
    trainer = build_trainer(config, tmp_path / "kept" / "run", tiny_data)
    assert trainer.unwrapped.parameter_counts()["learned"] == sum(
        p.numel() for p in trainer.unwrapped.change.parameters()
    )
    fresh = {name: value.clone() for name, value in trainer.unwrapped.change.named_parameters()}
    trainer.fit()
    assert set(read_log(tmp_path / "kept" / "run")) >= {"change", "val/change_loss"}
    assert "caption" not in read_log(tmp_path / "kept" / "run")
    flagged = export_pack(tmp_path / "kept" / "run", tmp_path / "flagged", tiny_data)
    manifest, kept = flagged.manifest, trainer.ema_model().state_dict()
    assert manifest.training["weights learned"] == trainer.unwrapped.parameter_counts()["learned"]
    for name, value in source.build_model().state_dict().items():
        assert name.startswith("change.") or torch.equal(kept[name], value), name
    moved = [not torch.equal(value, fresh[name]) for name, value in trainer.unwrapped.change.named_parameters()]
    assert all(moved)
    assert flagged.vocabulary.words == source.vocabulary.words
    assert (manifest.input.mean, manifest.beam, manifest.claim_penalty) == (seen.input.mean, 3, 0.5)
    assert manifest.training_data == ("levir", "elsewhere")
    made = manifest.architecture
    assert made == seen.architecture.model_copy(
        update={"change_head": config.model.change_head, "encoder": made.encoder, "mask_head": made.mask_head}
    )
    assert not made.encoder.frozen
    batch = trainer.batches.eval_batch(trainer.batches.pairs[:3])
    held = trainer.batches.bank.rows(range(0, 6, 2))  # type: ignore[attr-defined]
    with torch.no_grad():
        kept, anew = trainer.ema_model().encode(held), trainer.ema_model().encode(batch.images)
    torch.testing.assert_close(kept.change_logit, anew.change_logit, rtol=2e-2, atol=2e-2)


MASKS = [
    "model.mask_head={width: 16, channels: [{name: building appeared, class_name: building, transition: appeared}, "
    "{name: road, class_name: road}]}",
    "loss={caption: 0, change: 0}",
    "name=remasked",
    "augment={crop: 64}",
]


def test_masks_learn_on_a_pack_whose_words_and_flag_stay_as_they_are(
    base_file: Path, detector: ModelPack, tiny_data: Path, tmp_path: Path
) -> None:
    """A new head makes the masks; words and flag go on reading the old one, to the bit."""
    flag = [*FLAG, f"train_change_head_of={detector.path}"]  # a flag that reads the masks, with batch norm of its own
    build_trainer(load_config(base_file, read_settings(flag)), tmp_path / "kept" / "flag", tiny_data).fit()
    source = export_pack(tmp_path / "kept" / "flag", tmp_path / "source", tiny_data)
    settings = [*MASKS, f"train_mask_head_of={source.path}", f"init.mask_head={source.path}"]
    trainer = build_trainer(load_config(base_file, read_settings(settings)), tmp_path / "run", tiny_data)
    model, old = trainer.unwrapped, source.build_model()
    assert model.mask_head is not None
    assert old.mask_head is not None
    assert trainer.unwrapped.parameter_counts()["learned"] == sum(p.numel() for p in model.mask_head.parameters())
    row = model.mask_head.classify.weight[0].detach()
    assert torch.equal(row, old.mask_head.classify.weight[0].detach()), "a channel starts from its namesake"
    trainer.fit()
    pack = export_pack(tmp_path / "run", tmp_path / "pack", tiny_data)
    new = pack.build_model()
    for name, value in old.state_dict().items():
        kept = name.replace("mask_head.", "view_head.")
        assert torch.equal(new.state_dict()[kept], value), name
    assert new.mask_head is not None
    assert not torch.equal(new.mask_head.classify.weight[0], old.mask_head.classify.weight[0])
    images = torch.rand(2, 2, 3, 64, 64)
    with torch.no_grad():
        was, now = old.encode(images), new.encode(images)
    assert torch.equal(was.memory, now.memory)
    assert torch.equal(was.change_logit, now.change_logit)
    assert now.mask_logits is not None
    assert now.mask_logits.shape[1] == 2
    made, taken = pack.manifest, source.manifest
    assert (made.calibration, made.input, made.decoding) == (taken.calibration, taken.input, taken.decoding)
    assert [channel.class_name for channel in pack.channels] == ["building", "road"]
    assert made.architecture.view_head is not None
    assert not made.architecture.view_head.frozen, "who fine-tunes the pack wants all of it to learn"
    assert pack.vocabulary.words == source.vocabulary.words


def test_a_head_with_detail_starts_from_one_without(base_file: Path, tiny_data: Path, tmp_path: Path) -> None:
    """At first it makes the old head's masks to the bit, then it learns to use the finest scale."""
    lite = "model.encoder={backbone: efficientnet_lite, stages: [stage1, stage2, stage3, stage4]}"
    build_trainer(load_config(base_file, read_settings([lite])), tmp_path / "old", tiny_data).fit()
    source = export_pack(tmp_path / "old", tmp_path / "source", tiny_data)
    settings = [
        lite.replace("stage1", "stage0, stage1"),
        f"init={{encoder: '{source.path}', mask_head: '{source.path}'}}",
        "model.mask_head={width: 16, detail: 4}",
        "loss={caption: 0, change: 0}",
    ]
    trainer = build_trainer(load_config(base_file, read_settings(settings)), tmp_path / "run", tiny_data)
    model, images = trainer.unwrapped.eval(), torch.rand(2, 2, 3, 64, 64)
    assert model.encoder.strides == (2, 4, 8, 16, 32)
    with torch.no_grad():
        was, now = (each.encode(images) for each in (source.build_model().eval(), model))
    assert was.mask_logits is not None
    assert now.mask_logits is not None
    assert torch.equal(was.mask_logits, now.mask_logits)
    trainer.fit()
    pack = export_pack(tmp_path / "run", tmp_path / "pack", tiny_data)
    head = pack.build_model().mask_head
    assert head is not None
    assert head.refine[0][0].weight[:, 16:].abs().max() > 0  # type: ignore[index]
    again = [
        "model.encoder={stages: [stage0, stage1, stage2, stage3, stage4]}",
        f"init={{encoder: '{pack.path}', mask_head: '{pack.path}'}}",
        settings[2],
    ]
    next_run = build_trainer(load_config(base_file, read_settings(again)), tmp_path / "next", tiny_data)
    own = next_run.unwrapped.mask_head
    assert own is not None
    for name, value in head.state_dict().items():
        assert torch.equal(value, own.state_dict()[name]), name
    prior = load_config(base_file, read_settings([*DFM, f"init.detector={pack.path}"]))
    reader = build_trainer(prior, tmp_path / "prior", tiny_data).unwrapped
    with torch.no_grad():
        seen = reader.extract_features(images).prior
    assert [part.shape[-1] for part in seen] == [8, 4, 2], "as a detector its detail is no scale of the pyramid"


def test_what_a_new_mask_head_cannot_go_with_is_said(
    base_file: Path, detector: ModelPack, tiny_data: Path, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=r"set loss\.caption and loss\.change to 0"):
        load_config(base_file, read_settings([f"train_mask_head_of={detector.path}"]))
    settings = [f"train_mask_head_of={detector.path}", "loss={caption: 0, change: 0}", "model.mask_head=null"]
    with pytest.raises(InputError, match="say what it is like"):
        build_trainer(load_config(base_file, read_settings(settings)), tmp_path / "run", tiny_data)
    with pytest.raises(InputError, match="stands beside a mask_head"):
        load_config(base_file, read_settings(["model.view_head={width: 8}", "model.mask_head=null"]))
    with pytest.raises(InputError, match="needs efficientnet_lite's stage0"):
        load_config(base_file, read_settings(["model.mask_head={width: 8, detail: 4}"]))
    with pytest.raises(InputError, match="one of which has"):
        load_config(base_file, read_settings(["model.view_head={width: 8}", "model.view_channels=[sea]"]))


def test_runs_that_make_one_pack_in_turn_have_folders_of_their_own(
    base_file: Path, tiny_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first = Path(train("base.yaml", data=tiny_data, say=lambda line: None))
    (tmp_path / "flag.yaml").write_text(yaml.safe_dump({**BASE, "train_change_head_of": str(first)}))
    second = Path(train("flag.yaml", settings=["model.change_head={width: 8}"], data=tiny_data, say=lambda line: None))
    assert (first, second) == (Path("runs/base-seed0/pack"), Path("runs/flag-seed0/pack"))
    assert load_pack(first).name == load_pack(second).name == "base"


def test_a_flag_needs_a_pack_it_fits(detector: ModelPack, base_file: Path, tiny_data: Path, tmp_path: Path) -> None:
    config = load_config(base_file, read_settings([*FLAG, "train_change_head_of=nowhere"]))
    with pytest.raises(InputError, match="nowhere"):
        build_trainer(config, tmp_path / "run", tiny_data)
    config = load_config(base_file, read_settings(["loss={caption: 0}", f"train_change_head_of={detector.path}"]))
    with pytest.raises(InputError, match="change_head"):
        build_trainer(config, tmp_path / "run", tiny_data)


def test_kept_views_are_made_anew_where_masks_differ(
    base_file: Path, detector: ModelPack, tiny_data: Path, tmp_path: Path
) -> None:
    """Masks decide which pairs `augment` reverses, so that what was kept for others would show the wrong order."""
    frozen = ["model.encoder.frozen=true", f"init.encoder={detector.path}"]
    config = load_config(base_file, read_settings([*frozen, "augment.cached_views=1"]))
    loaded = load_data(config, tiny_data)
    build_trainer(config, tmp_path / "run", loaded=loaded, data=tiny_data)
    banks = set((tmp_path / "features").iterdir())
    loaded.pairs[1] = replace(loaded.pairs[1], masks=np.zeros_like(loaded.pairs[1].masks))
    loaded.examples = ()
    build_trainer(config, tmp_path / "run", loaded=loaded, data=tiny_data)
    assert len(set((tmp_path / "features").iterdir()) - banks) == 1


def test_maps_are_scaled_and_folded_as_the_run_says(
    base_file: Path, detector: ModelPack, tiny_data: Path, tmp_path: Path
) -> None:
    wanted = ["model.encoder.patch_merge=true", "model.encoder.feature_scale=0.5", f"init.encoder={detector.path}"]
    config = load_config(base_file, read_settings([*FROZEN, *wanted]))
    model = build_trainer(config, tmp_path / "run", tiny_data).unwrapped.eval()
    images = torch.rand(1, 2, 3, 128, 128)
    source = detector.build_model().eval()
    with torch.no_grad():
        fine, coarse, folded = model.extract_features(images).after
        own = source.extract_features(images).after
    assert model.encoder.channels == (*source.encoder.channels[2:], 4 * source.encoder.channels[3])
    assert model.encoder.strides == (16, 32, 64)
    torch.testing.assert_close(fine, own[2] / 2)
    torch.testing.assert_close(coarse, own[3] / 2)
    for channel in (0, 5, source.encoder.channels[3] - 1):
        for row in range(2):
            for column in range(2):
                part = folded[0, 4 * channel + 2 * row + column]  # every second cell, from this row and column on
                torch.testing.assert_close(part, own[3][0, channel, row::2, column::2] / 2)


def test_a_map_that_never_differs_is_counted_in_validation(base_file: Path, tiny_data: Path, tmp_path: Path) -> None:
    trainer = build_trainer(load_config(base_file, {}), tmp_path / "run", tiny_data)
    model = trainer.ema_model()
    assert trainer.validate is not None
    assert trainer.validate(model)["constant_scales"] == 0
    look = model.extract_features

    def with_dead_coarsest(images: torch.Tensor) -> PairFeatures:
        features = look(images)
        features.after[-1] = features.before[-1]
        return features

    model.extract_features = with_dead_coarsest  # type: ignore[method-assign]
    assert trainer.validate(model)["constant_scales"] == 1


def test_views_beyond_the_first_are_augmented_with_their_captions(
    base_file: Path, detector: ModelPack, tiny_data: Path, tmp_path: Path
) -> None:
    augment = (
        "augment={flip_rotate: true, p_swap_dates: 0, color_jitter: 0, max_shift_px: 0, p_static: 0, cached_views: 6}"
    )
    settings = [*FROZEN, f"init.encoder={detector.path}", augment]
    batches = build_trainer(load_config(base_file, read_settings(settings)), tmp_path / "a" / "run", tiny_data).batches
    changed = 1  # the pair with a square in the top left corner
    corners = set()
    for view in range(6):
        number = changed * 6 + view
        shown = batches._view(number).images[1, 0] > 200  # type: ignore[attr-defined]
        rows, cols = np.nonzero(shown)
        corner = ("top" if rows.mean() < 128 else "bottom", "left" if cols.mean() < 128 else "right")
        caption = " ".join(batches.examples[number].captions[0])  # type: ignore[attr-defined]
        assert corner[0] in caption
        assert corner[1] in caption
        corners.add(corner)
    assert len(corners) > 1
