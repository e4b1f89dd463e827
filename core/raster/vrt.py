"""Virtual rasters: the one we build for every epoch, and the check of those that users bring.

Every epoch is read through a virtual raster of red, green, blue and alpha – or of the bands that are measured, and
alpha – so that nodata, alpha bands, mask files, palettes, single grey bands and mosaics all look alike to the reader.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET  # nosec B405 - entities and doctypes are refused before it parses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape  # nosec B406 - writes XML, reads none

from affine import Affine
from rasterio.control import GroundControlPoint

from ..errors import InputError
from ..files import is_file
from .fill import Fill, fill_sources
from .tiling import Window

GDAL_TYPES = {
    "uint8": "Byte",
    "int8": "Int8",
    "uint16": "UInt16",
    "int16": "Int16",
    "uint32": "UInt32",
    "int32": "Int32",
    "uint64": "UInt64",
    "int64": "Int64",
    "float32": "Float32",
    "float64": "Float64",
}
_MOST_BYTES = 128 * 2**20  # of a .vrt: some hundred thousand sources
_DEEPEST = 32
_SCALED = "<LUT>0:0,1:255</LUT>"  # a mask may say 1 for valid, not only 255
_MASK = f"<NODATA>0</NODATA>{_SCALED}"
_COLOURS = ("Red", "Green", "Blue")
_SNAP_PX = 0.01  # a tile this close to a whole pixel of the mosaic lies on it

# What a mosaic by gdalbuildvrt or QGIS consists of. Anything else could run code, read raw bytes of any file,
# or reach another data source.
_PLAIN_TAGS = frozenset(
    {
        "VRTDataset",
        "SRS",
        "GeoTransform",
        "Metadata",
        "MDI",
        "VRTRasterBand",
        "ColorInterp",
        "NoDataValue",
        "HideNoDataValue",
        "Description",
        "UnitType",
        "Offset",
        "Scale",
        "CategoryNames",
        "Category",
        "ColorTable",
        "Entry",
        "SimpleSource",
        "ComplexSource",
        "SourceFilename",
        "SourceBand",
        "SourceProperties",
        "SrcRect",
        "DstRect",
        "NODATA",
        "UseMaskBand",
        "ScaleOffset",
        "ScaleRatio",
        "ColorTableComponent",
        "LUT",
        "MaskBand",
        "OverviewList",
        "Histograms",
        "BlockXSize",
        "BlockYSize",
        "GCPList",
        "GCP",
    }
)


@dataclass(frozen=True)
class Placed:
    """One raster as a source of a virtual raster.

    Args:
        location: absolute path, or VRT text.
        bands: red, green, blue, or those that are measured, from 1.
        width: columns.
        height: rows.
        palette: the band is an index into a colour table.
        masked: some pixels may be invalid. Among several rasters such a one must have an alpha band: wrap it
            with `build_vrt` first.
        any_band: a pixel is valid where any chosen band is, else where all are.
        written: rectangles that hold pixels, None for all; only of a raster shown alone at its own size.
        col: column of its left edge in the virtual raster.
        row: row of its top edge.
        cols: columns it covers there.
        rows: rows it covers there.
        fills: rules by which pixels are no data; only of a raster shown alone at its own size.
        declared: whether the mask that the file has, if any, counts; the same holds.
        alpha: the band that is the mask, from 1; the same holds.
    """

    location: str
    bands: tuple[int, ...]
    width: int
    height: int
    palette: bool
    masked: bool
    any_band: bool
    written: tuple[Window, ...] | None = None
    col: float = 0.0
    row: float = 0.0
    cols: float = 0.0
    rows: float = 0.0
    fills: tuple[Fill, ...] = ()
    declared: bool = True
    alpha: int | None = None


def snapped(value: float) -> float:
    """The value, or the whole number it nearly is."""
    return float(round(value)) if abs(value - round(value)) < _SNAP_PX else value


def build_vrt(
    sources: Sequence[Placed],
    *,
    width: int,
    height: int,
    dtype: str,
    crs_wkt: str,
    transform: Affine | None,
    gcps: Sequence[GroundControlPoint] = (),
) -> str:
    """Text of a virtual raster with the sources' bands – red, green, blue, or those that are measured – and alpha.

    Later sources cover earlier ones where they are valid.

    Args:
        sources: what to show.
        width: columns.
        height: rows.
        dtype: numpy name of the pixels' type.
        crs_wkt: CRS of the transform or of the control points.
        transform: corner (col, row) → (x, y), or None with `gcps`.
        gcps: ground control points instead of a transform.
    """
    alone = len(sources) == 1
    parts = [f'<VRTDataset rasterXSize="{width}" rasterYSize="{height}">']
    if transform is not None:
        parts.append(f'<SRS dataAxisToSRSAxisMapping="1,2">{escape(crs_wkt)}</SRS>')
        parts.append("<GeoTransform>" + ",".join(repr(float(v)) for v in transform.to_gdal()) + "</GeoTransform>")
    else:
        points = "".join(
            f'<GCP Id="{i}" Pixel="{g.col!r}" Line="{g.row!r}" X="{g.x!r}" Y="{g.y!r}"/>' for i, g in enumerate(gcps)
        )
        parts.append(f'<GCPList Projection="{escape(crs_wkt, {chr(34): "&quot;"})}">{points}</GCPList>')
    count = len(sources[0].bands)
    for index, colour in enumerate(_COLOURS if count == len(_COLOURS) else ("Undefined",) * count):
        shown = "".join(_colour_source(source, index, alone=alone) for source in sources)
        parts.append(
            f'<VRTRasterBand dataType="{GDAL_TYPES[dtype]}" band="{index + 1}">'
            f"<ColorInterp>{colour}</ColorInterp>{shown}</VRTRasterBand>"
        )
    shown = "".join(_alpha_sources(source, alone=alone) for source in sources)
    shown += "".join(
        fill_sources(fill, source.location, source.bands, dtype, source.width, source.height)
        for source in sources
        if alone
        for fill in source.fills
    )
    parts.append(
        f'<VRTRasterBand dataType="Byte" band="{count + 1}"><ColorInterp>Alpha</ColorInterp>{shown}</VRTRasterBand>'
    )
    return "".join([*parts, "</VRTDataset>"])


def _rects(source: Placed) -> str:
    return (
        f'<SrcRect xOff="0" yOff="0" xSize="{source.width}" ySize="{source.height}"/>'
        f'<DstRect xOff="{source.col!r}" yOff="{source.row!r}" xSize="{source.cols!r}" '
        f'ySize="{source.rows!r}"/>'
    )


def _source(kind: str, source: Placed, band: str, extra: str = "") -> str:
    return (
        f'<{kind}><SourceFilename relativeToVRT="0">{escape(source.location)}</SourceFilename>'
        f"<SourceBand>{band}</SourceBand>{_rects(source)}{extra}</{kind}>"
    )


def _colour_source(source: Placed, index: int, *, alone: bool) -> str:
    extra = f"<ColorTableComponent>{index + 1}</ColorTableComponent>" if source.palette else ""
    if source.masked and not alone:
        extra += "<UseMaskBand>true</UseMaskBand>"
    return _source("ComplexSource" if extra else "SimpleSource", source, str(source.bands[index]), extra)


def _alpha_sources(source: Placed, *, alone: bool) -> str:
    """The mask of one band, then of the others: adding what they call valid, or taking away what they do not.

    Always as ComplexSource: a nodata mask as SimpleSource reaches the warper as uninitialised memory (measured
    with GDAL 3.10.3), though a plain read of the same virtual raster is right.
    """
    first, *others = dict.fromkeys(source.bands)
    if source.written is not None:
        return "".join(_written_source(source, first, window) for window in source.written)
    if not source.declared:
        return _source("ComplexSource", source, str(first), "<LUT>0:255,1:255</LUT>")  # whatever is there is data
    if source.alpha is not None:
        lut = "<NODATA>0</NODATA><LUT>0:0,1e-6:255</LUT>"  # GDAL's own scaling loses small numbers of 16 bits
        return _source("ComplexSource", source, str(source.alpha), lut)
    painted = _source("ComplexSource", source, f"mask,{first}", _MASK)
    if not (alone and source.masked):
        return painted  # one mask serves all colours: all valid, or the alpha band of a wrapped raster
    unpainted = 0 if source.any_band else 255
    return painted + "".join(
        _source("ComplexSource", source, f"mask,{band}", f"<NODATA>{unpainted}</NODATA>{_SCALED}") for band in others
    )


def _written_source(source: Placed, band: int, window: Window) -> str:
    rect = f'xOff="{window.col}" yOff="{window.row}" xSize="{window.width}" ySize="{window.height}"'
    return (
        f'<ComplexSource><SourceFilename relativeToVRT="0">{escape(source.location)}</SourceFilename>'
        f"<SourceBand>mask,{band}</SourceBand><SrcRect {rect}/><DstRect {rect}/><NODATA>0</NODATA></ComplexSource>"
    )


def check_user_vrt(path: Path) -> tuple[str, tuple[Path, ...]]:
    """Read a user's .vrt and make sure that it is a plain mosaic of local files.

    Args:
        path: the .vrt file.

    Returns:
        Its text with absolute paths, and the files it is made of; these still have to pass the driver check.

    Raises:
        InputError: it is no mosaic of local files.
    """
    remedy = "make a plain mosaic of local files with gdalbuildvrt, or convert it with gdal_translate -of COG"
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError(f"it has more than {_MOST_BYTES // 2**20} MiB")
        text = path.read_text("utf-8")
        if "<!" in text:
            raise ValueError("it declares XML entities")
        root = ET.fromstring(text)  # nosec B314  # noqa: S314 - entities and doctypes were refused above
        _check_depth(root)
    except (OSError, ValueError, ET.ParseError) as error:
        raise InputError(f"{path.name} cannot be read as a virtual raster ({error}); {remedy}.") from error
    files: list[Path] = []
    for element in root.iter():
        if element.tag not in _PLAIN_TAGS or element.get("subClass"):
            unknown = element.get("subClass") or element.tag
            raise InputError(f"{path.name} uses “{unknown}”, which is not read for safety; {remedy}.")
        if element.get("key") == "OVERVIEW_FILE":
            raise InputError(f"{path.name} names a file of overviews, which is not read for safety; {remedy}.")
        if element.tag == "SourceFilename":
            name = (element.text or "").strip()
            relative = element.get("relativeToVRT") == "1"
            source = _resolved(path.parent / name if relative else Path(name))
            if name.startswith(("<", "/vsi")) or "://" in name or not is_file(source):
                raise InputError(f"{path.name} refers to “{name[:80]}”, which is not a local file; {remedy}.")
            if source.suffix.lower() == ".vrt":
                raise InputError(f"{path.name} refers to another virtual raster, {source.name}; {remedy}.")
            element.text = str(source)
            element.set("relativeToVRT", "0")
            files.append(source)
    if not files:
        raise InputError(f"{path.name} refers to no file; {remedy}.")
    return ET.tostring(root, encoding="unicode"), tuple(dict.fromkeys(files))


def _check_depth(root: ET.Element) -> None:
    """Refuse elements nested deeper than any mosaic's; writing them out again would recurse as deep."""
    level = [root]
    for _ in range(_DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return
    raise ValueError("its elements are nested too deeply")


def _resolved(path: Path) -> Path:
    """The path without links; as it is where it cannot be one."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        return path
