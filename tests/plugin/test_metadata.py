"""What QGIS asks of a plugin's code and styles."""

from __future__ import annotations

import subprocess
import sys

from conftest import ROOT


def test_plugin_code_is_for_python_3_9_and_imports_only_qgis_and_the_standard_library():
    import ast

    names = set()
    for path in (ROOT / "plugin").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))
        for node in ast.walk(tree):
            assert not isinstance(node, ast.Assert), f"{path} has an assert"
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names.add(node.module.split(".")[0])
    assert names - set(sys.stdlib_module_names) == {"qgis"}


def test_qml_styles_are_what_the_script_makes(tmp_path):
    """The styles were made by this script with QGIS 3.22; their expressions must still be its own."""
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]; import make_styles as made\n"
        "print(made.TILE_TIP); print(made.CHANGE_TIP)"
    )
    command = [sys.executable, "-c", code, str(ROOT / "scripts"), str(ROOT / ".dev")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    from xml.etree import ElementTree

    for name in ("tiles", "changes"):
        tip = ElementTree.parse(ROOT / "resources" / "styles" / f"{name}.qml").findtext("mapTip")  # noqa: S314 - our file
        assert tip.strip() in done.stdout
