"""Values and names that the whole engine shares: what stands in a column, a pixel or a layer's name.

They lie below everything else, so that whoever reads a value takes it from where its writer did.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

NODATA = 255
"""Stored class and probability of a pixel that no tile could describe."""

SITES, CHANGES, TILES, RUNS, SUMMARY, ZONES = "sites", "changes", "tiles", "runs", "summary", "zones"
"""Layers and tables of a result."""

CLASS_COLUMN = "class"
"""Column of an area's class; the attribute is ``class_name``, because ``class`` is a Python keyword."""


class SkipReason(StrEnum):
    """Why a tile was not shown to the model or its decoder: the values of ``skip_reason``, empty where it was."""

    NO_DATA = "no valid data"
    IDENTICAL = "identical"
    NO_CHANGE = "no change found"
    UNREADABLE = "unreadable"

    @property
    def caption(self) -> str:
        """What stands for the caption of such a tile."""
        return _CAPTIONS[self]


_CAPTIONS = {
    SkipReason.NO_DATA: "no data on both dates",
    SkipReason.IDENTICAL: "both dates are identical",
    SkipReason.NO_CHANGE: "no change found",
    SkipReason.UNREADABLE: "the pixels could not be read",
}


class ReviewStatus(StrEnum):
    """The analyst's verdict on a tile or an area: the values of ``review_status``."""

    NONE = ""
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


class Transition(StrEnum):
    """What became of a class: the values of ``transition``; empty where the class has none."""

    NONE = ""
    APPEARED = "appeared"
    DISAPPEARED = "disappeared"


TransitionName = Literal["appeared", "disappeared", ""]
"""The same as plain text, for configurations."""


class Certainty(StrEnum):
    """How far a site can be trusted, in one word: the values of ``certainty``."""

    SURE = "sure"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


class DescriptionSource(StrEnum):
    """Whose words the description of a site is: the values of ``description_source``."""

    MODEL = "model"
    MEASURED = "measured"
