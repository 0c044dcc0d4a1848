"""What the lobby says beside the prospects: what to do today, the week's nos, recent calls, scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roleplay.model import Plan
    from roleplay.persona import Persona
    from roleplay.practice.ledger import Ledger
    from roleplay.practice.stuck import Stuck
    from roleplay.practice.today import Task
    from roleplay.practice.week import Week
    from roleplay.store import CallRow, Store

RECENT = 6
"""Calls listed."""


@dataclass(frozen=True, slots=True)
class Board:
    """A snapshot of the store as the lobby shows it.

    `blind` is the id of the prospect a blind call is due with, or "". `unread` says there are more calls to be read.
    `levels` are those of the last call with each prospect. `stuck` is there where even level 1 is too hard.
    """

    recent: tuple[CallRow, ...] = ()
    open: CallRow | None = None
    focus: str = ""
    tasks: tuple[Task, ...] = ()
    week: Week | None = None
    plan: Plan | None = None
    blind: str = ""
    unread: bool = False
    scores: dict[tuple[str, int], tuple[float, float]] | None = None
    levels: dict[str, int] | None = None
    stuck: Stuck | None = None

    def score(self, persona_id: str, level: int) -> tuple[float, float] | None:
        """Best and last of a prospect at a level, if played."""
        return (self.scores or {}).get((persona_id, level))


def read(ledger: Ledger, personas: Sequence[Persona], *, learnt: bool = False) -> Board:
    """Look at the store; a few short queries, whatever its size.

    While calls wait to be read there is no new plan for the day, which they are to have a say in; `learnt` says that
    what can be read was.
    """
    from roleplay.practice.book import Book
    from roleplay.practice.catch_up import waiting

    store, book = ledger.store, Book(ledger.store.practised)
    unread = not learnt and bool(waiting(store) or book.waiting())
    rows = [row for row in store.calls(limit=200) if row.turns]
    scored = next((row for row in rows if row.scored), None)
    card = store.cards.newest(scored.id) if scored else None
    blind = ledger.blind([persona.id for persona in personas])
    return Board(
        recent=tuple(rows[:RECENT]),
        open=next((row for row in rows if row.outcome is None), None),
        focus=card.focus if card else "",
        tasks=tuple(book.planned() if unread else book.plan()),
        week=ledger.week(),
        plan=store.plans.current(),
        blind=blind.persona if blind.due else "",
        unread=unread,
        scores=store.cards.best_and_last(),
        stuck=ledger.stuck(),
        levels={row.persona: row.level for row in reversed(rows)},
    )


def learn(store: Store, personas: Sequence[Persona]) -> int:
    """Read some of the calls that have ended since the last look, the newest first; how many were read."""
    from roleplay.practice import catch_up
    from roleplay.practice.book import Book
    from roleplay.practice.supply import reader

    learnt = Book(store.practised).catch_up(reader(store, personas), catch_up.A_LOOK)
    return learnt + catch_up.catch_up(store, most=catch_up.A_LOOK)
