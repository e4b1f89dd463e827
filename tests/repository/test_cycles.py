"""No two modules of a package import each other, be it lazily or for types alone: each can be read before the next."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest


def imports_of(root: Path, package: str) -> dict[str, set[str]]:
    """Module → modules of the same package that it imports, anywhere in its code."""
    files = {}
    for path in (root / package).rglob("*.py"):
        files[".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")] = path
    found: dict[str, set[str]] = {}
    for module, path in files.items():
        inside = module if path.name == "__init__.py" else module.rpartition(".")[0]
        found[module] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.ImportFrom) and node.level):
                continue
            parts = inside.split(".")
            origin = ".".join([*parts[: len(parts) - node.level + 1], *([node.module] if node.module else [])])
            for name in node.names:
                target = next((one for one in (f"{origin}.{name.name}", origin) if one in files), None)
                if target is not None and target != module:
                    found[module].add(target)
    return found


def cycle_in(graph: dict[str, set[str]]) -> list[str]:
    """Modules in a circle, empty if there is none: what is left when all that import nothing left are taken away."""
    left = {module: set(targets) for module, targets in graph.items()}
    while done := {module for module, targets in left.items() if not targets & left.keys()}:
        left = {module: targets for module, targets in left.items() if module not in done}
    while ends := {module for module in left if not any(module in targets for targets in left.values())}:
        left = {module: targets for module, targets in left.items() if module not in ends}
    return sorted(left)


@pytest.mark.parametrize("package", ["core", "training", "plugin"])
def test_no_module_imports_what_imports_it(root, package):
    graph = imports_of(root, package)
    assert len(graph) > 50
    assert cycle_in(graph) == []


def test_a_circle_is_found():
    assert cycle_in({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}) == ["b", "c"]
    assert cycle_in({"a": {"b"}, "b": set()}) == []
