"""Numbers in the language of QGIS and the units of the project, with three digits."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsUnitTypes
from qgis.PyQt.QtCore import QLocale

UNITS = QgsUnitTypes.AreaUnit


@pytest.fixture(autouse=True)
def _language(qgis_new_project):
    before, units = QLocale(), QgsProject.instance().areaUnits()
    yield
    QLocale.setDefault(before)
    QgsProject.instance().setAreaUnits(units)


@pytest.mark.parametrize(
    ("language", "unit", "square_metres", "words"),
    [
        ("en", UNITS.AreaSquareMeters, 1024.0, "1,020 m²"),
        ("en", UNITS.AreaSquareMeters, 86986.4, "87,000 m²"),
        ("en", UNITS.AreaSquareMeters, 194023.0, "19.4 ha"),
        ("en", UNITS.AreaSquareMeters, 3_120_000.0, "3.12 km²"),
        ("en", UNITS.AreaSquareMeters, 0.0, "0 m²"),
        ("en", UNITS.AreaSquareMeters, 0.8, "0.8 m²"),
        ("de", UNITS.AreaSquareMeters, 86986.4, "87.000 m²"),
        ("de", UNITS.AreaHectares, 86986.4, "8,7 ha"),
        ("fr", UNITS.AreaSquareKilometers, 86986.4, "0,087 km²"),
        ("en", UNITS.AreaSquareFeet, 100.0, "1,080 ft²"),
    ],
)
def test_areas(language, unit, square_metres, words):
    from describe_changes.plugin.numbers import area

    QLocale.setDefault(QLocale(language))
    QgsProject.instance().setAreaUnits(unit)
    assert area(square_metres) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0.0, "0"), (12.3456, "12.3"), (0.5, "0.5"), (1999.6, "2,000"), (-0.01234, "-0.0123"), (float("nan"), "–")],
)
def test_real_numbers(number, words):
    from describe_changes.plugin.numbers import real

    QLocale.setDefault(QLocale("en"))
    assert real(number) == words


def test_thousands_are_separated_though_qgis_does_not_by_default():
    from describe_changes.plugin.numbers import area, whole

    english = QLocale("en")
    english.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    QLocale.setDefault(english)
    assert (whole(4321), area(18700.0)) == ("4,321", "18,700 m²")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 s"), (45.4, "45 s"), (89, "89 s"), (300, "5 min"), (5399, "90 min"), (5401, "1.5 h"), (36000, "10 h")],
)
def test_durations(seconds, words):
    from describe_changes.plugin.numbers import duration

    QLocale.setDefault(QLocale("en"))
    assert duration(seconds) == words


def test_counts_and_shares():
    from describe_changes.plugin.numbers import share, whole

    QLocale.setDefault(QLocale("de"))
    assert whole(12345) == "12.345"
    assert share(0.5) == "0,50"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en_US", "2007–2010 → 5/22/2011"),
        ("de_DE", "2007–2010 → 22.05.2011"),
        ("es_ES", "2007–2010 → 22/5/2011"),
        ("fr_FR", "2007–2010 → 22/05/2011"),
        ("zh_CN", "2007–2010 → 2011/5/22"),
    ],
)
def test_dates_are_written_as_in_the_language_of_qgis(language, words):
    from describe_changes.plugin.numbers import dates

    QLocale.setDefault(QLocale(language))
    assert dates("2007–2010 → 2011-05-22") == words


def test_months_and_what_is_no_date():
    from describe_changes.plugin.numbers import dates

    QLocale.setDefault(QLocale("de_DE"))
    assert dates("2011-05 → 2012") == "Mai 2011 → 2012"
    assert dates("2011-13-40, tile 2011-0") == "2011-13-40, tile 2011-0"
