"""Which act comes next: a list of rules, and the first that applies decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from roleplay.model import Act, Move, NoKind, Outcome, Stage, Status, YesKind
from roleplay.prospect import answers, closing, effects, ground, reveal
from roleplay.prospect.effects import HARMFUL
from roleplay.prospect.moment import Choice, Moment

Rule = Callable[[Moment], Choice | None]

PUSHES = frozenset({Move.YES_SEEKING, Move.TIE_DOWN, Move.PRESSURE})
OPEN_QUESTIONS = frozenset({Move.CALIBRATED, Move.WHY})


def choose(moment: Moment) -> Choice:
    """The act for this moment."""
    for rule in RULES:
        if (choice := rule(moment)) is not None:
            return choice
    return by_weight(moment)


def end_of_rope(moment: Moment) -> Choice | None:
    """Trust gone or pressure unbearable: the phone goes down. A boundary that was crossed ends it too."""
    mood = moment.state.mood
    crossed = moment.was.boundary and moment.reading.lead not in (Move.EXIT, Move.EMPATHY)
    if crossed or mood.trust <= 3 or mood.pressure >= 92:
        outcome = Outcome.IGNORED if moment.was.boundary else Outcome.HUNG_UP
        return closing.ended(moment, Act.HANG_UP, outcome)
    return None


def nonsense(moment: Moment) -> Choice | None:
    """Talk to a machine, or no words at all, puzzles a person."""
    reading = moment.reading
    if reading.lead is Move.META or reading.words == 0 or "stuffed" in reading.modifiers:
        return moment.plain(Act.PUZZLED)
    if reading.lead in (Move.EXIT, Move.HOSTILE) or moment.was.acts[-1:] == (Act.PUZZLED,):
        return None
    shape = next((each for each in ("wrong_name", "page") if each in reading.modifiers), "")
    return moment.plain(Act.PUZZLED, shape) if shape else None


def goodbye(moment: Moment) -> Choice | None:
    """A goodbye is answered, and ends the call."""
    return closing.farewell(moment) if moment.reading.lead is Move.EXIT else None


def boundary(moment: Moment) -> Choice | None:
    """Pressed hard with no trust left: take me off your list."""
    mood = moment.state.mood
    if mood.pressure >= 70 and mood.trust < 20 and moment.reading.lead in HARMFUL and moment.draw(1) < 0.5:
        choice = moment.refuse(Act.BOUNDARY, NoKind.PROVOKED)
        return replace(choice, state=replace(choice.state, boundary=choice.state.turn))
    return None


def agreed_already(moment: Moment) -> Choice | None:
    """A step is agreed: what comes after is detail, unless the rep begins to press again."""
    if moment.was.stage is not Stage.WON or moment.reading.lead in HARMFUL:
        return None
    if moment.reading.lead in OPEN_QUESTIONS and moment.reading.topics:
        return answers.answer(moment)
    return closing.still_agreed(moment)


def out_of_patience(moment: Moment) -> Choice | None:
    """The time the prospect gave is used up."""
    if moment.state.patience <= 0:
        return closing.ended(moment, Act.DISENGAGE, closing.outcome(moment.state, moment.persona, said_goodbye=False))
    return None


def hostile(moment: Moment) -> Choice | None:
    """An insult is answered as one, and earns a no that is worth nothing; a second one ends the call."""
    if moment.reading.lead is not Move.HOSTILE:
        return None
    if Move.HOSTILE in moment.was.moves or moment.state.mood.pressure > 50:
        return closing.ended(moment, Act.HANG_UP, Outcome.HUNG_UP)
    return moment.refuse(Act.REBUKE, NoKind.PROVOKED)


def fake_yes_tested(moment: Moment) -> Choice | None:
    """A counterfeit yes that is tested turns into what stood behind it."""
    if not moment.was.fake_yes or moment.state.turn - moment.was.fake_yes > 2:
        return None
    if not moment.reading.has(Move.CALIBRATED, Move.LABEL, Move.SUMMARY):
        return None
    mood = moment.state.mood
    state = replace(moment.state, fake_yes=0, mood=replace(mood, trust=min(100.0, mood.trust + 5)))
    moment = moment.with_state(state)
    hidden = state.live or reveal.latent(state)
    if hidden and reveal.status_of(state, hidden).status is Status.LATENT:
        return moment.object(hidden, Act.GENUINE_NO)
    return answers.follow_up(moment) if hidden else None


def no_oriented(moment: Moment) -> Choice | None:
    """A question whose easy answer is no."""
    reading = moment.reading
    if reading.lead is not Move.NO_ORIENTED:
        return None
    if reading.step or reading.has(Move.NEXT_STEP):
        return closing.next_step(moment)
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
        return answers.follow_up(moment)
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
    if hidden and moment.draw(4) < 0.5:
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


def asked_for_a_step(moment: Moment) -> Choice | None:
    """The rep proposes what happens next, or takes up what the prospect proposed."""
    late = moment.was.stage in (Stage.EVALUATE, Stage.COMMIT)
    if moment.reading.lead is Move.NEXT_STEP or (late and moment.reading.step in ("accept", "refuse")):
        return closing.next_step(moment)
    return None


def asked(moment: Moment) -> Choice | None:
    """A question gets an answer, or is turned aside."""
    reading = moment.reading
    if reading.lead is Move.PERMISSION or (reading.lead is Move.YES_SEEKING and moment.opener):
        return answers.give_the_floor(moment)
    if reading.lead is Move.SUMMARY:
        return answers.summary(moment)
    wants_facts = reading.lead in OPEN_QUESTIONS or (
        reading.lead in (Move.OTHER, Move.YES_SEEKING) and reading.questions
    )
    if not wants_facts:
        return None
    if moment.state.live and not _on_another_topic(moment):
        return answers.follow_up(moment)
    return answers.answer(moment)


def _on_another_topic(moment: Moment) -> bool:
    """Whether the question is about something that has nothing to do with the objection on the table.

    Right after a no, only one of the prospect's own topics counts as another: "what about it doesn't work right now?"
    is about the no, whatever common words it holds.
    """
    who, live = moment.persona, moment.state.live
    related = {fact.topic for fact in who.behind(live)} | ground.ABOUT[who.objection(live).category]
    topics = set(moment.reading.topics)
    if effects.after_no(moment.was):
        topics &= set(who.topics)
    return bool(topics) and not related & topics


def reflected(moment: Moment) -> Choice | None:
    """A label, mirror or acknowledgement: with a no on the table it may open it; else they say more."""
    if moment.reading.lead not in (Move.LABEL, Move.MIRROR, Move.EMPATHY, Move.AUDIT):
        return None
    if moment.state.live:
        return answers.follow_up(moment)
    return answers.say_more(moment)


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


def surfaces(moment: Moment) -> Choice | None:
    """A pitch, a push or plain unease brings a latent objection up, until a step is agreed."""
    hidden = "" if moment.was.stage is Stage.WON else reveal.may_surface(moment.state, moment.level)
    pressed = moment.reading.lead in HARMFUL or moment.reading.lead is Move.YES_SEEKING
    chance = (0.55 if pressed else 0.08) + 0.006 * max(0.0, moment.state.mood.pressure - 20)
    if hidden and moment.draw(7) < chance:
        return moment.object(hidden)
    return None


def lectured(moment: Moment) -> Choice | None:
    """Agreeing to end the lecture."""
    long_talk = moment.reading.lead in (Move.PITCH, Move.REBUTTAL) and moment.reading.words > 30
    if long_talk and moment.state.mood.pressure > 50:
        return replace(moment.plain(Act.YOURE_RIGHT), yes=YesKind.COUNTERFEIT)
    return None


def by_weight(moment: Moment) -> Choice:
    """Nothing special happened: receptive prospects give more, closed ones little."""
    luck, lead = moment.draw(8), moment.reading.lead
    if lead is Move.SMALL_TALK:
        return answers.small_talk(moment)
    if lead in (Move.PITCH, Move.REBUTTAL, Move.TIE_DOWN, Move.PRESSURE):
        if moment.state.turn <= 1:
            return moment.plain(Act.ASK_BACK, "start")
        return (
            moment.plain(Act.ASK_BACK, "pitch")
            if luck < 0.15 + 0.09 * moment.level.receptivity
            else moment.plain(Act.DOUBT)
        )
    if moment.state.turn <= 1:
        return moment.plain(Act.ASK_BACK, "start")
    if luck < 0.1 * moment.level.receptivity and "unsure" not in moment.reading.modifiers:
        return answers.say_more(moment)
    return moment.plain(Act.BRIEF, "other") if luck < 0.85 else moment.plain(Act.STALL)


RULES: tuple[Rule, ...] = (
    end_of_rope,
    nonsense,
    goodbye,
    closing.unheard,
    boundary,
    agreed_already,
    out_of_patience,
    hostile,
    fake_yes_tested,
    no_oriented,
    pushed,
    asked_for_a_step,
    asked,
    reflected,
    argued_with,
    surfaces,
    lectured,
)
