"""How many bytes a server sends for a part of a raster, against the bytes that this part takes in the file.

A cloud-optimised GeoTIFF and one in strips on a local server; windows of several sides in its middle.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from describe_changes.core.cloud.clip import Box
from describe_changes.core.cloud.download import CACHE, RemoteDate, download
from pyproj import CRS
from results import save

SIDE, GSD = 8192, 0.5
WEST, NORTH = 367_000.0, 4_104_000.0
SERVER = Path(__file__).parents[1] / "tests" / "core" / "cloud" / "range_server.py"
LAYOUTS = {
    "COG, jpeg, 512": {"driver": "COG", "compress": "jpeg", "blocksize": 512},
    "COG, deflate, 512": {"driver": "COG", "compress": "deflate", "blocksize": 512},
    "strips, deflate": {"driver": "GTiff", "compress": "deflate"},
}
WINDOWS = (512, 1024, 2048, 8192)


def write(path: Path, layout: dict[str, object]) -> None:
    """Write smooth noise, which compresses about as aerial photographs do."""
    random = np.random.default_rng(1)
    coarse = random.integers(0, 200, (3, SIDE // 8, SIDE // 8), dtype=np.uint8).repeat(8, 1).repeat(8, 2)
    profile = {"count": 3, "height": SIDE, "width": SIDE, "dtype": "uint8", "crs": "EPSG:32615", **layout}
    transform = Affine(GSD, 0, WEST, 0, -GSD, NORTH)
    with rasterio.open(path, "w", transform=transform, **profile) as image:
        image.write(coarse + random.integers(0, 16, coarse.shape, dtype=np.uint8))


def sent(log: Path) -> tuple[int, int]:
    """Return bytes and requests so far."""
    lines = [line.split("\t") for line in log.read_text().splitlines()]
    return sum(int(line[3]) for line in lines), len(lines)


def measure(folder: Path) -> dict[str, object]:
    """Return per layout and window the bytes sent per megapixel, their ratio to the file's, and the requests."""
    log, root = folder / "log", folder / "served"
    log.touch()
    root.mkdir()
    os.environ[CACHE] = str(folder / "cache")
    os.environ["CPL_VSIL_CURL_NON_CACHED"] = "/vsicurl/http://127.0.0.1"  # each window as if it were the first
    found: dict[str, object] = {}
    command = [sys.executable, str(SERVER), str(root), str(log)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        port = server.stdout.readline() if server.stdout is not None else ""
        url = f"http://127.0.0.1:{int(port)}"
        for number, (name, layout) in enumerate(LAYOUTS.items()):
            path = root / f"{number}.tif"
            write(path, layout)
            whole = path.stat().st_size / (SIDE * SIDE / 1e6)
            for side in WINDOWS:
                at = (SIDE - side) // 2 * GSD
                box = Box((WEST + at, NORTH - at - side * GSD, WEST + at + side * GSD, NORTH - at), CRS(32615))
                bytes_before, requests_before = sent(log)
                download({"a": RemoteDate((f"{url}/{path.name}",))}, [box], advance=lambda done, total: None)
                per_megapixel = (sent(log)[0] - bytes_before) / (side * side / 1e6)
                found[f"{name}; {side} px"] = {
                    "kB_per_megapixel": round(per_megapixel / 1e3),
                    "of_the_files_own": round(per_megapixel / whole, 2),
                    "requests": sent(log)[1] - requests_before,
                }
        server.kill()
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        save("remote", "bytes that a server sends for a window of a raster, by layout and side", measure(Path(scratch)))
