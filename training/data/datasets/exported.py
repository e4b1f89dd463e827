"""The project's own layout: what the plugin exports from reviewed layers.

LEVIR-CC's tree with `captions.json` (the same schema, plus `gsd_m` and `changeflag` per entry, and
`mask_values`, the mask value or values of each class, at the top; `building+` and `building-` mark what of a
class appeared and disappeared), `label/`, and `georeference.json`, which maps each pair's id to its `crs` (WKT
or authority code) and `transform` (six affine coefficients). Captions are put in lower case.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ....core.errors import InputError
from ...schema import LABELLED, MaskValue
from ..tokenization import is_changed
from .files import captions_of, find_image, flag_of, need_image, read_entries, read_json
from .labels import Legend, find_key_in
from .levir_cc import split_of
from .sample import PairSample

CAPTION_FILE = "captions.json"
GEOREFERENCE_FILE = "georeference.json"


def load_exported(root: Path, split: str | None = None) -> tuple[PairSample, ...]:
    """Read an exported data set.

    Raises:
        InputError: a file is missing or has another schema.
    """
    path = root / CAPTION_FILE
    document = read_json(path)
    if not isinstance(document, dict):
        raise InputError(f"{path} must hold an object with `images`")
    places = read_json(root / GEOREFERENCE_FILE) if (root / GEOREFERENCE_FILE).is_file() else {}
    values = _mask_values(document.get("mask_values"), path)
    key = find_key_in(sorted((root / "images").glob("*/label")), Legend(values))
    parts = ((entry, split_of(entry, path)) for entry in read_entries(path))
    samples = (_sample(root, path, entry, part, places) for entry, part in parts if split in (None, part))
    return tuple(
        dataclasses.replace(sample, mask_values=values, label_key=key) if sample.mask else sample for sample in samples
    )


def _mask_values(given: object, path: Path) -> Mapping[str, MaskValue]:
    if given is None:
        return {"change": LABELLED}
    if not isinstance(given, dict) or not all(_is_value(value) for value in given.values()):
        raise InputError(f"{path}: mask_values must map class names to pixel values")
    return {str(name): tuple(value) if isinstance(value, list) else value for name, value in given.items()}


def _is_value(given: object) -> bool:
    several = given if isinstance(given, list) else [given]
    return all(isinstance(value, int) for value in several)


def _sample(root: Path, path: Path, entry: Mapping[str, Any], split: str, places: Mapping[str, Any]) -> PairSample:
    folder, name = root / "images" / split, str(entry["filename"])
    key = Path(name).stem
    mask = find_image(folder / "label", name)
    captions = captions_of(entry, path, lower=True)
    flag, gsd_m = flag_of(entry, path), entry.get("gsd_m")
    return PairSample(
        id=key,
        before=need_image(folder / "A", [name]),
        after=need_image(folder / "B", [name]),
        captions=captions,
        changed=flag if flag is not None else (is_changed(captions) if captions else None),
        mask=mask,
        split=split,
        gsd_m=float(gsd_m) if gsd_m is not None else None,
        source="describe_changes",
        georeference=places.get(key),
    )
