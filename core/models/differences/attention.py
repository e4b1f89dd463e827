"""Multi-head attention as the difference encoders use it: one head count, optional bias, any two token sets."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn.functional import scaled_dot_product_attention

from ...errors import InputError


class MultiHeadAttention(nn.Module):
    """softmax(Q Kᵀ / √d) V over heads (Vaswani et al. 2017; RDD+ACR, eq. 3–4), with an output projection.

    Args:
        dim: width D of both token sets; a multiple of `heads`.
        heads: number of heads h, each of width d = D / h.
        dropout: of the attention weights, training only.
        bias: whether the projections of queries, keys and values have a bias.
    """

    def __init__(self, dim: int, heads: int, dropout: float = 0.0, bias: bool = True) -> None:
        super().__init__()
        self.heads = check_heads(dim, heads)
        self.dropout = dropout
        self.query = nn.Linear(dim, dim, bias=bias)
        self.key = nn.Linear(dim, dim, bias=bias)
        self.value = nn.Linear(dim, dim, bias=bias)
        self.output = nn.Linear(dim, dim)

    def forward(self, query: Tensor, source: Tensor) -> Tensor:
        """(B, Lq, D) queries read (B, Ls, D) keys and values → (B, Lq, D)."""
        q = split_heads(self.query(query), self.heads)  # (B, h, Lq, d)
        k = split_heads(self.key(source), self.heads)  # (B, h, Ls, d)
        v = split_heads(self.value(source), self.heads)  # (B, h, Ls, d)
        dropout = self.dropout if self.training else 0.0
        read = scaled_dot_product_attention(q, k, v, dropout_p=dropout)  # (B, h, Lq, d)
        mixed: Tensor = self.output(join_heads(read))  # (B, Lq, D)
        return mixed


def check_heads(dim: int, heads: int) -> int:
    """Return `heads`.

    Raises:
        InputError: D is not a multiple of the heads.
    """
    if dim % heads:
        raise InputError(f"The width {dim} is not a multiple of {heads} heads; set dim or difference.heads.")
    return heads


def split_heads(tokens: Tensor, heads: int) -> Tensor:
    """(B, L, h·d) → (B, h, L, d)."""
    batch, length, width = tokens.shape
    return tokens.reshape(batch, length, heads, width // heads).transpose(1, 2)


def join_heads(tokens: Tensor) -> Tensor:
    """(B, h, L, d) → (B, L, h·d)."""
    return tokens.transpose(1, 2).flatten(2)
