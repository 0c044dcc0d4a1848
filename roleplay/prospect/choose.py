"""Which act comes next: a list of rules, and the first that applies decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from roleplay.model import Act, Move, NoKind, Outcome, Stage, Status, YesKind
from roleplay.prospect import answers, closing, follow, reveal, talk, yes_or_no
from roleplay.prospect.effects import HARMFUL
from roleplay.prospect.moment import Choice, Moment

Rule = Callable[[Moment], Choice | None]


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
    if moment.reading.lead in talk.OPEN_QUESTIONS and moment.reading.topics:
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
    return follow.follow_up(moment) if hidden else None


def asked_for_a_step(moment: Moment) -> Choice | None:
    """The rep proposes what happens next, or takes up what the prospect proposed."""
    late = moment.was.stage in (Stage.EVALUATE, Stage.COMMIT)
    if moment.reading.lead is Move.NEXT_STEP or (late and moment.reading.step in ("accept", "refuse")):
        return closing.next_step(moment)
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
    about_something = moment.reading.topics and "unsure" not in moment.reading.modifiers
    if about_something and luck < 0.1 * moment.level.receptivity:
        return follow.say_more(moment)
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
    closing.condition_met,
    yes_or_no.no_oriented,
    yes_or_no.pushed,
    asked_for_a_step,
    talk.asked,
    talk.reflected,
    talk.argued_with,
    surfaces,
    lectured,
)
