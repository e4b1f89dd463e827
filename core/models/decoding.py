"""Rules by which a pack chooses among the sentences its decoder found: words, weights, shares, as in `model.json`.

The defaults are those of packs that learned LEVIR-CC's captions; a pack of another corpus brings its own.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Words = tuple[Annotated[str, Field(max_length=100)], ...]
Share = Annotated[float, Field(ge=0, le=1)]
_Count = Annotated[int, Field(ge=0, le=1_000_000)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def _words(text: str) -> Words:
    return tuple(text.split())


class ClaimWords(_Frozen):
    """Words by which a caption claims an object, a number, a place or a removal; other words claim nothing."""

    objects: dict[str, Words] = {
        "building": _words(
            "house houses villa villas building buildings mansion mansions bungalow bungalows cottage residential "
            "residences warehouse warehouses factory mall malls shed sheds structures construction constructions "
            "complex complexes"
        ),
        "road": _words(
            "road roads path paths street streets roadside crossroad crossroads crossing intersection lane footpath "
            "junction roundabout track bypass viaduct viaducts"
        ),
        "trees": _words(
            "tree trees wood woods woodland forest forests jungle vegetation plant plants bush bushes shrub shrubs"
        ),
        "bare ground": _words(
            "bareland desert wasteland clearing dirt bare land ground moorland site sites vacant open"
        ),
        "grass": _words("grass meadow meadows grassland lawn field fields pasture"),
        "parking": _words("parking lot lots cement concrete square floor"),
        "water": _words("lake pond ponds river water reservoir"),
        "pool": _words("pool pools swimming"),
        "vehicles": _words("car cars vehicle vehicles truck trucks"),
        "sports ground": _words("playground playgrounds court courts basketball stadium"),
    }
    """Object or surrounding → words that name it."""
    one: Words = _words("house villa building mansion bungalow cottage warehouse factory mall shed")
    """Words for a single building …"""
    several: Words = _words("houses villas buildings mansions bungalows warehouses malls sheds residences structures")
    """… and for more than one."""
    numbers: dict[str, Words] = {
        "2": ("two",),
        "3": ("three",),
        "2+": ("some", "few"),
        "4+": ("four", "five", "six", "many", "several", "numerous", "massive"),
        "rows": ("row", "rows", "line", "lines"),
    }
    """Number → words for it before a building."""
    single: Words = ("a", "an", "one", "single", "another")
    """Words before a single building that say it is one."""
    number_reach: int = Field(4, ge=0, le=100)
    """Words before a building among which its number is looked for."""
    places: dict[str, Words] = {
        "top": ("top", "upper"),
        "bottom": ("bottom", "lower"),
        "left": ("left",),
        "right": ("right",),
        "centre": ("center", "centre", "middle", "central"),
        "corner": ("corner",),
        "edge": ("edge",),
        "both sides": ("sides", "both"),
    }
    """Place in the tile → words for it."""
    removed: Words = _words(
        "removed disappear disappears disappeared vanish vanishes vanished demolished cut cleared replace replaces "
        "replaced replacing destroyed"
    )
    """Words that say that something is gone."""
    implied_by: dict[str, Words] = {
        "number 2": ("number 2+",),
        "number 3": ("number 4+", "number 2+"),
        "number 4+": ("number 2+", "number 3", "number rows"),
        "number 2+": ("number 2", "number 3", "number 4+", "number rows"),
        "number rows": ("number 4+",),
    }
    """Claim → claims of other sentences that bear it out: counting by eye, "some houses" may be two or five."""


class Decoding(_Frozen):
    """Rules for choosing a tile's sentence among those of the beam, and for what its mask has to bear out."""

    choice: dict[Annotated[str, Field(max_length=100)], float] | None = Field(None, max_length=1000)
    """Weights of what sentences are like (`core/captions/sentence_choice.py`), by which the beam's are ordered; needs
    a claim head. Without them probability and doubts decide (`claim_penalty` and the first three below)."""
    confidence: dict[Annotated[str, Field(max_length=100)], float] | None = Field(None, max_length=100)
    """Weights of what a sentence is like, and a `constant`, that give the log odds that all it claims holds; needs a
    claim head. Without them the probability of its words stands for it."""
    words: ClaimWords = ClaimWords()
    temperature: float = Field(3.0, gt=0, le=1000)
    """Divides the log probabilities of a beam's sentences before they are weighed; else the best alone would decide."""
    length_power: Share = 0.85
    """A sentence's log probability counts per token to this power …"""
    usual_length: int = Field(11, ge=1, le=1000)
    """… and a sentence of this many tokens, the end mark included, keeps its mean."""
    least_pixels: _Count = 30
    """Fewer changed pixels than this say nothing about place."""
    side_share: Share = 0.5
    """Share of the changed pixels that must lie in the half named ("at the top", "on the left")."""
    corner_share: Share = 0.4
    """Share that must lie in the quarter named ("in the top left corner")."""
    centre_words: Words = ("center", "centre", "middle")
    """Words that place a change within `centre_reach` of the tile's centre."""
    centre_share: Share = 0.35
    """Share that must lie within `centre_reach` of the centre."""
    centre_reach: float = Field(0.27, ge=0, le=0.5)
    """A part of the tile's side."""
    any_corner_share: Share = 0.5
    """Share that must lie within `corner_reach` of both edges of a corner, for "in the corner"."""
    corner_reach: float = Field(0.35, ge=0, le=0.5)
    """A part of the tile's side."""
    least_patch_share: Share = 0.0009
    """Share of the tile from which a patch of the mask counts as a building (60 of 256² pixels)."""
    patches_of: dict[str, tuple[_Count, _Count | None]] = {
        "number 1": (0, 1),
        "number 2": (2, 3),
        "number 2+": (2, None),
        "number 3": (2, 5),
        "number 4+": (3, None),
        "number rows": (3, None),
    }
    """Claim of a number → least and most patches of the mask that it can stand for.

    On the 192 changed validation pairs one of five references says "a house" of 92 % of the masks with one patch, of
    37 % with two and of 11 % with four or more; "some houses" of 38, 83 and 99 %, "many" or "several" of 12, 47 and
    88 % (counted once)."""
    opposite_share: Share = 0.1
    """A mask that shows less of a class coming than this share of what goes denies that it comes, and the reverse."""
    disagreement: Share = 0.5
    """Factor on the confidence of a caption that the mask contradicts."""
