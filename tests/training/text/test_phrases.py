"""Segments of hand-parsed captions, the shipped pipeline against hand-made tags, and the treebank reader."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from describe_changes.core.errors import InputError
from describe_changes.training.evaluation.phrases import changed_captions, main, without_verb
from describe_changes.training.pos.captions import read_tagged, tag_accuracy
from describe_changes.training.pos.treebank import like_a_caption, read_conllu, to_doc, to_docbin
from describe_changes.training.text.phrases import PIPELINE, PhraseExtractor, Segments, load_pipeline, segments_of

TAGGED = Path(__file__).with_name("levir_cc_200_tagged.txt")


def parsed(*words: tuple[str, str, int, str]):
    """A document from (word, part of speech, head, relation)."""
    import spacy
    from spacy.tokens import Doc

    texts, tags, heads, relations = zip(*words, strict=True)
    return Doc(spacy.blank("en").vocab, texts, pos=tags, heads=heads, deps=relations)


MANY_NEATLY_ARRANGED = (
    ("many", "ADJ", 3, "amod"),
    ("neatly", "ADV", 2, "advmod"),
    ("arranged", "VERB", 3, "amod"),
    ("villas", "NOUN", 5, "nsubj:pass"),
    ("are", "AUX", 5, "aux:pass"),
    ("built", "VERB", 5, "ROOT"),
    ("densely", "ADV", 5, "advmod"),
    ("near", "ADP", 10, "case"),
    ("a", "DET", 10, "det"),
    ("parking", "NOUN", 10, "compound"),
    ("lot", "NOUN", 5, "obl"),
)


def test_phrases_keep_adjectives_adverbs_and_compounds_and_drop_articles() -> None:
    assert segments_of(parsed(*MANY_NEATLY_ARRANGED)) == Segments(
        "many neatly arranged villas and parking lot", "built densely"
    )


def test_verbs_keep_their_particle_and_are_joined_by_and() -> None:
    doc = parsed(
        ("roads", "NOUN", 1, "nsubj"),
        ("show", "VERB", 1, "ROOT"),
        ("up", "ADP", 1, "compound:prt"),
        ("and", "CCONJ", 5, "cc"),
        ("trees", "NOUN", 5, "nsubj"),
        ("disappear", "VERB", 1, "conj"),
    )
    assert segments_of(doc) == Segments("roads and trees", "show up and disappear")


def test_no_is_kept_and_a_copula_stands_in_for_a_missing_verb() -> None:
    doc = parsed(
        ("there", "PRON", 1, "expl"),
        ("is", "AUX", 1, "ROOT"),
        ("no", "DET", 3, "det"),
        ("difference", "NOUN", 1, "nsubj"),
    )
    assert segments_of(doc) == Segments("no difference", "is")


def test_a_caption_without_nouns_has_an_empty_segment() -> None:
    assert segments_of(parsed(("disappeared", "VERB", 0, "ROOT"))) == Segments("", "disappeared")


CONLLU = """# sent_id = 1
1\tTwo\ttwo\tNUM\tCD\t_\t2\tnummod\t_\t_
2\tRoads\troad\tNOUN\tNNS\t_\t3\tnsubj\t_\t_
3-4\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
3\tca\tcan\tVERB\tVB\t_\t0\troot\t_\t_
4\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
4.1\tempty\t_\t_\t_\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# sent_id = 2
1\tGone\tgo\tVERB\tVBN\t_\t0\troot\t_\tSpaceAfter=No
"""


@pytest.fixture
def conllu(tmp_path: Path) -> Path:
    path = tmp_path / "dev.conllu.gz"
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.write(CONLLU)
    return path


def test_treebank_reader(conllu: Path) -> None:
    first, second = read_conllu(conllu)
    assert [word.form for word in first] == ["Two", "Roads", "ca", "n't", "."]
    assert [word.head for word in first] == [1, 2, 2, 2, 2]
    assert second[0].relation == "ROOT"
    assert not second[0].space_after


def test_caption_like_twin_is_lower_case_without_final_mark(conllu: Path) -> None:
    first, second = map(like_a_caption, read_conllu(conllu))
    assert [word.form for word in first] == ["two", "roads", "ca", "n't"]
    assert [word.form for word in second] == ["gone"]


def test_documents_carry_the_annotation(conllu: Path) -> None:
    import spacy

    vocab = spacy.blank("en").vocab
    doc = to_doc(next(read_conllu(conllu)), vocab)
    assert (doc[1].pos_, doc[1].tag_, doc[1].dep_, doc[1].head.text) == ("NOUN", "NNS", "nsubj", "ca")
    packed = list(to_docbin(read_conllu(conllu)).get_docs(vocab))
    assert [len(doc) for doc in packed] == [5, 1]


def test_missing_pipeline_is_one_sentence() -> None:
    with pytest.raises(InputError, match="use the project's own"):
        load_pipeline("no_such_pipeline")


def test_two_hundred_captions_are_tagged_by_hand() -> None:
    gold = read_tagged(TAGGED)
    assert len(gold) == len({tuple(caption) for caption in gold}) == 200
    assert {tag for caption in gold for _, tag in caption} == {"", "N", "V", "?"}


def test_shipped_pipeline_on_captions_tagged_by_hand() -> None:
    """The figure in the pipeline's README; a worse pipeline must not be shipped unseen."""
    if not PIPELINE.is_dir():
        pytest.skip(f"{PIPELINE} is not built; see training/pos/build.py")
    scores = tag_accuracy(PhraseExtractor(), read_tagged(TAGGED))
    noted = json.loads((PIPELINE / "meta.json").read_text())["performance"]["captions"]
    assert scores == pytest.approx(noted, abs=5e-4)
    assert scores["accuracy"] > 0.96
    assert scores["noun_f1"] > 0.95
    assert scores["verb_f1"] > 0.9
    corrected = tag_accuracy(PhraseExtractor(), read_tagged(TAGGED), corrected=True)
    assert corrected["accuracy"] > 0.99
    assert corrected["verb_f1"] > 0.985
    assert corrected["noun_f1"] > scores["noun_f1"]


@pytest.mark.parametrize(
    ("caption", "nouns", "verbs"),
    [
        ("many houses are built along the road", "many houses and road", "built"),
        ("a large villa replaces some trees", "large villa and trees", "replaces"),
        ("a new building emerges near the road", "new building and road", "emerges"),
        ("a road disappears and a villa appears in the bottom", "road and villa and bottom", "disappears and appears"),
        ("the bare land converts into a parking lot", "bare land and parking lot", "converts"),
        ("many trees vanish", "many trees", "vanish"),
        ("a new building show up on the bareland", "new building and bareland", "show up"),
        ("a residential area springs up", "residential area", "springs up"),
        ("some trees have been removed and two villas are built", "trees and two villas", "removed and built"),
        ("some plants disappear", "plants", "disappear"),
    ],
)
def test_shipped_pipeline_gives_the_segments(caption: str, nouns: str, verbs: str) -> None:
    if not PIPELINE.is_dir():
        pytest.skip(f"{PIPELINE} is not built; see training/pos/build.py")
    assert list(PhraseExtractor().extract([caption])) == [Segments(nouns, verbs)]


def test_nearly_every_changed_caption_has_a_verb(shared_data: Path) -> None:
    """Every 25th caption of LEVIR-CC's changed pairs."""
    some = changed_captions(shared_data / "levir_cc" / "captions.json")[::25]
    without = without_verb(PhraseExtractor(), some)
    assert len(some) > 1000
    assert len(without) <= 0.02 * len(some), without[:20]


def test_the_command_that_measures_captions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = {"train": {"a": ["a villa replaces the woods", "many houses"], "b": ["there is no difference"]}}
    (tmp_path / "captions.json").write_text(json.dumps(corpus))
    main([str(TAGGED), str(tmp_path / "captions.json")])
    table = json.loads(capsys.readouterr().out)
    assert table["changed captions"] == 2
    assert table["such as"] == ["many houses"]
    assert table["with verbs of change"]["verb_f1"] > table["tagger"]["verb_f1"]


def test_shipped_pipeline_is_small_and_credited() -> None:
    if not PIPELINE.is_dir():
        pytest.skip(f"{PIPELINE} is not built; see training/pos/build.py")
    assert sum(path.stat().st_size for path in PIPELINE.rglob("*") if path.is_file()) < 6e6
    assert "CC BY-SA 4.0" in (PIPELINE / "README.md").read_text()
    assert "/tmp" not in (PIPELINE / "config.cfg").read_text()  # noqa: S108 - looks for the trainer's own paths
