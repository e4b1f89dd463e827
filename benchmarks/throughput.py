"""Tiles per processor second of the whole predictor against the bare encoder on the same tiles: what the rest costs.

The pack is the bundled one, or the one named on the command line. Both ways run in turn in one process.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from describe_changes.core.models.packs import load_pack
from describe_changes.core.predict.device import choose_device
from describe_changes.core.predict.predictor import Predictor
from results import save

TILES = 16
DEFAULT = Path(__file__).resolve().parents[1] / "resources" / "models" / "default"


def rate(action: Callable[[], object]) -> float:
    """Return tiles per processor second, the best of three."""
    action()
    times = []
    for _ in range(3):
        started = time.process_time()
        action()
        times.append(time.process_time() - started)
    return TILES / min(times)


def main() -> None:
    """Measure the encoder, then the predictor without and with captions."""
    pack = load_pack(sys.argv[1] if len(sys.argv) > 1 else DEFAULT)
    device = choose_device("cpu")
    side = pack.manifest.input.tile_size
    images = np.random.default_rng(0).integers(0, 256, (TILES, 2, 3, side, side), dtype=np.uint8)
    valid = np.ones((TILES, 2, side, side), np.bool_)
    encoder = pack.build_model().encoder.to(memory_format=torch.channels_last)
    batch = torch.from_numpy(images).flatten(0, 1).float().contiguous(memory_format=torch.channels_last) / 255
    every = pack.manifest.calibration.model_copy(update={"threshold": 0.0})  # noise is no change: let it count as one
    predictor = Predictor(replace(pack, manifest=pack.manifest.model_copy(update={"calibration": every})), device)

    @torch.inference_mode()
    def bare() -> None:
        fast = torch.autocast("cpu", torch.bfloat16) if device.precision == "bf16" else nullcontext()
        with fast:
            for start in range(0, len(batch), 2 * predictor.batch_size):
                encoder(batch[start : start + 2 * predictor.batch_size])

    alone = rate(bare)
    silent = rate(lambda: predictor.predict(images, valid, [False] * TILES))
    speaking = rate(lambda: predictor.predict(images, valid))
    unsaid = sum(bool(tile.skip_reason) for tile in predictor.predict(images, valid))
    if unsaid:
        raise SystemExit(f"{unsaid} of {TILES} tiles were not captioned; the figures would say nothing of captions")
    figures = {
        "predictor with masks / bare encoder": round(silent / alone, 3),
        "predictor with masks and captions of every tile / bare encoder": round(speaking / alone, 3),
        "bare encoder, tiles per processor second here": round(alone, 1),
        "predictor with masks and captions, tiles per processor second here": round(speaking, 1),
        "beam": pack.manifest.beam,
        "pack": pack.name,
        "device": device.description,
    }
    save("throughput", f"tiles of two dates, {side} × {side} pixels; rates, so 1 means the rest costs nothing", figures)


if __name__ == "__main__":
    main()
