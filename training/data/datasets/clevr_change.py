"""CLEVR-Change: rendered scenes with a changed object, and the same scenes seen from elsewhere without change.

Park et al., "Robust Change Captioning", 2019. `images/` before, `sc_images/` with and `nsc_images/` without a
change; `change_captions.json`, `no_change_captions.json`, `splits.json`, `type_mapping.json`. Names and the meaning of
the numbers as the authors' description and loader have them, github.com/Seth-Park/RobustChangeCaptioning, and SCORER's,
github.com/tuyunbin/SCORER, which the papers here build on.
"""

from __future__ import annotations

from pathlib import Path

from ....core.errors import InputError
from ..tokenization import normalize
from .files import need_image, need_list, read_json
from .sample import PairSample


def load_clevr_change(root: Path, split: str | None = None) -> tuple[PairSample, ...]:
    """Read CLEVR-Change: every scene gives a changed and an unchanged pair.

    Raises:
        InputError: a file is missing or has another schema.
    """
    splits = read_json(root / "splits.json")
    if not isinstance(splits, dict):
        raise InputError(f"{root / 'splits.json'} must map each split to its scene numbers")
    captions = {
        True: _captions(root / "change_captions.json"),
        False: _captions(root / "no_change_captions.json"),
    }
    samples = []
    for part, numbers in splits.items():
        if split is None or part == split:
            for number in need_list(numbers, root / "splits.json", "scene numbers"):
                for changed, texts in captions.items():
                    samples.append(_sample(root, int(number), part, changed, texts.get(int(number), ())))
    return tuple(samples)


def _captions(path: Path) -> dict[int, tuple[str, ...]]:
    return {
        _number(name): tuple(normalize(text) for text in need_list(texts, path, "captions"))
        for name, texts in read_json(path).items()
    }


def _number(name: str) -> int:
    digits = Path(name).stem.rsplit("_", 1)[-1]
    if not digits.isdigit():
        raise InputError(f"{name!r} does not end in a scene number")
    return int(digits)


def _sample(root: Path, number: int, split: str, changed: bool, captions: tuple[str, ...]) -> PairSample:
    folder, kind = ("sc_images", "semantic") if changed else ("nsc_images", "nonsemantic")
    return PairSample(
        id=f"{number:06d}_{kind}",
        before=need_image(root / "images", [f"CLEVR_default_{number:06d}.png"]),
        after=need_image(root / folder, [f"CLEVR_{kind}_{number:06d}.png"]),
        captions=captions,
        changed=changed,
        split=split,
        source="clevr_change",
    )
