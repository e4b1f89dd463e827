"""Open QGIS with a profile of its own, the plugin switched on and a result loaded: behind ``make qgis``.

    scripts/open_qgis.py [RESULT.gpkg] [--raster FILE …]

The profile lies in ``.qgis/`` of the checkout; the user's own profiles are not touched. Rasters that the
result's ``runs`` table names, and a mask beside it, are loaded too.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROFILES = ROOT / ".qgis"


def make_profile(profiles: Path = PROFILES, *, asks: bool = False) -> Path:
    """Make the profile with the plugin linked in and switched on; return the folder of the profiles.

    Args:
        profiles: where it shall lie.
        asks: whether QGIS asks which coordinate operation it shall take, as it does in a profile of its own.
    """
    profile = profiles / "profiles" / "default"
    plugins = profile / "python" / "plugins"
    plugins.mkdir(parents=True, exist_ok=True)
    link = plugins / "describe_changes"
    if not link.exists():
        link.symlink_to(ROOT, target_is_directory=True)
    settings = profile / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    if not settings.exists():
        settings.write_text(
            "[PythonPlugins]\ndescribe_changes=true\nprocessing=true\n\n"
            "[qgis]\ncheckVersion=false\nenableMacros=Never\naskToSaveMemoryLayers=false\n\n"
            f"[app]\nprojections\\promptWhenMultipleTransformsExist={str(asks).lower()}\n",
            encoding="utf-8",
        )
    return profiles


def rasters_of(result: Path) -> list[Path]:
    """Return the images that a result was made from, the earlier one first, and the mask beside it."""
    found: list[Path] = []
    try:
        with sqlite3.connect(f"file:{result}?mode=ro", uri=True) as database:
            row = database.execute("SELECT before, after FROM runs").fetchone() or ()
    except sqlite3.Error:
        row = ()
    for column in row:
        found += [path for path in map(Path, str(column).splitlines()) if path.exists()]
    return found + sorted(path for path in result.parent.glob("*.tif") if path not in found)


def qgis_environment(program: str) -> dict[str, str]:
    """Return the environment for QGIS: the Python in it looks for its modules beside the first python3 of the PATH.

    Another one there, pyenv's for example, would leave QGIS without Python.
    """
    places = [str(Path(program).parent), os.environ.get("PATH", os.defpath)]
    return {**os.environ, "PATH": os.pathsep.join(places)}


def startup_script(result: Path | None, rasters: list[Path]) -> str:
    """Return the Python that QGIS runs once it stands: images below, the result on top as the dock shows it, zoom."""
    return f"""
from pathlib import Path
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.utils import iface
from describe_changes.plugin.gui.common.result_map import show_result
from describe_changes.plugin.layers.images import run_images
from describe_changes.plugin.layers.operations import settle_operations
from describe_changes.plugin.layers.styling import hide_working_layers

project, layers = QgsProject.instance(), {{}}
rasters = [QgsRasterLayer(path, Path(path).stem) for path in {[str(path) for path in rasters]!r}]
titles = {{"tiles": "Described tiles", "changes": "Changed areas", "sites": "Sites"}}
for name in titles if {bool(result)!r} else ():
    layer = QgsVectorLayer({str(result)!r} + "|layername=" + name, titles[name], "ogr")
    if layer.isValid():
        layers[name.upper()] = layer
top = layers.get("SITES") or layers.get("TILES")
if top:
    project.setCrs(top.crs())
settle_operations(project, [layer.crs() for layer in (*rasters, *layers.values())])
root = project.layerTreeRoot()
for layer in rasters:
    if layer.isValid():
        project.addMapLayer(layer, False)
        root.insertLayer(0, layer).setExpanded(False)
if top:
    for title, images in zip(("Before", "After"), run_images(top)):
        nodes = [root.findLayer(identifier) for identifier in images]
        group = root.insertGroup(0, title) if nodes else None
        for node in nodes:
            group.addChildNode(node.clone())
            root.removeChildNode(node)
    for name, layer in layers.items():
        layer.loadDefaultStyle()
        project.addMapLayer(layer, False)
        root.insertLayer(0, layer).setExpanded(layer is top)
    hide_working_layers(layers)
    iface.setActiveLayer(top)
    show_result(iface.mapCanvas(), top)
if not iface.actionMapTips().isChecked():
    iface.actionMapTips().trigger()
"""


def main() -> int:
    """Start QGIS in place of this process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("result", nargs="?", type=Path, help="GeoPackage of a run")
    parser.add_argument("--raster", action="append", default=[], type=Path, help="raster to load below the result")
    options = parser.parse_args()
    program = shutil.which("qgis.bin") or shutil.which("qgis")
    if program is None:
        sys.stderr.write("QGIS is not on this machine. Install it: sudo apt-get install qgis python3-qgis\n")
        return 2
    if options.result and not options.result.is_file():
        sys.stderr.write(f"{options.result} does not exist. Make it with: make demo\n")
        return 2
    result = options.result.resolve() if options.result else None
    rasters = [path.resolve() for path in options.raster] or (rasters_of(result) if result else [])
    startup = make_profile() / "open_result.py"
    startup.write_text(startup_script(result, rasters), encoding="utf-8")
    command = [program, "--nologo", "--noversioncheck", "--profiles-path", str(PROFILES), "--code", str(startup)]
    os.execve(program, command, qgis_environment(program))  # noqa: S606 - a list of our own, no shell


if __name__ == "__main__":
    sys.exit(main())
