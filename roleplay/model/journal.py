"""What is kept beside calls: nos and what came of them, what a call amounted to, where a rep pushed, plans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from roleplay.model.enums import Category, Meaning, Mode


class Source(StrEnum):
    """Where a no was heard: told by the rep, on a recorded call, in a call here, in a drill."""

    REAL = "real"
    RECORDING = "recording"
    CALL = "call"
    DRILL = "drill"

    @property
    def customer(self) -> bool:
        """Whether a customer said it; the rest is practice."""
        return self in (Source.REAL, Source.RECORDING)


class Came(StrEnum):
    """What came of a no: it opened (a reason, something new), it closed, or nobody knows."""

    OPENED = "opened"
    CLOSED = "closed"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A no in the journal.

    `at` is the rep's local time with its offset, so the day it counts for never moves with a time zone. `reply` is what
    the rep said next and `move` what that did, in the coach's words; `deeper` says it asked further. `worth` (0-1) is
    what was made of the no, None where nothing is known. `meaning` and `behind` (the prospect's own words) are what
    stood behind it, known only from a script. `turn` counts from 1; 0 and `call` "" stand for no call of ours.
    """

    text: str
    at: str
    category: Category | None = None
    who: str = ""
    source: Source = Source.REAL
    reply: str = ""
    move: str = ""
    deeper: bool = False
    came: Came = Came.UNKNOWN
    outcome: str = ""
    worth: float | None = None
    meaning: Meaning | None = None
    behind: str = ""
    call: str = ""
    turn: int = 0
    id: int = 0

    @property
    def day(self) -> str:
        """The rep's date, YYYY-MM-DD."""
        return self.at[:10]


@dataclass(frozen=True, slots=True)
class Push:
    """A rep message that pressed for a yes: where, in whose words, and what it cost.

    `points` are of the call's total and `trust` of 100; both are 0 or less, less being dearer.
    """

    situation: str
    line: str
    call: str
    turn: int
    who: str
    day: str
    points: float = 0.0
    trust: float = 0.0


@dataclass(frozen=True, slots=True)
class Digest:
    """What a finished call amounted to: all that progress is read from.

    `scores` are the six dimensions in the rubric's order, each 0-1 or None. `success` is None where the call is not
    judged. `started` is UTC as stored, `day` the rep's own date of it. `guessed` says of the no, of what was behind it
    and of the yes whether the rep guessed right (None: not guessed); empty where no guess is kept.
    """

    call: str
    started: str
    day: str
    persona: str
    name: str
    level: int
    mode: Mode
    success: bool | None
    total: float | None
    scores: tuple[float | None, ...]
    guessed: tuple[bool | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """An if-then plan: when `cue` is heard, `then` is done; or, with no cue, one behaviour to watch in a call."""

    cue: str
    then: str
    at: str
    category: Category | None = None
    call: str = ""
    turn: int = 0
    id: int = 0

    def __str__(self) -> str:
        """The plan as a sentence."""
        return f"If I hear “{self.cue}”, then I {self.then}." if self.cue else self.then
