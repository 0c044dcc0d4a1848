"""What somebody says who will not, or cannot, answer the question itself: a part of it, a word near it, or why not.

People who have warmed to a caller do not stonewall good questions: they tell something less. Only the cold turn aside.
"""

from __future__ import annotations

from dataclasses import replace

from roleplay.model import Act
from roleplay.persona import Fact
from roleplay.prospect import recall, reveal, vague
from roleplay.prospect.moment import Choice, Moment

TELLING = frozenset({Act.DISCLOSE, Act.CORRECT, Act.DETAIL, Act.THATS_RIGHT})
"""Acts that leave something a question may come back to."""
PRESSED = 45.0
"""Pressure (0-100) from which they turn aside what they need not answer."""
TRIED = "tried"
"""The word by which a persona lists a fact for questions about what was tried before."""
HARDEST = "hardest"
"""The word by which a persona lists a fact for questions about the worst of it."""
PART, NEAR, OTHERS, UNSAID, LOOKED_UP = "part", "near", "others", "unsaid", "lookup"
"""Shapes: a part of what was asked, a word near it; not knowing another's mind, how to put it, or a figure by heart."""
THEIRS = frozenset({"often", "long", "happens", "who", "when", "was", "where", "how", "came", "some", "does", "ever"})
"""Vague shapes that fit what goes on around them, whether they are named in the question or not."""
FIGURES = frozenset({"many", "much"})
"""Vague shapes for which a figure is wanted: half of the time they say it would have to be looked up."""


def open_to(moment: Moment) -> bool:
    """Whether they give something where they keep what was asked for: by mood first, then by level and luck."""
    mood, was = moment.state.mood, moment.was
    if mood.trust < moment.level.release[0] or mood.pressure >= PRESSED:
        return False
    if was.acts[-1:] == (Act.DEFLECT,) and mood.trust >= moment.level.release[1]:
        return True  # nobody who is warm turns a caller aside twice running
    willing = 0.25 + 0.15 * moment.level.receptivity + (0.3 if _theirs(moment) else 0.0)
    return moment.draw(23) < willing * moment.worth


def _theirs(moment: Moment) -> bool:
    """Whether the question takes up what they said themselves: of that nobody makes a secret a moment later."""
    return moment.reading.overlap > 0 or bool(moment.reading.covers)


def instead(moment: Moment, asked: Fact) -> Choice:
    """What they say in place of a fact they keep: a lesser one, more on a told one, or word that they keep it."""
    if not open_to(moment):
        return moment.plain(Act.DEFLECT, topic=asked.topic)
    if lesser := part_of(asked, moment):
        return lesser
    again = moment.was.acts[-1:] == (Act.DEFLECT,)
    return moment.plain(Act.ASK_BACK, "other") if again else moment.plain(Act.DEFLECT, PART, topic=asked.topic)


def part_of(asked: Fact, moment: Moment) -> Choice | None:
    """A lesser fact near one they keep, or more on one they told; None where there is neither."""
    beside = [moment.persona.fact(id) for id in moment.reading.near]
    beside += reveal.facts_on(asked.topic, moment.persona, moment.state)
    for fact in beside:
        if fact.id != asked.id and fact.tier <= min(2, asked.tier) and _may(fact, moment):
            return replace(moment.tell(fact), shape=PART)
    told = [id for id in moment.state.told if moment.persona.fact(id).topic == asked.topic]
    return further(moment, moment.persona.fact(told[-1])) if told else None


def _may(fact: Fact, moment: Moment) -> bool:
    untold = fact in reveal.facts_on(fact.topic, moment.persona, moment.state)
    return untold and reveal.may_tell(fact, moment.state, moment.level)


def points_back(moment: Moment) -> bool:
    """Whether a question is about what they told last: in its words, or by no more than an "it"."""
    was, marks = moment.was, moment.reading.modifiers
    if not was.told or was.acts[-1:] == () or was.acts[-1] not in TELLING:
        return False
    last = moment.persona.fact(was.told[-1])
    own = [topic for topic in moment.reading.topics if topic in moment.persona.topics and topic != last.topic]
    return not own and (_theirs(moment) or recall.POINTS in marks)


def on_what_was_said(moment: Moment) -> Choice:
    """More on what they told last; what lies next to it where that was done already."""
    return further(moment, moment.persona.fact(moment.was.told[-1]))


def further(moment: Moment, fact: Fact) -> Choice:
    """A further detail on a told fact, else another thing on its topic, else word that this is all."""
    done = moment.was.acts[-1:] == (Act.DETAIL,) or not fact.more
    if done and fact.tier < 3:  # from the real reason nobody goes on to the next thing on the list
        for each in reveal.facts_on(fact.topic, moment.persona, moment.state):
            if each.tier < 3 and reveal.may_tell(each, moment.state, moment.level):
                return moment.tell(each)
    return replace(moment.plain(Act.DETAIL, topic=fact.topic), fact=fact.id if fact.more else "")


def without_answer(moment: Moment) -> Choice | None:
    """A question none of their facts answers, to somebody who would: what they know near it, or why they cannot say.

    None where they say no more than they must.
    """
    marks = moment.reading.modifiers
    if moment.reading.questions > 2 or not {"plain", recall.BEFORE}.intersection(marks):
        return None  # no plain question: a flood, a plea or a riddle earns no word near it
    kind = recall.wants(moment.reading)
    asks_who = recall.STAFF in marks or recall.DECIDES in marks
    if kind == "who" and asks_who and moment.state.mood.pressure < PRESSED and (known := _who_is_who(moment)):
        return moment.tell(known)
    if not open_to(moment):
        return None
    close = [moment.persona.fact(id) for id in recall.marked(moment.reading, recall.CLOSE)]
    near = next((fact for fact in close if fact.tier < 3 and _may(fact, moment)), None)
    if near:
        return replace(moment.tell(near), shape=NEAR)
    if recall.BEFORE in moment.reading.modifiers and (tried := _tried(moment)):
        return moment.tell(tried)
    if recall.WORST in marks and (worst := _worst(moment)):
        return moment.tell(worst)
    if recall.OTHERS in marks:
        return moment.plain(Act.DONT_KNOW, OTHERS)
    return vaguely(moment)


def vaguely(moment: Moment) -> Choice:
    """What anybody says who has no ready answer: a vague one of the sort that was asked for, or that they have none."""
    form = next(iter(recall.marked(moment.reading, vague.MARK)), "")
    if not (moment.reading.topics or "own" in moment.reading.modifiers or form in THEIRS):
        return moment.plain(Act.DONT_KNOW)
    if form in FIGURES and moment.draw(10) < 0.5:
        return moment.plain(Act.DONT_KNOW, LOOKED_UP)
    return moment.plain(Act.BRIEF, form) if form else moment.plain(Act.DONT_KNOW, UNSAID)


def _who_is_who(moment: Moment) -> Fact | None:
    """The first they have not told yet of who does what: a fair answer to any "who" about their own house."""
    topics = ("decision", "people") if recall.DECIDES in moment.reading.modifiers else ("people", "decision")
    known = [fact for topic in topics for fact in moment.persona.facts if fact.topic == topic]
    return next((fact for fact in known if fact.tier == 1 and _may(fact, moment)), None)


def _worst(moment: Moment) -> Fact | None:
    """What is worst in all of it, for who asks in so many words and means no part of it."""
    known = [fact for fact in moment.persona.facts if fact.tier == 1 and _may(fact, moment)]
    ranked = [fact for fact in known if HARDEST in " ".join(fact.asked)]
    return next(iter([*(fact for fact in known if fact.topic == "problem"), *ranked]), None)


def _tried(moment: Moment) -> Fact | None:
    """What they have to say on what was tried before: the fact listed for such questions that this one touches most."""
    touched = recall.marked(moment.reading, recall.TOUCHES)
    listed = [fact for fact in moment.persona.facts if TRIED in " ".join(fact.asked).split()]
    known = [fact for fact in listed if fact.tier == 1 and _may(fact, moment)]
    return min(known, key=lambda fact: touched.index(fact.id) if fact.id in touched else len(touched), default=None)
