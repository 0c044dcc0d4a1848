"""The no journal in and out of the database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, delete, func, insert, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from roleplay.errors import StoreError
from roleplay.model import Category, Entry, Source
from roleplay.store import schema
from roleplay.store.damage import Damage
from roleplay.store.entries import BEFORE, WHOLE, as_entry, as_row, folded, remembered
from roleplay.store.schema_journal import nos

CUSTOMERS = tuple(source.value for source in Source if source.customer)
PRACTISED = tuple(source.value for source in Source if not source.customer)


class Journal:
    """The nos of a store. Every method is one transaction and raises StoreError when the database fails.

    An entry that does not read is noted by name and passed over.
    """

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]], damaged: Damage) -> None:
        self._transaction, self._damaged = transaction, damaged

    def add(self, entry: Entry) -> Entry:
        """Keep a no; it comes back with its id."""
        with self._transaction() as db:
            key = db.execute(insert(nos).values(**as_row(entry))).inserted_primary_key
        return replace(entry, id=key[0] if key else 0)

    def entry(self, id: int) -> Entry:
        """The entry of that id. Raises StoreError when there is none, or when it is damaged."""
        with self._transaction() as db:
            row = db.execute(select(*WHOLE).where(nos.c.id == id, kept())).one_or_none()
        if row is None:
            raise _no_such(id)
        return self.read(row)

    def read(self, row: Row[Any]) -> Entry:
        """A row of the table as an entry. Raises StoreError that names it, and the mend, when it is damaged."""
        try:
            return as_entry(row)
        except (ValueError, TypeError) as error:
            drop = f"`roleplay nos delete {row.id}` drops it."
            raise self._damaged.note(f"no {row.id}", f"journal entry {row.id} is damaged", drop) from error

    def change(self, entry: Entry, now: datetime) -> None:
        """Keep an entry with other words; `undo` brings the old ones back. Raises StoreError when it is gone."""
        self._change((entry.id,), {**as_row(entry), "edited": 1}, now)

    def delete(self, ids: Sequence[int], now: datetime) -> None:
        """Take entries out, damaged ones too: all, or none where one is not there; `undo` brings back one by one."""
        self._change(ids, {"deleted": 1}, now)

    def undo(self) -> Entry | None:
        """Take back the last change or deletion still standing; the entry as it is then, None where there is none.

        Raises StoreError where what it was before is damaged: then it stays, and the change before is the next.
        """
        query = select(nos.c.id, BEFORE).where(nos.c.changed != "")
        with self._transaction() as db:
            row = db.execute(query.order_by(nos.c.changed.desc(), nos.c.id.desc()).limit(1)).one_or_none()
            if row is None:
                return None
            before = remembered(row.before)
            db.execute(update(nos).where(nos.c.id == row.id).values(**(before or {"before": None, "changed": ""})))
            now = db.execute(select(*WHOLE).where(nos.c.id == row.id)).one()
        if before is None:
            raise StoreError(f"what journal entry {row.id} was before is damaged, so it stays as it is.")
        return self.read(now)

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
        query = _narrowed(select(*WHOLE), text, category, customers)
        if since:
            query = query.where(nos.c.day >= since)
        with self._transaction() as db:
            rows = db.execute(query.order_by(nos.c.day.desc(), nos.c.id.desc()).limit(limit)).all()
        found = []
        for row in rows:
            with suppress(StoreError):
                found.append(self.read(row))
        return found

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

    def _change(self, ids: Sequence[int], values: dict[str, Any], now: datetime) -> None:
        with self._transaction() as db:
            for id in ids:
                row = db.execute(select(*WHOLE, BEFORE).where(nos.c.id == id, nos.c.deleted == 0)).one_or_none()
                if row is None:
                    raise _no_such(id)
                before = {key: value for key, value in row._mapping.items() if key != "id"}
                before["before"] = remembered(row.before)  # with it a change remembers the change before it
                changed = {**values, "before": before, "changed": _moment(now)}
                db.execute(update(nos).where(nos.c.id == id).values(**changed))
        for id in ids:
            self._damaged.pop(f"no {id}", None)


def _no_such(id: int) -> StoreError:
    return StoreError(f"there is no journal entry {id}. `roleplay nos` shows them with their numbers.")


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
