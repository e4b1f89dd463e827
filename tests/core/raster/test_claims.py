"""Small files of huge claims: refused with a sentence, in time and memory that do not follow the claim."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from describe_changes.core.errors import InputError
from describe_changes.core.pipeline.planning import _check_size
from describe_changes.core.raster.limits import MOST_SEQUENCE_BYTES
from describe_changes.core.raster.pair import open_pair
from describe_changes.core.raster.tiling import TileLattice
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from .conftest import UTM, Writer, pattern

DATES = {"date_before": "2010", "date_after": "2020"}
GEO_KEYS = (1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 32633)


def sparse(path: Path, width: int, height: int, count: int = 1, **options: Any) -> Path:
    profile = {"driver": "GTiff", "dtype": "uint8", "crs": "EPSG:32633", "transform": UTM, "sparse_ok": True, **options}
    with rasterio.open(path, "w", width=width, height=height, count=count, bigtiff="yes", **profile):
        pass
    return path


def one_strip(path: Path, side: int, **more: tuple[int, ...]) -> Path:
    """A compressed TIFF that claims side × side pixels in one strip, or in tiles of `more`."""
    data = zlib.compress(bytes(1000))
    tags: dict[int, Any] = {
        256: side, 257: side, 258: 8, 259: 8, 262: 1, 277: 1,
        33550: (1.0, 1.0, 0.0), 33922: (0.0, 0.0, 0.0, 500000.0, 4100000.0, 0.0), 34735: GEO_KEYS,
    }  # fmt: skip
    tags |= {322: side, 323: side, 324: 8, 325: len(data)} if more else {278: side, 273: 8, 279: len(data)}
    directory = ImageFileDirectory_v2()
    for tag, value in tags.items():
        directory.tagtype[tag] = 12 if tag in (33550, 33922) else 3 if tag in (258, 259, 262, 277, 34735) else 4
        directory[tag] = value
    start = 8 + len(data)
    text = directory.tobytes(start)
    path.write_bytes(b"II*\0" + start.to_bytes(4, "little") + data + text)
    return path


def virtual(write: Writer, side: int) -> Path:
    source = write("ok.tif")
    path = source.with_name("huge.vrt")
    path.write_text(
        f'<VRTDataset rasterXSize="{side}" rasterYSize="{side}"><SRS>EPSG:32633</SRS>'
        '<GeoTransform>500000,.001,0,4100000,0,-.001</GeoTransform><VRTRasterBand dataType="Byte" band="1">'
        '<SimpleSource><SourceFilename relativeToVRT="1">'
        "ok.tif</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>"
    )
    return path


def far_apart(write: Writer, east: float, south: float) -> list[Path]:
    moved = Affine.translation(east * 2, -south * 2) @ UTM
    return [write("one.tif"), write("other.tif", transform=moved)]


def deep_vrt(write: Writer) -> Path:
    path = write("ok.tif").with_name("deep.vrt")
    inside = '<SimpleSource><SourceFilename relativeToVRT="1">ok.tif</SourceFilename></SimpleSource>'
    path.write_text(f"<VRTDataset>{'<Metadata>' * 50_000}{inside}{'</Metadata>' * 50_000}</VRTDataset>")
    return path


FAR = r"lie so far apart|does not lead to a place on Earth"  # whichever is seen first
HUGE: dict[str, tuple[Callable[[Writer], Any], str]] = {
    "a virtual raster of 10⁹ × 10⁹": (lambda w: virtual(w, 10**9), r"1,000,000,000 × 1,000,000,000 pixels"),
    "tiles 10⁷ pixels apart": (lambda w: far_apart(w, 10**7, 10**5), FAR),
    "tiles apart in a line": (lambda w: far_apart(w, 5 * 10**8, 0), FAR),
    "one strip of 60,000²": (lambda w: one_strip(w("ok.tif").with_name("s.tif"), 60_000), r"is stored in pieces"),
    "one tile of 60,000²": (
        lambda w: one_strip(w("ok.tif").with_name("t.tif"), 60_000, tiles=()), r"t\.tif is stored in pieces"
    ),
    "5,000 bands": (lambda w: sparse(w("ok.tif").with_name("b.tif"), 16, 16, 5000), r"5,000 bands"),
    "a virtual raster nested deep": (deep_vrt, r"nested too deeply"),
}  # fmt: skip


@pytest.mark.parametrize("case", HUGE)
def test_huge_claims_are_refused(case: str, write: Writer) -> None:
    make, sentence = HUGE[case]
    given, after = make(write), write("after.tif")
    with pytest.raises(InputError, match=sentence):
        open_pair(given, after, **DATES)


def test_runs_of_too_many_tiles_or_blocks_are_refused() -> None:
    _check_size(TileLattice(200_000, 200_000, 256, 64), 2048)
    with pytest.raises(InputError, match=r"tiles; at most .* --extent"):
        _check_size(TileLattice(2_000_000, 2_000_000, 256, 64), 2048)
    with pytest.raises(InputError, match=r"blocks; at most .* --block-size"):
        _check_size(TileLattice(200_000, 200_000, 2048, 0), 64)


def test_a_strip_of_a_whole_image_of_ordinary_size_is_read(write: Writer) -> None:
    values = pattern(height=2500, width=80)
    path = write("strip.tif", values, compress="deflate", blockysize=2500)
    assert values.nbytes < MOST_SEQUENCE_BYTES
    with open_pair(path, write("after.tif", values), **DATES) as pair:
        assert np.array_equal(pair.read(pair.grid.window).before, values)
