"""Words of version 0.1 that are still understood: options of the worker's operations, and the operations themselves.

What a file on disk calls its keys is renamed where it is read: :mod:`.models.renamed` (packs),
``training/renamed.py`` (configurations of a training).
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
