"""The mixture of experts against a loop over tokens, and its balance term against hand-worked loads."""

import pytest
import torch
from describe_changes.core.models.differences.experts import MixtureOfExperts, balance_term

torch.set_num_threads(1)
DIM = 6


def build(experts=8, groups=4, top_groups=2, top_experts=2):
    torch.manual_seed(3)
    return MixtureOfExperts(
        DIM,
        experts=experts,
        groups=groups,
        top_groups=top_groups,
        top_experts=top_experts,
        hidden=5,
        shared_hidden=2 * DIM,
    ).double()


def swiglu(expert, x):
    gate, up = expert.gate.weight @ x, expert.up.weight @ x
    return expert.down.weight @ (gate / (1 + (-gate).exp()) * up)


def choose_by_hand(scores, groups, top_groups, top_experts):
    size = len(scores) // groups
    best = sorted(range(groups), key=lambda g: -max(scores[g * size : (g + 1) * size]))[:top_groups]
    members = [e for g in best for e in range(g * size, (g + 1) * size)]
    return sorted(members, key=lambda e: -scores[e])[:top_experts]


@pytest.mark.parametrize(
    "shape",
    [(8, 4, 2, 2), (8, 4, 1, 2), (8, 1, 1, 3), (4, 4, 3, 1), (6, 2, 2, 6)],
    ids=lambda shape: str(shape),
)
def test_equals_a_loop_over_tokens(shape):
    module = build(*shape)
    tokens = torch.randn(3, 7, DIM, dtype=torch.float64)
    given, balance = module(tokens)
    terms = []
    for b in range(3):
        used, share = torch.zeros(shape[0]), torch.zeros(shape[0])
        for t in range(7):
            x = tokens[b, t]
            scores = torch.sigmoid((module.router.weight @ x).float())
            chosen = choose_by_hand(scores.tolist(), *shape[1:])
            expected = swiglu(module.shared, x)
            for e in chosen:
                expected = expected + scores[e].double() * swiglu(module.experts[e], x)
                used[e] += shape[0] / shape[3] / 7
            share += scores.detach() / scores.detach().sum() / 7
            torch.testing.assert_close(given[b, t], expected, rtol=1e-6, atol=1e-6)
        terms.append((used * share).sum())
    torch.testing.assert_close(balance, torch.stack(terms).mean())


def test_groups_can_forbid_the_second_best_expert():
    module = build(top_groups=1)
    scores = torch.tensor([[[0.9, 0.1, 0.8, 0.7, 0.2, 0.2, 0.2, 0.2]]])  # best group is {0, 1}
    assert module.choose(scores).tolist() == [[[0, 1]]]
    assert build(top_groups=2).choose(scores).tolist() == [[[0, 2]]]


def test_balance_is_one_at_an_even_load_and_grows_to_experts_over_k():
    even = torch.full((1, 4, 4), 0.5)
    each = torch.tensor([[[0, 1], [2, 3], [0, 1], [2, 3]]])
    assert balance_term(even, each) == pytest.approx(1.0)
    one_sided = torch.tensor([[[1.0, 1.0, 0.0, 0.0]] * 4])
    assert balance_term(one_sided, torch.tensor([[[0, 1]] * 4])) == pytest.approx(2.0)


def test_balance_gradient_lowers_the_crowded_expert():
    logits = torch.zeros(1, 4, 4, requires_grad=True)
    crowded = torch.tensor([[[0, 1], [0, 2], [0, 3], [0, 1]]])
    balance_term(logits.sigmoid(), crowded).backward()
    push = logits.grad.sum((0, 1))
    assert push.argmax() == 0
    assert push[0] > 0


def test_no_token_no_expert():
    module = build()
    output, balance = module(torch.zeros(0, 7, DIM, dtype=torch.float64))
    assert output.shape == (0, 7, DIM)
    assert balance == 0
    (output.sum() + balance).backward()
    assert all(p.grad is not None and not p.grad.any() for p in module.parameters())
    alone = build(experts=0)
    tokens = torch.randn(2, 3, DIM, dtype=torch.float64)
    output, balance = alone(tokens)
    torch.testing.assert_close(output[1, 2], swiglu(alone.shared, tokens[1, 2]))
    assert balance == 0


def test_only_chosen_experts_get_a_gradient():
    module = build()
    tokens = torch.randn(1, 1, DIM, dtype=torch.float64)
    output, _ = module(tokens)
    output.sum().backward()
    chosen = set(module.choose(module.router(tokens).float().sigmoid()).flatten().tolist())
    assert {i for i, e in enumerate(module.experts) if e.down.weight.grad.any()} == chosen
    assert {i for i, row in enumerate(module.router.weight.grad) if row.any()} == chosen
