"""The plugin under Qt 6, as far as that can be seen without a QGIS 4: names, enums, class bodies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("import_under_qt6.py")


def import_all(root: Path) -> dict:
    pytest.importorskip("PyQt6.QtWidgets", exc_type=ImportError)  # the system may lack a library that Qt needs
    done = subprocess.run(
        [sys.executable, "-B", str(SCRIPT), str(root)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_every_module_of_the_plugin_can_be_imported_under_qt_6(root):
    found = import_all(root)
    assert found["qt"].startswith("6.")
    assert found["modules"] > 30
    assert found["problems"] == {}


def test_what_qt_6_lacks_is_noticed(root, tmp_path):
    """The check itself: an unscoped enum, a removed class and a removed method are found."""
    (tmp_path / "plugin" / "engine").mkdir(parents=True)
    bootstrap = (root / "plugin" / "engine" / "bootstrap.py").read_text(encoding="utf-8")
    (tmp_path / "plugin" / "engine" / "bootstrap.py").write_text(bootstrap, encoding="utf-8")
    for package in ("", "plugin", "plugin/engine"):
        (tmp_path / package / "__init__.py").touch()
    (tmp_path / "plugin" / "old.py").write_text(
        "from qgis.PyQt.QtCore import QRegExp, Qt\nfrom qgis.core import QgsTask\n"
        "SIDE = Qt.AlignLeft\nROLE = Qt.ItemDataRole.UserRole\nclass Task(QgsTask):\n    def go(self): self.exec_()\n"
    )
    problems = import_all(tmp_path)["problems"]
    assert set(problems) == {"plugin/old"}
    assert problems["plugin/old"][:3] == ["1 qgis.PyQt.QtCore.QRegExp", "6 .exec_", "3 Qt.AlignLeft"]
