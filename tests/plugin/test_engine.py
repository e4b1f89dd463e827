"""The engine's client: environment, bootstrap, life and death of processes, locator, doctor."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, running, wait_until
from describe_changes.plugin.engine import check, client, locator
from describe_changes.plugin.engine.environment import scrubbed_environment
from describe_changes.plugin.engine.errors import EngineCancelled, EngineError
from describe_changes.plugin.engine.locator import EngineLocator
from describe_changes.plugin.engine.pool import pool
from describe_changes.plugin.engine.process import EngineProcess


def test_environment_has_nothing_of_qgis():
    parent = {
        "PYTHONPATH": "/usr/share/qgis/python",
        "PYTHONHOME": "/x",
        "PROJ_LIB": "/x",
        "GDAL_DATA": "/x",
        "QT_PLUGIN_PATH": "/x",
        "LD_LIBRARY_PATH": "/x",
        "HOME": "/home/ü",
        "CUDA_VISIBLE_DEVICES": "0",
    }
    child = scrubbed_environment(parent)
    assert child["HOME"] == "/home/ü"
    assert child["CUDA_VISIBLE_DEVICES"] == "0"
    assert child["PYTHONSAFEPATH"] == "1"
    assert not {"PYTHONPATH", "PYTHONHOME", "PROJ_LIB", "GDAL_DATA", "QT_PLUGIN_PATH", "LD_LIBRARY_PATH"} & set(child)


def test_engine_gets_the_scrubbed_environment(fake_engine, monkeypatch):
    monkeypatch.setenv("GDAL_DATA", "/of/qgis")
    environment = client.ask("doctor")["environment"]
    assert "GDAL_DATA" not in environment
    assert os.environ["GDAL_DATA"] == "/of/qgis"


def test_no_engine_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(locator, "PLUGIN_ROOT", tmp_path)
    with pytest.raises(EngineError, match="Install engine") as caught:
        EngineLocator().locate()
    assert caught.value.kind == "missing"


def test_checkout_is_found_and_private_environment_comes_first(monkeypatch, tmp_path):
    monkeypatch.setattr(locator, "PLUGIN_ROOT", tmp_path)
    for environment in (tmp_path / ".venv", locator.private_environment()):
        python = locator.python_in(environment)
        python.parent.mkdir(parents=True)
        python.touch()
    assert EngineLocator().locate().origin == "checkout"  # the private one is not complete
    (locator.private_environment() / locator.COMPLETE).write_text("{}")
    assert EngineLocator().locate().origin == "private"


def test_python_without_the_packages_is_named_in_plain_words(monkeypatch, pair):
    """QGIS's own Python runs the real bootstrap and lacks torch and its like."""
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", sys.executable)
    with pytest.raises(EngineError, match=r"lacks something: No module named '\w+'\. Press “Install") as caught:
        list(client.request("describe", {"before": str(pair.before), "after": str(pair.after)}))
    assert caught.value.kind == "missing"
    assert "Missing: torch" in check.check_engine()


def test_worker_that_cannot_be_imported_is_named_in_plain_words(monkeypatch, tmp_path):
    """What the bootstrap itself says when not even the worker's own imports are there."""
    old = tmp_path / "old"
    event = '{"event": "error", "kind": "missing_dependency", "message": "No module named \'json\'"}'
    old.write_text(f"#!/bin/sh\ncat <<'E'\n{event}\nE\n")
    old.chmod(0o755)
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", str(old))
    with pytest.raises(EngineError, match="lacks something: No module named 'json'"):
        client.ask("doctor")
    assert pool.pids() == []


def test_something_that_is_no_python(monkeypatch, tmp_path):
    text = tmp_path / "text"
    text.write_text("no program")
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", str(text))
    with pytest.raises(EngineError, match="could not be started"):
        client.ask("doctor")
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", "/bin/false")
    with pytest.raises(EngineError, match="exit code 1"):
        client.ask("doctor")


def test_warm_engine_is_used_again_and_stopped(fake_engine):
    client.ask("doctor")
    first = pool.pids()
    client.ask("doctor")
    assert pool.pids() == first
    pool.stop_all()
    assert wait_until(lambda: not running(first[0]))


def test_leaving_a_request_early_is_a_cancel(fake_engine):
    events = client.request("describe", {"before": "b", "after": "a", "model": "held"})
    assert next(events)["event"] == "started"
    events.close()
    assert wait_until(lambda: not pool._retiring)
    assert client.ask("doctor")["device"] == "CPU, made up"


def test_cancel_while_the_engine_starts(fake_engine):
    with pytest.raises(EngineCancelled):
        next(client.request("describe", {}, lambda: True))
    assert pool.pids() == []


def test_noise_on_stdout_is_not_taken_for_the_protocol(tmp_path, fake_python, monkeypatch):
    noisy = tmp_path / "noisy"
    noisy.write_text(f'#!/bin/sh\necho "loading weights"\necho "[1, 2]"\nexec "{fake_python}"\n')
    noisy.chmod(0o755)
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", str(noisy))
    assert client.ask("doctor")["libraries"] == {"torch": "2.13.0"}


def test_other_protocol_is_refused(tmp_path, monkeypatch):
    old = tmp_path / "old"
    old.write_text('#!/bin/sh\necho \'{"event": "ready", "version": "9", "protocol": 9}\'\nsleep 5\n')
    old.chmod(0o755)
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", str(old))
    with pytest.raises(EngineError, match="another version of the protocol"):
        client.ask("doctor")


def test_engine_dies_with_qgis(tmp_path):
    """A process stands in for QGIS, starts the real bootstrap with a worker that waits, and is killed."""
    root = tmp_path / "some folder"
    (root / "plugin" / "engine").mkdir(parents=True)
    (root / "core" / "service").mkdir(parents=True)
    for package in (root, root / "core", root / "core" / "service"):
        (package / "__init__.py").write_text("")
    (root / "core" / "service" / "worker.py").write_text("import time\ndef main(more):\n    time.sleep(600)\n")
    bootstrap = root / "plugin" / "engine" / "bootstrap.py"
    bootstrap.write_text((ROOT / "plugin" / "engine" / "bootstrap.py").read_text())
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import subprocess, sys, os, time\n"
            "p = subprocess.Popen([sys.executable, '-I', sys.argv[1], str(os.getpid())], start_new_session=True)\n"
            "print(p.pid, flush=True); time.sleep(600)",
            str(bootstrap),
        ],
        stdout=subprocess.PIPE,
    )
    engine = int(parent.stdout.readline())
    assert not wait_until(lambda: not running(engine), 1.0)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    assert wait_until(lambda: not running(engine), 3.0)


def test_logs_do_not_pile_up(fake_engine, tmp_path):
    folder = tmp_path / "logs"
    for _ in range(12):
        engine = EngineProcess(Path(fake_engine), folder)
        engine.kill()
    assert len(list(folder.glob("engine-*.log"))) == 10


def test_doctor_in_plain_words(fake_engine):
    text = check.check_engine()
    assert str(fake_engine) in text
    assert "torch 2.13.0" in text
    assert "CPU, made up" in text


def test_a_class_that_says_nothing_has_the_name_of_the_legend():
    model = {"name": "default", "classes": ["building", "change", "road"], "gsd_m": [0.3, 1.2]}
    assert check.model_words(model) == "default: building, other change, road; 0.3–1.2 m per pixel"
