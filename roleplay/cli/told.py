"""`roleplay calls debrief`: a finished card in the connected model's words, checked by code."""

from __future__ import annotations

import argparse
import asyncio
from typing import TYPE_CHECKING, Any

from roleplay.cli import parts
from roleplay.errors import UsageError, VoiceError

if TYPE_CHECKING:
    from roleplay.store import Store
    from roleplay.telling import Telling


def add(calls: argparse._SubParsersAction[Any]) -> None:
    """The parser."""
    told = calls.add_parser(
        "debrief", help="the card in the connected model's words, and notes that are not counted; the newest call's",
    )  # fmt: skip
    told.add_argument("ids", nargs="*", metavar="id")
    told.add_argument("--json", action="store_true")


def debrief(store: Store, options: argparse.Namespace) -> int:
    """Tell the cards. Raises VoiceError where no model is connected, or it fails; what was told by then stands."""
    from roleplay import settings
    from roleplay.telling import tell

    voice = settings.load().voice
    for id in parts.chosen(store, options.ids):
        call, card = store.call(id), store.cards.newest(id)
        if card is None or not call.turns:
            raise UsageError(f"call {id} has no card to tell. `roleplay calls rescore {id}` scores a finished one.")
        shown = _Shown(options.json)
        try:
            told = asyncio.run(tell(voice, card, call, store.persona_of(call), shown.show))
        except VoiceError:
            shown.end(id)
            raise
        shown.end(id, told)
    return 0


class _Shown:
    """Writes each part of the words once, as soon as it may be shown."""

    def __init__(self, as_json: bool) -> None:
        self.as_json, self.written = as_json, 0
        self.last: Telling | None = None

    def show(self, told: Telling) -> None:
        """What is new of it."""
        self.last = told
        lines = told.text.split("\n") if told.tokens_in else told.text.split("\n")[:-1]
        for line in [] if self.as_json else lines[self.written :]:
            parts.write(line)
        self.written = max(self.written, len(lines))

    def end(self, id: str, told: Telling | None = None) -> None:
        """The notes and what it cost."""
        told = told or self.last
        if told is None:
            return
        if self.as_json:
            notes = [{"key": note.key, "yes": note.yes, "turn": note.turn, "quote": note.quote, "why": note.why}
                     for note in told.notes]  # fmt: skip
            parts.write_json(
                {"id": id, "text": told.text, "struck": told.struck, "notes": notes, "dropped": told.dropped,
                 "tokens_in": told.tokens_in, "tokens_out": told.tokens_out}
            )  # fmt: skip
            return
        if told.notes:
            parts.write("\nA second reader, on what the card cannot see. None of this is counted.")
        for note in told.notes:
            parts.write(f"- {note}")
        cost = f"{told.tokens_in} tokens in, {told.tokens_out} out" if told.tokens_in else "cut short"
        parts.write(f"\n({told.struck} struck, {told.dropped} notes dropped; {cost}; the score stays)")
