"""How well the shipped tagger and parser do on captions: on some tagged by hand, and in how many they find a verb.

`python -m describe_changes.training.evaluation.phrases TAGGED CORPUS` with TAGGED captions tagged by hand
(`training/pos/captions.py`) and CORPUS LEVIR-CC's `captions.json`, text by split and pair.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from ..data.datasets.files import read_json
from ..data.tokenization import is_changed
from ..pos.captions import read_tagged, tag_accuracy
from ..text.phrases import PhraseExtractor


def changed_captions(corpus: Path) -> list[str]:
    """All captions of the changed pairs of a `captions.json`, in its order.

    Raises:
        InputError: it cannot be read.
    """
    pairs = [texts for part in read_json(corpus).values() for texts in part.values()]
    return [text for texts in pairs if is_changed(texts) for text in texts]


def without_verb(extractor: PhraseExtractor, captions: Sequence[str]) -> list[str]:
    """Those of the captions that have no verb segment."""
    return [text for text, found in zip(captions, extractor.extract(captions), strict=True) if not found.verbs]


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point of `python -m describe_changes.training.evaluation.phrases`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tagged", type=Path)
    parser.add_argument("corpus", type=Path)
    options = parser.parse_args(arguments)
    extractor, gold = PhraseExtractor(), read_tagged(options.tagged)
    changed = changed_captions(options.corpus)
    missing = without_verb(extractor, changed)
    table = {
        "tagger": tag_accuracy(extractor, gold),
        "with verbs of change": tag_accuracy(extractor, gold, corrected=True),
        "changed captions": len(changed),
        "without a verb segment": len(missing),
        "such as": missing[:10],
    }
    print(json.dumps(table, indent=1))


if __name__ == "__main__":
    main()
