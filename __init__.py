"""Describe Changes: tells in words, masks and measured facts what changed between two dated rasters.

The package is both a QGIS plugin (``classFactory``) and an installable Python package::

    import describe_changes

    result = describe_changes.describe("before.tif", "after.tif")
    result.sites              # a GeoDataFrame

Nothing is loaded before it is asked for: QGIS never needs torch, and the engine never needs QGIS.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .core.api.describe import describe, describe_series, open_result
    from .core.api.result import ChangeResult
    from .core.errors import DescribeChangesError, InputError

    __version__: str

__all__ = [
    "ChangeResult",
    "DescribeChangesError",
    "InputError",
    "__version__",
    "describe",
    "describe_series",
    "open_result",
]
_PLACES = {
    "ChangeResult": "core.api.result",
    "DescribeChangesError": "core.errors",
    "InputError": "core.errors",
    "describe": "core.api.describe",
    "describe_series": "core.api.describe",
    "open_result": "core.api.describe",
}


def __getattr__(name: str) -> Any:
    """Return what scripts and notebooks call, loaded when it is first asked for."""
    if name == "__version__":
        return _version()
    if name in _PLACES:
        from importlib import import_module

        return getattr(import_module("." + _PLACES[name], __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the names that :func:`__getattr__` knows too."""
    return sorted({*globals(), *__all__})


def _version() -> str:
    """Return the version, from the file that QGIS reads it from too."""
    from pathlib import Path

    text = (Path(__file__).resolve().parent / "metadata.txt").read_text(encoding="utf-8")
    return next(line.partition("=")[2].strip() for line in text.splitlines() if line.startswith("version="))


def classFactory(iface: Any) -> Any:  # the name QGIS looks for
    """Return the QGIS plugin; imported lazily so that the engine never needs QGIS and QGIS never needs torch."""
    from .plugin.plugin import DescribeChangesPlugin

    return DescribeChangesPlugin(iface)
