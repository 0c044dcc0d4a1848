"""What is said of the three turns after a no: what opened it, or what went wrong and where."""

from __future__ import annotations

from collections.abc import Mapping

from roleplay.coach.record import First, FollowUp
from roleplay.coach.response import alone
from roleplay.coach.values import FIRST_VALUES
from roleplay.coach.wording import happened
from roleplay.model import Call, Move, Turn
from roleplay.persona import Persona

SLIPS: dict[Move, str] = {
    Move.PRESSURE: "pushed",
    Move.HOSTILE: "hurt",
    Move.REBUTTAL: "argued",
    Move.PITCH: "pitched",
    Move.TIE_DOWN: "asked them to agree",
    Move.YES_SEEKING: "fished for a yes",
    Move.META: "was no talk to them",
}
"""What a later turn did wrong, by its leading move."""


def why_good(found: FollowUp, call: Call, persona: Persona) -> str:
    """What opened or settled it, at which turn, and by what; a slip on the way is not passed over."""
    if found.opened:
        turn = call.turns[found.opened - 1]
        came = "the real reason came out" if found.reason else happened(turn, persona) or "more came out"
        why = f"turn {turn.number - found.no}{_named(turn)}: {came}"
    else:
        why = f"{found.response.kind}; the no was settled"
    return f"{why}; but {slips}" if (slips := _slips(call, found.no)) else why


def why_not(found: FollowUp, faults: Mapping[int, str], call: Call, turns: int) -> tuple[int, str]:
    """The turn to mend, and why; `faults` are what the coach has against a turn, `turns` how many there were."""
    if found.turn in faults:
        why = f"turn {max(1, found.turn - found.no)}: {faults[found.turn]}"
        return found.turn, f"{why}; {slips}" if (slips := _slips(call, found.turn, found.no)) else why
    first = "" if found.response.kind is First.NOTHING else f"the {found.response.kind} was right; "
    slips = _slips(call, found.no) or (f"turn {found.spoiled - found.no} pushed" if found.spoiled else "")
    if slips:
        number = next((turn.number for turn in call.turns[found.no :] if _slip(turn)), found.spoiled)
        return number, f"{first}then, with the no still open, {slips}"
    return min(found.turn + 1, found.no + turns), f"{first}then nothing more came out about what is behind it"


def _named(turn: Turn) -> str:
    """What a turn that opened a no was, where it was anything to speak of."""
    kind = alone(turn.reading).kind
    return f", {kind}" if FIRST_VALUES[kind] > 0 else ""


def _slips(call: Call, after: int, no: int = 0) -> str:
    """What went wrong after a turn, each with its turn since the no: "turn 2 pushed, turn 3 asked nothing about it"."""
    found = [(turn.number - (no or after), _slip(turn)) for turn in call.turns[after:]]
    return ", ".join(f"turn {number} {slip}" for number, slip in found if slip)


def _slip(turn: Turn) -> str:
    if turn.reading.lead is Move.OTHER and not turn.reading.questions:
        return "asked nothing about it"
    told = {Move.PITCH} if "asked" in turn.reading.modifiers else set()
    return next((SLIPS[heard.move] for heard in turn.reading.moves if heard.move in SLIPS.keys() - told), "")
