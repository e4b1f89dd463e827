"""Keys of configurations, packs and runs under the names of earlier versions are read as those of today."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from describe_changes.core.errors import InputError
from describe_changes.core.models.differences import DirectSubConfig, RDDConfig
from describe_changes.core.models.packs import PackManifest, load_pack
from describe_changes.core.renamed import ARCHITECTURE_KEYS, MANIFEST_KEYS, rename_paths
from describe_changes.training.config import TrainingConfig, load_config
from describe_changes.training.renamed import KEYS, rename_setting
from pydantic import BaseModel

ROOT = Path(__file__).resolve().parents[2]
OLD = """
name: x
data: somewhere
encoder_from: a
mask_head_from: b
detector_from: c
decoder_from: d
revive: e
limits: [one]
claim_price: 0.5
model:
  scene_gain: 0.1
  token_fold: 2
  encoder: {fold: true, gain: 0.2}
  difference: {name: direct_sub, fold: 3, gain: 0.3}
  decoder: {flag_token: true}
  mask_head: {channels: [{name: n, class_name: n, direction: appeared}]}
sources:
  - {path: p, kind: machine, weight_end: 2}
  - {path: q, kind: matched, layout: own}
validation: {path: r, layout: own}
augment:
  {symmetries: false, reverse: 0.1, colour: 0.2, shift: 3, season: 0.4, shadows: 0.5, still: 0.6, views: 7,
   single_temporal: {still: 0.8, same_source: 0.9, shift: 10, season: 0.11, shadows: 0.12}}
loss: {self_critical: {claim_price: 0.7}}
schedule: {batch: 2, clip: 3, ema: 0.4, warmup: 5, encoder_rate: 0.6, monitor_every: 7, text_steps: 8}
"""
TODAY = """
name: x
data_root: somewhere
init: {encoder: a, mask_head: b, detector: c, decoder: d, revive_coarsest: e}
limitations: [one]
claim_penalty: 0.5
model:
  scene_feature_scale: 0.1
  token_patch_merge: 2
  encoder: {patch_merge: true, feature_scale: 0.2}
  difference: {name: direct_sub, patch_merge: 3, feature_scale: 0.3}
  decoder: {change_token: true}
  mask_head: {channels: [{name: n, class_name: n, transition: appeared}]}
sources:
  - {path: p, kind: pseudo_captions, final_weight: 2}
  - {path: q, kind: recovered, layout: describe_changes}
validation: {path: r, layout: describe_changes}
augment:
  {flip_rotate: false, p_swap_dates: 0.1, color_jitter: 0.2, max_shift_px: 3, season_strength: 0.4, p_shadow: 0.5,
   p_static: 0.6, cached_views: 7, single_temporal: {p_static: 0.8, p_same_source: 0.9, max_shift_px: 10,
   season_strength: 0.11, p_shadow: 0.12}}
loss: {self_critical: {claim_penalty: 0.7}}
schedule:
  {batch_size: 2, grad_clip_norm: 3, ema_decay: 0.4, warmup_steps: 5, encoder_lr_mult: 0.6, log_grad_norms_every: 7,
   text_pretrain_steps: 8}
"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_old_configuration_is_that_of_today_and_says_so(tmp_path: Path) -> None:
    said: list[str] = []
    old = load_config(written(tmp_path, "old.yaml", OLD), say=said.append)
    quiet: list[str] = []
    assert old == load_config(written(tmp_path, "today.yaml", TODAY), say=quiet.append)
    assert quiet == []
    (sentence,) = said
    assert "old.yaml uses names of an earlier version, which still work: encoder_from (now init.encoder)" in sentence
    assert "schedule.batch (now schedule.batch_size)" in sentence


def test_base_and_change_may_use_either_names(tmp_path: Path) -> None:
    written(tmp_path, "old.yaml", OLD)
    changed = load_config(
        written(tmp_path, "new.yaml", "base: old.yaml\ninit: {encoder: z}\nschedule: {batch_size: 9}")
    )
    assert (changed.init.encoder, changed.init.detector, changed.schedule.batch_size) == ("z", "c", 9)
    assert changed.schedule.warmup_steps == 5
    written(tmp_path, "today.yaml", TODAY)
    changed = load_config(written(tmp_path, "older.yaml", "base: today.yaml\nencoder_from: z\nschedule: {batch: 9}"))
    assert (changed.init.encoder, changed.init.detector, changed.schedule.batch_size) == ("z", "c", 9)


def test_settings_of_another_system_are_not_handed_on(tmp_path: Path) -> None:
    written(tmp_path, "today.yaml", TODAY)
    other = load_config(written(tmp_path, "rdd.yaml", "base: today.yaml\nmodel: {difference: {name: rdd}}"))
    assert other.model.difference == RDDConfig()
    assert other.model.decoder.change_token  # the rest comes from the base
    same = load_config(written(tmp_path, "same.yaml", "base: today.yaml\nmodel: {difference: {grid: 4}}"))
    assert same.model.difference == DirectSubConfig(patch_merge=3, feature_scale=0.3, grid=4)


def test_settings_may_use_either_names(tmp_path: Path) -> None:
    said: list[str] = []
    path = written(tmp_path, "today.yaml", TODAY)
    settings = {"schedule.batch": "9", "flag_for": "pack", "model.decoder.flag_token": "false"}
    config = load_config(path, {**settings, "augment": "{still: 0.25}"}, said.append)
    assert (config.schedule.batch_size, config.train_change_head_of) == (9, "pack")
    assert not config.model.decoder.change_token
    assert config.augment.p_static == 0.25
    assert said[0] == "--set schedule.batch is called schedule.batch_size by now; the old name still works."
    with pytest.raises(InputError, match=r"schedule\.batches"):
        load_config(path, {"schedule.batches": "9"})


def test_the_stored_configuration_of_an_old_run_is_read() -> None:
    assert TrainingConfig.model_validate_json(json.dumps(yaml.safe_load(OLD))) == TrainingConfig(
        **yaml.safe_load(TODAY)
    )


def test_an_old_manifest_is_that_of_today() -> None:
    model = {"model": "architecture"}
    old, today = (
        {"name": "x", **{model[key]: value for key, value in yaml.safe_load(text).items() if key in model}}
        for text in (OLD, TODAY)
    )
    old = {**old, "claim_price": 0.5, "no_change_caption": "nothing reads it"}
    today = {**today, "claim_penalty": 0.5}
    assert PackManifest.model_validate_json(json.dumps(old)) == PackManifest.model_validate(today)
    parts = [{key: one["architecture"][key] for key in ("encoder", "mask_head")} for one in (old, today)]
    inner = [rename_paths({"architecture": {"detector": part}}, MANIFEST_KEYS) for part in parts]
    assert inner[0] == inner[1]


def test_the_shipped_pack_is_read_whatever_its_names() -> None:
    stored = json.loads((ROOT / "resources" / "models" / "default" / "model.json").read_text(encoding="utf-8"))
    manifest = load_pack("default").manifest
    assert manifest.claim_penalty == stored.get("claim_penalty", stored.get("claim_price"))
    assert [channel.transition for channel in manifest.architecture.mask_head.channels][:2] == [
        "appeared",
        "disappeared",
    ]


def known(model: type[BaseModel], path: str) -> bool:
    """Whether a schema has a key at a path, in any of the classes that may stand there."""
    name, _, rest = path.partition(".")
    name = name.removesuffix("[]")
    if name not in model.model_fields:
        return False
    return not rest or any(known(one, rest) for one in _models(model.model_fields[name].annotation))


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models(part)]


@pytest.mark.parametrize(("schema", "table"), [(TrainingConfig, KEYS), (PackManifest, MANIFEST_KEYS)])
def test_old_keys_are_none_of_today_and_lead_to_some_that_are(schema: type[BaseModel], table: dict[str, str]) -> None:
    for old, today in table.items():
        assert not known(schema, old), old
        if today:
            assert known(schema, f"{old.rpartition('.')[0]}.{today}".removeprefix(".")), today
    assert len(ARCHITECTURE_KEYS) == 11


def test_what_is_given_under_both_names_counts_as_today_says_it() -> None:
    assert rename_paths({"a": 1, "b": 2}, {"a": "b"}) == {"b": 2}
    assert rename_paths({"a": 1, "g": {"b": 2}}, {"a": "g.b"}) == {"g": {"b": 2}}
    assert rename_paths({"a": 1}, {"a": "g.b"}) == {"g": {"b": 1}}
    assert rename_paths({"a": [{"b": 1}, 2, {"c": 3}]}, {"a[].b": "d"}) == {"a": [{"d": 1}, 2, {"c": 3}]}
    for odd in (None, 3, "a", [], {"a": None}, {"a": 3}, {"a": {"b": []}}):
        assert rename_paths(odd, {"a.b.c": "d", "a[].b": "c"}) == odd
    assert rename_setting("schedule.steps") == "schedule.steps"
