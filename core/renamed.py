"""Names of earlier versions that are still understood: operations, their options, layers and columns of a result.

The plugin has the names of layers and columns in ``plugin/layers/renamed.py``, because it imports nothing of the
engine; a test holds the two tables against each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .errors import InputError

OPERATIONS: Mapping[str, str] = {
    "run": "describe",
    "models": "list_models",
    "model": "show_model",
    "checktarget": "check_targets",
    "exporttraining": "export_dataset",
}
"""Old name of an operation → its name today."""
OPTIONS: Mapping[str, Mapping[str, str]] = {
    "describe": {"within": "aoi"},
    "series": {"within": "aoi", "against": "reference"},
    "report": {"which": "review", "details": "max_tiles"},
    "export_dataset": {"share": "val_fraction", "rejected": "include_rejected", "unreviewed": "include_unreviewed"},
}
"""Operation → old name of an option → its name today."""
VALUES: Mapping[tuple[str, str], str] = {("review", "not rejected"): "not-rejected"}
"""Option and old value → value today."""
LAYERS: Mapping[str, str] = {"run": "runs"}
"""Old name of a layer of a result → its name today (schema 3)."""
COLUMNS: Mapping[str, str] = {
    "gated": "skip_reason",
    "change_share": "changed_fraction",
    "valid_share": "valid_fraction",
    "direction": "transition",
    "score": "mean_probability",
    "review": "review_status",
    "tiles_changed": "changed_tiles",
    "seconds": "duration_s",
}
"""Old name of a column of a result → its name today (schema 3); no layer has one name in two meanings."""
COLUMN_VALUES: Mapping[tuple[str, str], str] = {
    ("skip_reason", "no change of the trained classes"): "no change found",
    ("caption", "no change of the trained classes"): "no change found",
    ("facts", "no change of the trained classes found"): "no changed area",
}
"""Column and old value → value today."""
CHANNEL_KEYS: Mapping[str, str] = {"direction": "transition"}
"""Old key of a mask channel, in packs, configurations and stored runs → its name today."""


def rename_keys(data: Mapping[str, Any], renamed: Mapping[str, str]) -> dict[str, Any]:
    """Return a mapping with old keys under the names they have today; a key that is there under today's name wins."""
    return {today: value for key, value in data.items() if (today := renamed.get(key, key)) == key or today not in data}


def rename_options(params: Mapping[str, Any], operation: str) -> dict[str, Any]:
    """Return options under the names they have today; None and empty texts count as not given and are left out.

    Args:
        params: options by name, old or new.
        operation: a key of :data:`OPTIONS`.

    Raises:
        InputError: an option is given under both names.
    """
    renamed = OPTIONS[operation]
    given: dict[str, Any] = {}
    for name, value in params.items():
        if value is None or value == "":
            continue
        today = renamed.get(name, name)
        if today in given:
            old = next(old for old, new in renamed.items() if new == today)
            raise InputError(f"“{old}” and “{today}” are one option; give “{today}” alone.")
        given[today] = VALUES.get((today, value), value) if isinstance(value, str) else value
    return given
