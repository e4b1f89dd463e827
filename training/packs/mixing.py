"""Weights between two packs of one architecture, and packs with fewer channels.

Weights after a fine-tuning, averaged with those before, often keep what both can do (WiSE-FT, Wortsman et al. 2022,
arXiv:2109.01903). `python -m describe_changes.training.packs.mixing FIRST SECOND SHARE -o PACK [--channels NAME …]`.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from ...core.errors import InputError
from ...core.models.captioner import ChangeCaptioner
from ...core.models.packs import ModelPack, load_pack, save_pack


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


def keep_channels(pack: ModelPack, names: Sequence[str], target: Path) -> ModelPack:
    """Write a pack whose mask head has only some of its channels, in the order of the pack.

    What reads the masks would read fewer of them: a pack with mask tokens or a change head cannot lose channels, unless
    these read a head of their own.

    Raises:
        InputError: a channel is unknown, or something reads the masks.
    """
    architecture = pack.manifest.architecture
    head = architecture.mask_head
    known = [channel.name for channel in head.channels] if head else []
    if head is None or not set(names) <= set(known):
        raise InputError(f"{pack.path} has the channels {', '.join(known) or 'none'}")
    if architecture.view_head is None and (architecture.mask_tokens or architecture.change_head is not None):
        raise InputError(f"words or flag of {pack.path} read its masks; take channels away before they are trained")
    rows = [row for row, name in enumerate(known) if name in names]
    kept = head.model_copy(update={"channels": tuple(head.channels[row] for row in rows)})
    fewer = architecture.model_copy(update={"mask_head": kept})
    state = pack.build_model().state_dict()
    for name in ("mask_head.classify.weight", "mask_head.classify.bias"):
        state[name] = state[name][rows]
    model = ChangeCaptioner(fewer, len(pack.vocabulary))
    model.load_state_dict(state)
    manifest = pack.manifest.model_copy(update={"architecture": fewer})
    return save_pack(target, model, pack.vocabulary, manifest)


def main() -> None:
    """Write the pack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first")
    parser.add_argument("second")
    parser.add_argument("share", type=float, help="of the second, 0 to 1")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--channels", nargs="+")
    given = parser.parse_args()
    pack = mix_packs(load_pack(given.first), load_pack(given.second), given.share, given.output)
    if given.channels:
        pack = keep_channels(pack, given.channels, given.output)


if __name__ == "__main__":
    main()
