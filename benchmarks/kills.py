"""Kill a run at random moments, give the same command again, and hold the result against one that nobody disturbed.

    python benchmarks/kills.py --kills 25 --executors sequential processes

Half of the kills fall anywhere in the run, half into the writing of the outputs, which is short. Each is a ``SIGKILL``
to the whole process group. After each, the same command must end well, without ``--overwrite``; tiles, areas, run,
mask, probabilities and report must be those of the undisturbed run, and nothing else may be left in the folder. The
command runs in a fork of this process, which has imported what takes seconds; to the run that makes no difference.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
import torch
from affine import Affine
from describe_changes import cli
from describe_changes.core.models.captioner import ChangeCaptioner
from describe_changes.core.models.config import CaptionerConfig, DecoderConfig, EncoderConfig, MaskHeadConfig
from describe_changes.core.models.packs import PackInput, PackManifest, save_pack
from describe_changes.core.models.vocabulary import Vocabulary
from describe_changes.core.pipeline import runner  # noqa: F401 - imported before the forks

TILE, OVERLAP, BLOCK = 64, 16, 128
OUTPUTS = ("out.gpkg", "mask.tif", "probabilities.tif", "report.html")
SIDECARS = ("mask.qml", "mask.tif.aux.xml")
_WHEN = {"started", "duration_s", "timings"}
_LIMIT = 600.0


def make_pack(folder: Path) -> Path:
    """Write a pack of a few thousand random weights whose mask fires on some pixels."""
    torch.manual_seed(3)
    encoder = EncoderConfig(
        options={"layer_type": "basic", "embedding_size": 8, "hidden_sizes": [8, 16], "depths": [1, 1]},
        stages=("stage1", "stage2"),
    )
    config = CaptionerConfig(
        dim=16,
        encoder=encoder,
        decoder=DecoderConfig(layers=1, heads=2, feedforward=16, max_length=8),
        mask_head=MaskHeadConfig(width=8, margin=4),
        mask_tokens=True,
    )
    model = ChangeCaptioner(config, 12).eval()
    with torch.no_grad():
        logits = model.encode(torch.randn(4, 2, 3, TILE, TILE)).mask_logits
        if logits is None or model.mask_head is None:
            raise RuntimeError("the pack must have a mask head")
        model.mask_head.classify.bias -= torch.quantile(logits.transpose(0, 1).flatten(1), 0.93, dim=1)
    words = Vocabulary(["a", "house", "road", "appears", "gone", "trees", "the", "scene"])
    expected = PackInput(tile_size=TILE, overlap=OVERLAP, gsd_m=(0.4, 1.2))
    return save_pack(
        folder, model, words, PackManifest(name="tiny", architecture=config, input=expected), half=False
    ).path


def make_pair(folder: Path, side: int) -> list[str]:
    """Write two dates of noise, so that every tile has to be described."""
    noise = np.random.default_rng(0)
    files = []
    for year in (2010, 2020):
        path = folder / f"scene_{year}.tif"
        pixels = noise.integers(0, 256, (3, side // 10, side // 10), dtype=np.uint8).repeat(10, 1).repeat(10, 2)
        place = Affine.translation(367_000, 4_104_000) @ Affine.scale(1.0, -1.0)
        with rasterio.open(
            path, "w", driver="GTiff", count=3, height=side, width=side, dtype="uint8", tiled=True, crs="EPSG:32615",
            transform=place,
        ) as target:  # fmt: skip
            target.write(pixels)
        files.append(str(path))
    return files


def content(folder: Path) -> dict[str, Any]:
    """Return what the outputs say, without what differs from one run to the next."""
    found: dict[str, Any] = {}
    for layer in ("tiles", "changes", "runs"):
        meta, _, shapes, columns = pyogrio.raw.read(folder / "out.gpkg", layer=layer)
        names = [str(name) for name in meta["fields"]]
        kept = [column for name, column in zip(names, columns, strict=True) if name not in _WHEN]
        rows = zip(*([shapes] if shapes is not None else []), *kept, strict=True)
        found[layer] = sorted(repr(row) for row in rows)
    for name in ("mask.tif", "probabilities.tif"):
        with rasterio.open(folder / name) as image:
            found[name] = (image.profile["transform"], image.descriptions, image.read().tobytes())
    page = (folder / "report.html").read_text(encoding="utf-8")
    found["report"] = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC|(\d[\d.]* (h|min|s)\b ?)+", "", page)
    return found


def start(folder: Path, pair: list[str], pack: Path, executor: str) -> int:
    """Begin the command in a process group of its own and return its number."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    os.setsid()
    with contextlib.suppress(BaseException), (folder.parent / "log").open("w") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
        os.chdir(folder)
        named = zip(("-o", "--mask", "--probabilities", "--report"), OUTPUTS, strict=True)
        options = [part for pair_ in named for part in pair_]
        how = [
            "--model",
            str(pack),
            "--device",
            "cpu",
            "--block-size",
            str(BLOCK),
            "--executor",
            executor,
            "--workers",
            "2",
        ]
        code: Any = 1
        try:
            cli.main(["describe", *pair, *options, *how, "--json"])
        except SystemExit as ended:
            code = ended.code
        sys.stdout.flush()
        os._exit(code if isinstance(code, int) else 1)
    os._exit(99)


def finish(child: int) -> int:
    """Wait for a process and return its exit code."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def kill(child: int) -> None:
    """End a process and all that it has started, at once."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)


def stage(folder: Path) -> str:
    """Say how far a run had come, by what it has left."""
    written = sum((folder / name).exists() for name in OUTPUTS)
    blocks = len(list((folder / "out.gpkg.run").glob("block-*.npz")))
    return f"{written} of {len(OUTPUTS)} outputs" if written else f"{'some' if blocks else 'no'} blocks"


def one_kill(
    folder: Path, pair: list[str], pack: Path, executor: str, whole: float, blocks: int, luck: random.Random
) -> str:
    """Start the command, kill it at a random moment, and return how far it was; empty if all was done by then."""
    child = start(folder, pair, pack, executor)
    if luck.random() < 0.5:
        moment = time.monotonic() + luck.uniform(0, whole)
        waiting = lambda: time.monotonic() < moment  # noqa: E731
    else:  # into the writing
        run = folder / "out.gpkg.run"
        late = luck.uniform(0, 0.35 * whole) if luck.random() < 0.5 else luck.uniform(0, 0.1)
        ready = [0.0]

        def waiting() -> bool:
            if not ready[0] and len(list(run.glob("block-*.npz"))) >= blocks:
                ready[0] = time.monotonic() + late
            return not ready[0] or time.monotonic() < ready[0]

    begun = time.monotonic()
    while waiting() and time.monotonic() - begun < _LIMIT:
        if os.waitpid(child, os.WNOHANG)[0]:
            return ""
        time.sleep(0.002)
    told = stage(folder)
    kill(child)
    over = not (folder / "out.gpkg.run").exists() and all((folder / name).exists() for name in OUTPUTS)
    return "" if over else told


def run_kills(work: Path, executor: str, kills: int, side: int, seed: int) -> dict[str, Any]:
    """Kill and go on as often as asked; return what came of it.

    Raises:
        AssertionError: a command did not go on, or its result is another; the message says which.
    """
    luck, pack, pair = random.Random(seed), work / "pack", make_pair(work, side)  # noqa: S311 - not for secrets
    if not pack.exists():
        make_pack(pack)
    folder = work / executor
    folder.mkdir()
    begun = time.monotonic()
    if code := finish(start(folder, pair, pack, executor)):
        raise AssertionError(f"the undisturbed run ended with {code}: {(work / 'log').read_text()}")
    whole = time.monotonic() - begun
    expected = content(folder)
    blocks = (-(-side // BLOCK)) ** 2
    where: Counter[str] = Counter()
    while sum(where.values()) < kills:
        shutil.rmtree(folder)
        folder.mkdir()
        told = one_kill(folder, pair, pack, executor, whole, blocks, luck)
        if not told:
            continue
        where[told] += 1
        print(f"{executor}: kill {sum(where.values())} of {kills}, with {told}", file=sys.stderr, flush=True)
        code = finish(start(folder, pair, pack, executor))
        if code:
            raise AssertionError(
                f"killed with {told}, the same command ended with {code}: {(work / 'log').read_text()}"
            )
        left = {entry.name for entry in folder.iterdir()}
        if left != {*OUTPUTS, *SIDECARS}:
            raise AssertionError(f"killed with {told}, this was left: {sorted(left)}")
        for name, value in content(folder).items():
            if value != expected[name]:
                raise AssertionError(f"killed with {told}, “{name}” is another")
    return {
        "executor": executor,
        "kills": kills,
        "went_on_and_identical": kills,
        "killed_with": dict(sorted(where.items())),
        "undisturbed_s": round(whole, 2),
        "seconds": round(time.monotonic() - begun, 1),
    }


def main() -> int:
    """Run the command line of this script."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=25, help="per executor")
    parser.add_argument("--executors", nargs="+", default=["sequential", "processes"])
    parser.add_argument("--side", type=int, default=240, help="of the rasters, pixels")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory(prefix="kills-") as work:
        for executor in options.executors:
            print(json.dumps(run_kills(Path(work), executor, options.kills, options.side, options.seed)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
