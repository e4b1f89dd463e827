"""An observer of a time series that says nothing: a notebook shows the result, not the way to it."""

from __future__ import annotations

from collections.abc import Sequence

import pyproj

from ..pipeline.job import RunObserver, SilentObserver
from ..timeseries.job import SeriesPair
from ..timeseries.summary import PairFindings


class SilentSeriesObserver:
    """Watches nothing."""

    def downloaded(self, done: int, total: int) -> None:
        """Do nothing."""

    def planned(self, pairs: Sequence[SeriesPair], crs: pyproj.CRS) -> None:
        """Do nothing."""

    def watch(self, pair: SeriesPair) -> RunObserver:
        """Return an observer that watches nothing."""
        return SilentObserver()

    def described(self, findings: PairFindings) -> None:
        """Do nothing."""

    def warning(self, message: str) -> None:
        """Do nothing; the result keeps the warnings."""

    def is_cancelled(self) -> bool:
        """Never."""
        return False
