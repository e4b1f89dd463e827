"""What reading a pair costs over bare decoding, and what the layout of the files costs.

All figures are ratios of processor seconds, measured in turn in one process, the best of three each: what else the
machine does hardly moves them.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from describe_changes.core.raster.pair import open_pair
from describe_changes.core.raster.tiling import Window, plan_blocks
from results import save

SIDE, BLOCK = 4096, 1024
LAYOUTS = {
    "deflate, tiled": {"compress": "deflate", "tiled": True, "blockxsize": 512, "blockysize": 512},
    "zstd, tiled": {"compress": "zstd", "tiled": True, "blockxsize": 512, "blockysize": 512},
    "jpeg, tiled": {"compress": "jpeg", "photometric": "ycbcr", "tiled": True, "blockxsize": 512, "blockysize": 512},
    "deflate, strips": {"compress": "deflate"},
}


def best(action: Callable[[], None]) -> float:
    """Return the least of three, in processor seconds."""
    times = []
    for _ in range(3):
        started = time.process_time()
        action()
        times.append(time.process_time() - started)
    return min(times)


def write(path: Path, shift: float, **layout: object) -> Path:
    """Write smooth noise, which compresses about as aerial photographs do."""
    random = np.random.default_rng(int(path.stem[-4:]))
    coarse = random.integers(0, 200, (3, SIDE // 8, SIDE // 8), dtype=np.uint8).repeat(8, 1).repeat(8, 2)
    pixels = coarse + random.integers(0, 16, coarse.shape, dtype=np.uint8)
    profile = {"driver": "GTiff", "count": 3, "height": SIDE, "width": SIDE, "dtype": "uint8", **layout}
    transform = Affine.translation(367_000 + shift, 4_104_000) @ Affine.scale(0.5, -0.5)
    with rasterio.open(path, "w", crs="EPSG:32615", transform=transform, **profile) as image:
        image.write(pixels)
    return path


def decode(paths: list[Path]) -> None:
    """Decode both files once, whole."""
    for path in paths:
        with rasterio.open(path) as image:
            image.read()


def read_pair(paths: list[Path], side: int) -> None:
    """Read both dates through the engine in windows of `side` pixels."""
    with open_pair(paths[0], paths[1]) as pair:
        for block in plan_blocks(pair.grid, side):
            pair.read(Window(*block.window.to_list()))


def main() -> None:
    """Measure each layout."""
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, layout in LAYOUTS.items():
            pair = [write(Path(folder) / f"{name.replace(', ', '_')}_{year}.tif", 0, **layout) for year in (2010, 2020)]
            bare, engine = best(lambda pair=pair: decode(pair)), best(lambda pair=pair: read_pair(pair, BLOCK))
            figures[f"{name}: engine / bare decode"] = round(engine / bare, 2)
            figures[f"{name}: MB/s of pixels, this machine"] = round(2 * 3 * SIDE**2 / engine / 1e6)
        tiled = [Path(folder) / f"deflate_tiled_{year}.tif" for year in (2010, 2020)]
        shifted = [tiled[0], write(Path(folder) / "shifted_2021.tif", 0.2, **LAYOUTS["deflate, tiled"])]
        whole = best(lambda: read_pair(tiled, BLOCK))
        figures["windows of 256 px / blocks of 1024 px"] = round(best(lambda: read_pair(tiled, 256)) / whole, 2)
        figures["grids off by 0.4 px / same grid"] = round(best(lambda: read_pair(shifted, BLOCK)) / whole, 2)
    save("reading", f"two dates of {SIDE} × {SIDE} pixels, three bands, one thread", figures)


if __name__ == "__main__":
    main()
