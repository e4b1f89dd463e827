"""Fixtures of the training tests: the shared data folder, where it is, and a METEOR process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from describe_changes.training.metrics import Meteor, open_meteor


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of the shared data sets; tests that need it are skipped where it is absent."""
    named = os.environ.get("DESCRIBE_CHANGES_DATA")
    folder = Path(named) if named else Path(__file__).resolve().parents[2].parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"shared data not found at {folder} (set DESCRIBE_CHANGES_DATA)")
    return folder


@pytest.fixture(scope="session")
def meteor() -> Iterator[Meteor]:
    """One METEOR for all tests of a worker; it takes seconds to start."""
    with open_meteor() as process:
        if isinstance(process, Exception):
            pytest.skip(f"METEOR cannot run: {process}")
        yield process
