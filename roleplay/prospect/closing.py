"""Next steps, empty agreement, and how a call ends."""

from __future__ import annotations

from dataclasses import replace

from roleplay.model import Act, Move, No, NoKind, Outcome, Stage, State, Status, YesKind
from roleplay.persona import Persona
from roleplay.prospect import reveal, terms
from roleplay.prospect.difficulty import Level
from roleplay.prospect.effects import REFLECTING, readiness
from roleplay.prospect.moment import Choice, Moment

OF_ALL = 0.25
"""Share (0-1) of the messages, proposals left out, that must have taken something up before a step is agreed."""
INTERVIEW = 6
"""How often a rep who only asks must have taken something up: an interview that gives nothing back wins no step."""
WEEKEND = ("saturday", "sunday")
"""Days nobody agrees to; on any other the prospect takes the day the rep named."""
PATIENT = 4
"""Lines for anybody that they bear from a rep who took nothing up; two more for each time it did."""
BLIND = 0.5
"""How often (0-1) a step asked for out of the blue gets a no without its reason: that is for who took something up."""
NEARLY = 8
"""Points of readiness short of a step at which a conditional yes is given."""


def unheard(moment: Moment) -> Choice | None:
    """Line upon line for anybody, and none of theirs taken up: they say so and go."""
    state = moment.state
    if state.canned <= moment.was.canned or state.canned <= PATIENT + 2 * state.listened:
        return None
    return replace(ended(moment, Act.HANG_UP, Outcome.HUNG_UP), shape="unheard")


def permission(moment: Moment, kind: NoKind = NoKind.PERMISSION) -> Choice:
    """No, go on."""
    choice = moment.plain(Act.PERMISSION_NO)
    return replace(choice, no=No(kind, moment.state.mood.pressure))


def fake_yes(moment: Moment) -> Choice:
    """Agreement that serves to end the talk."""
    state = replace(moment.state, fake_yes=moment.state.turn)
    return Choice(Act.COUNTERFEIT_YES, state, yes=YesKind.COUNTERFEIT)


def next_step(moment: Moment) -> Choice:
    """The rep proposes what happens next."""
    state, reading = moment.state, moment.reading
    if state.offered in ("accept", "counter", "condition") and reading.step != "refuse":
        return _taken_up(moment)
    if reading.step == "refuse":
        return moment.refuse(Act.BARE_NO, NoKind.REASON, shape="refuse")
    if not moment.persona.winnable:
        return _not_now(moment)
    if ready(moment.persona, state, moment.level):
        return _ready(moment)
    if _half_ready(moment) and moment.draw(17) < 0.7:
        return Choice(Act.CONDITIONAL_YES, replace(state, offered="condition"))
    return _not_now(moment)


def ready(persona: Persona, state: State, level: Level) -> bool:
    """Whether they would agree to a step: their no is understood, they were listened to, and they are willing."""
    gave_back = REFLECTING.intersection(state.moves) or state.listened >= INTERVIEW
    talk = state.turn - state.moves.count(Move.NEXT_STEP)  # who proposes again has not listened less for it
    heard = reveal.heard(state, level.heard) and state.listened >= OF_ALL * talk
    return _understood(persona, state) and bool(gave_back) and heard and readiness(state) >= level.commit_at


def _understood(persona: Persona, state: State) -> bool:
    return not state.live and len(state.told) >= 2 and reveal.main_explored(persona, state)


def _half_ready(moment: Moment) -> bool:
    """Whether they would agree on a condition: willing, or nearly, though their real reason is not out."""
    state = moment.state
    willing = readiness(state) >= moment.level.commit_at - NEARLY
    return willing and not state.live and state.listened >= 1 and len(state.told) >= 1


def _ready(moment: Moment) -> Choice:
    hidden = reveal.may_surface(moment.state, moment.level)
    if hidden and moment.draw(18) < 0.4:
        return moment.object(hidden)
    if moment.reading.step == "accept" or moment.draw(19) < 0.12 * moment.level.receptivity:
        return _agreed(moment)
    return Choice(Act.COUNTER_PLAN, replace(moment.state, offered="counter"))


def _agreed(moment: Moment) -> Choice:
    state = replace(moment.state, stage=Stage.WON, offered="accept", live="")
    day = moment.reading.day if moment.reading.day not in WEEKEND else ""
    return Choice(Act.COMMITMENT_YES, state, yes=YesKind.COMMITMENT, shape=day)


def still_agreed(moment: Moment) -> Choice:
    """Said again after a step was agreed: it stands, in a word or two."""
    if moment.reading.lead in (Move.NEXT_STEP, Move.YES_SEEKING, Move.SUMMARY):
        return Choice(Act.CONFIRM, moment.state, yes=YesKind.CONFIRMATION, shape="agreed")
    return moment.plain(Act.BRIEF, "other")


def _taken_up(moment: Moment) -> Choice:
    """The rep takes up the prospect's own proposal, or meets their condition; asking again does not meet it."""
    state = moment.state
    if state.offered == "condition" and not ready(moment.persona, state, moment.level):
        again = "again" if state.acts.count(Act.CONDITIONAL_YES) > 1 else ""
        return Choice(Act.CONDITIONAL_YES, state, shape=again)
    return _agreed(moment)


def condition_met(moment: Moment) -> Choice | None:
    """The rep meets what a yes hung on: it holds where their no is understood, else they name a smaller step of theirs.

    A main no that never came up comes up now.
    """
    asked = moment.was.offered == "condition" and Act.CONDITIONAL_YES in moment.was.acts[-terms.BACK :]
    if not asked or terms.MET not in moment.reading.modifiers or not _half_ready(moment):
        return None
    if _understood(moment.persona, moment.state):
        return _agreed(moment)
    main = moment.state.objections[0]
    if main.status is Status.LATENT:
        return moment.object(main.id)
    return Choice(Act.COUNTER_PLAN, replace(moment.state, offered="counter"))


def _not_now(moment: Moment) -> Choice:
    """Asked too early: an empty yes, an objection, or a no."""
    state = moment.state
    if state.live:
        shape = "asked" if moment.reading.lead is Move.NO_ORIENTED else "step"
        return Choice(Act.HOLD, state, objection=state.live, shape=shape)
    if moment.draw(20) < moment.persona.pleasing:
        return fake_yes(moment)
    blind = not moment.was.listened and moment.draw(22) < BLIND
    if not blind and (hidden := reveal.may_surface(state, moment.level)):
        return moment.object(hidden)
    if moment.persona.referral and Act.REFER not in state.acts and _sends_on(moment):
        return replace(moment.plain(Act.REFER), state=replace(state, offered=state.offered or "referral"))
    return moment.refuse(Act.SOFT_NO, shape="later")


def _sends_on(moment: Moment) -> bool:
    """Whether they name somebody else: who cannot buy always does, others for a rep who listened and pushed early."""
    return not moment.persona.winnable or (moment.state.listened >= 1 and moment.draw(21) < 0.4)


def reason_known(persona: Persona, state: State) -> bool:
    """Whether the real reason has come out: that of the main no, or of another where the main one never came up."""
    main, *others = state.objections
    if not persona.winnable or main.status is not Status.LATENT:
        return reveal.main_explored(persona, state)
    return state.listened >= reveal.HEARD and any(item.status in (Status.EXPLORED, Status.RESOLVED) for item in others)


def outcome(state: State, persona: Persona, *, said_goodbye: bool) -> Outcome:
    """How the call stands if it ends now."""
    if state.boundary:
        return Outcome.HONOURED
    if state.offered == "accept":
        return Outcome.COMMITMENT
    if state.offered == "counter":
        return Outcome.SMALL_STEP
    if state.offered in ("condition", "referral") and persona.winnable:
        return Outcome.INFORMATION
    if state.fake_yes:
        return Outcome.UNVERIFIED
    if state.turn == 0:
        return Outcome.EXIT_UNKNOWN if state.gate else Outcome.NOTHING
    if said_goodbye:
        return Outcome.EXIT_KNOWN if reason_known(persona, state) else Outcome.EXIT_UNKNOWN
    return Outcome.VAGUE


def farewell(moment: Moment) -> Choice:
    """Answer a goodbye."""
    result = outcome(moment.state, moment.persona, said_goodbye=True)
    shape = {
        Outcome.COMMITMENT: "won",
        Outcome.SMALL_STEP: "won",
        Outcome.EXIT_KNOWN: "known",
        Outcome.HONOURED: "boundary",
    }
    return replace(ended(moment, Act.FAREWELL, result), shape=shape.get(result, "unknown"))


def ended(moment: Moment, act: Act, result: Outcome) -> Choice:
    """The call is over."""
    won = result in (Outcome.COMMITMENT, Outcome.SMALL_STEP)
    state = replace(moment.state, outcome=result, stage=Stage.WON if won else Stage.LOST)
    shape = "known" if act is Act.DISENGAGE and reason_known(moment.persona, state) else ""
    return Choice(act, state, shape=shape)
