"""Calls as a list shows them, and the query behind it: narrowed by words, in an order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Row, Select, case, func, or_, select

from roleplay.model import Outcome
from roleplay.store import schema

Order = Literal["started", "name", "level", "mode", "turns", "total", "outcome"]
"""What calls can be sorted by."""


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call as a list shows it; `total` is the newest card's (None: not scored, or nothing to judge).

    `takes` counts the moments of it that were played again.
    """

    id: str
    persona: str
    name: str
    level: int
    mode: str
    model: str | None
    started: str
    ended: str
    outcome: Outcome | None
    turns: int
    total: float | None
    scored: bool
    takes: int = 0


_ESCAPES = str.maketrans({"%": r"\%", "_": r"\_", "\\": r"\\"})


def narrowed(query: Select[Any], text: str) -> Select[Any]:
    """Only calls that are there and have the text in their name, persona or words; LIKE tells no case apart here."""
    c, t = schema.calls.c, schema.turns.c
    query = query.where(c.deleted == 0)
    if not text:
        return query
    like = f"%{text.translate(_ESCAPES)}%"
    said = or_(t.said.like(like, escape="\\"), t.reply.like(like, escape="\\"))
    words = select(t.call).where(t.call == c.id, said).correlate(schema.calls).exists()
    return query.where(or_(c.name.like(like, escape="\\"), c.persona.like(like, escape="\\"), words))


def in_order(order: Order) -> list[Any]:
    """Newest or most first where it is a number, else by the alphabet; what has no score comes last."""
    c, t, k = schema.calls.c, schema.turns.c, schema.cards.c
    if order == "turns":
        return [select(func.count()).where(t.call == c.id).correlate(schema.calls).scalar_subquery().desc()]
    if order == "total":
        newest = select(k.total).where(k.call == c.id).order_by(k.id.desc()).limit(1)
        return [newest.correlate(schema.calls).scalar_subquery().desc().nulls_last()]
    if order == "outcome":
        return [case({outcome.value: place for place, outcome in enumerate(Outcome)}, value=c.outcome).nulls_last()]
    by_name = {"name": func.lower(c.name), "level": c.level, "mode": c.mode}
    return [by_name[order]] if order in by_name else []


def rows() -> Any:
    """The query behind CallRow: each call with its number of turns and its newest total."""
    latest = schema.cards.alias("latest")
    c, t, k = schema.calls.c, schema.turns.c, latest.c
    turns = select(func.count()).where(t.call == c.id).scalar_subquery()
    of_call = schema.cards.c.call == c.id
    takes = select(func.count()).where(schema.takes.c.call == c.id).scalar_subquery()
    newest = select(func.max(schema.cards.c.id)).where(of_call).correlate(schema.calls).scalar_subquery()
    return select(
        c.id, c.persona, c.name, c.level, c.mode, c.model, c.started, c.ended, c.outcome,
        turns.label("turns"), k.total, k.id.label("card"), takes.label("takes"),
    ).select_from(schema.calls.outerjoin(latest, k.id == newest))  # fmt: skip


def call_row(row: Row[Any]) -> CallRow:
    """A row of that query."""
    outcome = Outcome(row.outcome) if row.outcome else None
    return CallRow(
        row.id, row.persona, row.name, row.level, row.mode, row.model, row.started, row.ended,
        outcome, row.turns, row.total, row.card is not None, row.takes,
    )  # fmt: skip
