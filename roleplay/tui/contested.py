"""What a rep meant a message to be: the pick, for the call, its transcript and its debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from roleplay.model import Move, Turn
from roleplay.tui import words
from roleplay.tui.dialogs import Pick

if TYPE_CHECKING:
    from textual.app import App


async def ask(app: App[None], turn: Turn) -> Move | None:
    """The move the rep says they meant, None where nothing was picked."""
    moves = list(Move)
    help = (
        f"“{_short(turn.said)}” was read as: {words.move(turn.reading.lead)}. Both are kept and scored; as read counts."
    )
    lit = moves.index(turn.contested or turn.reading.lead)
    options = [Content(words.move(move)) for move in moves]
    picked = await app.push_screen_wait(Pick("What did you mean it to be?", options, lit=lit, help=help))
    return None if picked is None else moves[picked]


def _short(said: str) -> str:
    line = " ".join(said.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
