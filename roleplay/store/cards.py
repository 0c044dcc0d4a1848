"""Scorecards in and out of the database: every one a call was given is kept, the newest counts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from roleplay import codec
from roleplay.model import Call, Scorecard
from roleplay.store import schema


class Cards:
    """The scorecards of all calls. Every method is one transaction and raises StoreError when the database fails."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._transaction = transaction

    def keep(self, call_id: str, card: Scorecard) -> None:
        """Keep a scorecard; older ones of the call are kept too."""
        with self._transaction() as db:
            db.execute(
                insert(schema.cards).values(
                    call=call_id, made=datetime.now(UTC).isoformat(timespec="seconds"),
                    rubric=card.rubric, total=card.total, body=codec.to_json(card),
                )
            )  # fmt: skip

    def dated(self, call_id: str) -> list[tuple[str, Scorecard]]:
        """Every scorecard of a call with the time it was made, newest first."""
        k = schema.cards.c
        query = select(k.made, k.body).where(k.call == call_id).order_by(k.id.desc())
        with self._transaction() as db:
            return [(row.made, codec.from_json(Scorecard, row.body)) for row in db.execute(query)]

    def newest(self, call_id: str) -> Scorecard | None:
        """The newest scorecard of a call, or None."""
        return next((card for _, card in self.dated(call_id)), None)

    def best_and_last(self) -> dict[tuple[str, int], tuple[float, float]]:
        """By persona and level: the best and the latest total of the scored calls. Levels are never mixed."""
        c, k = schema.calls.c, schema.cards.c
        newest = select(func.max(k.id)).where(k.call == c.id).correlate(schema.calls).scalar_subquery()
        query = select(c.persona, c.level, k.total, c.started, c.id).join(schema.cards, k.id == newest)
        found: dict[tuple[str, int], tuple[float, float]] = {}
        with self._transaction() as db:
            rows = db.execute(query.where(c.deleted == 0, k.total.is_not(None)).order_by(c.started, c.id.desc()))
            for who, level, total, *_ in rows:
                found[who, level] = (max(total, found.get((who, level), (0.0, 0.0))[0]), total)
        return found

    def before(self, call: Call) -> float | None:
        """The total of the call before this one with the same persona at the same level, or None."""
        c, k = schema.calls.c, schema.cards.c
        setup = call.setup
        same = (c.persona == setup.persona) & (c.level == setup.level) & (c.deleted == 0)
        query = (
            select(k.total).join(schema.calls, k.call == c.id).where(same, c.started < call.started)
            .where(k.total.is_not(None)).order_by(c.started.desc(), k.id.desc()).limit(1)
        )  # fmt: skip
        with self._transaction() as db:
            return db.execute(query).scalar()
