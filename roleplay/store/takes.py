"""Moments played again, in and out of the database."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from roleplay import codec
from roleplay.model import Take
from roleplay.store import schema
from roleplay.store.damage import Damage


class Takes:
    """The takes of all calls. Every method is one transaction and raises StoreError when the database fails."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]], damaged: Damage) -> None:
        self._transaction, self._damaged = transaction, damaged

    def keep(self, take: Take) -> None:
        """Keep a take; one of the same id is replaced."""
        row = {"id": take.id, "call": take.call, "turn": take.turn, "made": take.made, "body": codec.to_json(take)}
        with self._transaction() as db:
            db.execute(upsert(schema.takes).values(row).on_conflict_do_update(["id"], set_={"body": row["body"]}))

    def of(self, call_id: str) -> tuple[Take, ...]:
        """The takes of a call, oldest first."""
        t = schema.takes.c
        query = select(t.body).where(t.call == call_id).order_by(t.made, t.id)
        with self._transaction() as db, self._damaged.noted(call_id):
            return tuple(codec.from_json(Take, body) for body in db.execute(query).scalars())
