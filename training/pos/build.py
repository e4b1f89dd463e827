"""Train, measure and write the shipped pipeline.

`python -m describe_changes.training.pos.build TREEBANK OUTPUT [--captions TAGGED]` with TREEBANK the folder of
`{train,dev,test}.conllu.gz`; some ten minutes on one core.
"""

from __future__ import annotations

import argparse
import json
import logging
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..text.phrases import PhraseExtractor
from .captions import read_tagged, tag_accuracy
from .treebank import like_a_caption, read_conllu, to_doc, to_docbin

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CONFIG = Path(__file__).with_name("config.cfg")
_LOG = logging.getLogger(__name__)
_FIGURES = ("tag_acc", "pos_acc", "dep_uas", "dep_las")
_TREEBANK_URL = "https://universaldependencies.org/treebanks/en_ewt"

Figures = dict[str, dict[str, float]]

CREDIT = f"""Trained on the Universal Dependencies English Web Treebank (UD English EWT, {_TREEBANK_URL}),
by its contributors (Silveira et al., "A Gold Standard Dependency Corpus for English", LREC 2014, and later
work), CC BY-SA 4.0. The pipeline is distributed under CC BY-SA 4.0 as well.
"""


def build(treebank: Path, output: Path, captions: Path | None = None) -> Figures:
    """Train the pipeline and write it with its figures.

    Args:
        treebank: folder of `train.conllu.gz`, `dev.conllu.gz`, `test.conllu.gz`.
        output: folder to write; replaced when it exists.
        captions: captions tagged by hand, to measure on as well.

    Returns:
        See `publish`.
    """
    from spacy.cli.train import train

    with tempfile.TemporaryDirectory(prefix="pos-") as scratch:
        paths = {}
        for part in ("train", "dev"):
            packed = to_docbin(read_conllu(treebank / f"{part}.conllu.gz"))
            path = Path(scratch) / f"{part}.spacy"
            packed.to_disk(path)
            paths[f"paths.{part}"] = str(path)
        train(_CONFIG, Path(scratch) / "model", overrides=paths)
        return publish(Path(scratch) / "model" / "model-best", treebank / "test.conllu.gz", output, captions)


def publish(model: Path, test: Path, output: Path, captions: Path | None = None) -> Figures:
    """Measure a trained pipeline and copy it to where it ships, with figures, licence and credit.

    Args:
        model: folder of the trained pipeline.
        test: treebank part to measure on.
        output: folder to write; replaced when it exists.
        captions: captions tagged by hand.

    Returns:
        Accuracies (0–1) on the treebank part `as it stands` and `like a caption`, and on the `captions`.
    """
    figures = measure(model, test)
    if captions is not None:
        scores = tag_accuracy(PhraseExtractor(model), read_tagged(captions))
        figures["captions"] = {name: round(value, 4) for name, value in scores.items()}
    if output.exists():
        shutil.rmtree(output)
    shutil.copytree(model, output)
    _forget_paths(output / "config.cfg")
    _describe(output, figures)
    return figures


def measure(model: Path, conllu: Path) -> Figures:
    """Accuracy of a pipeline on gold tokens of a treebank part, as it stands and like captions."""
    import spacy
    from spacy.training import Example

    pipeline = spacy.load(model)
    sentences = list(read_conllu(conllu))
    parts = {"as it stands": sentences, "like a caption": [like_a_caption(sentence) for sentence in sentences]}
    figures = {}
    for name, part in parts.items():
        gold = [to_doc(sentence, pipeline.vocab) for sentence in part]
        scores = pipeline.evaluate([Example(_bare(doc), doc) for doc in gold])
        figures[name] = {key: round(float(scores[key]), 4) for key in _FIGURES}
    return figures


def _bare(doc: Doc) -> Doc:
    """Copy only words and spaces of a document."""
    from spacy.tokens import Doc

    return Doc(doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])


def _forget_paths(config: Path) -> None:
    """Leave the places of the training files out of the shipped configuration."""
    lines = config.read_text(encoding="utf-8").splitlines()
    kept = [f"{line.split()[0]} = null" if line.startswith(('train = "', 'dev = "')) else line for line in lines]
    config.write_text("\n".join(kept) + "\n", encoding="utf-8")


def _describe(output: Path, figures: Figures) -> None:
    """Write name, licence, credit and the measured figures into the pipeline's meta.json and README."""
    path = output / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta.update(
        name="describe_changes_captions",
        version="1.0.0",
        description="Tags and parses short English captions of changes.",
        author="Describe Changes",
        license="CC BY-SA 4.0",
        sources=[{"name": "UD English EWT", "license": "CC BY-SA 4.0", "url": _TREEBANK_URL}],
        performance=figures,
    )
    path.write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    rows = [f"| {part} | {name} | {value:.4f} |" for part, table in figures.items() for name, value in table.items()]
    readme = [
        "# Tagger and parser for captions\n",
        CREDIT,
        "Built by `python -m describe_changes.training.pos.build` from `training/pos/config.cfg`. Treebank figures "
        "are on its test part; `captions` are the 200 LEVIR-CC captions tagged by hand in `tests/training/text`.\n",
        "| part | figure | value |\n|---|---|---|",
        *rows,
    ]
    (output / "README.md").write_text("\n".join(readme) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point of `python -m describe_changes.training.pos.build`."""
    parser = argparse.ArgumentParser(description="Train, measure and write the shipped pipeline.")
    parser.add_argument("treebank", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--captions", type=Path)
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO)
    figures = build(options.treebank, options.output, options.captions)
    _LOG.info("accuracy: %s", json.dumps(figures))


if __name__ == "__main__":
    main()
