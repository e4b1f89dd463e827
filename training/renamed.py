"""Keys of training configurations under the names of earlier versions, which are still read.

A file, ``--set`` and the ``config.json`` of a run that was begun earlier may use them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..core.renamed import ARCHITECTURE_KEYS, old_paths, path_today, rename_paths

_PAIRS = {"still": "p_static", "shift": "max_shift_px", "season": "season_strength", "shadows": "p_shadow"}

KEYS: Mapping[str, str] = {
    "encoder_from": "init.encoder",
    "mask_head_from": "init.mask_head",
    "detector_from": "init.detector",
    "decoder_from": "init.decoder",
    "revive": "init.revive_coarsest",
    "flag_for": "train_change_head_of",
    "data": "data_root",
    "limits": "limitations",
    "claim_price": "claim_penalty",
    "loss.self_critical.claim_price": "claim_penalty",
    "schedule.batch": "batch_size",
    "schedule.clip": "grad_clip_norm",
    "schedule.ema": "ema_decay",
    "schedule.warmup": "warmup_steps",
    "schedule.encoder_rate": "encoder_lr_mult",
    "schedule.monitor_every": "log_grad_norms_every",
    "schedule.text_steps": "text_pretrain_steps",
    "augment.symmetries": "flip_rotate",
    "augment.reverse": "p_swap_dates",
    "augment.colour": "color_jitter",
    "augment.views": "cached_views",
    "augment.single_temporal.same_source": "p_same_source",
    **{f"augment.{old}": today for old, today in _PAIRS.items()},
    **{f"augment.single_temporal.{old}": today for old, today in _PAIRS.items()},
    "sources[].weight_end": "final_weight",
    "validation.weight_end": "final_weight",
    **{f"model.{old}": today for old, today in ARCHITECTURE_KEYS.items()},
}
"""Old key by its path → name today, from the place of the old key on."""
VALUES: Mapping[str, Mapping[str, str]] = {
    "kind": {"machine": "pseudo_captions", "matched": "recovered"},
    "layout": {"own": "describe_changes"},
}
"""Key of a source → its old values → those of today."""


def rename_config(values: Any) -> Any:
    """Return the plain data of a configuration, or of a part of one, under the names of today."""
    values = rename_paths(values, KEYS)
    if not isinstance(values, dict):
        return values
    renamed = dict(values)
    if isinstance(values.get("sources"), (list, tuple)):
        renamed["sources"] = [_source(source) for source in values["sources"]]
    if "validation" in values:
        renamed["validation"] = _source(values["validation"])
    return renamed


def rename_setting(key: str) -> str:
    """Return the dotted key of ``--set`` under the name of today."""
    return path_today(key, KEYS)


def sentence_on_old_names(where: str, values: Any) -> str:
    """Return what to say of old keys in a configuration, an empty text where there are none.

    Args:
        where: the file, or ``--set``.
        values: its plain data.
    """
    pairs = [f"{old} (now {path_today(old, KEYS)})" for old in old_paths(values, KEYS)]
    return f"{where} uses names of an earlier version, which still work: {', '.join(pairs)}." if pairs else ""


def _source(source: Any) -> Any:
    """A source with the values that its keys take today."""
    if not isinstance(source, dict):
        return source
    return {key: VALUES[key].get(value, value) if key in VALUES and isinstance(value, str) else value
            for key, value in source.items()}  # fmt: skip
