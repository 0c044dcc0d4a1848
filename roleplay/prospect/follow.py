"""What a follow-up gets: more on what was told, the reason behind a no, "that's right" to a good summary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from roleplay.model import Act, Move, NoKind, Status
from roleplay.prospect import answers, nearby, reveal
from roleplay.prospect.moment import Choice, Moment

SHAPES = {Move.EMPATHY: "empathy", Move.LABEL: "label", Move.SUMMARY: "label", Move.MIRROR: "mirror"}
"""How a brief answer to a reflection is put."""


def say_more(moment: Moment) -> Choice:
    """Go on about what was last spoken of, as far as trust goes; closed people say little."""
    shape = SHAPES.get(moment.reading.lead, "other")
    chance = 0.25 + 0.13 * moment.level.receptivity + 0.3 * moment.state.mood.trust / 100
    if not moment.apt or moment.draw(12) > chance * moment.worth:
        return moment.plain(Act.BRIEF, shape)
    for topic in _spoken_of(moment):
        for fact in reveal.facts_on(topic, moment.persona, moment.state):
            if fact.tier < 3 and reveal.may_tell(fact, moment.state, moment.level):
                return moment.tell(fact)
    return moment.plain(Act.BRIEF, shape)


def _spoken_of(moment: Moment) -> Sequence[str]:
    """What a reflection is about: its own topics, else what was told last, else anything where nothing was told yet.

    Who is asked about the parents does not go on about the boilers.
    """
    if own := [topic for topic in moment.reading.topics if topic in moment.persona.topics]:
        return own
    last = [moment.persona.fact(moment.state.told[-1]).topic] if moment.state.told else []
    return [*moment.reading.topics, *last, *(() if last else reveal.GENERAL)]


def follow_up(moment: Moment) -> Choice:
    """A follow-up on the objection on the table: it opens step by step, when trust and luck allow."""
    state, lead = moment.state, moment.reading.lead
    reason = reveal.next_reason(moment.persona, state, state.live)
    if reason is None:
        return answers.answer(moment.with_state(replace(state, live="")))
    chance = moment.worth * reveal.opening_chance(moment.persona, state, moment.reading, state.live)
    if moment.apt and reveal.may_tell(reason, state, moment.level) and moment.draw(13) < chance:
        return moment.tell(reason)
    walled = moment.was.acts[-1:] in ((Act.HOLD,), (Act.DEFLECT,))
    asks = lead in (Move.CALIBRATED, Move.OTHER) and moment.reading.questions
    if walled and asks and nearby.open_to(moment) and (part := nearby.part_of(reason, moment)):
        return part  # the same wall twice running is not how a warm person talks
    if lead is Move.MIRROR or (lead is Move.NO_ORIENTED and moment.draw(14) < 0.5):
        return Choice(Act.HOLD, state, objection=state.live, shape="asked")
    if lead in (Move.LABEL, Move.EMPATHY, Move.AUDIT):
        return moment.plain(Act.BRIEF, "empathy" if lead is Move.EMPATHY else "label")
    if lead is Move.WHY and "softened" not in moment.reading.modifiers:
        return Choice(Act.HOLD, state, objection=state.live, shape="asked")
    if walled or reveal.may_tell(reason, state, moment.level):  # only luck stood in the way: no cold shoulder for that
        return Choice(Act.HOLD, state, objection=state.live, shape="asked")
    return moment.plain(Act.DEFLECT, topic=reason.topic)


def summary(moment: Moment) -> Choice:
    """A summary that covers two told facts earns "that's right"; a thinner one a correction or a nod."""
    covers, state = len(moment.reading.covers), moment.state
    if covers >= 2 and state.mood.trust > 45:
        return thats_right(moment)
    if state.live:
        return follow_up(moment)
    if covers:
        return say_more(moment)
    facts = [fact for fact in answers.on_topics(moment) if fact.tier < 3 and reveal.may_tell(fact, state, moment.level)]
    if facts and moment.draw(9) < moment.worth:  # nobody sets right what was never about them
        return moment.tell(facts[0], Act.CORRECT, NoKind.CORRECTION)
    return moment.plain(Act.BRIEF, "label")


def thats_right(moment: Moment) -> Choice:
    """They own the summary; what was explored is now resolved."""
    state = moment.state
    for item in state.objections:
        if item.status is Status.EXPLORED:
            state = reveal.with_status(state, item.id, Status.RESOLVED)
    reason = reveal.next_reason(moment.persona, state, state.live) if state.live else None
    moment = moment.with_state(state)
    if reason and reveal.may_tell(reason, state, moment.level):
        return moment.tell(reason, Act.THATS_RIGHT)
    return moment.plain(Act.THATS_RIGHT)
