"""What a pack's `decoding` block says is what the choice of sentences goes by; without one it is as before."""

from __future__ import annotations

import math

import numpy as np
import pytest
from describe_changes.core.captions.claims import ClaimReader, claims_of, rerank
from describe_changes.core.captions.facts import penalise_disagreement
from describe_changes.core.captions.mask_consistency import (
    count_agrees,
    count_components,
    place_agrees,
    select_consistent,
)
from describe_changes.core.models.config import Channel
from describe_changes.core.models.decoding import ClaimWords, Decoding
from describe_changes.core.models.packs import PackManifest
from pydantic import ValidationError

SPANISH = Decoding(
    words=ClaimWords(
        objects={"building": ("casa", "casas"), "road": ("calle",)},
        one=("casa",),
        several=("casas",),
        numbers={"2": ("dos",), "4+": ("muchas",)},
        single=("una",),
        places={"top": ("arriba",), "bottom": ("abajo",), "left": ("izquierda",), "right": ("derecha",)},
        removed=("demolida",),
        implied_by={"number 2": ("number 4+",)},
    )
)
BUILDING = (Channel(name="building appeared", class_name="building", transition="appeared"),)


def mask(*boxes: tuple[int, int, int, int]) -> np.ndarray:
    drawn = np.zeros((1, 64, 64), bool)
    for top, bottom, left, right in boxes:
        drawn[0, top:bottom, left:right] = True
    return drawn


def test_claims_are_found_in_the_words_of_the_pack():
    reader = ClaimReader(SPANISH.words)
    assert reader.claims_of("dos casas arriba") == {"building", "number 2", "at top"}
    assert reader.claims_of("una casa demolida") == {"building", "number 1", "removal"}
    assert claims_of("dos casas arriba") == frozenset()
    assert reader.borne_out_by("number 2") == {"number 2", "number 4+"}
    assert reader.object_of("calle") == "road"


def test_a_sentence_is_held_against_the_mask_in_the_words_of_the_pack():
    at_top = mask((2, 12, 20, 40))
    sentences = ["casas abajo", "casas arriba"]
    words = {"building": ("casas", "casa")}
    assert select_consistent(sentences, at_top, BUILDING, words, SPANISH, ClaimReader(SPANISH.words)) == 1
    assert select_consistent(sentences, at_top, BUILDING, words) == 0  # other words say nothing of place
    assert place_agrees(at_top[0], ["abajo"])
    assert not place_agrees(at_top[0], ["abajo"], SPANISH)


def test_numbers_shares_and_patches_are_the_packs():
    two = mask((2, 12, 2, 12), (40, 50, 40, 50))[0]
    assert count_components(two) == 2
    assert count_components(two, Decoding(least_patch_share=0.1)) == 0
    assert not count_agrees(2, "a house is built")
    assert count_agrees(2, "a house is built", Decoding(patches_of={"number 1": (0, 3)}))
    half = mask((0, 64, 0, 64))[0]
    assert place_agrees(half, ["top"])  # half of the pixels lie there
    assert not place_agrees(half, ["top"], Decoding(side_share=0.6))


def test_the_order_of_a_beam_follows_temperature_and_length():
    found = [(math.log(0.5), "a house is built"), (math.log(0.48), "many houses are built along the road now")]
    assert rerank(found, 0.0) == [0, 1]
    assert rerank(found, 1e-9, Decoding(length_power=1.0)) == [0, 1]  # the mean per token
    assert rerank(found, 1e-9, Decoding(length_power=0.0)) == [0, 1]  # the sum: the short one still
    close = [(math.log(0.5), "a house is built"), (math.log(0.499), "houses")]
    assert rerank(close, 1e-9, Decoding(length_power=1.0)) == [0, 1]
    assert rerank(close, 1e-9, Decoding(length_power=0.0)) == [1, 0]


def test_the_factor_of_a_contradicted_caption():
    words = {"building": ("house",)}
    assert penalise_disagreement(0.8, "a house", frozenset(), words) == 0.4
    assert penalise_disagreement(0.8, "a house", frozenset(), words, 0.25) == 0.2


def test_a_manifest_without_the_block_has_the_usual_one_and_keeps_its_own():
    plain = PackManifest.model_validate({"name": "x", "architecture": {}})
    assert plain.decoding == Decoding()
    own = PackManifest(name="x", architecture=plain.architecture, decoding=SPANISH)
    assert PackManifest.model_validate_json(own.model_dump_json()).decoding == SPANISH
    with pytest.raises(ValidationError, match="colour"):
        PackManifest.model_validate({"name": "x", "architecture": {}, "decoding": {"colour": 1}})
