"""Why a tile was not shown to the model or its decoder: the values of ``gated`` and what stands for a caption."""

from __future__ import annotations

NO_DATA = "no valid data"
IDENTICAL = "identical"
NO_CHANGE = "no change of the trained classes"
UNREADABLE = "unreadable"

CAPTIONS = {
    NO_DATA: "no data on both dates",
    IDENTICAL: "both dates are identical",
    NO_CHANGE: "no change of the trained classes",
    UNREADABLE: "the pixels could not be read",
}
