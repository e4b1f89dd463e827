"""The decoder against itself without a cache, against exhaustive search, and against the size of its batch."""

from __future__ import annotations

import itertools

import pytest
import torch
from describe_changes.core.models.config import DecoderConfig
from describe_changes.core.models.decoder import CaptionDecoder
from describe_changes.core.models.vocabulary import BOS, EOS, PAD, UNK


@pytest.fixture(params=["pre", "post"])
def decoder(request: pytest.FixtureRequest) -> CaptionDecoder:
    torch.manual_seed(3)
    config = DecoderConfig(layers=2, heads=2, feedforward=32, norm=request.param, max_length=9)
    model = CaptionDecoder(config, dim=16, vocabulary_size=12).eval()
    torch.nn.init.normal_(model.embedding.weight, std=0.5)
    return model


@pytest.fixture
def memory() -> torch.Tensor:
    return torch.randn(5, 7, 16, generator=torch.Generator().manual_seed(1))


def greedy_without_cache(decoder: CaptionDecoder, memory: torch.Tensor) -> list[list[int]]:
    """The published way: the whole sentence again for every word, one row at a time."""
    captions = []
    for row in memory:
        ids = [BOS]
        for _ in range(decoder.max_length - 1):
            logits = decoder(row[None], torch.tensor([ids]))[0, -1].clone()
            logits[[PAD, BOS, UNK]] = -torch.inf
            word = int(logits.argmax())
            if word == EOS:
                break
            ids.append(word)
        captions.append(ids[1:])
    return captions


@torch.no_grad()
def test_cached_greedy_writes_what_the_uncached_decoder_writes(decoder: CaptionDecoder, memory: torch.Tensor) -> None:
    captions = decoder.beam(memory, 1)
    assert captions.ids == greedy_without_cache(decoder, memory)
    assert len({len(ids) for ids in captions.ids}) > 1 or len(captions.ids[0]) == decoder.max_length - 1


@torch.no_grad()
def test_caption_does_not_depend_on_the_batch(decoder: CaptionDecoder, memory: torch.Tensor) -> None:
    for width in (1, 3):
        together = decoder.beam(memory, width)
        alone = [decoder.beam(row[None], width) for row in memory]
        assert together.ids == [caption.ids[0] for caption in alone]
        torch.testing.assert_close(
            together.log_probabilities, torch.cat([caption.log_probabilities for caption in alone])
        )


@torch.no_grad()
def test_several_captions_per_row_are_scored_like_repeated_rows(decoder: CaptionDecoder, memory: torch.Tensor) -> None:
    tokens = torch.randint(4, 12, (5, 3, 6), generator=torch.Generator().manual_seed(2))
    together = decoder(memory, tokens)
    for k in range(3):
        torch.testing.assert_close(together[:, k], decoder(memory, tokens[:, k]))


@torch.no_grad()
def test_a_wide_beam_finds_the_best_sentence_of_all() -> None:
    torch.manual_seed(5)
    config = DecoderConfig(layers=1, heads=2, feedforward=16, max_length=4)
    decoder = CaptionDecoder(config, dim=8, vocabulary_size=8).eval()
    torch.nn.init.normal_(decoder.embedding.weight, std=1.0)
    memory = torch.randn(1, 3, 8)
    words = [4, 5, 6, 7]
    best = max(
        (_mean_log_probability(decoder, memory, list(sentence)), list(sentence))
        for length in range(3)
        for sentence in itertools.product(words, repeat=length)
    )
    found = decoder.beam(memory, width=16)
    assert found.ids[0] == best[1]
    assert float(found.log_probabilities[0]) == pytest.approx(best[0], abs=1e-5)


def _mean_log_probability(decoder: CaptionDecoder, memory: torch.Tensor, words: list[int]) -> float:
    ids = [BOS, *words, EOS]
    logits = decoder(memory, torch.tensor([ids[:-1]]))[0].log_softmax(dim=-1)
    return float(sum(logits[i, word] for i, word in enumerate(ids[1:])) / (len(ids) - 1))


@torch.no_grad()
def test_specials_are_never_written(decoder: CaptionDecoder, memory: torch.Tensor) -> None:
    decoder.output.bias[[PAD, BOS, UNK]] = 50.0
    for width in (1, 2):
        written = {word for ids in decoder.beam(memory, width).ids for word in ids}
        assert not written & {PAD, BOS, UNK, EOS}


def sure_decoder() -> CaptionDecoder:
    """Sure of its words, and of others for each row, as a trained decoder is."""
    torch.manual_seed(3)
    decoder = CaptionDecoder(DecoderConfig(layers=1, heads=2, feedforward=32, max_length=12), 16, 24).eval()
    with torch.no_grad():
        for weight in decoder.layers.parameters():
            weight.mul_(4 if weight.dim() > 1 else 1)
        decoder.embedding.weight.mul_(15)
        decoder.output.bias[EOS] += 1
    return decoder


@pytest.mark.parametrize("precision", ["float32", "float32 by oneDNN", "bfloat16"])
def test_what_a_row_finds_does_not_depend_on_the_rows_beside_it(precision: str) -> None:
    """To the bit: rows end at different words, groups are filled up, and rows move from the emptiest to the others."""
    decoder, memory = sure_decoder(), 3 * torch.randn(11, 5, 16)
    if precision == "bfloat16":
        decoder.lower_precision()
    if precision != "float32":
        decoder.lay_out_for_processor()
    together = decoder.beam(memory, 4, rows=3).hypotheses
    assert len({len(found[0][1]) for found in together}) > 4
    for row in range(len(memory)):
        assert decoder.beam(memory[row : row + 1], 4, rows=3).hypotheses == [together[row]]
    order = torch.randperm(11, generator=torch.Generator().manual_seed(1))
    shuffled = decoder.beam(memory[order], 4, rows=3).hypotheses
    assert shuffled == [together[int(row)] for row in order]


@torch.no_grad()
def searched_slowly(decoder: CaptionDecoder, memory: torch.Tensor, width: int, enough: int) -> list[list[int]]:
    """A beam search on lists, one row, the whole sentence again for every word; sentences likeliest first."""
    beams: list[tuple[float, list[int]]] = [(0.0, [BOS])]
    ended: list[tuple[float, list[int]]] = []
    for step in range(decoder.max_length - 1):
        candidates = []
        for score, ids in beams:
            logits = decoder(memory[None], torch.tensor([ids]))[0, -1].log_softmax(0).tolist()
            candidates += [(score + p, [*ids, w]) for w, p in enumerate(logits) if w not in (PAD, BOS, UNK)]
        candidates.sort(key=lambda c: -c[0])
        ended += [(score / (step + 1), ids[1:-1]) for score, ids in candidates[:width] if ids[-1] == EOS]
        beams = [c for c in candidates[: 2 * width] if c[1][-1] != EOS][:width]
        best = max((mean for mean, _ in ended), default=-float("inf"))
        if len(ended) >= enough or best >= candidates[0][0] / (decoder.max_length - 1):
            break
    return [ids for _, ids in sorted(ended, key=lambda e: -e[0])] or [beams[0][1][1:]]


def test_the_search_finds_what_a_slow_one_finds() -> None:
    decoder, memory = sure_decoder(), 3 * torch.randn(9, 5, 16)
    for width, enough in ((3, 4), (6, 9)):
        found = decoder.beam(memory, width, rows=4).hypotheses
        slow = [searched_slowly(decoder, row, width, enough) for row in memory]
        assert [[ids for _, ids in sentences] for sentences in found] == slow


@torch.no_grad()
def test_weights_laid_out_for_a_processor_give_the_same_products() -> None:
    decoder, memory = sure_decoder(), 3 * torch.randn(5, 5, 16)
    before = decoder.beam(memory, 4)
    decoder.lay_out_for_processor()
    after = decoder.beam(memory, 4)
    assert after.ids == before.ids
    torch.testing.assert_close(after.log_probabilities, before.log_probabilities)
