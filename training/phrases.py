"""Noun and verb segments of a caption for attribute-guided contrast (RDD+ACR, "Attribute-guided Tokens").

Phrases are preferred to single words, "to reduce false negatives in contrastive learning": a noun keeps its
adjectives, numbers and compounds, a verb its adverbs and particle; all of a kind are joined by "and".
Articles are left out, "no" is kept. A caption without a full verb ("the scene is the same") gives its copula.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.errors import InputError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

PIPELINE = Path(__file__).resolve().parents[1] / "resources" / "spacy_pipeline"
"""The project's own tagger and parser."""

_NOUNS = frozenset({"NOUN", "PROPN"})
_NOUN_MODIFIERS = frozenset({"amod", "compound", "nummod", "flat", "goeswith", "neg"})
_VERB_MODIFIERS = frozenset({"advmod", "compound:prt", "prt", "neg"})
_NEGATIONS = frozenset({"no", "not", "n't"})


@dataclass(frozen=True)
class Segments:
    """What ACR reads of a caption.

    Attributes:
        nouns: noun phrases joined by "and", e.g. `many houses and road`; empty if there is no noun.
        verbs: verb phrases joined by "and", e.g. `are built` → `built`; empty if there is no verb.
    """

    nouns: str
    verbs: str


def segments_of(doc: Doc) -> Segments:
    """Collect the segments of a tagged and parsed caption."""
    nouns = [token for token in doc if token.pos_ in _NOUNS and not _modifies_noun(token)]
    verbs = [token for token in doc if token.pos_ == "VERB" and not _modifies_noun(token)]
    if not verbs:
        verbs = [token for token in doc if token.pos_ == "AUX"][:1]
    return Segments(
        " and ".join(_phrase(token, _NOUN_MODIFIERS) for token in nouns),
        " and ".join(_phrase(token, _VERB_MODIFIERS) for token in verbs),
    )


class PhraseExtractor:
    """Segments of captions by a spaCy pipeline with tagger and parser.

    Args:
        pipeline: folder or installed package (such as `en_core_web_sm`); the project's own by default.
    """

    def __init__(self, pipeline: str | Path | None = None) -> None:
        self._pipeline = load_pipeline(str(pipeline or PIPELINE))

    def extract(self, captions: Iterable[str]) -> Iterator[Segments]:
        """Yield the segments of each tokenised caption, in order."""
        for doc in self.parse(captions):
            yield segments_of(doc)

    def parse(self, captions: Iterable[str]) -> Iterator[Doc]:
        """Yield tagged and parsed documents whose tokens are exactly the captions' own."""
        from spacy.tokens import Doc

        docs = (Doc(self._pipeline.vocab, words=caption.split()) for caption in captions)
        yield from self._pipeline.pipe(docs, batch_size=256)


@functools.lru_cache(maxsize=2)
def load_pipeline(name: str) -> Language:
    """Load a spaCy pipeline once.

    Raises:
        InputError: spaCy or the pipeline is not installed, or the pipeline cannot tag and parse.
    """
    try:
        import spacy
    except ImportError as error:
        raise InputError("spaCy is not installed; install the package with its extra [train]") from error
    try:
        pipeline = spacy.load(name)
    except OSError as error:
        raise InputError(f"spaCy pipeline {name} is not installed; leave it out to use the project's own") from error
    if "parser" not in pipeline.pipe_names:
        raise InputError(f"spaCy pipeline {name} has no parser; phrases need a tagger and a parser")
    return pipeline


def _modifies_noun(token: Token) -> bool:
    return token.dep_ in ("compound", "amod", "flat", "goeswith") and token.head.pos_ in _NOUNS


def _phrase(head: Token, relations: frozenset[str]) -> str:
    """The head with its modifiers (and theirs) in the order of the sentence."""
    kept = sorted({head, *_modifiers(head, relations)}, key=lambda token: token.i)
    return " ".join(token.text for token in kept)


def _modifiers(head: Token, relations: frozenset[str]) -> Iterator[Token]:
    for child in _children(head):
        if child.dep_ in relations or child.lower_ in _NEGATIONS:
            yield child
            yield from _modifiers(child, relations | {"advmod"})


def _children(token: Token) -> Sequence[Token]:
    return tuple(token.children)
