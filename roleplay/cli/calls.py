"""`roleplay calls list|show|export|rescore|delete`."""

from __future__ import annotations

import argparse
from pathlib import Path

from roleplay import coach, codec
from roleplay.cli.parts import open_store, write, write_json
from roleplay.errors import RoleplayError, StoreError
from roleplay.export import as_json, as_markdown
from roleplay.store import CallRow, Store


def calls(options: argparse.Namespace) -> int:
    """Run the action."""
    store = open_store()
    try:
        actions = {"list": _list, "show": _show, "export": _export, "rescore": _rescore, "delete": _delete}
        return actions[options.action](store, options)
    finally:
        store.close()


def _list(store: Store, options: argparse.Namespace) -> int:
    rows = store.calls(options.text, limit=100_000)
    if options.json:
        write_json([codec.to_json(row) for row in rows])
    elif not rows:
        write("No calls yet. `roleplay` opens the app; `roleplay talk PERSONA` is a call on plain text.")
    for row in [] if options.json else rows:
        write(_line(row))
    return 0


def _line(row: CallRow) -> str:
    total = "  –" if row.total is None else f"{row.total:3.0f}"
    state = (row.outcome or "open").replace("_", " ")
    when = row.started[:16].replace("T", " ")
    return f"{row.id}  {when}  {total}  {row.name}, level {row.level}, {row.turns} turns, {state}"


def _chosen(store: Store, ids: list[str]) -> list[str]:
    """The ids given, or the newest call's."""
    if ids:
        return ids
    newest = store.calls(limit=1)
    if not newest:
        raise StoreError("there are no calls yet. `roleplay talk PERSONA` makes one.")
    return [newest[0].id]


def _show(store: Store, options: argparse.Namespace) -> int:
    for id in _chosen(store, options.ids):
        call, card = store.call(id), store.card(id)
        if options.json:
            write_json(as_json(call, card))
        else:
            write(as_markdown(call, card, store.persona_of(call)))
    return 0


def _export(store: Store, options: argparse.Namespace) -> int:
    import json

    chosen = [(store.call(id), store.card(id)) for id in _chosen(store, options.ids)]
    if options.format == "json" or options.json:
        text = json.dumps([as_json(call, card) for call, card in chosen], ensure_ascii=False, indent=1)
    else:
        text = "\n".join(as_markdown(call, card, store.persona_of(call)) for call, card in chosen)
    if not options.out:
        write(text)
        return 0
    try:
        Path(options.out).write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise RoleplayError(f"{options.out}: cannot be written ({error.strerror}). Name another file.") from error
    return 0


def _rescore(store: Store, options: argparse.Namespace) -> int:
    """Score again by today's rubric; the old card is kept beside the new one."""
    for id in options.ids or [row.id for row in store.calls(limit=100_000) if row.outcome]:
        call, before = store.call(id), store.card(id)
        card = coach.review(call, store.persona_of(call))
        store.save_card(id, card)
        old = before.total if before else None
        if options.json:
            write_json({"id": id, "before": old, "after": card.total, "rubric": card.rubric})
        else:
            write(f"{id}  {_points(old)} -> {_points(card.total)}")
    return 0


def _points(total: float | None) -> str:
    return "not scored" if total is None else f"{total:.1f}"


def _delete(store: Store, options: argparse.Namespace) -> int:
    for id in options.ids:
        store.call(id)  # all are there, or none is deleted
    for id in options.ids:
        store.delete(id)
        if options.json:
            write_json({"id": id, "deleted": True})
        else:
            write(f"{id} deleted")
    return 0
