"""The command line on every pair of ../shared/data that is not shipped; skipped where that folder is absent."""

from __future__ import annotations

from pathlib import Path

import pytest
import rasterio
import shapely
from pyproj import CRS
from rasterio.warp import transform_bounds

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT.parent / "shared" / "data" / "georeferenced"
DEFAULT_PACK = ROOT / "resources" / "models" / "default"

pytestmark = [
    pytest.mark.skipif(not DATA.exists(), reason=f"{DATA} is absent: only the bundled pairs are tested"),
    pytest.mark.skipif(not DEFAULT_PACK.exists(), reason="resources/models/default is not there yet"),
]

PAIRS = {
    "levir 37 39": ("levir/test_37_39_before.tif", "levir/test_37_39_after.tif",
                    ("--date-before", "2010", "--date-after", "2018")),
    "levir 43 44 45": ("levir/test_43_44_45_before.tif", "levir/test_43_44_45_after.tif",
                       ("--date-before", "2010", "--date-after", "2018")),
    "joplin, all tiles": ("joplin/pre/*.tif", "joplin/post/*.tif",
                          ("--date-before", "2007-01/2010-12", "--date-after", "2011-05")),
    "naip 2010 to 2020": ("naip/m_4709963_se_14_1_20100629.tif", "naip/m_4709963_se_14_1_20200831.tif", ()),
    "landsat 1985 to 2020": ("landsat/1985.tif", "landsat/2020.tif", ()),
    "sentinel-2": ("oscd/saclay_e_20160315.tif", "oscd/saclay_e_20170829.tif", ("--bands", "3,2,1")),
}  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_a_real_pair_is_described_where_it_lies(name, describe):
    before, after, options = PAIRS[name]
    run = describe(DATA / before, DATA / after, *options)
    assert run.code == 0, run.stderr
    meta, tiles, wkb = run.layer("tiles")
    assert tiles
    with rasterio.open(sorted(DATA.glob(after))[0]) as image:
        assert CRS(meta["crs"]) == CRS.from_user_input(image.crs.to_wkt())
    footprint = shapely.union_all([shapely.box(*bounds_of(path, meta["crs"])) for path in DATA.glob(after)])
    pixel = footprint.envelope.length / 1000
    assert footprint.buffer(pixel).contains(shapely.union_all(shapely.from_wkb(wkb)))
    with rasterio.open(run.mask) as mask:
        assert mask.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert (mask.read(1) != mask.nodata).any()


def bounds_of(path: Path, crs: str) -> tuple[float, float, float, float]:
    with rasterio.open(path) as image:
        return transform_bounds(image.crs, crs, *image.bounds)
