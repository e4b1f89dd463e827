"""Run by the engine's Python: ``make_tiny_pack.py ROOT FOLDER`` writes a pack that marks pixels that became bright.

Its weights are set by hand, by the engine's own end-to-end tests' :func:`set_weights`. A third argument, ``rdd``,
``hisem`` or ``dfm``, lets its captions go the way of that system, DFM's with a frozen detector.
"""

import importlib.util
import sys
from pathlib import Path


def load(name: str, path: Path):
    """Import a file as a module."""
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


root, folder = Path(sys.argv[1]), Path(sys.argv[2])
load("bootstrap", root / "plugin" / "engine" / "bootstrap.py")  # registers the package from its place

import torch  # noqa: E402
from describe_changes.core.models.captioner import ChangeCaptioner  # noqa: E402
from describe_changes.core.models.config import (  # noqa: E402
    CaptionerConfig,
    Channel,
    DecoderConfig,
    DetectorConfig,
    EncoderConfig,
    MaskHeadConfig,
)
from describe_changes.core.models.packs import Calibration, PackInput, PackManifest, save_pack  # noqa: E402
from describe_changes.core.models.vocabulary import Vocabulary  # noqa: E402

torch.manual_seed(0)
channels = (Channel(name="building appeared", class_name="building", transition="appeared"),)
encoder = EncoderConfig(
    backbone="convnextv2",
    options={"patch_size": 1, "num_stages": 1, "depths": [1], "hidden_sizes": [4], "image_size": 32},
    stages=("stem",),
)
mask_head = MaskHeadConfig(channels=channels, width=2, difference="abs", margin=0)
systems = {
    "direct_sub": {},
    "rdd": {"heads": 1, "feedforward": 8, "object_vectors": 2, "action_vectors": 2},
    "hisem": {"heads": 1, "feedforward": 8, "expert_hidden": 4, "layers": 1},
    "dfm": {"heads": 1, "feedforward": 8, "prior_channels": (2,)},
}
system = sys.argv[3] if len(sys.argv) > 3 else "direct_sub"
config = CaptionerConfig(
    dim=8,
    encoder=encoder,
    difference={"name": system, **systems[system]},
    decoder=DecoderConfig(layers=1, heads=1, feedforward=8, dropout=0.0, max_length=6),
    mask_head=mask_head,
    detector=DetectorConfig(encoder=encoder, mask_head=mask_head) if system == "dfm" else None,
)
vocabulary = Vocabulary(["something", "changed", "here"])
model = ChangeCaptioner(config, len(vocabulary)).eval()
with torch.no_grad():
    load("engine_tests", root / "tests" / "core" / "end_to_end" / "conftest.py").set_weights(model, 64, 192)
needs = PackInput(tile_size=64, overlap=16, gsd_m=(0.01, 1000.0), mean=(0.0, 0.0, 0.0), std=(1.0, 1.0, 1.0))
manifest = PackManifest(
    name="tiny" if system == "direct_sub" else f"tiny-{system}",
    architecture=config,
    input=needs,
    calibration=Calibration(scale=0.0, offset=4.0),
    class_words={"building": ("changed",)},
)
save_pack(folder, model, vocabulary, manifest, half=False)
