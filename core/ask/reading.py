"""A question while it is read, word by word from left to right, and what has been found of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .vocabulary import Vocabulary

TOKENS = re.compile(
    r"\d{4}-\d{2}(?!\d)(?:-\d{2})?|\d+(?:,\d{3})+(?:\.\d+)?|\d+[.,]\d+|\d+|[^\W\d_][\w²'’-]*|[<>]=?|=|[&,;#%()]|\S"
)
AND, OR, NOT = "and", "or", "not"
"""Kinds of items that join conditions."""


@dataclass(frozen=True)
class Item:
    """A condition, half of one (a class, a transition), or a word that joins them."""

    kind: str
    value: Any = None


@dataclass
class Reading:
    """A question while it is read."""

    tokens: list[str]
    vocabulary: Vocabulary
    at: int = 0
    items: list[Item] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    order: str = ""
    limit: int = 0
    idle: int = 0

    def word(self, ahead: int = 0) -> str:
        """The token so many ahead, in lower case; empty past the end."""
        index = self.at + ahead
        return self.tokens[index].lower().replace("’", "'") if 0 <= index < len(self.tokens) else ""

    def phrase(self, known: Mapping[str, Any] | tuple[str, ...], ahead: int = 0) -> tuple[Any, int]:
        """Return the longest known phrase from a place on, or its meaning, and its length in tokens; (None, 0)."""
        for length in (4, 3, 2, 1):
            spelt = " ".join(self.word(ahead + n) for n in range(length))
            if spelt in known and self.word(ahead + length - 1):
                return (known[spelt] if isinstance(known, Mapping) else spelt), length
        return None, 0

    def add(self, kind: str, value: Any, length: int) -> bool:
        """Note something and go on behind it."""
        self.items.append(Item(kind, value))
        self.at += length
        return True
