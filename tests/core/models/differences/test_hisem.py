"""HiSem against its equations in plain loops, its routes, its ablations, and what its gradients reach."""

import pytest
import torch
from describe_changes.core.models.differences import HiSemConfig, build_difference
from describe_changes.core.models.differences.hisem import HASD, BDAMLayer
from pydantic import ValidationError

torch.set_num_threads(1)
CHANNELS = (5, 8)
DIM = 8
ROWS, COLUMNS = 3, 4
TINY = {
    "heads": 2,
    "feedforward": 10,
    "experts": 4,
    "groups": 2,
    "top_groups": 1,
    "top_experts": 2,
    "expert_hidden": 6,
    "grid": 4,
}


def pyramid(batch=4, rows=ROWS, columns=COLUMNS, seed=0):
    generator = torch.Generator().manual_seed(seed)
    sizes = [(2 * rows, 2 * columns), (rows, columns)]
    return [
        torch.randn(batch, c, *size, generator=generator, dtype=torch.float64)
        for c, size in zip(CHANNELS, sizes, strict=True)
    ]


def build(**options):
    torch.manual_seed(1)
    return build_difference(HiSemConfig(**{**TINY, **options}), CHANNELS, DIM).double().eval()


def aim(module, before, after, wanted):
    """Set the router so that it predicts the wanted route of each pair."""
    router, seen = module.disentangle.router, []
    hook = router.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0].detach()))
    module(before, after)
    hook.remove()
    sides = torch.tensor([[-1.0, 1.0] if flag else [1.0, -1.0] for flag in wanted], dtype=torch.float64)
    router.weight.data = (torch.linalg.pinv(seen[0]) @ sides).T


def layer_norm(module, x):
    centred = x - x.mean(-1, keepdim=True)
    return centred / (centred.square().mean(-1, keepdim=True) + 1e-5).sqrt() * module.weight + module.bias


def linear(module, x):
    mapped = torch.einsum("...d,ed->...e", x, module.weight)
    return mapped if module.bias is None else mapped + module.bias


def convolve(weight, x, rows, columns, depthwise):
    """3×3 convolution with zero padding of (L, C) tokens, cell by cell."""
    out = torch.zeros(len(x), weight.shape[0], dtype=x.dtype)
    for i in range(rows):
        for j in range(columns):
            for di in (-1, 0, 1):
                for dj in (-1, 0, 1):
                    if 0 <= i + di < rows and 0 <= j + dj < columns:
                        cell, tap = x[(i + di) * columns + j + dj], weight[:, :, di + 1, dj + 1]
                        out[i * columns + j] += tap[:, 0] * cell if depthwise else tap @ cell
    return out


def bdam_by_hand(layer, b, a, alpha_add, alpha_del, lam):
    """One pair of (L, D) tokens through one layer."""
    joined = torch.cat([b, a], -1)
    gate = linear(layer.condition.gate[2], linear(layer.condition.gate[0], joined).clamp_min(0)).sigmoid()
    c = gate * (b - a).abs()
    weight, norm = layer.condition.convolve.weight, layer.condition.norm
    b = layer_norm(norm, b + convolve(weight, b, ROWS, COLUMNS, True)) + c
    a = layer_norm(norm, a + convolve(weight, a, ROWS, COLUMNS, True)) + c
    s_add, s_del = (c @ score.weight[0] for score in (layer.score_add, layer.score_del))
    w_q, w_k, w_v = layer.query_key_value.weight.split(DIM)
    width = DIM // layer.heads
    o_add, o_del = torch.zeros_like(a), torch.zeros_like(b)
    for h in range(layer.heads):
        part = slice(h * width, (h + 1) * width)
        a_ba = (b @ w_q[part].T @ (a @ w_k[part].T).T / width**0.5 + torch.diag(s_add) * alpha_add).softmax(1)
        a_ab = (a @ w_q[part].T @ (b @ w_k[part].T).T / width**0.5 + torch.diag(s_del) * alpha_del).softmax(1)
        o_add[:, part] = (a_ba - lam * a_ab) @ (a @ w_v[part].T)
        o_del[:, part] = (a_ab - lam * a_ba) @ (b @ w_v[part].T)
    g_b = linear(layer.gate[0], torch.cat([b, o_del], -1)).sigmoid()
    g_a = linear(layer.gate[0], torch.cat([a, o_add], -1)).sigmoid()
    b = layer_norm(layer.norm, linear(layer.output_before, g_b * o_del + (1 - g_b) * b))
    a = layer_norm(layer.norm, linear(layer.output_after, g_a * o_add + (1 - g_a) * a))
    return b, a


def group_norm(module, x):
    """(L, C) tokens of one image."""
    parts = []
    for group in x.split(x.shape[1] // module.num_groups, 1):
        centred = group - group.mean()
        parts.append(centred / (centred.square().mean() + 1e-5).sqrt())
    return torch.cat(parts, 1) * module.weight + module.bias


def fuse_by_hand(fuse, b, a):
    x = torch.cat([b, a], 1) @ fuse.mix.weight[:, :, 0, 0].T + fuse.mix.bias
    body = fuse.block.body
    y = group_norm(body[1], x @ body[0].weight[:, :, 0, 0].T).clamp_min(0)
    y = group_norm(body[4], convolve(body[3].weight, y, ROWS, COLUMNS, False)).clamp_min(0)
    y = group_norm(body[7], y @ body[6].weight[:, :, 0, 0].T)
    return layer_norm(fuse.norm, (x + y).clamp_min(0))


def branches_by_hand(hasd, b, a):
    """y of the unchanged and of the changed route for one pair of (L, D) tokens."""
    x = fuse_by_hand(hasd.unchanged.fuse, b, a)
    ffn = hasd.unchanged.feedforward
    coarse = layer_norm(hasd.unchanged.norm, x + linear(ffn[3], linear(ffn[0], x).clamp_min(0)))
    x = fuse_by_hand(hasd.changed.fuse, b, a)
    mixed, _ = hasd.changed.experts(x[None])  # the experts have their own oracle
    return coarse, layer_norm(hasd.changed.norm, x + mixed[0])


def start(module, features, row):
    """(L, D) tokens of one date: CHANNELS[-1] = DIM, so nothing is projected."""
    x = module.position(features[-1])[row]
    return torch.stack([x[:, i, j] for i in range(ROWS) for j in range(COLUMNS)])


@pytest.mark.parametrize("routing", ["hard", "soft"])
def test_equations(routing):
    module = build(routing=routing, suppression=0.7)
    before, after = pyramid(seed=2), pyramid(seed=3)
    wanted = [True, False, False, True]
    aim(module, before, after, wanted)
    given = module(before, after)
    for row in range(4):
        b, a = start(module, before, row), start(module, after, row)
        for layer in module.layers:
            b, a = bdam_by_hand(layer, b, a, module.alpha_add, module.alpha_del, 0.7)
        logits = module.disentangle.router.weight @ (b - a).mean(0)
        torch.testing.assert_close(given.extras["router_logits"][row], logits)
        coarse, fine = branches_by_hand(module.disentangle, b, a)
        route = bool(logits[1] > logits[0])
        assert route is wanted[row]
        share = logits.float().softmax(0).double()
        y = share[0] * coarse + share[1] * fine if routing == "soft" else (fine if route else coarse)
        torch.testing.assert_close(given.tokens[row], layer_norm(module.norm, b + a + y), rtol=1e-7, atol=1e-7)


def test_published_starting_values():
    module, config = build(), HiSemConfig()
    assert (module.alpha_add.item(), module.alpha_del.item()) == (1.0, 0.5)
    assert (config.layers, config.suppression, config.heads, config.feedforward) == (3, 0.9, 8, 2048)
    assert (config.experts, config.groups, config.top_groups, config.top_experts) == (8, 4, 2, 2)
    assert config.expert_hidden == 2048
    assert module.layers[0].query_key_value.bias is None
    assert module.layers[0].condition.convolve.bias is None
    assert module.layers[0].condition.gate[0].out_features == DIM // 4
    assert module.disentangle.router.bias is None
    assert module.disentangle.changed.experts.shared.gate.out_features == 2 * DIM


def test_equal_dates_have_no_difference_and_full_suppression_leaves_nothing():
    """b = a gives c = 0 and A_ba = A_ab; with λ = 1 both read nothing."""
    layer = BDAMLayer(HiSemConfig(**TINY, suppression=1.0), DIM).double().eval()
    tokens = torch.randn(2, ROWS * COLUMNS, DIM, dtype=torch.float64)
    one = torch.ones((), dtype=torch.float64)
    change, before, after = layer.condition(tokens, tokens, (ROWS, COLUMNS))
    assert not change.any()
    added, deleted = layer._exchange(before, after, one * change[..., 0], one * change[..., 1])
    torch.testing.assert_close(added, torch.zeros_like(added))
    torch.testing.assert_close(deleted, torch.zeros_like(deleted))


def hasd(**options):
    torch.manual_seed(4)
    return HASD(HiSemConfig(**{**TINY, "dropout": 0.0, **options}), DIM).double()


def routed(module, changed):
    b, a = (
        torch.randn(4, ROWS * COLUMNS, DIM, dtype=torch.float64, generator=g)
        for g in (torch.Generator().manual_seed(5), torch.Generator().manual_seed(6))
    )
    y, extras = module(b, a, (ROWS, COLUMNS), changed)
    coarse, fine = module.unchanged(b, a, (ROWS, COLUMNS)), module.changed(b, a, (ROWS, COLUMNS))[0]
    took_fine = [torch.allclose(y[i], fine[i]) for i in range(4)]
    assert all(fine_row or torch.allclose(y[i], coarse[i]) for i, fine_row in enumerate(took_fine))
    return took_fine, extras["router_logits"].argmax(1).bool().tolist()


def test_ground_truth_routes_in_training_only():
    module = hasd()
    _, predicted = routed(module.eval(), None)
    opposite = [not p for p in predicted]
    flags = torch.tensor(opposite)
    assert routed(module.train(), flags)[0] == opposite
    assert routed(module.train(), None)[0] == predicted
    assert routed(module.eval(), flags)[0] == predicted


def test_soft_routing_never_reads_the_ground_truth():
    module = build(routing="soft", dropout=0.0).train()
    pair = pyramid(), pyramid(seed=1)
    yes, no = (module(*pair, changed=torch.full((4,), flag)).tokens for flag in (True, False))
    torch.testing.assert_close(yes, no, rtol=0, atol=0)


@pytest.mark.parametrize(("routing", "reached"), [("hard", False), ("soft", True)])
def test_caption_gradient_into_the_router(routing, reached):
    module = build(routing=routing).train()
    module(pyramid(), pyramid(seed=1)).tokens[..., 0].square().mean().backward()
    gradient = module.disentangle.router.weight.grad
    assert (gradient is not None and bool(gradient.any())) is reached


def test_router_loss_trains_the_hard_router():
    module = build().train()
    logits = module(pyramid(), pyramid(seed=1)).extras["router_logits"]
    torch.nn.functional.cross_entropy(logits, torch.tensor([0, 1, 1, 0])).backward()
    assert module.disentangle.router.weight.grad.any()


@pytest.mark.parametrize("flag", [True, False])
@pytest.mark.parametrize("norm", ["group", "layer", "batch"])
def test_a_batch_of_one_route(flag, norm):
    """No pair on one of the routes: its parameters have zero gradients (batch norm: none), the balance is 0 or not."""
    module = build(norm=norm).train()
    given = module(pyramid(), pyramid(seed=1), changed=torch.full((4,), flag))
    assert given.tokens.shape == (4, ROWS * COLUMNS, DIM)
    assert bool(given.extras["balance"] > 0) is flag
    (given.tokens[..., 0].square().mean() + given.extras["balance"]).backward()
    idle = module.disentangle.unchanged if flag else module.disentangle.changed
    gradients = [p.grad for p in idle.parameters()]
    if norm == "batch":
        assert all(g is None for g in gradients)
    else:
        assert all(g is not None and not g.any() for g in gradients)


@pytest.mark.parametrize("options", [{}, {"routing": "soft"}, {"hasd": False}, {"layers": 0}, {"experts": 0}])
def test_every_other_parameter_has_a_gradient(options):
    module = build(**options).train()
    given = module(pyramid(), pyramid(seed=1), changed=torch.tensor([True, False, True, False]))
    (given.tokens[..., 0].square().mean() + sum(extra.sum() for extra in given.extras.values())).backward()
    assert [name for name, p in module.named_parameters() if p.grad is None] == []


@pytest.mark.parametrize("norm", ["group", "layer"])
def test_only_batch_norm_lets_samples_of_a_route_see_each_other_in_training(norm):
    flags = torch.ones(4, dtype=torch.bool)

    def first(kind, others):
        module = hasd(norm=kind).train()
        tokens = [torch.randn(4, ROWS * COLUMNS, DIM, dtype=torch.float64) for _ in range(2)]
        shared = [
            torch.linspace(-1, 1, ROWS * COLUMNS * DIM, dtype=torch.float64).view(1, -1, DIM).sin() + k
            for k in range(2)
        ]
        pair = [torch.cat([s, others * t[1:]]) for s, t in zip(shared, tokens, strict=True)]
        return module(*pair, (ROWS, COLUMNS), flags)[0][0]

    torch.testing.assert_close(first(norm, 1.0), first(norm, 9.0))
    assert not torch.allclose(first("batch", 1.0), first("batch", 9.0))


@pytest.mark.parametrize("norm", ["group", "layer", "batch"])
@pytest.mark.parametrize(("rows", "columns"), [(3, 4), (2, 2), (5, 5)])
def test_any_grid_and_no_influence_of_the_batch(norm, rows, columns):
    module = build(norm=norm)
    before, after = pyramid(4, rows, columns), pyramid(4, rows, columns, seed=1)
    aim(module, before, after, [False, True, True, False])
    together = module(before, after).tokens
    for row in range(4):
        alone = module([x[row : row + 1] for x in before], [x[row : row + 1] for x in after]).tokens
        torch.testing.assert_close(alone[0], together[row], rtol=1e-6, atol=1e-6)


def test_ablations_change_what_they_should():
    pair = pyramid(), pyramid(seed=1)
    whole, plain = build(), build(layers=0, hasd=False)
    assert len(build(layers=2).layers) == 2
    assert set(whole(*pair).extras) == {"router_logits", "balance", "routed"}
    assert plain(*pair).extras == {}
    assert not any(name.startswith(("layers", "alpha", "disentangle")) for name, _ in plain.named_parameters())
    assert not torch.allclose(whole(*pair).tokens, build(suppression=0.0)(*pair).tokens)
    swapped = plain(pair[1], pair[0]).tokens
    assert not torch.allclose(plain(*pair).tokens, swapped)  # the fusion still knows which date came first


def test_narrower_scale_is_projected():
    assert build(scale=0)(pyramid(), pyramid(seed=1)).tokens.shape == (4, 4 * ROWS * COLUMNS, DIM)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"experts": 6, "groups": 4}, "multiple of groups"),
        ({"groups": 2, "top_groups": 3}, "must not exceed groups"),
        ({"top_groups": 1, "top_experts": 3}, "must not exceed 2"),
    ],
)
def test_impossible_expert_counts_are_refused(options, words):
    with pytest.raises(ValidationError, match=words):
        HiSemConfig(**options)


@pytest.mark.parametrize(
    ("options", "count"),
    [({}, 16400834), ({"layers": 0}, 14862336), ({"hasd": False}, 2024386), ({"experts": 0}, 3815874)],
)
def test_parameter_count_at_width_256(options, count):
    with torch.device("meta"):
        module = build_difference(HiSemConfig(**options), (64, 128, 256, 512), 256)
    assert sum(p.numel() for p in module.parameters()) == count
