"""The zip of ``make package``, unpacked into a profile and loaded by a QGIS of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile

import pytest
from conftest import ROOT

LOAD = """
import json, sys
sys.path.insert(0, sys.argv[1])
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
import qgis.gui
before = set(sys.modules)  # QGIS itself loads numpy from 3.40 on
import describe_changes
plugin = describe_changes.classFactory(None)
plugin.initProcessing()
from describe_changes.plugin.engine.installer import requirements_file, requirement_names
answer = {
    "file": describe_changes.__file__,
    "algorithms": sorted(a.id() for a in plugin.provider.algorithms()),
    "packages": len(requirement_names(requirements_file())),
    "icon": not plugin.provider.icon().isNull(),
    "foreign": sorted({"torch", "numpy", "rasterio"} & (set(sys.modules) - before)),
}
plugin.unload()
print(json.dumps(answer))
application.exitQgis()
"""


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git clone, so what would be shipped is not known")
def test_the_zip_loads_in_qgis(tmp_path):
    package, plugins = tmp_path / "package.zip", tmp_path / "Öffentliche Erweiterungen 变化"
    command = [sys.executable, str(ROOT / "scripts" / "make_package.py"), "--output", str(package)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(package) as opened:
        opened.extractall(plugins)
    try:
        done = subprocess.run(
            [sys.executable, "-B", "-c", LOAD, str(plugins)],
            capture_output=True,
            text=True,
            timeout=120,
            cwd=tmp_path,
            env={**{n: v for n, v in os.environ.items() if n != "PYTHONPATH"}, "QT_QPA_PLATFORM": "offscreen"},
        )
    finally:
        shutil.rmtree(plugins)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout.splitlines()[-1])
    assert answer["file"].startswith(str(plugins))
    assert "describechanges:describechanges" in answer["algorithms"]
    assert answer["packages"] > 30
    assert answer["icon"]
    assert answer["foreign"] == []
