"""Batches of sites dealt out to processes: each describes sites that lie together, and helps where most is left."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import islice

from .lanes import strips_of
from .site_words import SiteBatch, SiteBatches

_FEW_BATCHES = 2
"""Fewer batches are described sooner here than others are told of them."""


def few_batches(batches: SiteBatches, count: int) -> list[SiteBatch] | None:
    """Return the batches of sites where they are too few to be given to others, else None."""
    first = list(islice(batches(0, count), _FEW_BATCHES))
    return first if len(first) < _FEW_BATCHES else None


class SiteStrips:
    """Batches of sites, made when they are asked for; each lane has its own part of the sites, which lie together.

    A lane that is done helps where most is left.

    Args:
        batches: of sites.
        count: number of sites.
        lanes: number of lanes.
    """

    def __init__(self, batches: SiteBatches, count: int, lanes: int) -> None:
        parts = [(part[0], part[-1] + 1) for part in strips_of(range(count), lanes) if len(part)]
        self._left = {lane: part[1] - part[0] for lane, part in enumerate(parts)}
        self._stops = [stop for _, stop in parts]
        self._parts = [batches(*part) for part in parts]
        self._back: deque[SiteBatch] = deque()

    def take(self, lane: int) -> SiteBatch | None:
        """As of `Tasks`."""
        if self._back:
            return self._back.popleft()
        while self._left:
            chosen = lane if lane in self._left else max(self._left, key=lambda part: self._left[part])
            batch = next(self._parts[chosen], None)
            if batch is not None:
                self._left[chosen] = self._stops[chosen] - batch.number - len(batch.outlines)
                return batch
            del self._left[chosen]
        return None

    def give_back(self, lane: int, task: SiteBatch) -> None:
        """As of `Tasks`."""
        self._back.append(task)


class UntoldSites(SiteStrips):
    """Batches with a way for this process to go on with all that others have not told of.

    Attributes:
        untold: batches that were taken, by number; whoever is told of one removes it.
    """

    def __init__(self, batches: SiteBatches, count: int, lanes: int) -> None:
        super().__init__(batches, count, lanes)
        self.untold: dict[int, SiteBatch] = {}

    def take(self, lane: int) -> SiteBatch | None:
        """As of `Tasks`."""
        batch = super().take(lane)
        if batch is not None:
            self.untold[batch.number] = batch
        return batch

    def rest(self) -> Iterator[SiteBatch]:
        """Yield what nobody told of."""
        yield from self.untold.values()
        while (batch := super().take(0)) is not None:
            if batch.number not in self.untold:  # else it was given back
                yield batch
