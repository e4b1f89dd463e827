"""Fixtures of the training tests: the shared data folder, where it is, and a METEOR process."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import numpy as np
import pytest
from describe_changes.training.evaluation import caption_metrics
from describe_changes.training.evaluation.caption_metrics import Meteor
from PIL import Image

OpenMeteor = Callable[[], AbstractContextManager[Meteor]]


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of the shared data sets; tests that need it are skipped where it is absent."""
    named = os.environ.get("DESCRIBE_CHANGES_DATA")
    folder = Path(named) if named else Path(__file__).resolve().parents[2].parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"shared data not found at {folder} (set DESCRIBE_CHANGES_DATA)")
    return folder


@pytest.fixture(scope="session")
def kept_meteor() -> Iterator[OpenMeteor]:
    """Open the one METEOR of a worker's tests: it takes seconds to start, so it goes on running."""
    with ExitStack() as stack:
        started: list[Meteor] = []

        @contextmanager
        def opened() -> Iterator[Meteor]:
            if not started:
                started.append(stack.enter_context(caption_metrics.open_meteor()))
            yield started[0]

        yield opened


@pytest.fixture
def own_meteor() -> None:
    """For tests of METEOR's own start: they open a process of their own."""


@pytest.fixture(autouse=True)
def _one_meteor(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, kept_meteor: OpenMeteor) -> None:
    """Have whatever trains or evaluates score with the worker's METEOR."""
    if "own_meteor" in request.fixturenames:
        return
    for name in ("evaluation.compare_packs", "evaluation.evaluate", "sweep"):
        module = sys.modules.get(f"describe_changes.training.{name}")
        if module is not None:
            monkeypatch.setattr(module, "open_meteor", kept_meteor)


@pytest.fixture
def meteor(kept_meteor: OpenMeteor) -> Iterator[Meteor]:
    """A running METEOR."""
    with kept_meteor() as process:
        if isinstance(process, Exception):
            pytest.skip(f"METEOR cannot run: {process}")
        yield process


TINY_CAPTIONS = (
    ["there is no difference", "no change has occurred"],
    ["a house is built in the top left corner", "a building appears in the top left corner"],
)


@pytest.fixture(scope="session")
def tiny_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree of the published layout: grey scenes, half of them with a bright square in the top left corner."""
    root = tmp_path_factory.mktemp("data") / "levir"
    rng = np.random.default_rng(0)
    entries = []
    for split, count in (("train", 4), ("val", 2)):
        for index in range(count):
            changed = index % 2
            before = rng.integers(90, 110, (256, 256, 3), dtype=np.uint8)
            after = before.copy()
            label = np.zeros((256, 256), np.uint8)
            if changed:
                after[20:90, 20:90] = 250
                label[20:90, 20:90] = 255
            name = f"{split}_{index:06d}.png"
            for folder, image in (("A", before), ("B", after), ("label", label)):
                path = root / "images" / split / folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                Image.fromarray(image).save(path)
            sentences = [{"raw": f" {c} .", "tokens": c.split()} for c in TINY_CAPTIONS[changed]]
            entries.append(
                {"filepath": split, "filename": name, "split": split, "changeflag": changed, "sentences": sentences}
            )
    (root / "LevirCCcaptions.json").write_text(json.dumps({"images": entries}))
    (root / "text.json").write_text(json.dumps({"train": {"a": TINY_CAPTIONS[1]}}))
    return root.parent
