"""STAC: which files and which date an item stands for, and which items of a collection a range of dates means.

Read with pystac. An item's image is the asset with the role ``visual``, else one asset with red, green and blue, else
one asset per colour; near and short-wave infrared come along with those. STAC 1.0 and 1.1 name bands differently
(``eo:bands`` with ``common_name``, ``bands`` with ``eo:common_name``); both are read.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timezone
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import shapely
from shapely.geometry import box, shape
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from ..raster.dates import parse_date
from .addresses import shown

if TYPE_CHECKING:
    import pystac

_LARGEST = 32 * 2**20
"""Bytes of a document; items are kilobytes, long lists of them megabytes."""
_MOST_ITEMS = 2_000
BACKOFF_S = 0.5
"""Between the tries of a request, doubled each time."""
_COLOURS = ("red", "green", "blue")
_INFRARED = ("nir", "nir08", "swir16", "swir22")
_RASTER_TYPES = ("image/tiff", "image/vnd.stac.geotiff")


@dataclass(frozen=True)
class StacImage:
    """What an item, or several of one day, stand for.

    Attributes:
        files: address or path of each file, and a name that says which band or item it is.
        date: when it was taken, as ``--date-before`` takes it.
        items: names of the items.
    """

    files: tuple[tuple[str, str], ...]
    date: str | None
    items: tuple[str, ...]


def find_image(address: str, when: str | None, assets: Sequence[str], area: BaseGeometry | None) -> StacImage:
    """Return the image that a STAC document stands for.

    Args:
        address: of an item, a collection, a catalogue, or a list of items as a search answers; or a local file.
        when: day or range ``FROM/TO`` (either end may be ``..``) in which it was taken; None where one item is named.
        assets: keys of the assets to take; empty for the usual ones.
        area: what the job is about, in longitude and latitude; None where nothing limits it.

    Raises:
        InputError: it cannot be read, is no STAC, or names no image that fits.
    """
    items = _items(address)
    if when is None and len(items) > 1:
        raise InputError(
            f"{shown(address)} holds {len(items)} items; say the dates with --datetime-before and --datetime-after, "
            "such as 2019-05-01/2019-06-30."
        )
    chosen = items if when is None else _of_best_day(items, when, area, address)
    files = [file for item in chosen for file in _files(item, assets)]
    if len(chosen) > 1 and len(files) > len(chosen):
        raise InputError(
            f"{len(chosen)} items of {shown(address)} show the area on one day, with one file per band each; several "
            "such items form no mosaic. Name one asset with all bands (--assets visual), or one item."
        )
    return StacImage(tuple(files), _date_of(chosen), tuple(item.id for item in chosen))


def _items(address: str) -> list[pystac.Item]:
    """Return the items of a document: itself, its features, or what it links to."""
    pystac = _pystac()
    document = _document(address)
    kind = document.get("type")
    try:
        if kind == "FeatureCollection":
            return [_item(feature, address) for feature in document.get("features", [])[:_MOST_ITEMS]]
        if kind == "Feature":
            return [_item(document, address)]
        if kind in ("Collection", "Catalog"):
            stac = pystac.Collection if kind == "Collection" else pystac.Catalog
            found = stac.from_dict(document, href=address, preserve_dict=False)
            found._stac_io = _bounded_io()
            items = list(islice(found.get_items(recursive=True), _MOST_ITEMS))
            if items:
                return items
            raise InputError(
                f"{shown(address)} links to no items; give the address of a search in it, …/items or …/search?…, "
                "which answers with a list."
            )
    except (pystac.STACError, pystac.errors.STACTypeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"{shown(address)} is no valid STAC: {str(error)[:200] or type(error).__name__}.") from error
    raise InputError(f"{shown(address)} is neither a GeoTIFF (….tif) nor STAC; give the address of one of them.")


def _item(document: Mapping[str, Any], address: str) -> pystac.Item:
    return _pystac().Item.from_dict(dict(document), href=address, preserve_dict=False)


def _of_best_day(items: Sequence[pystac.Item], when: str, area: BaseGeometry | None, address: str) -> list[pystac.Item]:
    """Return the items of the day that shows most of the area; of equal days the least cloudy, then the latest."""
    first, last = _range(when)
    days: dict[date, list[pystac.Item]] = defaultdict(list)
    for item in items:
        taken = _moment(item)
        if taken is not None and first <= taken.date() <= last and (area is None or _shows(item).intersects(area)):
            days[taken.date()].append(item)
    if not days:
        raise InputError(
            f"{shown(address)} holds {len(items)} items, but none of {when} that shows the area; widen the dates."
        )
    return days[max(days, key=lambda day: (_share(days[day], area), -_clouds(days[day]), day))]


def _share(items: Iterable[pystac.Item], area: BaseGeometry | None) -> float:
    """Return the part of the area that items show, rounded, so that a sliver does not outweigh clouds."""
    if area is None or not area.area:
        return 1.0
    return round(shapely.union_all([_shows(item) for item in items]).intersection(area).area / area.area, 2)


def _shows(item: pystac.Item) -> BaseGeometry:
    if item.geometry is not None:
        return shapely.make_valid(shape(item.geometry))
    return box(*item.bbox) if item.bbox is not None and len(item.bbox) == 4 else box(-180, -90, 180, 90)


def _clouds(items: Sequence[pystac.Item]) -> float:
    """Return the mean cloud cover in per cent; 50 where nothing says it."""
    return sum(float(item.properties.get("eo:cloud_cover") or 50.0) for item in items) / len(items)


def _moment(item: pystac.Item) -> datetime | None:
    if item.datetime is not None:
        return item.datetime.astimezone(timezone.utc)
    begin = item.properties.get("start_datetime")
    return datetime.fromisoformat(str(begin).replace("Z", "+00:00")) if begin else None


def _date_of(items: Sequence[pystac.Item]) -> str | None:
    moments = sorted(moment for item in items if (moment := _moment(item)) is not None)
    return (
        moments[0].strftime("%Y-%m-%dT%H:%M:%S")
        if len(items) == 1 and moments
        else (moments[0].strftime("%Y-%m-%d") if moments else None)
    )


def _range(when: str) -> tuple[date, date]:
    """Return first and last day of ``DAY`` or ``FROM/TO``.

    Raises:
        InputError: it is no date.
    """
    begin, slash, end = when.partition("/")
    if not slash:
        span = parse_date(begin)
        return span.start.date(), span.end.date()
    first = date.min if begin in ("", "..") else parse_date(begin).start.date()
    last = date.max if end in ("", "..") else parse_date(end).end.date()
    if last < first:
        raise InputError(f"The range {when} ends before it begins.")
    return first, last


def _files(item: pystac.Item, assets: Sequence[str]) -> list[tuple[str, str]]:
    """Return address and name of the files of an item's image.

    Raises:
        InputError: it has no such assets, or none in which red, green and blue can be found.
    """
    for key in assets:
        if key not in item.assets:
            raise InputError(f"The item {item.id} has no asset “{key}”; it has {', '.join(list(item.assets)[:30])}.")
    chosen = {key: "" for key in assets} or _usual_assets(item)
    if not chosen:
        raise InputError(
            f"Nothing says which assets of the item {item.id} are its image; name them with --assets: it has "
            f"{', '.join(list(item.assets)[:30])}."
        )
    several = len(chosen) > 1
    return [
        (_address_of(item, key), f"{item.id}_{band or key}" if several else item.id) for key, band in chosen.items()
    ]


def _usual_assets(item: pystac.Item) -> dict[str, str]:
    """Return the keys of the assets that are an item's image, with the band that each holds if there are several."""
    rasters = {key: asset for key, asset in item.assets.items() if _is_geotiff(asset)}
    for key, asset in rasters.items():
        if key == "visual" or "visual" in (asset.roles or ()):
            return {key: ""}
    bands = {key: _bands(asset) for key, asset in rasters.items()}
    for key, names in bands.items():
        if set(_COLOURS) <= set(names):
            return {key: ""}
    single = {names[0]: key for key, names in bands.items() if len(names) == 1}
    if not set(_COLOURS) <= set(single):
        single = {key: key for key in rasters if key in (*_COLOURS, *_INFRARED)}
    if set(_COLOURS) <= set(single):
        return {single[name]: name for name in (*_COLOURS, *_INFRARED) if name in single}
    return {next(iter(rasters)): ""} if len(rasters) == 1 else {}


def _is_geotiff(asset: pystac.Asset) -> bool:
    kind, named = (asset.media_type or "").lower(), urlsplit(asset.href).path.lower().endswith((".tif", ".tiff"))
    image = kind.startswith(_RASTER_TYPES) or (not kind and named)
    return image and not {"thumbnail", "overview", "metadata"} & set(asset.roles or ())


def _bands(asset: pystac.Asset) -> list[str]:
    """Return the common names of an asset's bands, in STAC 1.0's words or 1.1's."""
    told = asset.extra_fields.get("eo:bands") or asset.extra_fields.get("bands") or []
    return [str(band.get("common_name") or band.get("eo:common_name") or "") for band in told if isinstance(band, dict)]


def _address_of(item: pystac.Item, key: str) -> str:
    """Return where an asset lies.

    Raises:
        InputError: neither on a server nor beside a local item.
    """
    own, href = item.get_self_href() or "", item.assets[key].href
    if urlsplit(href).scheme in ("http", "https", "s3"):
        return href
    if urlsplit(own).scheme in ("http", "https"):
        address = urljoin(own, href)
        if urlsplit(address).scheme in ("http", "https"):
            return address
    elif "://" not in href and not href.startswith(("/", "\\")):
        return str(Path(own).parent / href)
    raise InputError(f"The asset “{key}” of {item.id} lies at “{href[:80]}”, which is not read; only https and s3 are.")


def _document(address: str) -> dict[str, Any]:
    """Return a STAC document as JSON.

    Raises:
        InputError: it cannot be read, or is no JSON object.
    """
    try:
        text = _text(address)
        document = json.loads(text)
    except (OSError, ValueError) as error:
        if isinstance(error, OSError):
            raise InputError(f"{shown(address)} cannot be read: {error.strerror or error}.") from error
        raise InputError(f"{shown(address)} is neither a GeoTIFF (….tif) nor STAC; give the address of one.") from error
    if not isinstance(document, dict):
        raise InputError(f"{shown(address)} is no STAC: it holds a list or a value, not an object.")
    return document


def _text(address: str) -> str:
    if urlsplit(address).scheme not in ("http", "https"):
        path = Path(address)
        if "://" in address:
            raise InputError(f"{shown(address)} is no GeoTIFF; STAC documents are read by https only.")
        if path.stat().st_size > _LARGEST:
            raise InputError(f"{path} is too long for STAC.")
        return path.read_text(encoding="utf-8-sig")
    return _get(address)


def _get(address: str) -> str:
    """Return a text from a server: with time limits, three tries, and no more than a document may have."""
    import urllib3

    retry = urllib3.Retry(total=3, backoff_factor=BACKOFF_S, status_forcelist=(429, 500, 502, 503, 504))
    limits = urllib3.Timeout(connect=10, read=30)
    try:
        with urllib3.PoolManager(retries=retry, timeout=limits) as pool:
            answer = pool.request("GET", address, preload_content=False)
            if answer.status != 200:
                raise InputError(f"{shown(address)} cannot be read: the server answers {answer.status}.")
            content = answer.read(_LARGEST + 1, decode_content=True)
            answer.release_conn()
    except urllib3.exceptions.MaxRetryError as error:
        raise InputError(f"{shown(address)} cannot be read: {_why(error)}.") from error
    except urllib3.exceptions.HTTPError as error:
        raise InputError(f"{shown(address)} cannot be read: {type(error).__name__}.") from error
    if len(content) > _LARGEST:
        raise InputError(f"{shown(address)} is longer than {_LARGEST >> 20} MB; ask for less.")
    return content.decode("utf-8-sig")


def _why(error: Exception) -> str:
    reason = str(getattr(error, "reason", error))
    for mark, words in (
        ("resolve", "there is no server of that name; check the address and the network"),
        ("timed out", "the server did not answer in time; try again later"),
        ("CERTIFICATE", "the connection is not safe (its certificate is not accepted)"),
        ("error responses", "the server fails; try again later"),
    ):
        if mark in reason:
            return words
    return "the server cannot be reached; check the network"


def _bounded_io() -> Any:
    """Return pystac's way to read documents with our limits in place of its own."""
    pystac = _pystac()

    class _Io(pystac.stac_io.DefaultStacIO):  # type: ignore[misc,name-defined]
        def read_text(self, source: Any, *_args: Any, **_kwargs: Any) -> str:
            return _text(str(getattr(source, "href", source)))

    return _Io()


def _pystac() -> Any:
    """Return pystac.

    Raises:
        InputError: it is not installed.
    """
    try:
        import pystac
        import pystac.errors
        import pystac.stac_io
    except ModuleNotFoundError as error:
        raise InputError(
            "STAC is read with pystac, which is not installed; install it with  pip install 'describe-changes[cloud]'."
        ) from error
    return pystac
