"""The second pass of a run: a model looks at each site by itself, and its words are held against the site's mask.

What it said is kept in the run folder, some sites at a time, so that a run that was killed goes on from there.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

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
_SITES_AT_ONCE = 32

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
        sites: Iterable[SiteRecord],
        tell: Callable[[Iterator[SiteBatch]], Iterator[Told]],
        done: Callable[[int], None],
    ) -> None:
        """Have all sites described that an earlier run has not.

        Args:
            sites: in the order of their numbers.
            tell: describes batches, in any order.
            done: told how many sites are described, as that goes on.

        Raises:
            InputError: the disk refuses a file.
        """
        count = 0

        def waiting() -> Iterator[SiteBatch]:
            nonlocal count
            for number, some in enumerate(_batches(sites)):
                self._context.check()
                if self._kept(number, len(some)) is None:
                    yield self._batch(number, some)
                else:
                    count += len(some)
                    done(count)

        for number, words in tell(waiting()):
            write_json(self._path(number), words)
            count += len(words)
            done(count)

    def say(self, sites: Iterable[SiteRecord]) -> Iterator[SiteRecord]:
        """Yield sites with the model's words where there are some."""
        for number, some in enumerate(_batches(sites)):
            kept = self._kept(number, len(some)) or [None] * len(some)
            for site, words in zip(some, kept, strict=True):
                yield site if words is None else _worded(site, *words, self._context.pack.manifest.decoding)

    def _path(self, number: int) -> Path:
        return self._folder / f"words-{number:06d}.json"

    def _kept(self, number: int, count: int) -> list[Words] | None:
        """What is kept of a batch; None where it is not there or damaged."""
        try:
            words = json.loads(self._path(number).read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return None
        return words if isinstance(words, list) and len(words) == count else None

    def _batch(self, number: int, sites: Sequence[SiteRecord]) -> SiteBatch:
        outlines = tuple(to_pixels([site.geometry for site in sites], self._context.grid.transform))
        looks = [
            look
            for index, (site, outline) in enumerate(zip(sites, outlines, strict=True))
            for look in self._looks(index, site, outline)
        ]
        return SiteBatch(number, outlines, tuple(map(_counted, sites)), tuple(looks))

    def _looks(self, index: int, site: SiteRecord, outline: BaseGeometry) -> Iterator[Look]:
        """Yield what the model shall see of a site: nothing of one that is too small."""
        grid, side = self._context.grid, self._context.plan.tile_size
        named = any(entry[CLASS_COLUMN] in self._class_words for entry in site.classes)
        if outline.area < (LEAST_PIXELS if named else LEAST_UNNAMED):
            return
        if not named and site.certainty == Certainty.DOUBTFUL:  # nothing would bear out what it says
            return
        for window in plan_crops(outline, grid.height, grid.width, side):
            self._context.check()
            yield Look(index, window, zlib.compress(self._mask_of(window).tobytes(), 1))


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


def _batches(sites: Iterable[SiteRecord]) -> Iterator[list[SiteRecord]]:
    source = iter(sites)
    while some := list(islice(source, _SITES_AT_ONCE)):
        yield some
