"""What was done with each no: the first words after it, what came out, and whether it was settled."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from roleplay.coach.nos import WINDOW, distinct, provoker
from roleplay.coach.record import First, FollowUp, Response
from roleplay.coach.response import KNOWN, respond
from roleplay.coach.talk import PUSHES, pushes, speaks
from roleplay.model import Act, Call, NoKind, Outcome, Status, Turn

SETTLED = frozenset({Outcome.COMMITMENT, Outcome.SMALL_STEP, Outcome.HONOURED})


def follow_ups(call: Call) -> list[FollowUp]:
    """One record for each no that could be followed up.

    A permission no to the opener is leave to speak, not a no to explore, as long as another no comes. A no on the
    last turn counts when the rep left on it; when the prospect ended there, or the call is open, there was no chance.
    """
    turns = distinct(call.turns)
    asked_for = [turn for turn in turns if not _leave_to_speak(turn, turns)]
    left = call.outcome is not None and call.ended_by == "rep"
    return [_followed(turn, call) for turn in asked_for if _next(turn, call) or left]


def _leave_to_speak(turn: Turn, nos: Sequence[Turn]) -> bool:
    others = any(other.number > turn.number for other in nos)
    return turn.no is not None and turn.no.kind is NoKind.PERMISSION and turn.number <= 2 and others


def _next(turn: Turn, call: Call) -> Turn | None:
    return next((later for later in call.turns[turn.number :] if speaks(later)), None)


def _followed(turn: Turn, call: Call) -> FollowUp:
    after = _next(turn, call)
    if provoking := provoker(call.turns[max(0, turn.number - 2) : turn.number]):
        response, answered = Response(First.PRESSURE), provoking.number
    elif after:
        response, answered = respond(after, call.turns[: after.number - 1], turn), after.number
    else:
        response, answered = Response(First.NOTHING), 0
    info, opened, reason = _information(turn, call)
    resolved, settled = _resolution(turn, call)
    spoiled = _spoiled(turn, answered, call)
    return FollowUp(
        response, info, resolved, turn.number, answered, opened, settled, reason, spoiled, turn.reading.has(*PUSHES),
        0 if reason else _late(turn, call),
    )  # fmt: skip


def _information(turn: Turn, call: Call) -> tuple[float, int, int]:
    """What came out in the three rep turns after a no (0, 0.5, 1), at which turn, and the reason's (0: none)."""
    objection, known = turn.no.objection if turn.no else "", set(turn.state.told)
    window = call.turns[turn.number : turn.number + WINDOW]
    told = [(len(set(later.state.told) - known), later.number) for later in window]
    was_known = _status(turn, objection) in KNOWN
    reason = next((later.number for later in window if not was_known and _status(later, objection) in KNOWN), 0)
    whole = [number for number in (reason, next((number for count, number in told if count >= 2), 0)) if number]
    if whole:
        return 1.0, min(whole), reason
    first = next((number for count, number in told if count), 0)
    return (0.5, first, 0) if first else (0.0, 0, 0)


def _late(no: Turn, call: Call) -> int:
    """The turn after the window at which the reason came out (0: none)."""
    objection = no.no.objection if no.no else ""
    if not objection or _status(no, objection) in KNOWN:
        return 0
    later = call.turns[no.number + WINDOW :]
    return next((after.number for after in later if _status(after, objection) in KNOWN), 0)


def _spoiled(no: Turn, answered: int, call: Call) -> int:
    """The turn that pushed later in the window, before the reason was out (0: none)."""
    objection = no.no.objection if no.no else ""
    for before, later in pairwise(call.turns[: no.number + WINDOW]):
        if later.number > max(answered, no.number):
            if _status(before, objection) in KNOWN:
                break
            if pushes(later, before):
                return later.number
    return 0


def _resolution(turn: Turn, call: Call) -> tuple[float, int]:
    """How far a no was settled by the end (0, 0.5, 1), and the turn that settled it (0: the ending, or none)."""
    objection = turn.no.objection if turn.no else ""
    later = call.turns[turn.number :]
    for after in later:
        owned = after.cue.act is Act.THATS_RIGHT and (not objection or _status(after, objection) in KNOWN)
        if owned or (objection and _status(after, objection) is Status.RESOLVED):
            return 1.0, after.number
    known = bool(objection) and bool(later) and _status(later[-1], objection) in KNOWN
    if call.outcome in SETTLED or (call.outcome is Outcome.EXIT_KNOWN and (known or not objection)):
        return 1.0, 0
    return (0.5, 0) if known or call.outcome is Outcome.INFORMATION else (0.0, 0)


def _status(turn: Turn, objection: str) -> Status | None:
    return next((item.status for item in turn.state.objections if item.id == objection), None)
