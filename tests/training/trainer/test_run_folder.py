"""A run is written into a folder of its own, never over somebody's files."""

from __future__ import annotations

import pytest
from describe_changes.core.errors import InputError
from describe_changes.training.commands import CONFIGS, check_run_folder
from describe_changes.training.config import load_config


def test_new_empty_and_own_folders_are_taken(tmp_path):
    check_run_folder(tmp_path / "new", [])
    check_run_folder(tmp_path, [tmp_path / "data"])
    config = load_config(next(iter(sorted(CONFIGS.glob("default*.yaml")))))
    (tmp_path / "config.json").write_text(config.model_dump_json())
    (tmp_path / "log.csv").touch()
    check_run_folder(tmp_path, [])


@pytest.mark.parametrize("names", [["vocab.json"], [".vocab.json.4711abcd.tmp"], ["data", "vocab.json"]])
def test_a_run_that_has_only_begun_goes_on(tmp_path, names):
    """Stopped there, or by another process of the same run, which was faster."""
    for name in names:
        (tmp_path / name).touch()
    check_run_folder(tmp_path, [])
    (tmp_path / "vocab.json.bak").touch()
    with pytest.raises(InputError, match="another folder"):
        check_run_folder(tmp_path, [])


@pytest.mark.parametrize("name", ["captions.json", "config.json", "model.json"])
def test_folders_of_others_stay(tmp_path, name):
    (tmp_path / name).write_text('{"mine": true}')
    with pytest.raises(InputError, match="another folder"):
        check_run_folder(tmp_path, [])


def test_what_is_read_is_not_written_to(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "data")
    (tmp_path / "data").mkdir()
    for folder in (tmp_path / "data", tmp_path / "link"):
        with pytest.raises(InputError, match="is read by this very command"):
            check_run_folder(folder, [tmp_path / "data"])
