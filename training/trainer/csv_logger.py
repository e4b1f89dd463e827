"""Log of a run: one CSV file in long form, and TensorBoard where it is installed."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NAME = "metrics.csv"


class CSVLogger:
    """Appends figures by step.

    Args:
        folder: of the run.
        active: False on all but one of several processes.
    """

    def __init__(self, folder: Path, active: bool = True) -> None:
        self.path, self.active = folder / NAME, active
        self._board: Any = None
        if active:
            try:
                from torch.utils.tensorboard import SummaryWriter
            except ImportError:
                return
            self._board = SummaryWriter(str(folder / "tensorboard"))

    def write(self, step: int, figures: Mapping[str, float]) -> None:
        """Append `step, name, value` rows."""
        if not self.active:
            return
        with self.path.open("a", newline="", encoding="utf-8") as stream:
            csv.writer(stream).writerows((step, name, value) for name, value in figures.items())
        if self._board is not None:
            for name, value in figures.items():
                self._board.add_scalar(name, value, step)


def read_log(folder: Path) -> dict[str, dict[int, float]]:
    """Figures of a run by name and step; a step repeated after a kill counts once, with its last value."""
    figures: dict[str, dict[int, float]] = {}
    with (folder / NAME).open(newline="", encoding="utf-8") as stream:
        for step, name, value in csv.reader(stream):
            figures.setdefault(name, {})[int(step)] = float(value)
    return figures
