"""The runner of all checks: no failing step hides another, and QGIS's steps run beside the others."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest

MEET = """
import sys, time
from pathlib import Path
mine, other = map(Path, sys.argv[1:])
mine.touch()
end = time.monotonic() + 30
while not other.exists():
    if time.monotonic() > end:
        sys.exit("nobody came")
    time.sleep(0.01)
print("met", other.name)
"""


@pytest.fixture
def checks(root, monkeypatch):
    given = importlib.util.spec_from_file_location("run_checks", root / "scripts" / "run_checks.py")
    module = importlib.util.module_from_spec(given)
    monkeypatch.setitem(sys.modules, "run_checks", module)
    given.loader.exec_module(module)
    monkeypatch.setattr(module, "QGIS_MISSING", Path("/nowhere/missing"))
    return module


def python(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-c", *arguments)


def test_steps_of_qgis_run_beside_the_others_and_say_what_they_said_in_one_piece(checks, tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    here, there = str(tmp_path / "engine side"), str(tmp_path / "qgis side")
    steps = [
        checks.Step("types", python(MEET, here, there)),
        checks.Step("plugin", python(MEET, there, here), needs_qgis=True),
        checks.Step("window", python("print('a window')"), needs_qgis=True),
        checks.Step("engine", python("print('both cores')"), cores=2),
    ]
    outcomes = checks.run_all(steps, tmp_path)
    assert {outcome.step.name: outcome.state for outcome in outcomes} == dict.fromkeys(
        ("types", "plugin", "window", "engine"), "passed"
    )
    said = capfd.readouterr().out
    assert (
        said.index("met qgis side") < said.index("met engine side") < said.index("a window") < said.index("both cores")
    )


@pytest.mark.parametrize("cores", [1, 2])
def test_a_failing_step_hides_no_other(checks, tmp_path, monkeypatch, cores, capfd):
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    steps = [
        checks.Step("types", python("raise SystemExit(1)")),
        checks.Step("plugin", python("raise SystemExit(3)"), needs_qgis=True),
        checks.Step("engine", python("print('still here')"), cores=2),
    ]
    states = {outcome.step.name: outcome.state for outcome in checks.run_all(steps, tmp_path)}
    assert states == {"types": "FAILED", "plugin": "FAILED", "engine": "passed"}
    assert "still here" in capfd.readouterr().out


def test_without_qgis_its_steps_are_skipped_and_say_why(checks, tmp_path, monkeypatch, capfd):
    missing = tmp_path / "missing"
    missing.write_text("QGIS is not here.")
    monkeypatch.setattr(checks, "QGIS_MISSING", missing)
    (outcome,) = checks.run_all([checks.Step("plugin", python("print('never')"), needs_qgis=True)], tmp_path)
    assert outcome.state == "SKIPPED"
    said = capfd.readouterr().out
    assert "SKIPPED plugin: QGIS is not here." in said
    assert "never" not in said


def test_every_test_belongs_to_one_step(checks, root):
    """What a step runs are folders of tests; together they are all, and none comes twice."""
    given = [part for step in checks.steps() for part in step.command if part.startswith("tests/") and "." not in part]
    rooms = {
        f"tests/{path.name}" for path in (root / "tests").iterdir() if path.is_dir() and path.name != "__pycache__"
    }
    assert set(given) == rooms
    assert sorted(given) == sorted([*rooms, "tests/plugin"])  # the plugin's windows are a step of their own
