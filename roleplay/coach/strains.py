"""Moves that cost goodwill and put an honest no off: the rule each breaks, and what it did in a clause."""

from __future__ import annotations

from roleplay.coach.after_no import insult
from roleplay.coach.claims import Case
from roleplay.coach.rules import Rule
from roleplay.model import Move, Turn

SAFE = (Move.NO_ORIENTED, Move.CALIBRATED, Move.MIRROR)
"""What to do instead where no no is on the table."""
STRAINS: dict[Move, tuple[Rule, str]] = {
    Move.YES_SEEKING: (Rule.FISHED, "asked for a yes"),
    Move.SMALL_TALK: (Rule.STRAINED, "small talk with a stranger"),
    Move.TIE_DOWN: (Rule.FISHED, "a tag that asks for a yes"),
    Move.REBUTTAL: (Rule.ARGUED, "argued with what they said"),
    Move.PRESSURE: (Rule.PRESSED, "pushed for a decision"),
    Move.HOSTILE: (Rule.HURT, "it was taken as an insult"),
    Move.WHY: (Rule.WHY, "asked why, which asks them to defend themselves"),
    Move.META: (Rule.STRAINED, "spoke to the machine; the prospect heard nonsense"),
    Move.PITCH: (Rule.STRAINED, "told them about the offer before they had asked"),
}
"""What a move that costs goodwill did, in a clause, and the rule it breaks."""


def strained(turn: Turn) -> tuple[Rule, str]:
    """The rule a message breaks, and what it did."""
    if turn.reading.lead is Move.HOSTILE:
        return Rule.HURT, insult(turn)
    return STRAINS.get(turn.reading.lead, (Rule.MIXED, "asked, and answered for them"))


def delays(turn: Turn, case: Case) -> bool:
    """Whether a message costs goodwill and puts an honest no off; a plain question of fact does not."""
    if turn.reading.lead is Move.YES_SEEKING:
        return turn.number in case.evidence.yeses.baits
    return turn.reading.lead in STRAINS
