"""Records of a small run: a 4 × 4 lattice of 100 m tiles in UTM, every third tile changed."""

from __future__ import annotations

from datetime import datetime, timezone
from types import SimpleNamespace

import pytest
from affine import Affine
from describe_changes.core.io.records import ChangeRecord, RunRecord, SiteRecord, TileRecord
from describe_changes.core.raster.grid import Grid
from pyproj import CRS
from shapely.geometry import MultiPolygon, Polygon, box

BEFORE = datetime(2011, 5, 1, tzinfo=timezone.utc)
AFTER = datetime(2011, 6, 1, 12, 30, tzinfo=timezone.utc)
X, Y = 360_000.0, 4_100_000.0
CHANNELS = [
    {"name": "building appeared", "class_name": "building", "transition": "appeared", "threshold": 0.5},
    {"name": "building disappeared", "class_name": "building", "transition": "disappeared", "threshold": 0.5},
    {"name": "other change", "class_name": "change", "transition": "", "threshold": 0.5},
]


def tile(number: int, **fields: object) -> TileRecord:
    left, top = X + 100 * (number % 4), Y - 100 * (number // 4)
    changed = number % 3 == 0
    values = {
        "geometry": box(left, top - 100, left + 100, top),
        "tile_id": number,
        "caption": f"tile {number}: <b>houses</b> & “trees” – Łódź",
        "changed": changed,
        "change_score": 0.9 - number / 100 if changed else 0.01,
        "changed_fraction": number / 20 if changed else 0.0,
        "changed_area_m2": 12.5 * number if changed else 0.0,
        "confidence": 0.75,
        "facts": "3 new buildings, 1,240 m²" if changed else "",
        "valid_fraction": 1.0,
        "date_before": BEFORE,
        "date_after": AFTER,
        "model": "tiny",
    }
    return TileRecord(**{**values, **fields})


def change(number: int, **fields: object) -> ChangeRecord:
    left, top = X + 7 * number % 380, Y - 11 * number % 380
    values = {
        "geometry": box(left, top - 10, left + 20, top),
        "change_id": number,
        "class_name": "building",
        "transition": "appeared" if number % 2 else "disappeared",
        "area_m2": 200.0,
        "perimeter_m": 60.0,
        "mean_probability": 0.8,
        "caption": "a house appears",
        "tile_id": 0,
        "date_before": BEFORE,
        "date_after": AFTER,
    }
    return ChangeRecord(**{**values, **fields})


def site(number: int, **fields: object) -> SiteRecord:
    """A site of 20 × 10 m, 90 m east of the one before, four to a row; the higher its number, the larger its area."""
    left, top = X + 90 * (number % 4), Y - 90 * (number // 4)
    values = {
        "geometry": MultiPolygon([box(left, top - 10, left + 20, top)]),
        "site_id": number,
        "description": f"site {number}: <b>houses</b> & “trees” – Łódź",
        "description_source": "model",
        "class_name": "building",
        "transition": "appeared",
        "changed_area_m2": 200.0 + number,
        "changes": 1,
        "place": "north",
        "certainty": "likely",
        "confidence": 0.75,
        "date_before": BEFORE,
        "date_after": AFTER,
        "model": "tiny",
    }
    return SiteRecord(**{**values, **fields})


def run_record(**fields: object) -> RunRecord:
    values = {
        "run_id": "0123abcd",
        "engine_version": "0.1.0",
        "started": BEFORE,
        "duration_s": 75.0,
        "before": "vor <1>.tif",
        "after": "nach.tif",
        "date_before": BEFORE,
        "date_before_end": None,
        "date_after": AFTER,
        "date_after_end": None,
        "crs": "EPSG:32615",
        "width": 400,
        "height": 400,
        "gsd_m": 1.0,
        "model": "tiny",
        "model_sha256": "ab" * 32,
        "device": "CPU, 2 cores, fp32",
        "tiles": 16,
        "changed_tiles": 6,
        "changes": 9,
        "changed_area_m2": 1800.0,
        "channels": CHANNELS,
        "parameters": {"threshold": 0.5, "extent": None},
        "versions": {"torch": "2.13.0"},
        "timings": {"read": 1.0, "describe": float("nan")},
        "warnings": ["The dates are off by half a pixel."],
    }
    return RunRecord(**{**values, **fields})


@pytest.fixture
def records() -> SimpleNamespace:
    """Makers of records and the values that they use."""
    return SimpleNamespace(
        tile=tile,
        change=change,
        site=site,
        run=run_record,
        before=BEFORE,
        after=AFTER,
        crs=CRS("EPSG:32615"),
        grid=Grid(CRS("EPSG:32615"), Affine(1, 0, X, 0, -1, Y), 400, 400),
        channels=CHANNELS,
        polygon=Polygon,
    )
