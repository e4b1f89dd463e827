"""Words of the captions and their ids."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

PAD, BOS, EOS, UNK = 0, 1, 2, 3
SPECIALS = ("<pad>", "<bos>", "<eos>", "<unk>")


class Vocabulary:
    """A fixed list of words; the ids of the specials are module constants.

    Args:
        words: words without the specials, in id order.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.words = (*SPECIALS, *words)
        self._ids = {word: index for index, word in enumerate(self.words)}
        if len(self._ids) != len(self.words):
            raise ValueError("a vocabulary names each word once")

    def __len__(self) -> int:
        return len(self.words)

    @classmethod
    def build(cls, captions: Iterable[Sequence[str]], min_count: int) -> Vocabulary:
        """Keep the words that occur at least `min_count` times in tokenised `captions`, most frequent first."""
        counts = Counter(word for caption in captions for word in caption)
        kept = sorted((w for w, n in counts.items() if n >= min_count), key=lambda w: (-counts[w], w))
        return cls(kept)

    def encode(self, tokens: Sequence[str]) -> list[int]:
        """Ids of a tokenised caption between BOS and EOS; unknown words become UNK."""
        return [BOS, *(self._ids.get(token, UNK) for token in tokens), EOS]

    def decode(self, ids: Iterable[int]) -> str:
        """Caption of a row of ids, up to the first EOS, specials left out."""
        words = []
        for index in ids:
            if index == EOS:
                break
            if index >= len(SPECIALS):
                words.append(self.words[index])
        return " ".join(words)

    def save(self, path: Path) -> None:
        """Write the words as a JSON list (specials left out)."""
        own = [word for word in self.words if word not in SPECIALS]
        path.write_text(json.dumps(own, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Vocabulary:
        """Read what `save` wrote."""
        return cls(json.loads(path.read_text(encoding="utf-8")))
