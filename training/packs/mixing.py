"""Weights between two packs of one architecture, mask heads between two of one encoder, and packs with fewer channels.

Weights after a fine-tuning, averaged with those before, often keep what both can do (WiSE-FT, Wortsman et al. 2022,
arXiv:2109.01903). `python -m describe_changes.training.packs.mixing FIRST SECOND SHARE -o PACK`; with `--channels`
only these channels stay, with `--masks` the second may have grown channels and detail, with `--mask-head` all but the
mask head is the first's.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from ...core.errors import InputError
from ...core.models.captioner import ChangeCaptioner
from ...core.models.config import CaptionerConfig
from ...core.models.packs import ModelPack, load_pack, save_pack
from ..trainer.init_weights import copy_mask_head


def mix_packs(first: ModelPack, second: ModelPack, share: float, target: Path) -> ModelPack:
    """Write the pack (1 − share) · first + share · second, with all else of the second.

    Raises:
        InputError: their weights do not have the same names and shapes.
    """
    one, model = first.build_model().state_dict(), second.build_model()
    two = model.state_dict()
    if {k: v.shape for k, v in one.items()} != {k: v.shape for k, v in two.items()}:
        raise InputError(f"{first.path} and {second.path} are of different architectures and cannot be averaged")
    mixed = {k: torch.lerp(one[k], v, share) if v.is_floating_point() else v for k, v in two.items()}
    model.load_state_dict(mixed)
    return save_pack(target, model, second.vocabulary, second.manifest)


def mix_masks(first: ModelPack, second: ModelPack, share: float, target: Path) -> ModelPack:
    """Write the second pack with encoder and mask head (1 − share) · first + share · second.

    The second's were trained from those of the first; channels and detail that this lacks stay the second's, all else
    is the second's too.

    Raises:
        InputError: their encoders or mask heads differ by more.
    """
    one, start, model = first.build_model(), second.build_model(), second.build_model()
    if start.mask_head is None or one.mask_head is None:
        raise InputError(f"{first.path} or {second.path} has no mask head")
    try:
        start.encoder.load_state_dict(one.encoder.state_dict())
    except RuntimeError as error:
        raise InputError(f"the encoders of {first.path} and {second.path} differ and cannot be averaged") from error
    copy_mask_head(first, start.mask_head)
    two = model.state_dict()
    mixed = {
        k: torch.lerp(v, two[k], share) if v.is_floating_point() else two[k] for k, v in start.state_dict().items()
    }
    model.load_state_dict(mixed)
    return save_pack(target, model, second.vocabulary, second.manifest)


def mix_mask_heads(
    first: ModelPack,
    second: ModelPack,
    share: float,
    target: Path,
    thresholds: Mapping[str, float] | None = None,
    from_view: Sequence[str] = (),
) -> ModelPack:
    """Write the first pack with a mask head between its own and the second's, channel by channel of the first.

    Words and flag are the first's and go on reading its own head (`view_head`).

    Args:
        first: keeps encoder, words, flag, calibration and channels.
        second: a pack whose mask head was trained from that of the first (`train_mask_head_of`).
        share: of the second, 0 to 1.
        target: folder of the new pack.
        thresholds: by channel name; the first's where left out.
        from_view: channels whose masks go on being made by the head that words and flag read.

    Raises:
        InputError: they have other encoders or widths, a channel is not in both, or one with a threshold is unknown.
    """
    head, other = first.manifest.architecture.mask_head, second.manifest.architecture.mask_head
    names, theirs = ([channel.name for channel in each.channels] if each else [] for each in (head, other))
    if head is None or not set(names) <= set(theirs):
        raise InputError(f"{second.path} has the channels {', '.join(theirs) or 'none'}, not all of {first.path}")
    asked = dict(thresholds or {})
    if not set(asked) <= set(names):
        raise InputError(f"{first.path} has the channels {', '.join(names)}; a threshold is given for another")
    model, two = first.build_model(), second.build_model().state_dict()
    one = model.state_dict()
    encoder = {key: value for key, value in one.items() if key.startswith("encoder.")}
    # a pack stores halves, where it is not asked for more
    if any(key not in two or not torch.equal(value.half(), two[key].half()) for key, value in encoder.items()):
        raise InputError(f"{first.path} and {second.path} have different encoders; their mask heads cannot be averaged")
    rows = [theirs.index(name) for name in names]
    for key in ("mask_head.classify.weight", "mask_head.classify.bias"):
        two[key] = two[key][rows]
    mixed = {k: v for k, v in one.items() if k.startswith("mask_head.") and v.is_floating_point()}
    if any(two[key].shape != value.shape for key, value in mixed.items()):
        raise InputError(f"the mask heads of {first.path} and {second.path} differ in width and cannot be averaged")
    channels = tuple(c.model_copy(update={"threshold": asked.get(c.name, c.threshold)}) for c in head.channels)
    architecture = first.manifest.architecture
    view = architecture.seen_head if architecture.mask_tokens or architecture.change_head else None
    changes = {"mask_head": head.model_copy(update={"channels": channels}), "view_head": view}
    architecture = CaptionerConfig.model_validate(
        {**architecture.model_copy(update=changes).model_dump(), "view_channels": tuple(from_view)}
    )
    state = {**one, **{key: torch.lerp(value, two[key], share) for key, value in mixed.items()}}
    if view is not None and model.view_head is None:
        state |= {key.replace("mask_head.", "view_head."): v for key, v in one.items() if key.startswith("mask_head.")}
    model = ChangeCaptioner(architecture, len(first.vocabulary))
    model.load_state_dict(state)
    manifest, seen = first.manifest, second.manifest
    said = {
        "architecture": architecture,
        "training_data": tuple(dict.fromkeys((*manifest.training_data, *seen.training_data))),
        "licence": seen.licence,
        "training": {**seen.training, "share of the trained mask head": share},
        "metrics": {},
        "files": {},
    }
    return save_pack(target, model, first.vocabulary, manifest.model_copy(update=said))


def keep_channels(
    pack: ModelPack, names: Sequence[str], target: Path, thresholds: Mapping[str, float] | None = None
) -> ModelPack:
    """Write a pack whose mask head has only some of its channels, in the order of the pack.

    What reads the masks would read fewer of them: a pack with mask tokens or a change head cannot lose channels, unless
    these read a head of their own. With a channel goes a claim head; `sentence_choice` fits another.

    Args:
        pack: is left as it is.
        names: of the channels.
        target: folder of the new pack.
        thresholds: by channel name; the pack's where left out.

    Raises:
        InputError: a channel is unknown, or something reads the masks.
    """
    architecture = pack.manifest.architecture
    head = architecture.mask_head
    known = [channel.name for channel in head.channels] if head else []
    asked = dict(thresholds or {})
    if head is None or not {*names, *asked} <= set(known):
        raise InputError(f"{pack.path} has the channels {', '.join(known) or 'none'}")
    fewer = not set(known) <= set(names)
    read = architecture.view_head is None and (architecture.mask_tokens or architecture.change_head is not None)
    if fewer and read:
        raise InputError(f"words or flag of {pack.path} read its masks; take channels away before they are trained")
    rows = [row for row, name in enumerate(known) if name in names]
    channels = tuple(head.channels[row] for row in rows)
    channels = tuple(c.model_copy(update={"threshold": asked.get(c.name, c.threshold)}) for c in channels)
    kept = head.model_copy(update={"channels": channels})
    seen = tuple(name for name in architecture.view_channels if name in names)
    judge = None if fewer else architecture.claim_head
    left = architecture.model_copy(update={"mask_head": kept, "view_channels": seen, "claim_head": judge})
    state = pack.build_model().state_dict()
    state = {name: value for name, value in state.items() if judge is not None or "claim_head." not in name}
    for name in ("mask_head.classify.weight", "mask_head.classify.bias"):
        state[name] = state[name][rows]
    model = ChangeCaptioner(left, len(pack.vocabulary))
    model.load_state_dict(state)
    manifest = pack.manifest.model_copy(update={"architecture": left})
    return save_pack(target, model, pack.vocabulary, manifest)


def main() -> None:
    """Write the pack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first")
    parser.add_argument("second")
    parser.add_argument("share", type=float, help="of the second, 0 to 1")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--channels", nargs="+")
    parser.add_argument(
        "--masks", action="store_true", help="encoder and mask head only; take all else from the second"
    )
    parser.add_argument("--mask-head", action="store_true", help="take all else from the first")
    parser.add_argument(
        "--threshold", action="append", default=[], metavar="CHANNEL=NUMBER", help="with --mask-head or --channels"
    )
    parser.add_argument("--from-view", nargs="+", default=[], metavar="CHANNEL", help="with --mask-head")
    given = parser.parse_args()
    first, second = load_pack(given.first), load_pack(given.second)
    parted = (text.rpartition("=") for text in given.threshold)
    thresholds = {name: float(value) for name, _, value in parted}
    if given.mask_head:
        mix_mask_heads(first, second, given.share, given.output, thresholds, given.from_view)
        return
    mix = mix_masks if given.masks else mix_packs
    pack = mix(first, second, given.share, given.output)
    if given.channels:
        keep_channels(pack, given.channels, given.output, thresholds)


if __name__ == "__main__":
    main()
