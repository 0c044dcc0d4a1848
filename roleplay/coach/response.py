"""What the first words after a no did."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from roleplay.coach.record import First, Response
from roleplay.coach.talk import carrying, for_anybody, sure
from roleplay.model import Act, Move, Reading, Status, Turn
from roleplay.prospect.effects import QUESTIONS
from roleplay.prospect.hearing import listened_to

ACKNOWLEDGING = (Move.EMPATHY, Move.LABEL, Move.MIRROR, Move.SUMMARY, Move.AUDIT)
KNOWN = frozenset({Status.EXPLORED, Status.RESOLVED})
"""Where an objection stands once its reason is out."""
LEADS: dict[Move, First] = {
    Move.LABEL: First.LABEL,
    Move.SUMMARY: First.SUMMARY,
    Move.MIRROR: First.MIRROR,
    Move.CALIBRATED: First.CALIBRATED,
    Move.AUDIT: First.AUDIT,
    Move.NO_ORIENTED: First.NO_ORIENTED,
    Move.EMPATHY: First.EMPATHY,
    Move.WHY: First.WHY,
    Move.YES_SEEKING: First.CLOSED,
    Move.PERMISSION: First.CLOSED,
    Move.TIE_DOWN: First.TIE_DOWN,
    Move.PITCH: First.PITCH,
    Move.REBUTTAL: First.REBUTTAL,
    Move.PRESSURE: First.PRESSURE,
    Move.HOSTILE: First.PRESSURE,
}
"""What a leading move is as a first response, where nothing else in the message changes it."""
PARROT = 4
"""The run of mirrors at which they turn sour; a call that is a third of mirrors has reached it too."""
SIDE_CEILINGS: dict[Move, float] = {Move.REBUTTAL: 0.1, Move.PITCH: 0.3, Move.TIE_DOWN: 0.3}
"""The most a good lead is worth when the same message also argues, pitches or fishes."""


def respond(turn: Turn, before: Sequence[Turn], no: Turn) -> Response:
    """The first response a rep message is, after the no of turn `no`."""
    reading = turn.reading
    run = _run(turn, before) if reading.lead in (Move.LABEL, Move.MIRROR) else _asked_on(turn, before)
    said = listened_to(turn.said)
    again = bool(said.strip()) and any(_same_words(said, listened_to(other.said)) for other in before)
    return _response(reading, earned=_earned(before, no), run=run, again=again, anybody=for_anybody(turn, before))


def alone(reading: Reading) -> Response:
    """The response a message is, read by itself, with no call around it."""
    return _response(reading)


def _response(
    reading: Reading, *, earned: bool = False, run: int = 0, again: bool = False, anybody: bool = False
) -> Response:
    sides = [SIDE_CEILINGS[heard.move] for heard in reading.moves[1:] if heard.move in SIDE_CEILINGS]
    ceiling = min(sides, default=1.0) if "asked" not in reading.modifiers else 1.0
    marks, kind = reading.modifiers, _kind(reading, earned=earned)
    stock = "stock" in marks or "echo" in marks or anybody
    return Response(kind, reading.words, reading.questions, stock, "but" in marks, run, again, ceiling, sure(reading))


def _kind(reading: Reading, *, earned: bool) -> First:
    marks = reading.modifiers
    if reading.has(Move.HOSTILE, Move.PRESSURE) or "guilt" in marks or "insult" in marks:
        return First.PRESSURE
    if "stuffed" in marks:
        return First.NOTHING
    if "discount" in marks:
        return First.DISCOUNT
    if "either_or" in marks and reading.lead in (Move.OTHER, Move.YES_SEEKING, Move.CALIBRATED):
        return First.EITHER_OR
    match reading.lead:
        case Move.CALIBRATED if reading.has(*ACKNOWLEDGING) or "apology" in marks:
            return First.ACKNOWLEDGED
        case Move.WHY if "softened" in marks:
            return First.SOFT_WHY
        case Move.PITCH if "asked" in marks:
            return First.NOTHING
        case Move.EXIT:
            return First.EARNED_EXIT if earned else First.BLIND_EXIT
        case Move.OTHER:
            return _plain(reading)
    return LEADS.get(reading.lead, First.NOTHING)


def _plain(reading: Reading) -> First:
    if "apology" in reading.modifiers:
        return First.EMPATHY
    return First.CLOSED if reading.questions else First.NOTHING


def _earned(before: Sequence[Turn], no: Turn) -> bool:
    """Whether leaving is right: do-not-call, a hard no said again, or a reason that is out."""
    refused = sum(turn.cue.act in (Act.BARE_NO, Act.HOLD) for turn in before)
    return bool(no.state.boundary) or refused >= 2 or any(item.status in KNOWN for item in no.state.objections)


def _run(turn: Turn, before: Sequence[Turn]) -> int:
    mirrors = sum(other.reading.lead is Move.MIRROR for other in before)
    if turn.reading.lead is Move.MIRROR and mirrors >= max(3, len(before) / 3):
        return PARROT
    run = 1
    for other in reversed(before):
        if other.reading.lead is not turn.reading.lead:
            break
        run += 1
    return run


def _asked_on(turn: Turn, before: Sequence[Turn]) -> int:
    """How long a string of questions with nothing taken up between them this message is, up to 3; 0 for others.

    The question a call opens with counts for none: nothing had been said that could be taken up.
    """
    if turn.reading.lead not in QUESTIONS or turn.reading.has(*ACKNOWLEDGING):
        return 0
    run = 1
    for other in reversed(before[1:][-2:]):
        if other.reading.lead not in QUESTIONS or other.reading.has(*ACKNOWLEDGING):
            break
        run += 1
    return run


_NOT_WORDS = re.compile(r"[\W_]+")
ALIKE = 0.7
"""Likeness (0-1) from which two words are the same with a slip in one."""
SAME_WORDS = 3
"""Words that carry something from which the same ones in the same order are the same message."""


def _same_words(one: str, other: str) -> bool:
    """Whether a message is an earlier one over again, be it with empty words round it."""
    if abs(len(one) - len(other)) <= 12:
        folded, before = (_NOT_WORDS.sub(" ", text.casefold()).strip() for text in (one, other))
        if folded == before:
            return True
    mine, theirs = carrying(one), carrying(other)
    return len(theirs) >= SAME_WORDS and len(mine) == len(theirs) and all(map(_same_word, mine, theirs))


def _same_word(one: str, other: str) -> bool:
    """Whether two words are one, be it with a slip of the fingers in it."""
    return one == other or (len(one) > 4 and SequenceMatcher(None, one, other).ratio() >= ALIKE)
