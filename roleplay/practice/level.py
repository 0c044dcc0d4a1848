"""Which level suits a rep next: the one at which four to seven calls of ten succeed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from roleplay.model import Digest

ENOUGH = 4
"""The newest calls at one level, by which it is judged; with fewer it is not."""
RUN, FEW = 3, 2
"""Calls in a row at one level, all won or all lost, that move it at once: a rep who changes fast is not held back.

Few are enough to leave the mildest, and to come down from any but the hardest: who falls would otherwise have a week
where nothing succeeds, and who climbs out of level 1 would idle there (`python -m benchmarks.month`).
"""
LOW, HIGH = 0.4, 0.7
"""Success (0-1) that teaches most: below it one is lost, above it one is idle."""
LEVELS = range(1, 6)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The level to play next and why; `rate` (0-1) is success over `calls` at `now`, the level of late."""

    level: int
    now: int
    rate: float | None
    calls: int
    reason: str


def suggest(digests: Sequence[Digest]) -> Suggestion | None:
    """The level for the next call, from calls oldest first; None before the first."""
    judged = [item for item in reversed(digests) if item.success is not None]
    if not judged:
        return None
    now = judged[0].level
    lately = list(takewhile(lambda item: item.level == now, judged))[:ENOUGH]
    won, calls = sum(bool(item.success) for item in lately), len(lately)
    rate = won / calls
    if calls == ENOUGH and not LOW <= rate <= HIGH:
        return _moved(now, rate, calls, f"{won} of your last {calls} calls at level {now} succeeded: ")
    lost, straight = _run(lately)
    quick = now < LEVELS[-1] if lost else now == LEVELS[0]
    if straight >= (FEW if quick else RUN):
        which = f"{'both' if straight == FEW else 'all'} {'failed' if lost else 'succeeded'}"
        return _moved(now, float(not lost), straight, f"Your last {straight} calls at level {now} {which}: ")
    if calls < ENOUGH:
        more = ENOUGH - calls
        reason = f"{_calls(calls)} at level {now} so far; at most {more} more and it can be judged."
        return Suggestion(now, now, None, calls, reason)
    return _moved(now, rate, calls, f"{won} of your last {calls} calls at level {now} succeeded: ")


def _run(lately: Sequence[Digest]) -> tuple[bool, int]:
    """Whether the newest calls were lost, and how many in a row came out like the newest."""
    lost = not lately[0].success
    return lost, len(list(takewhile(lambda item: (not item.success) == lost, lately)))


def _moved(now: int, rate: float, calls: int, seen: str) -> Suggestion:
    """One up or down from the level of late, or the same, by the success seen there."""
    level = now + (rate > HIGH and now < LEVELS[-1]) - (rate < LOW and now > LEVELS[0])
    return Suggestion(level, now, rate, calls, seen + _why(rate, now))


def _why(rate: float, now: int) -> str:
    if rate > HIGH:
        return "too easy to learn much from." if now < LEVELS[-1] else "and there is no harder one. Well played."
    if rate < LOW:
        return "harder than is good for learning." if now > LEVELS[0] else "it is the mildest there is; stay with it."
    return "this is where one learns most."


def _calls(number: int) -> str:
    return f"{number} call" if number == 1 else f"{number} calls"
