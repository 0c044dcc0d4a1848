"""Whole calls out of the database and back in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import IntegrityError

from roleplay import codec
from roleplay.errors import StoreError
from roleplay.model import Bundle, Scorecard
from roleplay.store import schema

Transaction = Callable[[], AbstractContextManager[Connection]]


class Bundles:
    """Calls with all that belongs to them. Every method is one transaction and raises StoreError when it fails."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def persona_text(self, hash: str) -> str:
        """The persona file of that hash. Raises StoreError where it is not kept."""
        p = schema.personas.c
        with self._transaction() as db:
            text = db.execute(select(p.text).where(p.hash == hash)).scalar()
        if text is None:
            raise StoreError(f"the persona {hash} is not kept here, so calls with it cannot be exported whole.")
        return str(text)

    def known(self, ids: Sequence[str]) -> set[str]:
        """Which of these calls are here, deleted ones that can still be brought back among them."""
        with self._transaction() as db:
            return set(db.execute(select(schema.calls.c.id).where(schema.calls.c.id.in_(ids))).scalars())

    def take_in(self, bundles: Sequence[Bundle], names: Sequence[str]) -> None:
        """Keep these calls, all or none; one of the same id is replaced. `names` are their prospects'."""
        with self._transaction() as db:
            for bundle, name in zip(bundles, names, strict=True):
                try:
                    _replace(db, bundle, name)
                except IntegrityError as error:
                    raise StoreError(
                        f"call {bundle.call.id}: a take of it has the id of another call's take. Nothing was imported."
                    ) from error


def _replace(db: Connection, bundle: Bundle, name: str) -> None:
    call, persona = bundle.call, bundle.persona
    db.execute(delete(schema.calls).where(schema.calls.c.id == call.id))
    row = {"hash": persona.hash, "id": persona.id, "text": persona.text}
    db.execute(upsert(schema.personas).values(row).on_conflict_do_nothing())
    setup = call.setup
    db.execute(
        insert(schema.calls).values(
            id=call.id, persona=setup.persona, name=name, level=setup.level, mode=setup.mode.value, model=setup.model,
            setup=codec.to_json(setup), opening=call.opening, started=call.started, outcome=call.outcome,
            ended_by=call.ended_by, ended=call.ended, draft=bundle.draft,
            guess=codec.to_json(call.guess) if call.guess else None,
        )
    )  # fmt: skip
    for rows, table in ((_turns(bundle), schema.turns), (_cards(bundle), schema.cards), (_takes(bundle), schema.takes)):
        if rows:
            db.execute(insert(table), rows)


def _turns(bundle: Bundle) -> list[dict[str, Any]]:
    return [
        {"call": bundle.call.id, "number": turn.number, "said": turn.said, "reply": turn.reply,
         "body": codec.to_json(turn)}
        for turn in bundle.call.turns
    ]  # fmt: skip


def _cards(bundle: Bundle) -> list[dict[str, Any]]:
    """Oldest first: the newest row is the card that counts."""
    dated = [(item.made, item.card) for item in reversed(bundle.older)]
    dated += [(bundle.scored, bundle.scorecard)] if bundle.scorecard else []
    return [_card(bundle.call.id, made, card) for made, card in dated]


def _card(call: str, made: str, card: Scorecard) -> dict[str, Any]:
    return {"call": call, "made": made, "rubric": card.rubric, "total": card.total, "body": codec.to_json(card)}


def _takes(bundle: Bundle) -> list[dict[str, Any]]:
    return [
        {"id": take.id, "call": take.call, "turn": take.turn, "made": take.made, "body": codec.to_json(take)}
        for take in bundle.takes
    ]
