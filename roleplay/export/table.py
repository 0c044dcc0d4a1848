"""Calls as CSV: a row a turn, or a row a call. No cell is a formula to a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from roleplay.coach import WEIGHTS
from roleplay.coach.guessed import right
from roleplay.export.whole import Whole
from roleplay.inert import inert
from roleplay.model import Turn

Cell = str | int | float | None
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Beginnings that a spreadsheet may take for a formula, the wide ones of East Asian keyboards among them."""
CALLS = (
    "call", "persona", "name", "level", "mode", "seed", "model", "persona_hash", "started", "ended", "outcome",
    "ended_by", "turns", "takes", "total", "rubric", *(name.replace(" ", "_") for name in WEIGHTS), "focus",
    "guess_no", "guess_behind", "guess_yes", "guesses_right", "guesses",
)  # fmt: skip
"""The columns of a row a call; total and dimensions are 0-100, empty where there is no score.

`guess_no` is yes or no, `guess_yes` the turn of the yes guessed to be real (0: none of them); empty where not guessed.
"""
TURNS = (
    "call", "persona", "turn", "said", "move", "other_moves", "cue", "confidence", "reply", "act", "no", "yes",
    "new_facts", "trust", "interest", "pressure", "stage", "seconds", "hint", "contested", "voice",
)  # fmt: skip
"""The columns of a row a turn; moods are 0-100 and stand as they were after it."""


def calls_csv(wholes: Iterable[Whole]) -> str:
    """A row a call under the names of the columns."""
    return _csv(CALLS, (_call(whole) for whole in wholes))


def turns_csv(wholes: Iterable[Whole]) -> str:
    """A row a turn under the names of the columns."""
    return _csv(TURNS, (row for whole in wholes for row in _turns(whole)))


def _csv(names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def _harmless(cell: Cell) -> Cell:
    """Numbers as they are; text that a spreadsheet would calculate gets an apostrophe before it."""
    if not isinstance(cell, str):
        return cell
    dangerous = cell.startswith(FORMULA) or cell.lstrip(" ").startswith(FORMULA)
    text = inert(cell)
    return f"'{text}" if dangerous or text.startswith(FORMULA) else text


def _call(whole: Whole) -> Sequence[Cell]:
    call, card, setup = whole.call, whole.card, whole.call.setup
    scores = {item.name: item.score for item in card.dimensions} if card else {}
    return (
        call.id, setup.persona, whole.persona.name, setup.level, setup.mode, setup.seed, setup.model or "built-in",
        setup.persona_hash, call.started, call.ended, call.outcome or "open", call.ended_by, len(call.turns),
        len(whole.takes), card.total if card else None, card.rubric if card else "",
        *(_percent(scores.get(name)) for name in WEIGHTS), card.focus if card else "", *_guess(whole),
    )  # fmt: skip


def _guess(whole: Whole) -> Sequence[Cell]:
    guess = whole.call.guess
    if guess is None:
        return (None,) * 5
    found = right(whole.call, whole.persona)
    counts = found.count(True), len(found) - found.count(None)
    return ("yes" if guess.genuine else "no", guess.meaning or "", guess.yes, *counts)


def _percent(score: float | None) -> float | None:
    return None if score is None else round(100 * score, 1)


def _turns(whole: Whole) -> Iterator[Sequence[Cell]]:
    told = 0
    for turn in whole.call.turns:
        yield _turn(whole, turn, len(turn.state.told) - told)
        told = len(turn.state.told)


def _turn(whole: Whole, turn: Turn, told: int) -> Sequence[Cell]:
    reading, mood = turn.reading, turn.state.mood
    return (
        whole.call.id, whole.call.setup.persona, turn.number, turn.said, reading.lead,
        " ".join(heard.move for heard in reading.moves[1:]), reading.cue, round(reading.confidence, 2), turn.reply,
        turn.cue.act, turn.no.kind if turn.no else "", turn.yes or "", told, round(mood.trust, 1),
        round(mood.interest, 1), round(mood.pressure, 1), turn.state.stage, turn.seconds, turn.hint,
        turn.contested or "", turn.voice.source,
    )  # fmt: skip
