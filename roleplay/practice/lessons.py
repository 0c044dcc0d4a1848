"""What a finished call says about skills: each no followed up, the first real no, yeses and fishing questions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roleplay.coach import worth
from roleplay.coach.evidence import as_taken, gather
from roleplay.coach.record import Evidence
from roleplay.coach.truth import real_no
from roleplay.model import Call, Category, Outcome, Stage, Turn
from roleplay.model.practice import Attempt
from roleplay.persona import Persona
from roleplay.practice import skills
from roleplay.practice.after_no import ENOUGH

EARLY = 4
"""The rep turn by which a real no is early, and without which a call of so many turns had none."""
RECENT = 2
"""Turns after a no in which a question still belongs to it."""
MOMENTS = {
    Category.PRICE: "after a price no",
    Category.TIMING: "after a timing no",
    Category.TRUST: "after a trust no",
    Category.AUTHORITY: "after an authority no",
    Category.COMPETITOR: "after a competitor no",
    Category.NEED: "after a need no",
    Category.STATUS_QUO: "after a need no",
}
"""What the items of "flip it" call the time after a no."""


def lessons(call: Call, persona: Persona, day: date) -> list[Attempt]:
    """The skills a call practised, each with how it went. Nothing for a do-not-call that was honoured."""
    if call.outcome is Outcome.HONOURED:
        return []
    taken = as_taken(call)
    found = [*_after_nos(taken, persona), *_opened(taken, persona), *_yeses(taken, persona)]
    return [
        Attempt(call.ended or call.started, day, skill, f"call:{call.id}:{number}", said, ok, why, call=call.id)
        for skill, number, said, ok, why in found
    ]


Lesson = tuple[str, int, str, bool, str]
"""Skill, turn, the rep's words, whether it went well, why."""


def _after_nos(call: Call, persona: Persona) -> Iterator[Lesson]:
    for item in gather(call, persona).follow_ups:
        no = call.turns[item.no - 1].no
        if no and no.category:
            said = call.turns[item.turn - 1].said if item.turn else ""
            ok = worth.follow_up_value(item) >= ENOUGH
            yield skills.after_no(no.category), item.no, said, ok, str(item.response.kind)


def _opened(call: Call, persona: Persona) -> Iterator[Lesson]:
    no = real_no(call, persona)
    if no is None and len(call.turns) < EARLY:
        return
    number = no.number if no else len(call.turns)
    ok = no is not None and number <= EARLY
    why = f"a real no at turn {number}" if no else "no real no came"
    yield skills.opener(call.setup.level), number, call.turns[number - 1].said, ok, why


def _yeses(call: Call, persona: Persona) -> Iterator[Lesson]:
    evidence: Evidence = gather(call, persona)
    for skill, numbers, ok, why in (
        ("which-yes:counterfeit", evidence.yeses.tested, True, "tested the yes"),
        ("which-yes:counterfeit", evidence.yeses.traps, False, "took an untested yes"),
    ):
        for number in numbers:
            yield skill, number, call.turns[number - 1].said, ok, why
    for number in evidence.yeses.baits:
        yield skills.flip(moment(call, number)), number, call.turns[number - 1].said, False, "fished for a yes"


def moment(call: Call, number: int) -> str:
    """Where in the call turn `number` stands, as the items of "flip it" name it."""
    before = call.turns[: number - 1]
    if number <= 2:
        return "opener"
    if heard := _last_no(before, number):
        return MOMENTS.get(heard, "discovery")
    return "at the close" if before[-1].state.stage in (Stage.EVALUATE, Stage.COMMIT) else "discovery"


def _last_no(before: tuple[Turn, ...], number: int) -> Category | None:
    """The category of a no that is still fresh."""
    return next((turn.no.category for turn in reversed(before) if turn.no and number - turn.number <= RECENT), None)
