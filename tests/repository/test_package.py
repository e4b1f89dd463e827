"""The zip of ``make package`` held against what the plugin site checks, and tried where a user would have it.

The rules are those of the plugin site's validator and scanner: size, names, metadata, licence, Bandit, flake8, secrets,
hidden and executable files. The scanner's warnings do not block an upload there; here they do.
"""

from __future__ import annotations

import ast
import configparser
import hashlib
import importlib.util
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath
from urllib.parse import urlparse

import pytest
import rasterio

TOOLS = Path(sys.executable).parent
REQUIRED = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository")
WANTED = ("hasProcessingProvider", "homepage", "tags", "icon", "category", "license", "changelog", "qgisMaximumVersion")
SUSPICIOUS = (".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd", ".pyc", ".pyo", ".zip", ".whl", ".jar")
FOR_DEVELOPERS = {"tests", "benchmarks", "scripts", "runs", "build", "cli.py", "pyproject.toml", "Makefile"}


@pytest.fixture(scope="module")
def maker(root, tracked):  # tracked skips where there is no git clone
    spec = importlib.util.spec_from_file_location("make_package", root / "scripts" / "make_package.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def package(maker, tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("package") / "describe_changes.zip"
    maker.build(target)
    return target


@pytest.fixture(scope="module")
def names(package) -> list[str]:
    with zipfile.ZipFile(package) as opened:
        assert opened.testzip() is None
        return opened.namelist()


@pytest.fixture(scope="module")
def unpacked(package, tmp_path_factory) -> Path:
    """The plugin as QGIS unpacks it, in a profile whose path has blanks and letters beyond ASCII."""
    place = tmp_path_factory.mktemp("Öffentliche Erweiterungen 变化")
    with zipfile.ZipFile(package) as opened:
        opened.extractall(place)
    return place / "describe_changes"


def test_size_and_names_are_what_the_site_takes(package, names):
    assert package.stat().st_size <= 25_000_000
    assert {name.split("/")[0] for name in names} == {"describe_changes"}
    for name in names:
        path = PurePosixPath(name)
        assert ".." not in name
        assert not name.startswith("/")
        assert not any(part.startswith((".", "__MACOSX", "__pycache__")) for part in path.parts), name
        assert path.suffix.lower() not in SUSPICIOUS, name
        assert name.isascii(), name


def test_no_file_is_executable_or_a_link(package):
    with zipfile.ZipFile(package) as opened:
        assert {item.external_attr >> 16 for item in opened.infolist()} == {0o100644}


def test_metadata_as_the_site_reads_it(unpacked):
    parser = configparser.ConfigParser()  # as the site does: with interpolation, so a bare % would break it
    parser.optionxform = str
    parser.read_string((unpacked / "metadata.txt").read_text(encoding="utf-8"))
    found = dict(parser.items("general"))
    assert [key for key in (*REQUIRED, *WANTED) if not found.get(key, "").strip()] == []
    for key in ("tracker", "repository", "homepage"):
        address = urlparse(found[key])
        assert address.scheme == "https"
        assert address.netloc
    assert "/" not in found["author"]
    assert re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", found["email"])
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]+", unpacked.name)
    icon = unpacked / found["icon"]
    assert icon.is_file()
    assert icon.with_name(f"{icon.stem}_dark.svg").is_file()
    assert found["hasProcessingProvider"] == "yes"
    assert "supportsQt6" not in found
    for flag in ("experimental", "deprecated", "server"):
        assert found[flag] in ("True", "False")
    assert "GNU GENERAL PUBLIC LICENSE" in (unpacked / "LICENSE").read_text(encoding="utf-8")
    assert "classFactory" in (unpacked / "__init__.py").read_text(encoding="utf-8")


def test_only_what_a_user_needs_is_in_it(names, root):
    inside = [PurePosixPath(name).relative_to("describe_changes") for name in names]
    assert [str(path) for path in inside if path.parts[0] in FOR_DEVELOPERS] == []
    assert [str(path) for path in inside if path.suffix in (".ts", ".sh", ".toml", ".yaml")] == []
    assert not any("spacy_pipeline" in path.parts for path in inside)
    for needed in (
        "resources/models/default/model.safetensors",
        "resources/models/default/card.md",
        "resources/engine-requirements.txt",
        "resources/styles/tiles.qml",
        "resources/examples/CREDITS.md",
        "core/report/report.html.jinja",
        "docs/user_guide.md",
    ):
        assert PurePosixPath(needed) in inside
    guide = (root / "docs" / "user_guide.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\((?!https?:)([^)#:\s]+)", guide))
    assert {path.name for path in inside if path.parts[0] == "docs"} == {Path(n).name for n in linked} | {
        "user_guide.md"
    }


def test_every_relative_import_leads_to_a_shipped_module(unpacked):
    lost = []
    for path in unpacked.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level:
                base = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
                if not (base.with_suffix(".py").is_file() or (base / "__init__.py").is_file()):
                    lost.append(f"{path.relative_to(unpacked)}:{node.lineno} {node.module}")
    assert lost == []


def test_the_same_files_give_the_same_zip(maker, package, tmp_path):
    maker.build(tmp_path / "again.zip")
    digests = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (package, tmp_path / "again.zip")}
    assert len(digests) == 1


def test_bandit_finds_nothing(unpacked):
    done = run(str(TOOLS / "bandit"), "-r", str(unpacked), "-f", "json", "--quiet")
    report = json.loads(done.stdout)
    assert report["errors"] == []
    assert report["metrics"]["_totals"]["loc"] > 5000
    assert [f"{f['filename']}:{f['line_number']} {f['issue_text']}" for f in report["results"]] == []


def test_flake8_finds_nothing(unpacked):
    # E203 is the blank before the colon of a slice, which PEP 8 and ruff format want and pycodestyle alone does not.
    options = ("--isolated", "--max-line-length=120", "--extend-ignore=E203,QGS")
    done = run(str(TOOLS / "flake8"), *options, str(unpacked))
    assert done.stdout.splitlines() == []
    assert done.returncode == 0, done.stderr


def test_no_secrets(unpacked):
    command = ("scan", "--all-files", "--exclude-files", r"metadata\.txt", ".")
    done = run(str(TOOLS / "detect-secrets"), *command, cwd=unpacked)
    found = json.loads(done.stdout)
    assert found["plugins_used"]
    assert {name: [hit["line_number"] for hit in hits] for name, hits in found["results"].items()} == {}


def test_the_engine_works_from_the_unpacked_zip(unpacked, root, tmp_path):
    """Doctor and a run of a few tiles, by this environment's Python but with nothing of the checkout."""
    if not (root / "resources" / "models" / "default").exists():
        pytest.skip("resources/models/default is not there yet")
    example = unpacked / "resources" / "examples" / "naip"
    before, after = sorted(str(path) for path in example.glob("*.tif"))
    with rasterio.open(after) as image:
        west, north, side = image.bounds.left, image.bounds.top, 200 * image.res[0]
        extent = f"{west},{north - side},{west + side},{north},{image.crs.to_string()}"
    run_params = {"before": before, "after": after, "extent": extent, "device": "cpu", "overwrite": True}
    run_params |= {name: str(tmp_path / f"résult.{name}") for name in ("mask", "report")}
    run_params["mask"] += ".tif"
    run_params["report"] += ".html"
    events = worker(
        unpacked,
        {"id": 1, "op": "doctor", "params": {}},
        {"id": 2, "op": "describe", "params": {**run_params, "output": str(tmp_path / "résult.gpkg")}},
    )
    doctor = next(event for event in events if event.get("id") == 1)
    assert doctor["event"] == "result", doctor
    assert doctor["data"]["ok"], doctor["data"]
    assert [model["path"] for model in doctor["data"]["models"]] == [str(unpacked / "resources" / "models" / "default")]
    assert events[-1]["event"] == "done", events[-1]
    assert [event["tile"]["caption"] for event in events if event["event"] == "tile"]
    assert (tmp_path / "résult.gpkg").is_file()
    assert "<html" in Path(run_params["report"]).read_text(encoding="utf-8")
    assert Path(run_params["mask"]).is_file()


def worker(plugin: Path, *requests: dict) -> list[dict]:
    """Start the engine as QGIS does, send the requests, and return all events."""
    bootstrap = plugin / "plugin" / "engine" / "bootstrap.py"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {
        "XDG_DATA_HOME": str(plugin.parent / "data"),
        "DESCRIBE_CHANGES_STATE": str(plugin.parent / "state"),
    }
    events: list[dict] = []
    with subprocess.Popen(
        [sys.executable, "-I", "-B", "-X", "utf8", str(bootstrap), str(os.getpid())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=plugin.parent,
        env=environment,
        start_new_session=True,
    ) as engine:
        for request in requests:
            engine.stdin.write(json.dumps(request) + "\n")
            engine.stdin.flush()
            for line in engine.stdout:
                events.append(json.loads(line))
                if events[-1]["event"] in ("done", "result", "error"):
                    break
        engine.stdin.close()
    return events


def run(*command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300)
