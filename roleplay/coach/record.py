"""What a call is judged by: the evidence, gathered from its turns and free of any opinion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from roleplay.model import NoKind, Outcome


class First(StrEnum):
    """What the first words after a no did."""

    LABEL = "label"
    ACKNOWLEDGED = "acknowledged, then asked"
    EARNED_EXIT = "earned exit"
    SUMMARY = "summary"
    MIRROR = "mirror"
    CALIBRATED = "how or what question"
    AUDIT = "the awkward thing said first"
    EITHER_OR = "either-or question"
    NO_ORIENTED = "no-oriented question"
    EMPATHY = "empathy alone"
    BLIND_EXIT = "blind exit"
    SOFT_WHY = "softened why"
    CLOSED = "closed question"
    WHY = "bare why"
    NOTHING = "nothing on the no"
    TIE_DOWN = "tie-down"
    PITCH = "pitch"
    DISCOUNT = "discount"
    REBUTTAL = "rebuttal"
    PRESSURE = "a push"


@dataclass(frozen=True, slots=True)
class Response:
    """The first rep message after a no.

    `run` is how many mirrors or labels in a row it ends (0 for other moves). `again` says the same words were used
    before. `ceiling` (0-1) caps it where something worse stands in the same message. `sure` (0-1) is how far a fault in
    it is held against it.
    """

    kind: First
    words: int = 0
    questions: int = 0
    stock: bool = False
    but: bool = False
    run: int = 0
    again: bool = False
    ceiling: float = 1.0
    sure: float = 1.0


class Cause(StrEnum):
    """What keeps a no from saying all it could, as a clause."""

    PRESSURE = "under high pressure"
    ANYBODY = "to a line that could be said to anybody"
    PUSH = "drawn by a push of yours"
    REFLEX = "said before there was anything to say no to"


@dataclass(frozen=True, slots=True)
class NoHeard:
    """A no and how soon it came.

    `turn` and `words` count what the rep had said by then, its own turn included; `pressure` is 0-1. `explained` marks
    a bare no whose reason followed. `seconds` is None where there is no clock. `ceiling` and `factor` (0-1) are what
    gaming takes away, `cause` what took it. `number` is the turn in the transcript.
    """

    kind: NoKind
    turn: int
    words: int
    pressure: float
    explained: bool = False
    seconds: float | None = None
    ceiling: float = 1.0
    factor: float = 1.0
    number: int = 0
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What was done with one no: `info` and `resolved` are 0, 0.5 or 1.

    `no`, `turn`, `opened` and `settled` are turns in the transcript: of the no, of the first response (0: the rep
    left), of the reply that made the information whole, of the one that settled it, and of the true `reason` (0: none).
    `spoiled` is the turn that pushed after all while the no was still open (0: none); `forced` says a push drew the no.
    `late` is the turn at which the reason came out when the window had closed (0: it did not).
    """

    response: Response
    info: float
    resolved: float
    no: int = 0
    turn: int = 0
    opened: int = 0
    settled: int = 0
    reason: int = 0
    spoiled: int = 0
    forced: bool = False
    late: int = 0


@dataclass(frozen=True, slots=True)
class Yeses:
    """Yeses accepted untested, fished for, and tested, as turns in the transcript; `heard` says one came at all."""

    traps: tuple[int, ...] = ()
    baits: tuple[int, ...] = ()
    tested: tuple[int, ...] = ()
    heard: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """How the talking was shared: `share` is the rep's part of all words (0-1), `longest` words in one rep turn.

    `roomy` says that the longest turn was the opener itself, which may be longer; `number` is the longest turn's.
    `most` and `least` are the share as it is judged for being too high and too low, where they differ from it.
    """

    share: float
    longest: int
    roomy: bool = False
    number: int = 0
    most: float | None = None
    least: float | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """All a score is computed from.

    `trust` and `pressure` are changes from pick-up to the end, -1 to 1. `pushed` is the trust that pushes cost on the
    way (0-1), which winning it back does not make good. `engaged` is how far there was a talk at all (0-1), and `aloof`
    why it was less than one; `invented` that the rep claimed what is not so. `turns` counts rep turns of two words and
    more. `ending` is None while the call is open. `pushing` are the turns whose push cost trust; `best` and `worst` the
    turns that moved trust and pressure most for the better and for the worse (0: none did).
    """

    nos: tuple[NoHeard, ...]
    follow_ups: tuple[FollowUp, ...]
    yeses: Yeses
    ending: Outcome | None
    talk: Talk
    trust: float
    pressure: float
    pushed: float = 0.0
    engaged: float = 1.0
    aloof: str = ""
    invented: bool = False
    turns: int = 3
    pushing: tuple[int, ...] = ()
    best: int = 0
    worst: int = 0
