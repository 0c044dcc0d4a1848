"""Scorecards in and out of the database: every one a call was given is kept, the newest counts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime

from sqlalchemy import Connection, Text, cast, func, insert, select

from roleplay import codec
from roleplay.model import Call, Scorecard
from roleplay.store import schema
from roleplay.store.damage import ANEW, Damage


class Cards:
    """The scorecards of all calls. Every method is one transaction and raises StoreError when the database fails."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]], damaged: Damage) -> None:
        self._transaction, self._damaged = transaction, damaged

    def keep(self, call_id: str, card: Scorecard) -> None:
        """Keep a scorecard; older ones of the call are kept too."""
        with self._transaction() as db:
            db.execute(
                insert(schema.cards).values(
                    call=call_id, made=datetime.now(UTC).isoformat(timespec="seconds"),
                    rubric=card.rubric, total=card.total, body=codec.to_json(card),
                )
            )  # fmt: skip
        self._damaged.pop(call_id, None)

    def dated(self, call_id: str) -> list[tuple[str, Scorecard]]:
        """Every scorecard of a call with the time it was made, newest first; damaged ones are passed over.

        Where the newest is damaged the call is noted: it can be scored again.
        """
        k = schema.cards.c
        query = select(k.made, cast(k.body, Text).label("body")).where(k.call == call_id).order_by(k.id.desc())
        with self._transaction() as db:
            rows = db.execute(query).all()
        read = [(row.made, _card(row.body)) for row in rows]
        if read and read[0][1] is None:
            self._damaged.note(call_id, "the card of call {id} is damaged", ANEW)
        return [(made, card) for made, card in read if card]

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


def _card(text: str) -> Scorecard | None:
    try:
        return codec.loads(Scorecard, text)
    except ValueError:
        return None
