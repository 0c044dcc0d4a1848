"""How the prospect answers a question: from what they know, by what it asks for and by its topic."""

from __future__ import annotations

from dataclasses import replace

from roleplay.model import Act, YesKind
from roleplay.persona import Fact
from roleplay.prospect import nearby, recall, reveal, vague
from roleplay.prospect.moment import Choice, Moment

UNKNOWN = "unknown."
"""Begins the topics a persona says they know nothing of."""


def asked_for(moment: Moment) -> list[Fact]:
    """The untold facts the message asks for, likeliest first."""
    return [fact for id in moment.reading.near if _open(fact := moment.persona.fact(id), moment)]


def on_topics(moment: Moment) -> list[Fact]:
    """Untold facts the message is about: those it asks for, then the rest of its topics', their own topics first."""
    who, first = moment.persona, asked_for(moment)
    asks_who = recall.wants(moment.reading) == "who"  # the facts that name somebody come first
    first_of = ("people", "decision") if asks_who else tuple(who.topics)
    topics = sorted(moment.reading.topics, key=lambda topic: topic not in first_of)
    on_topic = [fact for topic in topics for fact in reveal.facts_on(topic, who, moment.state)]
    touched = recall.marked(
        moment.reading, recall.TOUCHES
    )  # the likeliest of a topic's facts, at the tier it stands in
    if touched:
        on_topic.sort(key=lambda fact: (fact.tier > 1, touched.index(fact.id) if fact.id in touched else len(touched)))
    return first + [fact for fact in on_topic if fact not in first]


def _open(fact: Fact, moment: Moment) -> bool:
    return fact in reveal.facts_on(fact.topic, moment.persona, moment.state)


def answer(moment: Moment) -> Choice:
    """Answer a question: tell, turn aside, admit not knowing, or give a little more."""
    topic, marks = moment.topic, moment.reading.modifiers
    if topic.startswith(UNKNOWN):
        return _unknown(moment, topic)
    if moment.reading.near:
        return _asked(moment)
    if unknown := next((each for each in moment.reading.topics if each.startswith(UNKNOWN)), ""):
        return _unknown(moment, unknown)
    if nearby.points_back(moment):
        return nearby.on_what_was_said(moment)
    if "names_somebody" in marks and not moment.reading.topics and moment.draw(10) < 0.5:
        return moment.plain(Act.DONT_KNOW, nearby.OTHERS if recall.OTHERS in marks else "")
    if not topic or {"specific", "names_somebody"}.intersection(marks):  # a topic's next fact would be beside the point
        return _aside(moment)
    return _on_topic(moment)


def _on_topic(moment: Moment) -> Choice:
    """The next fact on what a question is about; where it asks for some one thing, only one that has to do with it."""
    facts = on_topics(moment)
    if recall.BROADLY not in moment.reading.modifiers and recall.marked(
        moment.reading, vague.MARK
    ):  # asks for some one thing
        touched = recall.marked(moment.reading, recall.TOUCHES)
        facts = [fact for fact in facts if fact.id in touched]
        if not facts:
            return _aside(moment)
    for fact in facts:
        if reveal.may_tell(fact, moment.state, moment.level) and _given(fact, moment):
            return moment.tell(fact)
    return nearby.instead(moment, facts[0]) if facts else more(moment)


def _asked(moment: Moment) -> Choice:
    """Answer what was asked for: with the fact where trust allows it, else with something less; told, with more."""
    first = moment.persona.fact(moment.reading.near[0])
    if first.id in moment.state.told:
        further = [fact for fact in asked_for(moment) if reveal.may_tell(fact, moment.state, moment.level)]
        if further and not first.more and _given(further[0], moment):
            return moment.tell(further[0])
        return replace(moment.plain(Act.DETAIL), fact=first.id if first.more else "")
    if _open(first, moment) and reveal.may_tell(first, moment.state, moment.level) and _given(first, moment):
        return moment.tell(first)
    return nearby.instead(moment, first)


def _given(fact: Fact, moment: Moment) -> bool:
    """Whether a fact that trust allows is told: the first tier to any question, more only to one about them."""
    if fact.tier == 1:
        return True
    chance = 1.0 if fact.tier == 2 else reveal.opening_chance(moment.persona, moment.state, moment.reading, fact.behind)
    return moment.draw(9) < chance * moment.worth


def _unknown(moment: Moment, topic: str) -> Choice:
    """Something the persona says they do not know."""
    return moment.plain(Act.DONT_KNOW, shape=topic.removeprefix(UNKNOWN), topic=topic)


def _aside(moment: Moment) -> Choice:
    """A question they have nothing to say on: a word near it, a vague one, an honest not knowing, or turned aside."""
    if choice := nearby.without_answer(moment):
        return choice
    luck = moment.draw(11)
    if recall.marked(moment.reading, vague.MARK) and luck < 0.6:
        return nearby.vaguely(moment)
    again = moment.was.acts[-1:] == (Act.DEFLECT,)
    return moment.plain(Act.ASK_BACK, "other") if again or luck > 0.85 else moment.plain(Act.DEFLECT)


def more(moment: Moment) -> Choice:
    """A further detail on something already told, or word that there is none."""
    told = [fact for fact in moment.persona.facts if fact.id in moment.state.told and fact.more]
    on_topic = [fact for fact in told if fact.topic in moment.reading.topics]
    fact = on_topic[-1].id if on_topic else ""
    return replace(moment.plain(Act.DETAIL), fact=fact)


def give_the_floor(moment: Moment) -> Choice:
    """A request for a moment of their time: granted, or put off when the day is bad."""
    if moment.state.mood.pressure > 34 and moment.draw(15) < 0.4:
        return moment.refuse(Act.SOFT_NO, shape="busy")
    shape = "floor" if moment.opener and "factual" not in moment.reading.modifiers else "factual"
    return replace(moment.plain(Act.CONFIRM, shape), yes=YesKind.CONFIRMATION)


def small_talk(moment: Moment) -> Choice:
    """A word about their day, if they have patience for it; a question about something else gets its own answer."""
    if moment.reading.questions and (moment.reading.near or set(moment.reading.topics) - {"today"}):
        return answer(moment)
    if moment.draw(16) < 0.2 * moment.level.receptivity:
        for fact in reveal.facts_on("today", moment.persona, moment.state):
            if fact.tier == 1:
                return moment.tell(fact)
    return moment.plain(Act.BRIEF, "small_talk")
