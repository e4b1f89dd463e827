"""Reviewed tiles as a data set to learn from: LEVIR-CC's tree with masks, georeference and provenance.

``images/{train,val}/{A,B,label}/`` with one PNG per tile, ``captions.json``, ``georeference.json``,
``tiles.geojson`` to look at in any GIS, ``provenance.json`` and a ``README.md`` with the licence.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from PIL import Image
from pyproj import Transformer
from rasterio.features import rasterize

from ..captions.no_change import NO_CHANGE_SENTENCES, POSSIBLE_CHANGE, denies_change
from ..errors import InputError
from ..formats import check_text
from ..io.atomic import atomic_folder, check_replaceable
from ..io.geopackage_reader import Result, read_result
from ..io.records import ChangeRecord, TileRecord
from ..jsonable import to_jsonable
from ..raster.epoch import UnreadableWindow, open_epoch
from ..raster.grid import Grid
from ..raster.inputs import input_files
from ..raster.overrides import recorded_overrides
from ..raster.pair import RasterPair, wrap_longitudes
from ..raster.radiometry import Stretch, estimate_stretch
from ..raster.reader import EpochReader
from ..raster.tiling import Window
from ..schema import ReviewStatus, SkipReason
from .split import split_by_place

TRAIN, HELD_OUT = "train", "val"
NO_DATA_GREY = 102
"""Where one date lacks data both are this grey, 0.4 of white: the mean of the input, as which the model sees it."""
ANY_VALUE = -1
"""In ``mask_values``: any pixel that is not 0."""
_FILES = (
    r"captions\.json|georeference\.json|tiles\.geojson|provenance\.json|README\.md"
    r"|images/(train|val)/(A|B|label)/(train|val)_\d+\.png"
)
"""Paths of the files of an export, as a pattern: only these are ever replaced."""
_UNUSABLE = (SkipReason.NO_DATA, SkipReason.UNREADABLE)


@dataclass(frozen=True)
class ExportOptions:
    """Options of the export.

    Attributes:
        result: reviewed GeoPackage.
        output: folder to make.
        before: raster or rasters of the earlier date; None takes those of the run.
        after: the same for the later date.
        bands: red, green, blue from 1; None takes the run's.
        tile_size: side of a tile in pixels; None takes the run's, else the model's.
        val_fraction: share of the tiles that are held out, 0 to 0.5.
        include_rejected: whether rejected tiles become pairs without a change; else they are left out.
        include_unreviewed: whether tiles without a verdict are taken as the model described them.
        licence: sentence on the imagery's licence.
        overwrite: whether an earlier export in `output` may be replaced.
        folder: where rasters that are not where they were are looked for; None: beside the result.
    """

    result: Path
    output: Path
    before: Any = None
    after: Any = None
    bands: Sequence[int] | None = None
    tile_size: int | None = None
    val_fraction: float = 0.2
    include_rejected: bool = False
    include_unreviewed: bool = False
    licence: str = ""
    overwrite: bool = False
    folder: Path | None = None


@dataclass(frozen=True)
class _Pair:
    """A tile on its way into the data set: its window in the grid, what it says, whether it counts as changed."""

    tile: TileRecord
    window: Window
    captions: tuple[str, ...]
    changed: bool


def export_dataset(
    spec: ExportOptions,
    progress: Callable[[int, int], None] = lambda done, total: None,
    check: Callable[[], None] = lambda: None,
) -> dict[str, Any]:
    """Write the reviewed tiles of a result as a data set, complete or not at all.

    Args:
        spec: what is wanted.
        progress: told tiles done and in all.
        check: called per tile; raises to stop.

    Returns:
        ``folder``, ``pairs``, ``train``, ``val``, ``changed``, ``left_out`` (why → how many), ``warnings``.

    Raises:
        InputError: the result, its rasters or the folder do not allow it; nothing was reviewed.
    """
    if not 0 <= spec.val_fraction <= 0.5:
        raise InputError(f"The held-out share {spec.val_fraction:g} is out of range; it must be between 0 and 0.5.")
    _check_folder(spec)
    result = read_result(spec.result)
    result.need_changes()
    tiles = sorted(result.tiles(), key=lambda tile: tile.tile_id)
    grid = _grid(result, tiles, _tile_size(spec, result, tiles[0].model))
    left_out: Counter[str] = Counter()
    pairs = _chosen(spec, tiles, grid, left_out)
    if not pairs:
        raise InputError(
            f"No tile of {spec.result} was accepted or edited; review some tiles first, then export again."
        )
    splits = split_by_place([pair.window for pair in pairs], [pair.changed for pair in pairs], spec.val_fraction)
    left_out["beside held-out tiles"] += splits.count("")
    with atomic_folder(spec.output, _FILES) as folder, ExitStack() as stack:
        source, warnings = _open(spec, result, grid, stack)
        _check_sources(spec, (*source.before.paths, *source.after.paths))
        model = tiles[0].model
        writer = _Writer(folder, spec, result, model, source, estimate_stretch(source), left_out, list(warnings))
        for done, (pair, split) in enumerate(zip(pairs, splits, strict=True)):
            check()
            if split:
                writer.write(pair, split)
            progress(done + 1, len(pairs))
        summary = writer.finish()
    return summary


class _Writer:
    """Writes pairs into a folder and remembers what the files at its top have to say."""

    def __init__(
        self,
        folder: Path,
        spec: ExportOptions,
        result: Result,
        model: str,
        pair: RasterPair,
        stretch: Stretch,
        left_out: Counter[str],
        warnings: list[str],
    ) -> None:
        self.folder, self.spec, self.result, self.model = folder, spec, result, model
        self.pair, self.stretch = pair, stretch
        self.left_out, self.warnings = left_out, warnings
        measured = _measured(result)
        changes = [
            change
            for change in result.changes()
            if change.review_status != ReviewStatus.REJECTED and _class_of(change) not in measured
        ]
        self.classes = _classes(result, changes)
        # a class that comes first in the run's order wins, so it is drawn last
        self.changes = sorted(changes, key=lambda change: -self.classes[_class_of(change)])
        self.tree = shapely.STRtree([change.geometry for change in self.changes])
        self.entries: list[dict[str, Any]] = []
        self.places: dict[str, Any] = {}
        self.features: list[dict[str, Any]] = []
        self._to_degrees = Transformer.from_crs(pair.grid.crs, "OGC:CRS84", always_xy=True)
        folder.mkdir(parents=True)

    def write(self, pair: _Pair, split: str) -> None:
        """Write one pair; one whose pixels cannot be read or are not there is left out."""
        try:
            pixels = self.pair.read(pair.window)
        except UnreadableWindow as error:
            self.warnings.append(str(error))
            self.left_out[SkipReason.UNREADABLE] += 1
            return
        both = pixels.valid.all(axis=0)
        if not both.any():
            self.left_out[SkipReason.NO_DATA] += 1
            return
        images = self.stretch.apply(pixels)
        images[:, :, ~both] = NO_DATA_GREY
        name = f"{split}_{pair.tile.tile_id:06d}"
        parts = {"A": images[0].transpose(1, 2, 0), "B": images[1].transpose(1, 2, 0)}
        label = self._label(pair)
        # a change that nobody outlined has no mask; an empty one would say that nothing is there
        if label.any() or not pair.changed:
            parts["label"] = label
        for part, array in parts.items():
            path = self.folder / "images" / split / part / f"{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(np.ascontiguousarray(array)).save(path)
        self._note(pair, split, name)

    def _label(self, pair: _Pair) -> NDArray[np.uint8]:
        """The classes' values over a tile, 0 where nothing changed."""
        tile = self.pair.grid.subgrid(pair.window)
        hit = sorted(self.tree.query(pair.tile.geometry, predicate="intersects")) if pair.changed else []
        shapes = [(c.geometry, self.classes[_class_of(c)]) for c in (self.changes[i] for i in hit)]
        shape = (pair.window.height, pair.window.width)
        if not shapes:
            return np.zeros(shape, np.uint8)
        label: NDArray[np.uint8] = rasterize(shapes, out_shape=shape, transform=tile.transform, dtype="uint8")
        return label

    def _note(self, pair: _Pair, split: str, name: str) -> None:
        tile, grid = pair.tile, self.pair.grid.subgrid(pair.window)
        self.entries.append(
            {
                "filepath": split,
                "filename": f"{name}.png",
                "imgid": len(self.entries),
                "split": split,
                "changeflag": int(pair.changed),
                "gsd_m": round(self.pair.grid.gsd_m, 4),
                "tile_id": tile.tile_id,
                "review_status": tile.review_status,
                "sentences": [{"raw": text, "tokens": _words(text)} for text in pair.captions],
            }
        )
        authority = grid.crs.to_authority()
        crs = ":".join(authority) if authority else grid.crs.to_wkt()
        self.places[name] = {"crs": crs, "transform": list(grid.transform)[:6]}
        properties = {"id": name, "split": split, "tile_id": tile.tile_id, "review_status": tile.review_status}
        outline = shapely.transform(tile.geometry, self._to_degrees.transform, interleaved=False)
        self.features.append(
            {
                "type": "Feature",
                "properties": {**properties, "caption": pair.captions[0]},
                "geometry": shapely.geometry.mapping(outline),
            }
        )

    def finish(self) -> dict[str, Any]:
        """Write the files at the top and return the summary.

        Raises:
            InputError: not one pair could be written.
        """
        if not self.entries:
            raise InputError("None of the reviewed tiles has pixels on both dates; check the rasters that were given.")
        splits = Counter(entry["split"] for entry in self.entries)
        summary = {
            "folder": str(self.spec.output),
            "pair_count": len(self.entries),
            TRAIN: splits[TRAIN],
            HELD_OUT: splits[HELD_OUT],
            "changed": sum(entry["changeflag"] for entry in self.entries),
            "left_out": {reason: count for reason, count in sorted(self.left_out.items()) if count},
            "warnings": self._warnings(splits),
        }
        captions: dict[str, Any] = {"images": self.entries, "mask_values": _mask_values(self.classes)}
        licence = self._licence()
        self._json("captions.json", captions)
        self._json("georeference.json", self.places)
        self._json("tiles.geojson", {"type": "FeatureCollection", "features": self.features})
        self._json("provenance.json", self._provenance(summary, licence))
        text = f"# Reviewed tiles of {self.result.path.name}\n\n{summary_text(summary)}\n\n## Licence\n\n{licence}\n"
        (self.folder / "README.md").write_text(text, encoding="utf-8")
        return summary

    def _warnings(self, splits: Counter[str]) -> list[str]:
        said = list(self.warnings)
        if self.spec.val_fraction > 0 and not splits[HELD_OUT]:
            said.append(
                "The tiles are too few or lie too close together to hold any out; a model made from them cannot be "
                "compared with the old one."
            )
        return said

    def _licence(self) -> str:
        imagery = self.spec.licence.strip() or (
            "The images are parts of the rasters named in provenance.json and stay under the licence of their owners."
        )
        run = self.result.run
        terms = str(run.model_info.get("licence", "")).strip() if run else ""
        model = f"Captions and masks are the analyst's revision of what the model “{self.model}” said."
        return " ".join(part for part in (imagery, model, f"Terms of that model: {terms}" if terms else "") if part)

    def _provenance(self, summary: Mapping[str, Any], licence: str) -> dict[str, Any]:
        dates = ("date_before", "date_before_end", "date_after", "date_after_end", "dates")
        kept = ("run_id", "engine_version", "started", *dates, "model", "model_sha256")
        options, run = ("val_fraction", "include_rejected", "include_unreviewed"), self.result.run
        return {
            "made": datetime.now(timezone.utc).isoformat(timespec="seconds"),
            "result": str(self.result.path),
            "before": [str(path) for path in self.pair.before.paths],
            "after": [str(path) for path in self.pair.after.paths],
            "bands": list(self.pair.after.bands),
            "stretch": self.stretch.to_dict(),
            "grid": self.pair.grid.to_dict(),
            "options": {name: getattr(self.spec, name) for name in options},
            "run": {name: to_jsonable(getattr(run, name)) for name in kept} if run else {},
            "inputs": run.inputs if run else {},
            "model": self.model,
            "counts": dict(summary),
            "licence": licence,
        }

    def _json(self, name: str, data: Any) -> None:
        text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
        (self.folder / name).write_text(text, encoding="utf-8")


def _chosen(spec: ExportOptions, tiles: Sequence[TileRecord], grid: Grid, left_out: Counter[str]) -> list[_Pair]:
    """The tiles that become pairs, by number."""
    wanted = {
        ReviewStatus.ACCEPTED,
        ReviewStatus.EDITED,
        *([ReviewStatus.REJECTED] if spec.include_rejected else []),
        *([ReviewStatus.NONE] if spec.include_unreviewed else []),
    }
    pairs = []
    for tile in tiles:
        if tile.review_status not in wanted:
            left_out[tile.review_status or "without a verdict"] += 1
        elif tile.skip_reason in _UNUSABLE:
            left_out[tile.skip_reason] += 1
        elif tile.review_status not in (ReviewStatus.EDITED, ReviewStatus.REJECTED) and tile.caption == POSSIBLE_CHANGE:
            left_out[f"described as “{POSSIBLE_CHANGE}” only"] += 1
        elif tile.review_status == ReviewStatus.NONE and not tile.changed and _tells_of_a_change(tile):
            left_out["told as changed, with no change in the tile's own cell"] += 1
        else:
            changed = _says_changed(tile)
            captions = (tile.caption_edited or tile.caption,) if changed else NO_CHANGE_SENTENCES
            pairs.append(_Pair(tile, _window(tile, grid), captions, changed))
    return pairs


def _says_changed(tile: TileRecord) -> bool:
    """Whether a tile counts as changed: by the words that an analyst has accepted or written, else by its flag."""
    if tile.review_status == ReviewStatus.REJECTED:
        return False
    return tile.changed if tile.review_status == ReviewStatus.NONE else _tells_of_a_change(tile)


def _tells_of_a_change(tile: TileRecord) -> bool:
    if tile.skip_reason and not tile.caption_edited:
        return False
    caption = (tile.caption_edited or tile.caption).lower().rstrip(" .")
    return bool(caption) and caption not in set(SkipReason) and not denies_change(caption)


def _tile_size(spec: ExportOptions, result: Result, model: str) -> int:
    known = spec.tile_size or _parameters(result).get("tile_size")
    if known is None:
        from ..models.packs import load_pack

        try:
            known = load_pack(model).manifest.input.tile_size
        except InputError as error:
            raise InputError(
                f"{result.path} does not say how many pixels a tile has, and its model “{model}” is not "
                "installed; give the tile size (--tile-size)."
            ) from error
    return int(known)


def _parameters(result: Result) -> Mapping[str, Any]:
    """Options of the run, as far as they are known."""
    return result.run.parameters if result.run else {}


def _grid(result: Result, tiles: Sequence[TileRecord], tile_size: int) -> Grid:
    """The grid under all tiles: they are squares of so many pixels of it.

    Raises:
        InputError: the tiles are not of one size, so somebody drew on them or projected them anew.
    """
    bounds = shapely.bounds(np.array([tile.geometry for tile in tiles]))
    sizes = bounds[:, 2:] - bounds[:, :2]
    across, down = sizes[0] / tile_size
    if not np.allclose(sizes, sizes[0], rtol=1e-4, atol=0) or across <= 0 or down <= 0:
        raise InputError(
            f"The tiles of {result.path} differ in size: they were moved, cut or projected anew. Export the layer as "
            "the run made it; only its fields may be changed."
        )
    west, north = float(bounds[:, 0].min()), float(bounds[:, 3].max())
    width = round((float(bounds[:, 2].max()) - west) / across)
    height = round((north - float(bounds[:, 1].min())) / down)
    return Grid(result.crs, Affine(float(across), 0.0, west, 0.0, -float(down), north), width, height)


def _window(tile: TileRecord, grid: Grid) -> Window:
    west, south, east, north = tile.geometry.bounds
    step = grid.transform
    row, col = round((north - step.f) / step.e), round((west - step.c) / step.a)
    return Window(row, col, round((south - north) / step.e), round((east - west) / step.a))


def _open(spec: ExportOptions, result: Result, grid: Grid, stack: ExitStack) -> tuple[RasterPair, tuple[str, ...]]:
    """Both dates on the tiles' grid, and what is to be said about them."""
    told = recorded_overrides(_parameters(result))
    if spec.bands:
        told = (replace(told[0], bands=tuple(spec.bands)), replace(told[1], bands=tuple(spec.bands)))
    before = open_epoch(_source(spec.before, result, "before", spec.folder), override=told[0])
    after = open_epoch(_source(spec.after, result, "after", spec.folder), override=told[1])
    epochs = [wrap_longitudes(epoch, grid) for epoch in (before, after)]
    readers = (EpochReader(epochs[0], grid), EpochReader(epochs[1], grid))
    warnings = tuple(dict.fromkeys((*before.warnings, *after.warnings)))
    return stack.enter_context(RasterPair(grid, epochs[0], epochs[1], warnings, readers)), warnings


def _source(given: Any, result: Result, role: str, folder: Path | None) -> list[Path]:
    """Rasters of one date: those given, else those of the run, where they were or beside the result."""
    if given:
        return input_files(given, role)
    run = result.run
    lines = (run.before if role == "before" else run.after).splitlines() if run else []
    named = [Path(line) for line in lines if line]
    if not named:
        raise InputError(f"{result.path} does not say which raster was “{role}”; give it (--{role}).")
    found = [path if path.is_file() else (folder or result.path.parent) / path.name for path in named]
    for path, place in zip(named, found, strict=True):
        if not place.is_file():
            raise InputError(f"The result was made from {path}, which is not there any more; give it (--{role}).")
    return found


def _class_of(change: ChangeRecord) -> tuple[str, str]:
    """Class and transition; an area that an analyst drew without a class has changed, and that is all one knows."""
    return change.class_name or "change", change.transition


def _classes(result: Result, changes: Sequence[ChangeRecord]) -> dict[tuple[str, str], int]:
    """Mask value of each (class, transition): those of the run's channels in order, then what an analyst added."""
    measured = _measured(result)
    known = [kind for kind in _kinds(result) if kind not in measured]
    drawn = sorted({_class_of(change) for change in changes})
    return {key: value for value, key in enumerate(dict.fromkeys([*known, *drawn]), start=1)}


def _kinds(result: Result) -> list[tuple[str, str]]:
    """Class and transition of the run's channels, in order."""
    return [(str(c["class_name"]), str(c["transition"])) for c in (result.run.channels if result.run else ())]


def _measured(result: Result) -> frozenset[tuple[str, str]]:
    """What indices of the bands measured, which teaches no model: it sees red, green and blue alone."""
    indices = result.run.parameters.get("indices") if result.run else None
    layers = indices.get("layers") if isinstance(indices, dict) else None
    return frozenset(_kinds(result)[-len(layers) :]) if isinstance(layers, list) and layers else frozenset()


def _mask_values(classes: Mapping[tuple[str, str], int]) -> dict[str, int | list[int]]:
    """Values per class, per class and transition (``building+``, ``building-``), and of any change."""
    values: dict[str, int | list[int]] = {}
    for name in dict.fromkeys(name for name, _ in classes):
        if name != "change":
            values[name] = [value for (other, _), value in classes.items() if other == name]
    for (name, transition), value in classes.items():
        if transition and name != "change":
            values[f"{name}{'+' if transition == 'appeared' else '-'}"] = [value]
    return {**values, "change": ANY_VALUE}


def _check_folder(spec: ExportOptions) -> None:
    """Say early that the folder cannot be written.

    Raises:
        InputError: it holds something that is no earlier export, or one that must stay.
    """
    folder = spec.output
    check_text(folder.resolve() if folder.name in ("", "..") else folder)
    check_replaceable(folder, _FILES)
    _check_sources(spec, (spec.result,))
    parent = folder.resolve().parent
    if not parent.is_dir() or not os.access(parent, os.W_OK):
        raise InputError(f"The folder {parent} does not exist or is read-only; export elsewhere.")
    if folder.is_dir() and any(folder.iterdir()):
        if not spec.overwrite:
            raise InputError(
                f"{folder} holds an earlier export; choose another name or allow overwriting (--overwrite)."
            )


def _check_sources(spec: ExportOptions, sources: Sequence[Path]) -> None:
    """Refuse to write over, or around, what is read.

    Raises:
        InputError: the folder to make is, or holds, a file that is read.
    """
    place = Path(os.path.realpath(spec.output))
    for source in sources:
        if place in (Path(os.path.realpath(source)), *Path(os.path.realpath(source)).parents):
            raise InputError(f"{spec.output} is or holds {source.name}, which is read; give another folder.")


def summary_text(summary: Mapping[str, Any]) -> str:
    """What an export wrote and left out, in a sentence or two."""
    left = "; ".join(f"{count} {reason}" for reason, count in summary["left_out"].items())
    return (
        f"{summary['pair_count']} pairs, {summary['changed']} of them changed: {summary[TRAIN]} to learn from, "
        f"{summary[HELD_OUT]} held out." + (f" Left out: {left}." if left else "")
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\s.?,;]+", text.lower())
