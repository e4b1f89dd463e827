"""Somebody watches: tiles come sooner, with the same result."""

from __future__ import annotations

import json

import pytest
from describe_changes.core.errors import Cancelled
from describe_changes.core.pipeline.job import LIVE_BLOCK, DescribeOptions
from describe_changes.core.pipeline.runner import run_job


def test_watching_leaves_no_trace_but_smaller_blocks(make_pair, tmp_path, pack, collector):
    class Watch(collector):
        """Notes how many tiles were described when the first one was handed out."""

        first = 0

        def tile(self, record):
            self.first = self.first or [done for stage, done, _ in self.steps if stage == "describe"][-1]
            super().tile(record)

    pair = make_pair(1300, 420)
    plain, live = Watch(), Watch()
    for watch, name in ((plain, "plain"), (live, "live")):
        job = DescribeOptions(*pair, tmp_path / f"{name}.gpkg", model=pack.path, device="cpu", live=watch is live)
        run_job(job, watch)
    assert plain.found() == live.found()
    assert plain.first == len(plain.tiles)
    assert live.first < len(live.tiles) * 0.7


def test_the_manifest_says_the_block_size(make_pair, tmp_path, pack, collector):
    spec = DescribeOptions(*make_pair(700, 800), tmp_path / "out.gpkg", model=pack.path, device="cpu", live=True)
    with pytest.raises(Cancelled):
        run_job(spec, collector(cancel_after=5))
    manifest = json.loads((tmp_path / "out.gpkg.run" / "manifest.json").read_text())
    assert manifest["parameters"]["block_size"] == LIVE_BLOCK == 384
