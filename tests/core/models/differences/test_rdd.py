"""RDD against its equations written out with einsum, its ablations, and what its gradients reach."""

import pytest
import torch
from describe_changes.core.errors import InputError
from describe_changes.core.models.differences import RDDConfig, build_difference
from pydantic import ValidationError

torch.set_num_threads(1)
CHANNELS = (6, 10)
DIM = 8
STAGES = ("global", "object", "action", "object_then_action", "action_then_object", "simultaneous")


def pyramid(batch=2, rows=3, columns=4, seed=0):
    generator = torch.Generator().manual_seed(seed)
    sizes = [(2 * rows, 2 * columns), (rows, columns)]
    return [
        torch.randn(batch, c, *size, generator=generator, dtype=torch.float64)
        for c, size in zip(CHANNELS, sizes, strict=True)
    ]


def build(**options):
    torch.manual_seed(1)
    settings = {"object_vectors": 5, "action_vectors": 3, "heads": 2, "feedforward": 12, "grid": 4, **options}
    return build_difference(RDDConfig(**settings), CHANNELS, DIM).double().eval()


class Oracle:
    """Equations 1–9 on the weights of a module, one head at a time."""

    def __init__(self, module, config):
        self.w, self.c = dict(module.state_dict()), config

    def linear(self, name, x):
        return torch.einsum("bld,ed->ble", x, self.w[f"{name}.weight"]) + self.w[f"{name}.bias"]

    def norm(self, name, x):
        centred = x - x.mean(-1, keepdim=True)
        scaled = centred / (centred.square().mean(-1, keepdim=True) + 1e-5).sqrt()
        return scaled * self.w[f"{name}.weight"] + self.w[f"{name}.bias"]

    def attention(self, name, query, source):
        q, k, v = (
            self.linear(f"{name}.{part}", x) for part, x in (("query", query), ("key", source), ("value", source))
        )
        width = DIM // self.c.heads
        heads = []
        for h in range(self.c.heads):
            part = slice(h * width, (h + 1) * width)
            scores = torch.einsum("bqd,bkd->bqk", q[..., part], k[..., part]) / width**0.5  # eq. 3
            heads.append(torch.einsum("bqk,bkd->bqd", scores.exp() / scores.exp().sum(-1, keepdim=True), v[..., part]))
        return self.linear(f"{name}.output", torch.cat(heads, -1))

    def attend(self, name, query, source):
        read = self.attention(f"{name}.attention", query, source)
        return self.norm(f"{name}.norm", query + read) if self.c.residual else read

    def ffn(self, name, x):
        if self.c.feedforward == 0:
            return self.linear(f"{name}.0", x)
        return self.linear(f"{name}.3", self.linear(f"{name}.0", x).clamp_min(0))

    def date(self, features):
        x = torch.einsum("bchw,dc->bdhw", features, self.w["project.weight"][:, :, 0, 0])
        return x + self.w["project.bias"][None, :, None, None]

    def place(self, x):
        size = x.shape[-2:]
        row, column = self.w["position.row"], self.w["position.column"]
        if size != (4, 4):
            row = torch.nn.functional.interpolate(row, size=(size[0], 1), mode="bilinear", align_corners=False)
            column = torch.nn.functional.interpolate(column, size=(1, size[1]), mode="bilinear", align_corners=False)
        return torch.stack([(x + row + column)[:, :, i, j] for i in range(size[0]) for j in range(size[1])], 1)

    def whole(self, before, after):
        if not self.c.gde:
            return self.place(self.date(before) - self.date(after))
        b, a = self.place(self.date(before)), self.place(self.date(after))
        read = [self.attend("gde.attend", x, b - a) for x in (b, a)]
        if self.c.join == "tokens":
            return torch.cat(read, 1)
        return self.linear("gde.join", torch.cat(read, 2))

    def distil(self, name, source):
        vectors = self.w[f"{name}.vectors"].expand(len(source), -1, -1)
        for _ in range(self.c.blocks):
            source = self.attend(f"{name}.self_attend", source, source)
            vectors = self.attend(f"{name}.cross_attend", vectors, source)
            vectors = self.ffn(f"{name}.feedforward", vectors) + vectors
        return vectors

    def __call__(self, before, after):
        whole = self.whole(before[-1], after[-1])
        stages, parts = self.c.stages, [whole]
        if stages in ("object", "object_then_action", "simultaneous"):
            parts.append(self.distil("object", whole))
        if stages == "object_then_action":
            parts.append(self.distil("action", parts[1]))
        if stages in ("action", "simultaneous"):
            parts.append(self.distil("action", whole))
        if stages == "action_then_object":
            action = self.distil("action", whole)
            parts += [self.distil("object", action), action]
        tokens = torch.cat(parts, 1)
        if stages != "global":
            tokens = self.norm("fuse.norm", tokens + self.attention("fuse.attention", tokens, tokens))
            tokens = tokens + self.ffn("fuse.feedforward", tokens)
        return self.norm("norm", tokens), parts[1:]


@pytest.mark.parametrize("stages", STAGES)
@pytest.mark.parametrize(
    "options",
    [{}, {"gde": False}, {"join": "tokens", "blocks": 3}, {"residual": False, "feedforward": 0, "blocks": 1}],
)
def test_equations(stages, options):
    module = build(stages=stages, **options)
    config = RDDConfig(
        stages=stages,
        heads=2,
        feedforward=options.get("feedforward", 12),
        **{k: v for k, v in options.items() if k != "feedforward"},
    )
    before, after = pyramid(seed=2), pyramid(seed=3)
    given = module(before, after)
    tokens, regions = Oracle(module, config)(before, after)
    torch.testing.assert_close(given.tokens, tokens, rtol=1e-9, atol=1e-9)
    for name, expected in zip(given.extras, regions, strict=True):
        torch.testing.assert_close(given.extras[name], expected, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize(
    ("stages", "length", "regions"),
    [
        ("global", 12, {}),
        ("object", 17, {"object": 5}),
        ("action", 15, {"action": 3}),
        ("object_then_action", 20, {"object": 5, "action": 3}),
        ("action_then_object", 20, {"object": 5, "action": 3}),
        ("simultaneous", 20, {"object": 5, "action": 3}),
    ],
)
def test_stages_make_their_regions(stages, length, regions):
    given = build(stages=stages)(pyramid(), pyramid(seed=1))
    assert given.tokens.shape == (2, length, DIM)
    assert {name: vectors.shape[1] for name, vectors in given.extras.items()} == regions


def test_the_order_decides_what_reads_the_scene():
    """The second stage sees the global features only through the first (simultaneous: directly)."""
    reads = {}
    for stages in STAGES[3:]:
        module = build(stages=stages)
        first = {"object_then_action": "object", "action_then_object": "action"}.get(stages)
        given = module(pyramid(), pyramid(seed=1))
        second = "action" if first == "object" else "object"
        module.zero_grad()
        given.extras[second].sum().backward()
        reads[stages] = first is not None and getattr(module, first).vectors.grad is not None
    assert reads == {"object_then_action": True, "action_then_object": True, "simultaneous": False}


def test_blocks_share_their_parameters():
    sizes = {n: sum(p.numel() for p in build(blocks=n).parameters()) for n in (1, 2, 5)}
    assert len(set(sizes.values())) == 1
    pair = pyramid(), pyramid(seed=1)
    assert not torch.allclose(build(blocks=1)(*pair).tokens, build(blocks=2)(*pair).tokens)


@pytest.mark.parametrize("stages", STAGES)
def test_every_parameter_has_a_gradient(stages):
    module = build(stages=stages).train()
    module(pyramid(), pyramid(seed=1)).tokens.square().mean().backward()
    assert [name for name, p in module.named_parameters() if p.grad is None] == []


@pytest.mark.parametrize(("rows", "columns", "join"), [(4, 4, "channels"), (2, 2, "tokens"), (5, 3, "channels")])
def test_any_grid_and_no_influence_of_the_batch(rows, columns, join):
    module = build(join=join)
    before, after = pyramid(3, rows, columns), pyramid(3, rows, columns, seed=1)
    together = module(before, after).tokens
    for row in range(3):
        alone = module([x[row : row + 1] for x in before], [x[row : row + 1] for x in after]).tokens
        torch.testing.assert_close(alone[0], together[row], rtol=1e-10, atol=1e-10)


def test_a_start_at_zero_leaves_the_residual_path_and_lets_everything_learn():
    module = build(init="zero")
    pairs = [(pyramid(), pyramid(seed=1)), (pyramid(seed=4), pyramid(seed=5))]
    weights = dict(module.named_parameters())

    def norm(name, x):
        return torch.nn.functional.layer_norm(x, (DIM,), weights[f"{name}.weight"], weights[f"{name}.bias"])

    vectors = weights["object.vectors"]
    for _ in range(2):  # N blocks
        vectors = norm("object.cross_attend.norm", vectors)
    for before, after in pairs:
        torch.testing.assert_close(
            module(before, after).extras["object"], vectors.expand(2, -1, -1), rtol=1e-9, atol=1e-9
        )
    for _ in range(4):  # the projections before the last one have no gradient until it has left zero
        module.zero_grad()
        module(*pairs[0]).tokens[..., 0].square().mean().backward()
        with torch.no_grad():
            for weight in weights.values():
                weight -= 0.1 * weight.grad
    biases = {name for name in weights if name.endswith("key.bias")}  # a key's bias never counts in a softmax
    assert [name for name, w in weights.items() if not w.grad.abs().max() > 1e-12 and name not in biases] == []
    with pytest.raises(ValidationError, match="init: zero needs residual: true"):
        RDDConfig(init="zero", residual=False)


def test_finer_scale_is_read():
    assert build(scale=0, stages="global")(pyramid(), pyramid(seed=1)).tokens.shape == (2, 48, DIM)


def test_heads_must_divide_the_width():
    with pytest.raises(InputError, match="8 is not a multiple of 3 heads"):
        build(heads=3)


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ({}, 2652928),
        ({"stages": "global"}, 535040),
        ({"stages": "object"}, 1860096),
        ({"gde": False}, 2257920),
    ],
)
def test_parameter_count_at_width_256(options, count):
    with torch.device("meta"):
        module = build_difference(RDDConfig(**options), (64, 128, 256, 512), 256)
    assert sum(p.numel() for p in module.parameters()) == count
