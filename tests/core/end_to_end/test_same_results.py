"""A run's outputs are, by content, those of before modules were moved, merged and renamed.

``results_of_a_tiny_run.json`` was written by commit c8187ad, before any of that, with the tiny pack of these tests, so
that another default model leaves it alone. It is held against runs in float32, since processors round bfloat16 each in
their own way. Whoever changes what a run finds writes it anew with
``WRITE_SAME_RESULTS=1`` and says in the commit what has changed and why.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pyogrio
import pytest
import rasterio
import shapely
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.pipeline.runner import run_job
from describe_changes.core.predict import device

GOLDEN = Path(__file__).with_name("results_of_a_tiny_run.json")
LAYERS = ("tiles", "changes", "runs")
OLD_LAYERS = {"runs": "run"}
RENAMED = {
    "gated": "skip_reason", "change_share": "changed_fraction", "valid_share": "valid_fraction",
    "direction": "transition", "score": "mean_probability", "review": "review_status",
}  # fmt: skip
"""Column of then → column of today."""
REWORDED = {
    "no change of the trained classes found": "no changed area",
    "no change of the trained classes": "no change found",
}
OF_THE_MOMENT = {
    "run_id", "engine_version", "started", "duration_s", "before", "after", "model_sha256", "device", "parameters",
    "inputs", "model_info", "versions", "timings",
}  # fmt: skip
"""Columns of the run that say when, where and by which version it was made."""


def _plain(value: Any) -> Any:
    value = value.item() if hasattr(value, "item") else value
    return value if isinstance(value, (bool, int, float, str, type(None))) else str(value)


def found(output: Path, mask: Path) -> dict[str, Any]:
    """All rows of all layers with their geometry's area, and how many pixels of the mask have each value."""
    content: dict[str, Any] = {}
    for layer in LAYERS:
        meta, _, shapes, data = pyogrio.raw.read(output, layer=layer)
        rows = [dict(zip(map(str, meta["fields"]), map(_plain, row), strict=True)) for row in zip(*data, strict=True)]
        dropped = OF_THE_MOMENT if layer == "runs" else set()
        content[layer] = [{name: value for name, value in row.items() if name not in dropped} for row in rows]
        if layer != "runs":
            for row, shape in zip(content[layer], shapely.from_wkb(shapes), strict=True):
                row["geometry_area"] = round(float(shapely.area(shape)), 6)
    with rasterio.open(mask) as source:
        content["mask"] = {str(key): count for key, count in sorted(Counter(source.read(1).ravel().tolist()).items())}
    return content


@pytest.fixture(scope="module")
def now(tmp_path_factory, pack):
    from ..tiny_runs import scene, write_raster

    folder = tmp_path_factory.mktemp("same")
    before, after = scene(300, 260, seed=4)
    files = [
        write_raster(folder / f"{name}.tif", px) for name, px in (("a_2012-05-01", before), ("b_2017-05-01", after))
    ]
    mask = folder / "mask.tif"
    options = {
        "model": pack.path,
        "device": "cpu",
        "block_size": 128,
        "min_area": 1.0,
        "outlines": "raw",
        "outputs": {"mask": mask},
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(device, "_cpu_has_fast_bf16", lambda: False)
        run_job(DescribeOptions(*files, folder / "out.gpkg", **options))
    return found(folder / "out.gpkg", mask)


@pytest.fixture(scope="module")
def golden(now):
    if os.environ.get("WRITE_SAME_RESULTS"):
        GOLDEN.write_text(json.dumps(now, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    return json.loads(GOLDEN.read_text(encoding="utf-8"))


def in_words_of_today(column: str, value: Any) -> Any:
    if column == "channels":
        return value.replace('"direction"', '"transition"')
    return 3 if column == "schema_version" else REWORDED.get(value, value)


@pytest.mark.parametrize("layer", LAYERS)
def test_every_value_of_a_layer_is_what_it_was(layer, now, golden):
    rows, before = now[layer], golden[OLD_LAYERS.get(layer, layer)]
    assert len(rows) == len(before) > 0
    for row, old in zip(rows, before, strict=True):
        for column, value in old.items():
            new, then = row[RENAMED.get(column, column)], in_words_of_today(column, value)
            assert new == (pytest.approx(then, rel=1e-4, abs=1e-5) if isinstance(then, float) else then), column


def test_the_mask_has_as_many_pixels_of_each_class_as_it_had(now, golden):
    assert now["mask"] == golden["mask"]
    assert len(golden["mask"]) > 1
