"""The second pass of a run: a model looks at each site by itself, and its words are held against the site's mask.

What it said is kept in the run folder, some sites at a time, so that a run that was killed goes on from there.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ...common.site_facts import BUILDING
from ..captions.sentence_choice import Candidate, join_confidence
from ..io.disk import write_json
from ..io.records import SiteRecord
from ..raster.polygons import to_pixels
from ..raster.tiling import Tile, Window
from ..schema import CLASS_COLUMN, Certainty, DescriptionSource
from ..sites.crops import cover_other_changes, plan_crops, site_mask
from ..sites.wording import choose_sentence, compose
from .block_reader import read_block_with_halo

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ..captions.claims import ClaimReader
    from ..models.decoding import Decoding
    from ..predict.predictor import Predictor
    from ..raster.aoi import AreaOfInterest
    from ..raster.pair import RasterPair
    from ..raster.radiometry import Stretch
    from .context import RunContext

LEAST_PIXELS = 64
"""A site of fewer pixels is told by what was measured alone: in so few a model sees nothing."""
LEAST_UNNAMED = 1024
"""The same for a site of no class that the model has words for: most of what it could say would be denied."""
_MANY = 4
_LOOKS_AT_ONCE = 32
"""Windows that are shown to the model together, as many as fill its batches …"""
_FEWEST_LOOKS = 8
"""… and towards the end, where others wait for who is last."""
_SITES_AT_ONCE = 128
"""Most sites that are asked about together: of many nothing is shown."""

Words = tuple[str, float] | None
"""A sentence and the probability that it holds, None where nothing is said beyond what was measured."""


@dataclass(frozen=True)
class Look:
    """One window in which the model looks at a site: where it lies, and its class mask (h, w), compressed."""

    site: int
    window: Window
    packed: bytes

    @property
    def classes(self) -> NDArray[np.uint8]:
        """The class mask."""
        pixels = np.frombuffer(zlib.decompress(self.packed), np.uint8)
        return pixels.reshape(self.window.height, self.window.width)


@dataclass(frozen=True)
class SiteBatch:
    """Some sites to describe together, small enough to be sent to another process.

    Attributes:
        number: of the batch.
        outlines: of its sites, in pixel coordinates.
        buildings: how many the words may tell of, by site.
        looks: all windows of all sites, in their order.
    """

    number: int
    outlines: tuple[BaseGeometry, ...]
    buildings: tuple[int, ...]
    looks: tuple[Look, ...]


Told = tuple[int, list[Words]]
"""Number of a batch, and the words about its sites."""

SiteBatches = Callable[[int, int], Iterator[SiteBatch]]
"""Batches of the sites from one number to before another, as far as nothing is known of them."""

_END: Any = object()


@dataclass(frozen=True)
class _Planned:
    """A site with its outline in pixel coordinates and the windows in which the model looks at it."""

    site: SiteRecord
    outline: BaseGeometry
    windows: list[Window]


@dataclass(frozen=True)
class SiteModel:
    """What describes sites: the pair with its constants, open, and the model; in this process or another.

    Attributes:
        pair: both dates.
        stretch: radiometric constants.
        area: area of interest, None for everything.
        predictor: the model.
        check: called between steps; raises to stop.
    """

    pair: RasterPair
    stretch: Stretch
    area: AreaOfInterest | None
    predictor: Predictor
    check: Callable[[], None] = lambda: None

    def describe(self, batch: SiteBatch) -> Told:
        """Return what the model says of the sites of a batch, held against their masks."""
        shown = [(look, found) for look in batch.looks if (found := self._shown(look, batch)) is not None]
        if not shown:
            return batch.number, [None] * len(batch.outlines)
        predictor = self.predictor
        images, valid = [found[0] for _, found in shown], [found[1] for _, found in shown]
        said: dict[int, list[Candidate]] = {}
        for (look, (_, _, mine)), candidates in zip(shown, self._candidates(images, valid), strict=True):
            chosen = choose_sentence(
                candidates,
                mine,
                predictor.channels,
                predictor.pack.manifest.class_words,
                batch.buildings[look.site],
                predictor.rules,
                predictor.reader,
            )
            if chosen is not None:
                said.setdefault(look.site, []).append(chosen)
        words = [_summed(said.get(index, []), predictor.reader) for index in range(len(batch.outlines))]
        return batch.number, words

    def _candidates(
        self, images: Sequence[NDArray[np.uint8]], valid: Sequence[NDArray[np.bool_]]
    ) -> list[list[Candidate]]:
        """Return what could be said of each window, best first; nothing where the model sees no change."""
        encoded = self.predictor.encode(images, valid, self.check)
        told = iter(self.predictor.sentences([tile for tile in encoded if tile.memory is not None], self.check))
        return [list(tile.prediction.candidates) if tile.memory is None else next(told) for tile in encoded]

    def _shown(
        self, look: Look, batch: SiteBatch
    ) -> tuple[NDArray[np.uint8], NDArray[np.bool_], NDArray[np.uint8]] | None:
        """Return images, valid pixels and the site's own mask in a window; None where pixels cannot be read."""
        self.check()
        tile = Tile(0, 0, 0, look.window)
        block = read_block_with_halo(self.pair, self.stretch, [tile], self.check)
        if block.unreadable:
            return None
        images, valid = block.crop(tile)
        classes = look.classes
        mine = site_mask(batch.outlines[look.site], classes, look.window)
        outside = None if self.area is None else ~self.area.inside(self.pair.grid, look.window)
        return cover_other_changes(images, classes, mine, outside), valid, mine


class SiteWords:
    """Sentences of a model about the sites of one run.

    Args:
        context: the run.
        folder: its folder.
        mask_of: class mask of a window of the grid.
    """

    def __init__(self, context: RunContext, folder: Path, mask_of: Callable[[Window], NDArray[np.uint8]]) -> None:
        self._context, self._folder, self._mask_of = context, folder, mask_of
        self._class_words = context.pack.manifest.class_words
        self._measured = {(channel.class_name, channel.transition) for channel in context.plan.measured_channels}

    def ask(
        self,
        sites: Callable[[int, int], Iterator[SiteRecord]],
        count: int,
        tell: Callable[[SiteBatches, int], Iterator[Told]],
        done: Callable[[int], None],
    ) -> None:
        """Have all sites described that an earlier run has not.

        Args:
            sites: yields those from one number to before another.
            count: number of sites.
            tell: describes batches of so many sites, in any order.
            done: told how many sites are described, as that goes on.

        Raises:
            InputError: the disk refuses a file.
        """
        known: dict[int, int] = {}

        def note(number: int, told: int) -> None:
            known[number] = told
            done(min(sum(known.values()), count))

        def batches(start: int, stop: int) -> Iterator[SiteBatch]:
            for number, some in self._batches(sites(start, stop), start, stop, parted=stop - start < count):
                self._context.check()
                if self._kept(number) != len(some):
                    yield self._batch(number, some)
                elif number not in known:
                    note(number, len(some))

        for number, words in tell(batches, count):
            write_json(self._path(number), {"site": number, "words": words})
            note(number, len(words))

    def say(self, sites: Iterable[SiteRecord]) -> Iterator[SiteRecord]:
        """Yield sites, numbered from 0, with the model's words where there are some."""
        kept: Iterator[Words] = iter(())
        for number, site in enumerate(sites):
            words = next(kept, _END)
            if words is _END:
                kept = iter(self._words(number) or [None])
                words = next(kept)
            yield site if words is None else _worded(site, words[0], words[1], self._context.pack.manifest.decoding)

    def _path(self, number: int) -> Path:
        return self._folder / f"words-{number:06d}.json"

    def _kept(self, number: int) -> int:
        """Of how many sites from a number on an earlier run has kept the words; 0 where nothing is there or damaged."""
        return len(self._words(number))

    def _words(self, number: int) -> list[Words]:
        """What is kept of the batch that begins with a site."""
        try:
            kept = json.loads(self._path(number).read_text(encoding="utf-8"))
            return list(kept["words"]) if kept["site"] == number else []
        except (FileNotFoundError, ValueError, TypeError, KeyError):
            return []

    def _batches(
        self, sites: Iterator[SiteRecord], start: int, stop: int, *, parted: bool
    ) -> Iterator[tuple[int, list[_Planned]]]:
        """Yield the number of the first site and the sites of each batch, with their windows.

        A batch is full once its windows fill the network's batches. Where others have their part of the sites, batches
        become smaller towards the end.
        """
        full = self._context.predictor.batch_size
        some: list[_Planned] = []
        looks = 0
        for number, site in enumerate(sites, start + 1):
            outline = to_pixels([site.geometry], self._context.grid.transform)[0]
            some.append(_Planned(site, outline, self._windows(site, outline)))
            looks += len(some[-1].windows)
            wanted = min(_LOOKS_AT_ONCE, max(_FEWEST_LOOKS, (stop - number) // 4)) if parted else _LOOKS_AT_ONCE
            if (looks >= wanted and looks % full == 0) or looks >= wanted + full or len(some) == _SITES_AT_ONCE:
                yield number - len(some), some
                some, looks = [], 0
        if some:
            yield stop - len(some), some

    def _batch(self, number: int, sites: Sequence[_Planned]) -> SiteBatch:
        looks = [
            Look(index, window, zlib.compress(self._mask_of(window).tobytes(), 1))
            for index, planned in enumerate(sites)
            for window in planned.windows
        ]
        outlines = tuple(planned.outline for planned in sites)
        return SiteBatch(number, outlines, tuple(_counted(planned.site) for planned in sites), tuple(looks))

    def _windows(self, site: SiteRecord, outline: BaseGeometry) -> list[Window]:
        """Return what the model shall see of a site: nothing of one that is too small."""
        grid, side = self._context.grid, self._context.plan.tile_size
        named = any(entry[CLASS_COLUMN] in self._class_words for entry in site.classes)
        if outline.area < (LEAST_PIXELS if named else LEAST_UNNAMED):
            return []
        if not named and site.certainty == Certainty.DOUBTFUL:  # nothing would bear out what it says
            return []
        return plan_crops(outline, grid.height, grid.width, side)


def _counted(site: SiteRecord) -> int:
    """Number of buildings that the words may tell of; many, where patches larger than a building hold most of them."""
    found = [entry for entry in site.classes if entry[CLASS_COLUMN] == BUILDING]
    return sum(int(entry.get("objects", 0)) or max(int(entry["changes"]), _MANY) for entry in found)


def _summed(chosen: Sequence[Candidate], reader: ClaimReader) -> Words:
    """One sentence of those about the windows of a site, as probable as the least probable."""
    if not chosen:
        return None
    probability = min(candidate.probability for candidate in chosen)
    return compose([candidate.text for candidate in chosen], reader=reader), round(probability, 6)


def _worded(site: SiteRecord, sentence: str, probability: float, rules: Decoding) -> SiteRecord:
    return replace(
        site,
        description=sentence,
        description_source=DescriptionSource.MODEL,
        confidence=round(join_confidence(site.confidence, probability, rules), 6),
    )
