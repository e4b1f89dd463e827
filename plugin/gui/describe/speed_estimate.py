"""Speed of this machine the last time, so that the next run's time can be told before it begins.

Kept in QGIS's settings, not in the project: it belongs to the machine. Nothing is shown that was not measured.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QDate, Qt

from ...i18n import tr
from ...numbers import duration, real

KEY = "describe_changes/pace"
ENOUGH_TILES = 8
"""Fewer tiles than this say nothing: the first ones pay for loading the model."""


@dataclass(frozen=True)
class SpeedRecord:
    """One measurement.

    Attributes:
        tiles_per_second: over all tiles that the run described.
        device: in words.
        day: ISO date of the measurement.
    """

    tiles_per_second: float
    device: str
    day: str


def record_speed(device: str, model: str, tile_size: int, tiles: int, tiles_per_second: float, words: str) -> None:
    """Remember a measurement; one of a few tiles only is not worth it.

    Args:
        device: as chosen (``auto``, ``cpu``, …).
        model: as chosen, empty for the one that ships.
        tile_size: pixels, 0 for the model's own.
        tiles: how many tiles were described for it.
        tiles_per_second: what was measured.
        words: the device in words.
    """
    if tiles < ENOUGH_TILES or not tiles_per_second > 0:
        return
    today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
    value = json.dumps([round(tiles_per_second, 4), words, today])
    QgsSettings().setValue(_key(device, model, tile_size), value)


def known_speed(device: str, model: str, tile_size: int) -> Optional[SpeedRecord]:
    """Return the last measurement of this device, model and tile size, None where there is none."""
    try:
        speed, words, day = json.loads(str(QgsSettings().value(_key(device, model, tile_size), "") or ""))
        return SpeedRecord(float(speed), str(words), str(day)) if float(speed) > 0 else None
    except (ValueError, TypeError):
        return None


def estimate_text(tiles: int, pace: Optional[SpeedRecord]) -> str:
    """Return how long some tiles will take, or that it cannot be known yet."""
    if pace is None:
        return tr("How long they take is known after the first run with this model on this device.")
    return tr("About {0} at {1} tiles/s, as measured on {2} ({3}).").format(
        duration(tiles / pace.tiles_per_second), real(pace.tiles_per_second), pace.device, pace.day
    )


def _key(device: str, model: str, tile_size: int) -> str:
    name = hashlib.sha256(json.dumps([device, model, tile_size]).encode()).hexdigest()[:16]
    return f"{KEY}/{name}"
