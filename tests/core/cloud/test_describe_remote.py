"""A job on addresses gives what the same job on local files gives, from every door that allows it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyogrio
import pytest
from describe_changes.core.api.watching import SilentSeriesObserver
from describe_changes.core.errors import InputError
from describe_changes.core.io.geopackage_reader import read_result
from describe_changes.core.service.operations import describe
from describe_changes.core.service.timeseries import series_options
from describe_changes.core.timeseries.runner import run_series


@pytest.fixture
def remote(server, scene, monkeypatch):
    """Return the addresses of the scene's earlier raster and of the two pieces of its later one."""
    monkeypatch.setenv("DESCRIBE_CHANGES_MODELS", str(scene / "packs"))
    for path in (scene / "town_20110501.tif", *(scene / "post").glob("*.tif")):
        shutil.copy(path, server.root)
    return [
        f"{server.url}/{name}_{day}.tif" for name, day in (("town", 20110501), ("west", 20110601), ("east", 20110601))
    ]


def run(output, before, after, **options):
    events = []
    params = {"before": before, "after": after, "output": str(output), "model": "tiny", "overwrite": True, **options}
    describe(params, lambda event, **data: events.append((event, data)), lambda: False)
    return events


def content(path, layer):
    """Return the rows of a layer without what names files and times."""
    table = pyogrio.read_dataframe(path, layer=layer)
    return table.drop(columns=[name for name in table if name.startswith("image_") or name == "created"])


def runs_of(path):
    return pyogrio.read_dataframe(path, layer="runs", read_geometry=False)


def test_the_result_is_that_of_local_files(remote, scene, tmp_path):
    town, *post = remote
    events = run(tmp_path / "remote.gpkg", town, post, allow_remote=True)
    local = sorted(map(str, (scene / "post").glob("*.tif")), reverse=True)
    run(tmp_path / "local.gpkg", str(scene / "town_20110501.tif"), local)
    for layer in ("sites", "changes", "tiles"):
        one, two = content(tmp_path / "remote.gpkg", layer), content(tmp_path / "local.gpkg", layer)
        assert len(one) > 0
        assert one.equals(two), layer
    stages = [data["stage"] for event, data in events if event == "progress"]
    assert stages[:3] == ["download"] * 3
    assert "describe" in stages
    (recorded,) = read_result(tmp_path / "remote.gpkg").runs
    assert recorded.parameters["origins"] == {"before": [town], "after": post}
    assert all(Path(line).is_file() for line in recorded.after.splitlines())  # QGIS shows the copies below the result


def test_nothing_is_read_unless_it_is_allowed(remote, tmp_path, server):
    with pytest.raises(InputError, match="--allow-remote"):
        run(tmp_path / "a.gpkg", remote[0], remote[1])
    assert server.paths == set()


def test_an_option_that_cannot_be_is_said_before_anything_is_fetched(remote, tmp_path, server):
    with pytest.raises(InputError, match="--tile-size 7 is out of range"):
        run(tmp_path / "a.gpkg", remote[0], remote[1], allow_remote=True, tile_size=7)
    assert server.paths == set()


def test_stac_items_bring_their_dates(remote, server, tmp_path):
    for name, day in (("town_20110501", "2009-03-04"), ("west_20110601", "2012-05-06")):
        item = {
            "type": "Feature", "stac_version": "1.0.0", "id": name, "geometry": None, "links": [],
            "properties": {"datetime": f"{day}T00:00:00Z"},
            "assets": {"visual": {"href": f"./{name}.tif", "type": "image/tiff; application=geotiff"}},
        }  # fmt: skip
        (server.root / f"{name}.json").write_text(json.dumps(item))
    before, after = (address.replace(".tif", ".json") for address in remote[:2])
    run(tmp_path / "a.gpkg", before, after, allow_remote=True)
    (recorded,) = read_result(tmp_path / "a.gpkg").runs
    assert (str(recorded.date_before)[:10], str(recorded.date_after)[:10]) == ("2009-03-04", "2012-05-06")


def test_a_series_of_addresses(remote, scene, tmp_path):
    options = {"model": "tiny", "output": str(tmp_path / "a.gpkg"), "dates": ["2010", "2011", "2012"]}
    first_one, last_one = (shutil.copy(scene / "town_20110501.tif", tmp_path / f"{name}.tif") for name in "ab")
    given = series_options({**options, "rasters": [str(first_one), remote[0], str(last_one)], "allow_remote": True})
    summary = run_series(given, SilentSeriesObserver())
    assert summary.pair_count == 2
    origins = [json.loads(text)["origins"] for text in runs_of(tmp_path / "a.gpkg")["parameters"]]
    assert origins == [{"before": [], "after": [remote[0]]}, {"before": [remote[0]], "after": []}]


def test_the_command_line_in_a_process_without_network_reads_what_it_was_told_to(remote, scene, tmp_path):
    command = [sys.executable, "-m", "describe_changes.cli", "describe", remote[0], remote[1], "-o", "a.gpkg"]
    environment = {**os.environ, "DESCRIBE_CHANGES_STATE": str(tmp_path / "state")}
    command += ["--allow-remote", "--model", "tiny", "--json"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["tiles"] > 0
