"""What the lobby says beside the prospects: what to do today, the week's nos, recent calls, scores."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    nos: int = 0
    scores: dict[tuple[str, int], tuple[float, float]] | None = None

    def score(self, persona_id: str, level: int) -> tuple[float, float] | None:
        """Best and last of a prospect at a level, if played."""
        return (self.scores or {}).get((persona_id, level))


def read(store: Store, now: datetime | None = None) -> Board:
    """Look at the store; a few short queries."""
    rows = [row for row in store.calls(limit=200) if row.turns]
    scored = next((row for row in rows if row.scored), None)
    card = store.card(scored.id) if scored else None
    return Board(
        recent=tuple(rows[:RECENT]),
        open=next((row for row in rows if row.outcome is None), None),
        focus=card.focus if card else "",
        nos=_nos(store, rows, now or datetime.now()),
        scores=store.best_and_last(),
    )


def _nos(store: Store, rows: list[CallRow], now: datetime) -> int:
    """Finished calls since Monday in which a real no came; an open one says nothing yet."""
    from roleplay.coach import truth

    monday = (now - timedelta(days=now.weekday())).replace(hour=0, minute=0, second=0, microsecond=0).astimezone()
    week = [row for row in rows if row.outcome and datetime.fromisoformat(row.started) >= monday]
    calls = [store.call(row.id) for row in week]
    return sum(bool(truth(call, store.persona_of(call)).turn) for call in calls)
