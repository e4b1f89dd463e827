"""Spot-the-Diff: pairs of surveillance frames, nearly all with differences.

Jhamtani and Berg-Kirkpatrick, "Learning to Describe Differences Between Pairs of Similar Images", 2018.
`annotations/{train,val,test}.json` with `img_id` and `sentences`; images `<id>.png` and `<id>_2.png`. A pair that
several people annotated has an entry for each of them; some of them found no difference, in words of their own. Entries
whose only sentence is empty say nothing, neither of a change nor of none. Apostrophes are blanks ("i can t see …").
All this as read in the annotations and the description in the authors' repository, github.com/harsh19/spot-the-diff.
"""

from __future__ import annotations

import re
from pathlib import Path

from ....core.captions.no_change import denies_change
from ....core.errors import InputError
from .files import captions_of, need_image, need_list, read_json
from .sample import PairSample

_NONE = re.compile(
    r"\b(?:no|not|nothing|cannot|(?:ca|do|does|did|could|is|are|was|were|has|have)n[ ']?t)"
    r"(?: (?:see|find|notice|spot|tell|detect|be|been|is|are|has|have|there|any|an?|the|much|other|real|big|major"
    r"|visible|noticeable|obvious|apparent|significant|discernible))*"
    r" (?:dif+\w*nces?|chang(?:es?|ed)|different$)\b"
    r"|\b(?:images|pictures|pics|photos|photographs|scenes|they)\b(?: (?!not\b)\w+){0,5} (?:identical|the same)$"
)
"""That somebody found no difference, misspelt ones included; not that something is "no longer" there, or "not in the
same place"."""
_BUT = re.compile(r"\b(but|except|besides|other than|only|apart)\b")
_IMAGE_FOLDERS = ("resized_images", "images", ".")


def load_spot_the_diff(root: Path, split: str | None = None) -> tuple[PairSample, ...]:
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
        samples += [_sample(images, number, captions, part) for number, captions in _annotations(path).items()]
    return tuple(samples)


def _changed(captions: tuple[str, ...]) -> bool | None:
    """Whether at least half of the sentences tell of a difference; None without any sentence."""
    found_none = [text for text in captions if denies_change(text) or (_NONE.search(text) and not _BUT.search(text))]
    return len(found_none) * 2 <= len(captions) if captions else None


def _annotations(path: Path) -> dict[str, tuple[str, ...]]:
    """References by `img_id`; one that is annotated several times has the sentences of all."""
    merged: dict[str, tuple[str, ...]] = {}
    for entry in need_list(read_json(path), path, "annotated pairs"):
        if not isinstance(entry, dict) or not str(entry.get("img_id") or "").strip():
            raise InputError(f"{path} has an entry without img_id; is it the annotation file of this data set?")
        number = str(entry["img_id"]).strip()
        merged[number] = merged.get(number, ()) + captions_of(entry, path, lower=True)
    return merged


def _sample(images: Path, number: str, captions: tuple[str, ...], split: str) -> PairSample:
    return PairSample(
        id=number,
        before=need_image(images, [f"{number}.png"]),
        after=need_image(images, [f"{number}_2.png"]),
        captions=captions,
        changed=_changed(captions),
        split=split,
        source="spot_the_diff",
    )
