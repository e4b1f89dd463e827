"""The second pass of a run: a model looks at each site by itself, and its words are held against the site's mask.

What it said is kept in the run folder, some sites at a time, so that a run that was killed goes on from there.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ...common.site_facts import BUILDING
from ..io.disk import write_json
from ..io.records import SiteRecord
from ..raster.polygons import to_pixels
from ..raster.tiling import Tile, Window
from ..schema import CLASS_COLUMN, Certainty, DescriptionSource
from ..sites.crops import cover_other_changes, plan_crops, site_mask
from ..sites.wording import Candidate, choose_sentence, compose
from .block_reader import read_block_with_halo

if TYPE_CHECKING:
    from ..captions.claims import ClaimReader
    from .context import RunContext

LEAST_PIXELS = 64
"""A site of fewer pixels is told by what was measured alone: in so few a model sees nothing."""
LEAST_UNNAMED = 1024
"""The same for a site of no class that the model has words for: most of what it could say would be denied."""
_MANY = 4
_SITES_AT_ONCE = 32

Words = tuple[str, float] | None
"""A sentence and the model's probability per word, None where nothing is said beyond what was measured."""


@dataclass(frozen=True)
class _Look:
    """One window of one site, ready for the model."""

    site: int
    images: NDArray[np.uint8]
    valid: NDArray[np.bool_]
    mask: NDArray[np.uint8]


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

    def ask(self, sites: Iterable[SiteRecord], done: Callable[[int], None]) -> None:
        """Have all sites described that an earlier run has not.

        Args:
            sites: in the order of their numbers.
            done: told how many sites are described, as that goes on.

        Raises:
            InputError: the disk refuses a file.
        """
        count = 0
        for number, some in enumerate(_batches(sites)):
            self._context.check()
            if self._kept(number, len(some)) is None:
                write_json(self._path(number), self._describe(some))
            count += len(some)
            done(count)

    def say(self, sites: Iterable[SiteRecord]) -> Iterator[SiteRecord]:
        """Yield sites with the model's words where there are some."""
        for number, some in enumerate(_batches(sites)):
            kept = self._kept(number, len(some)) or [None] * len(some)
            for site, words in zip(some, kept, strict=True):
                yield site if words is None else _worded(site, *words)

    def _path(self, number: int) -> Path:
        return self._folder / f"words-{number:06d}.json"

    def _kept(self, number: int, count: int) -> list[Words] | None:
        """What is kept of a batch; None where it is not there or damaged."""
        try:
            words = json.loads(self._path(number).read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return None
        return words if isinstance(words, list) and len(words) == count else None

    def _describe(self, sites: Sequence[SiteRecord]) -> list[Words]:
        predictor = self._context.predictor
        looks = [look for index, site in enumerate(sites) for look in self._looks(index, site)]
        if not looks:
            return [None] * len(sites)
        images, valid = np.stack([look.images for look in looks]), np.stack([look.valid for look in looks])
        predictions = predictor.predict(images, valid, None, self._context.check)
        found: dict[int, list[Candidate]] = {}
        for look, prediction in zip(looks, predictions, strict=True):
            candidates = [Candidate(text, mean) for mean, text in prediction.candidates]
            buildings = _counted(sites[look.site])
            chosen = choose_sentence(
                candidates,
                look.mask,
                self._context.channels,
                self._class_words,
                buildings,
                predictor.rules,
                predictor.reader,
            )
            if chosen is not None:
                found.setdefault(look.site, []).append(chosen)
        return [_summed(found.get(index, []), predictor.reader) for index in range(len(sites))]

    def _looks(self, index: int, site: SiteRecord) -> Iterator[_Look]:
        """Yield what the model shall see of a site: nothing of one that is too small, or mostly told by indices."""
        if (site.class_name, site.transition) in self._measured:
            return
        grid, plan, check = self._context.grid, self._context.plan, self._context.check
        outline = to_pixels([site.geometry], grid.transform)[0]
        named = any(entry[CLASS_COLUMN] in self._class_words for entry in site.classes)
        if outline.area < (LEAST_PIXELS if named else LEAST_UNNAMED):
            return
        if not named and site.certainty == Certainty.DOUBTFUL:  # nothing would bear out what it says
            return
        for window in plan_crops(outline, grid.height, grid.width, plan.tile_size):
            check()
            tile = Tile(0, 0, 0, window)
            block = read_block_with_halo(plan.pair, plan.stretch, [tile], check)
            if block.unreadable:
                continue
            classes = self._mask_of(window)
            mine = site_mask(outline, classes, window)
            images, valid = block.crop(tile)
            yield _Look(index, cover_other_changes(images, classes, mine, self._outside(window)), valid, mine)

    def _outside(self, window: Window) -> NDArray[np.bool_] | None:
        """What of a window lies outside the area of interest, (h, w); None without one."""
        area = self._context.plan.choice.area
        return None if area is None else ~area.inside(self._context.grid, window)


def _counted(site: SiteRecord) -> int:
    """Number of buildings that the words may tell of; many, where patches larger than a building hold most of them."""
    found = [entry for entry in site.classes if entry[CLASS_COLUMN] == BUILDING]
    return sum(int(entry.get("objects", 0)) or max(int(entry["changes"]), _MANY) for entry in found)


def _summed(chosen: Sequence[Candidate], reader: ClaimReader) -> Words:
    """One sentence of those about the windows of a site, as probable as the least probable."""
    if not chosen:
        return None
    probability = min(1.0, math.exp(min(candidate.mean for candidate in chosen)))
    return compose([candidate.text for candidate in chosen], reader=reader), round(probability, 6)


def _worded(site: SiteRecord, sentence: str, probability: float) -> SiteRecord:
    return replace(
        site,
        description=sentence,
        description_source=DescriptionSource.MODEL,
        confidence=round(math.sqrt(site.confidence * probability), 6),
    )


def _batches(sites: Iterable[SiteRecord]) -> Iterator[list[SiteRecord]]:
    source = iter(sites)
    while some := list(islice(source, _SITES_AT_ONCE)):
        yield some
