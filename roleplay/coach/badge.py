"""The coach during a call, in practice mode: what a message did, how the mood stands, which nos have come."""

from __future__ import annotations

import re
from collections.abc import Sequence

from roleplay.coach import nos
from roleplay.coach.quotes import quoted
from roleplay.coach.response import KNOWN
from roleplay.coach.talk import UNSURE
from roleplay.coach.wording import MOVES, NOS
from roleplay.coach.wording import moods as mood_words
from roleplay.model import Call, Move, No, NoKind, State, Turn

_QUOTING = re.compile(r"'(.+?)': (.+)", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


def badge(turn: Turn) -> str:
    """What kind of move a message was, and why it was read so: "label · names what lies behind their words"."""
    reading = turn.reading
    if reading.lead is Move.OTHER or reading.confidence < UNSURE:
        return MOVES[Move.OTHER]
    return f"{MOVES[reading.lead]} · {cue(turn)}"


def cue(turn: Turn) -> str:
    """Why a message was read so, quoting it only in words the rep would know again."""
    found = _QUOTING.match(turn.reading.cue)
    if not found:
        return turn.reading.cue
    words, why = found.groups()
    whole = _SENTENCE_END.split(words)[0]
    known = quoted(whole, turn.said) and not words.endswith("...")
    return f"'{whole}': {why}" if known else why


def moods(state: State, before: State | None = None) -> dict[str, str]:
    """Trust, interest and pressure as words; with the state before, pressure says which way it goes."""
    return mood_words(state.mood, before.mood if before else None)


def notes(call: Call) -> list[str]:
    """A line for each no so far and what is known of it, for the side panel."""
    heard = nos.distinct(call.turns)
    return [f"no at turn {turn.number}{_known(turn.no, turn, call)}" for turn in heard if turn.no]


def _known(no: No, turn: Turn, call: Call) -> str:
    if no.kind in (NoKind.PERMISSION, NoKind.EXIT_BAIT, NoKind.PROVOKED):
        return f": {NOS[no.kind].removeprefix('a no ')}"
    known = {item.id for item in call.turns[-1].state.objections if item.status in KNOWN}
    if no.objection in known:
        out = next(later for later in call.turns if no.objection in _explored(later))
        return f": the real reason came out at turn {out.number}"
    told = call.turns[-1].state.told[len(turn.state.told) :]
    return ": the real reason is not out yet" if not told else ": something came out, not yet the reason"


def _explored(turn: Turn) -> set[str]:
    return {item.id for item in turn.state.objections if item.status in KNOWN}


def no_value(no: No, turns: Sequence[Turn] = ()) -> float:
    """What a no is worth when it is heard, 0-1; `turns` are those of the call up to its own, where known."""
    return round(nos.value(no, turns), 3)
