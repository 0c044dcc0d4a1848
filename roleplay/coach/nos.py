"""Which nos were heard, how soon, and whether each was genuine."""

from __future__ import annotations

import re
from collections.abc import Sequence

from roleplay.coach.record import Cause, NoHeard
from roleplay.coach.talk import at_the_gate, counts, for_anybody, pushes, sure, words_by
from roleplay.coach.values import NO_VALUES
from roleplay.coach.worth import gate, no_value
from roleplay.model import Act, Move, No, NoKind, Stage, Turn
from roleplay.persona import Persona

WINDOW = 3
"""Rep turns after a no in which it may be opened; the same objection again inside them is the same no."""
EXPLAINED_WITHIN = 2
"""Prospect turns within which a reason makes a bare no genuine."""
WORDS_A_SECOND = 2.5
"""Speaking pace that turns rep words into seconds, so that slow typing costs nothing."""

SURE = 0.8
"""Confidence (0-1) under which an insult is only one way to hear a message."""
OPENERS = frozenset({Move.PERMISSION, Move.SMALL_TALK, Move.AUDIT, Move.OTHER, Move.YES_SEEKING, Move.EMPATHY})
"""Moves that say nothing of substance yet; so does a no-oriented question with no topic."""
RESTATING = frozenset({Act.OBJECT, Act.GENUINE_NO, Act.HOLD})
PROVOKING = frozenset({Move.HOSTILE, Move.PRESSURE})
PROVOKING_KINDS = frozenset({"insult", "guilt", "trap"})
_PLEA = re.compile(r"(?:^|[.!?;]\s*)(?:(?:please|just|now|come on)[ ,]+)*(?:say|tell me) [\"'“‘]?no\b", re.IGNORECASE)


def heard(turns: Sequence[Turn], persona: Persona) -> list[NoHeard]:
    """Every no of the call in order, the same objection inside the window once."""
    return [
        _judged(turns[: turn.number], turn.no, explained(turn.no, turns[turn.number :], persona))
        for turn in distinct(turns)
        if turn.no
    ]


def value(no: No, turns: Sequence[Turn]) -> float:
    """What a no is worth when it is heard, 0-1; `turns` ends with its own."""
    return no_value(_judged(turns, no, False))


def doubt(no: NoHeard) -> str:
    """Why a no says less than its words, as a clause; "" where it says what it says."""
    if gate(no.pressure) < 1:
        return str(Cause.PRESSURE)
    return "" if no.cause is Cause.REFLEX and no.explained else str(no.cause or "")


def distinct(turns: Sequence[Turn]) -> list[Turn]:
    """The turns whose no is a new one: not the same objection again within the window of one before."""
    found: list[Turn] = []
    for turn in turns:
        if turn.no and not any(_same(turn, other) for other in found):
            found.append(turn)
    return found


def _same(turn: Turn, other: Turn) -> bool:
    if not (turn.no and other.no and turn.no.objection) or turn.number - other.number > WINDOW:
        return False
    provoked = NoKind.PROVOKED in (turn.no.kind, other.no.kind)
    return turn.no.objection == other.no.objection and (not provoked or turn.no.kind is other.no.kind)


def _judged(before: Sequence[Turn], no: No, reason_follows: bool) -> NoHeard:
    before = [turn for turn in before if not at_the_gate(turn)]  # a gatekeeper costs the clock nothing
    wrung = max(map(_provokes, before[-2:]), default=0.0)
    kind = NoKind.PROVOKED if wrung == 1 else no.kind
    words = words_by(before)
    ceiling, cause = _ceiling(before, no)
    worn = _worn(before)
    return NoHeard(
        kind,
        turn=max(1, sum(map(counts, before))),
        words=words,
        pressure=no.pressure / 100,
        explained=reason_follows,
        seconds=words / WORDS_A_SECOND,
        ceiling=ceiling,
        factor=worn * (1 - wrung) if wrung < 1 else worn,
        number=before[-1].number if before else 0,
        cause=Cause.ANYBODY if worn < 1 else cause or (Cause.PUSH if wrung >= 0.5 else None),
    )


def provoker(lately: Sequence[Turn]) -> Turn | None:
    """The turn that wrung a no out, if one of the last did: by an insult, guilt, a push, a trap, a plea to say no."""
    return next((turn for turn in reversed(lately) if _provokes(turn) == 1), None)


def _provokes(turn: Turn) -> float:
    """How far a message wrings a no out (0-1)."""
    reading = turn.reading
    if _PLEA.search(turn.said[:2000]):
        return 1.0
    if reading.lead is Move.HOSTILE and reading.confidence < SURE:  # an insult that may be none wrings nothing out
        return 0.0
    if PROVOKING_KINDS.intersection(reading.modifiers):
        return 1.0
    return sure(reading) if reading.has(*PROVOKING) else 0.0


def explained(no: No, later: Sequence[Turn], persona: Persona) -> bool:
    """Whether a reason follows a bare no within two prospect turns."""
    behind = {fact.id for fact in persona.facts if fact.behind and fact.behind == no.objection}
    cues = [turn.cue for turn in later[:EXPLAINED_WITHIN]]
    restated = any(cue.objection == no.objection and cue.act in RESTATING for cue in cues if no.objection)
    return restated or any(cue.fact in behind for cue in cues)


def _ceiling(before: Sequence[Turn], no: No) -> tuple[float, Cause | None]:
    """The most a no can be worth, and why that is less than all.

    A reflex to an opener, an answer to a push, or to a question about nothing stays low. Whoever pitches unasked or
    fishes for a yes gets a no soon enough; what was drawn so was not made room for.
    """
    if not before:
        return 1.0, None
    if no.kind is NoKind.BARE and all(_opens(turn) for turn in before):
        return NO_VALUES[NoKind.BARE], Cause.REFLEX
    if for_anybody(before[-1], before[:-1]):  # a no to a line for anybody says as much as the line
        return NO_VALUES[NoKind.PERMISSION], Cause.ANYBODY
    reading = before[-1].reading
    if pushes(before[-1], before[-2] if len(before) > 1 else None):
        return NO_VALUES[NoKind.BARE], Cause.PUSH
    opening = len(before) <= 2 and (len(before) == 1 or before[-2].state.stage is Stage.OPEN)
    theirs = bool(reading.topics or reading.covers or reading.overlap > 0)
    if reading.lead is Move.NO_ORIENTED and not opening and not theirs:
        return NO_VALUES[NoKind.PERMISSION], Cause.ANYBODY
    return 1.0, None


def _opens(turn: Turn) -> bool:
    lead = turn.reading.lead
    return lead in OPENERS or (lead is Move.NO_ORIENTED and not turn.reading.topics) or not counts(turn)


def _worn(before: Sequence[Turn]) -> float:
    """Halved for each no-oriented question too many: over a third of the turns, or a quarter of the questions."""
    if not before or before[-1].reading.lead is not Move.NO_ORIENTED:
        return 1.0
    asked = turns = questions = too_many = 0
    for turn in before:
        turns += counts(turn)
        questions += turn.reading.questions
        if turn.reading.lead is Move.NO_ORIENTED:
            asked += 1
            too_many += asked >= 3 and (asked > turns / 3 or (questions >= 8 and asked > questions / 4))
    return float(0.5**too_many)
