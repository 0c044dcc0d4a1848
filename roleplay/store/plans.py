"""Plans in and out of the database: the if-then plan in force, and the behaviour to watch."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

from sqlalchemy import Connection, delete, insert, select

from roleplay.model import Category, Plan
from roleplay.store.schema_journal import plans


class Plans:
    """Plans, the newest of a kind in force. Every method is one transaction and raises StoreError on failure."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._transaction = transaction

    def keep(self, plan: Plan) -> Plan:
        """Put a plan in force; it comes back with its id."""
        category = plan.category.value if plan.category else None
        values = {
            "at": plan.at, "cue": plan.cue, "then": plan.then, "category": category, "call": plan.call,
            "turn": plan.turn,
        }  # fmt: skip
        with self._transaction() as db:
            key = db.execute(insert(plans).values(**values)).inserted_primary_key
        return replace(plan, id=key[0] if key else 0)

    def drop(self, id: int) -> None:
        """Put a plan away; the one before it is in force again."""
        with self._transaction() as db:
            db.execute(delete(plans).where(plans.c.id == id))

    def current(self) -> Plan | None:
        """The if-then plan in force."""
        return self._newest(watching=False)

    def watched(self) -> Plan | None:
        """The behaviour to watch, as it was last picked."""
        return self._newest(watching=True)

    def _newest(self, *, watching: bool) -> Plan | None:
        kind = plans.c.cue == "" if watching else plans.c.cue != ""
        with self._transaction() as db:
            row = db.execute(select(plans).where(kind).order_by(plans.c.id.desc()).limit(1)).one_or_none()
        if row is None:
            return None
        category = next((item for item in Category if item.value == row.category), None)
        return Plan(row.cue, row.then, row.at, category, row.call, row.turn, row.id)
