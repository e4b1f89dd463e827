"""How fast a whole run is beside the network alone and beside the plainest engine one would write.

One scene, one process, one thread, ratios of processor seconds: what else the machine does hardly moves them. The
network alone is torch's own modules, run eagerly in the precision of the engine: each batch of the run goes through
them once more, right after the engine's own network, and what that takes is no part of the run. The plain
engine shows the network one tile at a time in float32, writes each word greedily from the whole sentence again, padded
to the longest, and does nothing else. Beside it: an empty pair (what a graphics card would wait for), the start of a
program, and the mosaicker and the polygoniser on one block against the least that such a step can do. With --executors
two processes and a Dask cluster of two describe the scene, too (the first needs two idle cores). The output is a table
with the targets beside the figures. They are held against those in results/speed.json, and what is slower is named;
--save writes them there. Memory has a benchmark of its own (memory.py).
"""

from __future__ import annotations

import argparse
import cProfile
import itertools
import json
import multiprocessing
import os
import pstats
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
from affine import Affine
from describe_changes.core.models.inference import ready_for_inference
from describe_changes.core.models.packs import ModelPack, load_pack
from describe_changes.core.models.vocabulary import BOS, EOS, PAD
from describe_changes.core.pipeline import runner
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.pipeline.runner import run_job
from describe_changes.core.predict.device import choose_device
from describe_changes.core.predict.networks import TorchNetwork
from describe_changes.core.predict.predictor import Predictor
from describe_changes.core.raster.mosaic import mosaic_block
from describe_changes.core.raster.polygons import polygonize_block
from describe_changes.core.raster.tiling import TileLattice, Window
from memory import write as write_empty
from rasterio.enums import Resampling
from rasterio.features import shapes
from rasterio.vrt import WarpedVRT
from results import FOLDER, save
from rich.console import Console
from rich.table import Table
from shapely.geometry import shape

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "resources" / "examples" / "joplin"
DATES = {"before_2009-06-20.tif": "joplin_before.vrt", "after_2011-06-07.tif": "joplin_after_2011-05.vrt"}
HALF_METRE = Affine.translation(367_000, 4_104_000) @ Affine.scale(0.5, -0.5)
PLAIN_TILES = 6
SECONDS_ALONE = 15.0
_WHOLE = """
import os, sys
from multiprocessing import forkserver
from describe_changes.cli import main
try:
    main(["describe", *sys.argv[1:]])
except SystemExit as end:
    assert not end.code, end.code
if os.name == "posix":
    forkserver._forkserver._stop()  # there is no public way; else its seconds and those of its forks were not counted
times = os.times()
print(times.user + times.system + times.children_user + times.children_system)
"""
"""A command, and then its processor seconds and those of all its processes."""
TOLERANCE = 0.15
"""A figure that is worse than the kept one by more than this share is named."""
HIGHER_IS_BETTER = (
    "run / whole network without words",
    "run / plain engine",
    "engine's network / network",
    "captions written together / plain engine's",
    "two processes / one",
)
LOWER_IS_BETTER = (
    "everything else / network",
    "Dask / processes, processor seconds",
    "empty tile / tile of the network",
    "mosaic of a block / its tiles pasted",
    "polygons of a block / GDAL's alone",
)
TARGETS = {
    "run / whole network without words": ("0.70", "1.3"),
    "run / plain engine": ("1.5", "3"),
    "captions per processor second here": ("150", "300"),
    "empty tile, ms here": ("1.5", "0.7"),
    "two processes / one": ("1.85", "1.95"),
    "Dask / processes, processor seconds": ("1.10", "1.05"),
    "pair and model open, s here": ("0.7", "0.4"),
}
"""What a figure must reach, and what would be better still."""
EMPTY_SIDE, EMPTY_CORNER_TILES = 6144, 9
BLOCK = 2048
PROGRAM = "import sys; from describe_changes.cli import main; sys.argv = ['describe-changes', '--help']; main()"


@dataclass
class Meter:
    """Processor seconds and tiles of one part of a run."""

    seconds: float = 0.0
    tiles: int = 0

    def around(self, method: Callable[..., Any], count: Callable[[Any], int]) -> Callable[..., Any]:
        """The method of a predictor, watched; what other threads do meanwhile, as reading ahead, is not its own."""

        def watched(predictor: Predictor, tiles: Any, *more: Any, **named: Any) -> Any:
            began = time.thread_time()
            try:
                return method(predictor, tiles, *more, **named)
            finally:
                self.seconds += time.thread_time() - began
                self.tiles += count(tiles)

        return watched


def make_scene(folder: Path, side: int) -> list[Path]:
    """The bundled pair on one grid, mirrored until it fills side × side pixels, and less blue by a thirty-second.

    Mirrored, the later date would be bluer than what the model knows, and of such imagery it writes no sentences.
    """
    with rasterio.open(EXAMPLE / DATES["before_2009-06-20.tif"]) as first:
        grid = {"crs": first.crs, "transform": first.transform, "width": first.width, "height": first.height}
    paths = []
    for name, source in DATES.items():
        with rasterio.open(EXAMPLE / source) as image, WarpedVRT(image, resampling=Resampling.cubic, **grid) as warped:
            pixels = warped.read((1, 2, 3))
        pixels = np.pad(pixels, [(0, 0), *((0, max(0, side - size)) for size in pixels.shape[1:])], mode="symmetric")
        profile = {"driver": "GTiff", "count": 3, "height": side, "width": side, "dtype": "uint8"}
        profile |= {"tiled": True, "blockxsize": 512, "blockysize": 512, "compress": "deflate"}
        paths.append(folder / name)
        with rasterio.open(paths[-1], "w", crs=grid["crs"], transform=HALF_METRE, **profile) as image:
            pixels[2] -= pixels[2] // 32
            image.write(pixels[:, :side, :side])
    return paths


def describe(pair: list[Path], output: Path, model: str, **options: Any) -> Any:
    """Run the engine; returns its summary."""
    return run_job(DescribeOptions(*pair, output, model=model, device="cpu", overwrite=True, **options))


@dataclass
class Measured:
    """A run: its summary, its processor seconds, and of them those of the network, of the words and of opening.

    Attributes:
        plain: the same batches by the plain network, which is no part of the run.
    """

    summary: Any
    seconds: float
    network: Meter
    words: Meter
    opening: Meter
    plain: Meter

    @property
    def other(self) -> float:
        """Seconds of everything but network and words."""
        return self.seconds - self.network.seconds - self.words.seconds


def measure_run(pair: list[Path], folder: Path, model: str) -> Measured:
    """Describe a pair, watched."""
    network, words, opening, plain = Meter(), Meter(), Meter(), Meter()
    kept = Predictor.encode, Predictor.sentences, runner.open_context
    by_engine, by_plain = network.around(kept[0], len), plain.around(kept[0], len)
    modules = plain_network(model)

    def encode_twice(predictor: Predictor, *tiles: Any, **named: Any) -> Any:
        own = by_engine(predictor, *tiles, **named)
        engine, predictor._network = predictor._network, modules
        try:
            by_plain(predictor, *tiles, **named)
        finally:
            predictor._network = engine
        return own

    Predictor.encode = encode_twice  # type: ignore[method-assign]
    Predictor.sentences = words.around(kept[1], len)  # type: ignore[method-assign]
    runner.open_context = opening.around(kept[2], lambda _: 1)  # type: ignore[assignment]
    try:
        began = time.process_time()
        summary = describe(pair, folder / "run.gpkg", model)
        return Measured(summary, time.process_time() - began - plain.seconds, network, words, opening, plain)
    finally:
        Predictor.encode, Predictor.sentences, runner.open_context = kept  # type: ignore[method-assign]


def plain_network(model: str) -> TorchNetwork:
    """The network of a pack by torch's own modules, eagerly, in the precision that the engine takes here."""
    device = choose_device("cpu")
    return TorchNetwork(ready_for_inference(load_pack(model).build_model(), half=device.precision == "bf16"), device)


def empty_tile(folder: Path, model: str) -> float:
    """Processor seconds of a tile of which the network sees nothing, without start and opening."""
    pair = [write_empty(folder / f"empty_{year}.tif", EMPTY_SIDE) for year in (2010, 2020)]
    runs = [measure_run(pair, folder, model) for _ in range(2)]  # the first makes what is made once
    return min((run.other - run.opening.seconds) / (run.summary.tiles - EMPTY_CORNER_TILES) for run in runs)


def start() -> float:
    """Processor seconds of the command line's help."""
    before = os.times()
    subprocess.run([sys.executable, "-c", PROGRAM], check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def steps_of_a_block() -> dict[str, float]:
    """Mosaicker and polygoniser on a block of drawn patches, against pasting and against GDAL's polygoniser alone."""
    chance = np.random.default_rng(0)
    window, lattice = Window(0, 0, BLOCK, BLOCK), TileLattice(BLOCK, BLOCK, 256, 64)
    tiles = [(tile, chance.random((3, 256, 256), dtype=np.float32)) for tile in lattice.tiles]
    drawn = np.kron(chance.random((BLOCK // 16, BLOCK // 16)) < 0.05, np.ones((16, 16)))
    mask = (drawn * chance.integers(1, 4)).astype(np.uint8)
    whole = np.zeros((3, BLOCK, BLOCK), np.float32)

    def paste() -> None:
        for tile, values in tiles:
            whole[(slice(None), *tile.window.slices())] = values

    def outline() -> None:
        for geometry, _ in shapes(mask.astype(np.int32), mask=mask > 0, connectivity=4):
            shape(geometry)

    pasted, blended = _least(paste), _least(lambda: mosaic_block(window, tiles, lattice, 16, channels=3))
    alone, ours = _least(outline), _least(lambda: polygonize_block(mask, window))
    return {
        "mosaic of a block / its tiles pasted": round(blended / pasted, 2),
        "polygons of a block / GDAL's alone": round(ours / alone, 2),
    }


def _least(action: Callable[[], object]) -> float:
    """Processor seconds of something, the least of five times."""
    times = []
    for _ in range(5):
        began = time.process_time()
        action()
        times.append(time.process_time() - began)
    return min(times)


@torch.inference_mode()
def plain_engine(pack: ModelPack, pair: list[Path]) -> tuple[float, float]:
    """Processor seconds of the plain engine per tile and per sentence."""
    model = pack.build_model()
    side = pack.manifest.input.tile_size
    tiles = []
    for path in pair:
        with rasterio.open(path) as image:
            tiles.append([image.read(window=((row * side, (row + 1) * side), (0, side))) for row in range(PLAIN_TILES)])
    seen, said = 0.0, 0.0
    for both in zip(*tiles, strict=True):
        began = time.process_time()
        encoded = model.encode((torch.from_numpy(np.stack(both))[None].float() / 255 - 0.5) / 0.5)
        seen += time.process_time() - began
        began = time.process_time()
        _plain_sentence(model.decoder, encoded.memory)
        said += time.process_time() - began
    return seen / PLAIN_TILES, said / PLAIN_TILES


def _plain_sentence(decoder: Any, memory: torch.Tensor) -> list[int]:
    words = torch.full((1, decoder.max_length), PAD)
    words[0, 0] = BOS
    for place in range(decoder.max_length - 1):
        word = int(decoder(memory, words)[0, place].argmax())
        if word == EOS:
            break
        words[0, place + 1] = word
    return words[0].tolist()


def compare_executors(pair: list[Path], folder: Path, model: str) -> dict[str, float]:
    """Two processes against one by the clock, Dask against processes by processor seconds, each a whole command."""
    one, processes, dask = (
        whole_command(pair, folder / f"{executor}.gpkg", model, executor, workers)
        for executor, workers in (("sequential", 1), ("processes", 2), ("dask", 2))
    )
    ceiling = two_at_once(model)
    return {
        "two processes / one": round(one.clock / processes.clock, 2),
        "two bare networks at once / one": round(ceiling, 2),
        "processes / one, processor seconds": round(processes.processor / one.processor, 2),
        "Dask / processes, processor seconds": round(dask.processor / processes.processor, 2),
    }


@dataclass
class Spent:
    """Seconds of a command by the clock, and processor seconds of its processes together."""

    clock: float
    processor: float


def whole_command(pair: list[Path], output: Path, model: str, executor: str, workers: int) -> Spent:
    """What `describe-changes describe` takes from start to end, in an interpreter of its own, one thread a process."""
    options = [*map(str, pair), "-o", str(output), "--model", model, "--device", "cpu", "--overwrite", "--quiet"]
    options += ["--executor", executor, "--workers", str(workers), "--block-size", "1024"]
    began = time.perf_counter()
    command, env = [sys.executable, "-c", _WHOLE, *options], {**os.environ, "OMP_NUM_THREADS": "1"}
    said = subprocess.run(command, check=True, capture_output=True, text=True, env=env)
    return Spent(time.perf_counter() - began, float(said.stdout.split()[-1]))


def two_at_once(model: str) -> float:
    """How much more two processes do than one on this machine that only run the network: the most that there is.

    Two threads of one core share it; a virtual machine may have less than it says.
    """
    context = multiprocessing.get_context("spawn")
    rates = []
    for count in (1, 2):
        with context.Pool(count) as pool:
            rates.append(sum(pool.map(_network_alone, [model] * count, chunksize=1)))
    return rates[1] / rates[0]


@torch.inference_mode()
def _network_alone(model: str) -> float:
    """Batches of tiles per second by the clock, for some seconds."""
    torch.set_num_threads(1)
    network, tiles = load_pack(model).build_model(), torch.zeros(4, 2, 3, 256, 256)
    network.encode(tiles)
    began = time.perf_counter()
    for done in itertools.count(1):
        network.encode(tiles)
        spent = time.perf_counter() - began
        if spent > SECONDS_ALONE:
            return done / spent
    raise AssertionError


def measure(side: int, model: str, executors: bool) -> dict[str, Any]:
    """All figures."""
    pack = load_pack(model)
    with tempfile.TemporaryDirectory() as folder:
        pair = make_scene(Path(folder), side)
        began = time.process_time()
        Predictor(load_pack(model), choose_device("cpu"))
        loaded = time.process_time() - began
        describe(pair, Path(folder) / "run.gpkg", model)  # whatever is imported or made once
        run = measure_run(pair, Path(folder), model)
        tile, sentence = plain_engine(pack, pair)
        empty = empty_tile(Path(folder), model)
        more = compare_executors(pair, Path(folder), model) if executors else {}
    summary, whole, network, words, other = run.summary, run.seconds, run.plain, run.words, run.other
    plain = network.tiles * tile + words.tiles * sentence  # for as many looks: sites are looked at once more
    return {
        "run / whole network without words": round(network.seconds / whole, 3),
        "run / plain engine": round(plain / whole, 3),
        "engine's network / network": round(network.seconds / run.network.seconds, 3),
        "captions written together / plain engine's": round(sentence * words.tiles / words.seconds, 2),
        "everything else / network": round(other / network.seconds, 3),
        "empty tile / tile of the network": round(empty * network.tiles / network.seconds, 4),
        **steps_of_a_block(),
        **more,
        "captions per processor second here": round(words.tiles / words.seconds, 1),
        "everything else, ms per tile and site here": round(1000 * other / network.tiles, 2),
        "empty tile, ms here": round(1000 * empty, 2),
        "pair and model open, s here": round(run.opening.seconds, 2),
        "model ready, s here": round(loaded, 2),
        "describe-changes --help, s here": round(start(), 2),
        "tiles per processor second here": round(summary.tiles / whole, 2),
        "tiles": summary.tiles,
        "tiles and sites shown to the network": network.tiles,
        "sentences": words.tiles,
        "pixels": side * side,
        "beam": pack.manifest.beam,
    }


def regressions(figures: dict[str, Any], kept: dict[str, Any]) -> list[str]:
    """Ratios that are worse than the kept ones by more than the tolerance, in words."""
    found = []
    for name in (*HIGHER_IS_BETTER, *LOWER_IS_BETTER):
        if name in figures and name in kept:
            better = figures[name] / kept[name] if name in HIGHER_IS_BETTER else kept[name] / figures[name]
            if better < 1 - TOLERANCE:
                found.append(f"slower than kept: {name} is {figures[name]}, was {kept[name]}")
    return found


def main() -> int:
    """Measure, compare, and keep the figures if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--side", type=int, default=1536, help="of the scene, pixels")
    parser.add_argument("--model", default="default")
    parser.add_argument("--executors", action="store_true", help="measure two processes and Dask, too")
    parser.add_argument("--profile", action="store_true", help="say where a run's time goes instead")
    parser.add_argument("--save", action="store_true", help="keep the figures in results/speed.json")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.profile:
        return profile(options.side, options.model)
    kept = json.loads((FOLDER / "speed.json").read_text(encoding="utf-8"))["figures"] if _is_kept() else {}
    figures = measure(options.side, options.model, options.executors)
    if options.save:
        # What only idle cores can tell stays as it was last measured.
        figures |= {name: kept[name] for name in kept if name not in figures and not options.executors}
        save(
            "speed", "one scene, one thread; rates over rates, so more is faster, but where it says otherwise", figures
        )
    Console(width=110).print(table(figures, kept))
    for warning in regressions(figures, kept):
        print(f"warning: {warning}")
    return 0


def table(figures: dict[str, Any], kept: dict[str, Any]) -> Table:
    """The figures, those that are kept, and the targets."""
    shown = Table("figure", "now", "kept", "must", "stretch")
    for name, value in figures.items():
        shown.add_row(name, str(value), str(kept.get(name, "")), *TARGETS.get(name, ("", "")))
    return shown


def _is_kept() -> bool:
    return (FOLDER / "speed.json").is_file()


def profile(side: int, model: str) -> int:
    """Print the functions in which a run spends the most time."""
    with tempfile.TemporaryDirectory() as folder, cProfile.Profile(time.process_time) as profiler:
        describe(make_scene(Path(folder), side), Path(folder) / "run.gpkg", model)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(45)
    pstats.Stats(profiler).sort_stats("cumulative").print_stats("describe_changes|core/", 60)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
