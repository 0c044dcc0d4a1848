"""Calls made by hand, turn by turn, so that the coach is tested without the engine and the listener."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace

from roleplay.model import (
    Act,
    Call,
    Cue,
    Mode,
    Mood,
    Move,
    No,
    NoKind,
    ObjectionState,
    Outcome,
    Reading,
    Setup,
    State,
    Status,
    Turn,
    Voice,
    YesKind,
)
from roleplay.persona import Persona
from roleplay.session import Session
from tests.readings import reading

CALM = Mood(45, 42, 20)
LIVE = "midquarter"
"""Dana's main objection."""


def turn(
    said: Reading | Move,
    act: Act = Act.BRIEF,
    *,
    text: str = "",
    reply: str = "I would have to think about what that means here",
    no: NoKind | None = None,
    pressure: float = 20,
    yes: YesKind | None = None,
    mood: Mood = CALM,
    told: tuple[str, ...] = (),
    main: Status = Status.LATENT,
    objection: str = LIVE,
    fact: str = "",
) -> Turn:
    """One turn, to be numbered by `call`; a no is about Dana's main objection unless said otherwise."""
    heard = reading(said) if isinstance(said, Move) else said
    text = text or " ".join(f"word{index}" for index in range(heard.words))
    given = No(no, pressure, "" if no in (NoKind.PERMISSION, NoKind.EXIT_BAIT) else objection) if no else None
    state = State(mood, 8, told=told, objections=(ObjectionState(LIVE, main),))
    cue = Cue(act, "neutral", (5, 20), fact=fact, objection=objection if no else "")
    return Turn(0, text, heard, cue, state, reply, Voice("built-in"), given, yes)


def call(*turns: Turn, outcome: Outcome | None = Outcome.VAGUE, by: str = "rep", persona: str = "dana") -> Call:
    """A call of these turns at level 2."""
    setup = Setup(persona, 2, 1, Mode.EXAM, None, "0" * 12, "0")
    numbered = tuple(replace(each, number=index) for index, each in enumerate(turns, 1))
    return Call("c", setup, "2026-01-01", "Kettle Fork, Whitfield.", numbered, outcome, by if outcome else "")


def play(persona: Persona, lines: Iterable[str], *, level: int = 2, seed: int = 1) -> Call:
    """A real call: listener, engine and built-in actor, then the end."""
    session = Session.start(persona, level=level, seed=seed, mode=Mode.EXAM)

    async def talk() -> None:
        for line in lines:
            if session.over:
                break
            await session.say(line)

    asyncio.run(talk())
    session.end()
    return session.call
