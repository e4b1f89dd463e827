"""Numbers for people: in the language of QGIS, in the units of the project, with no more digits than are known."""

from __future__ import annotations

import math
import re

from qgis.core import QgsProject, QgsUnitTypes
from qgis.PyQt.QtCore import QDate, QLocale

from .i18n import tr

DIGITS = 3
"""Significant digits: what is measured on a mask of pixels is hardly known better."""
DAY = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b")
"""A day or a month as ISO 8601 writes it."""
STEPS = (
    (1e6, QgsUnitTypes.AreaUnit.AreaSquareKilometers),
    (1e5, QgsUnitTypes.AreaUnit.AreaHectares),
    (0.0, QgsUnitTypes.AreaUnit.AreaSquareMeters),
)
"""Where the project counts in m²: the least area in m² for each unit, as in the engine's sentences."""


def _grouping() -> QLocale:
    """Return QGIS's language; thousands are separated as in the engine's sentences, which QGIS's own default is not."""
    known = QLocale()
    known.setNumberOptions(known.numberOptions() & ~QLocale.NumberOption.OmitGroupSeparator)
    return known


def whole(number: int) -> str:
    """Return a count, its thousands separated."""
    return str(_grouping().toString(int(number)))


def real(number: float, digits: int = DIGITS) -> str:
    """Return a number rounded to some significant digits, without zeros that say nothing."""
    if not math.isfinite(number) or number == 0:
        return str(_grouping().toString(0)) if number == 0 else "–"
    places = digits - 1 - math.floor(math.log10(abs(number)))
    rounded = round(number, places)
    decimals = next((count for count in range(max(0, places)) if round(rounded, count) == rounded), max(0, places))
    return str(_grouping().toString(float(rounded), "f", decimals))


def share(fraction: float) -> str:
    """Return a probability or a fraction with two decimals, each as wide as the other in a list."""
    return str(QLocale().toString(float(fraction), "f", 2))


def area(square_metres: float) -> str:
    """Return an area in the project's unit; where that is m², also in hectares and square kilometres."""
    unit = area_unit(square_metres)
    return f"{real(square_metres / square_metres_in(unit))} {abbreviation(unit)}"


def abbreviation(unit: QgsUnitTypes.AreaUnit) -> str:
    """Return how QGIS writes a unit, such as ``ha``."""
    return str(QgsUnitTypes.toAbbreviatedString(unit))


def square_metres_in(unit: QgsUnitTypes.AreaUnit) -> float:
    """Return how many square metres a unit has."""
    return float(QgsUnitTypes.fromUnitToUnitFactor(unit, QgsUnitTypes.AreaUnit.AreaSquareMeters))


def area_unit(square_metres: float) -> QgsUnitTypes.AreaUnit:
    """Return the unit in which an area is told."""
    unit = QgsProject.instance().areaUnits()
    if unit != QgsUnitTypes.AreaUnit.AreaSquareMeters:
        return unit
    return next(one for least, one in STEPS if abs(square_metres) >= least)


def dates(words: str) -> str:
    """Return a text with the days and months in it as people write them in QGIS's language: 22.05.2011, mayo 2011."""
    return DAY.sub(_as_written_here, words)


def _as_written_here(found: re.Match[str]) -> str:
    year, month, day = (int(part or 0) for part in found.groups())
    date, locale = QDate(year, month, day or 1), QLocale()
    if not date.isValid():
        return found.group(0)
    if not day:
        return str(locale.toString(date, "MMMM yyyy"))
    order = re.sub(r"(?<!y)yy(?!y)", "yyyy", locale.dateFormat(QLocale.FormatType.ShortFormat))
    return str(locale.toString(date, order))


def duration(seconds: float) -> str:
    """Return a time as roughly as it is worth knowing: ``45 s``, ``5 min``, ``1.5 h``."""
    if seconds < 90:
        return tr("{0} s").format(whole(max(1, round(seconds))))
    if seconds < 90 * 60:
        return tr("{0} min").format(whole(round(seconds / 60)))
    return tr("{0} h").format(real(seconds / 3600, 2))
