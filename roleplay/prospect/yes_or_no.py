"""What a question gets that a yes or a no answers: the easy no, the honest one, and the yes that means nothing."""

from __future__ import annotations

from roleplay.model import Act, Move, NoKind, Stage
from roleplay.prospect import answers, closing, follow, reveal
from roleplay.prospect.moment import Choice, Moment

PUSHES = frozenset({Move.YES_SEEKING, Move.TIE_DOWN, Move.PRESSURE})


LEAVE = frozenset({"time", "bother"})
"""Families of questions that ask leave to speak: nothing is offered that a bare no could refuse."""


def no_oriented(moment: Moment) -> Choice | None:
    """A question whose easy answer is no."""
    reading = moment.reading
    if reading.lead is not Move.NO_ORIENTED:
        return None
    if reading.step or reading.has(Move.NEXT_STEP):
        return closing.next_step(moment)
    if reading.ask == "exit" and moment.state.mood.pressure > 60:  # they take it
        result = closing.outcome(moment.state, moment.persona, said_goodbye=False)
        return closing.ended(moment, Act.DISENGAGE, result)
    if reading.ask == "exit":
        return closing.permission(moment, NoKind.EXIT_BAIT)
    first = moment.state.turn <= 1  # nothing is on offer yet that could be refused
    if first or (moment.opener and reading.ask in ("time", "bother", "")):
        busy = moment.state.mood.pressure > 30 and moment.draw(2) < 0.35
        return moment.refuse(Act.SOFT_NO, shape="busy") if busy else closing.permission(moment)
    return _no_about_something(moment)


def _no_about_something(moment: Moment) -> Choice:
    state, luck = moment.state, moment.draw(3)
    if state.live:
        return follow.follow_up(moment)
    hidden = reveal.may_surface(moment.state, moment.level)
    if state.mood.pressure > 60:
        return moment.refuse(Act.BARE_NO)
    if "plain" in moment.reading.modifiers and moment.reading.near:  # read as no-oriented, and no such thing
        return answers.answer(moment)
    if not moment.apt:
        return closing.permission(moment) if luck < 0.6 else moment.plain(Act.STALL)
    honest = 0.35 + 0.4 * state.mood.trust / 100 + 0.08 * moment.level.receptivity + 0.15 * bool(moment.reading.topics)
    if hidden and luck < honest:
        return moment.object(hidden, Act.GENUINE_NO)
    fact = next((f for f in answers.on_topics(moment) if reveal.may_tell(f, state, moment.level)), None)
    if fact and fact.tier < 3:
        return moment.tell(fact, Act.CORRECT, NoKind.CORRECTION)
    if hidden and moment.reading.ask not in LEAVE and moment.draw(4) < 0.5:
        return moment.refuse(Act.BARE_NO)
    return closing.permission(moment)


def pushed(moment: Moment) -> Choice | None:
    """A push for agreement: guarded people, and kind ones, say a yes that means nothing."""
    reading, mood = moment.reading, moment.state.mood
    if reading.lead not in PUSHES or "factual" in reading.modifiers:
        return None
    cornered = mood.pressure > 60 and mood.trust < 40
    to_please = moment.state.stage not in (Stage.EVALUATE, Stage.COMMIT) and moment.draw(5) < moment.persona.pleasing
    if moment.opener and reading.lead is Move.YES_SEEKING:
        return answers.give_the_floor(moment)
    if cornered or to_please:
        if moment.draw(6) < 0.6:
            return closing.fake_yes(moment)
        return moment.refuse(Act.SOFT_NO, shape="later")
    return None
