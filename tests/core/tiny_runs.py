"""A tiny real model pack with random weights, and synthetic pairs to run it on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch
from affine import Affine
from describe_changes.core.io.records import as_event
from describe_changes.core.models.captioner import ChangeCaptioner
from describe_changes.core.models.config import CaptionerConfig, DecoderConfig, EncoderConfig, MaskHeadConfig
from describe_changes.core.models.packs import Calibration, PackInput, PackManifest, save_pack
from describe_changes.core.models.vocabulary import EOS, Vocabulary
from describe_changes.core.pipeline.job import RunInfo, SilentObserver
from describe_changes.core.predict.networks import CACHE

TILE, OVERLAP = 64, 16


def tiny_model(seed: int = 3) -> ChangeCaptioner:
    """A captioner of a few thousand weights whose mask head fires on about a tenth of changed pixels."""
    torch.manual_seed(seed)
    config = CaptionerConfig(
        dim=16,
        encoder=EncoderConfig(
            options={"layer_type": "basic", "embedding_size": 8, "hidden_sizes": [8, 16], "depths": [1, 1]},
            stages=("stage1", "stage2"),
        ),
        decoder=DecoderConfig(layers=1, heads=2, feedforward=16, max_length=8),
        mask_head=MaskHeadConfig(width=8, margin=4),
        mask_tokens=True,
    )
    model = ChangeCaptioner(config, 12).eval()
    sample = torch.randn(4, 2, 3, TILE, TILE)
    with torch.no_grad():
        model.change[-1].bias.fill_(-8.0)
        logits = model.encode(sample).mask_logits
        model.mask_head.classify.bias -= torch.quantile(logits.transpose(0, 1).flatten(1), 0.93, dim=1)
    return model


@pytest.fixture(autouse=True, scope="session")
def _one_thread():
    """The model is so small that a second thread only waits."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="session")
def network_cache(tmp_path_factory):
    """A folder for converted networks that all tests share: converting takes seconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE, str(tmp_path_factory.mktemp("cache ü")))
        yield


class Collector(SilentObserver):
    """Keeps what a run hands out, ready to be compared."""

    def __init__(self, cancel_after: int | None = None) -> None:
        self.tiles: dict[int, dict] = {}
        self.changes: list[dict] = []
        self.sites: list[dict] = []
        self.warnings: list[str] = []
        self.starts: list[RunInfo] = []
        self.steps: list[tuple] = []
        self._cancel_after = cancel_after

    def started(self, start):
        self.starts.append(start)

    def progress(self, stage, done, total, tiles_per_second, seconds_left):
        self.steps.append((stage, done, total))

    def tile(self, record):
        assert record.tile_id not in self.tiles
        self.tiles[record.tile_id] = as_event(record)

    def change(self, record):
        self.changes.append(as_event(record))

    def site(self, record):
        self.sites.append(as_event(record))

    def warning(self, message):
        self.warnings.append(message)

    def is_cancelled(self):
        return self._cancel_after is not None and len(self.tiles) >= self._cancel_after

    def found(self):
        """All that was found, in an order of its own."""
        return [self.tiles[number] for number in sorted(self.tiles)], self.changes


@pytest.fixture
def collector():
    """The class, for tests that want observers."""
    return Collector


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory):
    """The tiny pack, verified, on disk."""
    words = ["a", "house", "road", "appears", "gone", "trees", "the", "scene"]
    manifest = PackManifest(
        name="tiny",
        architecture=tiny_model().config,
        input=PackInput(tile_size=TILE, overlap=OVERLAP, gsd_m=(0.4, 1.2)),
        calibration=Calibration(threshold=0.5),
        class_words={"building": ("house", "houses")},
    )
    folder = tmp_path_factory.mktemp("packs") / "tiny"
    return save_pack(folder, tiny_model(), Vocabulary(words), manifest, half=False)


@pytest.fixture(scope="session")
def captions_only(tmp_path_factory: pytest.TempPathFactory):
    """A pack without a mask head, to which everything is a change."""
    torch.manual_seed(0)
    encoder = {"layer_type": "basic", "embedding_size": 8, "hidden_sizes": [8], "depths": [1]}
    config = CaptionerConfig(
        dim=16,
        encoder=EncoderConfig(options=encoder, stages=("stage1",)),
        decoder=DecoderConfig(layers=1, heads=2, feedforward=16, max_length=8),
        mask_head=None,
    )
    manifest = PackManifest(
        name="words",
        architecture=config,
        input=PackInput(tile_size=TILE, overlap=OVERLAP),
        calibration=Calibration(threshold=0.0),
    )
    vocabulary = Vocabulary(["something", "changed"])
    model = ChangeCaptioner(config, len(vocabulary))
    with torch.no_grad():
        model.decoder.output.bias[EOS] = -20.0  # random weights would rather say nothing
    return save_pack(tmp_path_factory.mktemp("packs") / "words", model, vocabulary, manifest, half=False)


def write_raster(path: Path, pixels: np.ndarray, transform: Affine | None = None, crs: str = "EPSG:32633", **more):
    """Write (3, h, w) pixels as a tiled GeoTIFF, more bands by their names; its file's name should hold a date."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count, height, width = pixels.shape
    names = more.pop("descriptions", ())
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=width,
        height=height,
        count=count,
        dtype=pixels.dtype,
        crs=crs,
        transform=transform or Affine(0.5, 0, 400000, 0, -0.5, 5800000),
        tiled=True,
        blockxsize=128,
        blockysize=128,
        photometric="RGB" if count == 3 else "MINISBLACK",
        **more,
    ) as target:
        target.write(pixels)
        if names:
            target.descriptions = names
    return path


def scene(height: int, width: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Two dates of smooth noise, alike but for rectangles here and there."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(40, 200, (3, -(-height // 16), -(-width // 16)), dtype=np.uint8)
    before = np.kron(coarse, np.ones((1, 16, 16), np.uint8))[:, :height, :width]
    after = before.copy()
    for _ in range(max(1, height * width // 30_000)):
        row, col = rng.integers(0, height), rng.integers(0, width)
        rows, cols = slice(row, row + rng.integers(10, 60)), slice(col, col + rng.integers(10, 60))
        after[:, rows, cols] = rng.integers(0, 255, (3, 1, 1), dtype=np.uint8)
    return np.ascontiguousarray(before), after


@pytest.fixture
def make_pair(tmp_path: Path):
    """Return a function that writes a pair of a size and returns its paths."""

    def make(height: int, width: int, seed: int = 0, **more) -> tuple[Path, Path]:
        before, after = scene(height, width, seed)
        folder = tmp_path / f"pair-{height}-{width}-{seed}"
        return (
            write_raster(folder / "a_2012-05-01.tif", before, **more),
            write_raster(folder / "b_2017-05-01.tif", after, **more),
        )

    return make
