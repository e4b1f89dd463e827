"""A release is one command that refuses in a sentence and then has changed nothing."""

from __future__ import annotations

import datetime
import importlib.util
import shutil
import sys

import pytest

DAY = datetime.date(2027, 1, 15)


@pytest.fixture(scope="module")
def release(root):
    spec = importlib.util.spec_from_file_location("release_script", root / "scripts" / "release.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def filled_in(root, tmp_path):
    for name in ("pyproject.toml", "metadata.txt", "CITATION.cff", "CHANGELOG.md"):
        shutil.copy(root / name, tmp_path / name)
    metadata = tmp_path / "metadata.txt"
    text = metadata.read_text(encoding="utf-8").replace("example.org", "a-real-place.net")
    metadata.write_text(text.replace("github.com/describe-changes/", "code.a-real-place.net/"), encoding="utf-8")
    return tmp_path


def test_every_file_gets_the_version_and_the_changelog_its_section(release, filled_in):
    changed = {path.name: text for path, text in release.plan(filled_in, "9.8.7", DAY).items()}
    assert 'version = "9.8.7"' in changed["pyproject.toml"]
    assert "\nversion=9.8.7\n" in changed["metadata.txt"]
    assert "\nversion: 9.8.7\n" in changed["CITATION.cff"]
    before = (filled_in / "CHANGELOG.md").read_text(encoding="utf-8")
    assert changed["CHANGELOG.md"].replace("\n## [9.8.7] - 2027-01-15\n", "") == before
    assert changed["CHANGELOG.md"].index("[Unreleased]") < changed["CHANGELOG.md"].index("[9.8.7]")


@pytest.mark.parametrize(
    ("version", "reason"), [("1.0", "not a version"), ("v1.0.0", "not a version"), ("0.0.9", "older")]
)
def test_odd_versions_are_refused(release, filled_in, version, reason):
    with pytest.raises(release.Refused, match=reason):
        release.plan(filled_in, version, DAY)


def test_an_empty_changelog_is_refused(release, filled_in):
    (filled_in / "CHANGELOG.md").write_text("# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-11-01\n- First.\n")
    with pytest.raises(release.Refused, match="nothing to release"):
        release.plan(filled_in, "9.8.7", DAY)


def test_placeholders_are_refused(release, filled_in, root):
    shutil.copy(root / "metadata.txt", filled_in / "metadata.txt")
    if not any(word in (root / "metadata.txt").read_text(encoding="utf-8") for word in release.PLACEHOLDERS):
        (filled_in / "metadata.txt").write_text("version=0.1.0\nemail=x@example.org\n", encoding="utf-8")
    with pytest.raises(release.Refused, match="placeholders"):
        release.plan(filled_in, "9.8.7", DAY)


def test_nothing_changes_where_it_is_refused(release, filled_in, monkeypatch, capsys):
    monkeypatch.setattr(release, "ROOT", filled_in)
    monkeypatch.setattr(release, "command", lambda *words: " M README.md" if words[1] == "status" else "")
    before = {path: path.read_bytes() for path in filled_in.iterdir()}
    assert release.main(["9.8.7"]) == 2
    assert "commit or stash" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in filled_in.iterdir()} == before
