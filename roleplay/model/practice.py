"""What a rep practises between calls: drills, what came of an answer, and how a skill stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roleplay.model.enums import Category


class Drill(StrEnum):
    """The four drills, by the name they have on the command line."""

    OPENER = "opener"
    AFTER_NO = "after-no"
    FLIP = "flip"
    WHICH_YES = "which-yes"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer was worth: right or not, why in a clause, and a line that does it ("" where none is needed)."""

    ok: bool
    reason: str
    better: str = ""


@dataclass(frozen=True, slots=True)
class NoItem:
    """A no somebody really heard, to be drilled: its words, what it is about, who said it, where it was heard.

    `source` says where in words a rep reads ("your journal", "your call with Dana on 3 May").
    """

    text: str
    category: Category
    who: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at a skill, in a drill or in a call.

    `at` is the moment in UTC (ISO 8601), `day` the rep's own date then: a move to another time zone changes no history.
    `call` is the id of the call it was seen in, "" for a drill. `nos` are the genuine nos heard in it.
    """

    at: str
    day: date
    skill: str
    item: str
    answer: str
    ok: bool
    reason: str = ""
    better: str = ""
    call: str = ""
    nos: tuple[NoItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a skill stands: its place on the ladder of intervals (0 the first), when it is due, and what was last seen.

    `tries` and `good` count days on which it was practised, and those that went well; `ok` is how the last went.
    """

    skill: str
    step: int
    due: date
    last: date
    ok: bool
    tries: int
    good: int
