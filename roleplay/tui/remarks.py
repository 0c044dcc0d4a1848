"""The coach's remarks during a practice call, as the screen shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from roleplay import coach
from roleplay.coach.wording import NOS
from roleplay.inert import one_line
from roleplay.model import Outcome, Turn
from roleplay.prospect import engine
from roleplay.tui import words

if TYPE_CHECKING:
    from roleplay.session import Session


def badge(turn: Turn) -> Content:
    """What a message did, and what the rep says it was meant to be."""
    meant = f"\nyou meant: {words.move(turn.contested)}" if turn.contested else ""
    return Content.styled(coach.badge(turn) + meant, "$foreground 60% italic")


def answer(turn: Turn) -> Content | None:
    """A no or a yes, pointed out without saying which yes it is."""
    if turn.no:
        return Content.assemble(("── ", "$accent"), (NOS[turn.no.kind], "$text-accent"))
    if turn.yes:
        return Content.assemble(("── ", "$accent"), ("a yes: which kind?", "$text-accent"))
    return None


def side(session: Session) -> Content:
    """Mood and nos, one under the other."""
    rows = [Content.assemble((f"{name:<10}", "$foreground 60%"), word) for name, word in _moods(session)]
    notes = _notes(session)
    rows += [Content(""), *(Content.styled(note, "$text-accent") for note in notes)] if notes else []
    return Content("\n").join(rows)


def fold(session: Session) -> Content:
    """The same on one line."""
    moods = [Content.assemble((f"{name} ", "$foreground 60%"), word) for name, word in _moods(session)]
    notes = [Content.styled(note.partition(":")[0], "$text-accent") for note in _notes(session)[-1:]]
    return Content("   ").join([*moods, *notes])


def parting(session: Session) -> str:
    """How the call ended, in a line."""
    name = session.persona.first_name
    ways = {
        Outcome.HUNG_UP: f"{name} hung up.",
        Outcome.HONOURED: f"{name} asked not to be called again, and you honoured it.",
    }
    outcome = session.call.outcome
    return ways.get(outcome or Outcome.NOTHING, f"The call is over: {words.outcome(outcome)}.")


def short(text: str, length: int = 68) -> str:
    """The beginning of a message on one line."""
    line = one_line(text)
    return line if len(line) <= length else f"{line[: length - 1]}…"


def _moods(session: Session) -> list[tuple[str, str]]:
    turns = session.call.turns
    before = turns[-2].state if len(turns) > 1 else engine.start(session.persona, session.call.setup.level)
    return list(coach.moods(session.state, before if turns else None).items())


def _notes(session: Session) -> list[str]:
    return coach.notes(session.call)
