"""A pack of each system runs through the command line, and what it says of a tile does not hang on the block size."""

from __future__ import annotations

from pathlib import Path

import pyogrio
import pytest
import torch
from describe_changes.core.models.captioner import ChangeCaptioner
from describe_changes.core.models.config import (
    CaptionerConfig,
    DecoderConfig,
    DetectorConfig,
    EncoderConfig,
    MaskHeadConfig,
)
from describe_changes.core.models.packs import Calibration, PackInput, PackManifest, save_pack
from describe_changes.core.models.vocabulary import SPECIALS, Vocabulary

RESNET = EncoderConfig(
    options={"layer_type": "basic", "embedding_size": 16, "hidden_sizes": [16, 16], "depths": [1, 1]},
    stages=("stage1", "stage2"),
)
HISEM = {"name": "hisem", "heads": 2, "feedforward": 16, "expert_hidden": 8, "layers": 1}
SYSTEMS = {
    "direct_sub": {"name": "direct_sub"},
    "rdd": {"name": "rdd", "heads": 2, "feedforward": 16, "object_vectors": 4, "action_vectors": 2},
    "bdam": {**HISEM, "hasd": False},
    "hasd": {**HISEM, "layers": 0},
    "hisem hard": HISEM,
    "hisem soft": {**HISEM, "routing": "soft"},
    "jfm": {"name": "dfm", "heads": 2, "feedforward": 16},
    "dfm": {"name": "dfm", "heads": 2, "feedforward": 16, "prior_channels": (8, 8)},
}
WORDS = ["a", "house", "road", "appears", "gone", "trees", "the", "scene"]


def make_pack(folder: Path, difference: dict[str, object], masks: bool) -> Path:
    """Write a pack with random weights of which every tile counts as changed."""
    torch.manual_seed(5)
    head = MaskHeadConfig(width=8, margin=4)
    config = CaptionerConfig(
        dim=16,
        encoder=RESNET,
        difference=difference,
        decoder=DecoderConfig(layers=1, heads=2, feedforward=16, max_length=8),
        mask_head=head if masks else None,
        detector=DetectorConfig(encoder=RESNET, mask_head=head) if "prior_channels" in difference else None,
    )
    manifest = PackManifest(
        name="system",
        architecture=config,
        input=PackInput(tile_size=64, overlap=16, gsd_m=(0.01, 100)),
        calibration=Calibration(scale=0.0, offset=4.0),
    )
    model = ChangeCaptioner(config, 12).eval()
    with torch.no_grad():
        model.decoder.output.weight[: len(SPECIALS)] = 0  # so that some word is likelier than the end
    return save_pack(folder, model, Vocabulary(WORDS), manifest).path


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_pack_of_the_system_describes_a_pair(system, scene, tmp_path, monkeypatch, command_line):
    monkeypatch.setenv("DESCRIBE_CHANGES_STATE", str(tmp_path / "state"))
    pack = make_pack(tmp_path / "pack", SYSTEMS[system], masks=system in ("direct_sub", "dfm"))
    said = []
    for block in (64, 4096):
        output = tmp_path / f"changes{block}.gpkg"
        ended = command_line(
            *("describe", scene / "town_20110501.tif", f"{scene}/post/*.tif", "-o", output, "--device", "cpu"),
            *("--model", pack, "--block-size", block),
        )
        assert ended.code == 0, ended.message
        meta, _, _, columns = pyogrio.raw.read(output, layer="tiles", read_geometry=False)
        tiles = [dict(zip(meta["fields"], row, strict=True)) for row in zip(*columns, strict=True)]
        assert len(tiles) == 12
        said.append([(tile["caption"], tile["skip_reason"], round(tile["change_score"], 4)) for tile in tiles])
    assert any(caption and not skip_reason for caption, skip_reason, _ in said[0]), said[0]
    assert said[0] == said[1]
