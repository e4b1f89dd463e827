"""Versions agree wherever they stand, and the pins are what these tests ran with."""

from __future__ import annotations

import configparser
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
import tomllib
from describe_changes.training.finetune.operation import NEEDED

REQUIRED_KEYS = {  # of the plugin site's validator, and two that make the plugin visible to qgis_process and QGIS 4
    "name", "qgisMinimumVersion", "description", "version", "author", "email", "about", "tracker", "repository",
    "hasProcessingProvider", "qgisMaximumVersion",
}  # fmt: skip


def metadata(root: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(root / "metadata.txt", encoding="utf-8")
    return parser["general"]


def pins(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if line and not line.startswith("#"))


def test_plugin_metadata_has_every_key_the_plugin_site_asks_for(root):
    found = metadata(root)
    assert {key for key in REQUIRED_KEYS if not found.get(key, "").strip()} == set()
    assert found["hasProcessingProvider"] == "yes"
    assert found["qgisMinimumVersion"] == "3.22"
    assert found["qgisMaximumVersion"] == "4.99"
    assert "supportsQt6" not in found
    assert re.fullmatch(r"\d+\.\d+\.\d+", found["version"])
    assert (root / found["icon"]).is_file()
    assert (root / "LICENSE").is_file()
    for key in ("tracker", "repository", "homepage"):
        assert found[key].startswith("https://")


def test_plugin_and_package_have_one_version(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == metadata(root)["version"]


def test_torch_is_pinned_for_developers_and_for_the_plugins_installer(root):
    assert pins(root / "constraints.txt")["torch"] == "2.13.0"
    assert pins(root / "resources" / "engine-requirements.txt")["torch"] == "2.13.0"


def test_the_installers_pins_are_a_part_of_ours(root):
    ours = pins(root / "constraints.txt")
    installer = pins(root / "resources" / "engine-requirements.txt")
    assert installer.items() <= ours.items()
    training = pins(root / "resources" / "training-requirements.txt")
    assert training.items() <= ours.items()
    assert set(training) == set(NEEDED)


def test_every_runtime_requirement_is_pinned_for_the_installer(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {line.split(">")[0].split("=")[0].strip() for line in project["dependencies"]}
    assert names <= set(pins(root / "resources" / "engine-requirements.txt"))


def test_the_tests_run_with_the_pinned_versions(root):
    wrong = {}
    for name, pinned in pins(root / "constraints.txt").items():
        try:
            found = version(name).split("+")[0]
        except PackageNotFoundError:  # needed on another platform or Python only
            continue
        if found != pinned:
            wrong[name] = (pinned, found)
    if wrong:
        pytest.fail(f"pinned and installed differ: {wrong}; run make again, or scripts/pin_versions.py to pin anew")


def test_the_plugin_looks_for_the_pythons_that_the_package_takes(root):
    """One range of Python versions: in the package, in the plugin's search, in the guides."""
    wanted = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    search = (root / "plugin" / "engine" / "python_discovery.py").read_text(encoding="utf-8")
    found = re.search(r"OLDEST, TOO_NEW = \(3, (\d+)\), \(3, (\d+)\)", search)
    assert found is not None
    oldest, too_new = map(int, found.groups())
    assert wanted == f">=3.{oldest},<3.{too_new}"
    assert f"No Python from 3.{oldest} to 3.{too_new - 1} was found" in search
    assert re.search(
        rf"3\.{oldest}\s+to 3\.{too_new - 1}", (root / "docs" / "user_guide.md").read_text(encoding="utf-8")
    )
    assert f"3.{oldest}–3.{too_new - 1}" in (root / "README.md").read_text(encoding="utf-8")
