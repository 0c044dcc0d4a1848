"""What the lobby says beside the prospects: what to do today, the week's nos, recent calls, scores."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roleplay.persona import Persona
    from roleplay.practice.today import Task
    from roleplay.store import CallRow, Store

GOAL = 3
"""Genuine nos a week to aim for (product.md)."""
RECENT = 6
"""Calls listed."""


@dataclass(frozen=True, slots=True)
class Board:
    """A snapshot of the store as the lobby shows it."""

    recent: tuple[CallRow, ...] = ()
    open: CallRow | None = None
    focus: str = ""
    plan: tuple[Task, ...] = ()
    nos: int = 0
    scores: dict[tuple[str, int], tuple[float, float]] | None = None

    def score(self, persona_id: str, level: int) -> tuple[float, float] | None:
        """Best and last of a prospect at a level, if played."""
        return (self.scores or {}).get((persona_id, level))


def read(store: Store, now: datetime | None = None, personas: Sequence[Persona] = ()) -> Board:
    """Look at the store; a few short queries."""
    rows = [row for row in store.calls(limit=200) if row.turns]
    scored = next((row for row in rows if row.scored), None)
    card = store.card(scored.id) if scored else None
    return Board(
        recent=tuple(rows[:RECENT]),
        open=next((row for row in rows if row.outcome is None), None),
        focus=card.focus if card else "",
        plan=_plan(store, personas),
        nos=_nos(store, rows, now or datetime.now()),
        scores=store.best_and_last(),
    )


def _plan(store: Store, personas: Sequence[Persona]) -> tuple[Task, ...]:
    """Today's tasks, once the calls that ended since the last look have had their say."""
    from roleplay.practice.book import Book
    from roleplay.practice.supply import reader

    book = Book(store.practised)
    book.catch_up(reader(store, personas))
    return tuple(book.plan())


def _nos(store: Store, rows: list[CallRow], now: datetime) -> int:
    """Finished calls since Monday in which a real no came; an open one says nothing yet."""
    from roleplay.coach import truth

    monday = (now - timedelta(days=now.weekday())).replace(hour=0, minute=0, second=0, microsecond=0).astimezone()
    week = [row for row in rows if row.outcome and datetime.fromisoformat(row.started) >= monday]
    calls = [store.call(row.id) for row in week]
    return sum(bool(truth(call, store.persona_of(call)).turn) for call in calls)
