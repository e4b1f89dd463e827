"""Sites drawn by other processes, some at a time, while this one joins the areas of the next."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ..io.records import ChangeRecord, SiteRecord
    from ..sites.build import SiteBuilder

_SITES_AT_ONCE = 32
_FEW_TASKS = 3
"""Fewer are done sooner here than sent to others."""

DrawnSite: TypeAlias = "tuple[SiteRecord, list[ChangeRecord]]"
"""A site and its areas as they are drawn."""
Drawn: TypeAlias = "tuple[int, list[DrawnSite]]"
"""Number of a task and its sites."""


@dataclass(frozen=True)
class DrawingTask:
    """Some sites to draw together; picklable where its builder needs no masks."""

    number: int
    builder: SiteBuilder
    sites: list[list[ChangeRecord]]

    def drawn(self) -> Drawn:
        """Draw them."""
        return self.number, list(self.builder.build_each(self.sites))


class DrawingTasks:
    """Tasks as the sites come, for whoever asks first; this process may go on with those that nobody has done.

    Args:
        builder: draws the sites.
        sites: the areas of each.

    Attributes:
        undone: tasks that were taken, by number; whoever is given the answer to one removes it.
    """

    def __init__(self, builder: SiteBuilder, sites: Iterable[list[ChangeRecord]]) -> None:
        self._builder, self._sites, self._count = builder, iter(sites), 0
        self._back: deque[DrawingTask] = deque()
        self.undone: dict[int, DrawingTask] = {}

    def take(self, lane: int) -> DrawingTask | None:
        """As of `Tasks`."""
        if self._back:
            return self._back.popleft()
        some = list(islice(self._sites, _SITES_AT_ONCE))
        if not some:
            return None
        task = DrawingTask(self._count, self._builder, some)
        self.undone[self._count] = task
        self._count += 1
        return task

    def give_back(self, lane: int, task: DrawingTask) -> None:
        """As of `Tasks`."""
        self._back.append(task)

    def rest(self) -> Iterator[DrawingTask]:
        """Yield what nobody has done."""
        self._back.clear()
        yield from list(self.undone.values())
        while (task := self.take(0)) is not None:
            yield task


def in_order(answers: Iterable[Drawn], tasks: DrawingTasks) -> Iterator[DrawnSite]:
    """Yield sites in the order of their tasks, and note which tasks are done."""
    waiting: dict[int, list[DrawnSite]] = {}
    number = 0
    for done, sites in answers:
        tasks.undone.pop(done, None)
        waiting[done] = sites
        while number in waiting:
            yield from waiting.pop(number)
            number += 1


def too_few(sites: Iterable[list[ChangeRecord]]) -> tuple[bool, Iterator[list[ChangeRecord]]]:
    """Whether sites are so few that drawing them elsewhere would cost more than it spares; and the sites."""
    source, few = iter(sites), _FEW_TASKS * _SITES_AT_ONCE
    first = list(islice(source, few))
    return len(first) < few, chain(first, source)
