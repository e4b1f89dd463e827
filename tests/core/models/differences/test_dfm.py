"""Joint feature modelling against J1–J5 in loops over cells, its switches, and the frozen detector."""

import pytest
import torch
from describe_changes.core.errors import InputError, InternalError
from describe_changes.core.models.differences import DFMConfig, build_difference
from describe_changes.core.models.differences.dfm import to_grid
from pydantic import ValidationError

torch.set_num_threads(1)
CHANNELS = (4, 5, 6)
PRIOR = (2, 3, 1)
DIM = 8
TINY = {"heads": 2, "feedforward": 10, "grid": 4}


def pyramid(channels=CHANNELS, batch=2, rows=2, columns=3, seed=0):
    generator = torch.Generator().manual_seed(seed)
    return [
        torch.randn(batch, c, rows * 2**k, columns * 2**k, generator=generator, dtype=torch.float64)
        for c, k in zip(channels, (2, 1, 0), strict=True)
    ]


def build(**options):
    torch.manual_seed(1)
    return build_difference(DFMConfig(**{**TINY, **options}), CHANNELS, DIM).double().eval()


def norm(module, x):
    centred = x - x.mean()
    return centred / (centred.square().mean() + 1e-5).sqrt() * module.weight + module.bias


def linear(module, x):
    return module.weight.flatten(1) @ x + module.bias


def attend(module, query, source):
    """One (D,) query, K (D,) sources, head by head."""
    q = linear(module.query, query)
    keys, values = ([linear(part, s) for s in source] for part in (module.key, module.value))
    width, read = DIM // module.heads, []
    for h in range(module.heads):
        part = slice(h * width, (h + 1) * width)
        weights = torch.stack([q[part] @ k[part] / width**0.5 for k in keys]).softmax(0)
        read.append(sum(w * v[part] for w, v in zip(weights, values, strict=True)))
    return linear(module.output, torch.cat(read))


def joint_by_hand(joint, tokens, before, after, prior, rows, columns):
    """J1–J5 for one pair: (L, D) tokens, per scale (C, H, W) features."""
    sets = [[] for _ in range(rows * columns)]
    for s, scale in zip(joint.scales, joint.sets, strict=True):
        step = before[s].shape[1] // rows
        for p in range(rows * columns):
            i, j = divmod(p, columns)
            cells = [(i * step + y, j * step + x) for y in range(step) for x in range(step)]
            convolved = torch.zeros(3, DIM, dtype=torch.float64)
            for y, x in cells:  # convolve every fine cell, then average: the other way round from the module
                b, a = before[s][:, y, x], after[s][:, y, x]
                parts = [(b - a).abs()]
                if scale.cosine:
                    parts.append((a @ b / (a.norm() * b.norm()))[None])
                if prior is not None:
                    parts.append(prior[s][:, y, x])
                convolved += torch.stack(
                    [linear(scale.difference, torch.cat(parts)), linear(scale.date, b), linear(scale.date, a)]
                ) / len(cells)
            sets[p] += [norm(scale.norm, d + e) for d, e in zip(convolved, scale.kind[:, 0], strict=True)]
    x = list(tokens)
    for layer in joint.layers:
        x = [t + attend(layer.cell, norm(layer.cell_norm, t), kept) for t, kept in zip(x, sets, strict=True)]
        normed = [norm(layer.field_norm, t) for t in x]
        x = [t + attend(layer.field, n, normed) for t, n in zip(x, normed, strict=True)]
        ffn = layer.feedforward
        x = [t + linear(ffn[4], torch.nn.functional.gelu(linear(ffn[1], norm(ffn[0], t)))) for t in x]
    out = []
    for t, new in zip(tokens, x, strict=True):
        gate = 1 if joint.gate is None else linear(joint.gate[0], torch.cat([t, new])).sigmoid()
        out.append(norm(joint.norm, t + gate * (new - t)))
    return torch.stack(out)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"prior_channels": PRIOR},
        {"scales": (-1, 0), "prior_channels": PRIOR, "layers": 2},
        {"cosine": False, "gate": False},
    ],
)
def test_equations(options):
    module = build(**options)
    before, after, prior = pyramid(seed=2), pyramid(seed=3), pyramid(PRIOR, seed=4)
    given = module(before, after, prior=prior)
    base = module.base(before, after).tokens
    used = prior if "prior_channels" in options else None
    for row in range(2):
        pick = [[x[row] for x in part] if part else None for part in (before, after, used)]
        expected = joint_by_hand(module.joint, base[row], *pick, 2, 3)
        torch.testing.assert_close(given.tokens[row], expected, rtol=1e-8, atol=1e-8)
    torch.testing.assert_close(given.extras["pooled"], sum(given.tokens[:, p] for p in range(6)) / 6)


def test_without_joint_modelling_the_tokens_are_those_of_direct_sub():
    module = build(joint=False)
    before, after = pyramid(), pyramid(seed=1)
    torch.testing.assert_close(module(before, after).tokens, module.base(before, after).tokens, rtol=0, atol=0)
    assert module(before, after).extras["pooled"].shape == (2, DIM)


def test_only_the_named_scales_are_read():
    module = build(scales=(1, 2))
    before, after = pyramid(), pyramid(seed=1)
    changed = [after[0] + 1.0, *after[1:]]
    torch.testing.assert_close(module(before, after).tokens, module(before, changed).tokens, rtol=0, atol=0)
    assert not torch.allclose(build()(before, after).tokens, build()(before, changed).tokens)


def test_detector_features_matter_where_they_are_on_and_only_there():
    before, after = pyramid(), pyramid(seed=1)
    some, other = pyramid(PRIOR, seed=2), pyramid(PRIOR, seed=3)
    on, off = build(prior_channels=PRIOR), build()
    assert not torch.allclose(on(before, after, prior=some).tokens, on(before, after, prior=other).tokens)
    torch.testing.assert_close(off(before, after, prior=some).tokens, off(before, after).tokens, rtol=0, atol=0)


def test_detector_on_another_grid():
    module = build(prior_channels=PRIOR)
    prior = [torch.randn(2, c, side, side, dtype=torch.float64) for c, side in zip(PRIOR, (7, 1, 5), strict=True)]
    assert module(pyramid(), pyramid(seed=1), prior=prior).tokens.shape == (2, 6, DIM)


def test_missing_detector_features_are_a_fault():
    with pytest.raises(InternalError, match="expects the features of a change detector"):
        build(prior_channels=PRIOR)(pyramid(), pyramid(seed=1))


def test_wrong_settings_are_refused():
    with pytest.raises(InputError, match="names 2 scales, the encoder has 3"):
        build(prior_channels=(1, 2))
    with pytest.raises(ValidationError, match="scales is empty"):
        DFMConfig(scales=())


def test_gradients_reach_everything_but_the_detector():
    module = build(prior_channels=PRIOR).train()
    before, after = pyramid(), pyramid(seed=1)
    prior = [x.requires_grad_() for x in pyramid(PRIOR, seed=2)]
    for x in (*before, *after):
        x.requires_grad_()
    given = module(before, after, prior=prior)
    (given.tokens[..., 0].square().mean() + given.extras["pooled"].square().sum()).backward()
    assert all(x.grad is None for x in prior)
    assert all(x.grad.any() for x in (*before, *after))
    assert [name for name, p in module.named_parameters() if p.grad is None] == []


def test_contrastive_gradient_alone_reaches_the_encoder():
    module, after = build().train(), pyramid(seed=1)
    for x in after:
        x.requires_grad_()
    module(pyramid(), after).extras["pooled"].square().sum().backward()
    assert all(x.grad.any() for x in after)


@pytest.mark.parametrize(("rows", "columns"), [(2, 2), (3, 5), (4, 4)])
def test_any_grid_and_no_influence_of_the_batch(rows, columns):
    module = build()
    before, after = (pyramid(batch=3, rows=rows, columns=columns, seed=k) for k in (0, 1))
    together = module(before, after).tokens
    for row in range(3):
        alone = module([x[row : row + 1] for x in before], [x[row : row + 1] for x in after]).tokens
        torch.testing.assert_close(alone[0], together[row], rtol=1e-10, atol=1e-10)


def test_finer_common_grid_fills_in_the_coarser_scales():
    assert build(scale=1)(pyramid(), pyramid(seed=1)).tokens.shape == (2, 24, DIM)


def test_to_grid_averages_areas():
    ramp = torch.arange(16.0).view(1, 1, 4, 4)
    assert to_grid(ramp, (2, 2)).tolist() == [[[[2.5, 4.5], [10.5, 12.5]]]]
    assert to_grid(ramp, (3, 3)).mean() == pytest.approx(7.5)  # overlapping areas, symmetric
    assert to_grid(ramp, (8, 8)).shape == (1, 1, 8, 8)
    assert to_grid(ramp, (4, 4)) is ramp


@pytest.mark.parametrize(
    ("options", "count"),
    [({}, 1825024), ({"joint": False}, 140032), ({"prior_channels": (64, 128, 256, 512)}, 2070784)],
)
def test_parameter_count_at_width_256(options, count):
    with torch.device("meta"):
        module = build_difference(DFMConfig(**options), (64, 128, 256, 512), 256)
    assert sum(p.numel() for p in module.parameters()) == count


def test_without_jfm_the_prior_is_added_to_the_tokens():
    model = build(joint=False, prior_channels=PRIOR)
    before, after, prior = pyramid(seed=1), pyramid(seed=2), pyramid(PRIOR, seed=3)
    given = model(before, after, prior=prior)
    plain = model.base(before, after).tokens
    size = before[-1].shape[-2:]
    for pair in range(2):
        for cell in range(size[0] * size[1]):
            row, col = divmod(cell, size[1])
            expected = plain[pair, cell].clone()
            for scale, part in zip(model.prior.project, prior, strict=True):
                step = part.shape[-1] // size[1]
                seen = part[pair, :, row * step : (row + 1) * step, col * step : (col + 1) * step].mean((1, 2))
                expected += linear(scale, seen)
            torch.testing.assert_close(given.tokens[pair, cell], norm(model.prior.norm, expected))
    with pytest.raises(InternalError, match="change detector"):
        model(before, after)
    assert build(joint=False).prior is None
    torch.testing.assert_close(given.extras["vision"], (after[-1] - before[-1]).abs().mean((2, 3)))
