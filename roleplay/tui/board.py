"""What the lobby says beside the prospects: what to do today, the week's nos, recent calls, scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roleplay.model import Plan
    from roleplay.practice.book import Book
    from roleplay.practice.week import Week
    from roleplay.store import CallRow

RECENT = 6
"""Calls listed."""


@dataclass(frozen=True, slots=True)
class Board:
    """A snapshot of the store as the lobby shows it.

    `blind` is the id of the prospect a blind call is due with, or "". `unread` says there are more calls to be read.
    """

    recent: tuple[CallRow, ...] = ()
    open: CallRow | None = None
    focus: str = ""
    week: Week | None = None
    plan: Plan | None = None
    blind: str = ""
    unread: bool = False
    scores: dict[str, tuple[float, float]] | None = None

    def score(self, persona_id: str) -> tuple[float, float] | None:
        """Best and last of a prospect, if played."""
        return (self.scores or {}).get(persona_id)


def read(book: Book, personas: Sequence[str]) -> Board:
    """Look at the store; a few short queries. Calls finished since the last look are read into the journal first."""
    from roleplay.practice.catch_up import A_LOOK, catch_up

    store = book.store
    read = catch_up(store, most=A_LOOK)
    rows = [row for row in store.calls(limit=200) if row.turns]
    scored = next((row for row in rows if row.scored), None)
    card = store.card(scored.id) if scored else None
    blind = book.blind(personas)
    return Board(
        recent=tuple(rows[:RECENT]),
        open=next((row for row in rows if row.outcome is None), None),
        focus=card.focus if card else "",
        week=book.week(),
        plan=store.plans.current(),
        blind=blind.persona if blind.due else "",
        unread=read == A_LOOK,
        scores=store.best_and_last(),
    )
