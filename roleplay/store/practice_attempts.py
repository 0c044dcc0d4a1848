"""Drill attempts, standings and plans in and out of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import date

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from roleplay import codec
from roleplay.model.practice import Attempt, NoItem, Standing
from roleplay.store import schema
from roleplay.store.damage import Damage
from roleplay.store.practice_tables import attempts, looked_at, plans, standings

Fold = Callable[[str, Iterable[tuple[date, bool]]], Standing | None]
"""From the attempts at a skill, each with its day and whether it went well, to how it stands."""


class Practised:
    """What was practised. Every method is one transaction and raises StoreError when the database fails."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]], damaged: Damage) -> None:
        self._transaction, self._damaged = transaction, damaged

    def add(self, tries: Sequence[Attempt], fold: Fold) -> None:
        """Keep attempts, and how their skills stand now."""
        with self._transaction() as db:
            _add(db, tries)
            _fold(db, {attempt.skill for attempt in tries}, fold)

    def replace_call(self, call: str, ended: str, tries: Sequence[Attempt], fold: Fold) -> None:
        """Keep the lessons of a call in the place of those it gave before."""
        with self._transaction() as db:
            before = select(attempts.c.skill).where(attempts.c.call == call).distinct()
            touched = {*db.execute(before).scalars(), *(attempt.skill for attempt in tries)}
            db.execute(delete(attempts).where(attempts.c.call == call))
            _add(db, tries)
            row = {"call": call, "ended": ended}
            db.execute(upsert(looked_at).values(row).on_conflict_do_update(["call"], set_={"ended": ended}))
            _fold(db, touched, fold)

    def fresh_calls(self, since: str, limit: int) -> list[str]:
        """Ids of finished calls begun since a moment (UTC, ISO 8601) whose lessons are not kept yet, newest first.

        Calls that are known to be damaged are none of them.
        """
        c = schema.calls.c
        query = (
            select(c.id)
            .select_from(schema.calls.outerjoin(looked_at, looked_at.c.call == c.id))
            .where(c.started >= since, c.deleted == 0, c.outcome.is_not(None), self._damaged.others(c.id))
            .where(looked_at.c.ended.is_(None) | (looked_at.c.ended != c.ended))
            .order_by(c.started.desc())
            .limit(limit)
        )
        with self._transaction() as db:
            return list(db.execute(query).scalars())

    def standings(self) -> dict[str, Standing]:
        """How every skill stands that was ever tried; one that is damaged is worked out anew at the next try."""
        with self._transaction() as db:
            rows = db.execute(select(standings)).all()
        found = {}
        for row in rows:
            with suppress(ValueError, TypeError):
                due, last = date.fromisoformat(row.due), date.fromisoformat(row.last)
                found[row.skill] = Standing(row.skill, row.step, due, last, bool(row.ok), row.tries, row.good)
        return found

    def seen(self, drill: str) -> dict[str, str]:
        """When each item of a drill was last tried in it."""
        c = attempts.c
        query = (
            select(c.item, func.max(c.at))
            .where(c.skill >= f"{drill}:", c.skill < f"{drill};", c.call == "")
            .group_by(c.item)
        )
        with self._transaction() as db:
            return {row[0]: row[1] for row in db.execute(query)}

    def tried(self, day: date) -> dict[str, tuple[int, int]]:
        """How often each skill was tried in drills on a day, and how often it went well."""
        c = attempts.c
        query = (
            select(c.skill, func.count(), func.sum(c.ok))
            .where(c.day == day.isoformat(), c.call == "")
            .group_by(c.skill)
        )
        with self._transaction() as db:
            return {skill: (count, good) for skill, count, good in db.execute(query)}

    def items(self, day: date) -> set[str]:
        """The items tried in drills on a day."""
        c = attempts.c
        with self._transaction() as db:
            return set(db.execute(select(c.item).where(c.day == day.isoformat(), c.call == "")).scalars())

    def plan(self, day: date) -> list[tuple[str, bool]]:
        """The skills planned for a day, and whether each was new; empty when no plan was made."""
        query = select(plans.c.skill, plans.c.new).where(plans.c.day == day.isoformat()).order_by(plans.c.place)
        with self._transaction() as db:
            return [(skill, bool(new)) for skill, new in db.execute(query)]

    def keep_plan(self, day: date, skills: Sequence[tuple[str, bool]]) -> None:
        """Keep the plan of a day; one that is there already stays."""
        rows = [
            {"day": day.isoformat(), "place": place, "skill": skill, "new": int(new)}
            for place, (skill, new) in enumerate(skills)
        ]
        with self._transaction() as db:
            if rows:
                db.execute(upsert(plans).values(rows).on_conflict_do_nothing())

    def nos_after(self, id: int) -> list[tuple[int, str, str, NoItem, bool, str]]:
        """The nos heard in drills after the attempt of that id (0: all), oldest first.

        Each with the attempt's id, when, the answer, the no, whether it went well and why.
        """
        c = attempts.c
        query = select(c.id, c.at, c.answer, c.nos, c.ok, c.reason).where(c.id > id, c.call == "").order_by(c.id)
        with self._transaction() as db:
            rows = db.execute(query).all()
        return [
            (row.id, row.at, row.answer, codec.from_json(NoItem, no), bool(row.ok), row.reason)
            for row in rows for no in row.nos
        ]  # fmt: skip


def _add(db: Connection, tries: Sequence[Attempt]) -> None:
    rows = [
        {
            "at": each.at, "day": each.day.isoformat(), "skill": each.skill, "item": each.item, "answer": each.answer,
            "ok": int(each.ok), "reason": each.reason, "better": each.better, "call": each.call,
            "nos": [codec.to_json(no) for no in each.nos],
        }
        for each in tries
    ]  # fmt: skip
    if rows:
        db.execute(insert(attempts), rows)


def _fold(db: Connection, skills: Iterable[str], fold: Fold) -> None:
    """Work out anew how these skills stand."""
    for skill in sorted(skills):
        rows = db.execute(select(attempts.c.day, attempts.c.ok).where(attempts.c.skill == skill)).all()
        stands = fold(skill, [(date.fromisoformat(day), bool(ok)) for day, ok in rows])
        db.execute(delete(standings).where(standings.c.skill == skill))
        if stands:
            db.execute(
                insert(standings).values(
                    skill=skill, step=stands.step, due=stands.due.isoformat(), last=stands.last.isoformat(),
                    ok=int(stands.ok), tries=stands.tries, good=stands.good,
                )
            )  # fmt: skip
