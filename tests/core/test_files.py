"""Files and folders that are whole or not there at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from describe_changes.core.files import atomic_dir, atomic_file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def half_written(path: Path) -> None:
    path.write_text("half")
    raise ZeroDivisionError


def test_a_file_takes_its_name_when_it_is_whole(tmp_path):
    target = tmp_path / "a.json"
    target.write_text("old")
    with atomic_file(target) as part:
        part.write_text("new")
        assert target.read_text() == "old"
        assert part.parent == tmp_path
    assert target.read_text() == "new"
    assert names(tmp_path) == ["a.json"]


def test_a_file_stays_as_it_was_where_writing_fails(tmp_path):
    target = tmp_path / "a.json"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError), atomic_file(target) as part:
        half_written(part)
    assert target.read_text() == "old"
    assert names(tmp_path) == ["a.json"]


def test_the_bytes_are_on_the_disk_before_the_name_is(tmp_path, monkeypatch):
    calls = []
    for name in ("fsync", "replace"):
        real = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *given, name=name, real=real: (calls.append(name), real(*given))[1])
    with atomic_file(tmp_path / "a.json") as part:
        part.write_text("new")
    assert calls[:2] == ["fsync", "replace"]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps no such rights")
def test_a_file_may_be_read_by_whom_the_umask_lets(tmp_path):
    usual = tmp_path / "usual"
    usual.touch()
    with atomic_file(tmp_path / "a.json") as part:
        part.write_text("new")
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


def test_a_folder_appears_filled_or_not_at_all(tmp_path):
    with pytest.raises(ZeroDivisionError), atomic_dir(tmp_path / "made") as part:
        half_written(part / "file")
    assert names(tmp_path) == []
    with atomic_dir(tmp_path / "made") as part:
        (part / "whole").touch()
        assert not (tmp_path / "made").exists()
    assert names(tmp_path) == ["made"]
    assert names(tmp_path / "made") == ["whole"]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path):
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "theirs").touch()
    with pytest.raises(OSError, match="made"), atomic_dir(tmp_path / "made") as part:
        (part / "ours").touch()
    assert names(tmp_path) == ["made"]
    assert names(tmp_path / "made") == ["theirs"]
