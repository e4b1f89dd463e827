"""The environment in which child processes of the plugin are started.

QGIS sets variables for its own Python, PROJ, GDAL and Qt; any of them breaks a foreign Python. The child gets
a copy without them; QGIS's own environment is never changed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import PurePath
from typing import Optional

FOREIGN_PREFIXES = (
    "PYTHON",
    "PROJ_",
    "GDAL_",
    "OGR_",
    "CPL_",
    "GEOTIFF_",
    "QT_",
    "QGIS_",
    "GISBASE",
    "OSGEO4W",
    "DYLD_",
)
FOREIGN_NAMES = ("LD_LIBRARY_PATH", "LD_PRELOAD", "GRASS_PREFIX", "O4W_QT_PREFIX", "VIRTUAL_ENV", "VSI_CACHE")


def scrubbed_environment(parent: Optional[Mapping[str, str]] = None) -> dict[str, str]:
    """Return a copy of the environment that a foreign Python can live in.

    Args:
        parent: the environment to start from; ``os.environ`` by default.
    """
    parent = os.environ if parent is None else parent
    child = {
        name: value
        for name, value in parent.items()
        if not name.upper().startswith(FOREIGN_PREFIXES) and name.upper() not in FOREIGN_NAMES
    }
    if sys.platform == "win32" and "PATH" in parent:
        child["PATH"] = _path_without(parent["PATH"], parent.get("OSGEO4W_ROOT", ""))
    child.update(PYTHONSAFEPATH="1", PYTHONUTF8="1", PYTHONIOENCODING="utf-8", PYTHONNOUSERSITE="1")
    return child


def _path_without(path: str, root: str) -> str:
    """Return a Windows PATH without the folders of the QGIS installation, whose DLLs shadow the engine's."""
    if not root:
        return path
    prefix = str(PurePath(root)).lower()
    return os.pathsep.join(part for part in path.split(os.pathsep) if not part.lower().startswith(prefix))
