"""Evaluate a model pack on a data set: captions, change flag and masks beside the blind baselines.

The pack runs through the engine's own `Predictor`, so what is measured is what a user gets. Caption figures are
× 100; accuracies, F1 and IoU are fractions.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ...core.captions.claims import unsupported_claims
from ...core.errors import InputError
from ...core.models.config import Channel
from ..data.datasets import PairSample, load_dataset, read_masks, read_pair
from ..data.tokenization import TokenIds, is_protocol_no_change
from ..schema import LABELLED
from .baselines import CONSTANT_SENTENCE, score_baselines
from .calibration import reliability
from .caption_metrics import Meteor, Score, not_computed, open_meteor, score_captions
from .mask_metrics import PixelCounts, class_mask, count_regions
from .tiling import TilingPlan, extract_tiles, merge_probabilities, plan_tiling

if TYPE_CHECKING:
    from ...core.models.packs import ModelPack, PackInput
    from ...core.predict.predictor import TilePrediction

Progress = Callable[[int, int], None]
_CHUNK = 32


class TilePredictor(Protocol):
    """The part of the engine's predictor that an evaluation needs."""

    @property
    def channels(self) -> Sequence[Channel]:
        """Channels of the mask head with the thresholds in force."""

    def predict(self, images: NDArray[np.uint8], valid: NDArray[np.bool_]) -> Sequence[TilePrediction]:
        """Describe (N, 2, 3, T, T) tiles."""


@dataclass(frozen=True)
class PairResult:
    """Result of a pack for one pair.

    Attributes:
        sample: the pair.
        caption: its sentence; of a pair that the engine's gate passed over, the constant no-change sentence.
        change_score: 0–1; the largest over the pair's tiles.
        says_changed: the score is at or above the pack's threshold.
        skip_reason: why no sentence was asked of the decoder; empty if one was.
        confidence: of the sentence, 0–1, before it is held against measured facts.
        counts: compared pixels per class that both the data set labels and the pack knows.
        regions: regions found and wanted per such class.
    """

    sample: PairSample
    caption: str
    change_score: float
    says_changed: bool
    skip_reason: str
    confidence: float
    counts: Mapping[str, PixelCounts]
    regions: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def evaluate_pack(
    pack: ModelPack,
    data: Path,
    split: str,
    beam: int | None = None,
    device: str = "auto",
    *,
    layout: str = "auto",
    class_name: str | None = None,
    gsd_m: float | None = None,
    read_at_m: float | None = None,
    backend: str = "torch",
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Measure a pack on one split of a data set.

    Args:
        pack: a loaded pack.
        data: folder of a data set in one of the known layouts.
        split: `train`, `val` or `test`.
        beam: width of the beam search, 1 is greedy; by default the pack's own.
        device: `auto`, `cpu`, `cuda[:N]` or `mps`.
        layout: name of the layout, or `auto`.
        class_name: what the masks mark, in place of what the folder's name says.
        gsd_m: metres per pixel of the images, in place of what the data set says.
        read_at_m: metres per pixel at which the model sees pairs without captions, in place of the engine's choice.
        backend: library that runs the network on a processor: `torch`, `openvino` or `auto`.
        progress: called with pairs done and in all.

    Returns:
        The table of `summarize`, and what was run on what.

    Raises:
        InputError: data or device are not there.
    """
    from ...core.predict.device import choose_device
    from ...core.predict.networks import choose_backend
    from ...core.predict.predictor import Predictor

    samples = load_dataset(data, split, layout)  # nosec B615 - our own function, which reads a folder
    samples = tuple(relabel(sample, class_name, gsd_m) for sample in samples)
    if read_at_m is not None and any(sample.gsd_m is None for sample in samples):
        raise InputError(f"the pixel size of {data} is not known; give it with --gsd")
    chosen = choose_device(device)
    chosen = chosen.with_backend(choose_backend(backend, chosen, pack)[0])
    manifest = pack.manifest if beam is None else pack.manifest.model_copy(update={"beam": beam})
    predictor = Predictor(dataclasses.replace(pack, manifest=manifest), chosen)
    threshold = manifest.calibration.threshold
    results = list(describe_pairs(predictor, samples, manifest.input, threshold, progress, read_at_m))
    training = _captions_of_split(data, "train", layout)
    everything = [*training, *(text for sample in samples for text in sample.captions)]
    table = summarize(results, training, TokenIds.from_captions(everything))
    ran = {"model": pack.name, "data": str(data), "split": split, "beam": manifest.beam, "device": chosen.description}
    asked = {"class": class_name, "gsd_m": gsd_m, "read_at_m": read_at_m}
    return ran | {name: value for name, value in asked.items() if value is not None} | table


def relabel(sample: PairSample, class_name: str | None, gsd_m: float | None) -> PairSample:
    """The sample with another class of its mask, or another pixel size.

    Raises:
        InputError: its mask names several classes itself.
    """
    if class_name is not None:
        if sample.semantic is not None or len(sample.mask_values) > 1:
            raise InputError(f"the masks of {sample.source or sample.id} name several classes; leave out --class")
        values = dict.fromkeys([class_name], next(iter(sample.mask_values.values()), LABELLED))
        sample = dataclasses.replace(sample, mask_values=values)
    return sample if gsd_m is None else dataclasses.replace(sample, gsd_m=gsd_m)


def describe_pairs(
    predictor: TilePredictor,
    samples: Sequence[PairSample],
    expected: PackInput,
    threshold: float,
    progress: Progress | None = None,
    read_at_m: float | None = None,
) -> Iterator[PairResult]:
    """Run a predictor over pairs, a few at a time, so that memory does not grow with the data set.

    Args:
        predictor: the engine's.
        samples: what to describe.
        expected: tile size and GSD range of the pack.
        threshold: change score from which a pair counts as changed.
        progress: called with pairs done and in all.
        read_at_m: see `evaluate_pack`.

    Yields:
        One result per pair, in order.
    """
    done = 0
    for group in _in_chunks(samples, expected, read_at_m):
        described = predictor.predict(
            np.concatenate([view.tiles for view in group]), np.concatenate([view.valid for view in group])
        )
        start = 0
        for view in group:
            own = described[start : start + len(view.tiles)]
            start += len(view.tiles)
            yield _result(view, own, predictor.channels, threshold)
            done += 1
            if progress is not None:
                progress(done, len(samples))


@dataclass(frozen=True)
class _View:
    """A pair as the tiles that are shown to the predictor: (N, 2, 3, T, T) and (N, 2, T, T)."""

    sample: PairSample
    frame: TilingPlan
    tiles: NDArray[np.uint8]
    valid: NDArray[np.bool_]


def _in_chunks(samples: Sequence[PairSample], expected: PackInput, read_at_m: float | None) -> Iterator[list[_View]]:
    """Yield pairs until a chunk of tiles is full: the predictor fills small batches up, which costs time."""
    group: list[_View] = []
    for sample in samples:
        images = read_pair(sample)
        whole = bool(sample.captions)
        frame = plan_tiling(images.shape[2:], sample.gsd_m, expected, whole=whole, read_at_m=read_at_m)
        group.append(_View(sample, frame, *extract_tiles(images, frame)))
        if sum(len(view.tiles) for view in group) >= _CHUNK:
            yield group
            group = []
    if group:
        yield group


def _result(view: _View, tiles: Sequence[TilePrediction], channels: Sequence[Channel], threshold: float) -> PairResult:
    best = max(tiles, key=lambda tile: tile.change_score)
    probabilities = merge_probabilities([tile.probabilities for tile in tiles], view.frame)
    return PairResult(
        view.sample,
        CONSTANT_SENTENCE if best.skip_reason else best.caption,
        best.change_score,
        best.change_score >= threshold,
        best.skip_reason,
        best.confidence,
        *_compare_masks(view.sample, probabilities, channels),
    )


def summarize(
    results: Sequence[PairResult],
    training_captions: Sequence[str] = (),
    ids: TokenIds | None = None,
    meteor: Meteor | None = None,
) -> dict[str, Any]:
    """Turn results into the evaluation's table.

    Args:
        results: what `describe_pairs` gave.
        training_captions: of the same data set, for the most frequent one.
        ids: numbering of the words for `METEOR (ids)`.
        meteor: a process from `metrics.open_meteor` to share; by default one is started and ended here.

    Returns:
        `n, n_changed, n_captioned, n_skipped, distinct_captions`, `distinct_captions_changed` and
        `commonest_three_share` (of changed pairs), `change_accuracy` (by the change score),
        `caption_change_accuracy` (by what the sentence says), `changed_recall, unchanged_recall`, `mask`,
        `all` and `changed` with every caption metric, `baselines` by name with `all` and `changed`,
        `calibration` (of the change score), `confidence` (of the sentence), and `by_source` and `by_gsd` where there is
        more than one.

    Raises:
        InputError: there are no results.
    """
    if not results:
        raise InputError("there are no pairs to evaluate")
    if meteor is None:
        with open_meteor() as opened:
            return summarize(results, training_captions, ids, opened)
    table = _flag_scores(results)
    table["mask"] = _mask_scores(results)
    captioned = [result for result in results if result.sample.captions]
    subsets = {"all": captioned, "changed": [result for result in captioned if result.sample.changed]}
    table |= {name: _caption_scores(part, ids, meteor) for name, part in subsets.items()}
    table["baselines"] = _baselines(subsets, training_captions, ids, meteor)
    table["calibration"] = _calibration(results)
    table["confidence"] = _confidence(captioned)
    for name, key in (("by_source", _source), ("by_gsd", _gsd)):
        groups = _group(results, key)
        if len(groups) > 1:
            table[name] = {label: _group_scores(part, ids, meteor) for label, part in groups.items()}
    return table


def _compare_masks(
    sample: PairSample, probabilities: NDArray[np.float32], channels: Sequence[Channel]
) -> tuple[dict[str, PixelCounts], dict[str, tuple[int, int]]]:
    """Pixels, and regions found and wanted, per class."""
    counts, regions = {}, {}
    for name, reference in read_masks(sample).items():
        predicted = class_mask(probabilities, channels, name)
        if predicted is not None:
            counts[name] = PixelCounts.compare(predicted, reference)
            regions[name] = count_regions(predicted), count_regions(reference)
    return counts, regions


def _flag_scores(results: Sequence[PairResult]) -> dict[str, Any]:
    known = [result for result in results if result.sample.changed is not None]
    changed = [result for result in known if result.sample.changed]
    unchanged = [result for result in known if not result.sample.changed]
    spoken = [result for result in known if result.sample.captions]
    missing = not_computed("the data set does not say which pairs changed")
    return {
        "n": len(results),
        "n_changed": len(changed),
        "n_captioned": sum(bool(result.sample.captions) for result in results),
        "n_skipped": sum(bool(result.skip_reason) for result in results),
        "distinct_captions": len({result.caption for result in results if result.sample.captions}),
        "distinct_captions_changed": len({result.caption for result in changed if result.sample.captions}),
        "commonest_three_share": _commonest([r.caption for r in changed if r.sample.captions]),
        "change_accuracy": _share(known, lambda r: r.says_changed == r.sample.changed, missing),
        "caption_change_accuracy": _share(
            spoken, lambda r: is_protocol_no_change(r.caption) != r.sample.changed, missing
        ),
        "changed_recall": _share(changed, lambda r: r.says_changed, missing),
        "unchanged_recall": _share(unchanged, lambda r: not r.says_changed, missing),
    }


def _commonest(captions: Sequence[str], count: int = 3) -> float | None:
    """Share of the commonest captions among all."""
    shares = Counter(captions).most_common(count)
    return sum(number for _, number in shares) / len(captions) if captions else None


def _share(results: Sequence[PairResult], holds: Callable[[PairResult], bool], missing: str) -> Score:
    return sum(map(holds, results)) / len(results) if results else missing


def _mask_scores(results: Sequence[PairResult]) -> dict[str, Any] | str:
    pooled: dict[str, PixelCounts] = {}
    for result in results:
        for name, counts in result.counts.items():
            pooled[name] = pooled.get(name, PixelCounts()) + counts
    if not pooled:
        return not_computed("the data set labels no class that the pack's masks know")
    return {name: {**counts.scores(), "count_error": _count_error(results, name)} for name, counts in pooled.items()}


def _count_error(results: Sequence[PairResult], name: str) -> float | None:
    """Mean absolute difference of the number of regions, over the pairs in which the class changed."""
    counted = [result.regions[name] for result in results if name in result.regions]
    errors = [abs(found - wanted) for found, wanted in counted if wanted]
    return sum(errors) / len(errors) if errors else None


def _caption_scores(results: Sequence[PairResult], ids: TokenIds | None, meteor: Meteor) -> dict[str, Score] | str:
    if not results:
        return not_computed("no captions")
    hypotheses = {result.sample.id: result.caption for result in results}
    references = {result.sample.id: result.sample.captions for result in results}
    return score_captions(hypotheses, references, ids=ids, meteor=meteor)


def _baselines(
    subsets: Mapping[str, Sequence[PairResult]],
    training: Sequence[str],
    ids: TokenIds | None,
    meteor: Meteor,
) -> dict[str, Any] | str:
    if not subsets["all"]:
        return not_computed("no captions")
    tables: dict[str, dict[str, Any]] = {}
    for subset, results in subsets.items():
        references = {result.sample.id: result.sample.captions for result in results}
        changed = {result.sample.id: bool(result.sample.changed) for result in results}
        scored = score_baselines(references, changed, training, ids=ids, meteor=meteor) if results else {}
        for name, figures in scored.items():
            tables.setdefault(name, {})[subset] = figures
    return tables


def _calibration(results: Sequence[PairResult]) -> dict[str, Any] | str:
    known = [(result.change_score, result.sample.changed) for result in results]
    pairs = [(score, changed) for score, changed in known if changed is not None]
    if not pairs:
        return not_computed("the data set does not say which pairs changed")
    return reliability([score for score, _ in pairs], [changed for _, changed in pairs])


def _confidence(captioned: Sequence[PairResult]) -> dict[str, Any] | str:
    """Confidence of the sentences against whether they hold: the references bear out all claims, and the change."""
    known = [result for result in captioned if result.sample.changed is not None]
    if not known:
        return not_computed("no captions")
    holds = [
        is_protocol_no_change(result.caption) != result.sample.changed
        and not unsupported_claims(result.caption, result.sample.captions)
        for result in known
    ]
    return reliability([result.confidence for result in known], holds)


def _source(result: PairResult) -> str:
    return result.sample.source or "unknown"


def _gsd(result: PairResult) -> str:
    return f"{result.sample.gsd_m:g} m" if result.sample.gsd_m is not None else "unknown"


def _group(results: Sequence[PairResult], key: Callable[[PairResult], str]) -> dict[str, list[PairResult]]:
    groups: dict[str, list[PairResult]] = {}
    for result in results:
        groups.setdefault(key(result), []).append(result)
    return dict(sorted(groups.items()))


def _group_scores(results: Sequence[PairResult], ids: TokenIds | None, meteor: Meteor) -> dict[str, Any]:
    changed = [result for result in results if result.sample.captions and result.sample.changed]
    flags = _flag_scores(results)
    return {
        "n": flags["n"],
        "n_changed": flags["n_changed"],
        "change_accuracy": flags["change_accuracy"],
        "mask": _mask_scores(results),
        "changed": _caption_scores(changed, ids, meteor),
    }


def _captions_of_split(data: Path, split: str, layout: str) -> list[str]:
    try:
        return [text for sample in load_dataset(data, split, layout) for text in sample.captions]  # nosec B615
    except InputError:  # only part of the data set is at hand; the baseline then says so
        return []
