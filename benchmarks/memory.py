"""Whether memory grows with the raster: peak of a run on a raster and on one with four times as many pixels.

The pack is the bundled one, or the one named on the command line; --largest adds a raster of 40,960² pixels and takes
minutes. Both dates are empty except for one noisy corner, so that nearly all tiles have nothing for the model: what is
measured is reading, blocks and assembling.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from results import save

SIDES = (4096, 8192)
LARGEST = 40_960
NOISE = 512
# VmHWM and not ru_maxrss: Linux hands the latter down from the parent through exec.
PROGRAM = """
import sys
from pathlib import Path
from describe_changes.cli import main
try:
    main()
finally:
    lines = Path("/proc/self/status").read_text().splitlines()
    print(next(line.split()[1] for line in lines if line.startswith("VmHWM")))
"""


def write(path: Path, side: int) -> Path:
    """Write a raster of which only a corner is stored."""
    profile = {"driver": "GTiff", "count": 3, "height": side, "width": side, "dtype": "uint8", "compress": "deflate"}
    profile |= {"tiled": True, "blockxsize": 512, "blockysize": 512, "sparse_ok": True, "crs": "EPSG:32615"}
    transform = Affine.translation(367_000, 4_104_000) @ Affine.scale(0.5, -0.5)
    noise = np.random.default_rng(int(path.stem[-4:])).integers(0, 256, (3, NOISE, NOISE), dtype=np.uint8)
    with rasterio.open(path, "w", transform=transform, **profile) as image:
        image.write(noise, window=((0, NOISE), (0, NOISE)))
    return path


def peak(folder: Path, side: int, options: list[str]) -> float:
    """Return the peak memory of one run in MB."""
    pair = [str(write(folder / f"side{side}_{year}.tif", side)) for year in (2010, 2020)]
    command = [sys.executable, "-c", PROGRAM, "describe", *pair, "-o", str(folder / f"{side}.gpkg"), "--json", *options]
    command += ["--mask", str(folder / f"{side}_mask.tif"), "--device", "cpu"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(ended.stdout.split()[-1]) / 1000


def main() -> None:
    """Measure both sizes, and the largest if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", default="default")
    parser.add_argument("--largest", action="store_true", help=f"measure {LARGEST}² pixels, too")
    options = parser.parse_args()
    sides = (*SIDES, LARGEST) if options.largest else SIDES
    with tempfile.TemporaryDirectory() as folder:
        peaks = {side: peak(Path(folder), side, ["--model", options.model]) for side in sides}
    small, large = (peaks[side] for side in SIDES)
    figures = {
        "peak of 4 × the pixels / peak": round(large / small, 2),
        **{f"peak MB at {side}² pixels": round(megabytes) for side, megabytes in peaks.items()},
    }
    if options.largest:
        figures[f"peak at {LARGEST}² pixels / at {SIDES[0]}²"] = round(peaks[LARGEST] / small, 2)
    save("memory", "peak resident memory of whole runs, blocks of 2048 pixels; near 1 means it does not grow", figures)


if __name__ == "__main__":
    main()
