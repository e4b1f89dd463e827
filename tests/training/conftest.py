"""Fixtures of the training tests: the shared data folder, where it is, and a METEOR process."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from describe_changes.training.evaluation.caption_metrics import Meteor, open_meteor
from PIL import Image


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of the shared data sets; tests that need it are skipped where it is absent."""
    named = os.environ.get("DESCRIBE_CHANGES_DATA")
    folder = Path(named) if named else Path(__file__).resolve().parents[2].parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"shared data not found at {folder} (set DESCRIBE_CHANGES_DATA)")
    return folder


@pytest.fixture(scope="session")
def meteor() -> Iterator[Meteor]:
    """One METEOR for all tests of a worker; it takes seconds to start."""
    with open_meteor() as process:
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
