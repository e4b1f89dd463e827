"""Habits of the command line: how much it says, its file of defaults, completion, errors of one style."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner
from describe_changes import __version__
from describe_changes.cli import main
from describe_changes.core.io.geopackage_writer import write_geopackage


@pytest.fixture
def call(tmp_path, monkeypatch):
    """Return a function that runs the command line in an empty folder."""
    monkeypatch.setenv("DESCRIBE_CHANGES_STATE", str(tmp_path / "state"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return lambda *arguments: CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def result(tmp_path, records):
    path = tmp_path / "result.gpkg"
    write_geopackage(path, records.run(), map(records.tile, range(4)), map(records.change, range(3)), records.crs)
    return path


def commands(group=main, path=()):
    for name, command in group.commands.items():
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


def test_every_command_can_be_told_to_say_more_or_less():
    found = {path: command for path, command in commands() if not isinstance(command, click.Group)}
    assert len(found) > 12
    for path, command in found.items():
        words = {word for option in command.params for word in option.opts}
        assert {"-v", "--verbose", "-q", "--quiet"} <= words, path


def test_what_is_for_programs_is_hidden(call):
    assert "worker" in main.commands
    listed = call("--help").stdout.partition("Commands:")[2]
    assert "describe" in listed
    assert "worker" not in listed


def test_the_version_is_the_packages(call):
    assert call("--version").stdout.strip() == f"describe-changes, version {__version__}"


@pytest.mark.parametrize("place", ["before", "after"])
def test_quiet_says_nothing_but_errors(call, result, place):
    words = ["export", result, "-o", "a.csv"]
    quiet = ["-q", *words] if place == "before" else [*words, "-q"]
    told = call(*quiet)
    assert (told.exit_code, told.output) == (0, "")
    again = call(*quiet)
    assert again.exit_code == 2
    assert again.output.startswith("Error: ")
    assert "a.csv holds changes (3 rows)" in call(*words, "--overwrite").stdout


def test_verbose_shows_the_traceback_of_a_fault(call, monkeypatch):
    def fail():
        raise RuntimeError("by design")

    monkeypatch.setattr("describe_changes.core.service.diagnostics.run_diagnostics", fail)
    assert "Traceback" not in call("doctor").output
    assert "Traceback" in call("doctor", "-v").output


def test_quiet_and_verbose_runs(call, make_pair, pack):
    words = ["describe", *make_pair(150, 220), "--model", pack.path, "--device", "cpu"]
    quiet = call(*words, "-o", "q.gpkg", "-q")
    assert (quiet.exit_code, quiet.output) == (0, "")
    verbose = call(*words, "-o", "v.gpkg", "-v")
    assert verbose.exit_code == 0
    assert "s in all: " in verbose.stderr
    assert "s in all" not in verbose.stdout


def test_defaults_come_from_a_file_and_the_command_line_comes_first(call, result, tmp_path):
    (tmp_path / "work" / "describe-changes.toml").write_text('layer = "tiles"\n[export]\nwkt = true\n')
    told = call("export", result, "-o", "a.csv")
    assert told.stdout == "a.csv holds tiles (4 rows).\n"
    assert told.stderr == "Defaults are taken from describe-changes.toml.\n"
    assert "wkt" in (tmp_path / "work" / "a.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert call("export", result, "-o", "b.csv", "--layer", "changes").stdout == "b.csv holds changes (3 rows).\n"
    named = tmp_path / "other.toml"
    named.write_text('[export]\nlayer = "runs"\noverwrite = true\n')
    assert call("--config", named, "export", result, "-o", "a.csv", "-q").output == ""
    assert "run_id" in (tmp_path / "work" / "a.csv").read_text(encoding="utf-8-sig").splitlines()[0]


def test_a_default_for_one_command_is_not_said_of_another(call, tmp_path):
    (tmp_path / "work" / "describe-changes.toml").write_text('[export]\nlayer = "tiles"\n')
    assert "Defaults" not in call("models", "list").stderr


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("layer =", "describe-changes.toml is no TOML file"),
        ("[explode]\n", "describe-changes.toml has a table [explode], but no command is called so"),
        ('colour = "red"\n', "“colour” in describe-changes.toml is no option; see describe-changes --help."),
        ("[export]\nblock_size = 3\n", "“block-size” in [export] of describe-changes.toml is no option"),
        ("[export]\nlayer = 1979-05-27\n", "“layer” in [export] of describe-changes.toml must be a text, a number"),
        ("[export]\noverwrite = true\n", "may be set on the command line, or in a file that --config names"),
        ('scheduler = "tcp://10.0.0.1"\n', "may be set on the command line, or in a file that --config names"),
    ],
)
def test_a_file_of_defaults_that_cannot_be_gets_a_sentence(call, result, tmp_path, text, sentence):
    (tmp_path / "work" / "describe-changes.toml").write_text(text)
    told = call("export", result, "-o", "a.csv")
    assert told.exit_code == 2
    assert told.stderr.startswith("Error: ")
    assert sentence in told.stderr
    assert not (tmp_path / "work" / "a.csv").exists()


def test_a_named_file_must_be_there(call, result):
    told = call("--config", "none.toml", "export", result, "-o", "a.csv")
    assert told.exit_code == 2
    assert "Error: none.toml cannot be read (No such file or directory); correct --config." in told.stderr


def test_values_of_the_file_are_checked_as_those_of_the_command_line(call, result, tmp_path):
    (tmp_path / "work" / "describe-changes.toml").write_text('[report]\nmax-sites = "many"\n')
    told = call("report", result, "-o", "r.html")
    assert told.exit_code == 2
    assert "'many' is not a valid integer" in told.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(shell, tmp_path):
    if shell == "bash" and not os.path.exists("/bin/bash"):
        pytest.skip("click asks bash for its version")
    environment = {**os.environ, "_DESCRIBE_CHANGES_COMPLETE": f"{shell}_source"}
    program = "import sys; sys.argv = ['describe-changes']; from describe_changes.cli import main; main()"
    ended = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert "_DESCRIBE_CHANGES_COMPLETE" in ended.stdout
    asked = {
        **os.environ,
        "_DESCRIBE_CHANGES_COMPLETE": "bash_complete",
        "COMP_WORDS": "describe-changes exp",
        "COMP_CWORD": "1",
    }
    said = subprocess.run(
        [sys.executable, "-c", program], env=asked, capture_output=True, text=True, cwd=tmp_path
    ).stdout
    assert {line.rpartition(",")[2] for line in said.splitlines()} == {"export", "export-dataset"}


def test_without_torch_a_sentence_says_how_to_get_it(call, make_pair, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    for name in [name for name in sys.modules if name.startswith("describe_changes.core.p")]:
        monkeypatch.delitem(sys.modules, name)
    told = call("describe", *make_pair(150, 220), "-o", "a.gpkg")
    assert told.exit_code == 2
    assert told.stderr.startswith("Error: The engine needs PyTorch, which is not installed.")
    assert "describe-changes[torch]" in told.stderr


@pytest.mark.parametrize(
    "words", [["explode"], ["describe"], ["export", "none.gpkg", "-o", "a.csv"], ["models", "show", "nobody"], ["-x"]]
)
def test_every_error_is_told_alike(call, words):
    told = call(*words)
    assert told.exit_code == 2
    assert told.stdout == ""
    last = told.stderr.strip().splitlines()[-1]
    assert last.startswith("Error: ")
    assert last[len("Error: ")].isupper() or words[0] == "export"
    assert last.endswith((".", "?", ")"))


def test_the_config_of_a_folder_does_not_reach_the_worker(tmp_path):
    (tmp_path / "describe-changes.toml").write_text("nonsense")
    ended = subprocess.run(
        [sys.executable, "-m", "describe_changes.cli", "worker"],
        input='{"id": 1, "op": "shutdown"}\n', capture_output=True, text=True, cwd=tmp_path, timeout=120, check=True,
    )  # fmt: skip
    assert json.loads(ended.stdout.splitlines()[0])


def test_a_pattern_that_the_shell_has_replaced_is_said(call, tmp_path):
    names = [tmp_path / "work" / f"scene_{number}.tif" for number in range(4)]
    for name in names:
        name.touch()
    answer = call("describe", *names, "-o", "x.gpkg")
    assert answer.exit_code == 2
    assert "2 arguments too many" in answer.output
    assert "takes BEFORE and AFTER" in answer.output
    assert 'in quotes, "scene_*.tif"' in answer.output
    assert "quotes" not in call("doctor", "more").output
