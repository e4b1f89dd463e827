"""What masks and captions of a real pair say about each channel of the mask head.

Most pairs have masks of buildings, or of any change; what became of roads, water and vegetation only their captions
and kinds tell. Where nobody names a class it did not change; where somebody does, it changed somewhere
(`losses.mask.SOMEWHERE`), within the marked pixels if those mark any change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...core.models.config import Channel
from ..losses.mask import SOMEWHERE, UNKNOWN

Marks = Mapping[str, NDArray[np.bool_]]
Labels = NDArray[np.uint8]

NAMES_OF_CLASSES: dict[str, frozenset[str]] = {
    "road": frozenset("road roads street streets path paths highway lane lanes driveway roundabout".split()),
    "water": frozenset("water lake lakes pond ponds pool pools river rivers stream canal".split()),
    "vegetation": frozenset(
        "tree trees forest woods woodland jungle vegetation plants grass grassland lawn meadow bushes green "
        "greenery garden park field fields farmland".split()
    ),
}
"""Words by which captions name a class that has no masks among the pairs; where none falls it did not change."""
_LOOKALIKES = {
    "building": frozenset(("building", "other")),
    "road": frozenset(("road", "parking", "other")),
    "water": frozenset(("water", "other")),
    "vegetation": frozenset(("vegetation", "farmland", "other")),
}
"""Kinds of change that may hold some of a class."""
_ANYTHING = frozenset(("other",))
_NOT_UNDER_BUILDINGS = frozenset((("road", "disappeared"), ("road", "appeared"), ("water", "appeared")))
"""Changes that are not seen where a building came. Houses are seldom built on roads; exclusive-or pairs, of two places,
show it often, so a model learns that a road goes where a building comes."""
_GROUND = frozenset(("farmland-", "vegetation-", "bareland-"))
"""Kinds that only say what a change took the place of."""
_CAME = frozenset("built constructed appear appears appeared emerge emerges emerged added paved".split())
_WENT = frozenset("removed disappear disappears disappeared vanish vanishes demolished cut cleared".split())
_BESIDE = frozenset(
    "along alongside beside besides near by next to of at on in around across between behind with from through".split()
)
"""Words after which a thing is where the change is, not what changed."""
_AGREED = 2
"""Captions of a pair that must name a change; one person in five calls a driveway a road."""


@dataclass(frozen=True)
class Told:
    """What people or a machine say of a pair.

    Attributes:
        named: classes that are named at all; None where nobody said anything.
        changes: classes and transitions that are surely named as changes.
        kinds: of change, e.g. `building+`, `road-`; empty if there are captions only.
    """

    named: frozenset[str] | None = None
    changes: frozenset[tuple[str, str]] = frozenset()
    kinds: frozenset[str] = frozenset()

    @classmethod
    def of(cls, kinds: frozenset[str] = frozenset(), captions: Sequence[str] = ()) -> Told:
        """From kinds where there are some, else from captions, tokens joined by spaces."""
        if kinds:
            named = frozenset(kind.rstrip("+-") for kind in kinds)
            ways = {"+": "appeared", "-": "disappeared"}
            changes = frozenset((kind[:-1], ways[kind[-1]]) for kind in kinds if kind[-1] in ways)
            return cls(named, changes, kinds)
        if not captions:
            return cls()
        words = {word for caption in captions for word in caption.split()}
        named = frozenset(name for name, signs in NAMES_OF_CLASSES.items() if words & signs)
        said = Counter(change for caption in captions for change in changes_named(caption.split()))
        return cls(named, frozenset(change for change, times in said.items() if times >= _AGREED))


def changes_named(words: Sequence[str]) -> set[tuple[str, str]]:
    """Classes of `NAMES_OF_CLASSES` that a sentence names as what came or went, each with its transition.

    A thing is what the next verb is about, or joined to that by “and” (“a road and some houses are built”), unless it
    is a place (“houses along the road are built”): so little is found, and most of that holds.
    """
    found: set[tuple[str, str]] = set()
    waiting: list[str] = []
    for index, word in enumerate(words):
        if word in _CAME or word in _WENT:
            found |= {(name, "appeared" if word in _CAME else "disappeared") for name in waiting}
            waiting = []
        for name, signs in NAMES_OF_CLASSES.items():
            if word in signs and not _BESIDE & set(words[max(0, index - 3) : index]):
                waiting.append(name)
    return found


def label_channels(masks: Marks, changed: int, told: Told, channels: Sequence[Channel], side: int) -> Labels:
    """What masks and captions say about each channel; the rest is `UNKNOWN`.

    A pair called unchanged shows nothing of any class, unless a mask knows better: people pass over small and cut-off
    buildings (20 of the 359 recovered training pairs that are called unchanged have a mask). Masks of one transition
    (`building+`, `building-`) say whether a building came or went; other masks do not: `kinds` do; where they are
    absent it came, as nearly all of LEVIR's did; where both are named the pixels stay unknown. A class without masks
    that nobody named among the changes did not change; one that was named changed somewhere.

    Args:
        masks: (H, W) per class that has masks, `building+` and `building-` included.
        changed: 1, 0, or −1 if unknown.
        told: what was said of the pair.
        channels: of the mask head.
        side: H = W.

    Returns:
        uint8 (C, H, W): 0, 1, `SOMEWHERE` or `UNKNOWN`.
    """
    out = np.full((len(channels), side, side), UNKNOWN, dtype=np.uint8)
    if changed == 0 and not any(mask.any() for mask in masks.values()):
        out[:] = 0
        return out
    for channel, target in zip(channels, out, strict=True):
        marked = masks.get(channel.class_name)
        if channel.class_name == "change":
            _mark_any_change(target, masks, told.kinds)
        elif f"{channel.class_name}+" in masks or f"{channel.class_name}-" in masks:
            _mark_direction(target, masks, channel)
        elif marked is not None:
            _mark_class(target, marked, channel, told.kinds)
        else:
            _mark_unmapped(target, masks, channel, told)
    return out


def _mark_class(target: Labels, marked: NDArray[np.bool_], channel: Channel, kinds: frozenset[str]) -> None:
    """A class whose masks do not say what came and what went."""
    target[:] = 0
    came, went = f"{channel.class_name}+" in kinds, f"{channel.class_name}-" in kinds
    if came and went and channel.transition:
        target[marked] = UNKNOWN
    elif not channel.transition or went == (channel.transition == "disappeared"):
        target[marked] = 1


def _mark_unmapped(target: Labels, masks: Marks, channel: Channel, told: Told) -> None:
    """A class that has no masks here."""
    name = channel.class_name
    if _surely_absent(name, told):
        target[:] = 0
        return
    if (name, channel.transition) in told.changes:
        target[:] = SOMEWHERE
        _keep_to_marks(target, masks, channel, told.kinds)
    elif told.kinds and told.named is not None and not told.named & (_LOOKALIKES.get(name, _ANYTHING) - {name}):
        target[:] = 0  # the other transition of this class is named
    if (name, channel.transition) in _NOT_UNDER_BUILDINGS:
        target[_came(masks, told.kinds)] = 0


def _surely_absent(name: str, told: Told) -> bool:
    """Return whether people or a machine who named what changed did not name this class, nor what looks like it."""
    if told.named is None or name not in _LOOKALIKES or (name not in NAMES_OF_CLASSES and not told.kinds):
        return False
    return not told.named & _LOOKALIKES[name]


def _keep_to_marks(target: Labels, masks: Marks, channel: Channel, kinds: frozenset[str]) -> None:
    """Where any change is marked the class changed within the marks; they are it if no other thing came or went."""
    if "change" not in masks or not kinds:
        return
    target[~masks["change"]] = 0
    if channel.transition == "appeared" and not kinds - _GROUND - {f"{channel.class_name}+"}:
        target[masks["change"]] = 1


def _came(masks: Marks, kinds: frozenset[str]) -> NDArray[np.bool_] | bool:
    """Where a building came, as far as masks of buildings say so; an index of nothing where they do not."""
    if "building+" in masks:
        return masks["building+"]
    return masks["building"] if "building" in masks and "building-" not in kinds else False


def _mark_direction(target: Labels, masks: Marks, channel: Channel) -> None:
    """Pixels of a class whose masks say what came and what went; the rest of the class stays unknown."""
    nothing = np.zeros(target.shape, bool)
    came, went = (masks.get(f"{channel.class_name}{sign}", nothing) for sign in "+-")
    whole = masks.get(channel.class_name, nothing) | came | went
    wanted = {"appeared": came, "disappeared": went}.get(channel.transition, whole)
    target[:] = 0
    target[whole & ~came & ~went] = UNKNOWN
    target[wanted] = 1


def _mark_any_change(target: Labels, masks: Marks, kinds: frozenset[str]) -> None:
    """Masks of one class know only part of the change, unless the pair's captions name nothing but that class."""
    named = {kind.rstrip("+-") for kind in kinds}
    if "change" in masks or (named and named <= set(masks)):
        target[:] = 0
    for mask in masks.values():
        target[mask] = 1
