"""Configuration of a captioner: frozen, validated, and the same in YAML, in a model pack and in code."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, model_validator

from ..schema import Transition, TransitionName
from .differences import DifferenceConfig
from .differences.direct_sub import DirectSubConfig


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class EncoderConfig(_Frozen):
    """Shared visual encoder."""

    backbone: str = "resnet"
    """`model_type` of the backbone's config (`resnet`, `swin`, `segformer`, `convnextv2`, `dinov2`), `clip` or
    `efficientnet_lite`."""
    options: dict[str, Any] = Field(default_factory=dict)
    """Keyword arguments of that config (depths, widths, …) or of `EfficientNetLite`."""
    stages: tuple[str, ...] = ("stage1", "stage2", "stage3", "stage4")
    """Feature maps to use, finest first."""
    weights: str = "none"
    """`none` (train from scratch), a hub name, a local directory, or for EfficientNet-Lite the installed package that
    carries them: the training package reads it, since it unpickles."""
    revision: str | None = None
    """Commit of the hub repository; required when `weights` is a hub name."""
    patch_merge: bool = False
    """Add a coarser scale: 2 × 2 cells of the coarsest map side by side as one cell of four times the channels."""
    feature_scale: float = 1.0
    """Factor of all maps, where a backbone's are far from unit variance (positions are added at a scale of 0.02)."""
    frozen: bool = False
    """Keep the weights as they are: no gradients, always in evaluation mode."""
    learn_last: NonNegativeInt | None = None
    """Of `clip`: only this many blocks from the last, and the final norm, learn; none = all of them."""
    final_norm: bool = False
    """Of `clip`: put the patch tokens through the tower's final norm (`ln_post`)."""

    @model_validator(mode="after")
    def _clip_alone(self) -> EncoderConfig:
        if self.backbone != "clip" and (self.learn_last is not None or self.final_norm):
            raise ValueError(f"learn_last and final_norm are for the backbone clip; this one is {self.backbone}")
        return self


class DecoderConfig(_Frozen):
    """Transformer caption decoder."""

    layers: int = Field(2, ge=1, le=64)
    heads: int = Field(8, ge=1, le=256)
    feedforward: int = Field(1024, ge=1, le=65_536)
    dropout: float = Field(0.1, ge=0, lt=1)
    norm: Literal["pre", "post"] = "pre"
    tie_embeddings: bool = True
    embedding: int | None = Field(None, ge=1, le=65_536)
    """Width of the word embedding if other than D (300 in RDD+ACR); then a linear map leads to D."""
    change_token: bool = False
    """Tell the decoder by one more token whether the pair counts as changed, so that caption and change flag agree."""
    positions: Literal["learned", "sinusoidal"] = "learned"
    """Positions of the words: learned, or the fixed ones of Vaswani et al. (2017)."""
    activation: Literal["gelu", "relu"] = "gelu"
    outer_residual: bool = False
    """Add each layer's input to its output once more (HiSem's public code)."""
    scale_embeddings: bool = True
    """Multiply word embeddings by √D, as Vaswani et al. do; off: they start between −0.1 and 0.1, unscaled."""
    output_dropout: bool = False
    """Dropout before the last map to words, too."""
    max_length: int = Field(41, ge=3, le=1024)
    """Longest caption in tokens, specials included."""


class Channel(_Frozen):
    """One independent sigmoid of the mask head."""

    name: str
    class_name: str
    transition: TransitionName = Transition.NONE.value
    """What became of the class where the channel is set: `appeared`, `disappeared` or empty."""
    threshold: float = Field(0.5, ge=0, le=1)


class MaskHeadConfig(_Frozen):
    """Change mask head over the scales of both dates."""

    channels: tuple[Channel, ...] = (
        Channel(name="building appeared", class_name="building", transition=Transition.APPEARED.value),
        Channel(name="building disappeared", class_name="building", transition=Transition.DISAPPEARED.value),
        Channel(name="other change", class_name="change"),
    )
    width: int = Field(96, ge=1, le=8192)
    difference: Literal["abs", "cosine", "both"] = "both"
    detail: int = Field(0, ge=0, le=8192)
    """Width at which the encoder's finest scale, at half the input's size, is compared for sharper outlines, outside of
    the pyramid; 0 = all scales are in the pyramid."""
    margin: int = Field(16, ge=0, le=1024)
    """Pixels to discard at inner tile edges before blending."""
    frozen: bool = False
    """Keep the weights as they are, as of an encoder."""


class ChangeHeadConfig(_Frozen):
    """Change flag from the features of both dates and the mask head's view, with weights of its own."""

    width: int = Field(64, ge=1, le=8192)
    dropout: float = Field(0.2, ge=0, lt=1)
    input_dropout: float = Field(0.1, ge=0, lt=1)
    """Share of the input channels that are hidden in training."""


class ClaimHeadConfig(_Frozen):
    """How likely each claim is that a caption may make (`core/captions/claims.py`), from memory tokens and masks."""

    claims: tuple[str, ...] = Field(min_length=1, max_length=1000)
    width: int = Field(192, ge=1, le=8192)
    parts: int = Field(1, ge=1, le=64)
    """Equal parts of the memory that are pooled apart: difference, masks, and each date's scene."""
    cells: int = Field(4, ge=1, le=64)
    """Cells per side to which the masks are pooled."""


class DetectorConfig(_Frozen):
    """A frozen change detector, whose fused difference features are the prior of `dfm`."""

    encoder: EncoderConfig
    mask_head: MaskHeadConfig
    scale: tuple[float, float, float] = (1.0, 1.0, 1.0)
    """Per band: the detector sees image · scale + offset, if it was trained with another normalisation."""
    offset: tuple[float, float, float] = (0.0, 0.0, 0.0)


class CaptionerConfig(_Frozen):
    """The whole captioner."""

    dim: int = Field(256, ge=1, le=16_384)
    encoder: EncoderConfig = EncoderConfig()
    difference: DifferenceConfig = DirectSubConfig()
    decoder: DecoderConfig = DecoderConfig()
    mask_head: MaskHeadConfig | None = MaskHeadConfig()
    view_head: MaskHeadConfig | None = None
    """Mask head whose view words and flag read, where they were trained on another than `mask_head`; it makes no masks
    itself but those of `view_channels`."""
    view_channels: tuple[str, ...] = ()
    """Channels of `mask_head`, by name, whose masks `view_head` makes, since it sees them better."""
    mask_tokens: bool = False
    """Add the mask head's logits, pooled to the token grid, to the decoder's memory."""
    scene_tokens: bool = False
    """Add tokens of both dates to the memory, so that the caption can name the surroundings …"""
    scene_scale: int = -1
    """… from this scale of the encoder (finest first; −1 = coarsest), …"""
    scene_feature_scale: float = 1.0
    """… times this factor, as `feature_scale` of `direct_sub`."""
    token_patch_merge: int = Field(1, ge=1, le=64)
    """Cells per side that make one token of mask or scene, as `patch_merge` of `direct_sub`."""
    change_head: ChangeHeadConfig | None = None
    """Where the change flag comes from; left out, from the tokens that the decoder reads."""
    claim_head: ClaimHeadConfig | None = None
    """Judges the claims of captions; fitted to a trained pack (`training/packs/sentence_choice.py`)."""
    detector: DetectorConfig | None = None
    """Frozen detector for `dfm`; training fills it in from the pack that `init.detector` names."""

    @property
    def seen_head(self) -> MaskHeadConfig | None:
        """The mask head whose view words and flag read."""
        return self.view_head or self.mask_head

    @model_validator(mode="after")
    def _view_head_has_a_mask_head(self) -> CaptionerConfig:
        if self.view_head is not None and self.mask_head is None:
            raise ValueError("view_head stands beside a mask_head that makes the masks; there is none")
        for head in (self.mask_head, self.view_head) if self.view_channels else ():
            known = [channel.name for channel in head.channels] if head else []
            if not set(self.view_channels) <= set(known):
                raise ValueError(f"view_channels names channels of mask_head and view_head, one of which has {known}")
        return self

    @model_validator(mode="after")
    def _detail_has_a_scale(self) -> CaptionerConfig:
        heads = [(self.encoder, self.mask_head), (self.encoder, self.view_head)]
        heads += [(self.detector.encoder, self.detector.mask_head)] if self.detector is not None else []
        for encoder, head in heads:
            if head is not None and head.detail and encoder.stages[:1] != ("stage0",):
                raise ValueError("mask_head.detail needs efficientnet_lite's stage0 as the first of encoder.stages")
        return self

    @model_validator(mode="after")
    def _detector_has_a_reader(self) -> CaptionerConfig:
        widths = getattr(self.difference, "prior_channels", ())
        if self.detector is None and widths:
            raise ValueError("difference.prior_channels needs a detector; training takes it from `init.detector`")
        if self.detector is not None and (not widths or set(widths) != {self.detector.mask_head.width}):
            raise ValueError("a detector needs difference `dfm` with prior_channels of its mask head's width per scale")
        return self
