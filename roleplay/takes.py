"""A moment of a finished call played again, and the two takes laid side by side. The call and its score stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import uuid4

from roleplay import coach
from roleplay.errors import UsageError
from roleplay.model import Act, Call, Scorecard, Take
from roleplay.persona import Persona
from roleplay.prospect.builtin import BuiltIn
from roleplay.prospect.scene import Actor
from roleplay.session import Nowhere, Session

RETRIES = 2
"""How often a moment may be played again: after that it is known by heart, and teaches no more."""
LENGTH = 3
"""Turns after which a take ends: long enough to see what came of it. A no in the last may still be answered."""


class Retake(Session):
    """A take being played, from the engine as it stood before turn `turn` and with the same luck.

    Nothing of it is kept until it is over; the call it is a take of is never touched.
    """

    def __init__(self, persona: Persona, call: Call, turn: int, actor: Actor | None = None) -> None:
        opened = replace(call, turns=call.turns[: turn - 1], outcome=None, ended_by="", ended="")
        super().__init__(persona, opened, actor or BuiltIn(), Nowhere())
        self.first, self.turn = call, turn
        self.stopped = False

    @property
    def left(self) -> int:
        """Turns still to be played."""
        played = self.call.turns[self.turn - 1 :]
        more = len(played) >= LENGTH and played[LENGTH - 1].no is not None
        return LENGTH + more - len(played)

    @property
    def over(self) -> bool:
        """Whether the take has ended: stopped, three turns long, or the call came to its end in it."""
        return self.stopped or self.left <= 0 or super().over

    def stop(self) -> None:
        """The rep has seen enough."""
        self.stopped = True

    def take(self) -> Take | None:
        """What was played, or None when nothing was said."""
        call = self.call
        turns = call.turns[self.turn - 1 :]
        if not turns:
            return None
        made = datetime.now(UTC).isoformat(timespec="microseconds")
        return Take(uuid4().hex[:12], call.id, self.turn, turns, made, call.outcome, call.ended_by)


def again(call: Call, takes: Sequence[Take], turn: int) -> int:
    """The number the next take of a moment would have, from 2. Raises UsageError where there can be none."""
    if call.outcome is None:
        raise UsageError("This call is still open. Finish it first; then any of its moments can be played again.")
    if not 1 <= turn <= len(call.turns):
        raise UsageError(f"There is no turn {turn} in this call.")
    played = sum(take.turn == turn for take in takes)
    if played >= RETRIES:
        raise UsageError(f"Turn {turn} has been played again twice, which is enough. Pick another moment.")
    return played + 2


def number(take: Take, takes: Sequence[Take]) -> int:
    """Which take of its moment it is, from 2: the first is the call itself."""
    moment = [other.id for other in takes if other.turn == take.turn]
    return moment.index(take.id) + 2 if take.id in moment else len(moment) + 2


def spliced(call: Call, take: Take) -> Call:
    """The call as it would stand with the take in it."""
    turns = (*call.turns[: take.turn - 1], *take.turns)
    return replace(call, turns=turns, outcome=take.outcome, ended_by=take.ended_by)


def cut(call: Call, last: int) -> Call:
    """The call up to a turn, open there unless that is where it ended."""
    return call if last >= len(call.turns) else replace(call, turns=call.turns[:last], outcome=None, ended_by="")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two takes of a moment, each judged up to the same turn, so that like is compared with like."""

    turn: int
    first: Call
    second: Call
    before: Scorecard
    after: Scorecard

    @property
    def changed(self) -> list[coach.Difference]:
        """The dimensions that moved, what moved most first."""
        return coach.differences(self.before, self.after)

    @property
    def totals(self) -> tuple[float, float] | None:
        """Both totals (0-100) over the dimensions that are judged in both takes; None where these are too few."""
        pairs = zip(self.before.dimensions, self.after.dimensions, strict=True)
        both = [(a.weight, a.score, b.score) for a, b in pairs if a.score is not None and b.score is not None]
        weight = sum(share for share, _, _ in both)
        if 2 * weight < sum(item.weight for item in self.before.dimensions):
            return None
        first = 100 * sum(share * score for share, score, _ in both) / weight
        return first, 100 * sum(share * score for share, _, score in both) / weight


def compare(call: Call, take: Take, persona: Persona) -> Comparison:
    """The first take of a moment and another, side by side."""
    first, second = cut(call, _moment_ends(call, take)), spliced(call, take)
    if take.outcome is None and _broken_off(first):  # the take was left open too: neither ending is judged
        first = replace(first, outcome=None, ended_by="")
    return Comparison(take.turn, first, second, coach.review(first, persona), coach.review(second, persona))


def _moment_ends(call: Call, take: Take) -> int:
    """The turn up to which the first take is judged: as long as the other, and through the answer to a no at its end.

    A no that nobody has answered yet would count in full there, while the other take was judged by its answer.
    """
    last = min(take.last, len(call.turns))
    return last + 1 if call.turns[last - 1].no and not take.turns[-1].no else last


def _broken_off(call: Call) -> bool:
    """Whether the rep ended it without a goodbye."""
    return call.ended_by == "rep" and call.turns[-1].cue.act is not Act.FAREWELL
