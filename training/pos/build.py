"""Train, measure and write the shipped pipeline.

`python -m describe_changes.training.pos.build TREEBANK OUTPUT` with TREEBANK the folder of
`{train,dev,test}.conllu.gz`; about ten minutes on one core.
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

from .treebank import like_a_caption, read_conllu, to_doc, to_docbin

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CONFIG = Path(__file__).with_name("config.cfg")
_LOG = logging.getLogger(__name__)
_FIGURES = ("tag_acc", "pos_acc", "dep_uas", "dep_las")

CREDIT = (
    "Trained on the Universal Dependencies English Web Treebank (UD English EWT), "
    "https://universaldependencies.org/treebanks/en_ewt, CC BY-SA 4.0."
)


def build(treebank: Path, output: Path) -> dict[str, dict[str, float]]:
    """Train the pipeline and write it with its figures.

    Args:
        treebank: folder of `train.conllu.gz`, `dev.conllu.gz`, `test.conllu.gz`.
        output: folder to write; replaced when it exists.

    Returns:
        Accuracies (0–1) on the test part, `as it stands` and `like a caption`.
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
        figures = measure(Path(scratch) / "model" / "model-best", treebank / "test.conllu.gz")
        if output.exists():
            shutil.rmtree(output)
        shutil.copytree(Path(scratch) / "model" / "model-best", output)
    _describe(output, figures)
    return figures


def measure(model: Path, conllu: Path) -> dict[str, dict[str, float]]:
    """Accuracy of a pipeline on gold tokens of a treebank part, as it stands and like captions."""
    import spacy
    from spacy.training import Example

    pipeline = spacy.load(model)
    sentences = list(read_conllu(conllu))
    figures = {}
    for name, part in (
        ("as it stands", sentences),
        ("like a caption", [like_a_caption(sentence) for sentence in sentences]),
    ):
        gold = [to_doc(sentence, pipeline.vocab) for sentence in part]
        bare = [to_bare(doc) for doc in gold]
        examples = [Example(predicted, reference) for predicted, reference in zip(bare, gold, strict=True)]
        scores = pipeline.evaluate(examples)
        figures[name] = {key: round(float(scores[key]), 4) for key in _FIGURES}
    return figures


def to_bare(doc: Doc) -> Doc:
    """Copy only words and spaces of a document."""
    from spacy.tokens import Doc

    return Doc(doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])


def _describe(output: Path, figures: dict[str, dict[str, float]]) -> None:
    """Write name, licence, credit and the measured figures into the pipeline's meta.json."""
    path = output / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta.update(
        name="describe_changes_captions",
        version="1.0.0",
        description="Tags and parses short English captions of changes.",
        author="Describe Changes",
        license="CC BY-SA 4.0",
        sources=[{"name": "UD English EWT", "license": "CC BY-SA 4.0", "url": CREDIT.split()[-4].rstrip(",")}],
        notes=CREDIT,
    )
    meta["performance"] = {"test": figures}
    path.write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point of `python -m describe_changes.training.pos.build`."""
    parser = argparse.ArgumentParser(description=build.__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("output", type=Path)
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO)
    figures = build(options.treebank, options.output)
    _LOG.info("accuracy on the test part: %s", json.dumps(figures))


if __name__ == "__main__":
    main()
