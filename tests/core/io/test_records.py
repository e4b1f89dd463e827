from __future__ import annotations

import dataclasses
import json
from datetime import datetime, timedelta, timezone

import numpy as np
import pytest
from describe_changes.core.io.records import ChangeRecord, RunRecord, TileRecord, as_event, columns
from describe_changes.core.jsonable import as_utc, dumps_strict, to_jsonable
from shapely import wkt

# LayerSnapshot by hand from the architecture's table, not from the code.
TILES = (
    "tile_id caption changed change_score changed_fraction changed_area_m2 confidence facts valid_fraction skip_reason "
    "date_before date_before_end date_after date_after_end dates model review_status caption_edited"
)
CHANGES = (
    "change_id class transition area_m2 perimeter_m mean_probability objects caption tile_id site_id "
    "date_before date_before_end date_after date_after_end dates review_status"
)


def test_columns_are_those_of_the_architecture():
    assert [column.name for column in columns(TileRecord)] == TILES.split()
    assert [column.name for column in columns(ChangeRecord)] == CHANGES.split()


@pytest.mark.parametrize("record_type", [TileRecord, ChangeRecord, RunRecord])
def test_every_attribute_but_the_geometry_is_a_column(record_type):
    attributes = [f.name for f in dataclasses.fields(record_type) if f.name != "geometry"]
    assert [column.attribute for column in columns(record_type)] == attributes
    assert all(column.meaning for column in columns(record_type))


def test_event_is_strict_json_and_carries_the_geometry(records):
    event = as_event(records.tile(3, change_score=float("inf"), confidence=np.float32(0.5)))
    again = json.loads(json.dumps(event, allow_nan=False))
    assert again["change_score"] is None
    assert again["confidence"] == 0.5
    assert again["date_before"] == "2011-05-01T00:00:00Z"
    assert wkt.loads(again["wkt"]).equals(records.tile(3).geometry)
    assert as_event(records.change(1))["class"] == "building"


def test_plain_handles_what_numpy_and_paths_bring(tmp_path):
    value = {1: np.int64(3), "b": (np.float64("nan"), np.bool_(True)), "p": tmp_path, "n": None}
    assert to_jsonable(value) == {"1": 3, "b": [None, True], "p": str(tmp_path), "n": None}
    assert dumps_strict({"ü": float("-inf")}) == '{"ü": null}'


def test_utc_moves_other_zones_and_takes_naive_as_utc():
    zone = timezone(timedelta(hours=2))
    assert to_jsonable(datetime(2020, 1, 1, 1, tzinfo=zone)) == "2019-12-31T23:00:00Z"
    assert as_utc(datetime(2020, 1, 1)).utcoffset() == timedelta(0)
