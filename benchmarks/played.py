"""Whole calls of a bot through the door a person uses, with any actor, and every scene that was voiced."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from roleplay.errors import VoiceError
from roleplay.model import Call, Mode
from roleplay.persona import Persona
from roleplay.prospect.builtin import BuiltIn
from roleplay.prospect.scene import Actor, Emit, Scene, Spoken
from roleplay.session import Session
from roleplay.simulate.bots import BOTS
from roleplay.simulate.speech import OWN, sentence
from roleplay.simulate.view import LAST_TURN, View


class Watched:
    """An actor whose scenes and lines are handed on as they are voiced."""

    def __init__(self, actor: Actor, seen: Callable[[Scene, Spoken], None]) -> None:
        self.actor, self.seen = actor, seen

    @property
    def name(self) -> str:
        return self.actor.name

    async def voice(self, scene: Scene, emit: Emit) -> Spoken:
        spoken = await self.actor.voice(scene, emit)
        self.seen(scene, spoken)
        return spoken


def begin(who: Persona, level: int, seed: int, actor: Actor | None = None) -> Session:
    """A call nobody keeps."""
    return Session.start(who, level=level, seed=seed, mode=Mode.EXAM, actor=actor or BuiltIn())


async def play(
    who: Persona, level: int, bot: str, seed: int, actor: Actor, speech: str = OWN
) -> Call:  # fmt: skip
    """One whole call of a bot; where the endpoint fails for good, the call is broken off there."""
    call, random = begin(who, level, seed, actor), Random(f"{bot}:{who.id}:{seed}")
    while not call.over and len(call.call.turns) <= LAST_TURN:
        intent = BOTS[bot].policy(View(who, call.state, call.lines, seed, random))
        try:
            before = [turn.said for turn in call.call.turns]
            await call.say(sentence(intent, who, call.state, call.lines[-1], random, speech=speech, before=before))
        except VoiceError:
            break
    call.end()
    return call.call
