"""The folders the plugin knows: its own, and the user's for engine, logs and models."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QStandardPaths

PLUGIN_ROOT = Path(__file__).resolve().parents[1]
RESOURCES = PLUGIN_ROOT / "resources"


def user_data_dir() -> Path:
    """Return the user's folder for this plugin, the same for every QGIS version and profile.

    It is outside the QGIS profile on purpose: profiles roam on Windows, an engine of several gigabytes must
    not, and torch's deep folders would pass Windows' path limit there.
    """
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(base) / "describe-changes"


def icon_path(name: str) -> str:
    """Return the path of an SVG icon by its bare name."""
    return str(RESOURCES / "icons" / f"{name}.svg")


def version() -> str:
    """Return the plugin's version as metadata.txt states it."""
    for line in (PLUGIN_ROOT / "metadata.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("version="):
            return line.partition("=")[2].strip()
    return "unknown"
