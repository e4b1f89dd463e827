"""Text features on disk, one safetensors file per encoder: captions repeat every epoch and never change."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.files import atomic_file

if TYPE_CHECKING:
    from torch import Tensor

    from .encoders import TextEncoder

_LOG = logging.getLogger(__name__)
_BATCH = 128


class TextFeatures:
    """Features of texts by a frozen encoder, each computed once.

    Args:
        encoder: computes what is not there yet.
        folder: where features are kept between runs; only in memory by default.
    """

    def __init__(self, encoder: TextEncoder, folder: Path | None = None) -> None:
        self.encoder = encoder
        self.path = folder / f"text-{encoder.fingerprint()}.safetensors" if folder is not None else None
        self._known: dict[str, Tensor] = {}
        if self.path is not None and self.path.is_file():
            self._known = _read(self.path, encoder.width)

    def __len__(self) -> int:
        return len(self._known)

    def __call__(self, texts: Sequence[str]) -> Tensor:
        """Look texts up, encoding those that are new.

        Returns:
            (N, W) float32 on the encoder's device.
        """
        import torch

        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        for start in range(0, len(new), _BATCH):
            part = new[start : start + _BATCH]
            self._known.update(zip(part, self.encoder.encode(part).cpu(), strict=True))
        if not texts:
            return torch.zeros((0, self.encoder.width), device=self.encoder.device)
        return torch.stack([self._known[text] for text in texts]).to(self.encoder.device)

    def save(self) -> None:
        """Write all features known so far; the file appears complete or not at all."""
        if self.path is None or not self._known:
            return
        import torch
        from safetensors.torch import save_file

        self.path.parent.mkdir(parents=True, exist_ok=True)
        texts = json.dumps(list(self._known))
        with atomic_file(self.path) as part:
            save_file({"features": torch.stack(list(self._known.values()))}, part, metadata={"texts": texts})


def _read(path: Path, width: int) -> dict[str, Tensor]:
    """Features by text; a file that does not fit is recomputed, since nothing in it is precious."""
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="pt") as file:
            texts = json.loads(file.metadata()["texts"])
            features: Tensor = file.get_tensor("features")
    except (SafetensorError, OSError, KeyError, TypeError, ValueError) as error:
        _LOG.warning("text features in %s cannot be read (%s) and are computed again", path, error)
        return {}
    if features.shape != (len(texts), width):
        _LOG.warning("text features in %s do not fit the encoder and are computed again", path)
        return {}
    return dict(zip(texts, features, strict=True))
