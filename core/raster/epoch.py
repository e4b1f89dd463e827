"""Opening one epoch: checks of every file, the choice of bands, and one virtual raster over all of them."""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from pyproj import CRS, Transformer
from pyproj.exceptions import ProjError
from rasterio.control import GroundControlPoint
from rasterio.enums import ColorInterp, MaskFlags, Resampling
from rasterio.env import set_gdal_config
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import DatasetReader
from rasterio.vrt import WarpedVRT

from ..errors import InputError
from ..files import is_file, is_folder, not_local
from .alpha import alpha_band
from .bands import Bands, choose_bands, measured_bands
from .dates import EpochDate, date_span, dated, parse_date
from .fill import Fill
from .limits import check_grid
from .opening import open_raster
from .overrides import NoDataChoice, Override, Range
from .sparse import written_area
from .stack import stack_of_bands
from .tiling import Window
from .undeclared import Found, find_undeclared
from .vrt import Placed, build_vrt, check_user_vrt, snapped

_GAPS_ALLOWED_PX = 2**30  # a mosaic up to this size may be as empty as it likes
_GAPS_ALLOWED = 10_000  # times the pixels of its tiles
_BLOCK_CACHE_BYTES = 64 * 2**20
_EXACT_BYTES = 2
_STRIPS_WORTH_A_WORD = 4096 * 4096  # pixels; smaller rasters read fast enough from strips


class UnreadableWindow(InputError):
    """Pixels that the header promises cannot be read; the rest of the raster may be fine."""


@dataclass(frozen=True)
class Source:
    """One checked file of an epoch."""

    path: Path
    location: str
    crs: rasterio.CRS
    transform: Affine | None
    gcps: tuple[GroundControlPoint, ...]
    width: int
    height: int
    dtype: str
    bands: tuple[int, ...]
    palette: bool
    masked: bool
    any_band: bool
    written: tuple[Window, ...] | None
    fills: tuple[Fill, ...]
    declared: bool
    alpha: int | None
    date: EpochDate | None
    date_doubt: tuple[str, ...]
    warnings: tuple[str, ...]
    filled: str
    roles: dict[str, int]
    scaling: tuple[tuple[float, float], ...]
    unknown: tuple[int, ...]
    no_data: Fill | None

    @property
    def only_fills(self) -> tuple[Fill, ...] | None:
        """The rules by which alone pixels are no data, where these can be followed without GDAL; else None."""
        if self.written is not None or not self.declared or (self.masked and self.no_data is None):
            return None
        fills = self.fills if self.no_data is None else (self.no_data, *self.fills)
        return fills if not fills or _counts_exactly(self.dtype, self.palette) else None


@dataclass(frozen=True)
class Epoch:
    """One date: one or several files behind one virtual raster of red, green, blue, or of bands to measure, and alpha.

    Args:
        paths: the files, in the order given; later ones cover earlier ones.
        date: when it was taken, None where nothing says it.
        crs: CRS of `transform`.
        transform: corner (col, row) → (x, y); may be rotated or south-up.
        warped: the file is placed by ground control points; transform, width and height are those of the upright
            lattice that GDAL derives from them.
        width: columns.
        height: rows.
        dtype: numpy name of the pixels' type.
        bands: red, green, blue in the first file, or those to measure.
        palette: colours come from a colour table.
        vrt: text of the virtual raster.
        warnings: sentences for the user.
        roles: what further bands of the first file show, as far as it is known (``nir``, ``swir1``, …), from 1.
        scaling: per band scale and offset by which the file's numbers become physical ones.
        unknown: bands of the first file that are neither shown nor known to show anything, from 1.
        written: where a sparse file holds pixels, elsewhere nothing is valid; None where that is not known.
        fills: rules by which alone pixels are no data, none where all hold data, so that nobody need ask for alpha;
            None where alpha says more than that.
    """

    paths: tuple[Path, ...]
    date: EpochDate | None
    crs: rasterio.CRS
    transform: Affine
    warped: bool
    width: int
    height: int
    dtype: str
    bands: tuple[int, ...]
    palette: bool
    vrt: str
    warnings: tuple[str, ...] = ()
    roles: Mapping[str, int] = field(default_factory=dict)
    scaling: tuple[tuple[float, float], ...] = ()
    unknown: tuple[int, ...] = ()
    written: tuple[Window, ...] | None = None
    fills: tuple[Fill, ...] | None = None

    @property
    def name(self) -> str:
        """The file's name, or that of the first of several and how many more there are."""
        first = self.paths[0].name
        return first if len(self.paths) == 1 else f"{first} (and {len(self.paths) - 1} more)"

    @property
    def pyproj_crs(self) -> CRS:
        """The CRS for pyproj."""
        return to_pyproj(self.crs)

    @property
    def measured_bands(self) -> dict[str, int]:
        """Which band of the first file shows what, for measuring."""
        return measured_bands(self.bands, self.roles)

    def open(self, stack: ExitStack) -> DatasetReader:
        """Open the virtual raster; `stack` closes it."""
        src = stack.enter_context(rasterio.open(self.vrt, driver="VRT"))
        return stack.enter_context(_straightened(src)) if self.warped else src


def limit_block_cache() -> None:
    """Limit GDAL's cache of decoded blocks in this process, which by default grows to 5 % of the machine's memory."""
    set_gdal_config("GDAL_CACHEMAX", _BLOCK_CACHE_BYTES)


def to_pyproj(crs: rasterio.CRS) -> CRS:
    """The same CRS for pyproj."""
    return CRS.from_wkt(crs.to_wkt(version="WKT2_2019"))


def open_epoch(
    paths: Path | str | Sequence[Path | str],
    *,
    bands: Sequence[int] | None = None,
    date: EpochDate | str | None = None,
    override: Override | None = None,
    measured: Sequence[str] = (),
) -> Epoch:
    """Check the files of one date and put them behind one virtual raster.

    Args:
        paths: a raster, several rasters that form one mosaic, or a .vrt that is a mosaic of local files.
        bands: one band (grey) or three (red, green, blue), from 1.
        date: overrides what metadata, sidecar and name say.
        override: what else the user knows better; its bands come before `bands`.
        measured: roles of bands to open in place of red, green, blue, which every file must have.

    Raises:
        InputError: a sentence that names the file, what is wrong and what to do.
    """
    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    if not given:
        raise InputError("No raster was given; name at least one file per date.")
    told = override or Override()
    told = replace(told, bands=told.bands or (tuple(bands) if bands is not None else None))
    limit_block_cache()  # before anything is read
    files = tuple(plain_file(path) for path in given)
    stack = stack_of_bands(files) if len(files) > 1 else None
    if stack is not None:
        text, files = stack
        sources = [_inspect(files[0], told, measured, text)]
    else:
        sources = [_inspect(path, told, measured) for path in files]
    if isinstance(date, str):
        date = parse_date(date)
    found = date or date_span(source.date for source in sources if source.date)
    said = tuple(dict.fromkeys(text for source in sources for text in source.warnings)) + _filled(sources)
    if date is None:
        said += next((source.date_doubt for source in sources if source.date_doubt), ())
    first = sources[0]
    vrt, transform, width, height = _virtual(first), first.transform, first.width, first.height
    if len(sources) > 1:
        vrt, transform, width, height, more = _mosaic(sources)
        said += more
    if transform is None:
        with rasterio.open(vrt, driver="VRT") as src, _straightened(src) as straight:
            transform, width, height = straight.transform, straight.width, straight.height
    check_grid(width, height, first.path.name if len(sources) == 1 else f"The mosaic of {first.path.name} and others")
    return Epoch(
        files,
        found,
        first.crs,
        transform,
        bool(first.gcps),
        width,
        height,
        first.dtype,
        first.bands,
        any(source.palette for source in sources),
        vrt,
        said,
        first.roles,
        first.scaling,
        first.unknown,
        first.written if len(sources) == 1 else None,
        first.only_fills if len(sources) == 1 else None,
    )


def _filled(sources: Sequence[Source]) -> tuple[str, ...]:
    """What is said of undeclared fill values: of the first file, and how many more have some."""
    texts = [source.filled for source in sources if source.filled]
    more = f" So it is with {len(texts) - 1} more of the {len(sources)} files of this date."
    return (texts[0] + more * (len(texts) > 1),) if texts else ()


def _straightened(src: DatasetReader) -> WarpedVRT:
    """A raster with ground control points on the lattice that GDAL derives from them.

    Without a target transform: given one, rasterio 1.4 loses the control points and reads nothing.
    """
    return WarpedVRT(
        src,
        resampling=Resampling.bilinear,
        src_alpha=src.count,
        tolerance=0.01,
        num_threads=1,
        XSCALE=1.0,
        YSCALE=1.0,
        SRC_ALPHA_MAX=255,
        DST_ALPHA_MAX=255,
    )


def plain_file(path: Path | str) -> Path:
    """The path of an existing local file, absolute."""
    text = str(path)
    scheme = re.match(r"[A-Za-z][\w+.-]+:", text) and not is_file(text)
    if text.lstrip().startswith("<") or text.startswith("/vsi") or scheme:
        raise InputError(not_local(text))
    plain = _without_tilde(text).absolute()
    if str(plain).startswith("/vsi"):
        raise InputError(not_local(text))
    if is_folder(plain):
        raise InputError(f"{plain} is a folder; name the raster files in it.")
    try:
        if plain.stat().st_size == 0:
            raise InputError(f"{plain.name} is empty (0 bytes); copy or download it again.")
        with plain.open("rb"):
            pass
    except FileNotFoundError as error:
        raise InputError(f"{plain} does not exist; check the path.") from error
    except OSError as error:
        raise InputError(f"{plain} cannot be read ({error.strerror}); check its permissions.") from error
    except ValueError as error:  # a NUL, or half a character
        raise InputError(f"{text!r:.200} cannot be the path of a file ({error}); correct it.") from error
    return plain


def _without_tilde(text: str) -> Path:
    """A path whose leading ~ stands for somebody's home, unless a file or nobody is called so."""
    try:
        return Path(text) if is_file(text) else Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def _open(path: Path) -> tuple[DatasetReader, str]:
    """Open with the allowed drivers; returns what a virtual raster must name to get the same."""
    if path.suffix.lower() == ".vrt":
        text, files = check_user_vrt(path)
        for file in files:
            _open(file)[0].close()
        return rasterio.open(text, driver="VRT"), text
    return open_raster(path), str(path)


def _inspect(path: Path, told: Override, measured: Sequence[str] = (), stack: str | None = None) -> Source:
    """Everything about one file, or a stack of bands of which it is the first, that the engine relies on, checked."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        src, location = _open(path) if stack is None else (rasterio.open(stack, driver="VRT"), stack)
        with src:
            check_grid(src.width, src.height, path.name)
            if any("complex" in dtype for dtype in src.dtypes):
                raise InputError(
                    f"{path.name} holds complex numbers (radar?); give an image of real numbers, e.g. the amplitude."
                )
            if src.count == 0:
                raise InputError(
                    f"{path.name} holds no image of its own but several datasets; export the one you mean as GeoTIFF."
                )
            crs, transform, gcps = _georeference(src, path, told.assigned_crs)
            _check_place(crs, transform, src, path)
            alpha, doubt = alpha_band(src, path.name)
            if alpha in dict(told.roles).values():
                alpha, doubt = None, ()
            bands = choose_bands(src, told.bands, path.name, alpha, dict(told.roles))
            chosen = _chosen(bands, measured, path.name) if measured else bands.rgb
            palette = src.colorinterp[chosen[0] - 1] == ColorInterp.palette
            choice = told.no_data
            # GDAL takes transparency of 8 and unsigned 16 bits only for a mask; a no-data value goes before it.
            mask_band = alpha if not any(MaskFlags.nodata in flags for flags in src.mask_flag_enums) else None
            masked = mask_band is not None or any(_has_mask(src, band, choice, alpha) for band in chosen)
            written = None if masked else written_area(src, path)
            fills = (_chosen_fill(src, chosen, choice.ranges),) if choice.ranges else ()
            found = Found()
            if choice.guess and not palette:
                found = find_undeclared(src, path, chosen, choice.ranges, masked=masked, alpha=mask_band)
            date, contradiction = dated(path, {**src.tags(ns="IMAGERY"), **src.tags()})
            dtype = "uint8" if palette else str(np.result_type(*(src.dtypes[band - 1] for band in chosen)))
            return Source(
                path,
                location,
                crs,
                transform,
                gcps,
                src.width,
                src.height,
                dtype,
                chosen,
                palette,
                masked,
                _any_band_counts(src, chosen),
                written,
                (*fills, *found.fills),
                masked or all(MaskFlags.all_valid in src.mask_flag_enums[band - 1] for band in chosen),
                mask_band,
                date,
                contradiction,
                doubt + bands.warnings + _slow_reading(src, path),
                found.sentence(path.name),
                dict(bands.roles),
                tuple((src.scales[band - 1], src.offsets[band - 1]) for band in chosen),
                tuple(sorted(set(range(1, src.count + 1)) - {*chosen, *bands.roles.values(), alpha})),
                _declared_fill(src, chosen) if masked and mask_band is None else None,
            )


def _chosen(bands: Bands, roles: Sequence[str], name: str) -> tuple[int, ...]:
    """The bands of a file with these roles.

    Raises:
        InputError: it has not all of them.
    """
    known = measured_bands(bands.rgb, bands.roles)
    missing = [role for role in roles if role not in known]
    if missing:
        raise InputError(
            f"{name} has no band that is known to be {missing[0]}, which other files of the job have; say which it is, "
            f"as in --bands {missing[0]}=4."
        )
    return tuple(known[role] for role in roles)


def _has_mask(src: DatasetReader, band: int, choice: NoDataChoice, alpha: int | None) -> bool:
    """Return whether the file says of pixels of a band that they are no data, and the user agrees."""
    flags = src.mask_flag_enums[band - 1]
    if MaskFlags.all_valid in flags or (MaskFlags.alpha in flags and alpha is None):
        return False
    return choice.declared or MaskFlags.nodata not in flags


def _chosen_fill(src: DatasetReader, bands: tuple[int, ...], ranges: tuple[Range, ...]) -> Fill:
    """The user's own no-data values as a rule, which counts bands as a declared value does."""
    byte = all(src.dtypes[band - 1] == "uint8" for band in bands)
    return Fill((ranges,) * len(bands), any_band=not (byte or ranges == ((0.0, 0.0),)))


def _declared_fill(src: DatasetReader, bands: tuple[int, ...]) -> Fill | None:
    """The file's own no-data values as a rule; None where another mask counts, too, or a value is none of the type."""
    ranges: list[tuple[Range, ...]] = []
    for band in bands:
        value, kind = src.nodatavals[band - 1], np.dtype(src.dtypes[band - 1])
        if src.mask_flag_enums[band - 1] != [MaskFlags.nodata] or value is None or kind.kind not in "iu":
            return None
        limits = np.iinfo(kind)
        if not (float(value).is_integer() and limits.min <= value <= limits.max):
            return None
        ranges.append(((float(value), float(value)),))
    return Fill(tuple(ranges), any_band=not _any_band_counts(src, bands))


def _counts_exactly(dtype: str, palette: bool) -> bool:
    """Whether every number of a type is exact in all types that GDAL's virtual rasters compute in."""
    kind = np.dtype(dtype)
    return kind.kind in "iu" and kind.itemsize <= _EXACT_BYTES and not palette


def _any_band_counts(src: DatasetReader, bands: Sequence[int]) -> bool:
    """Return whether a pixel with nodata in one band only is still a pixel.

    Where the nodata value is also an ordinary one – 0, or anything in 8 bits – a dark or saturated pixel has it
    in one band; only all bands together mean nodata. A value outside the data's range, like −9999, always does,
    and so does a mask: it may be declared for the first band alone.
    """
    if not all(MaskFlags.nodata in src.mask_flag_enums[band - 1] for band in bands):
        return False
    values = {src.nodatavals[band - 1] for band in bands}
    return len(values) == 1 and (values == {0} or all(src.dtypes[band - 1] == "uint8" for band in bands))


def _georeference(
    src: DatasetReader, path: Path, assigned: rasterio.CRS | None
) -> tuple[rasterio.CRS, Affine | None, tuple[GroundControlPoint, ...]]:
    """CRS and transform, or CRS and control points."""
    points, points_crs = src.gcps
    placed = not src.transform.is_identity
    crs = assigned or (src.crs if placed else points_crs)
    if not placed and not points:
        if src.rpcs is not None:
            raise InputError(
                f"{path.name} is placed only by a camera model (RPC); orthorectify it first: "
                f"gdalwarp -rpc -t_srs EPSG:4326 {path.name} ortho.tif."
            )
        raise InputError(
            f"{path.name} has no place on the ground (no geotransform, no control points); "
            "georeference it in QGIS (Layer → Georeferencer)."
        )
    if crs is None or to_pyproj(crs).geodetic_crs is None:
        raise InputError(
            f"{path.name} has no coordinate reference system; say which one it is in with --crs-before, "
            "--crs-after or --crs, e.g. EPSG:32633."
        )
    if not placed:
        return crs, None, tuple(points)
    if src.transform.determinant == 0 or not all(map(math.isfinite, src.transform)):
        raise InputError(f"{path.name} has a geotransform without area; georeference it anew.")
    return crs, src.transform, ()


def _check_place(crs: rasterio.CRS, transform: Affine | None, src: DatasetReader, path: Path) -> None:
    """Make sure that the reference system can say where on Earth the raster lies.

    Raises:
        InputError: PROJ cannot compute with it, or the raster lies outside of where it holds.
    """
    if transform is None:
        return
    own = to_pyproj(crs)
    places = [
        transform @ (col, row) for col in (0, src.width / 2, src.width) for row in (0, src.height / 2, src.height)
    ]
    east, north = zip(*places, strict=True)
    try:
        lon, lat = Transformer.from_crs(own, own.geodetic_crs, always_xy=True).transform(east, north)
        reason = "" if np.isfinite([lon, lat]).all(axis=0).any() else "the raster lies outside of where it holds"
    except ProjError as error:
        reason = str(error).splitlines()[0][:200]
    if reason:
        raise InputError(
            f"The reference system of {path.name}, {own.name}, does not lead to a place on Earth ({reason}); say which "
            "one it is in with --crs-before, --crs-after or --crs, e.g. EPSG:32633."
        )


def _slow_reading(src: DatasetReader, path: Path) -> tuple[str, ...]:
    """A warning for a big raster compressed in strips, which every small window reads across its whole width."""
    rows, cols = src.block_shapes[0]
    big = src.width * src.height >= _STRIPS_WORTH_A_WORD
    if not (big and cols == src.width and (src.compression is not None or src.driver == "PNG")):
        return ()
    return (
        f"{path.name} is compressed in strips of {rows} × {cols} pixels, which reads slowly; "
        f'gdal_translate -of COG "{path.name}" "{path.stem}_cog.tif" makes it fast.',
    )


def _place(source: Source, col: float, row: float, cols: float, rows: float) -> Placed:
    return Placed(
        source.location,
        source.bands,
        source.width,
        source.height,
        source.palette,
        source.masked,
        source.any_band,
        source.written,
        col,
        row,
        cols,
        rows,
        source.fills,
        source.declared,
        source.alpha,
    )


def _virtual(source: Source) -> str:
    """The virtual raster of one file."""
    whole = _place(source, 0.0, 0.0, float(source.width), float(source.height))
    return build_vrt(
        [whole],
        width=source.width,
        height=source.height,
        dtype=source.dtype,
        crs_wkt=source.crs.to_wkt(),
        transform=source.transform,
        gcps=source.gcps,
    )


def _mosaic(sources: Sequence[Source]) -> tuple[str, Affine, int, int, tuple[str, ...]]:
    """The virtual raster of several files, its transform, width and height, and warnings."""
    uniform = [
        replace(
            source,
            location=_virtual(source),
            bands=tuple(range(1, len(source.bands) + 1)),
            palette=False,
            masked=True,
            written=None,
            fills=(),
            declared=True,
            alpha=None,
        )
        if source.masked or source.written is not None or source.fills or not source.declared
        else source
        for source in sources
    ]
    transform, width, height, placed, said = _arrange(uniform)
    vrt = build_vrt(
        placed, width=width, height=height, dtype=sources[0].dtype, crs_wkt=sources[0].crs.to_wkt(), transform=transform
    )
    return vrt, transform, width, height, said


def _arrange(
    sources: Sequence[Source],
) -> tuple[Affine, int, int, list[Placed], tuple[str, ...]]:
    """Put several rasters on the lattice of the first one.

    Returns:
        Transform, width and height of the mosaic, the placed rasters, warnings.
    """
    first = sources[0]
    boxes = []
    for source in sources:
        t = source.transform
        if t is None or t.b or t.d or t.a <= 0 or t.e >= 0:
            raise InputError(
                f"{source.path.name} is rotated, mirrored or placed by control points, so it cannot "
                f"be one of several tiles; straighten it first: gdalwarp {source.path.name} flat.tif."
            )
        if source.crs != first.crs:
            raise InputError(
                f"The tiles of one date lie in different reference systems ({first.path.name}, "
                f"{source.path.name}); bring them into one with gdalwarp -t_srs."
            )
        if source.dtype != first.dtype:
            raise InputError(
                f"The tiles of one date hold different types of numbers ({first.path.name}: "
                f"{first.dtype}, {source.path.name}: {source.dtype}); convert them to one."
            )
        boxes.append((t.c, t.f, t.c + t.a * source.width, t.f + t.e * source.height))
    corner = first.transform or Affine.identity()  # never the identity: the loop saw to that
    dx, dy = corner.a, -corner.e
    left, top = min(box[0] for box in boxes), max(box[1] for box in boxes)
    # Whole pixels from the first raster's corner, so that its pixels stay as they are.
    left = corner.c - math.ceil(snapped((corner.c - left) / dx)) * dx
    top = corner.f + math.ceil(snapped((top - corner.f) / dy)) * dy
    placed = []
    for source, (x0, y0, x1, y1) in zip(sources, boxes, strict=True):
        col, row = snapped((x0 - left) / dx), snapped((top - y0) / dy)
        cols, rows = snapped((x1 - left) / dx) - col, snapped((top - y1) / dy) - row
        placed.append(_place(source, col, row, cols, rows))
    width = math.ceil(max(place.col + place.cols for place in placed))
    height = math.ceil(max(place.row + place.rows for place in placed))
    filled = sum(place.cols * place.rows for place in placed)
    if width * height > max(_GAPS_ALLOWED_PX, _GAPS_ALLOWED * filled):
        raise InputError(
            f"The {len(sources)} tiles of one date lie so far apart that their mosaic would have "
            f"{width:,} × {height:,} pixels, next to all of them empty; give only tiles that lie "
            "together, and check their geotransforms."
        )
    coarse = [s.path.name for s, p in zip(sources, placed, strict=True) if abs(p.cols / s.width - 1) > 0.01]
    said = tuple(
        f"{name} has another pixel size than {first.path.name}; the mosaic takes the latter's." for name in coarse[:1]
    )
    return Affine(dx, 0, left, 0, -dy, top), width, height, placed, said
