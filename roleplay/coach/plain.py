"""The whole card as plain text, narrow enough for 80 columns with a margin: for `talk`, exports and screen readers."""

from __future__ import annotations

from textwrap import fill

from roleplay.coach.asides import both_ways, hinted
from roleplay.coach.guessed import guessed
from roleplay.coach.marks import marks
from roleplay.coach.quotes import cut_short
from roleplay.coach.shares import Share, shares
from roleplay.coach.truth import truth
from roleplay.inert import one_line
from roleplay.model import Call, Finding, Scorecard
from roleplay.persona import Persona

WIDTH = 74
BANDS = ((85, "strong"), (70, "good"), (55, "middling"), (40, "patchy"), (0, "early days"))


def band(total: float) -> str:
    """A total as a word: a single score means no more than that."""
    return next(word for least, word in BANDS if round(total) >= least)


def text(card: Scorecard, call: Call, persona: Persona) -> str:
    """The card in words, nothing of it left out."""
    head = f"{persona.name}, level {call.setup.level}: "
    score = "no score" if card.total is None else f"{card.total:.0f} of 100, {band(card.total)}"
    parts = [_filled(head + score), *([_filled(card.note)] if card.note else [])]
    if call.turns and call.guess:
        parts.append(_filled(f"You thought: {guessed(call, persona)}"))
    if call.turns:
        parts.append(_filled(f"What the script says: {truth(call, persona)}"))
    parts.append("\n".join(_row(item) for item in shares(card)))
    parts += [_finding(item, call) for item in card.findings]
    notes = (both_ways(card, call, persona), hinted(call), _marked(call, persona))
    parts += [_filled(note) for note in notes if note]
    if card.focus:
        parts.append(_filled(f"Next time, one thing: {card.focus}"))
    parts.append(f"Rubric {card.rubric}, persona {card.persona_hash}.")
    return "\n\n".join(parts)


def _marked(call: Call, persona: Persona) -> str:
    """The nos, yeses, traps and disclosures, turn by turn."""
    found = [f"turn {mark.turn}, {mark.clause}" for mark in marks(call, persona)]
    return f"Turn by turn: {'; '.join(found)}." if found else ""


def _row(item: Share) -> str:
    return fill(
        f"{item.shown or '-':>5}  {item.name}: {one_line(item.why)}", WIDTH,
        subsequent_indent=" " * 7, break_long_words=True,
    )  # fmt: skip


def _finding(item: Finding, call: Call) -> str:
    kind = "Good" if item.points >= 0 else "Change"
    said = call.turns[item.turn - 1].said if 0 < item.turn <= len(call.turns) else ""
    quote = cut_short(item.quote, said)
    points = f"{item.points:+.1f} points" if item.points else "not counted"
    rows = [
        _filled(f'{kind}, turn {item.turn} ({points}): "{one_line(quote)}"'),
        _filled(f"{one_line(item.why)}.", "  "),
    ]
    if item.better:
        rows.append(_filled(f'Try: "{one_line(item.better)}"', "  "))
    return "\n".join(rows)


def _filled(line: str, indent: str = "") -> str:
    return fill(line, WIDTH, initial_indent=indent, subsequent_indent=indent or "  ")
