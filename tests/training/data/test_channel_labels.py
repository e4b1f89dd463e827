"""What masks and captions of a real pair say about each channel; and how a change that is somewhere is learned."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from describe_changes.core.models.config import Channel
from describe_changes.core.models.vocabulary import Vocabulary
from describe_changes.training.config import AugmentConfig, SourceConfig
from describe_changes.training.data.augmentation import BatchSampler
from describe_changes.training.data.channel_labels import Told, changes_named, label_channels
from describe_changes.training.data.pairs import TrainingPair
from describe_changes.training.losses.mask import SOMEWHERE, UNKNOWN, mask_loss, somewhere_loss

SIDE = 16
CHANNELS = tuple(
    Channel(name=f"{name} {way}", class_name=name, transition=way)
    for name in ("building", "road", "water")
    for way in ("appeared", "disappeared")
)
OTHER = Channel(name="other", class_name="change")


def top(rows: int) -> np.ndarray:
    mask = np.zeros((SIDE, SIDE), bool)
    mask[:rows] = True
    return mask


def by_name(masks: dict[str, np.ndarray], told: Told, changed: int = 1) -> dict[str, np.ndarray]:
    labels = label_channels(masks, changed, told, CHANNELS, SIDE)
    return {channel.name: label for channel, label in zip(CHANNELS, labels, strict=True)}


@pytest.mark.parametrize(
    ("told", "road"),
    [
        (Told.of(captions=("a house is built near the road",)), UNKNOWN),
        (Told.of(captions=("a house is built in the desert",)), 0),
        (Told.of(), UNKNOWN),
        (Told.of(frozenset(("building+", "parking+"))), UNKNOWN),  # a parking lot may pass for a road
        (Told.of(frozenset(("building+", "water-"))), 0),
    ],
)
def test_a_class_that_nobody_names_did_not_change(told: Told, road: int) -> None:
    labels = by_name({"building": top(4)}, told)
    assert (labels["road disappeared"][4:] == road).all()
    assert (labels["road appeared"][4:] == road).all()
    assert (labels["building appeared"] == top(4)).all()
    assert not labels["building disappeared"].any()


def test_no_road_goes_or_comes_where_a_building_came() -> None:
    """Of all else that masks of buildings do not say it stays unknown, and where buildings go any road may come."""
    mask, nothing = top(4), top(0)
    for masks in ({"building": mask}, {"building": mask, "building+": mask, "building-": nothing}):
        labels = by_name(masks, Told())
        for name in ("road appeared", "road disappeared", "water appeared"):
            assert not labels[name][mask].any()
            assert (labels[name][~mask] == UNKNOWN).all()
        assert (labels["water disappeared"] == UNKNOWN).all()
    for labels in (
        by_name({"building": mask, "building+": nothing, "building-": mask}, Told()),
        by_name({}, Told()),
    ):
        assert all((labels[f"road {way}"] == UNKNOWN).all() for way in ("appeared", "disappeared"))


@pytest.mark.parametrize(
    ("caption", "named"),
    [
        ("a road is built and some villas appear along it", {("road", "appeared")}),
        ("a road and many houses are built", {("road", "appeared")}),
        ("many houses are built along the road", set()),
        ("some houses along the road are built", set()),
        (
            "the trees are removed and a pond appears next to the road",
            {("vegetation", "disappeared"), ("water", "appeared")},
        ),
        ("houses have been built on the grassland", set()),
        ("a path through the forest has disappeared", {("road", "disappeared")}),
    ],
)
def test_changes_are_told_from_places(caption: str, named: set[tuple[str, str]]) -> None:
    assert changes_named(caption.split()) == named


def test_two_people_must_agree() -> None:
    one, other = "a road is built", "a house is built by the road"
    assert Told.of(captions=(one, other)).changes == frozenset()
    assert Told.of(captions=(one, other, one)).changes == {("road", "appeared")}
    assert Told.of(frozenset(("road-", "other")), (one, one)).changes == {("road", "disappeared")}


def test_what_is_named_lies_somewhere_but_not_under_new_buildings() -> None:
    labels = by_name({"building": top(4)}, Told.of(frozenset(("building+", "road+"))))
    assert not labels["road appeared"][:4].any()
    assert (labels["road appeared"][4:] == SOMEWHERE).all()
    assert not labels["road disappeared"].any(), "the kinds name only roads that came"
    assert not labels["water appeared"].any()
    said = by_name({"building": top(4)}, Told.of(captions=("a road is built", "a road appears")))
    assert (said["road appeared"][4:] == SOMEWHERE).all()
    assert (said["road disappeared"][4:] == UNKNOWN).all(), "people do not say all"


@pytest.mark.parametrize(
    ("kinds", "label"),
    [
        ({"farmland-", "water+"}, 1),  # the pond is all that came
        ({"farmland-", "water+", "building+"}, SOMEWHERE),
        ({"farmland-", "water+", "bareland+"}, SOMEWHERE),
        ({"farmland-", "building+"}, 0),
        ({"farmland-", "other"}, UNKNOWN),
    ],
)
def test_within_marks_of_any_change(kinds: set[str], label: int) -> None:
    labels = by_name({"change": top(5)}, Told.of(frozenset(kinds)))["water appeared"]
    assert (labels[:5] == label).all()
    assert (labels[5:] == (UNKNOWN if label == UNKNOWN else 0)).all()


def test_a_part_is_told_only_where_it_shows_most_of_the_pixels() -> None:
    masks = np.full((1, 64, 64), UNKNOWN, np.uint8)
    masks[0, :, :32] = SOMEWHERE
    pair = TrainingPair(np.zeros((2, 3, 64, 64), np.uint8), masks, (), 1, 0)
    still = {"flip_rotate": False, "p_swap_dates": 0.0, "color_jitter": 0.0, "max_shift_px": 0, "p_static": 0.0}
    shares = set()
    for scale in ((1.0, 1.0), (1.5, 1.5)):
        config, source = AugmentConfig(crop=48, **still), SourceConfig(path="x", scale=scale)
        sampler = BatchSampler([pair], [source], CHANNELS[:1], Vocabulary(["a"]), config, 1, (0,) * 3, (1,) * 3, 0)
        for step in range(40):
            shown = sampler.batch(step, 0.0, 1).masks.numpy()[0, 0]
            share = (shown == SOMEWHERE).mean() * 48**2 / (64 * 32)
            assert share == 0 or share >= 0.6 - 0.01
            shares.add((scale, share > 0))
    assert shares == {((1.0, 1.0), True), ((1.0, 1.0), False), ((1.5, 1.5), False)}


def test_the_loss_of_what_is_somewhere_is_that_of_the_likeliest_pixels() -> None:
    generator = torch.Generator().manual_seed(0)
    logits = torch.randn(3, 2, 20, 20, generator=generator, requires_grad=True)
    masks = torch.full((3, 2, 20, 20), UNKNOWN, dtype=torch.uint8)
    masks[0, 1, :10] = SOMEWHERE
    masks[2, 0] = SOMEWHERE
    masks[1, 1, 0, :3] = SOMEWHERE  # fewer pixels than 2 % of the pair say nothing
    wanted = []
    for pair, channel in ((0, 1), (2, 0)):
        among = logits[pair, channel][masks[pair, channel] == SOMEWHERE].sigmoid().sort(descending=True).values
        wanted.append(-among[:8].mean().log())  # 2 % of 400
    loss = somewhere_loss(logits, masks)
    torch.testing.assert_close(loss, torch.stack(wanted).mean())
    loss.backward()
    assert logits.grad is not None
    assert torch.isfinite(logits.grad).all()
    assert {tuple(row) for row in logits.grad.nonzero()[:, :2].tolist()} == {(0, 1), (2, 0)}
    assert (logits.grad <= 0).all(), "the likeliest become likelier"
    assert not mask_loss(logits, masks), "no pixel of them is labelled"
    nothing = somewhere_loss(logits, torch.zeros_like(masks))
    assert nothing == 0
