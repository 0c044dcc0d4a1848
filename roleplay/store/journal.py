"""The no journal in and out of the database."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, delete, func, insert, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from roleplay.errors import StoreError
from roleplay.model import Came, Category, Entry, Meaning, Source
from roleplay.store import schema
from roleplay.store.schema_journal import nos

CUSTOMERS = tuple(source.value for source in Source if source.customer)
PRACTISED = tuple(source.value for source in Source if not source.customer)


class Journal:
    """The nos of a store. Every method is one transaction and raises StoreError when the database fails."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._transaction = transaction

    def add(self, entry: Entry) -> Entry:
        """Keep a no; it comes back with its id."""
        with self._transaction() as db:
            key = db.execute(insert(nos).values(**as_row(entry))).inserted_primary_key
        return replace(entry, id=key[0] if key else 0)

    def entry(self, id: int) -> Entry:
        """The entry of that id. Raises StoreError when there is none."""
        with self._transaction() as db:
            row = db.execute(select(nos).where(nos.c.id == id, kept())).one_or_none()
        if row is None:
            raise StoreError(f"there is no journal entry {id}. `roleplay nos` shows them with their numbers.")
        return as_entry(row)

    def change(self, entry: Entry, now: datetime) -> None:
        """Keep an entry with other words; `undo` brings the old ones back. Raises StoreError when it is gone."""
        self._change(entry.id, {**as_row(entry), "edited": 1}, now)

    def delete(self, id: int, now: datetime) -> None:
        """Take an entry out; `undo` brings it back."""
        self._change(id, {"deleted": 1}, now)

    def undo(self) -> Entry | None:
        """Take back the last change or deletion still standing; the entry as it is then, None where there is none."""
        with self._transaction() as db:
            query = select(nos).where(nos.c.changed != "").order_by(nos.c.changed.desc(), nos.c.id.desc()).limit(1)
            row = db.execute(query).one_or_none()
            if row is None:
                return None
            db.execute(update(nos).where(nos.c.id == row.id).values(**row.before))
            return as_entry(db.execute(select(nos).where(nos.c.id == row.id)).one())

    def settle(self, before: datetime) -> None:
        """Make changes of before that moment final: their old words are forgotten, and so are deleted entries.

        Those of calls stay as blanks, so that they are not read out of the call again.
        """
        old = and_(nos.c.changed != "", nos.c.changed < _moment(before))
        blank = {"text": "", "reply": "", "behind": "", "outcome": "", "words": "", "before": None, "changed": ""}
        with self._transaction() as db:
            db.execute(delete(nos).where(old, nos.c.deleted == 1, nos.c.call.is_(None)))
            db.execute(update(nos).where(old, nos.c.deleted == 1).values(**blank))
            db.execute(update(nos).where(old).values(before=None, changed=""))

    def find(
        self, text: str = "", *, category: Category | None = None, customers: bool | None = None,
        limit: int = 200, since: str = "",
    ) -> list[Entry]:  # fmt: skip
        """Entries, newest first, in which every word of the text stands."""
        query = _narrowed(select(nos), text, category, customers)
        if since:
            query = query.where(nos.c.day >= since)
        with self._transaction() as db:
            return [as_entry(row) for row in db.execute(query.order_by(nos.c.day.desc(), nos.c.id.desc()).limit(limit))]

    def count(self, text: str = "", *, category: Category | None = None, customers: bool | None = None) -> int:
        """How many `find` would find without a limit."""
        query = _narrowed(select(func.count()).select_from(nos), text, category, customers)
        with self._transaction() as db:
            return int(db.execute(query).scalar_one())

    def last_drilled(self) -> int:
        """The attempt the newest no out of a drill was heard in, 0 where there is none."""
        query = select(func.max(nos.c.turn)).where(nos.c.source == Source.DRILL.value)
        with self._transaction() as db:
            return db.execute(query).scalar() or 0

    def _change(self, id: int, values: dict[str, Any], now: datetime) -> None:
        with self._transaction() as db:
            row = db.execute(select(nos).where(nos.c.id == id, nos.c.deleted == 0)).one_or_none()
            if row is None:
                raise StoreError(f"there is no journal entry {id}. `roleplay nos` shows them with their numbers.")
            before = {key: row._mapping[key] for key in (*as_row(as_entry(row)), *_STANDING)}
            values = {**values, "before": before, "changed": _moment(now)}
            db.execute(update(nos).where(nos.c.id == id).values(**values))


_STANDING = ("deleted", "edited", "changed", "before")
"""How an entry stands beside its words; with them a change remembers the change before it."""


def folded(*parts: str) -> str:
    """Words as they are searched."""
    return " ".join(" ".join(parts).casefold().split())


def _moment(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="microseconds")


def kept() -> ColumnElement[bool]:
    """The entries that are there: neither deleted nor of a deleted call."""
    gone = select(schema.calls.c.id).where(schema.calls.c.deleted != 0)
    return and_(nos.c.deleted == 0, or_(nos.c.call.is_(None), nos.c.call.not_in(gone)))


def _narrowed(query: Select[Any], text: str, category: Category | None, customers: bool | None) -> Select[Any]:
    query = query.where(kept(), *(func.instr(nos.c.words, word) > 0 for word in folded(text).split()))
    if category:
        query = query.where(nos.c.category == category.value)
    if customers is not None:
        query = query.where(nos.c.source.in_(CUSTOMERS if customers else PRACTISED))
    return query


def as_row(entry: Entry) -> dict[str, Any]:
    """An entry as the table holds it."""
    return {
        "at": entry.at, "day": entry.day, "text": entry.text, "who": entry.who, "source": entry.source.value,
        "category": entry.category.value if entry.category else None, "reply": entry.reply, "move": entry.move,
        "deeper": int(entry.deeper), "came": entry.came.value, "outcome": entry.outcome, "worth": entry.worth,
        "meaning": entry.meaning.value if entry.meaning else None, "behind": entry.behind, "call": entry.call or None,
        "turn": entry.turn, "words": folded(entry.text, entry.who, entry.reply, entry.outcome, entry.behind),
    }  # fmt: skip


def as_entry(row: Row[Any]) -> Entry:
    """A row of the table as an entry."""
    return Entry(
        row.text, row.at, Category(row.category) if row.category else None, row.who, Source(row.source), row.reply,
        row.move, bool(row.deeper), Came(row.came), row.outcome, row.worth,
        Meaning(row.meaning) if row.meaning else None, row.behind, row.call or "", row.turn, row.id,
    )  # fmt: skip
