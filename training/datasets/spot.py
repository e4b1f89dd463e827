"""Spot-the-Diff: pairs of surveillance frames, all with differences.

Jhamtani and Berg-Kirkpatrick, "Learning to Describe Differences Between Pairs of Similar Images", 2018.
`annotations/{train,val,test}.json` with `img_id` and `sentences`; images `<id>.png` and `<id>_2.png`.
"""

from __future__ import annotations

from pathlib import Path

from ...core.errors import InputError
from ..tokens import normalize
from .files import need_image, need_list, read_json
from .sample import PairSample

_IMAGE_FOLDERS = ("resized_images", "images", ".")


def load_spot(root: Path, split: str | None = None) -> tuple[PairSample, ...]:
    """Read Spot-the-Diff; captions are put in lower case, as their evaluation does.

    Raises:
        InputError: annotations or images are missing.
    """
    images = next((root / name for name in _IMAGE_FOLDERS if any((root / name).glob("*_2.png"))), None)
    if images is None:
        raise InputError(f"{root} holds no images <id>.png and <id>_2.png")
    samples = []
    for part in ("train", "val", "test"):
        path = root / "annotations" / f"{part}.json"
        if split not in (None, part) or not (path.is_file() or part == split):
            continue
        for entry in need_list(read_json(path), path, "annotated pairs"):
            number = str(entry["img_id"])
            captions = tuple(normalize(str(text), lower=True) for text in entry.get("sentences", ()))
            samples.append(
                PairSample(
                    id=number,
                    before=need_image(images, [f"{number}.png"]),
                    after=need_image(images, [f"{number}_2.png"]),
                    captions=tuple(text for text in captions if text),
                    changed=True,
                    split=part,
                    source="spot_the_diff",
                )
            )
    return tuple(samples)
