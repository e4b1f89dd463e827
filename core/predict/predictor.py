"""Run the model on tiles; skip tiles that are empty or identical.

What a tile gets must not depend on the tiles that happen to share its batch, or two block sizes would give two
results. So encoder and decoder always see batches of one size, filled up with empty tiles (measured: convolutions
and products of matrices then give every position the same bits).

Words are written for many tiles at once, long after their pixels are gone: `encode` gives each tile what its words
need, and `describe` writes them. `predict` does both.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray

from ..captions.claims import ClaimReader, rerank
from ..captions.mask_consistency import select_consistent
from ..captions.no_change import denies_change
from ..captions.sentence_choice import (
    Candidate,
    join_confidence,
    order_sentences,
    sentence_features,
    sentence_probabilities,
)
from ..errors import InputError
from ..schema import SkipReason
from .batches import batch_on_device
from .class_mask import override_threshold
from .device import DeviceChoice
from .memory import keep_freed_memory
from .networks import TILES_PER_BATCH, Network, OpenVinoNetwork, TorchNetwork, build_model
from .quantization import UINT16_LEVELS, from_uint16

if TYPE_CHECKING:
    from ..models.beam_search import Found
    from ..models.packs import ModelPack

TILES_DESCRIBED_AT_ONCE = 64
"""Tiles whose words are written together; each takes some 4 MB meanwhile."""


@dataclass(frozen=True)
class TilePrediction:
    """Prediction for one tile.

    Attributes:
        caption: the sentence; of a skipped tile that of its reason, empty where none was asked for.
        change_score: calibrated probability that the tile shows a change, 0–1.
        confidence: 0–1.
        probabilities: float32 (C, T, T) in 0…1.
        skip_reason: empty, or the :class:`SkipReason` for which the model or its decoder was not asked.
        candidates: all sentences that were found, best first.
    """

    caption: str
    change_score: float
    confidence: float
    probabilities: NDArray[np.float32]
    skip_reason: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class EncodedTile:
    """A tile that the network has seen, without words.

    Attributes:
        prediction: all but the sentence.
        memory: (L, D) tokens for the decoder; None where it need not be asked.
        judged: logit of each claim that a sentence may make; empty without a claim head.
    """

    prediction: TilePrediction
    memory: torch.Tensor | None = None
    judged: Mapping[str, float] = field(default_factory=dict)


class Predictor:
    """A model pack on a device.

    Args:
        pack: verified pack.
        device: from :func:`choose_device`.
        threshold: common threshold of all channels in place of the pack's, 0–1.
        batch_size: tiles per encoder pass; by default 4 on a CPU, 32 on a GPU.
    """

    def __init__(
        self,
        pack: ModelPack,
        device: DeviceChoice,
        threshold: float | None = None,
        batch_size: int | None = None,
    ) -> None:
        self.pack = pack
        self.device = device
        self.channels = override_threshold(pack.channels, threshold)
        self.batch_size = batch_size or (TILES_PER_BATCH if device.device == "cpu" else 32)
        keep_freed_memory()
        model = build_model(pack, device)
        self._decoder, self._claim_head = model.decoder, model.claim_head
        if device.device == "cpu":
            if device.precision == "bf16":
                self._decoder.lower_precision()
            self._decoder.lay_out_for_processor()
        self._network: Network = (
            TorchNetwork(model, device) if device.backend == "torch" else OpenVinoNetwork(pack, device)
        )
        self.rules, self.reader = pack.manifest.decoding, ClaimReader(pack.manifest.decoding.words)
        expected = pack.manifest.input
        self._mean = torch.tensor(expected.mean, device=device.torch_device).reshape(1, 1, 3, 1, 1)
        self._std = torch.tensor(expected.std, device=device.torch_device).reshape(1, 1, 3, 1, 1)
        self._thresholds = torch.tensor(
            [channel.threshold for channel in self.channels], device=device.torch_device
        ).reshape(len(self.channels), 1, 1)
        self._least = _least_float32([channel.threshold for channel in self.channels]).reshape(-1, 1, 1)

    def predict(
        self,
        images: Sequence[NDArray[np.uint8]] | NDArray[np.uint8],
        valid: Sequence[NDArray[np.bool_]] | NDArray[np.bool_],
        captions: Sequence[bool] | None = None,
        check: Callable[[], None] | None = None,
    ) -> list[TilePrediction]:
        """Describe tiles.

        Args:
            images: uint8 (2, 3, T, T) of each tile, before and after.
            valid: bool (2, T, T) of each.
            captions: per tile whether a sentence is wanted; by default of all.
            check: called before each batch; raises to stop.

        Raises:
            InputError: one tile alone does not fit into the device's memory.
        """
        encoded = self.encode(images, valid, check)
        rows = [row for row in range(len(encoded)) if captions is None or captions[row]]
        results = [tile.prediction for tile in encoded]
        for row, prediction in zip(rows, self.describe([encoded[row] for row in rows], check=check), strict=True):
            results[row] = prediction
        return results

    def encode(
        self,
        images: Sequence[NDArray[np.uint8]] | NDArray[np.uint8],
        valid: Sequence[NDArray[np.bool_]] | NDArray[np.bool_],
        check: Callable[[], None] | None = None,
    ) -> list[EncodedTile]:
        """All but the words of tiles; arguments and errors as of `predict`."""
        both: list[NDArray[np.bool_]] = [np.logical_and(*dates) for dates in valid]
        results: dict[int, EncodedTile] = {}
        asked: list[int] = []
        for index in range(len(images)):
            gate = _skip_reason(images[index], both[index])
            if gate is not None:
                results[index] = EncodedTile(self._gated(gate, images[index].shape[-1]))
            else:
                asked.append(index)
        while asked:
            if check is not None:
                check()
            rows = asked[: self.batch_size]
            try:
                encoded = self._encode_batch([images[row] for row in rows], [both[row] for row in rows])
            except torch.OutOfMemoryError as error:
                self._shrink(error)
                continue
            results.update(zip(rows, encoded, strict=True))
            del asked[: len(rows)]
        return [results[index] for index in range(len(images))]

    def describe(
        self,
        tiles: Sequence[EncodedTile],
        masks: Sequence[NDArray[np.bool_]] | None = None,
        check: Callable[[], None] | None = None,
    ) -> list[TilePrediction]:
        """Give tiles their sentences; the more at once, the cheaper.

        Args:
            tiles: from `encode`.
            masks: per tile the changed pixels (C, T, T) that its sentence is held against; by default the model's.
            check: called before each batch; raises to stop.
        """
        results = [tile.prediction for tile in tiles]
        rows = [row for row, tile in enumerate(tiles) if tile.memory is not None]
        for row, sentences in zip(rows, self.sentences([tiles[row] for row in rows], check), strict=True):
            own = results[row]
            mask = self.masks(own.probabilities) if masks is None else masks[row]
            said = sentences[self._borne_out([sentence.text for sentence in sentences], mask)]
            sure = round(join_confidence(own.confidence, said.probability, self.rules), 6)
            results[row] = replace(own, caption=said.text, confidence=sure, candidates=tuple(sentences))
        return results

    @torch.inference_mode()
    def sentences(self, tiles: Sequence[EncodedTile], check: Callable[[], None] | None = None) -> list[list[Candidate]]:
        """Sentences that could be said of each tile, best first.

        Args:
            tiles: from `encode`, with something for the decoder.
            check: as in `describe`.
        """
        said: list[list[Candidate]] = []
        for start in range(0, len(tiles), TILES_DESCRIBED_AT_ONCE):
            if check is not None:
                check()
            some = tiles[start : start + TILES_DESCRIBED_AT_ONCE]
            told = [self._counts_as_changed(tile.prediction.change_score) for tile in some]
            memory = torch.stack([tile.memory for tile in some if tile.memory is not None])
            flags = torch.tensor(told, device=memory.device)
            rows = None if self.device.device == "cpu" else TILES_DESCRIBED_AT_ONCE  # a GPU wants few launches
            found = self._decoder.beam(memory, self.pack.manifest.beam, flags, rows).hypotheses
            said += [
                self._ordered(sentences, changed, tile.judged)
                for sentences, changed, tile in zip(found, told, some, strict=True)
            ]
        return said

    def masks(self, probabilities: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Changed pixels (C, T, T) of a tile's probabilities, by the thresholds in force."""
        changed: NDArray[np.bool_] = probabilities >= self._least
        return changed

    def _counts_as_changed(self, score: float) -> bool:
        return score >= self.pack.manifest.calibration.threshold

    def _gated(self, gate: SkipReason, size: int) -> TilePrediction:
        empty = np.broadcast_to(np.float32(0), (len(self.channels), size, size))  # takes no memory
        return TilePrediction(gate.caption, 0.0, 1.0 if gate is SkipReason.IDENTICAL else 0.0, empty, gate)

    def _shrink(self, error: torch.OutOfMemoryError) -> None:
        if self.batch_size == 1:
            raise InputError(
                f"{self.device.description} has not enough memory for one tile; choose a smaller --tile-size or "
                "--device cpu."
            ) from error
        self.batch_size //= 2
        torch.cuda.empty_cache()

    @torch.inference_mode()
    def _encode_batch(
        self, images: Sequence[NDArray[np.uint8]], both: Sequence[NDArray[np.bool_]]
    ) -> list[EncodedTile]:
        """Encode one batch of up to the batch size, (2, 3, T, T) and (T, T) each."""
        count = len(images)
        usable = batch_on_device(both, self.batch_size, self.device.torch_device)
        encoded = self._encode(images, usable)
        logits = encoded.change_logit[:count].double().cpu()
        calibration = self.pack.manifest.calibration
        scores = torch.sigmoid(calibration.scale * logits + calibration.offset).tolist()
        probabilities = self._probabilities(encoded.mask_logits, usable.shape[-1])
        judged = self._judged(encoded.memory, probabilities)
        probabilities = probabilities[:count]
        changed = (probabilities >= self._thresholds) & usable[:count, None]
        seen = changed.flatten(1).view(torch.uint8).any(dim=1).tolist()  # of bytes, far faster than of truths
        maps = from_uint16((probabilities * UINT16_LEVELS).round_().cpu().numpy().astype(np.uint16))
        known = [self._undescribed(score, bool(seen[row]), maps[row]) for row, score in enumerate(scores)]
        memory = encoded.memory.float()
        return [
            EncodedTile(own) if own.skip_reason else EncodedTile(own, memory[row].clone(), judged[row])
            for row, own in enumerate(known)
        ]

    def _judged(self, memory: torch.Tensor, probabilities: torch.Tensor) -> list[dict[str, float]]:
        """Logit of each claim, per tile of a whole batch."""
        if self._claim_head is None:
            return [{}] * len(memory)
        claims = self._claim_head.config.claims
        return [dict(zip(claims, row, strict=True)) for row in self._claim_head(memory, probabilities).tolist()]

    def _encode(self, images: Sequence[NDArray[np.uint8]], usable: torch.Tensor) -> Any:
        """One encoder pass over a whole batch; the images are filled up with empty tiles."""
        pixels = batch_on_device(images, self.batch_size, self.device.torch_device)
        values = pixels.float().div_(255.0).sub_(self._mean).div_(self._std)
        return self._network.encode(values.mul_(usable[:, None, None]))  # what one date lacks must look alike on both

    def _probabilities(self, logits: torch.Tensor | None, size: int) -> torch.Tensor:
        """(B, C, T, T) logits → probabilities; no channels without a mask head."""
        if logits is None:
            return torch.zeros((self.batch_size, 0, size, size), device=self.device.torch_device)
        return logits.float().sigmoid()

    def _undescribed(self, score: float, seen: bool, maps: NDArray[np.float32]) -> TilePrediction:
        """A prediction as far as it goes without the decoder."""
        score = round(score, 6)
        changed = self._counts_as_changed(score)
        if not changed and not seen:
            gate = SkipReason.NO_CHANGE
            return TilePrediction(gate.caption, score, round(1 - score, 6), maps, gate)
        return TilePrediction("", score, score if changed else round(1 - score, 6), maps, "")

    def _ordered(self, found: Found, told: bool, judged: Mapping[str, float]) -> list[Candidate]:
        """Sentences of one tile, best first; one that counts as changed is not said to be the same if avoidable."""
        said = [(mean, self.pack.vocabulary.decode(ids)) for mean, ids in found]
        if told:
            said = [sentence for sentence in said if not denies_change(sentence[1])] or said
        rules, reader, claims = self.rules, self.reader, list(judged)
        features = sentence_features(said, judged, reader, rules) if claims else np.empty((len(said), 0))
        if rules.choice and claims:
            order = order_sentences(features, rules.choice, claims)
        else:
            order = rerank(said, self.pack.manifest.claim_penalty, rules, reader)
        if rules.confidence and claims:
            sure = sentence_probabilities(features, rules.confidence, claims)
        else:
            sure = [min(1.0, math.exp(mean)) for mean, _ in said]
        return [Candidate(said[index][1], said[index][0], sure[index]) for index in order]

    def _borne_out(self, sentences: Sequence[str], masks: NDArray[np.bool_]) -> int:
        """Index of the sentence to give, best first, (C, T, T) changed pixels at hand."""
        if len(sentences) == 1 or not self.channels:
            return 0
        return select_consistent(
            sentences, masks, self.channels, self.pack.manifest.class_words, self.rules, self.reader
        )


def _least_float32(thresholds: Sequence[float]) -> NDArray[np.float32]:
    """The smallest numbers in float32 that reach the thresholds: comparing with these is as exact, and faster."""
    exact = np.array(thresholds, np.float64)
    near = exact.astype(np.float32)
    return np.where(near < exact, np.nextafter(near, np.float32(np.inf)), near)


def _skip_reason(images: NDArray[np.uint8], both: NDArray[np.bool_]) -> SkipReason | None:
    """Why the model need not see a tile, (2, 3, T, T) and (T, T); None if it must."""
    if not both.any():
        return SkipReason.NO_DATA
    differs = (images[0] != images[1]).any(axis=0)
    return None if (differs & both).any() else SkipReason.IDENTICAL
