"""Every unusual or broken raster gets a correct result or a sentence that names file, reason and remedy.

The cases come from the list in the project's notes on rasters, as far as they concern a single run. The same run that
checks them writes the table ``docs/bad_input.md`` when ``WRITE_BAD_INPUT=1`` is set (``make bad-input``).
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from describe_changes.core.io.geopackage_writer import write_geopackage
from describe_changes.core.io.records import SiteRecord
from pyproj import CRS
from rasterio.control import GroundControlPoint
from rasterio.enums import ColorInterp
from rasterio.errors import NotGeoreferencedWarning

from ..sample_records import change, run_record, tile

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "bad_input.md"
SIZE = 160  # pixels; the pack's tiles have 64
DARK, BRIGHT = 64, 192
UTM = "EPSG:32615"
ORIGIN = (367_000.0, 4_104_000.0)
NORTH_UP = Affine.translation(*ORIGIN) @ Affine.scale(1.0, -1.0)
OK, BAD_INPUT = 0, 2


@dataclass(frozen=True)
class Case:
    """One row of the table.

    Args:
        name: what is unusual, as the table says it.
        make: writes the files into a folder and returns the command's arguments.
        code: exit code that is right.
        says: regular expressions that the message on stderr must match, all of them.
        check: looks at the GeoPackage of a run that ended well.
        command: the command that is given the arguments.
    """

    name: str
    make: Callable[[Path], Sequence[Any]]
    code: int = OK
    says: tuple[str, ...] = ()
    check: Callable[[Path], None] | None = None
    command: str = "describe"


def picture(bright_square: bool, size: int = SIZE) -> np.ndarray:
    """Return one grey band, with a bright square in its middle if asked."""
    grey = np.full((size, size), DARK, np.uint8)
    if bright_square:
        grey[size // 4 : size // 2, size // 4 : size // 2] = BRIGHT
    return grey


def write(
    path: Path, bands: Any = None, *, crs: Any = UTM, transform: Affine | None = NORTH_UP, **profile: Any
) -> Path:
    """Write a GeoTIFF; one band becomes three unless ``count`` says otherwise."""
    pixels = np.asarray(picture("2020" in path.name) if bands is None else bands)
    pixels = np.stack([pixels] * profile.pop("count", 3)) if pixels.ndim == 2 else pixels
    colours, palette = profile.pop("colours", None), profile.pop("palette", None)
    mask, gcps = profile.pop("mask", None), profile.pop("gcps", None)
    profile = {"driver": "GTiff", "tiled": True, "blockxsize": 64, "blockysize": 64, **profile}
    place = {} if gcps or crs is None else {"crs": crs}
    place |= {} if gcps or transform is None else {"transform": transform}
    count, height, width = pixels.shape
    profile |= {"count": count, "height": height, "width": width, "dtype": pixels.dtype, **place}
    with warnings.catch_warnings(action="ignore", category=NotGeoreferencedWarning):
        image = rasterio.open(path, "w", **profile)
    with image:
        if colours:
            image.colorinterp = colours
        image.write(pixels)
        if palette:
            image.write_colormap(1, palette)
        if mask is not None:
            image.write_mask(mask)
        if gcps:
            image.gcps = (gcps, rasterio.CRS.from_user_input(crs))
    return path


def both(folder: Path, **changes: Any) -> list[Path]:
    """Write an ordinary pair, with the same changes to both dates."""
    return [write(folder / f"scene_{year}.tif", **changes) for year in (2010, 2020)]


def after_is(**changes: Any) -> Callable[[Path], list[Path]]:
    """Return a maker of an ordinary *before* and an unusual *after*."""

    def make(folder: Path) -> list[Path]:
        return [write(folder / "scene_2010.tif"), write(folder / "scene_2020.tif", **changes)]

    return make


def both_are(**changes: Any) -> Callable[[Path], list[Path]]:
    return lambda folder: both(folder, **changes)


def converted(make_pixels: Callable[[np.ndarray], np.ndarray], **profile: Any) -> Callable[[Path], list[Path]]:
    """Return a maker of a pair whose pixels went through a function."""

    def make(folder: Path) -> list[Path]:
        return [
            write(folder / f"scene_{year}.tif", make_pixels(picture(year == 2020)), **profile) for year in (2010, 2020)
        ]

    return make


def damaged(damage: Callable[[bytes], bytes]) -> Callable[[Path], list[Any]]:
    """Return a maker of a pair whose *after* file went through ``damage`` (compressed, so that flips are noticed)."""

    def make(folder: Path) -> list[Any]:
        noise = np.random.default_rng(0).integers(0, 256, (3, 1500, 600), dtype=np.uint8)
        pair = [write(folder / f"scene_{year}.tif", noise, compress="deflate") for year in (2010, 2020)]
        pair[1].write_bytes(damage(pair[1].read_bytes()))
        return [*pair, "--tile-size", "256"]  # pixels are read 512 rows at a time, and given up so

    return make


def flipped(content: bytes) -> bytes:
    """Flip bytes in the second half, where the pixels are."""
    spoiled = bytearray(content)
    for at in range(len(spoiled) // 2, len(spoiled), len(spoiled) // 50):
        spoiled[at] ^= 0xFF
    return bytes(spoiled)


def one_change(output: Path) -> None:
    """the square that changed is found, and nothing else."""
    assert count(output, "changes") == 1


def no_change(output: Path) -> None:
    """no change is found."""
    assert count(output, "changes") == 0


def count(output: Path, layer: str) -> int:
    return int(pyogrio.read_info(output, layer=layer)["features"])


def tiles(output: Path) -> list[dict[str, Any]]:
    meta, _, _, columns = pyogrio.raw.read(output, layer="tiles", read_geometry=False)
    return [dict(zip(meta["fields"], row, strict=True)) for row in zip(*columns, strict=True)]


def without_left_half(output: Path) -> None:
    """what has no data is left out, not taken for change."""
    shares = [tile["valid_fraction"] for tile in tiles(output)]
    assert min(shares) < 0.6 < max(shares) <= 1.0
    assert count(output, "changes") <= 1


def described(output: Path) -> None:
    """the pair is described."""
    assert count(output, "tiles") > 0


def some_unreadable(output: Path) -> None:
    """tiles that cannot be read are marked “unreadable”, the others described."""
    assert {tile["skip_reason"] == "unreadable" for tile in tiles(output)} == {True, False}


def half_empty(value: float, dtype: str) -> Callable[[np.ndarray], np.ndarray]:
    def make(grey: np.ndarray) -> np.ndarray:
        pixels = grey.astype(dtype)
        pixels[:, : SIZE // 2] = value
        return pixels

    return make


def gcps(folder: Path) -> list[Path]:
    corners = [(0, 0), (0, SIZE), (SIZE, 0), (SIZE, SIZE)]
    points = [GroundControlPoint(row, col, ORIGIN[0] + col, ORIGIN[1] - row) for row, col in corners]
    return both(folder, gcps=points)


def sparse(folder: Path) -> list[Any]:
    """A BigTIFF of 200,000² pixels of which none is stored; only a small extent of it is asked for."""
    pair = []
    for year in (2010, 2020):
        path = folder / f"scene_{year}.tif"
        with rasterio.open(
            path, "w", driver="GTiff", count=3, height=200_000, width=200_000, dtype="uint8", crs=UTM,
            transform=NORTH_UP, tiled=True, blockxsize=4096, blockysize=4096, sparse_ok=True, bigtiff="yes",
        ):  # fmt: skip
            pass
        pair.append(path)
    return [*pair, "--extent", "400000,4000000,400500,4000500"]


def masked_by_side_file(folder: Path) -> list[Path]:
    valid = np.full((SIZE, SIZE), 255, np.uint8)
    valid[:, : SIZE // 2] = 0
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False):
        return both(folder, mask=valid)


def masked_inside(folder: Path) -> list[Path]:
    valid = np.full((SIZE, SIZE), 255, np.uint8)
    valid[:, : SIZE // 2] = 0
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        return both(folder, mask=valid)


def with_alpha(folder: Path) -> list[Path]:
    colours = (ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha)
    pair = []
    for year in (2010, 2020):
        alpha = np.full((SIZE, SIZE), 255, np.uint8)
        alpha[:, : SIZE // 2] = 0
        pixels = np.stack([picture(year == 2020)] * 3 + [alpha])
        pair.append(write(folder / f"scene_{year}.tif", pixels, colours=colours))
    return pair


def nodata_in_one_date(folder: Path) -> list[Path]:
    pixels = picture(True)
    pixels[:, : SIZE // 4] = 0
    return [write(folder / "scene_2010.tif"), write(folder / "scene_2020.tif", pixels, nodata=0)]


def hole_only_in_red(folder: Path) -> list[Path]:
    """Nodata in one band only: such a pixel has no colour, so it has no data."""
    pixels = np.stack([picture(True)] * 3)
    pixels[0, :, : SIZE // 4] = 0
    return [write(folder / "scene_2010.tif"), write(folder / "scene_2020.tif", pixels, nodata=0)]


def across_the_antimeridian(folder: Path) -> list[Path]:
    """Both dates in UTM zone 60, astride 180°, where longitudes jump from +180 to −180."""
    from pyproj import Transformer

    x, y = Transformer.from_crs("EPSG:4326", "EPSG:32660", always_xy=True).transform(180.0, -16.5)
    return both(folder, crs="EPSG:32660", transform=Affine.translation(x - 80, y) @ Affine.scale(1.0, -1.0))


def antimeridian_in_degrees(folder: Path) -> list[Path]:
    return both(folder, crs="EPSG:4326", transform=Affine.translation(179.9996, -16.5) @ Affine.scale(5e-6, -5e-6))


def disguised_vrt(folder: Path) -> list[Path]:
    source = folder / "secret_2020.tif"
    write(source)
    disguised = folder / "scene_2020.tif"
    disguised.write_text(
        f'<VRTDataset rasterXSize="{SIZE}" rasterYSize="{SIZE}"><VRTRasterBand dataType="Byte" band="1"><SimpleSource>'
        f"<SourceFilename>{source}</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>",
        encoding="utf-8",
    )
    return [write(folder / "scene_2010.tif"), disguised]


def remote_vrt(folder: Path) -> list[Path]:
    vrt = folder / "scene_2020.vrt"
    vrt.write_text(
        f'<VRTDataset rasterXSize="{SIZE}" rasterYSize="{SIZE}"><VRTRasterBand dataType="Byte" band="1"><SimpleSource>'
        "<SourceFilename>/vsicurl/http://127.0.0.1:9/x.tif</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>",
        encoding="utf-8",
    )
    return [write(folder / "scene_2010.tif"), vrt]


def text_file(folder: Path) -> list[Path]:
    path = folder / "scene_2020.tif"
    path.write_text("this is no picture", encoding="utf-8")
    return [write(folder / "scene_2010.tif"), path]


def in_folder(name: str) -> Callable[[Path], list[Path]]:
    def make(folder: Path) -> list[Path]:
        (folder / name).mkdir()
        return both(folder / name)

    return make


def after_without_crs(folder: Path) -> list[Any]:
    return [*after_is(crs=None)(folder), "--crs-after", UTM]


def fill_half(value: float, dtype: str) -> Callable[[np.ndarray], np.ndarray]:
    """Return a maker of an image with a little noise, of which half is filled with a value."""

    def make(grey: np.ndarray) -> np.ndarray:
        pixels = (grey + np.random.default_rng(0).integers(0, 5, grey.shape)).astype(dtype)
        pixels[:, : SIZE // 2] = value
        return pixels

    return make


def infrared_as_alpha(folder: Path) -> list[Path]:
    colours = (ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha)
    infrared = np.random.default_rng(0).integers(0, 200, (SIZE, SIZE))
    images = [np.stack([picture(year == 2020)] * 3 + [infrared.astype(np.uint8)]) for year in (2010, 2020)]
    return [
        write(folder / f"scene_{y}.tif", image, colours=colours) for y, image in zip((2010, 2020), images, strict=True)
    ]


def band_files(folder: Path, names: Sequence[str] = ("B02", "B03", "B04")) -> list[str]:
    for year in (2010, 2020):
        for name in names:
            write(folder / f"T31UDQ_{year}0601_{name}.tif", picture(year == 2020), count=1)
    return [str(folder / f"T31UDQ_{year}0601_*.tif") for year in (2010, 2020)]


def nameless_bands(folder: Path) -> list[str]:
    return band_files(folder, ("x", "y", "z"))


def archive(folder: Path) -> list[Path]:
    import zipfile

    with zipfile.ZipFile(folder / "scene_2020.zip", "w") as zipped:
        zipped.writestr("scene_2020.tif", b"II")
    return [write(folder / "scene_2010.tif"), folder / "scene_2020.zip"]


def huge_header(folder: Path) -> list[Path]:
    """A virtual raster that claims 10⁹ × 10⁹ pixels of one small file."""
    source, huge = write(folder / "part_2020.tif"), folder / "scene_2020.vrt"
    huge.write_text(
        f'<VRTDataset rasterXSize="1000000000" rasterYSize="1000000000"><SRS>{UTM}</SRS><GeoTransform>367000,.001,0,'
        '4104000,0,-.001</GeoTransform><VRTRasterBand dataType="Byte" band="1"><SimpleSource>'
        f'<SourceFilename relativeToVRT="1">{source.name}</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>',
        encoding="utf-8",
    )
    return [write(folder / "scene_2010.tif"), huge]


def far_apart(folder: Path) -> list[str | Path]:
    """Two files of one date with 1 m pixels, 15,000 km apart, which no mosaic can join."""
    write(folder / "east_2020.tif", crs="EPSG:3857", transform=moved(1.5e7, -2e5))
    write(folder / "west_2020.tif", crs="EPSG:3857")
    return [write(folder / "scene_2010.tif", crs="EPSG:3857"), str(folder / "*_2020.tif")]


def text_as_raw_pixels(folder: Path) -> list[Path]:
    """An ENVI image whose pixels are the text of a virtual raster, which GDAL would follow."""
    raw = folder / "scene_2020.dat"
    raw.write_text('<VRTDataset rasterXSize="1" rasterYSize="1">'.ljust(3 * SIZE * SIZE), encoding="utf-8")
    raw.with_suffix(".hdr").write_text(
        f"ENVI\nsamples = {SIZE}\nlines = {SIZE}\nbands = 3\nheader offset = 0\nfile type = ENVI Standard\n"
        "data type = 1\ninterleave = bsq\nbyte order = 0\n"
        "map info = {UTM, 1, 1, 367000, 4104000, 1, 1, 15, North, WGS-84}\n",
        encoding="utf-8",
    )
    return [write(folder / "scene_2010.tif"), raw]


def text_as_mask(folder: Path) -> list[Path]:
    pair = both(folder)
    Path(f"{pair[1]}.msk").write_text('<VRTDataset rasterXSize="1" rasterYSize="1"></VRTDataset>', encoding="utf-8")
    return pair


def mask_of_ones(folder: Path) -> list[Path]:
    """A mask beside the file that says 0 and 1, where GDAL's own say 0 and 255."""
    pair = both(folder)
    valid = np.ones((SIZE, SIZE), np.uint8)
    valid[:, : SIZE // 2] = 0
    for path in pair:
        with rasterio.open(write(folder / "mask.tif", valid, count=1), "r+") as mask:
            mask.update_tags(INTERNAL_MASK_FLAGS_1="2")
        (folder / "mask.tif").rename(f"{path}.msk")
    return pair


def onto_the_input(folder: Path) -> list[Any]:
    pair = both(folder)
    return [*pair, "--mask", pair[1], "--overwrite"]


def both_processed(folder: Path) -> list[Path]:
    pair = both(folder)
    for path in pair:
        with rasterio.open(path, "r+") as image:
            image.update_tags(TIFFTAG_DATETIME="2023:05:01 10:11:12")
    return pair


def other_datum(folder: Path) -> list[Path]:
    before = write(folder / "scene_2010.tif", crs="EPSG:26715", transform=moved(0, -207))
    return [before, write(folder / "scene_2020.tif", crs="EPSG:26915")]


def no_date(folder: Path) -> list[Path]:
    return [write(folder / "first.tif"), write(folder / "second.tif", picture(True))]


def swapped(folder: Path) -> list[Path]:
    return both(folder)[::-1]


def same_date(folder: Path) -> list[Path]:
    return [write(folder / "north_2020.tif", picture(False)), write(folder / "south_2020.tif", picture(True))]


def with_options(*options: str) -> Callable[[Path], list[Any]]:
    return lambda folder: [*both(folder), *options]


def with_defaults(text: str) -> Callable[[Path], list[Any]]:
    def make(folder: Path) -> list[Any]:
        (folder / "describe-changes.toml").write_text(text, encoding="utf-8")
        return list(both(folder))

    return make


def with_features(
    option: str, field: str, *shapes: shapely.Geometry, crs: str = UTM, names: Sequence[str | None] | None = None
) -> Callable[[Path], list[Any]]:
    """Return a maker of an ordinary pair and a file of named features for ``--zones`` or ``--names``."""

    def make(folder: Path) -> list[Any]:
        file = folder / "features.gpkg"
        texts = np.array(names or [f"no. {number}" for number in range(len(shapes))], dtype=object)
        wkb = shapely.to_wkb(np.array(shapes, dtype=object))
        kind = shapes[0].geom_type
        pyogrio.raw.write(file, wkb, [texts], ["label"], geometry_type=kind, crs=crs, driver="GPKG")
        named = {"--zones": "--zone-name", "--names": "--name-field"}[option]
        return [*both(folder), option, file, named, field]

    return make


def near(left: float, top: float, right: float, bottom: float) -> shapely.Polygon:
    """Return a box by metres from the corner of the pair."""
    return shapely.box(ORIGIN[0] + left, ORIGIN[1] - bottom, ORIGIN[0] + right, ORIGIN[1] - top)


def zone_names(output: Path) -> list[str]:
    return [str(name) for name in pyogrio.raw.read(output, layer="zones", columns=["name"])[3][0]]


def zones_with_outside(output: Path) -> None:
    """zones, and what lies outside them"""
    assert zone_names(output) == ["no. 0", "no. 1", "outside the zones"]


def unnamed_zone(output: Path) -> None:
    """the zone is told as “a zone without a name”"""
    assert zone_names(output) == ["a zone without a name", "outside the zones"]


def a_result(folder: Path, sites: bool = True) -> Path:
    """Write a small result, without sites as earlier versions did if asked."""
    area = change(1)
    found = SiteRecord(
        geometry=shapely.MultiPolygon([area.geometry]), site_id=0, description="a house appears",
        description_source="model", class_name="building", transition="appeared", changed_area_m2=200.0, changes=1,
    )  # fmt: skip
    path = folder / "result.gpkg"
    more = {"sites": [found]} if sites else {}
    write_geopackage(path, run_record(), [tile(number) for number in range(16)], [area], CRS(UTM), **more)
    return path


def of_a_result(*arguments: str, sites: bool = True) -> Callable[[Path], list[Any]]:
    return lambda folder: [a_result(folder, sites), *arguments]


def of_a_raster(*arguments: str) -> Callable[[Path], list[Any]]:
    return lambda folder: [write(folder / "scene_2020.tif"), *arguments]


def moved(east: float, north: float) -> Affine:
    return Affine.translation(east, north) @ NORTH_UP


PALETTE = {value: (value, value, value, 255) for value in range(256)}
FEET = "EPSG:2267"
FILE = r"scene_2020\.tif"

CASES = [
    # damaged files
    Case("0 bytes", damaged(lambda content: b""), BAD_INPUT, (FILE,)),
    Case("a text file called .tif", text_file, BAD_INPUT, (FILE,)),
    Case("truncated at 1 %", damaged(lambda content: content[: len(content) // 100]), BAD_INPUT, (FILE,)),
    Case("truncated at 50 %", damaged(lambda content: content[: len(content) // 2]), OK, (FILE,), some_unreadable),
    Case(
        "truncated at 95 %", damaged(lambda content: content[: len(content) * 95 // 100]), OK, (FILE,), some_unreadable
    ),
    Case("flipped bytes", damaged(flipped), OK, (FILE,), some_unreadable),
    Case(
        "missing file", lambda folder: [write(folder / "scene_2010.tif"), folder / "scene_2020.tif"], BAD_INPUT, (FILE,)
    ),
    Case("a folder instead of a file", lambda folder: [write(folder / "scene_2010.tif"), folder], BAD_INPUT),
    # what must not be read at all
    Case("VRT text inside a file called .tif", disguised_vrt, BAD_INPUT, (FILE,)),
    Case("VRT that fetches from the network", remote_vrt, BAD_INPUT, (r"scene_2020\.vrt",)),
    Case("an http address", lambda folder: [write(folder / "scene_2010.tif"), "http://127.0.0.1:9/x.tif"], BAD_INPUT),
    Case("a /vsicurl path", lambda folder: [write(folder / "scene_2010.tif"), "/vsicurl/x.tif"], BAD_INPUT),
    Case("VRT text as the pixels of an ENVI image", text_as_raw_pixels, BAD_INPUT, (r"scene_2020\.dat", "safety")),
    Case("VRT text as the mask beside a file", text_as_mask, BAD_INPUT, (r"scene_2020\.tif\.msk", "safety")),
    # sizes
    Case("10⁹ × 10⁹ pixels, claimed by a VRT", huge_header, BAD_INPUT, (r"scene_2020\.vrt", "1,000,000,000")),
    Case("files of one date 15,000 km apart", far_apart, BAD_INPUT, ("so far apart",)),
    Case("one compressed strip", both_are(tiled=False, blockysize=SIZE, compress="deflate"), OK, (), one_change),
    Case("BigTIFF, sparse, 200,000² pixels", sparse, OK, (), no_change),
    Case("1 pixel", converted(lambda grey: grey[:1, :1]), OK, (), no_change),
    Case("smaller than a tile (40 of 64 pixels)", converted(lambda grey: grey[20:60, 20:60]), OK, (), one_change),
    Case("a tile and one pixel (65)", converted(lambda grey: grey[:65, :65]), OK, (), one_change),
    # types
    Case("uint16", converted(lambda grey: grey.astype(np.uint16) * 40), OK, (), one_change),
    Case("int16 with negative values", converted(lambda grey: grey.astype(np.int16) * 40 - 5000), OK, (), one_change),
    Case("float32, reflectance 0–1", converted(lambda grey: grey.astype(np.float32) / 255), OK, (), one_change),
    Case("float32, half NaN", converted(half_empty(np.nan, "float32")), OK, (), without_left_half),
    Case("float32, half infinite", converted(half_empty(np.inf, "float32")), OK, (), without_left_half),
    Case(
        "complex numbers",
        converted(lambda grey: grey.astype(np.complex64)),
        BAD_INPUT,
        (r"scene_20\d0\.tif", "complex"),
    ),
    # no data
    Case("nodata in one date only", nodata_in_one_date, OK, (), one_change),
    Case("nodata value in one band only", hole_only_in_red, OK, (), one_change),
    Case("nodata, half of both dates", converted(half_empty(0, "uint8"), nodata=0), OK, (), without_left_half),
    Case("nothing but nodata", both_are(bands=np.zeros((SIZE, SIZE), np.uint8), nodata=0), OK, (), no_change),
    Case("alpha band", with_alpha, OK, (), without_left_half),
    Case("mask beside the file (.msk)", masked_by_side_file, OK, (), without_left_half),
    Case("mask beside the file that says 0 and 1", mask_of_ones, OK, (), without_left_half),
    Case("mask inside the file", masked_inside, OK, (), without_left_half),
    # bands
    Case("palette", both_are(count=1, palette=PALETTE), OK, (), one_change),
    Case("1 band", both_are(count=1), OK, (), one_change),
    Case("2 bands", both_are(count=2), BAD_INPUT, (r"scene_20\d0\.tif", "--bands")),
    Case("4 bands", both_are(count=4, photometric="rgb", alpha="no"), OK, (), one_change),
    Case(
        "13 bands, none chosen",
        both_are(count=13, photometric="minisblack"),
        OK,
        (r"scene_20\d0\.tif", "--bands"),
        one_change,
    ),
    Case(
        "13 bands, three chosen",
        lambda folder: [*both(folder, count=13, photometric="minisblack"), "--bands", "4,3,2"],
        OK,
        (),
        one_change,
    ),
    Case("a band that is not there", with_options("--bands", "1,2,9"), BAD_INPUT, (r"scene_20\d0\.tif", "9")),
    # what files say wrongly or do not say
    Case(
        "undeclared fill −9999",
        converted(fill_half(-9999, "float32")),
        OK,
        ("-9999 as fill", "--nodata none"),
        without_left_half,
    ),
    Case("undeclared black collar", converted(fill_half(0, "uint8")), OK, ("holds 0 as fill",), without_left_half),
    Case("near infrared marked as transparency", infrared_as_alpha, OK, ("band 4 as transparency",), one_change),
    Case("one file per band", band_files, OK, (), one_change),
    Case("one file per band, without names", nameless_bands, BAD_INPUT, ("bands of one image",)),
    Case("a zip", archive, BAD_INPUT, (r"scene_2020\.zip", "unpack")),
    Case("a processing date that is not that of the name", both_processed, OK, ("2023-05-01",), one_change),
    Case("datums without the grid between them", other_datum, OK, ("unknown accuracy",), described),
    # what the user knows better than the file
    Case("no CRS in the file, one given", after_without_crs, OK, (), one_change),
    Case("a CRS that nobody knows", with_options("--crs-after", "EPSG:999999"), BAD_INPUT, ("EPSG:999999",)),
    Case(
        "undeclared no-data value, given",
        lambda folder: [*converted(half_empty(7, "uint8"))(folder), "--nodata", "7"],
        OK,
        (),
        without_left_half,
    ),
    Case("a no-data value that is none", with_options("--nodata", "white"), BAD_INPUT, ("white", "-9999")),
    # places
    Case("rotated by 30°", both_are(transform=NORTH_UP @ Affine.rotation(30)), OK, (), one_change),
    Case("south-up", both_are(transform=Affine.translation(*ORIGIN)), OK, (), one_change),
    Case("ground control points only", gcps, OK, (), one_change),
    Case("no CRS", after_is(crs=None), BAD_INPUT, (FILE, "CRS|reference system")),
    Case("no place at all", after_is(crs=None, transform=None), BAD_INPUT, (FILE,)),
    Case(
        "a local CRS without a place on Earth",
        both_are(crs='LOCAL_CS["site grid",UNIT["metre",1]]'),
        BAD_INPUT,
        (r"scene_20\d0\.tif",),
    ),
    Case(
        "resolution of the dates 1 m and 2 m",
        after_is(bands=picture(True, 80), transform=NORTH_UP @ Affine.scale(2)),
        OK,
        (),
        one_change,
    ),
    Case("grids half a pixel apart", after_is(transform=moved(0.5, 0.5)), OK, (), one_change),
    Case("footprints that do not overlap", after_is(transform=moved(5000, 0)), BAD_INPUT, (FILE, "overlap")),
    Case("footprints that only touch", after_is(transform=moved(SIZE, 0)), BAD_INPUT, (FILE, "overlap")),
    Case("across the antimeridian, UTM", across_the_antimeridian, OK, (), one_change),
    Case("across the antimeridian, degrees", antimeridian_in_degrees, OK, (), one_change),
    Case(
        "at the pole (EPSG:3413)",
        both_are(crs="EPSG:3413", transform=Affine.translation(-80, 80) @ Affine.scale(1, -1)),
        OK,
        (),
        one_change,
    ),
    Case(
        "degrees",
        both_are(crs="EPSG:4326", transform=Affine.translation(-94.5, 37.1) @ Affine.scale(1e-5, -1e-5)),
        OK,
        (),
        one_change,
    ),
    Case(
        "US survey feet",
        both_are(crs=FEET, transform=Affine.translation(2_400_000, 700_000) @ Affine.scale(3, -3)),
        OK,
        (),
        one_change,
    ),
    # dates
    Case("dates reversed", swapped, BAD_INPUT, ("swap", "--date-before")),
    Case("dates equal", same_date, BAD_INPUT, ("--date-before",)),
    Case("no date anywhere", no_date, BAD_INPUT, (r"first\.tif", "--date-before")),
    Case("a date that is none", with_options("--date-before", "last summer"), BAD_INPUT, ("last summer",)),
    # options
    Case("extent outside the imagery", with_options("--extent", "0,0,10,10"), BAD_INPUT, ("extent",)),
    Case(
        "extent with its corners swapped",
        with_options("--extent", "367100,4103900,367000,4103999"),
        BAD_INPUT,
        ("extent",),
    ),
    Case("extent in another CRS", with_options("--extent", "-94.5,37.0,-94.4,37.2,EPSG:4326"), OK, (), one_change),
    Case("tiles of 7 pixels", with_options("--tile-size", "7"), BAD_INPUT, ("tile-size",)),
    Case("overlap as large as the tile", with_options("--tile-size", "64", "--overlap", "64"), BAD_INPUT, ("overlap",)),
    Case("a model that is not there", with_options("--model", "no-such-model"), BAD_INPUT, ("no-such-model",)),
    Case("a device that is not there", with_options("--device", "cuda:7"), BAD_INPUT, ("CUDA",)),
    # paths and disks
    Case("spaces, umlauts and Chinese in the path", in_folder("Häuser & 变化 2"), OK, (), one_change),
    Case(
        "output folder that is not there",
        with_options("-o", "no/such/folder/changes.gpkg"),
        BAD_INPUT,
        ("no/such/folder",),
    ),
    Case("an output that is an input", onto_the_input, BAD_INPUT, (FILE, "input")),
    Case("output folder that may not be written", with_options("-o", "/proc/changes.gpkg"), BAD_INPUT, ("/proc",)),
    # formats
    Case("a result in a format that is not written", with_options("-o", "changes.shp"), BAD_INPUT, (r"\.geojson",)),
    Case("one layer asked of a GeoPackage", with_options("--layer", "tiles"), BAD_INPUT, ("holds all layers",)),
    Case(
        "a layer that no result has",
        with_options("-o", "changes.csv", "--layer", "roads"),
        BAD_INPUT,
        ("“roads”", "changes, tiles"),
    ),
    Case("a file of defaults that is no TOML", with_defaults("threshold is 0.5"), BAD_INPUT, ("no TOML file",)),
    Case("a default for an option that is not there", with_defaults("colour = 1"), BAD_INPUT, ("“colour”",)),
    # zones and names
    Case(
        "two zones",
        with_features("--zones", "label", near(0, 0, 60, 160), near(60, 0, 120, 160)),
        OK,
        (),
        zones_with_outside,
    ),
    Case(
        "zones that overlap",
        with_features("--zones", "label", near(0, 0, 60, 160), near(40, 0, 120, 160)),
        OK,
        ("overlap",),
        zones_with_outside,
    ),
    Case(
        "a zone without a name",
        with_features("--zones", "label", near(0, 0, 60, 160), names=[None]),
        OK,
        (),
        unnamed_zone,
    ),
    Case("zones elsewhere", with_features("--zones", "label", near(9e3, 0, 1e4, 99)), BAD_INPUT, ("No zone of",)),
    Case(
        "zones that are points",
        with_features("--zones", "label", shapely.Point(ORIGIN[0] + 50, ORIGIN[1] - 50)),
        BAD_INPUT,
        (r"features\.gpkg holds points or lines",),
    ),
    Case(
        "a field of names that is not there",
        with_features("--zones", "parish", near(0, 0, 60, 160)),
        BAD_INPUT,
        ("“parish”", "label"),
    ),
    Case("zones without a field of names", with_options("--zones", "wards.gpkg"), BAD_INPUT, ("--zone-name",)),
    Case(
        "a file of zones that is not there",
        with_options("--zones", "wards.gpkg", "--zone-name", "label"),
        BAD_INPUT,
        (r"wards\.gpkg does not exist",),
    ),
    Case("names far away", with_features("--names", "label", near(9e4, 0, 1e5, 99)), BAD_INPUT, ("lies around",)),
    Case(
        "names that are a raster",
        with_options("--names", "scene_2010.tif", "--name-field", "label"),
        BAD_INPUT,
        (r"scene_2010\.tif",),
    ),
    # sites
    Case("a distance between sites below 0", with_options("--site-distance", "-1"), BAD_INPUT, ("site-distance",)),
    Case("a distance that is no number", with_options("--site-distance", "nan"), BAD_INPUT, ("site-distance",)),
    Case("outlines of another kind", with_options("--outlines", "round"), BAD_INPUT, ("clean", "square", "raw")),
    # other commands
    Case("export: a raster", of_a_raster("-o", "a.csv"), BAD_INPUT, (FILE,), command="export"),
    Case("export: an ending that is not written", of_a_result("-o", "a.shp"), BAD_INPUT, ("fgb",), command="export"),
    Case(
        "export: a layer that is not there",
        of_a_result("-o", "a.csv", "--layer", "roads"),
        BAD_INPUT,
        ("“roads”",),
        command="export",
    ),
    Case(
        "export: a table into a format of outlines",
        of_a_result("-o", "a.geojson", "--layer", "runs"),
        BAD_INPUT,
        ("without outlines",),
        command="export",
    ),
    Case("export: onto the result", of_a_result("-o", "result.gpkg"), BAD_INPUT, ("lost",), command="export"),
    Case("ask: a raster", of_a_raster("houses gone"), BAD_INPUT, (FILE,), command="ask"),
    Case("ask: nothing", of_a_result(""), BAD_INPUT, ("Nothing of the question",), command="ask"),
    Case("ask: words that it does not know", of_a_result("quantum flux"), BAD_INPUT, ("“quantum”",), command="ask"),
    Case(
        "ask: words of which some are known",
        of_a_result("purple houses built"),
        OK,
        ("Not understood.*“purple”",),
        command="ask",
    ),
    Case("ask: a filter cut off", of_a_result("what = 'building' and"), BAD_INPUT, ("filter",), command="ask"),
    Case(
        "ask: a result from before there were sites",
        of_a_result("houses gone", sites=False),
        BAD_INPUT,
        ("holds no sites",),
        command="ask",
    ),
]


@pytest.fixture(scope="module")
def table():
    """Collect (case, outcome) and write the document if asked; only a complete collection is written."""
    rows: dict[str, tuple[int, str]] = {}
    yield rows
    if os.environ.get("WRITE_BAD_INPUT") and len(rows) == len(CASES):
        DOCUMENT.write_text(document(rows), encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_unusual_input(case, command_line, difference_pack, tmp_path, monkeypatch, table):
    arguments = [str(part) for part in case.make(tmp_path)]
    monkeypatch.chdir(tmp_path)
    output = tmp_path / "changes.gpkg"
    defaults = {"-o": str(output), "--model": str(difference_pack.path), "--device": "cpu"}
    given = [part for name, value in defaults.items() if name not in arguments for part in (name, value)]
    before = {path.name for path in tmp_path.iterdir()}
    ended = command_line(case.command, *arguments, *(given if case.command == "describe" else ()))
    table[case.name] = (ended.code, sentence(ended.message, tmp_path))
    assert "Traceback" not in ended.message
    assert ended.code == case.code, ended.message
    for pattern in case.says:
        assert re.search(pattern, ended.message), ended.message
    if case.command != "describe":
        assert {path.name for path in tmp_path.iterdir()} == before
    elif case.code == OK:
        assert output.exists()
        if case.check:
            case.check(output)
    else:
        assert not output.exists()
        assert re.search(r"[.;:,] ?.*\w", table[case.name][1])


def sentence(message: str, folder: Path) -> str:
    """Return errors and warnings, without the folder of this test."""
    lines = [line.strip() for line in message.replace("\r", "\n").splitlines()]
    kept = [line for line in lines if line.startswith(("Error: ", "Warning: "))]
    return " ".join(kept).replace(f"{folder}/", "").replace(str(folder), "folder")


def document(rows: dict[str, tuple[int, str]]) -> str:
    """Return docs/bad_input.md."""
    head = (
        "# Unusual and broken input\n\n"
        "What `describe-changes describe` does with it, and `export` and `ask` where that is said, in their own words. "
        "Written by the tests (`make bad-input`), which\n"
        "run every row: exit code 0 means a correct result (what cannot be read counts as no data, never as zeros),\n"
        "2 a refusal.\n\n"
        "| case | exit | result | what is said |\n|---|---|---|---|\n"
    )
    results = {case.name: outcome(case) for case in CASES}
    lines = [f"| {name} | {code} | {results[name]} | {cell(said)} |" for name, (code, said) in rows.items()]
    return head + "\n".join(lines) + "\n"


def outcome(case: Case) -> str:
    """Return in words what the case's check looked at."""
    if case.check is None:
        return "refused" if case.code else "what is understood is answered"
    return (case.check.__doc__ or "").rstrip(".")


def cell(text: str) -> str:
    return text.replace("|", "\\|") or "–"


def test_the_document_lists_every_case_with_its_exit_code():
    if os.environ.get("WRITE_BAD_INPUT"):
        pytest.skip("the document is being written")
    listed = dict(re.findall(r"^\| (.+?) \| (\d) \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE))
    assert listed == {case.name: str(case.code) for case in CASES}
