"""What an actor gets and gives: the one seam between what the prospect does and how it is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from roleplay.model import Cue, Turn, Voice
from roleplay.persona import Offer, Persona

Emit = Callable[[str], None]
"""Takes the next checked piece of the reply, to append to the line on screen."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One reply to be voiced: who speaks, what was said so far, what the rep just said, and the act to do.

    `told` are the fact ids that may be spoken of, the one released this turn included. `before` are the earlier turns.
    """

    persona: Persona
    offer: Offer
    opening: str
    before: tuple[Turn, ...]
    said: str
    cue: Cue
    told: tuple[str, ...]
    seed: int
    number: int

    @property
    def spoken(self) -> list[str]:
        """Everything the prospect has said so far, oldest first."""
        return [self.opening, *(turn.reply for turn in self.before)]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A finished reply and how it came about."""

    text: str
    voice: Voice


class Actor(Protocol):
    """Puts an act into words. The built-in actor never fails; a model's may raise VoiceError: then no turn is taken."""

    @property
    def name(self) -> str:
        """The model's name, or "built-in"."""

    async def voice(self, scene: Scene, emit: Emit) -> Spoken:
        """Voice the scene, passing checked text to `emit` as it comes; the pieces joined are the reply's text."""
