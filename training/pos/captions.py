"""Captions tagged by hand, and how well a pipeline tags them."""

from __future__ import annotations

from pathlib import Path

from ..text.phrases import PhraseExtractor, kinds_of

_KINDS = {"NOUN": "N", "PROPN": "N", "VERB": "V"}

Tagged = list[tuple[str, str]]
"""Words of a caption with `N`, `V`, `?` (not scored) or an empty mark."""


def read_tagged(path: Path) -> list[Tagged]:
    """Read captions of the form `many houses/N are built/V`; lines that start with # are comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        [(word.partition("/")[0], word.partition("/")[2]) for word in line.split()]
        for line in lines
        if line and not line.startswith("#")
    ]


def tag_accuracy(extractor: PhraseExtractor, gold: list[Tagged], corrected: bool = False) -> dict[str, float]:
    """Compare a pipeline's parts of speech with hand-made marks.

    Args:
        extractor: with the pipeline.
        gold: captions tagged by hand.
        corrected: take verbs of change for verbs, as segments do, whatever the tagger says.

    Returns:
        `accuracy`, the share of scored words that are rightly noun, verb or neither, and `noun_f1`, `verb_f1`.
    """
    right = total = 0
    hits, found, wanted = (dict.fromkeys("NV", 0) for _ in range(3))
    docs = extractor.parse(" ".join(word for word, _ in caption) for caption in gold)
    for caption, doc in zip(gold, docs, strict=True):
        kinds = kinds_of(doc) if corrected else [_KINDS.get(token.pos_, "") for token in doc]
        for (_, mark), kind in zip(caption, kinds, strict=True):
            if mark == "?":
                continue
            total += 1
            right += kind == mark
            for name in "NV":
                hits[name] += kind == mark == name
                found[name] += kind == name
                wanted[name] += mark == name
    f1 = {name: 2 * hits[name] / max(1, found[name] + wanted[name]) for name in "NV"}
    return {"accuracy": right / total, "noun_f1": f1["N"], "verb_f1": f1["V"]}
