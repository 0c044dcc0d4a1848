"""Words to the pieces the encoder knows: the longest known beginning first, then the longest of what is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
INSIDE = "##"
"""What a piece begins with that does not begin a word."""


class Pieces:
    """A vocabulary of pieces; `index` maps each to its row."""

    def __init__(self, index: Mapping[str, int]) -> None:
        self.index = index
        self._cut = lru_cache(maxsize=16384)(self._of_word)

    def of(self, words: Sequence[str], most: int) -> list[int]:
        """The rows of a line with start and end, at most `most` (3 and more): of a long one the first third stays, and
        the rest is from its end, where the question stands.
        """
        rows = [row for word in words for row in self._cut(word)]
        room = most - 2
        if len(rows) > room:
            rows = rows[: most // 3] + rows[-(room - most // 3) :]
        return [self.index[START], *rows, self.index[END]]

    def _of_word(self, word: str) -> tuple[int, ...]:
        return tuple(self._rows(word))

    def _rows(self, word: str) -> Iterator[int]:
        at = 0
        while at < len(word):
            for end in range(len(word), at, -1):
                row = self.index.get((INSIDE if at else "") + word[at:end])
                if row is not None:
                    yield row
                    at = end
                    break
            else:
                yield self.index[UNKNOWN]
                return
