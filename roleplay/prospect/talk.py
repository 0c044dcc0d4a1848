"""What talk gets: a question, a reflection, an argument."""

from __future__ import annotations

from roleplay.model import Act, Move, Status
from roleplay.prospect import answers, effects, follow, ground, reveal
from roleplay.prospect.moment import Choice, Moment

OPEN_QUESTIONS = frozenset({Move.CALIBRATED, Move.WHY})


def asked(moment: Moment) -> Choice | None:
    """A question gets an answer, or is turned aside."""
    reading = moment.reading
    if reading.lead is Move.PERMISSION or (reading.lead is Move.YES_SEEKING and moment.opener):
        return answers.give_the_floor(moment)
    if reading.lead is Move.SUMMARY:
        return follow.summary(moment)
    wants_facts = reading.lead in OPEN_QUESTIONS or (
        reading.lead in (Move.OTHER, Move.YES_SEEKING) and reading.questions
    )
    if not wants_facts:
        return None
    if moment.state.live and not _on_another_topic(moment):
        return follow.follow_up(moment)
    return answers.answer(moment)


def _on_another_topic(moment: Moment) -> bool:
    """Whether the question is about something that has nothing to do with the objection on the table.

    Right after a no, only one of the prospect's own topics counts as another: "what about it doesn't work right now?"
    is about the no, whatever common words it holds. So it is at any time with a question that takes up their last words
    and asks for no fact of another matter.
    """
    who, live = moment.persona, moment.state.live
    near = moment.reading.near
    if near and who.fact(near[0]).behind == live:
        return False
    about_it = moment.reading.overlap > 0 and not near
    related = {fact.topic for fact in who.behind(live)} | ground.ABOUT[who.objection(live).category]
    topics = set(moment.reading.topics)
    if effects.after_no(moment.was) or about_it:
        topics &= set(who.topics)
    return bool(topics) and not related & topics


def reflected(moment: Moment) -> Choice | None:
    """A label, mirror or acknowledgement: with a no on the table it may open it; else they say more."""
    if moment.reading.lead not in (Move.LABEL, Move.MIRROR, Move.EMPATHY, Move.AUDIT):
        return None
    if moment.state.live:
        return follow.follow_up(moment)
    return follow.say_more(moment)


def argued_with(moment: Moment) -> Choice | None:
    """Arguing with a no hardens it; talking past it brings it back."""
    state, lead = moment.state, moment.reading.lead
    if not state.live:
        return None
    if lead in (Move.REBUTTAL, Move.PRESSURE, Move.TIE_DOWN):
        state = reveal.with_status(state, state.live, Status.RAISED, harder=1)
        return Choice(Act.HOLD, state, objection=state.live, shape="argued")
    if lead is Move.PITCH:
        return Choice(Act.HOLD, state, objection=state.live, shape="passed")
    return None
