"""What building an encoder takes."""

from __future__ import annotations

import sys

import pytest
from describe_changes.core.models.config import EncoderConfig
from describe_changes.core.models.encoders import Encoder


def test_an_encoder_of_our_own_needs_no_transformers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Importing it takes over a second of every start."""
    monkeypatch.setitem(sys.modules, "transformers", None)
    ours = EncoderConfig(backbone="efficientnet_lite", options={"variant": "lite0"}, stages=("stage1", "stage2"))
    assert len(Encoder(ours).channels) == 2
    with pytest.raises(ImportError):
        Encoder(EncoderConfig(options={"layer_type": "basic", "embedding_size": 8, "hidden_sizes": [8], "depths": [1]}))
