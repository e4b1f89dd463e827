"""The exported network gives what the pack gives, run by a library that is not torch."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch
from click.testing import CliRunner
from describe_changes.core.commands.models import models
from describe_changes.core.errors import InputError
from describe_changes.core.predict import onnx_export
from describe_changes.core.predict.onnx_export import PixelNetwork, export_onnx

pytest.importorskip("onnxscript")
openvino = pytest.importorskip("openvino")


@pytest.fixture(scope="module")
def exported(pack, tmp_path_factory):
    path = tmp_path_factory.mktemp("onnx ü") / "tiny.onnx"
    return path, export_onnx(pack, path, batch_size=2)


def test_another_library_gives_the_same(pack, exported):
    path, told = exported
    assert told["outputs"]["probabilities"] == [2, 3, 64, 64]
    compiled = openvino.Core().compile_model(path, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    images = np.random.default_rng(0).integers(0, 256, (2, 2, 3, 64, 64), dtype=np.uint8)
    theirs = compiled([images])
    with torch.no_grad():
        ours = PixelNetwork(pack)(torch.from_numpy(images))
    for name, output in zip(("memory", "change_score", "probabilities"), ours, strict=True):
        np.testing.assert_allclose(theirs[name], output.numpy(), atol=1e-3)


def test_the_file_says_whose_it_is(pack, exported):
    onnx = pytest.importorskip("onnx")
    told = {entry.key: entry.value for entry in onnx.load(exported[0]).metadata_props}
    assert told["sha256"] == pack.sha256
    assert json.loads(told["channels"]) == [channel.name for channel in pack.channels]


def test_the_command_says_what_it_wrote(pack, tmp_path, monkeypatch):
    written = {
        "path": "x",
        "inputs": {"images": [1, 2, 3, 64, 64]},
        "outputs": {"memory": [1, 4, 8]},
        "channels": ["a"],
    }
    monkeypatch.setattr(onnx_export, "export_onnx", lambda *_: written)
    ran = CliRunner().invoke(models, ["export-onnx", str(pack.path), "-o", str(tmp_path / "x.onnx")])
    assert ran.exit_code == 0, ran.output
    assert "1 × 2 × 3 × 64 × 64" in ran.output


def test_a_file_that_is_there_stays(pack, tmp_path):
    kept = tmp_path / "kept.onnx"
    kept.write_bytes(b"mine")
    with pytest.raises(InputError, match="choose another name or say --overwrite"):
        export_onnx(pack, kept)
    with pytest.raises(InputError, match="is no folder"):
        export_onnx(pack, tmp_path / "none" / "x.onnx")
    assert kept.read_bytes() == b"mine"
