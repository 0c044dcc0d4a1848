"""Calls, turns and scorecards in and out of the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import DatabaseError

from roleplay import codec
from roleplay.errors import ELSEWHERE, RESTORE, CallGone, PersonaError, StoreError, mend
from roleplay.model import Call, Guess, Outcome, Setup, Turn
from roleplay.persona import Persona, parse
from roleplay.store import schema
from roleplay.store.bundles import Bundles
from roleplay.store.cards import Cards
from roleplay.store.damage import Damage
from roleplay.store.database import barred, open_database, which
from roleplay.store.digests import Digests
from roleplay.store.journal import Journal
from roleplay.store.plans import Plans
from roleplay.store.practice_attempts import Practised
from roleplay.store.rows import CallRow, Order, call_row, in_order, narrowed, rows
from roleplay.store.takes import Takes
from roleplay.store.tallies import Tallies


class Store:
    """The database of calls. Every method is one transaction and raises StoreError when the database fails."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine, self._file, self._lock = open_database(path), which(path), Lock()
        self.damaged = Damage()
        """What was met and did not read, calls and entries of the journal, and what to say of each."""
        self.takes, self.plans = Takes(self._transaction, self.damaged), Plans(self._transaction)
        self.practised = Practised(self._transaction, self.damaged)
        self.journal = Journal(self._transaction, self.damaged)
        self.tallies = Tallies(self._transaction, self.journal)
        self.digests, self.bundles = Digests(self._transaction, self.damaged), Bundles(self._transaction)
        self.cards = Cards(self._transaction, self.damaged)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _current(self) -> Engine:
        """The engine of the file that is there now: `forget` or `restore` elsewhere may have put another there."""
        with self._lock:
            if which(self.path) != self._file:
                self._engine.dispose()
                self._engine, self._file = open_database(self.path), which(self.path)
            return self._engine

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._current().begin() as connection:
                yield connection
        except DatabaseError as error:
            advice = mend(error.orig, ELSEWHERE if barred(error.orig) else "Try again.")
            raise StoreError(f"{self.path}: {error.orig}. Nothing was changed. {advice}") from error
        except ValueError as error:  # what is stored does not read as what it should be
            raise StoreError(f"{self.path}: something kept there is damaged. {RESTORE}") from error

    def open_call(self, call: Call, persona: Persona) -> None:
        """Keep a new call and the persona it is played with."""
        setup = call.setup
        with self._transaction() as db:
            row = {"hash": persona.hash, "id": persona.id, "text": persona.source}
            healed = {"text": persona.source}  # the hash is the text's: what else stood there was damaged
            db.execute(upsert(schema.personas).values(row).on_conflict_do_update(["hash"], set_=healed))
            db.execute(
                insert(schema.calls).values(
                    id=call.id, persona=setup.persona, name=persona.name, level=setup.level, mode=setup.mode.value,
                    model=setup.model, setup=codec.to_json(setup), opening=call.opening, started=call.started,
                )
            )  # fmt: skip

    def add_turn(self, call_id: str, turn: Turn) -> None:
        """Keep one turn; a turn of the same number is replaced."""
        row = {
            "call": call_id,
            "number": turn.number,
            "said": turn.said,
            "reply": turn.reply,
            "body": codec.to_json(turn),
        }
        rest = {key: row[key] for key in ("said", "reply", "body")}
        with self._transaction() as db:
            db.execute(upsert(schema.turns).values(row).on_conflict_do_update(["call", "number"], set_=rest))
            db.execute(update(schema.calls).where(schema.calls.c.id == call_id).values(draft=""))

    def keep_draft(self, call_id: str, text: str) -> None:
        """Keep what was typed and not yet said; the next turn clears it."""
        with self._transaction() as db:
            db.execute(update(schema.calls).where(schema.calls.c.id == call_id).values(draft=text))

    def draft(self, call_id: str) -> str:
        """What was typed and not yet said when the call was left, or ""."""
        with self._transaction() as db:
            return db.execute(select(schema.calls.c.draft).where(schema.calls.c.id == call_id)).scalar() or ""

    def drop_turns(self, call_id: str, after: int) -> None:
        """Forget the turns after that number."""
        with self._transaction() as db:
            db.execute(delete(schema.turns).where(schema.turns.c.call == call_id, schema.turns.c.number > after))

    def end_call(self, call: Call) -> None:
        """Keep how the call ended, or that it is open again; what was thought of an end that is none goes with it."""
        values: dict[str, Any] = {"outcome": call.outcome, "ended_by": call.ended_by, "ended": call.ended}
        values |= {"guess": None} if call.outcome is None else {}
        with self._transaction() as db:
            db.execute(update(schema.calls).where(schema.calls.c.id == call.id).values(**values))

    def keep_guess(self, call_id: str, guess: Guess) -> None:
        """Keep what the rep thinks happened, in the place of what they thought before."""
        with self._transaction() as db:
            db.execute(update(schema.calls).where(schema.calls.c.id == call_id).values(guess=codec.to_json(guess)))

    def call(self, id: str) -> Call:
        """The whole call. Raises CallGone when there is none of that id, StoreError when it is damaged."""
        c, t = schema.calls.c, schema.turns.c
        with self._transaction() as db, self.damaged.noted(id):
            row = db.execute(select(schema.calls).where(c.id == id, c.deleted == 0)).one_or_none()
            if row is None:
                raise CallGone(f"there is no call '{id}'. `roleplay calls list` shows them.")
            bodies = db.execute(select(t.body).where(t.call == id).order_by(t.number)).scalars().all()
            turns = tuple(codec.from_json(Turn, body) for body in bodies)
            outcome = Outcome(row.outcome) if row.outcome else None
            guess = codec.from_json(Guess, row.guess) if row.guess else None
            for moment in (row.started, row.ended or row.started):
                datetime.fromisoformat(moment)
            setup = codec.from_json(Setup, row.setup)
        return Call(row.id, setup, row.started, row.opening, turns, outcome, row.ended_by, row.ended, guess)

    def persona_of(self, call: Call) -> Persona:
        """The persona as it was when the call was played. Raises StoreError when it is not kept."""
        with self._transaction() as db:
            hash = call.setup.persona_hash
            text = db.execute(select(schema.personas.c.text).where(schema.personas.c.hash == hash)).scalar()
        if text is None:
            raise self.damaged.note(call.id, "call {id}: its prospect's file is not kept here any more")
        try:
            return parse(text, call.setup.persona, f"{call.setup.persona}.yaml")
        except PersonaError as error:
            raise self.damaged.note(call.id, "call {id}: its prospect's file is damaged") from error

    def calls(self, text: str = "", limit: int = 500, order: Order = "started") -> list[CallRow]:
        """The calls in an order, the newest first of equals; `text` keeps those in whose name or words it stands."""
        c = schema.calls.c
        query = narrowed(rows(), text).order_by(*in_order(order), c.started.desc(), c.id).limit(limit)
        with self._transaction() as db:
            return [found for row in db.execute(query) if (found := self._row(row))]

    def _row(self, row: Row[Any]) -> CallRow | None:
        """A call as a list shows it; None for one that is damaged, which is noted."""
        with suppress(StoreError), self.damaged.noted(row.id):
            datetime.fromisoformat(row.started)
            return call_row(row)
        return None

    def count(self) -> int:
        """How many calls there are."""
        query = select(func.count()).select_from(schema.calls).where(schema.calls.c.deleted == 0)
        with self._transaction() as db:
            return int(db.execute(query).scalar_one())

    def delete(self, id: str) -> None:
        """Put a call aside; `restore` brings it back until a `purge`."""
        self._mark(id, int(datetime.now(UTC).timestamp()))

    def restore(self, id: str) -> None:
        """Bring a deleted call back."""
        self._mark(id, 0)

    def _mark(self, id: str, deleted: int) -> None:
        with self._transaction() as db:
            changed = db.execute(update(schema.calls).where(schema.calls.c.id == id).values(deleted=deleted)).rowcount
        self.damaged.pop(id, None)
        if not changed:
            raise StoreError(f"there is no call '{id}'. `roleplay calls list` shows them.")

    def purge(self, days: int = 0) -> None:
        """Forget for good the calls that were deleted so many days ago or earlier."""
        c, latest = schema.calls.c, int(datetime.now(UTC).timestamp()) - days * 86_400
        with self._transaction() as db:
            db.execute(delete(schema.calls).where(c.deleted > 0, c.deleted <= latest))
