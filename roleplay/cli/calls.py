"""`roleplay calls`: list, show, rescore, contested, delete, restore; the rest stands in `exports`."""

from __future__ import annotations

import argparse

from roleplay import coach, codec
from roleplay.cli import exports, told
from roleplay.cli.parts import at_store, chosen, sound, write, write_json
from roleplay.errors import CallGone
from roleplay.export import as_markdown
from roleplay.inert import one_line
from roleplay.rescore import rescore
from roleplay.store import CallRow, Store


def calls(options: argparse.Namespace) -> int:
    """Run the action."""
    if options.action == "schema":
        return exports.schema()
    with at_store() as store:
        actions = {
            "list": _list, "show": _show, "export": exports.export, "import": exports.take_in, "debrief": told.debrief,
            "rescore": _rescore, "contested": _contested, "delete": _delete, "restore": _restore,
        }  # fmt: skip
        return actions[options.action](store, options)


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
    takes = f", {row.takes} taken again" if row.takes else ""
    when = row.started[:16].replace("T", " ")
    return f"{row.id}  {when}  {total}  {row.name}, level {row.level}, {row.turns} turns, {state}{takes}"


def _show(store: Store, options: argparse.Namespace) -> int:
    def one(id: str) -> None:
        call, card, played = store.call(id), store.cards.newest(id), store.takes.of(id)
        if options.json:
            takes = [codec.to_json(take) for take in played]
            write_json(
                {"call": codec.to_json(call), "scorecard": codec.to_json(card) if card else None, "takes": takes}
            )
        else:
            write(as_markdown(call, card, store.persona_of(call), played))

    ids = chosen(store, options.ids)
    return int(len(sound(ids, one, store)) < len(ids))


def _rescore(store: Store, options: argparse.Namespace) -> int:
    """Score again by today's rubric; the old card is kept beside the new one."""

    def one(id: str) -> None:
        call, before = store.call(id), store.cards.newest(id)
        card = rescore(store, call, store.persona_of(call), before)
        old, moved = before.total if before else None, coach.differences(before, card) if before else []
        if options.json:
            rows = [{"name": item.name, "before": item.before, "after": item.after, "why": item.now} for item in moved]
            write_json({"id": id, "before": old, "after": card.total, "rubric": card.rubric, "moved": rows})
        else:
            same = "" if moved or before is None or old != card.total else ", nothing moved"
            write("\n".join([f"{id}  {_points(old)} -> {_points(card.total)}{same}", *(f"    {row}" for row in moved)]))

    ids = options.ids or [row.id for row in store.calls(limit=100_000) if row.outcome]
    done = sound(ids, one, store)
    return int(bool(options.ids) and len(done) < len(ids))


def _points(total: float | None) -> str:
    return "not scored" if total is None else f"{total:.1f}"


def _delete(store: Store, options: argparse.Namespace) -> int:
    known = store.bundles.known(options.ids)
    for id in options.ids:
        if id not in known:  # all are there, or none is deleted; a damaged one can be deleted too
            raise CallGone(f"there is no call '{id}'. `roleplay calls list` shows them.")
    for id in options.ids:
        store.delete(id)
        if options.json:
            write_json({"id": id, "deleted": True})
        else:
            write(f"{id} deleted; `roleplay calls restore {id}` brings it back for 30 days")
    return 0


def _restore(store: Store, options: argparse.Namespace) -> int:
    for id in options.ids:
        store.restore(id)
        if options.json:
            write_json({"id": id, "restored": True})
        else:
            write(f"{id} is back")
    return 0


def _contested(store: Store, options: argparse.Namespace) -> int:
    """Messages the rep says were read wrongly, as labelled lines that the listener can learn from."""
    found = 0
    ids = options.ids or [row.id for row in store.calls(limit=100_000)]
    for id, items in sound(ids, lambda id: (id, coach.contested(store.call(id))), store):
        for item in items:
            found += 1
            if options.json:
                write_json({"text": item.text, "prev": item.prev, "label": item.label, "read": item.read})
            else:
                write(f'{id}  "{one_line(item.text)}": {item}')
    if not found and not options.json:
        write("Nothing is contested. In a call, a transcript or a debrief, ctrl+k says what a message was meant to be.")
    return 0
