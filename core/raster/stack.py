"""One date as one file per band, as satellites' data come: the files become the bands of one virtual raster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape  # nosec B406 - writes XML, reads none

from rasterio.enums import ColorInterp
from rasterio.io import DatasetReader

from ..errors import InputError
from .opening import open_raster
from .roles import roles_of
from .vrt import GDAL_TYPES

_BANDS_OF_ONE = 3  # so many files of one band on the very same pixels are no mosaic


@dataclass(frozen=True)
class _File:
    """One file of one band."""

    path: Path
    dtype: str
    nodata: float | None
    grid: tuple[object, ...]
    head: str


def stack_of_bands(paths: Sequence[Path]) -> tuple[str, tuple[Path, ...]] | None:
    """Find out whether files are the bands of one image.

    Args:
        paths: several files of one date.

    Returns:
        Text of the virtual raster, whose bands are named after the files, and the files it holds; None where they are
        tiles.

    Raises:
        InputError: they are bands, and nothing says which is which.
    """
    files = []
    for path in paths:
        if path.suffix.lower() == ".vrt":
            return None
        with open_raster(path) as src:
            if src.count != 1 or src.colorinterp[0] == ColorInterp.palette or src.dtypes[0] not in GDAL_TYPES:
                return None
            files.append(_described(src, path))
    names = [_without_common_end(file.path.stem, files) for file in files]
    rgb = roles_of(names, [{}] * len(files), {}, paths[0].name).rgb
    if rgb is None:
        if len(files) >= _BANDS_OF_ONE and len({file.grid for file in files}) == 1:
            raise InputError(
                f"{files[0].path.name} and the {len(files) - 1} other files of this date have one band each and lie on "
                "the very same pixels, so they are bands of one image; put red, green and blue into one file, in this "
                "order: gdalbuildvrt -separate rgb.vrt RED.tif GREEN.tif BLUE.tif, or name the files so (…_B04, …_red)."
            )
        return None
    grids = {files[band - 1].grid for band in rgb}
    if len(grids) > 1 or len({files[band - 1].dtype for band in rgb}) > 1:
        return None  # tiles whose names say a colour
    kept = [
        (file, name)
        for file, name in zip(files, names, strict=True)
        if file.grid in grids and file.dtype == files[rgb[0] - 1].dtype
    ]
    bands = "".join(_band(number, file, name) for number, (file, name) in enumerate(kept, start=1))
    width, height = kept[0][0].grid[:2]
    text = f'<VRTDataset rasterXSize="{width}" rasterYSize="{height}">{kept[0][0].head}{bands}</VRTDataset>'
    return text, tuple(file.path for file, _ in kept)


def _described(src: DatasetReader, path: Path) -> _File:
    place = ",".join(repr(float(value)) for value in src.transform.to_gdal())
    wkt = src.crs.to_wkt() if src.crs else ""
    head = f'<SRS dataAxisToSRSAxisMapping="1,2">{escape(wkt)}</SRS>' if wkt else ""
    head += "" if src.transform.is_identity else f"<GeoTransform>{place}</GeoTransform>"
    return _File(path, src.dtypes[0], src.nodatavals[0], (src.width, src.height, place, wkt), head)


def _without_common_end(stem: str, files: Sequence[_File]) -> str:
    """A file's name without the words that all of them begin or end with, so that ``red_river_B2`` is no red band."""
    words = [file.path.stem.replace("-", "_").split("_") for file in files]
    own = stem.replace("-", "_").split("_")
    first = next((at for at, each in enumerate(zip(*words, strict=False)) if len(set(each)) > 1), 0)
    # The word before stays, for a Landsat name may tell SR from TOA there.
    return "_".join(own[max(first - 1, 0) if own[max(first - 1, 0)].upper() in ("SR", "TOA") else first :])


def _band(number: int, file: _File, name: str) -> str:
    nodata = "" if file.nodata is None else f"<NoDataValue>{file.nodata!r}</NoDataValue>"
    return (
        f'<VRTRasterBand dataType="{GDAL_TYPES[file.dtype]}" band="{number}"><Description>{escape(name)}</Description>'
        f'{nodata}<SimpleSource><SourceFilename relativeToVRT="0">{escape(str(file.path))}</SourceFilename>'
        "<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
    )
