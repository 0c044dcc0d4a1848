"""A call with everything that belongs to it: what is exported, and what comes back in."""

from __future__ import annotations

from dataclasses import dataclass

from roleplay.model.call import Call
from roleplay.model.card import Scorecard
from roleplay.model.take import Take

FORMAT = 1
"""The version of the exported form; changes when a reader of the old one would go wrong."""


@dataclass(frozen=True, slots=True)
class PersonaFile:
    """The prospect's file as the call was played with it, secrets and all, so that the call can be scored again."""

    id: str
    hash: str
    text: str


@dataclass(frozen=True, slots=True)
class DatedCard:
    """A scorecard and when it was made (ISO 8601, UTC)."""

    made: str
    card: Scorecard


@dataclass(frozen=True, slots=True)
class Bundle:
    """A call, its newest card, the cards before it (newest first), its takes (oldest first), and its prospect.

    `scored` is when the newest card was made, "" where there is none. `draft` is what was typed and not yet said.
    """

    call: Call
    scorecard: Scorecard | None
    scored: str
    older: tuple[DatedCard, ...]
    takes: tuple[Take, ...]
    persona: PersonaFile
    draft: str = ""
    format: int = FORMAT
