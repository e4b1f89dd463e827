"""The Temporal Controller opens on the result: range, step, images."""

from __future__ import annotations

import pytest
from qgis.core import QgsDateTimeRange, QgsInterval, QgsProject, QgsTemporalNavigationObject, QgsUnitTypes
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

Unit = QgsUnitTypes.TemporalUnit


def at(year, month=1, day=1):
    return QDateTime(QDate(year, month, day), QTime(0, 0), Qt.TimeSpec.UTC)


@pytest.mark.parametrize(
    ("end", "unit"),
    [
        (at(2015), Unit.TemporalYears),
        (at(2012), Unit.TemporalMonths),
        (at(2011, 1, 20), Unit.TemporalDays),
        (at(2011, 1, 2), Unit.TemporalHours),
    ],
)
def test_project_and_controller_cover_the_result_in_fitting_steps(qgis_new_project, end, unit):
    from describe_changes.plugin.layers.timeline import set_project_time

    project, controller = QgsProject.instance(), QgsTemporalNavigationObject()
    set_project_time(project, controller, at(2011), end)
    assert project.timeSettings().temporalRange() == QgsDateTimeRange(at(2011), end)
    assert project.timeSettings().timeStepUnit() == unit
    assert controller.temporalExtents() == QgsDateTimeRange(at(2011), end)
    assert controller.frameDuration() == QgsInterval(1.0, unit)
    assert 1 < controller.totalFrameCount() < 1000


def test_an_image_shows_until_the_next_one_was_taken(pair_layers):
    from describe_changes.plugin.layers.rasters import temporal_date
    from describe_changes.plugin.layers.timeline import date_images

    before, after = pair_layers.before, pair_layers.after
    for _ in range(2):  # a second run dates them anew
        date_images([(before, at(2007)), (after, at(2011, 5, 22))])
    shown = [layer.temporalProperties().fixedTemporalRange() for layer in (before, after)]
    assert [one.contains(at(2009)) for one in shown] == [True, False]
    assert [one.contains(at(2011, 5, 22)) for one in shown] == [False, True]
    assert shown[1].contains(at(2030))
    assert temporal_date(before) == ""  # what a run has said is no date of the image's own


def test_an_image_with_a_time_of_its_own_keeps_it(pair_layers):
    from describe_changes.plugin.layers.rasters import temporal_date
    from describe_changes.plugin.layers.timeline import date_images, set_fixed_range

    set_fixed_range(pair_layers.before, at(2010), at(2011))
    date_images([(pair_layers.before, at(2007)), (pair_layers.after, at(2012))])
    assert temporal_date(pair_layers.before) == "2010"
    assert pair_layers.before.temporalProperties().fixedTemporalRange().begin() == at(2010)


def test_the_span_of_a_result(describe, fake_engine):
    from describe_changes.plugin.layers.timeline import span_of

    tiles = describe()["TILES"]
    assert span_of(tiles) == (at(2011, 5), at(2011, 6))
    tiles.dataProvider().changeAttributeValues(
        {one.id(): {tiles.fields().indexOf("date_before"): None} for one in tiles.getFeatures()}
    )
    assert span_of(tiles) is None
