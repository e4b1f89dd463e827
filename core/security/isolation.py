"""No network and no foreign formats in the engine's own processes.

GDAL opens what a file refers to with whatever driver fits: files beside a raster and the sources of a virtual raster
are beyond the list of drivers that the engine gives. So in a process of its own the engine takes the other drivers out
of GDAL altogether. In somebody else's process, a notebook say, nothing is taken away; there the checks of content
(:mod:`..raster.content`, :mod:`.vectors`) stand alone.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

ASKED = "DESCRIBE_CHANGES_NETWORK"
"""Environment variable: 1 lets GDAL and PROJ use the network as their own settings say."""
_MARK = "DESCRIBE_CHANGES_OWN_PROCESS"
_NOTHING = ".no-file-has-this-ending"
_SETTINGS = {
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": _NOTHING,
    "GDAL_HTTP_CONNECTTIMEOUT": "1",
    "GDAL_HTTP_MAX_RETRY": "0",
    "GDAL_VRT_ENABLE_PYTHON": "NO",
    "GDAL_VRT_RAWRASTERBAND_ALLOWED_SOURCE": "ONLY_REMOTE",
    "CPL_ALLOW_VSISTDIN": "NO",
    "OGR_SQLITE_ALLOW_EXTERNAL_ACCESS": "NO",
    "PROJ_NETWORK": "OFF",
}


def isolate_process() -> None:
    """Make this process and its children the engine's own; call it before GDAL is loaded."""
    os.environ[_MARK] = "1"
    if os.environ.get(ASKED) == "1":
        return
    os.environ.update(_SETTINGS)


def keep_only(library: str, drivers: Collection[str]) -> None:
    """Take all drivers but some out of GDAL, in the engine's own processes only.

    Args:
        library: file of an extension module that is linked to the GDAL that is meant, with its drivers registered.
        drivers: names to keep; virtual and in-memory rasters stay as well.
    """
    if os.environ.get(_MARK) == "1":
        _keep_only(library, frozenset(drivers) | {"VRT", "MEM", "Memory"})


@cache
def _keep_only(library: str, drivers: frozenset[str]) -> None:
    gdal = _gdal_of(library)
    if gdal is None:
        return
    gdal.GDALGetDriver.restype = ctypes.c_void_p
    gdal.GDALGetDescription.restype = ctypes.c_char_p
    gdal.GDALGetDescription.argtypes = gdal.GDALDeregisterDriver.argtypes = [ctypes.c_void_p]
    found = [gdal.GDALGetDriver(number) for number in range(gdal.GDALGetDriverCount())]
    for driver in found:
        if driver and gdal.GDALGetDescription(driver).decode("utf-8", "replace") not in drivers:
            gdal.GDALDeregisterDriver(driver)


def _gdal_of(library: str) -> Any:
    """Return the loaded GDAL that an extension module uses; None where it cannot be told."""
    names = [library]
    if sys.platform == "win32":  # a module does not hand on the functions of what it is linked to
        package = Path(library).parent
        names = [str(path) for path in package.with_name(f"{package.name}.libs").glob("gdal*.dll")]
    for name in names:
        try:
            gdal = ctypes.CDLL(name)
            if gdal.GDALGetDriverCount() > 0:
                return gdal
        except (OSError, AttributeError):
            continue
    return None
