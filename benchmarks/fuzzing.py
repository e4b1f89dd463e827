"""How the engine takes what nobody meant: random requests, damaged packs and results, odd dates and extents.

    .venv/bin/python benchmarks/fuzzing.py --lines 100000 --packs 1000 --results 1000 --texts 100000

prints what was tried and how it ended. A request must be closed by exactly one event, and no event may be
``internal``; a pack, a stored result, a date or an extent must be read or be refused with a sentence. The short form
runs with the tests.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import shutil
import sqlite3
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import shapely
from affine import Affine
from describe_changes.core.errors import InputError
from describe_changes.core.io.geopackage_writer import write_geopackage
from describe_changes.core.io.records import ChangeRecord, RunRecord, TileRecord, columns
from describe_changes.core.models import packs
from describe_changes.core.raster.dates import parse_date
from describe_changes.core.raster.grid import Grid
from describe_changes.core.raster.pair import Extent
from describe_changes.core.report.rebuild import ReportOptions, rebuild_report
from describe_changes.core.service.operations import OPERATIONS
from describe_changes.core.service.worker import Worker

_TEXTS = (
    "",
    " ",
    "x",
    "a.tif",
    "no/such.tif",
    "/",
    ".",
    "..",
    "~",
    "\0",
    "\ud800",
    "a" * 300,
    "b" * 5000,
    "*.tif",
    "[",
    "?" * 50,
    "/vsicurl/http://127.0.0.1:9/x.tif",
    "http://127.0.0.1:9/x",
    "<VRTDataset/>",
    "/dev/null",
    "2012",
    "2012-13-45",
    "0",
    "9999",
    "2012-07-31/2011-01-01",
    "1,2,3",
    "a,b,c,d",
    "0,0,1,1,EPSG:4326",
    "nan,inf,0,1",
    "1e400,0,0,0",
    "EPSG:4326;POINT(0 0)",
    '{"type":"Polygon"}',
    '{"type":"Feature","geometry":[]}',
    "EPSG:99999;POLYGON((0 0,1 1,0 1,0 0))",
    "=cmd",
    "-1",
    "NaN",
    "default",
    "../default",
    "cuda:7",
    "cpu",
    "previous",
    "first",
    "変化.tif",
    "a\nb",
    "a;b",
)
_NAMES = (
    "before",
    "after",
    "output",
    "date_before",
    "date_after",
    "extent",
    "aoi",
    "bands",
    "model",
    "device",
    "threshold",
    "min_area",
    "tile_size",
    "overlap",
    "block_size",
    "workers",
    "executor",
    "rasters",
    "dates",
    "reference",
    "csv",
    "chart",
    "result",
    "review",
    "max_sites",
    "folder",
    "source",
    "share",
    "mask",
    "report",
    "live",
    "overwrite",
    "no_such_option",
)
_CLOSING = ("result", "done", "error")


def value(chance: random.Random, depth: int = 0) -> Any:
    """Return some JSON value, NaN and infinity among them."""
    kind = chance.randrange(9 if depth < 4 else 6)
    if kind in (0, 1):
        return chance.choice(_TEXTS)
    if kind == 2:
        return chance.choice((0, -1, 1, 255, 10**6, 2**63, 10**400, -(2**31)))
    if kind == 3:
        return chance.choice((0.5, -0.0, 1e308, math.inf, -math.inf, math.nan))
    if kind == 4:
        return chance.choice((None, True, False))
    if kind == 5:
        return "".join(chr(chance.randrange(0x250)) for _ in range(chance.randrange(12)))
    if kind == 6:
        return {chance.choice(_NAMES): value(chance, depth + 1) for _ in range(chance.randrange(4))}
    return [value(chance, depth + 1) for _ in range(chance.randrange(5))]


def line(chance: random.Random, number: int) -> bytes:
    """Return a request that may be anything from well-formed to noise."""
    kind = chance.randrange(10)
    if kind == 0:
        return bytes(chance.randrange(256) for _ in range(chance.randrange(60))).replace(b"\n", b"") or b"{"
    name = value(chance, 3) if kind == 1 else number
    op = value(chance, 3) if kind == 2 else chance.choice([*OPERATIONS, "cancel", "no such"])
    params = value(chance) if kind == 3 else {chance.choice(_NAMES): value(chance) for _ in range(chance.randrange(6))}
    text = json.dumps({"id": name, "op": op, "target": value(chance, 3), "params": params})
    if kind == 4:
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice('{}[]",:0') + text[at + 1 :]
    return text.encode()


class _Lines:
    """A stream of random lines, each given when the one before is answered."""

    def __init__(self, count: int, chance: random.Random) -> None:
        self._left, self._chance, self._sent = count, chance, 0
        self.answered = threading.Semaphore(0)
        self.last = b""

    def readline(self, _most: int = -1) -> bytes:
        if self._sent and not self.answered.acquire(timeout=120):
            raise SystemExit(f"no answer to {self.last!r}")
        if self._sent == self._left:  # not the end of the stream: after that a worker ends its process
            return b'{"op": "shutdown"}\n'
        self._sent += 1
        self.last = line(self._chance, self._sent)
        while self.last.strip() == b"" or b'"shutdown"' in self.last:
            self.last = line(self._chance, self._sent)
        return self.last + b"\n"


class _Events:
    """Counts events; what must not be is kept."""

    def __init__(self, lines: _Lines) -> None:
        self._lines, self.kinds, self.faults = lines, Counter[str](), list[str]()

    def write(self, data: bytes) -> int:
        for event in map(json.loads, data.splitlines()):
            kind = str(event.get("kind") or event["event"])
            if event["event"] in _CLOSING:
                self.kinds[kind] += 1
                if kind == "internal":
                    self.faults.append(f"{event['message'][:200]} ← {self._lines.last[:300]!r}")
                self._lines.answered.release()
        return len(data)

    def flush(self) -> None:
        """Do nothing."""


def fuzz_lines(count: int, seed: int = 0) -> tuple[Counter[str], list[str]]:
    """Send random requests to a worker with the real operations; return how they ended, and the faults."""
    lines = _Lines(count, random.Random(seed))  # noqa: S311
    events = _Events(lines)
    Worker(lines, events, OPERATIONS).serve("fuzz")  # type: ignore[arg-type]
    return events.kinds, events.faults


def fuzz_packs(count: int, folder: Path, seed: int = 0) -> tuple[Counter[str], list[str]]:
    """Damage copies of the bundled pack and load them; return how that ended, and the faults."""
    chance = random.Random(seed)  # noqa: S311
    good = {path.name: path.read_bytes() for path in (packs.DEFAULT_PACKS / packs.DEFAULT_NAME).iterdir()}
    ended, faults = Counter[str](), []
    for number in range(count):
        place = folder / "pack"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        what = _damage(good, place, chance)
        try:
            pack = packs.load_pack(place)
            if number % 10 == 0 or what.startswith("value"):
                pack.build_model()
            ended["loaded"] += 1
        except InputError:
            ended["refused"] += 1
        except Exception as error:
            ended["fault"] += 1
            faults.append(f"{type(error).__name__}: {error!s:.200} ← {what}")
        if not isinstance(packs.describe_pack(place), Mapping):
            faults.append(f"describe_pack ← {what}")
    return ended, faults


def fuzz_texts(count: int, seed: int = 0) -> tuple[Counter[str], list[str]]:
    """Read random texts as dates and as extents; return how that ended, and the faults."""
    chance = random.Random(seed)  # noqa: S311
    pieces = ("2012", "-", "/", "07", "31", "T", ":", "Z", "+02:00", ",", "1e400", "nan", "EPSG:4326", " ", "13", "–")
    ended, faults = Counter[str](), []
    for _ in range(count):
        text = "".join(chance.choice((*pieces, chance.choice(_TEXTS))) for _ in range(chance.randrange(1, 9)))
        for what, read in (("date", parse_date), ("extent", Extent.parse)):
            try:
                read(text)
                ended[f"{what} read"] += 1
            except InputError:
                ended[f"{what} refused"] += 1
            except Exception as error:
                faults.append(f"{type(error).__name__}: {error!s:.200} ← {what} {text!r:.200}")
    return ended, faults


def fuzz_results(count: int, folder: Path, seed: int = 0) -> tuple[Counter[str], list[str]]:
    """Edit or damage copies of a stored result and tell its report; return how that ended, and the faults."""
    chance = random.Random(seed)  # noqa: S311
    good = folder / "good.gpkg"
    _store(good)
    ended, faults = Counter[str](), []
    for number in range(count):
        path = folder / f"result-{number % 2}.gpkg"
        shutil.copy(good, path)
        what = _spoiled(path, chance)
        try:
            rebuild_report(ReportOptions(result=path))
            ended["told"] += 1
        except InputError:
            ended["refused"] += 1
        except Exception as error:
            ended["fault"] += 1
            faults.append(f"{type(error).__name__}: {error!s:.200} ← {what}")
        path.unlink()
    return ended, faults


_TABLES = ("tiles", "changes", "runs", "gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys")
_PLAIN: Mapping[str, Any] = {"integer": 1, "real": 0.5, "boolean": True, "text": "a house", "json": {}}


def _store(path: Path) -> None:
    """Write a small result of four tiles and four areas."""
    grid = Grid(_crs(), Affine(0.5, 0, 360000, 0, -0.5, 4100000), 128, 128)

    def record(kind: type[Any], **given: Any) -> Any:
        known = {column.attribute: column.kind for column in columns(kind)}
        moment = datetime(2012, 7, 31, tzinfo=timezone.utc)
        values = {name: moment if of == "datetime" else _PLAIN[of] for name, of in known.items()}
        listed = {"channels", "warnings"}.intersection(field.name for field in fields(kind))
        channel = {"name": "other change", "class_name": "change", "transition": "", "threshold": 0.5}
        values.update({name: [channel] if name == "channels" else [] for name in listed})
        return kind(**{**values, **given})

    boxes = [shapely.box(360000 + 32 * i, 4099968, 360032 + 32 * i, 4100000) for i in range(2)]
    tiles = [record(TileRecord, geometry=box, tile_id=i) for i, box in enumerate(boxes)]
    inner = [shapely.MultiPolygon([box.buffer(-8)]) for box in boxes]
    areas = [record(ChangeRecord, geometry=box, change_id=i, tile_id=i) for i, box in enumerate(inner)]
    run = record(RunRecord, crs="EPSG:32615", width=grid.width, height=grid.height, before="a.tif", after="b.tif")
    write_geopackage(path, run, tiles, areas, grid.crs)


def _crs() -> Any:
    from pyproj import CRS

    return CRS.from_epsg(32615)


def _spoiled(path: Path, chance: random.Random) -> str:
    """Change a stored result in one way, by SQL or by bytes; return how."""
    if chance.random() < 0.3:
        data = bytearray(path.read_bytes())
        for _ in range(chance.randrange(1, 40)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data[: chance.choice((len(data), len(data), len(data) // 2, 100))])
        return "bytes"
    with sqlite3.connect(path) as base:
        triggers = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        for name in triggers:
            base.execute(f'DROP TRIGGER "{name}"')
        table = chance.choice(_TABLES)
        names = [row[1] for row in base.execute(f"PRAGMA table_info({table})")]
        column = chance.choice(names)
        kind = chance.randrange(5)
        given = value(chance, 4)
        if isinstance(given, str):
            given = given.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
        elif isinstance(given, int) and abs(given) >= 2**63:
            given = float(2**63)
        sql, parameters = (
            (f'UPDATE {table} SET "{column}" = ?', (given,)),  # noqa: S608 - names of our own tables
            (f'UPDATE {table} SET "{column}" = ?', (bytes(chance.randrange(256) for _ in range(30)),)),  # noqa: S608
            (f"DELETE FROM {table}", ()),  # noqa: S608
            (f'ALTER TABLE {table} RENAME COLUMN "{column}" TO other', ()),
            (f"DROP TABLE {table}", ()),
        )[kind]
        try:
            base.execute(sql, parameters)
        except sqlite3.Error as error:
            return f"nothing ({error})"
    base.close()
    return f"{sql} {parameters!r:.120}"


def _damage(good: Mapping[str, bytes], place: Path, chance: random.Random) -> str:
    """Write a pack with one thing wrong; return what."""
    files = dict(good)
    manifest = json.loads(files.pop(packs.MANIFEST))
    what = "bytes"
    if chance.random() < 0.7:
        what = f"value {_changed(manifest, chance)}"
    else:
        name = chance.choice(sorted(files))
        data = bytearray(files[name])
        for _ in range(chance.randrange(1, 5)):
            data[chance.randrange(min(len(data), 20_000))] = chance.randrange(256)
        files[name] = bytes(data[: chance.choice((len(data), len(data) // 2, 9))])
        what = f"bytes of {name}"
    if isinstance(manifest, dict) and chance.random() < 0.9:
        manifest["files"] = {name: f"sha256:{hashlib.sha256(data).hexdigest()}" for name, data in files.items()}
    for name, data in files.items():
        (place / name).write_bytes(data)
    text = json.dumps(manifest).encode()
    (place / packs.MANIFEST).write_bytes(text[: chance.choice((len(text), len(text), len(text), len(text) // 2))])
    return what


def _changed(data: Any, chance: random.Random) -> str:
    """Put some value at some place of a nested description; return where and what."""
    way = []
    while True:
        keys = list(data) if isinstance(data, dict) else list(range(len(data)))
        if not keys:
            return ".".join(way)
        key = chance.choice(keys)
        way.append(str(key))
        if isinstance(data[key], (dict, list)) and data[key] and chance.random() < 0.8:
            data = data[key]
            continue
        data[key] = value(chance)
        return f"{'.'.join(way)} = {data[key]!r:.100}"


def main() -> None:
    """Run what is asked for and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--packs", type=int, default=1_000)
    parser.add_argument("--results", type=int, default=1_000)
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tries: tuple[tuple[str, int, Callable[[], tuple[Counter[str], list[str]]]], ...] = (
            ("lines", asked.lines, lambda: fuzz_lines(asked.lines, asked.seed)),
            ("packs", asked.packs, lambda: fuzz_packs(asked.packs, Path(folder), asked.seed)),
            ("results", asked.results, lambda: fuzz_results(asked.results, Path(folder), asked.seed)),
            ("texts", asked.texts, lambda: fuzz_texts(asked.texts, asked.seed)),
        )
        for name, count, run in tries:
            ended, faults = run()
            print(f"{count:,} {name}: {dict(ended)}; faults: {len(faults)}", flush=True)
            print("\n".join(faults[:20]))


if __name__ == "__main__":
    main()
