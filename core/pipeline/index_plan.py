"""Facts from bands as a part of a run: what is measured beside the model, and which of them a pixel is told by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...common.nouns import NO_CLASS, class_phrase
from ..errors import InputError
from ..models.config import Channel
from ..raster.epoch import UnreadableWindow
from ..raster.indices import LEAST_SCORE, Scene, estimate_scene, index_scores
from ..raster.pair import PairOptions, RasterPair
from ..raster.spectral import SpectralPair, measurable_roles, missing_bands, open_spectral, perhaps_infrared
from ..raster.tiling import Window

_STEP = 512
"""Windows are read in such squares of the grid, so that what cannot be read is the same for any block."""


@dataclass(frozen=True)
class IndexPlan:
    """What a run measures by indices of the bands.

    Attributes:
        scene: constants of the pair.
        roles: bands that are read.
        layers: of the scene's kinds those that are measured; the model tells the others itself.
        first: whether a pixel is told by an index before it is told by the model: in imagery that the model does not
            know. Else the model's classes come first, and what it has no class for comes last.
    """

    scene: Scene
    roles: tuple[str, ...]
    layers: tuple[int, ...]
    first: bool

    @property
    def channels(self) -> tuple[Channel, ...]:
        """What is measured, as channels of the class mask after those of the model."""
        return tuple(_channel(*self.scene.kinds[layer]) for layer in self.layers)

    @property
    def classes(self) -> frozenset[str]:
        """The classes that are measured."""
        return frozenset(channel.class_name for channel in self.channels)

    def precedence(self, channels: Sequence[Channel]) -> tuple[int, ...]:
        """Return the channels of model and indices in the order in which they decide what a pixel is.

        Args:
            channels: of the model.
        """
        model = range(len(channels))
        measured = tuple(range(len(channels), len(channels) + len(self.layers)))
        if self.first:
            return (*measured, *(place for place in model if channels[place].class_name not in self.classes))
        named = tuple(place for place in model if channels[place].class_name not in NO_CLASS)
        return (*named, *measured, *(place for place in model if place not in named))

    def scores(self, spectral: SpectralPair, window: Window, valid: NDArray[np.bool_]) -> NDArray[np.float32]:
        """Measure a window.

        Args:
            spectral: the opened bands.
            window: of the grid.
            valid: (h, w), where anything may be told.

        Returns:
            (K, h, w), 0 or from 0.5 to 1; 0 where the bands cannot be read.
        """
        found = np.zeros((len(self.layers), window.height, window.width), np.float32)
        for part in _squares(window):
            try:
                scores = index_scores(spectral.read(part), self.scene)
            except UnreadableWindow:
                continue
            found[(slice(None), *part.slices(window))] = scores[list(self.layers)]
        found[:, ~valid] = 0
        return found

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form."""
        return {
            "scene": self.scene.to_dict(),
            "roles": list(self.roles),
            "layers": list(self.layers),
            "first": self.first,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> IndexPlan:
        """Inverse of `to_dict`."""
        return cls(Scene.from_dict(data["scene"]), tuple(data["roles"]), tuple(data["layers"]), bool(data["first"]))


@dataclass(frozen=True)
class Measuring:
    """What is measured and from what; nothing where the bands are not known, or nobody wants it.

    Attributes:
        plan: what is measured.
        spectral: the opened bands.
        warnings: sentences for the user.
    """

    plan: IndexPlan | None = None
    spectral: SpectralPair | None = None
    warnings: tuple[str, ...] = ()


def plan_indices(
    options: PairOptions,
    pair: RasterPair,
    wanted: bool | None,
    channels: Sequence[Channel],
    open_files: ExitStack,
    *,
    known: bool,
) -> Measuring:
    """Find out what can be measured, open the bands and measure the scene.

    Args:
        options: of the pair.
        pair: as opened by them.
        wanted: whether to measure; None where the bands are known.
        channels: of the model.
        open_files: closes the bands in the end.
        known: whether the model knows such imagery.

    Raises:
        InputError: it is wanted, and the bands are not known or hold no data in common.
    """
    if wanted is False:
        return Measuring()
    roles = measurable_roles(pair)
    if not roles:
        if wanted:
            raise InputError(missing_bands(pair))
        hint = perhaps_infrared(pair)
        return Measuring(warnings=(hint,) if hint else ())
    spectral = open_spectral(options, pair, roles)
    open_files.callback(spectral.close)
    scene = estimate_scene(spectral)
    if scene is None:
        if wanted:
            raise InputError("The infrared bands of both dates have too little data in common; leave --indices out.")
        return Measuring()
    told = {(channel.class_name, channel.transition) for channel in channels} if known else set()
    layers = tuple(layer for layer, kind in enumerate(scene.kinds) if kind not in told)
    said = (scene.stirred,) if scene.stirred else ()
    return Measuring(IndexPlan(scene, roles, layers, first=not known), spectral, said)


def _channel(class_name: str, transition: str) -> Channel:
    name = class_phrase(class_name, transition)
    return Channel(name=name, class_name=class_name, transition=transition, threshold=LEAST_SCORE)


def _squares(window: Window) -> list[Window]:
    """A window along the lines of the grid's squares."""
    rows, cols = (
        [first, *range((first // _STEP + 1) * _STEP, stop, _STEP), stop]
        for first, stop in ((window.row, window.row_stop), (window.col, window.col_stop))
    )
    return [
        Window(top, left, bottom - top, right - left)
        for top, bottom in pairwise(rows)
        for left, right in pairwise(cols)
    ]
