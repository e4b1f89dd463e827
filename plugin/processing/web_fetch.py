"""A clip of a web map as a GeoTIFF: drawn by QGIS part by part, with what did not come marked as no data.

QGIS's own renderer asks the server, so its proxy, passwords, cache and retries count here as on the map. It draws on
nothing: a pixel that the server did not send stays transparent, and transparent pixels are none in the file.

It draws in the thread that calls if that is the main thread, else in one more of Qt's pool: the map itself may hold all
of those while its servers take their time, and what waits for one can neither begin nor be cancelled.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsRasterBlock,
    QgsRasterFileWriter,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QByteArray, QCoreApplication, QSize, QThread, QTimer
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from ..i18n import tr
from ..layers.server_facts import copy_of
from ..layers.web_maps import LEAST_PX, TILE_PX, Clip, server_of
from .pool_thread import in_pool

PART_PX = 1024
"""Side of what is drawn at once."""
TICK_MS = 100
METRES_PER_INCH = 0.0254
BANDS = 4
OPAQUE = bytes([*[0] * 255, 255])
"""Table by which an alpha band becomes a mask: what is drawn in part only is no picture of the ground."""
OPTIONS = ["COMPRESS=DEFLATE", "PREDICTOR=2", "TILED=YES", "PHOTOMETRIC=RGB", "ALPHA=YES", "BIGTIFF=IF_SAFER"]


class FetchError(Exception):
    """A web map gave no picture; ``str()`` is the sentence to show."""


class FetchCancelled(Exception):
    """The person thought better of it; no file was made."""


@dataclass
class Fetched:
    """What came.

    Attributes:
        pixels: of the clip.
        missing: of them the server sent nothing for.
        blank: of them lay in tiles of one colour only, as servers send where they have no picture.
    """

    pixels: int
    missing: int = 0
    blank: int = 0

    def told(self) -> list[str]:
        """Return what is not there, as sentences."""
        said = []
        if self.missing:
            said.append(
                tr("{0} % of the pixels did not come from the server; they count as no data.").format(
                    _percent(self.missing, self.pixels)
                )
            )
        if self.blank:
            said.append(
                tr("{0} % of the pixels lie in tiles of one colour, without a picture; they count as no data.").format(
                    _percent(self.blank, self.pixels)
                )
            )
        return said


def drawable(layer: QgsRasterLayer) -> QgsRasterLayer:
    """Return a copy of a layer that shows the pixels as the server sends them; to be called in the layer's thread."""
    copy = copy_of(layer)
    copy.setOpacity(1.0)
    copy.setBlendMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    copy.setScaleBasedVisibility(False)
    copy.brightnessFilter().setBrightness(0)
    copy.brightnessFilter().setContrast(0)
    copy.brightnessFilter().setGamma(1.0)
    tint = copy.hueSaturationFilter()
    tint.setSaturation(0)
    tint.setGrayscaleMode(tint.GrayscaleMode.GrayscaleOff)
    tint.setColorizeOn(False)
    tint.setInvertColors(False)
    if copy.renderer() is not None:
        copy.renderer().setOpacity(1.0)
    copy.dataProvider().setUserNoDataValue(1, [])
    return copy


def fetch(
    layer: QgsRasterLayer,
    clip: Clip,
    path: Path,
    is_cancelled: Callable[[], bool],
    progress: Callable[[float], None],
) -> Fetched:
    """Write a clip of a web map to a GeoTIFF of red, green, blue and alpha, whole or not at all.

    Args:
        layer: made by :func:`drawable`, in this thread.
        clip: which pixels.
        path: the file to make; one that is there is replaced.
        is_cancelled: asked ten times a second while a server is waited for.
        progress: told the part that is done, in per cent.

    Raises:
        FetchError: nothing came, or the file cannot be written.
        FetchCancelled: as asked; no file was made.
    """

    def work() -> Fetched:
        with _part_file(path) as part:
            result = _write(layer, clip, part, is_cancelled, progress)
            if result.missing + result.blank >= result.pixels:
                raise FetchError(_nothing_came(layer, result))
            _put(part, path)
        return result

    if QThread.currentThread() == QCoreApplication.instance().thread():
        return work()
    layer.moveToThread(None)
    try:
        return in_pool(lambda: _on_this_thread(layer, work))
    finally:
        layer.moveToThread(QThread.currentThread())


def _on_this_thread(layer: QgsRasterLayer, work: Callable[[], Fetched]) -> Fetched:
    """Do work with a layer that no thread has, and let go of the layer."""
    layer.moveToThread(QThread.currentThread())
    try:
        return work()
    finally:
        layer.moveToThread(None)


def _write(
    layer: QgsRasterLayer,
    clip: Clip,
    path: Path,
    is_cancelled: Callable[[], bool],
    progress: Callable[[float], None],
) -> Fetched:
    target = _new_raster(path, clip)
    result = Fetched(clip.width * clip.height)
    parts = [
        (left, top, min(PART_PX, clip.width - left), min(PART_PX, clip.height - top))
        for top in range(0, clip.height, PART_PX)
        for left in range(0, clip.width, PART_PX)
    ]
    try:
        for done, part in enumerate(parts):
            bands = _masked(_drawn(layer, clip, part, is_cancelled), clip, part, result)
            for number, band in enumerate(bands, start=1):
                block = QgsRasterBlock(Qgis.DataType.Byte, part[2], part[3])
                block.setData(QByteArray(bytes(band)))
                if not target.writeBlock(block, number, part[0], part[1]):
                    raise FetchError(tr("{0} cannot be written: {1}.").format(path.parent, _reason(target)))
            progress(100 * (done + 1) / len(parts))
    finally:
        target.setEditable(False)
        del target
    return result


def _new_raster(path: Path, clip: Clip) -> Any:
    writer = QgsRasterFileWriter(str(path))
    writer.setOutputFormat("GTiff")
    writer.setCreateOptions(OPTIONS)
    target = writer.createMultiBandRaster(Qgis.DataType.Byte, clip.width, clip.height, clip.extent, clip.crs, BANDS)
    if target is None or not target.isValid():
        raise FetchError(tr("{0} cannot be written: {1}.").format(path.parent, _reason(target)))
    return target


def _drawn(
    layer: QgsRasterLayer, clip: Clip, part: tuple[int, int, int, int], is_cancelled: Callable[[], bool]
) -> bytes:
    """Return a part of a clip as red, green, blue and alpha of each pixel, row by row."""
    left, top, width, height = part
    west, north = clip.extent.xMinimum() + left * clip.pixel, clip.extent.yMaximum() - top * clip.pixel
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(clip.crs)
    settings.setOutputSize(QSize(width, height))
    settings.setExtent(QgsRectangle(west, north - height * clip.pixel, west + width * clip.pixel, north))
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    settings.setOutputImageFormat(QImage.Format.Format_ARGB32)
    settings.setFlag(Qgis.MapSettingsFlag.Antialiasing, False)
    settings.setFlag(Qgis.MapSettingsFlag.DrawLabeling, False)
    if is_cancelled():
        raise FetchCancelled
    image = _draw(settings, is_cancelled).convertToFormat(QImage.Format.Format_RGBA8888)
    if is_cancelled():
        raise FetchCancelled
    return bytes(image.constBits().asstring(width * height * BANDS))  # four bytes a pixel: rows have no padding


def _draw(settings: QgsMapSettings, is_cancelled: Callable[[], bool]) -> QImage:
    """Return what QGIS draws; when cancelled, what it has drawn by then."""
    image = QImage(settings.outputSize(), settings.outputImageFormat())
    for set_resolution in (image.setDotsPerMeterX, image.setDotsPerMeterY):  # the renderer expects those of its map
        set_resolution(round(settings.outputDpi() / METRES_PER_INCH))
    image.fill(0)
    painter, watch = QPainter(image), QTimer()
    job = QgsMapRendererCustomPainterJob(settings, painter)
    # Whoever waits for a server in this thread runs an event loop meanwhile, so the timer ticks there.
    watch.timeout.connect(lambda: job.cancelWithoutBlocking() if is_cancelled() else None)
    watch.start(TICK_MS)
    try:
        job.renderSynchronously()
    finally:
        watch.stop()
        painter.end()
    return image


def _masked(pixels: bytes, clip: Clip, part: tuple[int, int, int, int], result: Fetched) -> list[bytearray]:
    """Return the four bands of a part, with no colour and no alpha where nothing came, and count those pixels."""
    left, top, width, height = part
    bands = [bytearray(pixels[band::BANDS]) for band in range(BANDS)]
    bands[3] = bands[3].translate(OPAQUE)
    result.missing += bands[3].count(0)
    shift = (clip.column + left) % TILE_PX, (clip.row + top) % TILE_PX
    for first, last in _steps(width, shift[0]):
        for upper, lower in _steps(height, shift[1]):
            if min(last - first, lower - upper) >= LEAST_PX and _is_blank(bands, width, first, last, upper, lower):
                for row in range(upper, lower):
                    bands[3][row * width + first : row * width + last] = bytes(last - first)
                result.blank += (last - first) * (lower - upper)
    if 0 in bands[3]:
        _clear(bands)
    return bands


def _steps(length: int, shift: int) -> list[tuple[int, int]]:
    """Return where the tiles begin and end along one side of a part."""
    starts = [0, *range(TILE_PX - shift, length, TILE_PX)]
    return [(start, end) for start, end in zip(starts, [*starts[1:], length]) if start < end]


def _is_blank(bands: list[bytearray], width: int, first: int, last: int, upper: int, lower: int) -> bool:
    """Return whether a tile came whole and has one colour only."""
    for number, band in enumerate(bands):
        begin = upper * width + first
        wanted = bytes([255 if number == BANDS - 1 else band[begin]]) * (last - first)
        if any(band[row * width + first : row * width + last] != wanted for row in range(upper, lower)):
            return False
    return True


def _clear(bands: list[bytearray]) -> None:
    """Take the colour from what is no data, so that nobody who overlooks the mask takes it for a picture."""
    mask = int.from_bytes(bands[3], "little")
    for band in bands[:3]:
        band[:] = (int.from_bytes(band, "little") & mask).to_bytes(len(band), "little")


def _put(part: Path, path: Path) -> None:
    try:
        os.replace(part, path)
    except OSError as error:
        raise FetchError(tr("{0} cannot be written: {1}.").format(path, error.strerror or error)) from error


def _nothing_came(layer: QgsRasterLayer, result: Fetched) -> str:
    server = server_of(layer) or layer.name()
    if result.blank:
        return tr(
            "“{0}” has no picture here at this resolution: {1} sent one colour only. Take larger pixels or another "
            "place."
        ).format(layer.name(), server)
    return tr(
        "No picture of “{0}” came from {1}. Check the connection, and whether the layer draws on the map at this place."
    ).format(layer.name(), server)


@contextlib.contextmanager
def _part_file(path: Path) -> Iterator[Path]:
    """Yield a file near another, which goes if it has not been moved into its place."""
    try:
        folder = tempfile.mkdtemp(prefix=".describe-changes-", dir=path.parent)
    except OSError as error:
        raise FetchError(tr("{0} cannot be written: {1}.").format(path.parent, error.strerror or error)) from error
    try:
        yield Path(folder) / path.name
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _reason(target: Any) -> str:
    """Return why a raster cannot be written."""
    error = target.error() if target is not None else None
    return str(error.summary()) if error is not None and not error.isEmpty() else tr("no room, or no right to write")


def _percent(part: int, whole: int) -> str:
    share = 100 * part / whole
    return "< 1" if share < 1 else f"{share:.0f}"
