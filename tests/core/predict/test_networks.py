"""The network in OpenVINO: as in torch within a tolerance, the same bits whoever the neighbours are, converted once."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib import util

import numpy as np
import pytest
from describe_changes.core.errors import InputError
from describe_changes.core.predict import networks
from describe_changes.core.predict.device import DeviceChoice
from describe_changes.core.predict.networks import choose_backend, converted_network
from describe_changes.core.predict.predictor import Predictor

TILE = 64
CPU = DeviceChoice("cpu", "fp32", "CPU, fp32")
openvino = pytest.mark.skipif(util.find_spec("openvino") is None, reason="openvino is not installed")


def tiles(count: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    images = rng.integers(0, 256, (count, 2, 3, TILE, TILE), dtype=np.uint8)
    return images, np.ones((count, 2, TILE, TILE), bool)


class Converts(BaseException):
    """In place of a conversion; nobody catches it on the way."""


@openvino
def test_openvino_sees_what_torch_sees(pack, network_cache):
    images, valid = tiles(5)
    theirs = Predictor(pack, CPU.with_backend("openvino")).predict(images, valid)
    for ours, other in zip(Predictor(pack, CPU).predict(images, valid), theirs, strict=True):
        np.testing.assert_allclose(other.probabilities, ours.probabilities, atol=1e-3)
        assert other.change_score == pytest.approx(ours.change_score, abs=1e-3)
        assert (other.caption, other.skip_reason) == (ours.caption, ours.skip_reason)


@openvino
@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_a_tile_gets_the_same_bits_whoever_its_neighbours_are(pack, network_cache, precision):
    predictor = Predictor(pack, replace(CPU, precision=precision, backend="openvino"))
    images, valid = tiles(6)
    together = predictor.predict(images, valid)
    assert any(not prediction.skip_reason for prediction in together)
    alone = [predictor.predict(images[[i]], valid[[i]])[0] for i in reversed(range(6))][::-1]
    for one, other in zip(alone, together, strict=True):
        assert replace(one, probabilities=0) == replace(other, probabilities=0)
        assert np.array_equal(one.probabilities, other.probabilities)


@openvino
def test_a_network_is_converted_once_and_anew_for_another_pack_or_shape(pack, network_cache, monkeypatch):
    path = converted_network(pack, (4, 2, 3, TILE, TILE))

    def convert(*_):
        raise Converts

    monkeypatch.setattr(networks, "traced", convert)
    assert converted_network(pack, (4, 2, 3, TILE, TILE)) == path
    for other, side in ((replace(pack, sha256="f" * 64), TILE), (pack, 2 * TILE)):
        with pytest.raises(Converts):
            converted_network(other, (4, 2, 3, side, side))


@openvino
def test_auto_measures_once_and_abides_by_it(pack, network_cache, monkeypatch):
    measured = iter([[2.0, 1.0]])
    monkeypatch.setattr(networks, "_seconds", lambda *_: next(measured))
    assert [choose_backend("auto", CPU, pack) for _ in range(2)] == [("openvino", "")] * 2
    slower = replace(CPU, precision="bf16")
    measured = iter([[1.0, 1.0]])
    monkeypatch.setattr(networks, "_seconds", lambda *_: next(measured))
    assert [choose_backend("auto", slower, pack) for _ in range(2)] == [("torch", "")] * 2


@openvino
def test_a_network_that_cannot_be_converted_is_said(pack, network_cache, monkeypatch):
    def refuse(*_):
        raise RuntimeError("data-dependent\nsteps")

    monkeypatch.setattr(networks, "traced", refuse)
    strange = replace(pack, sha256="0" * 64)
    chosen, said = choose_backend("auto", CPU, strange)
    assert chosen == "torch"
    assert "cannot run the model tiny (data-dependent steps)" in said
    assert said.endswith("torch is used.")
    with pytest.raises(InputError, match=r"data-dependent steps\); say --backend torch"):
        choose_backend("openvino", CPU, strange)


def test_what_cannot_be_gets_a_sentence(pack, monkeypatch):
    monkeypatch.setitem(sys.modules, "openvino", None)  # as if it were not installed
    with pytest.raises(InputError, match=r"pip install 'describe-changes\[openvino\]'"):
        choose_backend("openvino", CPU, pack)
    with pytest.raises(InputError, match="no backend “tvm”"):
        choose_backend("tvm", CPU, pack)
    with pytest.raises(InputError, match="on the processor here, not on cuda:0"):
        choose_backend("openvino", DeviceChoice("cuda:0", "bf16", "GPU"), pack)


def test_without_openvino_auto_is_torch(pack, monkeypatch):
    monkeypatch.setattr(networks.util, "find_spec", lambda _: None)
    assert choose_backend("auto", CPU, pack) == ("torch", "")
    assert choose_backend("torch", CPU, pack) == ("torch", "")
