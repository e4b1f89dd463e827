"""What QGIS knows of a raster layer and its file does not say: assigned CRS, no-data values, the bands it shows.

People set these in the layer's properties and see the map right; the engine opens the file. So they are handed to it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsMultiBandColorRenderer, QgsRasterLayer, QgsSettings

from ..i18n import tr

CODES = ("EPSG:", "ESRI:", "OGC:")


@dataclass(frozen=True)
class LayerFacts:
    """What the engine is told of one date beyond its file, in the engine's words; empty where the file is right.

    Attributes:
        bands: red, green, blue as the layer shows them, ``3,2,1``.
        crs: that of the layer, a code or WKT.
        nodata: values that the layer takes for no data, ``-9999,0:5``, and ``none`` where the file's own do not count.
    """

    bands: str = ""
    crs: str = ""
    nodata: str = ""

    def params(self, role: str, with_bands: bool = True) -> dict[str, str]:
        """Return the engine's options for the date ``before`` or ``after``."""
        given = {
            f"crs_{role}": self.crs,
            f"nodata_{role}": self.nodata,
            f"bands_{role}": self.bands if with_bands else "",
        }
        return {name: value for name, value in given.items() if value}

    def told(self, name: str, with_bands: bool = True) -> list[str]:
        """Return what is taken from the layer and not from its file, as sentences."""
        said = []
        if self.crs:
            shown = (
                self.crs if self.crs.startswith(CODES) else QgsCoordinateReferenceSystem.fromWkt(self.crs).description()
            )
            said.append(tr("“{0}” is taken in the CRS that its layer has in QGIS: {1}.").format(name, shown))
        if self.nodata:
            said.append(tr("No-data values of “{0}” as its layer has them in QGIS: {1}.").format(name, self.nodata))
        if self.bands and with_bands:
            said.append(tr("Bands of “{0}” as its layer shows them: {1}.").format(name, self.bands))
        return said


def layer_facts(layer: QgsRasterLayer) -> LayerFacts:
    """Return what the engine has to be told of a layer."""
    if not layer.isValid() or layer.dataProvider() is None:
        return LayerFacts()
    return LayerFacts(_bands(layer), _crs(layer), _nodata(layer))


def facts_problem(layer: QgsRasterLayer) -> str:
    """Return what the engine cannot be told of a layer, as a sentence, or an empty string."""
    provider = layer.dataProvider()
    if provider is None or not layer.isValid():
        return ""
    bands = range(1, layer.bandCount() + 1)
    if len({(_ranges(provider, band), _source_counts(provider, band)) for band in bands}) > 1:
        return tr(
            "“{0}” has other no-data values in one band than in another. Give all bands the same (Layer Properties ▸ "
            "Transparency), or write them into the file."
        ).format(layer.name())
    return ""


def code_of(crs: QgsCoordinateReferenceSystem) -> str:
    """Return a CRS as the engine reads it: its code, else its definition."""
    if crs.authid().startswith(CODES):
        return str(crs.authid())
    wkt2 = Qgis.CrsWktVariant.Preferred if hasattr(Qgis, "CrsWktVariant") else crs.WKT_PREFERRED
    return str(crs.toWkt(wkt2))


def _crs(layer: QgsRasterLayer) -> str:
    crs, of_file = layer.crs(), layer.dataProvider().crs()
    return code_of(crs) if crs.isValid() and crs != of_file else ""


def _bands(layer: QgsRasterLayer) -> str:
    """Return the bands of a colour image that were chosen for display; the ones that QGIS chooses say nothing."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsMultiBandColorRenderer) or layer.bandCount() < 3:
        return ""
    settings = QgsSettings()
    first = [
        settings.value(f"/Raster/default{name}Band", number) for number, name in enumerate(("Red", "Green", "Blue"), 1)
    ]
    shown = [renderer.redBand(), renderer.greenBand(), renderer.blueBand()]
    chosen = shown not in ([1, 2, 3], [int(band) for band in first]) and min(shown) > 0
    return ",".join(map(str, shown)) if chosen else ""


def _nodata(layer: QgsRasterLayer) -> str:
    provider = layer.dataProvider()
    words = [f"{low:.17g}" if low == high else f"{low:.17g}:{high:.17g}" for low, high in _ranges(provider, 1)]
    return ",".join([*([] if _source_counts(provider, 1) else ["none"]), *words])


def _ranges(provider: Any, band: int) -> tuple[tuple[float, float], ...]:
    """Return what the layer takes for no data beyond its file, least and most."""
    found = []
    for one in provider.userNoDataValues(band):
        low = -math.inf if math.isnan(one.min()) else one.min()
        high = math.inf if math.isnan(one.max()) else one.max()
        found.append((low, high))
    return tuple(found)


def _source_counts(provider: Any, band: int) -> bool:
    """Return whether the no-data value that the file declares, if it does, counts for the layer."""
    return not provider.sourceHasNoDataValue(band) or bool(provider.useSourceNoDataValue(band))
