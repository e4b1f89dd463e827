"""Killed at random moments, the same command goes on: a few kills of what `benchmarks/kills.py` does by the dozen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[3] / "benchmarks" / "kills.py"


@pytest.mark.skipif(sys.platform != "linux", reason="forks a process that has loaded torch")
def test_the_same_command_goes_on_after_kills_anywhere():
    command = [sys.executable, SCRIPT, "--kills", "3", "--executors", "sequential", "--side", "140", "--seed", "1"]
    ended = subprocess.run(
        command, capture_output=True, text=True, timeout=900, check=False, env={**os.environ, "OMP_NUM_THREADS": "1"}
    )
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout)["went_on_and_identical"] == 3
