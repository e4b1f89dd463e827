"""Import every module of the plugin under PyQt6: ``import_under_qt6.py ROOT``; prints what failed, as JSON.

PyQt6 is real; ``qgis.core`` and ``qgis.gui`` cannot be had for Qt 6 without QGIS 4, so their classes are empty ones
derived from Qt's. This shows that names, enums, signals and class bodies fit Qt 6, not that QGIS 4 behaves alike.
"""

from __future__ import annotations

import ast
import importlib
import json
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PyQt6 import QtCore, QtGui, QtWidgets, sip

GONE = {"exec_", "print_", "toTime_t", "fromTime_t", "QRegExp", "QDesktopWidget"}


class Anything:
    """Stands for values of QGIS's: enums, results of calls."""

    def __getattr__(self, name: str) -> Anything:
        return self

    def __call__(self, *_: Any, **__: Any) -> Anything:
        return self

    def __or__(self, _: Any) -> Anything:
        return self


class Kind(type(QtCore.QObject)):
    """The type of QGIS's classes: what they hold is anything."""

    def __getattr__(cls, name: str) -> Anything:
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()


class StandIn(types.ModuleType):
    """``qgis.core`` or ``qgis.gui``."""

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("Qgs") and name != "Qgis":
            raise AttributeError(name)
        base = QtWidgets.QWidget if self.__name__ == "qgis.gui" and not name.endswith("Factory") else QtCore.QObject
        made = Kind(name, (base,), {})
        setattr(self, name, made)
        return made


ADDED_BY_QGIS = {
    "QtCore": {"QVariant": Kind("QVariant", (QtCore.QObject,), {})},
    "QtWidgets": {name: getattr(QtGui, name) for name in ("QAction", "QActionGroup", "QShortcut")},
}
"""What QGIS 4's own ``qgis.PyQt`` has beyond PyQt6, so that code for both can import it."""


def pretend_qgis() -> None:
    """Put the modules where ``import qgis…`` finds them."""
    for name in ("qgis", "qgis.PyQt"):
        sys.modules[name] = types.ModuleType(name)
        sys.modules[name].__path__ = []
    sys.modules["qgis.PyQt"].sip = sip
    sys.modules["qgis.PyQt.sip"] = sip
    for name in ("qgis.core", "qgis.gui"):
        sys.modules[name] = StandIn(name)
    for part in ("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtWidgets", "QtXml"):
        real = importlib.import_module(f"PyQt6.{part}")
        module = types.ModuleType(f"qgis.PyQt.{part}")
        module.__dict__.update({**vars(real), **ADDED_BY_QGIS.get(part, {})})
        sys.modules[f"qgis.PyQt.{part}"] = module
        setattr(sys.modules["qgis.PyQt"], part, module)


def chains(tree: ast.AST) -> Iterator[tuple[int, str, list[str]]]:
    """Yield line, first name and attributes of every ``Name.attribute.attribute``."""
    for node in ast.walk(tree):
        parts: list[str] = []
        place = node
        while isinstance(place, ast.Attribute):
            parts.insert(0, place.attr)
            place = place.value
        if parts and isinstance(place, ast.Name):
            yield node.lineno, place.id, parts


def problems_of(path: Path) -> Iterator[str]:
    """Yield each name of Qt in a module that Qt 6 does not have."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known: dict[str, Any] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt."):
            for alias in node.names:
                try:
                    known[alias.asname or alias.name] = getattr(sys.modules[node.module], alias.name)
                except (KeyError, AttributeError):
                    yield f"{node.lineno} {node.module}.{alias.name}"
        elif isinstance(node, ast.Attribute) and node.attr in GONE:
            yield f"{node.lineno} .{node.attr}"
    for line, name, parts in chains(tree):
        value = known.get(name)
        for part in parts if value is not None else ():
            if not hasattr(value, part):
                yield f"{line} {name}.{'.'.join(parts)}"
                break
            value = getattr(value, part)


def main(root: Path) -> None:
    """Import everything and print problems by module."""
    pretend_qgis()
    sys.path.insert(0, str(root / "plugin" / "engine"))
    importlib.import_module("bootstrap")  # makes the checkout importable as describe_changes
    found: dict[str, list[str]] = {}
    modules = 0
    for path in sorted((root / "plugin").rglob("*.py")):
        modules += 1
        place = path.relative_to(root).with_suffix("")
        parts = place.parts[:-1] if place.name == "__init__" else place.parts
        problems = list(problems_of(path))
        try:
            importlib.import_module(".".join(("describe_changes", *parts)))
        except Exception as error:
            problems.append(f"{type(error).__name__}: {error}")
        if problems:
            found[str(place)] = problems
    print(json.dumps({"qt": QtCore.QT_VERSION_STR, "modules": modules, "problems": found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
