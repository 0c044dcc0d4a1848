"""One call: take a turn, rewind, end, resume. What both front ends drive, and the only writer of a call.

A turn is stored before the call moves on, so whatever happens the stored call is whole.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import UTC, datetime
from typing import Protocol
from uuid import uuid4

from roleplay import __version__, coach
from roleplay.listener.scope import Scope
from roleplay.model import Call, Mode, Move, Outcome, Setup, State, Turn
from roleplay.persona import Offer, Persona
from roleplay.prospect import engine, gate, hearing
from roleplay.prospect.builtin import BuiltIn
from roleplay.prospect.scene import Actor, Emit, Scene


class Keeper(Protocol):
    """Where a call is kept; `roleplay.store.Store` is one, and the default keeps nothing."""

    def open_call(self, call: Call, persona: Persona) -> None:
        """Keep a new call."""

    def add_turn(self, call_id: str, turn: Turn) -> None:
        """Keep one turn, in one transaction; a turn of the same number is replaced."""

    def drop_turns(self, call_id: str, after: int) -> None:
        """Forget the turns after that number."""

    def end_call(self, call: Call) -> None:
        """Keep how the call ended."""


class Nowhere:
    """A keeper that keeps nothing."""

    def open_call(self, call: Call, persona: Persona) -> None:
        """Do nothing."""

    def add_turn(self, call_id: str, turn: Turn) -> None:
        """Do nothing."""

    def drop_turns(self, call_id: str, after: int) -> None:
        """Do nothing."""

    def end_call(self, call: Call) -> None:
        """Do nothing."""


def new_seed() -> int:
    """A seed for a call that is given none: 0 to 999,999."""
    return secrets.randbelow(1_000_000)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Session:
    """A call being played. Not safe for two `say` at once."""

    def __init__(self, persona: Persona, call: Call, actor: Actor, keeper: Keeper, offer: Offer | None = None) -> None:
        self.persona = persona
        self.call = call
        self.actor = actor
        self.keeper = keeper
        self.offer = offer or persona.offer
        self.hints = 0

    @classmethod
    def start(
        cls, persona: Persona, *, level: int, seed: int, mode: Mode, actor: Actor | None = None,
        keeper: Keeper | None = None, offer: Offer | None = None,
    ) -> Session:  # fmt: skip
        """Begin a call: the prospect picks up. The opening line comes from the persona file, whatever the voice."""
        actor, keeper = actor or BuiltIn(), keeper or Nowhere()
        model = None if actor.name == BuiltIn.name else actor.name
        setup = Setup(persona.id, level, seed, mode, model, persona.hash, __version__)
        scene = Scene(persona, offer or persona.offer, "", (), "", engine.greeting(persona), (), seed, 0)
        call = Call(uuid4().hex[:12], setup, _now(), BuiltIn().line(scene))
        keeper.open_call(call, persona)
        return cls(persona, call, actor, keeper, offer)

    @property
    def state(self) -> State:
        """The engine's state now."""
        return self.call.turns[-1].state if self.call.turns else engine.start(self.persona, self.call.setup.level)

    @property
    def on_the_line(self) -> str:
        """Who speaks now, by first name: the prospect, or the gatekeeper in front of them."""
        return gate.speaker(self.persona) if gate.stands(self.state) else self.persona.first_name

    @property
    def over(self) -> bool:
        """Whether the call has ended."""
        return self.call.outcome is not None

    @property
    def lines(self) -> list[str]:
        """What the prospect said so far."""
        return [self.call.opening, *(turn.reply for turn in self.call.turns)]

    def hint(self) -> str:
        """The next of three steps of help for the turn to come; how many were looked at is noted with it."""
        self.hints = min(self.hints + 1, 3)
        return coach.hint(self.call, self.persona, self.hints)

    async def say(self, text: str, emit: Emit | None = None, *, seconds: float = 0.0) -> Turn:
        """Take one turn. Raises VoiceError when the model fails: nothing has happened, the words may be sent again.

        `seconds` is how long the rep took.
        """
        setup, state, number = self.call.setup, self.state, len(self.call.turns) + 1
        said = [turn.said for turn in self.call.turns]
        scope = Scope.of(self.persona, state.told, self.lines, self.offer.words, number, said)
        reading = hearing.heard(text, scope, self.persona)
        response = engine.respond(self.persona, setup.level, setup.seed, state, reading)
        told, cue = response.state.told, response.cue
        scene = Scene(self.persona, self.offer, self.call.opening, self.call.turns, text, cue, told, setup.seed, number)
        emit = emit or _silent
        spoken = await self.actor.voice(scene, emit)
        reply = gate.with_pick_up(spoken.text, scene)
        if reply != spoken.text:
            emit(reply.removeprefix(spoken.text))
        turn = Turn(
            number, text, reading, cue, response.state, reply, spoken.voice,
            response.no, response.yes, round(seconds, 1), self.hints,
        )  # fmt: skip
        call, outcome = replace(self.call, turns=(*self.call.turns, turn)), response.state.outcome
        self.keeper.add_turn(call.id, turn)
        if outcome is not None:
            call = _over(call, outcome, "rep" if cue.act == "farewell" else "prospect")
            self.keeper.end_call(call)
        self.call, self.hints = call, 0  # only now: where keeping fails, the same words may be sent again
        return turn

    def rewind(self, to: int) -> str:
        """Go back to before turn `to` (from 1); its words are returned. An ended call is open again.

        Raises IndexError where there is no such turn.
        """
        if not 1 <= to <= len(self.call.turns):
            raise IndexError(f"there is no turn {to}")
        said = self.call.turns[to - 1].said
        self.keeper.drop_turns(self.call.id, to - 1)
        self.call = replace(self.call, turns=self.call.turns[: to - 1], outcome=None, ended_by="", ended="", guess=None)
        self.keeper.end_call(self.call)
        self.hints = 0
        return said

    def contest(self, number: int, meant: Move | None) -> Turn:
        """Note what the rep says they meant at a turn; the reading stays beside it."""
        turns = list(self.call.turns)
        turns[number - 1] = replace(turns[number - 1], contested=meant)
        self.keeper.add_turn(self.call.id, turns[number - 1])
        self.call = replace(self.call, turns=tuple(turns))
        return turns[number - 1]

    def end(self) -> Outcome:
        """The rep breaks the call off; does nothing when it is over already."""
        if self.call.outcome is None:
            self.call = _over(self.call, engine.close(self.persona, self.state), "rep")
            self.keeper.end_call(self.call)
        return self.call.outcome or Outcome.NOTHING


def _over(call: Call, outcome: Outcome, by: str) -> Call:
    return replace(call, outcome=outcome, ended_by=by, ended=_now())


def _silent(piece: str) -> None:
    """Show nothing."""
