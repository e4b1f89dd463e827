"""Universal Dependencies treebank to spaCy documents.

Captions are written in lower case and without a final dot, and the treebank is not; so two of three training
sentences are given in the manner of a caption.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, DocBin
    from spacy.vocab import Vocab

_FINAL_MARKS = frozenset(".!?;:…")


@dataclass(frozen=True)
class Word:
    """One syntactic word: its form, universal and treebank tag, head (index in the sentence) and relation."""

    form: str
    pos: str
    tag: str
    head: int
    relation: str
    space_after: bool


Sentence = tuple[Word, ...]


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Read the sentences of a CoNLL-U file, gzipped or not.

    Lines of multiword tokens (`3-4`) and empty nodes (`8.1`) are passed over: the syntactic words stand for
    them, as captions' possessives and contractions are cut apart as well.
    """
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    rows: list[list[str]] = []
    with opened as lines:
        for line in lines:
            text = line.rstrip("\n")
            if not text and rows:
                yield _sentence(rows)
                rows = []
            elif text and not text.startswith("#"):
                columns = text.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
    if rows:
        yield _sentence(rows)


def _sentence(rows: list[list[str]]) -> Sentence:
    words = []
    for index, row in enumerate(rows):
        head = int(row[6]) - 1
        relation = row[7] if head >= 0 else "ROOT"
        words.append(Word(row[1], row[3], row[4], index if head < 0 else head, relation, "SpaceAfter=No" not in row[9]))
    return tuple(words)


def like_a_caption(sentence: Sentence) -> Sentence:
    """Put a sentence in lower case and drop its final mark (if no word hangs on that mark)."""
    words = sentence
    last = len(words) - 1
    droppable = last > 0 and words[last].form in _FINAL_MARKS and all(word.head != last for word in words)
    if droppable:
        words = words[:last]
    return tuple(
        Word(word.form.lower(), word.pos, word.tag, word.head, word.relation, word.space_after) for word in words
    )


def to_doc(sentence: Sentence, vocab: Vocab) -> Doc:
    """Build the spaCy document of one sentence."""
    from spacy.tokens import Doc

    return Doc(
        vocab,
        words=[word.form for word in sentence],
        spaces=[word.space_after for word in sentence],
        pos=[word.pos if word.pos != "_" else "X" for word in sentence],
        tags=[word.tag for word in sentence],
        heads=[word.head for word in sentence],
        deps=[word.relation for word in sentence],
        sent_starts=[index == 0 for index in range(len(sentence))],
    )


def to_docbin(sentences: Iterable[Sentence]) -> DocBin:
    """Pack sentences for `spacy train`: every third as it stands, the others like captions."""
    import spacy
    from spacy.tokens import DocBin

    vocab = spacy.blank("en").vocab
    packed = DocBin(attrs=["ORTH", "SPACY", "POS", "TAG", "HEAD", "DEP", "SENT_START"], store_user_data=False)
    for index, sentence in enumerate(sentences):
        packed.add(to_doc(sentence if index % 3 == 0 else like_a_caption(sentence), vocab))
    return packed
