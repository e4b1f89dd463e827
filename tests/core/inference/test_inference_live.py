"""Somebody watches: tiles come sooner, with the same result."""

from __future__ import annotations

import json

import pytest
from describe_changes.core.errors import Cancelled
from describe_changes.core.inference.runner import JobSpec, run_job
from describe_changes.core.inference.spec import LIVE_BLOCK


def test_watching_leaves_no_trace_but_smaller_blocks(make_pair, tmp_path, pack, collector):
    pair, found, first = make_pair(700, 800), {}, {}
    for live in (False, True):
        watch = collector()
        done = []
        watch.progress = lambda stage, number, total, *_, into=done: into.append(number) if stage == "describe" else None
        watch.tile = lambda record, watch=watch, done=done, live=live: (
            first.setdefault(live, done[-1]),
            type(watch).tile(watch, record),
        )
        run_job(JobSpec(*pair, tmp_path / f"{live}.gpkg", model=pack.path, device="cpu", live=live), watch)
        found[live] = watch.found()
    assert found[False] == found[True]
    assert first[True] < first[False]  # tiles described when the first one was handed out


def test_the_manifest_says_the_block_size(make_pair, tmp_path, pack, collector):
    spec = JobSpec(*make_pair(700, 800), tmp_path / "out.gpkg", model=pack.path, device="cpu", live=True)
    with pytest.raises(Cancelled):
        run_job(spec, collector(cancel_after=5))
    manifest = json.loads((tmp_path / "out.gpkg.run" / "manifest.json").read_text())
    assert manifest["parameters"]["block_size"] == LIVE_BLOCK == 384
