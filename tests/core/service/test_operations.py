"""The operations behind the worker, on a real pair and a real (tiny) model."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from describe_changes.core.errors import Cancelled, InputError
from describe_changes.core.io.records import ChangeRecord, TileRecord, columns
from describe_changes.core.jsonable import to_jsonable
from describe_changes.core.service.operations import OPERATIONS, describe_options
from shapely import wkt


@pytest.fixture
def ask(scene, tmp_path, monkeypatch):
    """Return a function that does an operation and gives its events, as a client would read them."""
    monkeypatch.setenv("DESCRIBE_CHANGES_MODELS", str(scene / "packs"))
    monkeypatch.chdir(tmp_path)

    def ask(op, cancel_after=None, **params):
        events = []
        closing, fields = OPERATIONS[op](
            params,
            lambda event, **fields: events.append({"event": event, **fields}),
            lambda: cancel_after is not None and len(events) >= cancel_after,
        )
        events.append({"event": closing, **fields})
        return json.loads(json.dumps(to_jsonable(events), allow_nan=False))

    return ask


@pytest.fixture
def pair(scene):
    return {"before": str(scene / "town_20110501.tif"), "after": f"{scene}/post/*.tif", "model": "tiny"}


def test_run_tells_all_that_the_contract_names(ask, pair, tmp_path):
    events = ask("describe", **pair)
    by_kind = {kind: [e for e in events if e["event"] == kind] for kind in {e["event"] for e in events}}
    (started,), (done,) = by_kind["started"], by_kind["done"]
    named = "crs_wkt width height transform tiles gsd_m device model date_before date_after classes channels warnings"
    assert set(started) >= set(named.split())
    assert started["date_before"] == ["2011-05-01T00:00:00Z", "2011-05-01T23:59:59Z"]
    assert (started["width"], started["height"], started["tiles"]) == (192, 128, 12)
    assert started["channels"][0]["transition"] == "appeared"
    tiles = [event["tile"] for event in by_kind["tile"]]
    assert [tile["tile_id"] for tile in tiles] == list(range(12))
    assert list(tiles[0]) == [column.name for column in columns(TileRecord)] + ["wkt"]
    assert wkt.loads(tiles[0]["wkt"]).bounds[0] == pytest.approx(-94.5)
    changes = [event["change"] for event in by_kind.get("change", [])]
    assert len(changes) == done["summary"]["changes"] > 0
    assert list(changes[0]) == [column.name for column in columns(ChangeRecord)] + ["wkt"]
    assert {event["stage"] for event in by_kind["progress"]} == {"describe", "polygons", "sites"}
    assert os.listdir(tmp_path) == []


def test_cancel_leaves_no_output(ask, pair, tmp_path):
    with pytest.raises(Cancelled):
        ask("describe", cancel_after=4, output="out.gpkg", **pair)
    assert not (tmp_path / "out.gpkg").exists()


def test_inspect_says_what_a_run_would_find(ask, pair):
    (answer,) = ask("inspect", **pair, tile_size=96)
    data = answer["data"]
    assert (data["width"], data["height"], data["working_width"]) == (192, 128, 192)
    assert (data["tile_size"], data["overlap"], data["tiles"]) == (96, 24, 6)
    assert data["date_after"] == ["2011-06-01T00:00:00Z", "2011-06-01T23:59:59Z"]
    assert [len(files) for files in data["files"]] == [1, 2]
    # 192 × 128 pixels of 5e-6° at 37° N: 111.32 km per degree of latitude, times cos 37° for longitude.
    assert data["area_m2"] == pytest.approx(192 * 128 * (5e-6 * 111_320) ** 2 * 0.7986, rel=0.01)


def test_inspect_takes_what_is_known_of_a_layer(ask, pair):
    (answer,) = ask("inspect", **pair, crs_before="EPSG:4326", crs_after="EPSG:4269", nodata=0, bands_after="3,2,1")
    assert answer["data"]["bands"] == [[1, 2, 3], [3, 2, 1]]
    assert 'ID["EPSG",4269]' in answer["data"]["crs_wkt"]


def test_inspect_says_what_indices_will_measure(ask, pair):
    assert ask("inspect", **pair)[0]["data"]["indices"] == []
    with pytest.raises(InputError, match=r"Nothing says which band of town_20110501\.tif is near infrared"):
        ask("inspect", **pair, indices=True)
    told = ask("inspect", **pair, bands="1,2,2,nir=3,red=1,green=2")[0]["data"]
    assert told["indices"] == ["vegetation gained", "vegetation lost", "water gained", "water lost"]
    assert ask("inspect", **pair, bands="1,2,2,nir=3,red=1,green=2", indices="false")[0]["data"]["indices"] == []


def test_models_and_doctor_answer(ask):
    assert "tiny" in [pack["name"] for pack in ask("list_models")[0]["data"]]
    assert ask("doctor")[0]["data"]["ok"] is True


@pytest.mark.parametrize(
    ("params", "sentence"),
    [
        ({}, "Give the raster of the earlier date"),
        ({"before": "BEFORE"}, "Give the raster of the later date"),
        ({"before": "BEFORE", "after": ""}, "Give the raster of the later date"),
        ({"before": "BEFORE", "after": "BEFORE", "colour": "red"}, "There is no option “colour”"),
        ({"before": "BEFORE", "after": "BEFORE", "tile_size": "big"}, "“big” is no number"),
        ({"before": "BEFORE", "after": "BEFORE", "extent": [1, 2]}, "“extent” must be a text"),
        ({"before": "BEFORE", "after": "BEFORE", "crs_after": 4326}, "“crs_after” must be a text"),
        ({"before": "BEFORE", "after": "BEFORE", "nodata": [0]}, "“nodata” must be a text"),
        ({"before": [], "after": "BEFORE"}, "No raster was given for “before”"),
    ],
)
def test_bad_params_are_a_sentence(pair, params, sentence):
    given = {name: pair["before"] if value == "BEFORE" else value for name, value in params.items()}
    with pytest.raises(InputError, match=sentence):
        describe_options(given)


def test_a_list_of_files_and_numbers_as_text(pair):
    spec = describe_options({**pair, "before": [pair["before"]], "tile_size": "128", "threshold": "0.25", "mask": None})
    assert (spec.tile_size, spec.threshold, spec.outputs, len(spec.after)) == (128, 0.25, {}, 2)


def test_the_whole_way_through_the_worker(scene, pair, tmp_path):
    requests = [
        {"id": 1, "op": "describe", "params": {**pair, "output": str(tmp_path / "out.gpkg"), "device": "cpu"}},
        {"id": 2, "op": "describe", "params": {**pair, "before": "absent.tif"}},
    ]
    worker = subprocess.Popen(
        [sys.executable, "-m", "describe_changes.core.service.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "DESCRIBE_CHANGES_MODELS": str(scene / "packs"), "OMP_NUM_THREADS": "1"},
    )
    worker.stdin.write("".join(json.dumps(request) + "\n" for request in requests).encode())
    worker.stdin.flush()
    events = []
    while not events or events[-1].get("id") != 2:
        events.append(json.loads(worker.stdout.readline()))
    worker.communicate(timeout=30)
    assert worker.returncode == 0
    assert [e["event"] for e in events if e["event"] in ("ready", "started", "done")] == ["ready", "started", "done"]
    assert (events[-1]["kind"], events[-1]["event"]) == ("input", "error")
    assert (tmp_path / "out.gpkg").exists()
