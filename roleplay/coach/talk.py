"""How the talking was shared: which turns count, the rep's part of the words, and the longest turn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from roleplay.coach.phrases import STOP
from roleplay.coach.record import Talk
from roleplay.coach.worth import long_turn, ramp
from roleplay.model import Act, Move, Reading, Turn
from roleplay.prospect import gate
from roleplay.prospect.hearing import listened_to
from roleplay.prospect.reveal import HEARD

LONG_ENOUGH = 6
"""Rep turns from which a call has to show that the rep listened."""
FORGIVEN = 1
"""Lines for anybody that cost nothing: everyone has one "what about it doesn't work for you?"."""
SILENT_ACTS = frozenset({
    Act.GREET, Act.PERMISSION_NO, Act.CONFIRM, Act.BRIEF, Act.STALL, Act.PUZZLED, Act.BARE_NO, Act.BOUNDARY,
    Act.HANG_UP, Act.DISENGAGE, Act.FAREWELL, Act.REBUKE, Act.DEFLECT, Act.DONT_KNOW,
})  # fmt: skip
"""Acts in which the prospect tells nothing: too few others, and the prospect was not engaged."""


EMPTY = STOP | {
    "um", "uh", "er", "hmm", "like", "basically", "kind", "sort", "know", "mean", "see", "guess", "think", "thinking",
    "thought", "wondering", "really", "actually", "literally", "honestly", "obviously", "maybe", "perhaps", "anyway",
}  # fmt: skip
"""Words that fill and carry nothing."""
LONGEST = 4000
"""Letters of a text in which words are counted."""
_WORD = re.compile(r"[\w'’-]+")
UNSURE, CERTAIN = 0.45, 0.8
"""Confidence (0-1) under which a reading is not held against the rep, an honest "unclear" beating a guess, and from
which it is held against them whole."""
PUSHES = (Move.TIE_DOWN, Move.REBUTTAL, Move.PRESSURE, Move.HOSTILE)


def sure(reading: Reading) -> float:
    """How far a fault may be held against a message, by how certain its reading is (0-1): no cliff between the two.

    A push that is not what leads a message was found by its own words, and is held against it whole.
    """
    leads = reading.lead in PUSHES or reading.lead is Move.PITCH
    return 1 - ramp(reading.confidence, UNSURE, CERTAIN) if leads else 1.0


def counts(turn: Turn) -> bool:
    """Whether a rep message counts as a turn: two words or more, said to the prospect and not to who sits in front."""
    return turn.reading.words >= 2 and not aside(turn)


def aside(turn: Turn) -> bool:
    """Whether a turn stands outside the talk that is judged: at the gate, or said to a machine instead of a person."""
    return at_the_gate(turn) or turn.reading.lead is Move.META


def at_the_gate(turn: Turn) -> bool:
    """Whether a message was said to a gatekeeper: their no is one of process, and nothing of it is judged."""
    return turn.cue.act in gate.ACTS or turn.cue.shape == gate.GREETING


def speaks(turn: Turn) -> bool:
    """Whether a rep message does something, be it in one word: "Why?" does, "ok" does not."""
    return counts(turn) or turn.reading.lead is not Move.OTHER


def words_by(turns: Sequence[Turn]) -> int:
    """Rep words in the turns that count."""
    return sum(turn.reading.words for turn in turns if counts(turn))


def engaged(turns: Sequence[Turn]) -> tuple[float, str]:
    """How far there was a talk (0-1), and why it was less than one.

    The prospect has to say two substantive things, and the rep to take up what was said. A rep who goes through many
    turns without a word of theirs has read out a script, however few words it has.
    """
    telling = sum(turn.cue.act not in SILENT_ACTS for turn in turns)
    if telling < 2:
        return 0.0, f"{'only one' if telling else 'none'} of their answers had anything in it"
    if len(turns) < LONG_ENOUGH:
        return 1.0, ""
    state = turns[-1].state
    if (taken := state.listened) < HEARD:
        return taken / HEARD, f"what they said was taken up {'only once' if taken else 'nowhere'}"
    too_many = state.canned - 2 * taken - 1
    if too_many > 0:
        return max(0.0, 1 - too_many / HEARD), "most of what you said could be said to anybody"
    return 1.0, ""


def for_anybody(turn: Turn, before: Sequence[Turn]) -> bool:
    """Whether a message is the second or a later one that could be said to any prospect; the first is forgiven."""
    earlier = before[-1].state.canned if before else 0
    return turn.state.canned > max(earlier, FORGIVEN)


def pushes(turn: Turn, before: Turn | None) -> bool:
    """Whether a rep message pushes: a tie-down, rebuttal, pressure or hostility in it, or a pitch nobody asked for."""
    if turn.reading.has(*PUSHES):
        return True
    asked = before is not None and before.cue.act is Act.ASK_BACK
    return turn.reading.lead is Move.PITCH and not (asked or turn.reading.covers)


def shared(turns: Sequence[Turn], opening: str) -> Talk:
    """How the talking was shared over a call.

    Neither pushing nor padding mends the share: what comes back on a push is no listening, so for the upper side it is
    left out; for the lower side only words that carry something count, and none that pushed.
    """
    turns = [turn for turn in turns if not aside(turn)]
    spoken = [turn for turn in turns if counts(turn)]
    pushing = {turn.number for turn, before in zip(turns, [None, *turns], strict=False) if pushes(turn, before)}
    calm = [turn for turn in spoken if turn.number not in pushing]
    opened, rep = len(opening.split()), words_by(spoken)
    heard = opened + sum(len(turn.reply.split()) for turn in turns)
    freely = opened + sum(len(turn.reply.split()) for turn in turns if turn.number not in pushing)
    said, all_said = (sum(_carrying(listened_to(turn.said)) for turn in some) for some in (calm, spoken))
    told = _carrying(opening) + sum(_carrying(turn.reply) for turn in turns)
    talk = Talk(_part(rep, heard), 0, most=_part(rep, freely), least=_part(said, told + all_said - said))
    if not spoken:
        return talk
    first = spoken[0].number
    longest = min(spoken, key=lambda turn: (long_turn(turn.reading.words, turn.number == first), -turn.reading.words))
    return replace(talk, longest=longest.reading.words, roomy=longest.number == first, number=longest.number)


def _carrying(text: str) -> int:
    """How many words of a text carry something."""
    return len(carrying(text))


def carrying(text: str) -> list[str]:
    """The words of a text that carry something, in small letters."""
    return [word for word in _WORD.findall(text[:LONGEST].lower()) if word not in EMPTY]


def _part(mine: int, theirs: int) -> float:
    return mine / (mine + theirs) if mine + theirs else 0.0
