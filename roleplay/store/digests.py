"""What calls amounted to, kept so that a screen over thousands of calls need not read them all again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, delete, func, insert, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert

from roleplay.model import Digest, Entry, Mode, Push
from roleplay.store import schema
from roleplay.store.damage import Damage
from roleplay.store.entries import as_row
from roleplay.store.schema_journal import digests, nos, pushes

ANEW = "it is read anew at the next look."


class Unread(NamedTuple):
    """A finished call that was not read yet, or is another since: its id, when it ended, and its newest card's id."""

    call: str
    ended: str
    card: int


class Digests:
    """Digests and pushes. Every method is one transaction and raises StoreError when the database fails."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]], damaged: Damage) -> None:
        self._transaction, self._damaged = transaction, damaged
        self._known: tuple[object, list[Digest]] = (None, [])

    def unread(self, limit: int) -> list[Unread]:
        """Finished calls to be read, newest first; none of those that are known to be damaged."""
        c, k, d = schema.calls.c, schema.cards.c, digests.c
        card = func.coalesce(select(func.max(k.id)).where(k.call == c.id).correlate(schema.calls).scalar_subquery(), 0)
        query = (
            select(c.id, c.ended, card.label("card"))
            .select_from(schema.calls.outerjoin(digests, d.call == c.id))
            .where(c.outcome.is_not(None), c.deleted == 0, or_(d.call.is_(None), d.ended != c.ended, d.card != card))
            .where(self._damaged.others(c.id))
            .order_by(c.started.desc())
            .limit(limit)
        )
        with self._transaction() as db:
            return [Unread(row.id, row.ended, row.card) for row in db.execute(query)]

    def keep(self, unread: Unread, digest: Digest, heard: Sequence[Entry], pushed: Sequence[Push]) -> None:
        """Keep what a call amounted to, its nos and its pushes, in the place of what was read of it before.

        Entries the rep changed or took out stay as they are.
        """
        row = {
            "call": digest.call, "ended": unread.ended, "card": unread.card, "day": digest.day,
            "success": digest.success, "total": digest.total, "scores": as_text(digest.scores),
            "guessed": _letters(digest.guessed),
        }  # fmt: skip
        with self._transaction() as db:
            rest = {key: value for key, value in row.items() if key != "call"}
            db.execute(upsert(digests).values(row).on_conflict_do_update(["call"], set_=rest))
            db.execute(delete(pushes).where(pushes.c.call == digest.call))
            if pushed:
                db.execute(insert(pushes), [_push_row(push) for push in pushed])
            _replace_nos(db, digest.call, heard)

    def all(self) -> list[Digest]:
        """Every finished call that was read, oldest first; they are fetched again only once something has changed."""
        c, d = schema.calls.c, digests.c
        with self._transaction() as db:
            state = db.execute(_STATE).one()
        if self._known[0] == state:
            return self._known[1]
        query = (
            select(
                d.call, c.started, d.day, c.persona, c.name, c.level, c.mode, d.success, d.total, d.scores, d.guessed
            )
            .join(schema.calls, c.id == d.call)
            .where(c.deleted == 0)
            .order_by(c.started, c.id)
        )
        with self._transaction() as db:
            found = [item for row in db.execute(query) if (item := self._whole(db, row))]
        self._known = state, found
        return found

    def _whole(self, db: Connection, row: Any) -> Digest | None:
        """What a call amounted to; None for one that is damaged, which is noted and dropped: the call is still there,
        so it is unread again. Where the call is what is damaged, that reading says so.
        """
        try:
            return _digest(*tuple(row))
        except (ValueError, TypeError, KeyError):
            self._damaged.note(f"digest {row.call}", f"what call {row.call} amounted to is damaged", ANEW)
            db.execute(delete(digests).where(digests.c.call == row.call))
            return None

    def pushes(self) -> list[tuple[str, int, float, float]]:
        """By situation: how many pushes, the points they cost together, and the trust."""
        p = pushes.c
        sums = select(p.situation, func.count(), func.sum(p.points), func.sum(p.trust))
        with self._transaction() as db:
            return [(row[0], row[1], row[2], row[3]) for row in db.execute(_live(sums).group_by(p.situation))]

    def lines(self, each: int) -> list[Push]:
        """The dearest pushes of every situation, at most so many of each; of two that cost the same the newer."""
        p, c, d = pushes.c, schema.calls.c, digests.c
        order = (p.points, p.trust, c.started.desc(), p.turn)
        rank = func.row_number().over(partition_by=p.situation, order_by=order).label("rank")
        ranked = _live(select(p.call, p.turn, c.name.label("who"), rank)).subquery().c
        query = (
            select(p.situation, p.line, p.call, p.turn, ranked.who, d.day, p.points, p.trust)
            .join(pushes, and_(p.call == ranked.call, p.turn == ranked.turn))
            .join(digests, d.call == p.call).where(ranked.rank <= each).order_by(p.situation, ranked.rank)
        )  # fmt: skip
        with self._transaction() as db:
            return [Push(*row) for row in db.execute(query)]


_STATE = select(
    func.count(), func.sum(digests.c.card), func.max(digests.c.ended), func.sum(func.length(digests.c.scores)),
    select(func.count()).where(schema.calls.c.deleted != 0).scalar_subquery(),
    select(func.sum(schema.calls.c.deleted)).scalar_subquery(),
).select_from(digests)  # fmt: skip
"""What is another whenever the digests are: a card's number only grows, and a call taken up again ends last."""


def _live(query: Any) -> Any:
    joined = pushes.join(schema.calls, schema.calls.c.id == pushes.c.call)
    return query.select_from(joined).where(schema.calls.c.deleted == 0)


def _replace_nos(db: Connection, call: str, heard: Sequence[Entry]) -> None:
    mine = and_(nos.c.call == call, or_(nos.c.deleted == 1, nos.c.edited == 1))
    kept = set(db.execute(select(nos.c.turn).where(mine)).scalars())
    db.execute(delete(nos).where(nos.c.call == call, nos.c.deleted == 0, nos.c.edited == 0))
    rows = [as_row(entry) for entry in heard if entry.turn not in kept]
    if rows:
        db.execute(insert(nos), rows)


def _push_row(push: Push) -> dict[str, Any]:
    return {
        "call": push.call, "turn": push.turn, "situation": push.situation, "line": push.line,
        "points": push.points, "trust": push.trust,
    }  # fmt: skip


def as_text(scores: Sequence[float | None]) -> str:
    """Six scores as the table holds them."""
    return ",".join("" if score is None else f"{score:.3f}" for score in scores)


def _digest(
    call: str, started: str, day: str, persona: str, name: str, level: int, mode: str, success: int | None,
    total: float | None, scores: str, guessed: str,
) -> Digest:  # fmt: skip
    date.fromisoformat(day)
    six = tuple([float(score) if score else None for score in scores.split(",")])
    won = None if success is None else success == 1
    rights = tuple([_RIGHT[letter] for letter in guessed])
    reached = None if total is None else float(total)
    return Digest(call, started, day, persona, name, level, _MODES[mode], won, reached, six, rights)


_RIGHT = {"y": True, "n": False, "-": None}


def _letters(guessed: Sequence[bool | None]) -> str:
    return "".join("-" if right is None else "y" if right else "n" for right in guessed)


_MODES = {mode.value: mode for mode in Mode}
