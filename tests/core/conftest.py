"""A small dated pair and a tiny model, for the tests of the doors: command line and worker."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch
from affine import Affine
from describe_changes.core.models.captioner import ChangeCaptioner
from describe_changes.core.models.config import CaptionerConfig, DecoderConfig, EncoderConfig, MaskHeadConfig
from describe_changes.core.models.packs import Calibration, PackInput, PackManifest, save_pack
from describe_changes.core.models.vocabulary import Vocabulary

from .sample_records import records  # noqa: F401
from .tiny_runs import _one_thread, captions_only, collector, make_pair, network_cache, pack  # noqa: F401


@pytest.fixture(scope="session")
def scene(tmp_path_factory):
    """Two dated rasters in degrees west of Greenwich, the later one in two pieces, and a tiny model."""
    folder = tmp_path_factory.mktemp("scene ü")
    pixels = np.random.default_rng(1).integers(0, 255, (3, 128, 192), dtype=np.uint8)
    later = pixels.copy()
    later[:, 40:90, 60:150] = 255 - later[:, 40:90, 60:150]
    _write(folder / "town_20110501.tif", pixels)
    _write(folder / "post" / "west_20110601.tif", later[:, :, :96])
    _write(folder / "post" / "east_20110601.tif", later[:, :, 96:], 96)
    torch.manual_seed(3)
    config = CaptionerConfig(
        dim=16,
        encoder=EncoderConfig(
            options={"layer_type": "basic", "embedding_size": 8, "hidden_sizes": [8, 16], "depths": [1, 1]},
            stages=("stage1", "stage2"),
        ),
        decoder=DecoderConfig(layers=1, heads=2, feedforward=16, max_length=8),
        mask_head=MaskHeadConfig(width=8, margin=4),
    )
    model = ChangeCaptioner(config, 12).eval()
    with torch.no_grad():
        logits = model.encode(torch.randn(2, 2, 3, 64, 64)).mask_logits
        model.mask_head.classify.bias -= torch.quantile(logits.transpose(0, 1).flatten(1), 0.9, dim=1)
    manifest = PackManifest(
        name="tiny",
        architecture=config,
        input=PackInput(tile_size=64, overlap=16, gsd_m=(0.01, 100)),
        calibration=Calibration(scale=0.0, offset=4.0),
    )
    words = ["a", "house", "road", "appears", "gone", "trees", "the", "scene"]
    save_pack(folder / "packs" / "tiny", model, Vocabulary(words), manifest, half=False)
    return folder


def _write(path: Path, pixels: np.ndarray, shift: int = 0) -> None:
    path.parent.mkdir(exist_ok=True)
    step = 5e-6
    transform = Affine(step, 0, -94.5 + shift * step, 0, -step, 37.0)
    _, height, width = pixels.shape
    with rasterio.open(
        path, "w", driver="GTiff", height=height, width=width, count=3, dtype="uint8", crs="EPSG:4326",
        transform=transform, photometric="RGB",
    ) as target:  # fmt: skip
        target.write(pixels)


@pytest.fixture(name="write_raster", scope="session")
def _write_raster():
    """Return the function that writes a raster in degrees west of Greenwich."""
    return _write
