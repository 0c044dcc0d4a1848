"""After the no: the talk opens on a no, and there are three turns to find out what is behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from roleplay import listener
from roleplay.coach import worth
from roleplay.coach.after_no import after_no
from roleplay.coach.claims import Case
from roleplay.coach.evidence import as_taken, gather
from roleplay.coach.nos import distinct
from roleplay.listener.scope import Scope
from roleplay.model import Act, Call, Category, Cue, Mode, Move, NoKind, Turn, Voice
from roleplay.model.practice import NoItem, Verdict
from roleplay.persona import Persona
from roleplay.practice import skills
from roleplay.practice.after_no_words import why_good, why_not
from roleplay.practice.exercise import SKIPPED, Beat, Said
from roleplay.practice.suggest import suggest
from roleplay.prospect import engine, gate
from roleplay.prospect.builtin import NAME, BuiltIn
from roleplay.prospect.difficulty import LEVELS
from roleplay.prospect.moment import Moment
from roleplay.prospect.scene import Scene
from roleplay.session import Nowhere, Session

AFTER_NO = "after the no"
"""Where a no of this drill was heard."""
TURNS = 3
"""Rep turns after the no."""
ENOUGH = 0.55
"""What the follow-up has to be worth (0-1): a good question and something that came of it."""
TEACH = (Move.LABEL, Move.CALIBRATED, Move.MIRROR, Move.SUMMARY)
OPEN = frozenset({NoKind.REASON, NoKind.CORRECTION, NoKind.BARE})
"""Nos there is something behind."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A talk that has just come to a no: its last turn is the no. `source` says where it was heard, `who` by whom."""

    item: str
    persona: Persona
    call: Call
    category: Category
    who: str
    source: str = ""


def scripted(persona: Persona, objection: str, level: int, seed: int, heard: NoItem | None = None) -> Opening:
    """The persona's objection, raised at once. With `heard`, it is said in the words somebody really used.

    Raises KeyError where the persona has no such objection.
    """
    call = Session.start(persona, level=level, seed=seed, mode=Mode.PRACTICE).call
    said = f"I am calling about {persona.offer.what}."
    scope = Scope.of(persona, (), [call.opening], persona.offer.words, 1)
    was, reading = engine.start(persona, level), listener.read_rep(said, scope)
    state = replace(was, turn=1, moves=(reading.lead,), acts=(Act.GENUINE_NO,))
    choice = Moment(persona, LEVELS[level], reading, was, state, apt=True, luck=0.5).object(objection, Act.GENUINE_NO)
    cue = Cue(choice.act, engine.stance(state.mood), engine.WORDS[choice.act], objection=objection)
    scene = Scene(persona, persona.offer, call.opening, (), said, cue, (), seed, 1)
    reply = heard.text if heard else BuiltIn().line(scene)
    turn = Turn(1, said, reading, cue, choice.state, reply, Voice(NAME), choice.no)
    call = replace(call, turns=(turn,))
    category = heard.category if heard else persona.objection(objection).category
    item = f"{persona.id}/{objection}"
    if heard is None:
        return Opening(item, persona, call, category, persona.name)
    return Opening(f"{item}: {heard.text}", persona, call, category, heard.who or persona.name, heard.source)


def from_call(call: Call, persona: Persona, source: str) -> list[Opening]:
    """Every no of a call that has something behind it, each as a talk that stops there."""
    return [
        Opening(
            f"call:{call.id}:{turn.number}", persona,
            replace(call, turns=call.turns[: turn.number], outcome=None, ended="", ended_by=""),
            turn.no.category, persona.name, source,
        )
        for turn in distinct(call.turns)
        if turn.no and turn.no.category and turn.no.kind in OPEN and turn.state.outcome is None
    ]  # fmt: skip


class AfterNo:
    """One no, and three turns."""

    choices: tuple[str, ...] = ()

    def __init__(self, opening: Opening) -> None:
        self._opening, self._who = opening, opening.persona
        self._session = Session(opening.persona, opening.call, BuiltIn(), Nowhere())
        self.item, self.skill = opening.item, skills.after_no(opening.category)
        self.title = f"{opening.who} · {skills.words(self.skill)}"
        self.shown = self._shown()

    def _shown(self) -> tuple[Said, ...]:
        who, last = self._who, self._opening.call.turns[-1]
        lines = [Said("", f"You sell {who.offer.what}.")] if len(self._opening.call.turns) > 1 else []
        if self._opening.source:
            heard = f"From {self._opening.source}."
            stand_in = "" if self._opening.who == who.name else f" {who.name}, {who.role}, answers in their place."
            lines.append(Said("", heard + stand_in))
        return (*lines, Said("you", last.said), Said(gate.speaker(who, last.cue), last.reply))

    @property
    def _no(self) -> int:
        return len(self._opening.call.turns)

    @property
    def _taken(self) -> int:
        return len(self._session.call.turns) - self._no

    @property
    def prompt(self) -> str:
        """How many turns are left."""
        left = TURNS - self._taken
        return f"{left} turn{'s' if left > 1 else ''} to find out what is behind it."

    @property
    def nos(self) -> tuple[NoItem, ...]:
        """The no it opened on, once it was answered: one that was passed over tells nothing."""
        if not self._taken:
            return ()
        last = self._opening.call.turns[-1]
        return (NoItem(last.reply, self._opening.category, self._opening.who, AFTER_NO),)

    async def answer(self, text: str) -> Beat:
        """Say it; the prospect answers."""
        turn = await self._session.say(text)
        said = (Said(gate.speaker(self._who, turn.cue), turn.reply),)
        over = self._session.over or self._taken >= TURNS
        return Beat(said, self._judged() if over else None)

    def give_up(self) -> Verdict:
        """Show what to say next."""
        call = self._session.call
        return Verdict(False, SKIPPED, suggest(call, self._who, len(call.turns) + 1, TEACH))

    def _judged(self) -> Verdict:
        call = as_taken(self._session.call)
        evidence = gather(call, self._who)
        found = next((each for each in evidence.follow_ups if each.no == self._no), None)
        if found is None:
            return Verdict(False, "the no was left as it was", suggest(call, self._who, self._no + 1, TEACH))
        if worth.follow_up_value(found) >= ENOUGH:
            return Verdict(True, why_good(found, call, self._who))
        faults = {claim.turn: claim.why for claim in after_no(Case(call, self._who, evidence))}
        number, reason = why_not(found, faults, call, TURNS)
        return Verdict(False, reason, suggest(call, self._who, number, TEACH))
