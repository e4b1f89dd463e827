"""The command line: through click for what it says, in processes of their own for how they end."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
from click.testing import CliRunner
from describe_changes import cli
from describe_changes.core.errors import InternalError

COMMAND = [sys.executable, "-m", "describe_changes.cli"]


@pytest.fixture
def call(scene, tmp_path, monkeypatch):
    """Return a function that runs the command line in this process."""
    monkeypatch.setenv("DESCRIBE_CHANGES_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("DESCRIBE_CHANGES_MODELS", str(scene / "packs"))
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(cli.main, [str(a) for a in arguments])


@pytest.fixture
def pair(scene):
    return scene / "town_20110501.tif", f"{scene}/post/*.tif"


def process(scene, folder, *arguments, **options):
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        env={
            **os.environ,
            "DESCRIBE_CHANGES_STATE": str(folder / "state"),
            "DESCRIBE_CHANGES_MODELS": str(scene / "packs"),
            "OMP_NUM_THREADS": "1",
        },
        **options,
    )


def test_run_writes_everything_and_prints_one_line_of_json(call, pair, tmp_path):
    result = call("describe", *pair, "-o", "out.gpkg", "--mask", "m.tif", "--report", "r.html", "--model", "tiny",
                  "--json", "--probabilities", "p.tif")  # fmt: skip
    assert result.exit_code == 0, result.stderr
    (line,) = result.stdout.splitlines()
    summary = json.loads(line, parse_constant=lambda name: pytest.fail(name))
    assert summary["tiles"] == pyogrio.read_info("out.gpkg", layer="tiles")["features"] == 12
    assert summary["changes"] == pyogrio.read_info("out.gpkg", layer="changes")["features"]
    assert summary["outputs"] == {
        "geopackage": "out.gpkg",
        "mask": "m.tif",
        "probabilities": "p.tif",
        "report": "r.html",
    }
    assert {"changed_tiles", "changed_area_m2", "device", "duration_s", "timings"} <= set(summary)
    with rasterio.open("m.tif") as mask:
        assert (mask.width, mask.height) == (192, 128)
    report = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "What changed between 2011-05-01 and 2011-06-01" in report
    assert sorted(os.listdir(tmp_path)) == ["m.qml", "m.tif", "m.tif.aux.xml", "out.gpkg", "p.tif", "r.html"]


def test_run_prints_a_table_without_json(call, pair):
    result = call("describe", *pair, "-o", "out.gpkg", "--model", "tiny")
    assert result.exit_code == 0, result.stderr
    head, rule, *rows = result.stdout.splitlines()
    assert head.split() == ["site", "changed", "place", "certainty", "description"]
    assert set(rule) == {"─", " "}
    assert rows[-1] == "geopackage out.gpkg"
    said = " ".join(rows)
    assert re.search(r"Between 1 May 2011 and 1 June 2011, \d+ sites? changed, [\d,.]+ m² of the [\d,.]+ m² exam", said)
    assert "2011-05-01 → 2011-06-01" in result.stderr


def test_extent_with_negative_numbers_limits_the_run(call, pair):
    extent = "-94.5,36.9996,-94.4997,37.0"
    result = call("describe", *pair, "-o", "out.gpkg", "--model", "tiny", "--extent", extent, "--json")
    assert result.exit_code == 0, result.stderr
    bounds = pyogrio.read_info("out.gpkg", layer="tiles", force_total_bounds=True)["total_bounds"]
    assert (bounds[0], bounds[3]) == pytest.approx((-94.5, 37.0), abs=1e-9)
    assert bounds[2] == pytest.approx(-94.4997, abs=5e-6)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["describe", "absent.tif", "AFTER", "-o", "o.gpkg"], "absent.tif does not exist"),
        (["describe", "BEFORE", "no/*.tif", "-o", "o.gpkg"], "No file matches the pattern “no/*.tif”"),
        (["describe", ".", "AFTER", "-o", "o.gpkg"], "is a folder; name its rasters with a pattern"),
        (["describe", "BEFORE", "AFTER", "-o", "no/o.gpkg"], "does not exist; create it"),
        (["describe", "BEFORE", "AFTER", "-o", "o.gpkg", "--extent", "1,2,3"], "is not an extent"),
        (["describe", "BEFORE", "AFTER", "-o", "o.gpkg", "--bands", "red"], "“red” are no bands"),
        (["describe", "BEFORE", "AFTER", "-o", "o.gpkg", "--model", "nobody"], "No model pack 'nobody'"),
        (["describe", "BEFORE", "AFTER", "-o", "o.gpkg", "--device", "abacus"], "'abacus' is no device"),
        (["describe", "BEFORE", "AFTER", "-o", "o.gpkg", "--threshold", "7"], "--threshold 7 is out of range"),
        (["describe", "BEFORE", "AFTER"], "Missing option '-o'"),
        (["describe", "BEFORE", "AFTER", "-o", "o.gpkg", "--min-area", "much"], "'much' is not a valid float"),
        (["explode"], "No such command 'explode'"),
        (["models", "import", "absent.zip"], "absent.zip does not exist"),
        (["models", "show", "nobody"], "No model pack 'nobody'"),
    ],
)
def test_wrong_input_is_a_sentence_and_exit_code_2(call, pair, arguments, sentence):
    places = {"BEFORE": pair[0], "AFTER": pair[1]}
    result = call(*(places.get(argument, argument) for argument in arguments))
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert "Traceback" not in result.output
    assert result.stdout == ""


def test_existing_output_stays_unless_told(call, pair, tmp_path):
    assert call("describe", *pair, "-o", "out.gpkg", "--model", "tiny").exit_code == 0
    precious = (tmp_path / "out.gpkg").read_bytes()
    result = call("describe", *pair, "-o", "out.gpkg", "--model", "tiny")
    assert result.exit_code == 2
    assert "--overwrite" in result.stderr
    assert (tmp_path / "out.gpkg").read_bytes() == precious
    (tmp_path / "mine.gpkg").write_bytes(b"precious")
    result = call("describe", *pair, "-o", "mine.gpkg", "--model", "tiny", "--overwrite")
    assert result.exit_code == 2
    assert "is no result of Describe Changes" in result.stderr
    assert (tmp_path / "mine.gpkg").read_bytes() == b"precious"
    assert call("describe", *pair, "-o", "out.gpkg", "--model", "tiny", "--overwrite").exit_code == 0


def test_a_list_file_names_the_pieces_of_a_date(call, pair, scene):
    listing = scene / "post" / "pieces.txt"
    listing.write_text("# the later date\nwest_20110601.tif\n\neast_20110601.tif\n", encoding="utf-8")
    result = call("describe", pair[0], listing, "-o", "out.gpkg", "--model", "tiny", "--json")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["tiles"] == 12


@pytest.mark.parametrize("error", [RuntimeError("by design"), InternalError("by design")])
def test_our_fault_is_exit_code_1_with_a_log(call, monkeypatch, tmp_path, error):
    def fail():
        raise error

    monkeypatch.setattr("describe_changes.core.service.diagnostics.run_diagnostics", fail)
    result = call("doctor")
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    (log,) = (tmp_path / "state").glob("fault-*.log")
    assert str(log) in result.stderr
    assert "by design" in log.read_text()
    assert "Traceback" in log.read_text()


def test_absent_training_extra_is_one_sentence(call, monkeypatch, scene):
    monkeypatch.setitem(sys.modules, "describe_changes.training.evaluation.evaluate", None)

    def absent(name, package=None):
        raise ModuleNotFoundError("No module named 'lightning'", name="lightning")

    monkeypatch.setattr("importlib.import_module", absent)
    result = call("evaluate", "tiny", "--data", str(scene))
    assert result.exit_code == 2
    assert "describe-changes[train]" in result.stderr
    assert "lightning" in result.stderr


def test_models_are_listed_shown_and_verified(call, scene):
    listed = json.loads(call("models", "list", "--json").stdout)
    assert "tiny" in [pack["name"] for pack in listed]
    assert json.loads(call("models", "show", "tiny", "--json").stdout)["input"]["tile_size"] == 64
    assert "tile_size" in call("models", "show", "tiny").stdout
    assert "complete and unchanged" in call("models", "verify", "tiny").stdout


def test_models_import_takes_a_folder(call, scene, monkeypatch, tmp_path):
    monkeypatch.setenv("DESCRIBE_CHANGES_MODELS", str(tmp_path / "own"))
    result = call("models", "import", scene / "packs" / "tiny")
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "own" / "tiny" / "model.json").is_file()


def test_doctor_as_json_and_as_text(call):
    report = json.loads(call("doctor", "--json").stdout)
    assert report["ok"] is True
    assert report["devices"][0]["name"] == "cpu"
    assert report["libraries"]["torch"]
    assert "Everything needed is here." in call("doctor").stdout


def test_doctor_says_what_is_missing_and_how_to_get_it(call, monkeypatch):
    from describe_changes.core.service import diagnostics

    monkeypatch.setattr(diagnostics, "_version", lambda name: None if name == "torch" else "1")
    report = diagnostics.run_diagnostics()
    assert report["ok"] is False
    assert report["missing"][0]["what"] == "torch"
    assert "pip install torch" in diagnostics.format_diagnostics(report)


@pytest.mark.parametrize(
    ("command", "rasters"), [("describe", ("a.tif", "b.tif")), ("series", ("a.tif", "b.tif", "c.tif"))]
)
def test_processes_begin_to_load_before_the_engine_does(call, monkeypatch, command, rasters):
    """What workers load takes a second or two, as it does here: side by side, and not one after the other."""
    asked = []
    monkeypatch.setattr("describe_changes.core.commands.describe.load_libraries_ahead", lambda *of: asked.append(of))
    assert call(command, *rasters, "-o", "out.gpkg", "--executor", "processes").exit_code == 2
    assert asked == [("processes", None)], "before the rasters, which are not there, were looked at"


def test_help_imports_nothing_heavy():
    code = (
        "import sys; from describe_changes.cli import main\n"
        "try: main(['run', '--help'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('torch', 'numpy', 'rasterio', 'shapely', 'transformers') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--version"], 0), (["describe", "absent.tif", "b.tif", "-o", "o.gpkg"], 2), (["nothing"], 2)],
)
def test_exit_codes_of_real_processes(scene, tmp_path, arguments, code):
    started = process(scene, tmp_path, *arguments)
    _, errors = started.communicate(timeout=300)
    assert started.returncode == code
    assert "Traceback" not in errors


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupt_is_exit_code_3_and_the_next_run_goes_on(scene, tmp_path, number, write_raster):
    large = np.random.default_rng(2).integers(0, 255, (3, 320, 320), dtype=np.uint8)
    write_raster(tmp_path / "a_20110501.tif", large)
    write_raster(tmp_path / "b_20110601.tif", 255 - large)
    command = [
        "describe",
        "a_20110501.tif",
        "b_20110601.tif",
        "-o",
        "out.gpkg",
        "--model",
        "tiny",
        "--block-size",
        "128",
    ]
    started = process(scene, tmp_path, *command)
    wait_for(lambda: list(tmp_path.glob("out.gpkg.run/block-*.npz")), started)
    started.send_signal(number)
    _, errors = started.communicate(timeout=300)
    assert started.returncode == 3, errors
    assert "run the same command again to go on from there" in errors
    assert "Traceback" not in errors
    assert not (tmp_path / "out.gpkg").exists()
    again = process(scene, tmp_path, *command, "--json") if number == signal.SIGINT else None
    if again is not None:
        output, errors = again.communicate(timeout=300)
        assert again.returncode == 0, errors
        assert json.loads(output)["tiles"] == 49
        assert not list(tmp_path.glob("out.gpkg.run*"))


def wait_for(condition, started, seconds=300):  # a busy machine takes a minute to load torch
    end = time.monotonic() + seconds
    while time.monotonic() < end and started.poll() is None:
        if condition():
            return
        time.sleep(0.02)
    pytest.fail(f"it never happened; {started.communicate(timeout=5) if started.poll() is not None else ''}")


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "utf-8"])
def test_every_console_prints_the_table_and_ends_well(call, pair, tmp_path, encoding):
    """A success stays one on a console that lacks → and ─ (Windows, or output led into a file)."""

    def said(*arguments):
        result = CliRunner(charset=encoding).invoke(cli.main, [str(a) for a in arguments])
        assert result.exit_code == 0, result.stderr
        return result.stdout_bytes.decode(encoding), result.stderr_bytes.decode(encoding)

    table, told = said("describe", *pair, "-o", "out.gpkg", "--model", "tiny")
    assert ("→" if encoding == "utf-8" else "->") in told
    assert set(table.splitlines()[1]) == {"-" if encoding == "cp1252" else "─", " "}
    assert not (tmp_path / "state").exists()
    line, _ = said("report", "out.gpkg", "-o", "r.html", "--json")
    assert json.loads(line)["title"] == "What changed between 2011-05-01 and 2011-06-01"
    assert json.loads(line)["figures"][3]["value"].endswith(" m²")
    assert "Only inside these polygons" in said("describe", "--help")[0]


def test_a_console_of_windows_in_a_process_of_its_own(scene, tmp_path, pair):
    settings = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252", "DESCRIBE_CHANGES_MODELS": str(scene / "packs")}
    command = [*COMMAND, "describe", *map(str, pair), "-o", "out.gpkg", "--model", "tiny"]
    ended = subprocess.run(command, capture_output=True, cwd=tmp_path, env={**os.environ, **settings})
    assert ended.returncode == 0, ended.stderr
    assert set(ended.stdout.decode("cp1252").splitlines()[1]) == {"-", " "}


@pytest.mark.parametrize(
    "arguments",
    [
        ("describe", "b.tif", "a.tif", "-o", ""),
        ("describe", "b.tif", "a.tif", "-o", "x.gpkg", "--mask", ""),
        ("describe", "b.tif", "a.tif", "-o", "x.gpkg", "--aoi", ""),
        ("describe", "b.tif", "a.tif", "-o", "x.gpkg", "--extent="),
        ("series", "b.tif", "a.tif", "-o", ""),
        ("report", "x.gpkg", "-o", ""),
        ("export-dataset", "x.gpkg", "-o", ""),
        ("finetune", "p", "--data", "x", "-o", ""),
        ("train", "default", "--init-from", ""),
    ],
)
def test_an_empty_option_is_not_one_left_out(call, arguments, tmp_path):
    result = call(*arguments)
    assert result.exit_code == 2
    assert "is empty; give a value, or leave the option out" in result.stderr
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("argv0", ["describe-changes", "/usr/bin/describe-changes", "cli.py"])
def test_ctrl_c_before_anything_is_loaded_is_a_word_and_exit_code_3(argv0):
    program = (
        f"import signal, sys; sys.argv[0] = {argv0!r}\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a job in the background starts with it ignored
        "from describe_changes.core.interrupts import guard_start\n"
        "guard_start()\n"
        "import os, signal; os.kill(os.getpid(), signal.SIGINT); import time; time.sleep(60)"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (3, "Cancelled.\n")


def test_somebody_elses_program_keeps_its_own_ctrl_c():
    program = (
        "import signal, sys; sys.argv[0] = 'notebook.py'\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import describe_changes.cli\n"
        "assert signal.getsignal(signal.SIGINT) is signal.default_int_handler"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=120)


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc how far a process has come")
@pytest.mark.parametrize("sign", ["libtorch", "rasterio"])
def test_ctrl_c_during_the_imports(scene, pair, tmp_path, sign):
    """Whatever is being imported: no traceback, no output, exit code 3."""
    started = process(scene, tmp_path, "describe", *pair, "-o", "out.gpkg", "--model", "tiny", start_new_session=True)
    try:
        until = time.monotonic() + 120
        while sign not in Path(f"/proc/{started.pid}/maps").read_text():
            assert started.poll() is None
            assert time.monotonic() < until
            time.sleep(0.005)
        started.send_signal(signal.SIGINT)
        _, said = started.communicate(timeout=300)
    finally:
        started.kill()
    assert started.returncode == 3, said
    assert "Cancelled." in said
    assert "Traceback" not in said
    assert not (tmp_path / "out.gpkg").exists()
