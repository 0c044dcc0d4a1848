"""A moment of a call played again."""

from __future__ import annotations

from dataclasses import dataclass

from roleplay.model.call import Turn
from roleplay.model.enums import Outcome


@dataclass(frozen=True, slots=True)
class Take:
    """One more play of a finished call from turn `turn` on; the call itself stays as it was.

    `turns` are numbered on from there. `outcome` is None unless the call came to its end in the take. `different` is
    the rep's own answer to what was different this time.
    """

    id: str
    call: str
    turn: int
    turns: tuple[Turn, ...]
    made: str
    outcome: Outcome | None = None
    ended_by: str = ""
    different: str = ""

    @property
    def last(self) -> int:
        """The number of its last turn."""
        return self.turn + len(self.turns) - 1
