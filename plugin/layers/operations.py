"""Coordinate operations chosen before QGIS asks for them: what the plugin puts on the map opens no dialog."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

from qgis.core import QgsCoordinateReferenceSystem, QgsDatumTransform, QgsProject


def settle_operations(project: QgsProject, systems: Iterable[QgsCoordinateReferenceSystem]) -> None:
    """Note in a project which operation leads from each of some CRSs to each other: the most accurate that can be used.

    What a person has chosen stays, and where there is one operation only nothing is noted.

    Args:
        project: whose operations are settled; its own CRS is one of those meant.
        systems: those of the layers that are put into it.
    """
    known: dict[str, QgsCoordinateReferenceSystem] = {}
    for crs in (project.crs(), *systems):
        if crs.isValid():
            known.setdefault(crs.authid() or crs.toWkt(), crs)
    chosen, context = project.transformContext(), project.transformContext()
    noted = False
    for source, target in permutations(known.values(), 2):
        if chosen.hasTransform(source, target):  # noted the other way round counts, too
            continue
        # Each way is noted by itself: QGIS 3.40 transforms a box the wrong way by an operation that it has to reverse.
        best = best_operation(source, target)
        noted = (bool(best) and context.addCoordinateOperation(source, target, best)) or noted
    if noted:
        project.setTransformContext(context)


def best_operation(source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem) -> str:
    """Return the most accurate usable operation as a PROJ string, empty where QGIS would not ask.

    QGIS asks where it knows several, also if all but one lack their grids on this computer.
    """
    known = QgsDatumTransform.operations(source, target)
    usable = [one for one in known if one.isAvailable]
    if len(known) < 2 or not usable:
        return ""
    best = min(usable, key=lambda one: one.accuracy if one.accuracy >= 0 else float("inf"))
    return str(best.proj)
