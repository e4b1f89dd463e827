"""Random requests, damaged packs and results, odd texts; ``benchmarks/fuzzing.py`` does the same at length."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[3] / "benchmarks" / "fuzzing.py"


@pytest.fixture(scope="module")
def fuzzing() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzzing", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESCRIBE_CHANGES_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("DESCRIBE_CHANGES_MODELS", str(tmp_path / "packs"))
    monkeypatch.chdir(tmp_path)


def test_every_random_line_is_closed_by_one_event_and_none_is_a_fault(fuzzing: ModuleType) -> None:
    kinds, faults = fuzzing.fuzz_lines(500, seed=1)
    assert sum(kinds.values()) == 500
    assert kinds["input"] > 100
    assert not faults


def test_damaged_packs_load_or_are_refused(fuzzing: ModuleType, tmp_path: Path) -> None:
    ended, faults = fuzzing.fuzz_packs(20, tmp_path, seed=1)
    assert ended["refused"] > 0
    assert not faults


@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # GDAL's own words on a damaged file
def test_damaged_results_are_told_or_refused(fuzzing: ModuleType, tmp_path: Path) -> None:
    ended, faults = fuzzing.fuzz_results(60, tmp_path, seed=1)
    assert ended["refused"] > 5
    assert ended["told"] > 5
    assert not faults


def test_odd_dates_and_extents_are_read_or_refused(fuzzing: ModuleType) -> None:
    ended, faults = fuzzing.fuzz_texts(3000, seed=1)
    assert ended["date read"] > 0
    assert ended["date refused"] > 1000
    assert not faults
