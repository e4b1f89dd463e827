"""One captioned or labelled pair of images, as every loader hands it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ...schema import Colour, MaskValue

if TYPE_CHECKING:
    from .labels import LabelKey

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class PairSample:
    """A pair of images of one place with what is known about its change.

    Attributes:
        id: unique within the data set.
        before: image of the earlier date.
        after: image of the later date, same size.
        captions: tokenised references (see `tokens.normalize`); empty where the data set has none.
        changed: whether the pair counts as changed; None where that is unknown.
        mask: change mask, same size, or None.
        mask_values: value or values of each class that the mask labels (`LABELLED`: any but 0); a class that is
            not named here is *unknown*, not absent. `building+` and `building-` are the parts of a class that
            appeared and disappeared.
        label_key: what the pixels of the data set's masks mean; None = to be found from this mask alone.
        soft_mask: another detector's probability × 255 that a building changed, same size, or None.
        semantic: land cover maps of both dates instead of a change mask, or None.
        semantic_colours: colour of each class in `semantic`.
        split: `train`, `val`, `test`, …
        gsd_m: ground sample distance in metres per pixel, or None where it is unknown.
        source: name of the data set.
        place: name of the larger tile it was cut from, or empty.
        georeference: CRS and affine transform of an exported pair, or None.
    """

    id: str
    before: Path
    after: Path
    captions: tuple[str, ...] = ()
    changed: bool | None = None
    mask: Path | None = None
    mask_values: Mapping[str, MaskValue] = field(default_factory=lambda: _NOTHING)
    label_key: LabelKey | None = None
    soft_mask: Path | None = None
    semantic: tuple[Path, Path] | None = None
    semantic_colours: Mapping[str, Colour] = field(default_factory=lambda: _NOTHING)
    split: str = ""
    gsd_m: float | None = None
    source: str = ""
    place: str = ""
    georeference: Mapping[str, Any] | None = None

    @property
    def classes(self) -> tuple[str, ...]:
        """Classes whose change is labelled in every pixel of this pair."""
        if self.semantic is not None:
            return tuple(self.semantic_colours)
        if self.mask is None:
            return ()
        return tuple(self.mask_values if self.label_key is None else self.label_key.marks)
