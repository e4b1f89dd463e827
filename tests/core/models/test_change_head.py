"""Change head: reads both dates, finds a change wherever it is, and a pack with one is stored and loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from describe_changes.core.models.captioner import ChangeCaptioner
from describe_changes.core.models.change_head import ChangeHead
from describe_changes.core.models.config import CaptionerConfig, ChangeHeadConfig
from describe_changes.core.models.packs import PackManifest, load_pack, save_pack
from describe_changes.core.models.vocabulary import Vocabulary
from torch import Tensor
from torch.nn import functional as F

RESNET = {"embedding_size": 16, "hidden_sizes": [16, 16, 32, 32], "depths": [1, 1, 1, 1], "layer_type": "basic"}
SMALL = {
    "dim": 32,
    "encoder": {"options": RESNET},
    "decoder": {"layers": 1, "heads": 2, "feedforward": 32},
    "mask_head": {"width": 8},
    "change_head": {"width": 8},
}


def pyramid(count: int) -> list[Tensor]:
    """Two scales, 16 × 16 and 8 × 8; the head reads the first."""
    return [torch.randn(count, 6, 16, 16), torch.randn(count, 6, 8, 8)]


def with_change(dates: list[Tensor], row: int, col: int) -> list[Tensor]:
    """The same with other features in 3 × 3 cells."""
    finest = dates[0].clone()
    finest[:, :, row : row + 3, col : col + 3] += 3.0
    return [finest, dates[1]]


def test_it_learns_to_see_a_change_in_places_where_it_never_saw_one() -> None:
    torch.manual_seed(0)
    head = ChangeHead(ChangeHeadConfig(width=8, dropout=0.0, input_dropout=0.0), [6, 6], 0)
    optimizer = torch.optim.Adam(head.parameters(), 0.02)
    for step in range(60):
        before = pyramid(8)
        same = [date + 0.1 * torch.randn_like(date) for date in before]
        after = with_change(same, step % 7, step % 5)  # changes in the upper left quarter only
        mixed = [torch.cat([a[:4], s[4:]]) for a, s in zip(after, same, strict=True)]
        truth = torch.tensor([1.0] * 4 + [0.0] * 4)
        loss = F.binary_cross_entropy_with_logits(head(before, mixed, None), truth)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    head.eval()
    before = pyramid(16)
    with torch.no_grad():
        assert (head(before, with_change(before, 11, 12), None) > 0).all()  # the lower right quarter
        assert (head(before, before, None) < 0).all()


@pytest.mark.parametrize("masks", [True, False])
def test_a_pack_with_a_change_head_says_the_same_after_loading(tmp_path: Path, masks: bool) -> None:
    config = CaptionerConfig.model_validate(SMALL if masks else {**SMALL, "mask_head": None})
    model = ChangeCaptioner(config, 12).eval()
    images = torch.randn(3, 2, 3, 64, 64)
    vocabulary = Vocabulary([f"word{i}" for i in range(8)])
    pack = save_pack(tmp_path / "p", model, vocabulary, PackManifest(name="p", architecture=config), half=False)
    with torch.no_grad():
        logits = model.encode(images).change_logit
        loaded = load_pack(pack.path).build_model().eval().encode(images).change_logit
    assert logits.shape == (3,)
    torch.testing.assert_close(loaded, logits)
    with torch.no_grad():
        assert not torch.allclose(model.encode(images.flip(1)).change_logit, logits)  # it knows which date is which
