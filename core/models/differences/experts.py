"""Mixture of experts with group-limited routing, the token level of HiSem's disentanglement (HASD)."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import one_hot, silu


class SwiGLU(nn.Module):
    """W_down(SiLU(W_gate x) ⊙ W_up x) without biases (Shazeer 2020).

    Args:
        dim: width D of the tokens.
        hidden: inner width.
    """

    def __init__(self, dim: int, hidden: int) -> None:
        super().__init__()
        self.gate = nn.Linear(dim, hidden, bias=False)
        self.up = nn.Linear(dim, hidden, bias=False)
        self.down = nn.Linear(hidden, dim, bias=False)

    def forward(self, tokens: Tensor) -> Tensor:
        """(…, D) → (…, D)."""
        mapped: Tensor = self.down(silu(self.gate(tokens)) * self.up(tokens))
        return mapped


class MixtureOfExperts(nn.Module):
    """Routed SwiGLU experts plus one shared expert that sees every token.

    Each token scores all experts with a sigmoid; the groups with the highest single score stay, and of their
    experts the best k are used, weighted by their scores as they are (not renormalised).

    Args:
        dim: width D of the tokens.
        experts: number of experts E; 0 leaves the shared expert alone.
        groups: number of groups of E / groups experts each.
        top_groups: groups kept per token.
        top_experts: experts used per token, k.
        hidden: inner width of a routed expert.
        shared_hidden: inner width of the shared expert.
        raw_balance: whether the balance term takes the scores as they are (see `balance_term`).
    """

    def __init__(
        self,
        dim: int,
        *,
        experts: int,
        groups: int,
        top_groups: int,
        top_experts: int,
        hidden: int,
        shared_hidden: int,
        raw_balance: bool = False,
    ) -> None:
        super().__init__()
        self.raw_balance = raw_balance
        self.groups, self.top_groups, self.top_experts = groups, top_groups, top_experts
        self.router = nn.Linear(dim, experts, bias=False) if experts else None
        self.experts = nn.ModuleList(SwiGLU(dim, hidden) for _ in range(experts))
        self.shared = SwiGLU(dim, shared_hidden)

    def forward(self, tokens: Tensor) -> tuple[Tensor, Tensor]:
        """Return the mixture and the raw load-balance term.

        Args:
            tokens: (B, L, D).

        Returns:
            (B, L, D) output, and the balance term () of `balance_term`; 0 without tokens or routed experts.
        """
        shared: Tensor = self.shared(tokens)
        if self.router is None:
            return shared, tokens.new_zeros(())
        scores = self.router(tokens).float().sigmoid()  # (B, L, E)
        chosen = self.choose(scores)  # (B, L, k)
        weights = scores.gather(-1, chosen)  # (B, L, k)
        return shared + self._dispatch(tokens, chosen, weights), balance_term(scores, chosen, self.raw_balance)

    def choose(self, scores: Tensor) -> Tensor:
        """(B, L, E) scores → (B, L, k) indices of the experts used."""
        batch, length, experts = scores.shape
        grouped = scores.detach().view(batch, length, self.groups, experts // self.groups)  # (B, L, G, E / G)
        kept = grouped.amax(-1).topk(self.top_groups, dim=-1).indices  # (B, L, g)
        closed = torch.ones_like(grouped[..., 0], dtype=torch.bool).scatter(-1, kept, False)  # (B, L, G)
        allowed = grouped.masked_fill(closed.unsqueeze(-1), -1.0).flatten(-2)  # (B, L, E)
        return allowed.topk(self.top_experts, dim=-1).indices

    def _dispatch(self, tokens: Tensor, chosen: Tensor, weights: Tensor) -> Tensor:
        """Run every expert once on its own tokens: (B, L, D), (B, L, k), (B, L, k) → (B, L, D).

        Token copies are put in the order of their experts by a permutation and back by its inverse, so that no
        sum depends on the order of scattered writes and the result is the same in every run.
        """
        count = self.top_experts
        owner = chosen.flatten()  # (B·L·k,)
        order = owner.argsort(stable=True)  # (B·L·k,)
        copies = tokens.unsqueeze(2).expand(-1, -1, count, -1).reshape(-1, tokens.shape[-1])  # (B·L·k, D)
        loads = torch.bincount(owner, minlength=len(self.experts)).tolist()
        parts = torch.split(copies[order], loads)  # E × (load, D)
        done = torch.cat([expert(part) for expert, part in zip(self.experts, parts, strict=True)])
        back = done[order.argsort()].view(*chosen.shape, tokens.shape[-1])  # (B, L, k, D)
        return (back * weights.unsqueeze(-1).to(back.dtype)).sum(2)


def balance_term(scores: Tensor, chosen: Tensor, raw: bool = False) -> Tensor:
    """Sequence-level load balance, mean over sequences of Σ_e f_e P_e (DeepSeek-V3, eq. 17–20), unweighted.

    f_e is the share of the sequence's tokens that use expert e, times E / k; P_e is the mean over the sequence of
    e's share of the token's scores. 1 when the load is even, up to E / k when the same k experts take all.

    Args:
        scores: (B, L, E) in 0…1.
        chosen: (B, L, k) expert indices.
        raw: let P_e be the mean of e's scores themselves (HiSem's public code).

    Returns:
        () term; 0 for an empty batch.
    """
    if scores.numel() == 0:
        return scores.sum()
    experts, count = scores.shape[-1], chosen.shape[-1]
    used = one_hot(chosen, experts).sum(2).to(scores.dtype).mean(1) * (experts / count)  # f (B, E)
    shares = scores if raw else scores / scores.sum(-1, keepdim=True).clamp_min(1e-9)
    share = shares.mean(1)  # P (B, E)
    return (used * share).sum(-1).mean()
