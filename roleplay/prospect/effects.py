"""What a rep's message does to the prospect's mood and patience. Pure arithmetic; the tables are the design."""

from __future__ import annotations

from dataclasses import dataclass

from roleplay.model import Act, Mood, Move, Reading, Stage, State
from roleplay.persona import Temper
from roleplay.prospect.difficulty import Level

Change = tuple[float, float, float]
"""Points added to trust, interest and pressure before any factor."""

REFLECTING = frozenset({Move.LABEL, Move.MIRROR, Move.SUMMARY, Move.EMPATHY, Move.AUDIT})
QUESTIONS = frozenset({Move.NO_ORIENTED, Move.YES_SEEKING, Move.CALIBRATED, Move.WHY})
HARMFUL = frozenset({Move.TIE_DOWN, Move.REBUTTAL, Move.PRESSURE, Move.HOSTILE, Move.META, Move.PITCH})
NOTHING_TO_NAME = frozenset({Act.GREET, Act.PERMISSION_NO, Act.CONFIRM, Act.FAREWELL})

PLAIN: dict[Move, Change] = {
    Move.NO_ORIENTED: (4, 3, -8),
    Move.PERMISSION: (5, 2, -4),
    Move.CALIBRATED: (3, 4, -3),
    Move.LABEL: (7, 3, -8),
    Move.MIRROR: (4, 3, -4),
    Move.SUMMARY: (10, 6, -10),
    Move.EMPATHY: (4, 0, -5),
    Move.AUDIT: (7, 2, -12),
    Move.NEXT_STEP: (2, 3, 2),
    Move.EXIT: (8, 0, -20),
    Move.PITCH: (-3, -3, 5),
    Move.SMALL_TALK: (0, 0, 3),
    Move.YES_SEEKING: (-2, -2, 7),
    Move.TIE_DOWN: (-4, -3, 10),
    Move.WHY: (-5, -2, 12),
    Move.REBUTTAL: (-7, -4, 13),
    Move.PRESSURE: (-9, -4, 18),
    Move.HOSTILE: (-18, -10, 20),
    Move.META: (-4, -2, 6),
    Move.OTHER: (0, 0, 0),
}

LONG = 75
"""Words above which a message itself costs goodwill."""
NONSENSE: Change = (-1, -2, 3)
"""What a string of phrases without sense does."""
READ_OUT = 3
"""Lines for anybody after which one more begins to grate on somebody who was not listened to."""
UNHEARD: Change = (-2, -1, 5)
"""What each such line does."""
PUSHED = 5.0
"""Readiness that each push of the last six turns costs."""
SIDE = 0.6
"""Share of its effect a harmful move keeps when it is not the leading one."""


@dataclass(frozen=True, slots=True)
class Effect:
    """The mood after the message, whether the move was apt, and what patience is left."""

    mood: Mood
    apt: bool
    patience: float


def after_no(state: State) -> bool:
    """Whether the prospect's latest no was their last word."""
    return state.last_no > 0 and state.last_no == state.turn


def near_no(state: State) -> bool:
    """Whether a no was heard in the last two turns."""
    return state.last_no > 0 and state.turn - state.last_no < 2


def base(move: Move, reading: Reading, state: State) -> Change:  # noqa: C901 - one table row a case
    """The row of the table that fits this move here."""
    match move:
        case Move.NO_ORIENTED if _spams_no_questions(state):
            return (-1, 0, 4)
        case Move.NO_ORIENTED if reading.topics:
            return (6, 8, -10)
        case Move.CALIBRATED | Move.NO_ORIENTED if _third_question(reading, state):
            return (0, 0, 6)
        case Move.CALIBRATED if _reflected(reading, state):
            return (5, 8, -6)
        case Move.MIRROR if _too_often(move, state):
            return (-4, -2, 8)
        case Move.LABEL if _too_often(move, state):
            return (-2, 0, 6)
        case Move.NEXT_STEP if state.stage not in (Stage.EVALUATE, Stage.COMMIT):
            return (-2, -1, 4)
        case Move.PITCH:
            return _pitch(reading, state)
        case Move.SMALL_TALK if "fake_familiarity" in reading.modifiers:
            return (-6, 0, 4)
        case Move.YES_SEEKING if "factual" in reading.modifiers:
            return (0, 0, 2)
        case Move.YES_SEEKING if state.stage in (Stage.EVALUATE, Stage.COMMIT) and state.mood.trust > 60:
            return (0, 2, 2)
        case Move.TIE_DOWN:
            return (-4, -3, 10 * 1.4 ** state.moves[-5:].count(Move.TIE_DOWN))
        case Move.WHY if "softened" in reading.modifiers:
            return (1, 4, 1)
        case Move.REBUTTAL if state.moves[-1:] == (Move.REBUTTAL,):
            return (-10.5, -6, 19.5)
        case Move.OTHER if "either_or" in reading.modifiers:
            return (3, 4, -2)
    return PLAIN[move]


def _too_often(move: Move, state: State) -> bool:
    """Whether a mirror or label comes a third time within five turns, or is most of a call, and begins to grate."""
    parrot = move is Move.MIRROR and state.moves.count(move) >= max(3, len(state.moves) // 3)
    return parrot or state.moves[-4:].count(move) >= 2


def _third_question(reading: Reading, state: State) -> bool:
    asked = len(state.moves) >= 2 and all(move in QUESTIONS for move in state.moves[-2:])
    return asked and not reading.has(*REFLECTING) and not reading.covers


def _reflected(reading: Reading, state: State) -> bool:
    return reading.has(*REFLECTING) or (bool(state.moves) and state.moves[-1] in REFLECTING)


def _pitch(reading: Reading, state: State) -> Change:
    asked = bool(state.acts) and state.acts[-1] is Act.ASK_BACK
    if asked and reading.words <= 40:
        return (2, 6, 0)
    if reading.covers:
        return (2, 8, 1)
    return (-6, -5, 14) if after_no(state) else (-3, -3, 5)


def is_apt(move: Move, reading: Reading, state: State) -> bool:
    """Whether the moment is right for the move; a move that is not apt earns a fifth."""
    match move:
        case Move.NO_ORIENTED:
            after_the_opener = state.moves == (Move.NO_ORIENTED,) and bool(reading.topics)
            rested = Move.NO_ORIENTED not in state.moves[-2:] and not _spams_no_questions(state)
            return rested or after_the_opener
        case Move.PERMISSION:
            return state.stage is Stage.OPEN
        case Move.LABEL:
            named = bool(state.acts) and state.acts[-1] not in NOTHING_TO_NAME
            return named and "stock" not in reading.modifiers and not _too_often(move, state)
        case Move.MIRROR:
            return bool(state.acts) and state.acts[-1] not in NOTHING_TO_NAME and not _too_often(move, state)
        case Move.SUMMARY:
            return len(state.told) >= 2 and len(reading.covers) >= 2
        case Move.EMPATHY:
            return Move.EMPATHY not in state.moves[-2:]
        case Move.AUDIT:
            return state.turn <= 3 and Move.AUDIT not in state.moves and "but" not in reading.modifiers
        case Move.NEXT_STEP:
            return state.stage in (Stage.EVALUATE, Stage.COMMIT)
    return True


def _spams_no_questions(state: State) -> bool:
    return len(state.moves) >= 3 and state.moves.count(Move.NO_ORIENTED) > len(state.moves) / 3


def apply(reading: Reading, state: State, level: Level, temper: Temper, worth: float = 1.0) -> Effect:
    """The effect of one rep message on the state before it; `worth` (0-1) is what it keeps of its gain."""
    lead = reading.lead
    change = list(NONSENSE if "stuffed" in reading.modifiers else base(lead, reading, state))
    apt = is_apt(lead, reading, state) and "stuffed" not in reading.modifiers
    harmful = change[0] < 0 or change[2] > 4
    for heard in reading.moves[1:]:
        if heard.move in HARMFUL and heard.move is not lead and "asked" not in reading.modifiers:
            side = base(heard.move, reading, state)
            change = [
                a + SIDE * min(b, 0) if i < 2 else a + SIDE * max(b, 0)
                for i, (a, b) in enumerate(zip(change, side, strict=True))
            ]
    for extra in _surcharges(reading, state, worth):
        change = [a + b for a, b in zip(change, extra, strict=True)]
    mood = _moved(state, change, apt, state.moves[-4:].count(lead), level, temper, worth)
    spent = 1.2 if harmful else 0.8 - 0.6 * worth if apt and change[0] > 0 else 0.8
    return Effect(mood, apt, state.patience - spent)


def _surcharges(reading: Reading, state: State, worth: float) -> list[Change]:
    extra: list[Change] = []
    if reading.words > LONG:
        extra.append((-4, -5, 6))
    if (
        after_no(state)
        and reading.overlap == 0
        and reading.lead not in (Move.EXIT, Move.CALIBRATED, Move.LABEL, Move.EMPATHY)
    ):
        extra.append((-3, -2, 5))
    if state.live and reading.lead in (Move.PITCH, Move.SMALL_TALK, Move.NEXT_STEP, Move.YES_SEEKING):
        extra.append((-2, 0, 3))
    if worth < 1 and state.canned >= READ_OUT and state.canned > 2 * state.listened:
        extra.append(UNHEARD)
    return extra


def _moved(
    state: State, change: list[float], apt: bool, repeats: int, level: Level, temper: Temper, worth: float
) -> Mood:
    gain = 0.5**repeats * level.gain * (1 if apt else 0.2) * worth
    loss = (1 + 0.25 * repeats) * level.loss
    up, down = (1.3, 1.4) if near_no(state) else (1.0, 1.0)

    def better(now: float, by: float, factor: float) -> float:
        if by > 0:
            return now + by * gain * up * factor * (1 - 0.35 * now / 100)
        return now + by * loss * down * factor

    pressure = state.mood.pressure
    by = change[2]
    pressure += (
        by * loss * down * temper.pressure
        if by > 0
        else by * gain * up * temper.pressure * (1 - 0.35 * (100 - pressure) / 100)
    )
    if by <= 0:
        pressure *= 0.95
    return Mood(
        _clamp(better(state.mood.trust, change[0], temper.trust)),
        _clamp(better(state.mood.interest, change[1], temper.interest) - 0.4),
        _clamp(pressure),
    )


def _clamp(value: float) -> float:
    return round(min(100.0, max(0.0, value)), 2)


def readiness(state: State) -> float:
    """How near a commitment the prospect is, about 0-100. Pushes of the last turns are not forgotten."""
    mood, pushes = state.mood, sum(move in HARMFUL for move in state.moves[-6:])
    told = min(5, len(state.told))
    return 0.42 * mood.trust + 0.42 * mood.interest + 4 * told - 0.30 * mood.pressure - PUSHED * pushes
