"""A run on a terminal: progress bar, warnings, Ctrl-C."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import TYPE_CHECKING

import click

from ...common.numbers import plural
from .. import formatting
from .summary import LargestSites

if TYPE_CHECKING:
    import pyproj
    from rich.progress import Progress, TaskID

    from ..io.records import ChangeRecord, SiteRecord, TileRecord
    from ..pipeline.job import RunInfo
    from ..timeseries.job import SeriesPair
    from ..timeseries.summary import PairFindings

_STAGES = {
    "download": ("Downloading", "parts"),
    "describe": ("Describing", "tiles"),
    "polygons": ("Outlining", "blocks"),
    "sites": ("Telling", "sites"),
    "write": ("Writing", "files"),
}


@contextmanager
def cancel_on_signal() -> Iterator[Callable[[], bool]]:
    """Turn Ctrl-C and a polite kill into a flag; a second Ctrl-C ends at once.

    Yields:
        Whether the user has asked to stop.
    """
    asked = threading.Event()

    def note(number: int, _frame: FrameType | None) -> None:
        if asked.is_set() and number == signal.SIGINT:
            raise KeyboardInterrupt
        asked.set()
        with contextlib.suppress(OSError):  # straight to the descriptor: the stream may be in the middle of a write
            os.write(2, b"\nStopping after this step; Ctrl-C once more ends at once.\n")

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked.is_set
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class ConsoleObserver:
    """Shows a run on stderr, and keeps the sites for the closing table.

    Args:
        is_cancelled: whether the user has asked to stop.
        quiet: no progress bar and no introduction; warnings are still said.
        silent: nothing at all.
    """

    def __init__(self, is_cancelled: Callable[[], bool], *, quiet: bool, silent: bool = False) -> None:
        self.is_cancelled = is_cancelled
        self.sites = LargestSites()
        self._quiet = quiet or silent
        self._silent = silent
        self._shown = not self._quiet and sys.stderr.isatty()
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._stage = ""

    def __enter__(self) -> ConsoleObserver:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def started(self, start: RunInfo) -> None:
        """Say what is compared, on which device."""
        if not self._quiet:
            first, second = start.dates
            grid = start.grid
            dates = formatting.dates(first.start, first.end, second.start, second.end)
            self._say(f"{dates}, {grid.width:,} × {grid.height:,} pixels of {grid.gsd_m:.3g} m")
            self._say(f"{plural(start.tiles, 'tile', 'tiles')}, model {start.model}, on {start.device}")
            if start.resumed_blocks:
                self._say(f"Going on where an earlier run stopped: {start.resumed_blocks:,} blocks are done.")
        for message in start.warnings:
            self.warning(message)

    def progress(
        self, stage: str, done: int, total: int, tiles_per_second: float | None, seconds_left: float | None
    ) -> None:
        """Move the bar of a stage."""
        if not self._shown:
            return
        if stage != self._stage or self._bar is None:
            self._close()
            self._stage = stage
            self._bar, self._task = _progress_bar(*_STAGES.get(stage, (stage, "")), total)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done)

    def tile(self, record: TileRecord) -> None:
        """Do nothing; the closing table has the sites."""

    def change(self, record: ChangeRecord) -> None:
        """Do nothing; areas are counted by the run."""

    def site(self, record: SiteRecord) -> None:
        """Keep a site."""
        self.sites.add(record)

    def warning(self, message: str) -> None:
        """Say what the user should know."""
        if not self._silent:
            self._say(f"Warning: {message}")

    def say(self, text: str) -> None:
        """Say a sentence above the bar."""
        self._say(text)

    def _say(self, text: str) -> None:
        if self._bar is not None:
            self._bar.console.print(text, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(text, err=True)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def _progress_bar(title: str, unit: str, total: int) -> tuple[Progress, TaskID]:
    """Begin a bar on stderr; it vanishes when it stops, and lines that are printed meanwhile stand above it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    parts = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn(unit))
    bar = Progress(*parts, TimeRemainingColumn(), console=Console(stderr=True), transient=True)
    bar.start()
    return bar, bar.add_task(title, total=total)


class ConsoleSeriesObserver:
    """Shows a time series on stderr, pair by pair.

    Args:
        is_cancelled: whether the user has asked to stop.
        quiet: no progress bar and no introduction; warnings are still said.
        silent: nothing at all.
    """

    def __init__(self, is_cancelled: Callable[[], bool], *, quiet: bool, silent: bool = False) -> None:
        self.is_cancelled = is_cancelled
        self._quiet = quiet or silent
        self._pair = ConsoleObserver(is_cancelled, quiet=quiet, silent=silent)
        self._pairs = 0

    def __enter__(self) -> ConsoleSeriesObserver:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pair.__exit__(kind, error, trace)

    def downloaded(self, done: int, total: int) -> None:
        """Show how much is copied."""
        self._pair.progress("download", done, total, None, None)

    def planned(self, pairs: Sequence[SeriesPair], crs: pyproj.CRS) -> None:
        """Say how many pairs there are, and how many an earlier run has finished."""
        self._pairs = len(pairs)
        if self._quiet:
            return
        finished = sum(pair.finished for pair in pairs)
        done = f", {finished} of them finished by an earlier run" if finished else ""
        self._pair.say(f"{plural(len(pairs), 'pair', 'pairs')} of dates{done}.")

    def watch(self, pair: SeriesPair) -> ConsoleObserver:
        """Announce a pair and watch its run."""
        if not self._quiet:
            self._pair.say(f"Pair {pair.number} of {self._pairs}")
        return self._pair

    def described(self, findings: PairFindings) -> None:
        """Do nothing; the closing table has all pairs."""

    def warning(self, message: str) -> None:
        """Say what an earlier run said of a pair."""
        self._pair.warning(message)
