"""The blind call: every fifth one, an exam with somebody not met before. Nothing but the calls says which was one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from roleplay.model import Digest, Mode

EVERY = 5
"""Every how many calls one is blind."""


@dataclass(frozen=True, slots=True)
class Blind:
    """The blind calls so far, oldest first; how many calls are left before the next (0: it is due), and with whom."""

    calls: tuple[Digest, ...]
    left: int
    persona: str

    @property
    def due(self) -> bool:
        """Whether the next call should be one."""
        return self.left == 0 and bool(self.persona)


def blind(digests: Sequence[Digest], personas: Sequence[str], met: Collection[str] = ()) -> Blind:
    """The blind calls among these, oldest first, and what is next; `personas` are the ids there are to call.

    When one is due, the next exam call with a prospect never called, or called least, is it; of those one who is not
    among `met`, whom a drill brought today, while there is one.
    """
    played: Counter[str] = Counter()
    found: list[Digest] = []
    since = least = 0
    for item in digests:
        since += 1
        if since >= EVERY and item.mode is Mode.EXAM and played[item.persona] <= least:
            found.append(item)
            since = 0
        played[item.persona] += 1
        if played[item.persona] == least + 1:  # else nobody was called less than they are
            least = _least(played, personas)
    latest = {item.persona: item.started for item in digests}
    pick = min(personas, key=lambda id: (played[id], id in met, latest.get(id, ""), id), default="")
    return Blind(tuple(found), max(0, EVERY - 1 - since), pick)


def _least(played: Counter[str], personas: Sequence[str]) -> int:
    return min((played[id] for id in personas), default=0)
