"""Running the real command line, and a captioner whose mask head marks exactly the pixels that differ."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyogrio
import pytest
import torch
from describe_changes.core.models.captioner import ChangeCaptioner
from describe_changes.core.models.config import (
    CaptionerConfig,
    Channel,
    DecoderConfig,
    EncoderConfig,
    MaskHeadConfig,
)
from describe_changes.core.models.packs import Calibration, PackInput, PackManifest, save_pack
from describe_changes.core.models.vocabulary import Vocabulary

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared" / "data" / "georeferenced"
COMMAND = Path(sys.executable).parent / "describe-changes"


@dataclass(frozen=True)
class Run:
    """How one run of the command line ended, and what it left behind."""

    code: int
    stdout: str
    stderr: str
    output: Path
    mask: Path
    report: Path
    summary: dict[str, Any] = field(default_factory=dict)

    def layer(self, name: str) -> tuple[dict[str, Any], list[dict[str, Any]], Any]:
        """(metadata, features as dicts, geometries as WKB) of a layer of the GeoPackage."""
        return read_layer(self.output, name)


@pytest.fixture(scope="session")
def executable() -> Path:
    """The installed command."""
    if not COMMAND.exists():
        pytest.fail(f"{COMMAND} is not installed; run make test, or pip install -e .")
    return COMMAND


@pytest.fixture(scope="session")
def describe(tmp_path_factory, executable):
    """Return a function that runs ``describe-changes describe`` as a person would, in a process of its own."""

    def run(before: Any, after: Any, *options: str, folder: Path | None = None, timeout: float = 600) -> Run:
        folder = folder or tmp_path_factory.mktemp("run")
        output, mask, report = folder / "changes.gpkg", folder / "mask.tif", folder / "report.html"
        dates = [str(given) for given in (before, after)]  # a file, or a pattern of the tiles of one date
        command = [str(executable), "describe", *dates, "-o", str(output), "--mask", str(mask)]
        command += ["--report", str(report), "--device", "cpu", "--json", *options]
        ended = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
            cwd=folder,
            env={**os.environ, "PYTHONWARNINGS": "default"},
        )
        lines = ended.stdout.strip().splitlines()
        summary = json.loads(lines[-1]) if ended.returncode == 0 and lines else {}
        return Run(ended.returncode, ended.stdout, ended.stderr, output, mask, report, summary)

    return run


@dataclass(frozen=True)
class Ended:
    """Exit code and stderr of a command."""

    code: int
    message: str


@pytest.fixture
def command_line(monkeypatch, capfd):
    """Return a function that runs ``describe-changes`` in this process; loading torch each time takes minutes."""
    from describe_changes import cli

    def call(*arguments: object) -> Ended:
        monkeypatch.setattr(sys, "argv", ["describe-changes", *map(str, arguments)])
        capfd.readouterr()
        code = 0
        try:
            code = cli.main() or 0
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
        return Ended(code, capfd.readouterr().err)

    return call


def read_layer(path: Path, name: str) -> tuple[dict[str, Any], list[dict[str, Any]], Any]:
    """(metadata, features as dicts, geometries as WKB) of a layer of a GeoPackage."""
    meta, _, wkb, columns = pyogrio.raw.read(path, layer=name, read_geometry=True)
    records = [dict(zip(meta["fields"], row, strict=True)) for row in zip(*columns, strict=True)]
    return meta, records, wkb


@dataclass(frozen=True)
class DifferencePack:
    """A pack on disk and the two brightnesses (0–255) between which its threshold lies in the middle."""

    path: Path
    dark: int = 64
    bright: int = 192


@pytest.fixture(scope="session")
def difference_pack(tmp_path_factory) -> DifferencePack:
    """A real model pack whose weights are set by hand so that a pixel counts as changed from half the full contrast.

    The encoder is a 1 × 1 convolution and two layer norms whose constant channels dwarf the brightness, so that they
    act as a scale; the mask head passes |after − before| on unaltered. So the mask has the resolution of the grid, no
    neighbourhood, and a threshold half way between the two brightnesses that the tests paint.
    """
    torch.manual_seed(0)
    channel = Channel(name="change", class_name="change")
    config = CaptionerConfig(
        dim=8,
        encoder=EncoderConfig(
            backbone="convnextv2",
            options={"patch_size": 1, "num_stages": 1, "depths": [1], "hidden_sizes": [4], "image_size": 32},
            stages=("stem",),
        ),
        decoder=DecoderConfig(layers=1, heads=1, feedforward=8, dropout=0.0, max_length=6),
        mask_head=MaskHeadConfig(channels=(channel,), width=2, difference="abs", margin=0),
    )
    vocabulary = Vocabulary(["something", "changed", "here"])
    model = ChangeCaptioner(config, len(vocabulary)).eval()
    pack = DifferencePack(tmp_path_factory.mktemp("packs") / "difference")
    with torch.no_grad():
        set_weights(model, pack.dark, pack.bright)
    manifest = PackManifest(
        name="difference",
        architecture=config,
        input=PackInput(tile_size=64, overlap=16, gsd_m=(0.01, 1000.0), mean=(0.0, 0.0, 0.0), std=(1.0, 1.0, 1.0)),
        calibration=Calibration(scale=0.0, offset=4.0),
        class_words={"change": ("changed",)},
    )
    save_pack(pack.path, model, vocabulary, manifest, half=False)
    return pack


CONSTANT = 8.0  # of the encoder's second and third channel


def set_weights(model: ChangeCaptioner, dark: int, bright: int) -> None:
    stem = model.encoder.backbone.embeddings.patch_embeddings
    stem.weight.zero_()
    stem.weight[0] = 1 / 3  # channel 0 is the brightness, 0–1
    stem.bias.copy_(torch.tensor([0.0, CONSTANT, -CONSTANT, 0.0]))
    head = model.mask_head
    assert head is not None
    for parameter in head.parameters():
        parameter.zero_()
    for module in head.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.weight.fill_(1.0)
    head.fusions[0].lateral.weight[0, 0] = 1.0
    head.fusions[0].fuse[0].weight[0, 4] = 1.0  # before (2), after (2), |after − before|
    for block in (head.smooth[0], *head.refine):
        block[0].weight[0, 0, 1, 1] = 1.0
    head.classify.weight.fill_(1.0)
    pair = torch.full((1, 2, 3, 32, 32), dark / 255)
    pair[:, 1] = bright / 255
    contrast = model.encode(pair).mask_logits.mean()
    steepness = 40.0 / contrast
    head.classify.weight.fill_(float(steepness))
    head.classify.bias.fill_(-20.0)  # half the contrast is the threshold
