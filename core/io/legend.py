"""Colours and names of the classes: the same in map layers, mask raster and report.

The colours are Okabe and Ito's (2008, *Color Universal Design*), told apart by colour-blind readers: what
appeared is warm, what disappeared is cold, what has no transition is purple or grey. Ground that is measured by indices
or has channels of the model has the colours that such maps have: vegetation gained green and lost orange, water gained
blue and lost yellow, roads black and grey.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..schema import Transition

Colour = tuple[int, int, int]

_APPEARED: tuple[Colour, ...] = ((213, 94, 0), (230, 159, 0), (240, 228, 66))
_DISAPPEARED: tuple[Colour, ...] = ((0, 114, 178), (86, 180, 233), (0, 158, 115))
_UNDIRECTED: tuple[Colour, ...] = ((204, 121, 167), (0, 158, 115), (148, 103, 189), (140, 86, 75))
_SHADES: Mapping[str, tuple[Colour, ...]] = {
    Transition.APPEARED: _APPEARED,
    Transition.DISAPPEARED: _DISAPPEARED,
}
_USUAL: Mapping[tuple[str, str], Colour] = {
    ("vegetation", Transition.APPEARED): (0, 158, 115),
    ("vegetation", Transition.DISAPPEARED): (230, 159, 0),
    ("water", Transition.APPEARED): (86, 180, 233),
    ("water", Transition.DISAPPEARED): (240, 228, 66),
    ("road", Transition.APPEARED): (0, 0, 0),
    ("road", Transition.DISAPPEARED): (160, 160, 160),
    ("bare ground", Transition.APPEARED): (140, 86, 75),
    ("bare ground", Transition.DISAPPEARED): (148, 103, 189),
}
OTHER: Colour = (110, 110, 110)
"""Colour of a class the run's model does not list."""


@dataclass(frozen=True)
class LegendEntry:
    """One channel of the mask head as the reader of a map sees it.

    Attributes:
        value: value in the class mask, 1 + index of the channel.
        name: name of the channel, for instance ``building appeared``.
        class_name: class, for instance ``building``.
        transition: ``appeared``, ``disappeared`` or empty.
        colour: red, green, blue, 0…255.
    """

    value: int
    name: str
    class_name: str
    transition: str
    colour: Colour

    @property
    def hex(self) -> str:
        """Colour as ``#rrggbb``."""
        return "#{:02x}{:02x}{:02x}".format(*self.colour)


def legend(channels: Iterable[Any]) -> tuple[LegendEntry, ...]:
    """Return the legend of a model's mask channels.

    Args:
        channels: the pack's channels in order, or the same as mappings (``RunRecord.channels``), each with
            ``name``, ``class_name`` and ``transition``.
    """
    entries: list[LegendEntry] = []
    ranks: dict[str, int] = {}
    for value, channel in enumerate(channels, start=1):
        get = channel.__getitem__ if isinstance(channel, Mapping) else channel.__getattribute__
        name, class_name, transition = str(get("name")), str(get("class_name")), str(get("transition"))
        rank = ranks.setdefault(class_name, len(ranks))
        shades = _SHADES.get(transition, _UNDIRECTED)
        if not transition:  # count undirected classes among themselves, so that the first one is purple
            rank = sum(1 for entry in entries if not entry.transition)
        colour = _USUAL.get((class_name, transition), shades[rank % len(shades)])
        entries.append(LegendEntry(value, name, class_name, transition, colour))
    return tuple(entries)
