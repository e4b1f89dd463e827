"""Names of earlier versions that are still understood: operations, options, layers and columns, keys of packs.

What a configuration of a training called its keys stands in ``training/renamed.py``.

The plugin has the names of layers and columns in ``plugin/layers/renamed.py``, because it imports nothing of the
engine; a test holds the two tables against each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    "report": {"which": "review", "details": "max_sites", "max_tiles": "max_sites"},
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
        operation: of the worker, under today's name.

    Raises:
        InputError: an option is given under both names.
    """
    renamed = OPTIONS.get(operation, {})
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


ARCHITECTURE_KEYS: Mapping[str, str] = {
    "difference.fold": "patch_merge",
    "difference.gain": "feature_scale",
    "token_fold": "token_patch_merge",  # nosec B105 - a key of a configuration
    "scene_gain": "scene_feature_scale",
    "decoder.flag_token": "change_token",  # nosec B105
    **{
        f"{part}{old}": new
        for part in ("", "detector.")
        for old, new in {
            "encoder.fold": "patch_merge",
            "encoder.gain": "feature_scale",
            "mask_head.channels[].direction": "transition",
        }.items()
    },
}
"""Old key of a captioner's architecture, by its path (``[]``: in each entry of a list) → name today, beside it."""
MANIFEST_KEYS: Mapping[str, str] = {
    **{f"architecture.{old}": new for old, new in ARCHITECTURE_KEYS.items()},
    "claim_price": "claim_penalty",
    "no_change_caption": "",
}
"""Old key of ``model.json`` → name today; empty where nothing reads it any more."""


def rename_paths(data: Any, renamed: Mapping[str, str]) -> Any:
    """Return plain data with old keys under the names they have today; what is given under today's name wins.

    Args:
        data: dictionaries and lists as read from JSON or YAML; left as it is.
        renamed: path of an old key → name today, from the place of the old key on (``init.encoder`` opens a group),
            or empty for a key that is dropped.
    """
    for old, today in renamed.items():
        data = _renamed(data, old.split("."), today)
    return data


def old_paths(data: Any, renamed: Mapping[str, str]) -> list[str]:
    """Return the paths of old keys that plain data holds, in the order of the table."""
    return [old for old in renamed if _renamed(data, old.split("."), renamed[old]) is not data]


def path_today(path: str, renamed: Mapping[str, str]) -> str:
    """Return the path of a key, such as ``schedule.batch``, under the name it has today."""
    parent, _, _ = path.rpartition(".")
    today = renamed.get(path)
    return path if not today else f"{parent}.{today}" if parent else today


def _renamed(node: Any, steps: Sequence[str], today: str) -> Any:
    name, each = steps[0].removesuffix("[]"), steps[0].endswith("[]")
    if not isinstance(node, dict) or name not in node:
        return node
    if len(steps) == 1:
        rest = {key: value for key, value in node.items() if key != name}
        return _with(rest, today.split("."), node[name]) if today else rest
    if not each:
        child = _renamed(node[name], steps[1:], today)
        return node if child is node[name] else {**node, name: child}
    entries = node[name]
    if not isinstance(entries, (list, tuple)):
        return node
    children = [_renamed(entry, steps[1:], today) for entry in entries]
    same = all(child is entry for child, entry in zip(children, entries, strict=True))
    return node if same else {**node, name: children}


def _with(node: dict[str, Any], steps: Sequence[str], value: Any) -> dict[str, Any]:
    """Return a dictionary with a value at a path, unless something is there."""
    if len(steps) == 1:
        return {steps[0]: value, **node}
    group = node.get(steps[0]) or {}
    return {**node, steps[0]: _with(group, steps[1:], value)} if isinstance(group, dict) else node
