"""Opener sprint: a stranger picks up, and there are three turns to get to a genuine no."""

from __future__ import annotations

from roleplay.coach import nos
from roleplay.coach.evidence import as_taken
from roleplay.coach.truth import real_no
from roleplay.coach.wording import NOS, happened
from roleplay.coach.yeses import fishes
from roleplay.model import Act, Call, Mode, Move, NoKind, Turn, YesKind
from roleplay.model.practice import NoItem, Verdict
from roleplay.persona import Persona
from roleplay.practice import skills
from roleplay.practice.exercise import SKIPPED, Beat, Said
from roleplay.practice.suggest import suggest
from roleplay.prospect import gate
from roleplay.prospect.effects import HARMFUL
from roleplay.session import Session

TURNS = 3
"""Rep turns to get there."""
PUSHES = HARMFUL - {Move.PITCH}
TEACH = (Move.NO_ORIENTED, Move.LABEL, Move.CALIBRATED)
NEXT: dict[NoKind, str] = {
    NoKind.PERMISSION: "a start, but the next question has to be about something of theirs",
    NoKind.BARE: "it came without a reason, and nothing asked for one",
    NoKind.EXIT_BAIT: "a no to 'shall I go?' says nothing about the offer",
    NoKind.PROVOKED: "a no that is wrung out tells nothing",
}
"""Why a no of each kind does not do."""


class Opener:
    """One stranger."""

    choices: tuple[str, ...] = ()

    def __init__(self, persona: Persona, level: int, seed: int) -> None:
        self._session = Session.start(persona, level=level, seed=seed, mode=Mode.PRACTICE)
        self._who = persona
        self.item, self.skill = persona.id, skills.opener(level)
        self.title = f"{persona.name}, {persona.role}, {persona.company}"
        offer = Said("", f"You sell {persona.offer.what}. {persona.reason}")
        self.shown = (offer, Said(gate.speaker(persona), self._session.call.opening))

    @property
    def prompt(self) -> str:
        """How many turns are left."""
        left = TURNS - len(self._session.call.turns)
        return f"{left} turn{'s' if left > 1 else ''} to get to a genuine no."

    @property
    def nos(self) -> tuple[NoItem, ...]:
        """The genuine no, once it is there."""
        call = as_taken(self._session.call)
        no = real_no(call, self._who)
        given = call.turns[no.number - 1].no if no else None
        if not no or not given or not given.category:
            return ()
        return (NoItem(call.turns[no.number - 1].reply, given.category, self._who.name, "opener sprint"),)

    async def answer(self, text: str) -> Beat:
        """Say it; the prospect answers."""
        turn = await self._session.say(text)
        said = (Said(gate.speaker(self._who, turn.cue), turn.reply),)
        call = as_taken(self._session.call)
        if no := real_no(call, self._who):
            return Beat(said, self._reached(call, no.number))
        if self._session.over or turn.number >= TURNS:
            return Beat(said, self._missed(call))
        return Beat(said)

    def give_up(self) -> Verdict:
        """Show how it might have gone on."""
        return Verdict(False, SKIPPED, suggest(self._session.call, self._who, len(self._session.call.turns) + 1, TEACH))

    def _reached(self, call: Call, number: int) -> Verdict:
        """A real no counts when it was made easy, not drawn by a push or a pitch."""
        if forced := next((turn for turn in call.turns[:number] if _pushes(turn, call, number)), None):
            reason = f"a real no came, but turn {forced.number} {_how(forced)}; make it easy instead"
            return Verdict(False, reason, suggest(call, self._who, forced.number, TEACH))
        return Verdict(True, _reached(call.turns[number - 1], len(call.turns)))

    def _missed(self, call: Call) -> Verdict:
        number, reason = _fault(call, self._who)
        return Verdict(False, reason, suggest(call, self._who, number, TEACH))


def _how(turn: Turn) -> str:
    """How a turn drew a no that was not free."""
    if turn.reading.lead is Move.PITCH:
        return "told them about the offer first"
    return "pushed for it" if turn.reading.lead in PUSHES - {Move.TIE_DOWN} else "asked them to agree"


def _reached(turn: Turn, turns: int) -> str:
    kind = NOS[turn.no.kind] if turn.no else "a no"
    later = ", and its reason followed" if turn.number < turns else ""
    about = f", about {turn.no.category.replace('_', ' ')}" if turn.no and turn.no.category else ""
    return f"{kind}{about}, at turn {turn.number}{later}"


def _pushes(turn: Turn, call: Call, number: int) -> bool:
    """Whether a turn pushed or fished, or its pitch drew the no of turn `number`."""
    lead = turn.reading.lead
    drew = turn.number == number and lead is Move.PITCH and "asked" not in turn.reading.modifiers
    return drew or lead in PUSHES or fishes(turn, call.turns[: turn.number - 1])


def _fault(call: Call, persona: Persona) -> tuple[int, str]:
    """The turn to mend, and why no genuine no came."""
    for turn in call.turns:
        if turn.reading.lead in HARMFUL:
            pushed = "pitched before there was anything to answer" if turn.reading.lead is Move.PITCH else "pushed"
            return turn.number, f"turn {turn.number} {pushed}, which makes them guard themselves"
    if gate.stands(call.turns[-1].state):
        who = gate.speaker(persona)
        return 1, f"you did not get past {who}: say who you are and what it is about, and ask {who} for help"
    if call.turns[-1].cue.act in (Act.HANG_UP, Act.BOUNDARY):
        return call.turns[-1].number, happened(call.turns[-1], persona)
    for turn in call.turns:
        if fishes(turn, call.turns[: turn.number - 1]):
            fished = f"turn {turn.number} fished for a yes"
            taken = "; what came was a yes to be rid of you" if turn.yes is YesKind.COUNTERFEIT else ""
            return turn.number, fished + taken
    if given := nos.distinct(call.turns):
        last = given[-1]
        kind = last.no.kind if last.no else NoKind.BARE
        heard = next((no for no in nos.heard(call.turns, persona) if no.number == last.number), None)
        little = nos.doubt(heard) if heard else ""
        why = NEXT.get(kind, f"it came {little}" if little else "it does not say enough yet")
        return min(last.number + 1, len(call.turns)), f"{NOS[kind]} at turn {last.number}: {why}"
    return len(call.turns), "no no came: nothing you asked made one easy to say about their world"
