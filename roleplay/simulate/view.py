"""What a bot sees of a call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from roleplay.model import Move, State
from roleplay.persona import Persona
from roleplay.simulate.speech import Intent

LAST_TURN = 16
"""The turn on which a bot says goodbye whatever happened."""


@dataclass(frozen=True, slots=True)
class View:
    """What a bot decides by: the prospect, the engine's state, what was said to it, and its own luck."""

    who: Persona
    state: State
    lines: Sequence[str]
    seed: int
    random: Random

    @property
    def turn(self) -> int:
        """The turn about to be played, from 1."""
        return self.state.turn + 1

    @property
    def recent(self) -> tuple[Move, ...]:
        """The last three moves."""
        return self.state.moves[-3:]

    def topic(self) -> str:
        """A topic of the prospect's own, a new one each turn."""
        return list(self.who.topics)[self.state.turn % len(self.who.topics)]


Policy = Callable[[View], Intent]
