"""The documentation site builds strictly, and its generated pages say what the code says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import fields

import pytest
from describe_changes.core.io.records import TileRecord
from describe_changes.training.config import ScheduleConfig


@pytest.fixture(scope="module")
def site(root, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def cells(page):
    return set(re.findall(r"<td><code>([^<]+)</code></td>", page.read_text(encoding="utf-8")))


def test_every_column_of_a_tile_is_on_its_page(site):
    names = {field.metadata["name"] or field.name for field in fields(TileRecord) if field.name != "geometry"}
    assert names <= cells(site / "reference" / "columns.html")


def test_every_key_of_the_schedule_is_on_its_page(site):
    assert set(ScheduleConfig.model_fields) <= cells(site / "reference" / "configuration.html")


def test_the_command_line_and_the_api_are_there(site):
    assert "--date-before" in (site / "reference" / "cli.html").read_text(encoding="utf-8")
    assert "run_job" in (site / "reference" / "api.html").read_text(encoding="utf-8")


def test_no_page_asks_another_host_for_anything(site):
    asked = re.compile(r"<(?:script|link|img)[^>]+(?:src|href)=\"(https?://[^\"]+)")
    for page in site.rglob("*.html"):
        assert asked.findall(page.read_text(encoding="utf-8")) == [], page
