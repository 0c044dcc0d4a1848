"""Why a move was read, in words a rep understands: the rep's own words and what they do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from roleplay.listener.cue import Cue
from roleplay.listener.linear import Linear
from roleplay.listener.text import Text
from roleplay.listener.words import STOP, spans_of
from roleplay.model import Move

WHY: dict[Move, str] = {
    Move.NO_ORIENTED: "can be answered with no at no cost",
    Move.YES_SEEKING: "asks for a yes",
    Move.TIE_DOWN: "asks for agreement with your own claim",
    Move.CALIBRATED: "asks an open question",
    Move.WHY: "asks them to justify themselves",
    Move.LABEL: "names what lies behind their words",
    Move.MIRROR: "gives their own words back and adds nothing",
    Move.SUMMARY: "gives their own story back to be checked",
    Move.AUDIT: "says the bad thing they may think of you before they do",
    Move.EMPATHY: "acknowledges how it is for them",
    Move.PERMISSION: "asks for a short slot and hands over the decision",
    Move.SMALL_TALK: "makes small talk",
    Move.PITCH: "makes a claim about what you sell",
    Move.REBUTTAL: "argues with what they said",
    Move.PRESSURE: "presses for a decision now",
    Move.NEXT_STEP: "proposes a concrete next step",
    Move.EXIT: "lets them go and closes the call",
    Move.HOSTILE: "attacks or shames them",
    Move.META: "talks to the machine, not to the prospect",
    Move.OTHER: "does none of the moves",
}
"""What each move does, said after the quoted words."""
WHOLE = frozenset({Move.MIRROR, Move.SUMMARY})
"""Moves that no single phrase gives away: the message itself is quoted."""
LONGEST = 9


def quoted(words: str, raw: str = "") -> str:
    """Words in single quotes, at most nine of them, as they stand in the message where they can be found there."""
    parts = words.split()
    short = parts[:LONGEST]
    return f"'{_as_said(short, raw)}{'...' if len(parts) > LONGEST else ''}'"


def _as_said(words: Sequence[str], raw: str) -> str:
    """The stretch of the message whose folded words are these, else the folded words."""
    spans = spans_of(raw)
    for at in range(len(spans) - len(words) + 1):
        if all(spans[at + i][0] == word for i, word in enumerate(words)):
            return raw[spans[at][1] : spans[at + len(words) - 1][2]]
    return " ".join(words)


def explain(
    move: Move,
    found: Sequence[tuple[Cue, str, bool]],
    values: Mapping[str, float],
    model: Linear,
    text: Text,
) -> str:
    """The strongest cue of that move, else the last clause and what it does."""
    if move in WHOLE:
        return f"{quoted(text.flat, text.raw)}: {WHY[move]}"
    pulls = model.pull({name: value for name, value in values.items() if name[:2] in TELLING}, move.value)
    mine = [
        (pulls.get(f"c:{cue.name}", 0.0) + pulls.get(f"l:{cue.name}", 0.0), cue, said)
        for cue, said, _ in found
        if cue.move is move and not _empty(said)
    ]
    if mine:
        _, cue, said = max(mine, key=lambda row: row[0])
        return f"{quoted(said, text.raw)}: {cue.why}"
    return f"{quoted(text.tail, text.raw)}: {WHY[move]}"


TELLING = frozenset({"c:", "l:"})
"""How the features that stand for cues begin."""


def _empty(words: str) -> bool:
    """Whether the words are too few and too common to show anybody."""
    parts = words.split()
    return len(parts) < 3 and all(word in STOP and word not in _ASKED for word in parts)


_ASKED = frozenset({"why", "how", "what", "who", "when", "where", "which", "but", "sorry", "thanks"})
