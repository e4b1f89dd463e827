"""Enums are written with their scope, as QGIS 4 wants them; checked against the real classes of this QGIS."""

from __future__ import annotations

import ast
import importlib
from enum import Enum

from conftest import ROOT


def is_enum(value) -> bool:
    return isinstance(value, Enum) or type(type(value)).__name__ == "enumtype"  # sip's own kind of enum


def unscoped(source: str) -> list[str]:
    """Return ``line Class.Value`` for each enum value that is taken from the class rather than from its enum."""
    tree = ast.parse(source)
    known = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis."):
            module = importlib.import_module(node.module)
            known.update({alias.asname or alias.name: getattr(module, alias.name, None) for alias in node.names})
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            owner = known.get(node.value.id)
            if node.value.id == "QVariant":  # under Qt 6 its types have no scope
                continue
            if isinstance(owner, type) and not issubclass(owner, (int, Enum)) and is_enum(getattr(owner, node.attr, 0)):
                found.append(f"{node.lineno} {node.value.id}.{node.attr}")
    return found


def test_the_check_tells_scoped_from_unscoped():
    source = (
        "from qgis.core import Qgis, QgsMapLayerProxyModel as Filter\nfrom qgis.PyQt.QtCore import Qt\n"
        "a = Qt.AlignLeft\nb = Qt.AlignmentFlag.AlignLeft\nc = Filter.RasterLayer\nd = Qgis.MessageLevel.Info\n"
    )
    assert unscoped(source) == ["3 Qt.AlignLeft", "5 Filter.RasterLayer"]


def test_no_enum_of_qt_or_qgis_is_unscoped():
    found = {str(path.relative_to(ROOT)): unscoped(path.read_text("utf-8")) for path in (ROOT / "plugin").rglob("*.py")}
    assert {name: lines for name, lines in found.items() if lines} == {}
