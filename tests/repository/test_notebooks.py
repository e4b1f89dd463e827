"""The notebooks of ``docs/examples`` run, cell by cell, as a reader would run them.

Their code is executed in this process, without Jupyter: what is to be known is whether the code is right, and Jupyter's
kernel, its ZeroMQ and nbclient would be twenty more packages for every developer.
"""

from __future__ import annotations

import ast
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "examples"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def run(notebook: Path) -> list[Any]:
    """Run the code cells in one namespace; return the value of each cell's last expression."""
    names: dict[str, Any] = {}
    shown = []
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        tree = ast.parse("".join(cell["source"]))
        last = ast.Expression(tree.body.pop().value) if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, notebook.name, "exec"), names)  # noqa: S102 - our own notebooks
        shown.append(None if last is None else eval(compile(last, notebook.name, "eval"), names))  # noqa: S307
    return shown


def test_there_are_notebooks():
    assert {notebook.stem for notebook in NOTEBOOKS} >= {"first_result", "own_model", "time_series", "zones"}


@pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")  # rioxarray asks affine so
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_its_first_to_its_last_cell(notebook, tmp_path, monkeypatch):
    pytest.importorskip("geopandas")
    pytest.importorskip("rioxarray")
    copy = tmp_path / "docs" / "examples"
    copy.mkdir(parents=True)
    shutil.copy(notebook, copy)
    (tmp_path / "resources").symlink_to(FOLDER.parents[1] / "resources")
    monkeypatch.chdir(copy)
    shown = run(copy / notebook.name)
    frames = [value for value in shown if hasattr(value, "columns")]
    assert frames
    assert all(len(frame) for frame in frames)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_holds_no_outputs(notebook):
    data = json.loads(notebook.read_text(encoding="utf-8"))
    assert data["nbformat"] == 4
    assert not [cell for cell in data["cells"] if cell.get("outputs") or cell.get("execution_count")]
