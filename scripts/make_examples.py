"""Cut the example pairs in ``resources/examples`` from ``../shared/data/georeferenced``.

Both places are in the public domain (see ``resources/examples/CREDITS.md``). The cuts keep what makes real pairs
awkward: Joplin's dates lie in two CRSs, each in several tiles, and overlap only in part; the NAIP grids stand a
fraction of a pixel apart. Run it from the repository root::

    .venv/bin/python scripts/make_examples.py
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np
import rasterio
from rasterio.merge import merge
from rasterio.windows import Window
from rasterio.windows import transform as window_transform

ROOT = Path(__file__).resolve().parent.parent
JPEG = {"compress": "jpeg", "photometric": "ycbcr", "jpeg_quality": 85}
TILED = {"tiled": True, "blockxsize": 256, "blockysize": 256}
DEFLATE = {"compress": "deflate", "predictor": 2}


@dataclass(frozen=True)
class Cut:
    """A rectangle of one date's mosaic, written as a few neighbouring files.

    Args:
        sources: the files of the date, on one lattice.
        row, col, height, width: the rectangle in pixels of their mosaic.
        rows, cols: number of files in each direction.
        name: file name with ``{row}`` and ``{col}`` from 1.
    """

    sources: Sequence[Path]
    row: int
    col: int
    height: int
    width: int
    rows: int
    cols: int
    name: str


@dataclass(frozen=True)
class Interval:
    """When a picture was taken, as far as it is known: first and last possible moment, ISO 8601."""

    start: str
    end: str


BEFORE_JOPLIN = Interval("2007-01-01T00:00:00Z", "2010-12-31T23:59:59Z")


def cut_tiles(cut: Cut, folder: Path, when: Interval | None) -> None:
    """Write the tiles of one date as JPEG-compressed GeoTIFFs, with a STAC sidecar where ``when`` is given."""
    with ExitStack() as stack:
        opened = [stack.enter_context(rasterio.open(path)) for path in cut.sources]
        mosaic, transform = merge(opened)
        crs = opened[0].crs
    row_edges = np.linspace(cut.row, cut.row + cut.height, cut.rows + 1).astype(int)
    col_edges = np.linspace(cut.col, cut.col + cut.width, cut.cols + 1).astype(int)
    for i, (top, bottom) in enumerate(pairwise(row_edges), start=1):
        for j, (left, right) in enumerate(pairwise(col_edges), start=1):
            pixels = mosaic[:, top:bottom, left:right]
            path = folder / cut.name.format(row=i, col=j)
            profile = {
                "driver": "GTiff",
                "dtype": "uint8",
                "count": 3,
                "height": pixels.shape[1],
                "width": pixels.shape[2],
                "crs": crs,
                "transform": window_transform(Window(left, top, 1, 1), transform),
                **JPEG,
                **TILED,
            }
            with rasterio.open(path, "w", **profile) as target:
                target.write(pixels)
            if when:
                write_sidecar(path, when)


def write_sidecar(path: Path, when: Interval) -> None:
    """Write the STAC item that says between which moments the picture was taken."""
    item = {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": path.stem,
        "geometry": None,
        "properties": {"datetime": None, "start_datetime": when.start, "end_datetime": when.end},
        "links": [],
        "assets": {"image": {"href": path.name, "type": "image/tiff; application=geotiff"}},
    }
    path.with_suffix(".json").write_text(json.dumps(item, indent=1) + "\n", encoding="utf-8")


def write_mosaic(path: Path, tiles: Sequence[Path], when: Interval | None) -> None:
    """Write the virtual raster that shows the tiles of one date as one, which is what a QGIS layer can be."""
    with ExitStack() as stack:
        opened = [stack.enter_context(rasterio.open(tile)) for tile in tiles]
        west, north = min(tile.bounds.left for tile in opened), max(tile.bounds.top for tile in opened)
        x, y = opened[0].transform.a, opened[0].transform.e
        placed = []
        for tile in opened:
            size = f'xSize="{tile.width}" ySize="{tile.height}"'
            col, row = round((tile.bounds.left - west) / x), round((tile.bounds.top - north) / y)
            placed.append((Path(tile.name).name, size, col, row))
        width = max(col + tile.width for tile, (_, _, col, _) in zip(opened, placed, strict=True))
        height = max(row + tile.height for tile, (_, _, _, row) in zip(opened, placed, strict=True))
        crs = escape(opened[0].crs.to_wkt())
        pixels = [np.concatenate([tile.read(band).ravel() for tile in opened]) for band in (1, 2, 3)]
    lines = [
        f'<VRTDataset rasterXSize="{width}" rasterYSize="{height}">',
        f' <SRS dataAxisToSRSAxisMapping="1,2">{crs}</SRS>',
        f" <GeoTransform>{west!r}, {x!r}, 0.0, {north!r}, 0.0, {y!r}</GeoTransform>",
    ]
    for band, colour in enumerate(("Red", "Green", "Blue"), start=1):
        lines.append(f' <VRTRasterBand dataType="Byte" band="{band}">')
        lines += ["  <Metadata>", *(f'   <MDI key="STATISTICS_{k}">{v}</MDI>' for k, v in statistics(pixels[band - 1]))]
        lines += ["  </Metadata>", f"  <ColorInterp>{colour}</ColorInterp>"]
        for name, size, col, row in placed:
            lines.append(
                f'  <SimpleSource><SourceFilename relativeToVRT="1">{name}</SourceFilename>'
                f'<SourceBand>{band}</SourceBand><SrcRect xOff="0" yOff="0" {size}/>'
                f'<DstRect xOff="{col}" yOff="{row}" {size}/></SimpleSource>'
            )
        lines.append(" </VRTRasterBand>")
    path.write_text("\n".join([*lines, "</VRTDataset>", ""]), encoding="utf-8")
    if when:
        write_sidecar(path, when)


def statistics(values: np.ndarray) -> list[tuple[str, object]]:
    """Return what GDAL keeps of a band; without it, QGIS would compute it and write it into the file."""
    spread = round(float(values.std()), 6)
    return [
        ("MAXIMUM", values.max()),
        ("MEAN", round(float(values.mean()), 6)),
        ("MINIMUM", values.min()),
        ("STDDEV", spread),
        ("VALID_PERCENT", 100),
    ]


def make_joplin_mosaics(folder: Path) -> None:
    """Write one virtual raster per date of Joplin."""
    write_mosaic(folder / "joplin_before.vrt", sorted(folder.glob("joplin_before_*.tif")), BEFORE_JOPLIN)
    write_mosaic(folder / "joplin_after_2011-05.vrt", sorted(folder.glob("joplin_after_*.tif")), None)


def make_joplin(source: Path, folder: Path) -> None:
    """Cut the strip of Joplin from untouched houses in the north to razed blocks in the south."""
    for stale in folder.glob("*"):
        stale.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    before = Cut(sorted(source.glob("pre/*.tif")), 448, 448, 1216, 1344, 2, 2, "joplin_before_r{row}c{col}.tif")
    after = Cut(sorted(source.glob("post/*.tif")), 48, 464, 1072, 1584, 2, 3, "joplin_after_2011-05_r{row}c{col}.tif")
    cut_tiles(before, folder, BEFORE_JOPLIN)
    cut_tiles(after, folder, None)
    make_joplin_mosaics(folder)


def make_naip(source: Path, folder: Path) -> None:
    """Cut the prairie lakes that rose between 2010 and 2020; each date keeps its own lattice and its day of flight."""
    folder.mkdir(parents=True, exist_ok=True)
    for date in ("20100629", "20200831"):
        with rasterio.open(source / f"m_4709963_se_14_1_{date}.tif") as image:
            window = Window(300, 120, 560, 460)
            profile = {**image.profile, **DEFLATE, **TILED, "driver": "GTiff", "width": 560, "height": 460}
            profile.update(transform=image.window_transform(window), interleave="pixel", photometric="rgb", alpha="no")
            pixels = image.read(window=window)
        with rasterio.open(folder / f"naip_{date}.tif", "w", **profile) as target:
            target.write(pixels)
            target.update_tags(TIFFTAG_DATETIME=f"{date[:4]}:{date[4:6]}:{date[6:]} 00:00:00")
            target.descriptions = ("red", "green", "blue", "near infrared")


def main() -> None:
    """Make both examples."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data" / "georeferenced")
    parser.add_argument("--output", type=Path, default=ROOT / "resources" / "examples")
    arguments = parser.parse_args()
    make_joplin(arguments.data / "joplin", arguments.output / "joplin")
    make_naip(arguments.data / "naip", arguments.output / "naip")


if __name__ == "__main__":
    main()
