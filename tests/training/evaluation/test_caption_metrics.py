"""Scores against plain-loop computations, hand-worked cases and the failures that must not become zeros."""

from __future__ import annotations

import importlib.util
import math
import shutil
from collections import Counter

import pytest
from describe_changes.training.data.tokenization import TokenIds
from describe_changes.training.evaluation import meteor as meteor_module
from describe_changes.training.evaluation import spice
from describe_changes.training.evaluation.caption_metrics import METRICS, mean_score, open_meteor, score_captions
from describe_changes.training.evaluation.meteor import MeteorProcess, MeteorUnavailableError
from describe_changes.training.evaluation.spice import SpiceUnavailableError, score_spice

HYPOTHESES = {
    "a": "many houses are built along the road",
    "b": "a road appears in the forest",
    "c": "the scene is the same as before",
}
REFERENCES = {
    "a": ["some houses are built along the road", "many villas appear beside the new road"],
    "b": ["a road is built in the forest", "a new road runs through the trees", "a path appears"],
    "c": ["there is no difference", "the scene is the same as before"],
}


def grams(text: str, order: int) -> Counter:
    words = text.split()
    return Counter(tuple(words[i : i + order]) for i in range(len(words) - order + 1))


def plain_bleu(order: int) -> float:
    hits = [0] * order
    totals = [0] * order
    length = closest = 0
    for key, hypothesis in HYPOTHESES.items():
        size = len(hypothesis.split())
        length += size
        closest += min((abs(len(r.split()) - size), len(r.split())) for r in REFERENCES[key])[1]
        for n in range(1, order + 1):
            mine = grams(hypothesis, n)
            best = Counter()
            for reference in REFERENCES[key]:
                best |= grams(reference, n)
            hits[n - 1] += sum((mine & best).values())
            totals[n - 1] += sum(mine.values())
    precision = math.prod(h / t for h, t in zip(hits, totals, strict=True)) ** (1 / order)
    return 100 * precision * min(1.0, math.exp(1 - closest / length))


def longest_common(a: list[str], b: list[str]) -> int:
    if not a or not b:
        return 0
    if a[-1] == b[-1]:
        return 1 + longest_common(a[:-1], b[:-1])
    return max(longest_common(a[:-1], b), longest_common(a, b[:-1]))


def plain_rouge() -> float:
    scores = []
    for key, hypothesis in HYPOTHESES.items():
        mine = hypothesis.split()
        common = [(longest_common(mine, r.split()), len(r.split())) for r in REFERENCES[key]]
        precision = max(c / len(mine) for c, _ in common)
        recall = max(c / size for c, size in common)
        beta2 = 1.2**2
        scores.append((1 + beta2) * precision * recall / (recall + beta2 * precision))
    return 100 * sum(scores) / len(scores)


def plain_cider() -> float:
    total = 0.0
    for n in range(1, 5):
        seen = {k: set().union(*(grams(r, n) for r in refs)) for k, refs in REFERENCES.items()}

        def weigh(text: str, n: int = n, seen: dict = seen) -> dict:
            images = len(seen)
            return {
                gram: count * math.log(images / max(1, sum(gram in grams_ for grams_ in seen.values())))
                for gram, count in grams(text, n).items()
            }

        for key, hypothesis in HYPOTHESES.items():
            mine = weigh(hypothesis)
            for reference in REFERENCES[key]:
                theirs = weigh(reference)
                dot = sum(min(mine[g], theirs[g]) * theirs[g] for g in mine.keys() & theirs.keys())
                norms = math.sqrt(sum(v * v for v in mine.values()) * sum(v * v for v in theirs.values()))
                gap = len(hypothesis.split()) - len(reference.split())
                if norms:
                    total += dot / norms * math.exp(-(gap**2) / 72) / len(REFERENCES[key])
    return 100 * 10 * total / 4 / len(HYPOTHESES)


def test_scores_equal_plain_loops(meteor) -> None:
    table = score_captions(HYPOTHESES, REFERENCES, meteor=meteor)
    assert list(table) == list(METRICS)
    for order in range(1, 5):
        assert table[f"BLEU-{order}"] == pytest.approx(plain_bleu(order), abs=1e-4)
    assert table["ROUGE-L"] == pytest.approx(plain_rouge(), abs=1e-6)
    assert table["CIDEr-D"] == pytest.approx(plain_cider(), abs=1e-6)
    mean = (table["BLEU-4"] + table["METEOR"] + table["ROUGE-L"] + table["CIDEr-D"]) / 4
    assert table["S*m"] == pytest.approx(mean)


def test_meteor_of_numbers_is_its_formula(meteor) -> None:
    """Numbers have no stems or synonyms: P = R = 3/4 in one chunk, penalty 0.6 (1/3)^0.2 (METEOR 1.5, English)."""
    expected = 0.75 * (1 - 0.6 * (1 / 3) ** 0.2)
    assert meteor.score([("9101 9102 9103 9104", ["9101 9102 9103 9105"])]) == pytest.approx(expected, abs=1e-6)


def test_meteor_sees_synonyms_in_words_and_not_in_ids(meteor) -> None:
    hypotheses, references = {"a": "a house is constructed"}, {"a": ["a home is built"]}
    table = score_captions(hypotheses, references, meteor=meteor)
    assert table["METEOR"] > table["METEOR (ids)"] > 0


def test_given_numbering_is_used(meteor) -> None:
    nothing_known = TokenIds({})
    table = score_captions({"a": "x y z"}, {"a": ["u v w"]}, ids=nothing_known, meteor=meteor)
    assert table["METEOR"] == 0
    assert table["METEOR (ids)"] > 90


def test_missing_java_is_said_and_not_counted_as_zero(monkeypatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    table = score_captions(HYPOTHESES, REFERENCES)
    assert table["METEOR"] == "not computed: Java is not installed (METEOR 1.5 is a Java program)"
    assert table["METEOR (ids)"] == table["METEOR"]
    assert table["S*m"] == "not computed: METEOR missing"
    assert table["BLEU-4"] > 0


def test_spice_without_models_says_which_are_missing(tmp_path) -> None:
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    with pytest.raises(SpiceUnavailableError, match=r"stanford-corenlp-3\.6\.0-models\.jar"):
        score_spice([("a house", ["a house"])], tmp_path)


def test_a_table_without_spice_names_the_command_that_fetches_its_models(monkeypatch, tmp_path, meteor) -> None:
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    monkeypatch.setattr(spice, "_package_folder", lambda: tmp_path)
    table = score_captions(HYPOTHESES, REFERENCES, meteor=meteor)
    assert table["SPICE"].startswith("not computed: the parser models are not installed")
    command = "python -m pycocoevalcap.spice.get_stanford_models"
    assert command in table["SPICE"]
    assert importlib.util.find_spec(command.split()[-1]) is not None


def test_one_pair_has_no_cider_and_no_pairs_no_figures(meteor) -> None:
    table = score_captions({"a": "a house"}, {"a": ["a house"]}, meteor=meteor)
    assert table["CIDEr-D"].startswith("not computed: CIDEr-D weighs words over a corpus")
    assert set(score_captions({}, {}, meteor=meteor).values()) == {"not computed: there are no captioned pairs"}


def test_empty_hypothesis_and_separator_are_scored_not_fatal(meteor) -> None:
    hypotheses = {"a": "", "b": "a ||| road\nappears"}
    references = {"a": ["a house"], "b": ["a road appears"]}
    table = score_captions(hypotheses, references, meteor=meteor)
    assert table["METEOR"] > 30


def test_different_images_are_refused() -> None:
    with pytest.raises(ValueError, match="different images"):
        score_captions({"a": "x"}, {"b": ["x"]})
    with pytest.raises(ValueError, match="at least one reference"):
        score_captions({"a": "x"}, {"a": []})


def test_process_is_gone_after_use_and_a_dead_one_is_reported() -> None:
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    with open_meteor() as process:
        assert isinstance(process, MeteorProcess)
        process._process.kill()
        with pytest.raises(MeteorUnavailableError, match="ended"):
            process.score([("a house", ["a house"])])
    assert process._process.poll() is not None
    process.close()  # twice is harmless


def test_silent_process_is_ended(tmp_path, monkeypatch) -> None:
    sleeper = tmp_path / "java"
    sleeper.write_text("#!/bin/sh\nexec sleep 60\n")
    sleeper.chmod(0o755)
    jar = tmp_path / "meteor-1.5.jar"
    jar.touch()
    monkeypatch.setattr(meteor_module, "find_jar", lambda: jar)
    with (
        MeteorProcess(java=str(sleeper), patience_s=0.2) as process,
        pytest.raises(MeteorUnavailableError, match="in time"),
    ):
        process.score([("a house", ["a house"])])


def test_mean_score_names_what_is_missing() -> None:
    assert mean_score({"BLEU-4": 1.0, "METEOR": 2.0, "ROUGE-L": 3.0, "CIDEr-D": 4.0}) == 2.5
    assert mean_score({"BLEU-4": 1.0, "METEOR": "x", "ROUGE-L": 3.0, "CIDEr-D": "y"}) == (
        "not computed: METEOR, CIDEr-D missing"
    )
