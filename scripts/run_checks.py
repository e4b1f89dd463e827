"""Run every check of ``make test``, show what each said, and fail if any failed.

A failing step never hides the next one: all run, then a table says how each ended and how long it took. The last
line counts the tests of all pytest runs together. QGIS keeps one core busy, so the steps of its lane run beside the
others that do the same; what they say is shown once they are done. Steps can be named to run only those::

    .venv/bin/python scripts/run_checks.py ruff mypy
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
ENGINE_PYTHON = ROOT / ".venv" / "bin" / "python"
QGIS_PYTHON = ROOT / ".venv-qgis" / "bin" / "python"
QGIS_MISSING = ROOT / ".venv-qgis" / "missing"

# Two test processes share the cores; without a limit each would start a thread per core.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": ".dev"}
WINDOW = {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": ".dev", "LIBGL_ALWAYS_SOFTWARE": "1"}
NO_TESTS_COLLECTED = 5
# The rules of QGIS's own migration to Qt 6, and of imports; QGS105 would have the interface as a global.
QT6_RULES = ("--select=QGS1,QGS4", "--extend-ignore=QGS105")


@dataclass(frozen=True)
class Step:
    """One command of the check.

    Args:
        name: the word that selects it.
        command: program and arguments; ``{report}`` becomes the path of the JUnit file.
        environment: variables added for this step.
        needs_qgis: skipped, loudly, on a machine that has no QGIS and may not install it.
        needs: a program without which the step is skipped, loudly.
        cores: how many it keeps busy; those of one run beside those of QGIS.
    """

    name: str
    command: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)
    needs_qgis: bool = False
    needs: str = ""
    cores: int = 1


@dataclass(frozen=True)
class Outcome:
    """How a step ended: ``passed``, ``FAILED`` or ``SKIPPED``; seconds; the tests it counted."""

    step: Step
    state: str
    seconds: float
    passed: int = 0
    failed: int = 0
    skipped: int = 0


def pytest_command(python: Path, *arguments: str) -> tuple[str, ...]:
    """Return a pytest command that also writes its counts to a JUnit file."""
    return (str(python), "-m", "pytest", "--junit-xml={report}", *arguments)


def steps() -> tuple[Step, ...]:
    """Return every step, the quick ones first."""
    python = str(ENGINE_PYTHON)
    plugin = ("-c", "tests/plugin/pytest.ini", "tests/plugin")
    return (
        Step("ruff", (python, "-m", "ruff", "check", ".")),
        Step(
            "mypy",
            (
                python,
                "-m",
                "mypy",
                "-p",
                "describe_changes.common",
                "-p",
                "describe_changes.core",
                "-p",
                "describe_changes.training",
            ),
            {"MYPYPATH": ".dev"},
        ),
        Step("contracts", (str(ENGINE_PYTHON.parent / "lint-imports"),)),
        Step("qt6", (python, "-m", "flake8", "--isolated", *QT6_RULES, "plugin", "common", "__init__.py")),
        Step(
            "plugin",
            pytest_command(QGIS_PYTHON, *plugin, "-m", "not window"),
            OFFSCREEN,
            needs_qgis=True,
        ),
        Step(
            "window",
            ("xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", *pytest_command(QGIS_PYTHON, *plugin, "-m", "window")),
            WINDOW,
            needs_qgis=True,
            needs="xvfb-run",
        ),
        Step("repository", pytest_command(ENGINE_PYTHON, "tests/repository"), ONE_THREAD),
        Step("training", pytest_command(ENGINE_PYTHON, "tests/training"), ONE_THREAD),
        Step(
            "engine", pytest_command(ENGINE_PYTHON, "-n", "2", "--dist", "loadfile", "tests/core"), ONE_THREAD, cores=2
        ),
    )


def run(step: Step, report: Path, out: IO[str]) -> Outcome:
    """Run one step with its output, and that of its children, going to a file."""
    print(f"\n━━━ {step.name} ━━━", file=out, flush=True)
    reason = why_skipped(step)
    if reason:
        print(f"SKIPPED {step.name}: {reason}", file=out, flush=True)
        return Outcome(step, "SKIPPED", 0.0)
    command = [part.format(report=report) for part in step.command]
    environment = {**os.environ, **step.environment}
    started = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, stdout=out, stderr=subprocess.STDOUT)  # noqa: S603
    seconds, code = time.monotonic() - started, done.returncode
    if code == NO_TESTS_COLLECTED and "pytest" in step.command:
        print(f"{step.name}: no test was found", file=out, flush=True)
    counts = count_tests(report) if report.exists() else (0, 0, 0)
    return Outcome(step, "FAILED" if code else "passed", seconds, *counts)


def run_all(chosen: Sequence[Step], folder: Path) -> list[Outcome]:
    """Run steps, those of QGIS beside the others that keep one core busy where there are two cores.

    Args:
        chosen: the steps; what they say comes in their order within each lane, the lane of QGIS in one piece.
        folder: for reports and for what the lane of QGIS says meanwhile.
    """

    def lane(steps: Sequence[Step], out: IO[str]) -> list[Outcome]:
        return [run(step, folder / f"{step.name}.xml", out) for step in steps]

    qgis = [step for step in chosen if step.needs_qgis]
    beside = [step for step in chosen if not step.needs_qgis and step.cores == 1]
    last = [step for step in chosen if step.cores > 1]
    if (os.cpu_count() or 1) < 2 or not (qgis and beside):
        return lane(chosen, sys.stdout)
    with (folder / "qgis.txt").open("w+", encoding="utf-8") as said, ThreadPoolExecutor(1) as pool:
        running = pool.submit(lane, qgis, said)
        outcomes = lane(beside, sys.stdout)
        outcomes += running.result()
        said.seek(0)
        shutil.copyfileobj(said, sys.stdout)
    return outcomes + lane(last, sys.stdout)


def why_skipped(step: Step) -> str:
    """Return the sentence that explains why this machine cannot run the step, or nothing."""
    if step.needs_qgis and QGIS_MISSING.exists():
        return QGIS_MISSING.read_text(encoding="utf-8").strip()
    if step.needs and shutil.which(step.needs) is None:
        return f"there is no {step.needs} on this machine. Install with: sudo apt-get install xvfb xauth"
    return ""


def count_tests(report: Path) -> tuple[int, int, int]:
    """Return (passed, failed, skipped) of a JUnit file; an error in a fixture counts as failed."""
    passed = failed = skipped = 0
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):  # noqa: S314 - pytest wrote it just now
        wrong = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        absent = int(suite.get("skipped", 0))
        failed += wrong
        skipped += absent
        passed += int(suite.get("tests", 0)) - wrong - absent
    return passed, failed, skipped


def show(outcomes: list[Outcome]) -> None:
    """Print the table of steps and, alone on the last line, the tests of all runs together."""
    print("\n━━━ summary ━━━")
    for outcome in outcomes:
        tests = outcome.passed + outcome.failed + outcome.skipped
        counted = f"{outcome.passed} passed, {outcome.failed} failed, {outcome.skipped} skipped" if tests else ""
        print(f"{outcome.step.name:<10} {outcome.state:<8} {outcome.seconds:7.1f} s   {counted}".rstrip())
    totals = [sum(getattr(outcome, name) for outcome in outcomes) for name in ("passed", "failed", "skipped")]
    if any(totals):
        print("{} passed, {} failed, {} skipped".format(*totals))


def main(names: list[str]) -> int:
    """Run the named steps, or all."""
    known = steps()
    unknown = sorted(set(names) - {step.name for step in known})
    if unknown:
        print(f"No such step: {', '.join(unknown)}. Steps: {', '.join(step.name for step in known)}.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        outcomes = run_all([step for step in known if not names or step.name in names], Path(folder))
    show(outcomes)
    return int(any(outcome.state == "FAILED" for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
