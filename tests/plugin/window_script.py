"""Run inside a real QGIS by ``--code``: use the plugin as a person would, then write down what is there."""

import json
import os
import subprocess
import traceback

import processing
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAction
from qgis.utils import iface, plugins

job = json.loads(os.environ["DESCRIBE_CHANGES_WINDOW"])
seen = {"plugin": "describe_changes" in plugins}


def fill():
    project, canvas = QgsProject.instance(), iface.mapCanvas()
    for name in ("before", "after"):
        project.addMapLayer(QgsRasterLayer(job[name], name))
    result = processing.runAndLoadResults(
        "describechanges:describechanges",
        {
            "BEFORE": job["before"],
            "AFTER": job["after"],
            **job.get("parameters", {}),
            "SITES": "TEMPORARY_OUTPUT",
            "TILES": "TEMPORARY_OUTPUT",
            "CHANGES": "TEMPORARY_OUTPUT",
        },
    )
    tiles = project.mapLayer(result["TILES"])
    tiles = tiles or next(one for one in project.mapLayers().values() if one.name().startswith("Described tiles"))
    canvas.setExtent(canvas.mapSettings().layerExtentToOutputExtent(tiles, tiles.extent()))
    canvas.refresh()
    actions = [action.objectName() for action in iface.mainWindow().findChildren(QAction)]
    seen["actions"] = sorted(name for name in actions if "DescribeChanges" in name)
    seen["raster menu"] = any("Describe" in action.text() for action in iface.rasterMenu().actions())
    seen["tiles"] = tiles.featureCount()
    seen["layers"] = sorted(layer.name() for layer in project.mapLayers().values())
    seen["labels"] = tiles.labelsEnabled()


def shoot():
    subprocess.run(["import", "-window", "root", job["screenshot"]], check=False, timeout=60)


def close():
    with open(job["seen"], "w", encoding="utf-8") as out:
        json.dump(seen, out)
    os._exit(0)


def act():
    try:
        iface.mainWindow().setGeometry(0, 0, 1600, 1000)
        fill()
    except Exception:
        seen["error"] = traceback.format_exc()
    QTimer.singleShot(3000, lambda: (shoot(), close()))


QTimer.singleShot(1500, act)
assert QgsApplication.instance() is not None
