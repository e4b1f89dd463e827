"""Weights between two packs, packs with fewer channels, and thresholds fitted on several sets."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from describe_changes.core.errors import InputError
from describe_changes.core.models.captioner import ChangeCaptioner
from describe_changes.core.models.config import CaptionerConfig
from describe_changes.core.models.packs import ModelPack, PackManifest, save_pack
from describe_changes.core.models.vocabulary import Vocabulary
from describe_changes.training.packs.export import _THRESHOLDS, with_thresholds
from describe_changes.training.packs.mixing import keep_channels, mix_mask_heads, mix_masks, mix_packs

CONFIG = {
    "dim": 16,
    "encoder": {
        "options": {"embedding_size": 16, "hidden_sizes": [16, 16, 32, 32], "depths": [1] * 4, "layer_type": "basic"}
    },
    "decoder": {"layers": 1, "heads": 2, "feedforward": 16},
    "mask_head": {"width": 16},
}


def pack(folder: Path, seed: int, **changes) -> ModelPack:
    torch.manual_seed(seed)
    config = CaptionerConfig.model_validate({**CONFIG, **changes})
    vocabulary = Vocabulary(["a", "house"])
    model = ChangeCaptioner(config, len(vocabulary))
    manifest = PackManifest(name=f"p{seed}", architecture=config)
    return save_pack(folder / f"p{seed}", model, vocabulary, manifest, half=False)


def test_a_third_of_the_way(tmp_path: Path) -> None:
    first, second = pack(tmp_path, 0), pack(tmp_path, 1)
    mixed = mix_packs(first, second, 1 / 3, tmp_path / "mixed").build_model().state_dict()
    one, two = first.build_model().state_dict(), second.build_model().state_dict()
    for name, value in mixed.items():
        if value.is_floating_point():
            assert torch.allclose(value, one[name] * 2 / 3 + two[name] / 3, atol=2e-3)  # stored in half precision


def test_masks_are_averaged_with_those_they_grew_from(tmp_path: Path) -> None:
    """Shared channels by name; new channels and detail, words and flag stay those of the later pack."""
    lite = {"backbone": "efficientnet_lite", "stages": ("stage1", "stage2", "stage3", "stage4")}
    sea = {"name": "sea", "class_name": "sea"}
    ways = [{"name": "new", "class_name": "house"}, {"name": "gone", "class_name": "house"}]
    first = pack(tmp_path, 0, encoder=lite, mask_head={"width": 8, "channels": ways})
    grown = {"width": 8, "detail": 4, "channels": [ways[1], sea, ways[0]]}
    second = pack(tmp_path, 1, encoder={**lite, "stages": ("stage0", *lite["stages"])}, mask_head=grown)
    mixed = mix_masks(first, second, 0.75, tmp_path / "mixed")
    one, two, made = (each.build_model().state_dict() for each in (first, second, mixed))
    for name, value in made.items():
        expected = two[name]
        if name == "mask_head.refine.0.0.weight":
            expected = two[name].clone() * 0.75
            expected[:, :8] += 0.25 * one[name]
        elif name.startswith("mask_head.classify"):
            expected = two[name].clone()
            for row, theirs in ((0, 1), (2, 0)):
                expected[row] = 0.75 * two[name][row] + 0.25 * one[name][theirs]
        elif name in one and name.startswith(("encoder.", "mask_head.")) and value.is_floating_point():
            expected = 0.75 * two[name] + 0.25 * one[name]
        assert torch.allclose(value, expected, atol=2e-3), name  # stored in half precision
    assert mixed.channels == second.channels
    with pytest.raises(InputError, match=r"encoders of .* differ"):
        mix_masks(pack(tmp_path, 2, mask_head={"width": 8}), second, 0.5, tmp_path / "other")


def test_packs_of_two_architectures_are_not_averaged(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="different architectures"):
        mix_packs(pack(tmp_path, 0), pack(tmp_path, 1, mask_head={"width": 32}), 0.5, tmp_path / "mixed")


def test_kept_channels_say_what_they_said(tmp_path: Path) -> None:
    whole = pack(tmp_path, 0)
    part = keep_channels(whole, ["other change", "building appeared"], tmp_path / "part", {"other change": 0.4})
    assert [channel.threshold for channel in part.channels] == [whole.channels[0].threshold, 0.4]
    images = torch.randn(1, 2, 3, 64, 64)
    with torch.no_grad():
        before, after = (m.mask_only(m.extract_features(images)) for m in (whole.build_model(), part.build_model()))
    assert [c.name for c in part.manifest.architecture.mask_head.channels] == ["building appeared", "other change"]
    assert torch.allclose(after, before[:, [0, 2]], atol=1e-2)


def test_thresholds_change_where_words_read_the_masks(tmp_path: Path) -> None:
    judge = {"claims": ["building"], "width": 8, "parts": 2}
    whole = pack(tmp_path, 0, mask_tokens=True, claim_head=judge)
    names = [channel.name for channel in whole.channels]
    made = keep_channels(whole, names, tmp_path / "made", {names[1]: 0.7})
    assert [channel.threshold for channel in made.channels] == [0.5, 0.7, 0.5]
    one, two = whole.build_model().state_dict(), made.build_model().state_dict()
    assert one.keys() == two.keys()
    assert any("claim_head." in name for name in two)
    for name, value in two.items():
        assert torch.allclose(value.float(), one[name].float(), atol=2e-3), name  # stored in half precision


def test_channels_that_something_reads_or_that_are_not_there_stay(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="read its masks"):
        keep_channels(pack(tmp_path, 0, mask_tokens=True), ["other change"], tmp_path / "part")
    with pytest.raises(InputError, match="has the channels building appeared"):
        keep_channels(pack(tmp_path, 1), ["road"], tmp_path / "part")
    with pytest.raises(InputError, match="has the channels building appeared"):
        keep_channels(pack(tmp_path, 2), ["other change"], tmp_path / "part", {"road": 0.5})


def test_channels_go_where_words_read_a_head_of_their_own(tmp_path: Path) -> None:
    head = CONFIG["mask_head"]
    part = keep_channels(pack(tmp_path, 0, mask_tokens=True, view_head=head), ["other change"], tmp_path / "part")
    assert part.build_model().encode(torch.randn(1, 2, 3, 64, 64)).mask_logits.shape[1] == 1


def test_a_mask_head_between_two_leaves_words_and_flag_alone(tmp_path: Path) -> None:
    first = pack(tmp_path, 0, mask_tokens=True, change_head={"width": 4})
    model = first.build_model()
    roads = [{"name": "road", "class_name": "road"}, *(c.model_dump() for c in first.channels)]
    config = CaptionerConfig.model_validate(
        {**CONFIG, "mask_tokens": True, "mask_head": {"width": 16, "channels": roads}}
    )
    trained = ChangeCaptioner(config, len(first.vocabulary)).eval()
    trained.encoder.load_state_dict(model.encoder.state_dict())
    manifest = PackManifest(name="roads", architecture=config, licence="free", training_data=("streets",))
    second = save_pack(tmp_path / "roads", trained, first.vocabulary, manifest, half=False)
    mixed = mix_mask_heads(first, second, 0.75, tmp_path / "mixed", {"other change": 0.3})
    made, images = mixed.build_model(), torch.randn(1, 2, 3, 64, 64)
    with torch.no_grad():
        was, now = model.encode(images), made.encode(images)
    assert torch.allclose(was.memory, now.memory, atol=5e-3)  # stored in half precision
    assert torch.allclose(was.change_logit, now.change_logit, atol=5e-3)
    one, two = model.mask_head.classify.weight, trained.mask_head.classify.weight[1:]
    assert torch.allclose(made.mask_head.classify.weight, one / 4 + two * 3 / 4, atol=2e-3)
    assert [channel.threshold for channel in mixed.channels] == [0.5, 0.5, 0.3]
    assert (mixed.manifest.licence, mixed.manifest.training_data) == ("free", ("streets",))
    kept = mix_mask_heads(first, second, 0.75, tmp_path / "kept", from_view=["other change"]).build_model()
    with torch.no_grad():
        part = kept.encode(images)
        alone = kept.mask_only(kept.extract_features(images))
    assert torch.equal(part.mask_logits[:, :2], now.mask_logits[:, :2])
    assert torch.allclose(part.mask_logits[:, 2], was.mask_logits[:, 2], atol=5e-3)
    assert not torch.allclose(part.mask_logits[:, 2], now.mask_logits[:, 2], atol=5e-3)
    assert torch.equal(alone, part.mask_logits)
    again = mix_mask_heads(mixed, second, 0.5, tmp_path / "again").build_model()
    assert torch.equal(again.view_head.classify.weight, made.view_head.classify.weight)


def test_mask_heads_that_do_not_go_together_are_named(tmp_path: Path) -> None:
    first, second = pack(tmp_path, 0), pack(tmp_path, 1)
    with pytest.raises(InputError, match="different encoders"):
        mix_mask_heads(first, second, 0.5, tmp_path / "mixed")
    with pytest.raises(InputError, match="a threshold is given for another"):
        mix_mask_heads(first, first, 0.5, tmp_path / "mixed", {"road": 0.5})
    few = keep_channels(second, ["other change"], tmp_path / "few")
    with pytest.raises(InputError, match="has the channels other change, not all of"):
        mix_mask_heads(first, few, 0.5, tmp_path / "mixed")


def test_a_threshold_is_best_over_all_sets_that_label_its_channel() -> None:
    """At home 0.3 is best (F1 1, else 0.5), elsewhere 0.7 (F1 1; 0.3 gives 0.2): their mean decides for 0.7."""
    architecture = CaptionerConfig.model_validate(CONFIG)
    count = len(_THRESHOLDS)
    home, away = (np.zeros((count, 3, 3), np.int64) for _ in range(2))
    at = {value: int(np.abs(_THRESHOLDS - value).argmin()) for value in (0.3, 0.7)}
    home[:, 0], away[:, 0] = (20_000, 20_000, 20_000), (2_000, 8_000, 18_000)
    home[at[0.3], 0], away[at[0.7], 0] = (40_000, 0, 0), (20_000, 0, 0)
    home[:, 1] = (9, 0, 0)  # too little to tell
    home[:, 2] = (40_000, 0, 0)  # any change: no set knows all of it
    thresholds = [c.threshold for c in with_thresholds(architecture, [home, away]).mask_head.channels]
    assert thresholds == [0.7, 0.5, 0.5]
    assert with_thresholds(architecture, [home]).mask_head.channels[0].threshold == 0.3
