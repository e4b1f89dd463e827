"""Claim head: what it pools, that it learns apart from the model, and that a pack with one is stored and loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from describe_changes.core.models.captioner import ChangeCaptioner
from describe_changes.core.models.claim_head import ClaimHead
from describe_changes.core.models.config import CaptionerConfig, ClaimHeadConfig
from describe_changes.core.models.packs import PackManifest, save_pack
from describe_changes.core.models.vocabulary import Vocabulary

HEAD = ClaimHeadConfig(claims=("building", "road"), width=8, parts=2, cells=2)
SMALL = {
    "dim": 8,
    "encoder": {
        "options": {"embedding_size": 8, "hidden_sizes": [16, 16, 16, 16], "depths": [1] * 4, "layer_type": "basic"}
    },
    "decoder": {"layers": 1, "heads": 2, "feedforward": 16},
    "mask_head": {"width": 8},
    "claim_head": HEAD,
}


def test_pooling_keeps_parts_and_cells_apart() -> None:
    head = ClaimHead(HEAD, 3, 1)
    memory = torch.arange(12.0).reshape(1, 4, 3)
    masks = torch.zeros(1, 1, 4, 4)
    masks[:, :, :2, 2:] = 1
    pooled = head.pool(memory, masks)[0].tolist()
    assert pooled[:6] == [1.5, 2.5, 3.5, 7.5, 8.5, 9.5]  # means of two tokens each
    assert pooled[6:12] == [3, 4, 5, 9, 10, 11]  # their maxima
    assert pooled[12:] == [0, 1, 0, 0]
    with pytest.raises(ValueError, match="3 memory tokens cannot be parted into 2"):
        head.pool(memory[:, :3], masks)


def test_inputs_count_no_farther_than_four_deviations() -> None:
    head = ClaimHead(HEAD, 3, 1).eval()
    far, farther = torch.full((1, 16), 5.0), torch.full((1, 16), 500.0)
    assert torch.equal(head.judged(far), head.judged(farther))


def test_a_pack_with_a_claim_head_is_stored_and_loaded_and_does_not_learn(tmp_path: Path) -> None:
    config = CaptionerConfig.model_validate(SMALL)
    model = ChangeCaptioner(config, 6)
    assert not any(weight.requires_grad for weight in model.claim_head.parameters())
    pack = save_pack(tmp_path / "p", model, Vocabulary(["a", "house"]), PackManifest(name="p", architecture=config))
    read = pack.build_model().claim_head
    memory, masks = torch.randn(3, 4, 8), torch.rand(3, 3, 16, 16)
    with torch.no_grad():
        judged = read(memory, masks)
        assert torch.allclose(judged, model.eval().claim_head(memory, masks), atol=1e-2)  # stored in half precision
        assert torch.equal(judged, read(memory.flip(0), masks.flip(0)).flip(0))
