"""HiSem as published: against a slow computation of its own in numpy, with committed weights, and by its size."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from describe_changes.core.models.differences import HiSemConfig, build_difference
from safetensors.numpy import load_file, save_file

STORED = Path(__file__).with_name("hisem_published.safetensors")
"""Weights, inputs and outputs; `python tests/core/models/differences/test_hisem_published.py` prints the comparison,
with `--write` it draws them anew."""
DIM, SIDE, HEADS = 8, 3, 2
SETTINGS = {"heads": HEADS, "layers": 2, "feedforward": 12, "experts": 4, "groups": 2, "top_groups": 1}
SETTINGS |= {"top_experts": 2, "expert_hidden": 6, "shared_hidden": 5, "grid": SIDE, "norm": "batch"}
CONFIG = HiSemConfig.model_validate({"variant": "published", "layers": 2, **SETTINGS})
Array = np.ndarray


def sigmoid(x: Array) -> Array:
    return 1 / (1 + np.exp(-x))


class Reference:
    """The description, computed token by token in float64; shares nothing with the module but the weights' names."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self.w = {name: value.astype(np.float64) for name, value in weights.items()}

    def linear(self, name: str, x: Array) -> Array:
        y = x @ self.w[f"{name}.weight"].T
        return y + self.w[f"{name}.bias"] if f"{name}.bias" in self.w else y

    def layer_norm(self, name: str, x: Array) -> Array:
        mean, variance = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
        return (x - mean) / np.sqrt(variance + 1e-5) * self.w[f"{name}.weight"] + self.w[f"{name}.bias"]

    def batch_norm(self, name: str, x: Array) -> Array:
        """(L, D) by the running statistics."""
        mean, variance = self.w[f"{name}.running_mean"], self.w[f"{name}.running_var"]
        return (x - mean) / np.sqrt(variance + 1e-5) * self.w[f"{name}.weight"] + self.w[f"{name}.bias"]

    def convolve(self, name: str, x: Array, depthwise: bool = False) -> Array:
        """3×3 over the (L, D) tokens of a grid, zeros around it."""
        weight, grid = self.w[f"{name}.weight"], x.reshape(SIDE, SIDE, -1)
        out = np.zeros((SIDE, SIDE, len(weight)))
        for row in range(SIDE):
            for col in range(SIDE):
                for dy in range(3):
                    for dx in range(3):
                        y, z = row + dy - 1, col + dx - 1
                        if 0 <= y < SIDE and 0 <= z < SIDE:
                            kernel = weight[:, :, dy, dx]
                            out[row, col] += kernel[:, 0] * grid[y, z] if depthwise else kernel @ grid[y, z]
        return out.reshape(SIDE * SIDE, -1) + self.w.get(f"{name}.bias", 0.0)

    def attention(self, query: Array, key: Array, diagonal: Array) -> Array:
        """(heads, L, L)."""
        width = DIM // HEADS
        out = np.zeros((HEADS, len(query), len(key)))
        for head in range(HEADS):
            part = slice(head * width, (head + 1) * width)
            for i in range(len(query)):
                scores = np.array([query[i, part] @ key[j, part] / math.sqrt(width) for j in range(len(key))])
                scores[i] += diagonal[i]
                out[head, i] = np.exp(scores - scores.max()) / np.exp(scores - scores.max()).sum()
        return out

    def apply(self, weights: Array, value: Array) -> Array:
        width = DIM // HEADS
        return np.concatenate([weights[h] @ value[:, h * width : (h + 1) * width] for h in range(HEADS)], axis=1)

    def layer(self, n: int, b: Array, a: Array) -> tuple[Array, Array]:
        p = f"layers.{n}"
        hidden = np.maximum(self.linear(f"{p}.condition.gate.0", np.concatenate([b, a], axis=1)), 0)
        c = sigmoid(self.linear(f"{p}.condition.gate.2", hidden)) * abs(b - a)
        b, a = (
            self.layer_norm(f"{p}.condition.norm", x + self.convolve(f"{p}.condition.convolve", x, True)) + c
            for x in (b, a)
        )
        add = self.w["alpha_add"] * self.linear(f"{p}.score_add", c)[:, 0]
        gone = self.w["alpha_del"] * self.linear(f"{p}.score_del", c)[:, 0]
        qb, kb, vb = np.split(self.linear(f"{p}.query_key_value", b), 3, axis=1)
        qa, ka, va = np.split(self.linear(f"{p}.query_key_value_after", a), 3, axis=1)
        ba, ab = self.attention(qb, ka, add), self.attention(qa, kb, gone)
        added, deleted = self.apply(ba - 0.9 * ab, va), self.apply(ab - 0.9 * ba, vb)
        gate_b = sigmoid(self.linear(f"{p}.gate.0", np.concatenate([b, deleted], axis=1)))
        gate_a = sigmoid(self.linear(f"{p}.gate_after.0", np.concatenate([a, added], axis=1)))
        new_b = self.layer_norm(f"{p}.norm", self.linear(f"{p}.output_before", gate_b * deleted + (1 - gate_b) * b))
        new_a = self.layer_norm(f"{p}.norm_after", self.linear(f"{p}.output_after", gate_a * added + (1 - gate_a) * a))
        return new_b, new_a

    def fuse(self, p: str, b: Array, a: Array) -> Array:
        mix = self.w[f"{p}.mix.weight"][:, :, 0, 0]
        x = np.concatenate([b, a], axis=1) @ mix.T + self.w[f"{p}.mix.bias"]
        y = np.maximum(self.batch_norm(f"{p}.block.body.0", x), 0)
        y = np.maximum(self.batch_norm(f"{p}.block.body.3", self.convolve(f"{p}.block.body.2", y)), 0)
        y = y @ self.w[f"{p}.block.body.5.weight"][:, :, 0, 0].T + self.w[f"{p}.block.body.5.bias"]
        return self.layer_norm(f"{p}.norm", np.maximum(x + self.batch_norm(f"{p}.block.body.6", y), 0))

    def swiglu(self, p: str, x: Array) -> Array:
        gate = self.linear(f"{p}.gate", x)
        return self.linear(f"{p}.down", gate * sigmoid(gate) * self.linear(f"{p}.up", x))

    def experts(self, p: str, tokens: Array) -> tuple[Array, float]:
        out, scores, used = [], [], np.zeros(4)
        for token in tokens:
            score = sigmoid(self.linear(f"{p}.router", token))
            group = int(np.argmax([max(score[0], score[1]), max(score[2], score[3])]))
            chosen = [2 * group, 2 * group + 1]  # two experts of the one best group
            mixed = sum(score[e] * self.swiglu(f"{p}.experts.{e}", token) for e in chosen)
            out.append(self.swiglu(f"{p}.shared", token) + mixed)
            scores.append(score)
            used[chosen] += 1
        share = used / len(tokens) * 4 / 2
        return np.array(out), float((share * np.mean(scores, axis=0)).sum())

    def __call__(self, before: Array, after: Array) -> dict[str, Array]:
        """Two (D, H, W) → tokens (L, D), router logits (2,) and balance ()."""
        column, row = self.w["position.column"][0], self.w["position.row"][0]
        place = np.concatenate([column.repeat(SIDE, axis=1), row.repeat(SIDE, axis=2)])
        b, a = ((x + place).reshape(DIM, -1).T for x in (before.astype(np.float64), after.astype(np.float64)))
        for n in range(2):
            b, a = self.layer(n, b, a)
        logits = self.linear("disentangle.router", (a - b).mean(0))
        balance = np.array(0.0)
        if logits[1] > logits[0]:
            fused = self.fuse("disentangle.changed.fuse", b, a)
            mixed, term = self.experts("disentangle.changed.experts", fused)
            y, balance = self.layer_norm("disentangle.changed.norm", fused + mixed), np.array(term)
        else:
            fused = self.fuse("disentangle.unchanged.fuse", b, a)
            hidden = np.maximum(self.linear("disentangle.unchanged.feedforward.0", fused), 0)
            hidden = self.linear("disentangle.unchanged.feedforward.3", hidden)
            y = self.layer_norm("disentangle.unchanged.norm", fused + hidden)
        return {"tokens": self.layer_norm("norm", b + a + y), "logits": logits, "balance": balance}


def stored() -> tuple[dict[str, Array], dict[str, Array]]:
    """Weights by name, and `before`, `after` (B, D, H, W), `tokens`, `logits`, `balance`."""
    everything = load_file(STORED)
    weights = {name.removeprefix("weight."): v for name, v in everything.items() if name.startswith("weight.")}
    return weights, {name: v for name, v in everything.items() if not name.startswith("weight.")}


def module(weights: dict[str, Array]) -> torch.nn.Module:
    made = build_difference(CONFIG, (DIM,), DIM)
    made.load_state_dict({name: torch.from_numpy(value) for name, value in weights.items()})
    return made.eval()


def outputs(made: torch.nn.Module, before: Array, after: Array) -> dict[str, Array]:
    """Of one pair."""
    with torch.no_grad():
        given = made([torch.from_numpy(before)[None]], [torch.from_numpy(after)[None]])
    extras = given.extras
    return {
        "tokens": given.tokens[0].numpy(),
        "logits": extras["router_logits"][0].numpy(),
        "balance": extras["balance"].numpy(),
    }


def test_outputs_are_those_of_the_slow_computation_and_those_committed() -> None:
    weights, known = stored()
    made, slow = module(weights), Reference(weights)
    routes = set()
    for row, (before, after) in enumerate(zip(known["before"], known["after"], strict=True)):
        ours, theirs = outputs(made, before, after), slow(before, after)
        for name, value in ours.items():
            np.testing.assert_allclose(value, theirs[name], atol=1e-6, err_msg=name)
            np.testing.assert_allclose(value, known[name][row], atol=1e-6, err_msg=name)
        routes.add(bool(theirs["logits"][1] > theirs["logits"][0]))
    assert routes == {False, True}  # both branches were compared


@pytest.mark.parametrize(("variant", "count"), [("published", 81_243_976), ("compact", 64_431_682)])
def test_parameters_at_full_width(variant: str, count: int) -> None:
    """The public code has 81.25 M at D = 768 on a grid of 14 × 14, 9,216 of them in norms that it never uses."""
    config = HiSemConfig.model_validate({"variant": variant, "grid": 14, "norm": "batch"})
    with torch.device("meta"):
        made = build_difference(config, (768,), 768)
    assert sum(parameter.numel() for parameter in made.parameters()) == count


def test_published_has_dropout_in_the_unchanged_routes_network_only() -> None:
    made = build_difference(HiSemConfig.model_validate({**SETTINGS, "variant": "published", "dropout": 0.5}), (8,), 8)
    rates = {name: m.p for name, m in made.named_modules() if isinstance(m, torch.nn.Dropout)}
    assert {name for name, rate in rates.items() if rate} == {
        "disentangle.unchanged.feedforward.2",
        "disentangle.unchanged.feedforward.4",
    }


def test_packs_without_a_variant_are_compact() -> None:
    assert HiSemConfig.model_validate(json.loads('{"name": "hisem"}')).variant == "compact"


def test_the_map_of_names_is_complete() -> None:
    """`docs/hisem_parameters.md` names every parameter of the published variant, layers and experts by `N`."""
    page = (Path(__file__).resolve().parents[4] / "docs" / "hisem_parameters.md").read_text(encoding="utf-8")
    for name in build_difference(CONFIG, (DIM,), DIM).state_dict():
        parts = ["N" if part.isdigit() and before in ("layers", "experts") else part for before, part in _steps(name)]
        assert f"`{'.'.join(parts)}`" in page, name


def _steps(name: str) -> list[tuple[str, str]]:
    parts = name.split(".")
    return list(zip(["", *parts[:-1]], parts, strict=True))


def write() -> None:
    """Draw weights and inputs anew and keep what comes out."""
    torch.manual_seed(8)
    made = build_difference(CONFIG, (DIM,), DIM)
    with torch.no_grad():
        for name, value in made.state_dict().items():
            if value.is_floating_point() and value.dim():
                small = 0.02 if "norm" in name and name.endswith("bias") else 0.4  # else one route takes all
                value.copy_(torch.rand_like(value) + 0.5 if name.endswith("running_var") else torch.randn_like(value))
                value.mul_(1.0 if name.endswith("running_var") else small)
    weights = {name: value.numpy() for name, value in made.state_dict().items()}
    rng = np.random.default_rng(5)
    pairs = rng.normal(size=(2, 3, DIM, SIDE, SIDE)).astype(np.float32)
    pairs = np.concatenate([pairs, pairs[::-1]], axis=1)  # both ways round, to take both routes
    rows = [outputs(made.eval(), before, after) for before, after in zip(*pairs, strict=True)]
    kept = {name: np.stack([row[name] for row in rows]) for name in rows[0]}
    save_file({**{f"weight.{n}": v for n, v in weights.items()}, "before": pairs[0], "after": pairs[1], **kept}, STORED)


def table() -> str:
    """Outputs of the module and of the slow computation on the committed weights, a line per pair and output."""
    weights, known = stored()
    made, slow = module(weights), Reference(weights)
    lines = ["pair  output    module (rms)  description (rms)  largest difference"]
    for row, (before, after) in enumerate(zip(known["before"], known["after"], strict=True)):
        ours, theirs = outputs(made, before, after), slow(before, after)
        for name, value in ours.items():
            ours_rms, theirs_rms = (float(np.sqrt(np.square(part).mean())) for part in (value, theirs[name]))
            apart = float(np.abs(value - theirs[name]).max())
            lines.append(f"{row:>4}  {name:<8}  {ours_rms:>12.7f}  {theirs_rms:>17.7f}  {apart:>18.1e}")
    return "\n".join(lines)


if __name__ == "__main__":
    if "--write" in sys.argv:
        write()
    print(table())
