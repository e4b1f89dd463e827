"""Noun and verb segments of a caption for attribute-guided contrast (RDD+ACR, "Attribute-guided Tokens").

Phrases are preferred to single words, "to reduce false negatives in contrastive learning": a noun keeps its
adjectives, numbers and compounds, a verb its adverbs and particle; all of a kind are joined by "and".
Articles are left out, "no" is kept. A caption without a full verb ("the scene is the same") gives its copula.

The verbs in which people tell of change (appear, disappear, emerge, replace, vanish, convert, show up, spring up) are
verbs whatever the tagger says: it takes many of them for nouns in the present ("a villa replaces the woods"). What it
then attaches to such a noun belongs to the noun before it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ...core.errors import InputError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

PIPELINE = Path(__file__).resolve().parents[2] / "resources" / "spacy_pipeline"
"""The project's own tagger and parser."""


def _forms(stem: str) -> tuple[str, ...]:
    root = stem.removesuffix("e")
    return stem, f"{stem}es" if stem.endswith("sh") else f"{stem}s", f"{root}ed", f"{root}ing"


_NOUNS = frozenset({"NOUN", "PROPN"})
_NOUN_MODIFIERS = frozenset({"amod", "compound", "nummod", "flat", "goeswith", "neg"})
_VERB_MODIFIERS = frozenset({"advmod", "compound:prt", "prt", "neg"})
_STEMS = ("appear", "disappear", "emerge", "replace", "vanish", "convert")
_FORMS = frozenset(form for stem in _STEMS for form in _forms(stem))
_WITH_UP = frozenset({"show", "shows", "showed", "shown", "showing", "spring", "springs", "sprang", "sprung"})
_NEGATIONS = frozenset({"no", "not", "n't"})


@dataclass(frozen=True)
class Segments:
    """Parts of a caption that ACR reads.

    Attributes:
        nouns: noun phrases joined by "and", e.g. `many houses and road`; empty if there is no noun.
        verbs: verb phrases joined by "and", e.g. `are built` → `built`; empty if there is no verb.
    """

    nouns: str
    verbs: str


def segments_of(doc: Doc) -> Segments:
    """Collect the segments of a tagged and parsed caption."""
    tree = _Tree(doc)
    nouns = [token for token in doc if tree.is_noun(token) and not tree.modifies_noun(token)]
    verbs = [token for token in doc if tree.is_verb(token) and not tree.modifies_noun(token)]
    if not verbs:
        verbs = [token for token in doc if token.pos_ == "AUX"][:1]
    return Segments(
        " and ".join(tree.phrase(token, _NOUN_MODIFIERS) for token in nouns),
        " and ".join(tree.phrase(token, _VERB_MODIFIERS) for token in verbs),
    )


def kinds_of(doc: Doc) -> list[Literal["N", "V", ""]]:
    """Per token whether it counts as a noun, a full verb, or neither."""
    tree = _Tree(doc)
    return ["N" if tree.is_noun(token) else "V" if tree.is_verb(token) else "" for token in doc]


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


class _Tree:
    """A parsed caption in which verbs of change are verbs.

    Args:
        doc: tagged and parsed.
    """

    def __init__(self, doc: Doc) -> None:
        self.forced = {token.i for token in doc if _tells_of_change(token)}
        self.children = {token.i: list(token.children) for token in doc}
        for index in self.forced:
            self._free_subject(doc[index])

    def is_noun(self, token: Token) -> bool:
        """Return whether it counts as a noun."""
        return token.pos_ in _NOUNS and token.i not in self.forced

    def is_verb(self, token: Token) -> bool:
        """Return whether it counts as a full verb."""
        return token.pos_ == "VERB" or token.i in self.forced

    def modifies_noun(self, token: Token) -> bool:
        """Return whether it is part of another noun's phrase."""
        if token.i in self.forced:
            return False
        return token.dep_ in ("compound", "amod", "flat", "goeswith") and self.is_noun(token.head)

    def phrase(self, head: Token, relations: frozenset[str]) -> str:
        """The head with its modifiers (and theirs) in the order of the sentence."""
        kept = sorted({head, *self._modifiers(head, relations)}, key=lambda token: token.i)
        return " ".join(token.text for token in kept)

    def _free_subject(self, verb: Token) -> None:
        """Give what hangs on a verb that was taken for a noun to the noun before it."""
        nouns = [child for child in self.children[verb.i] if child.i < verb.i and child.dep_ == "compound"]
        if verb.pos_ not in _NOUNS or not nouns:
            return
        subject = nouns[-1]
        moved = [child for child in self.children[verb.i] if child.i < subject.i and child.dep_ in _NOUN_MODIFIERS]
        self.children[verb.i] = [child for child in self.children[verb.i] if child not in moved]
        self.children[subject.i] += moved

    def _modifiers(self, head: Token, relations: frozenset[str]) -> Iterator[Token]:
        for child in self.children[head.i]:
            if child.i in self.forced and child.pos_ in _NOUNS:
                continue
            if child.dep_ in relations or child.lower_ in _NEGATIONS:
                yield child
                yield from self._modifiers(child, relations | {"advmod"})
        if head.lower_ in _WITH_UP and head.i in self.forced:
            yield head.nbor()


def _tells_of_change(token: Token) -> bool:
    """Whether it is a form of one of the verbs of change, and not a participle before its noun ("replaced houses")."""
    if token.lower_ in _WITH_UP:
        return token.i + 1 < len(token.doc) and token.nbor().lower_ == "up"
    before_noun = token.dep_ == "amod" and token.head.i > token.i and token.lower_.endswith(("ed", "ing"))
    return token.lower_ in _FORMS and not before_noun
