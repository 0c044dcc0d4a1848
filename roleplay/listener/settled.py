"""What a reading may be acted on for: where the listener is not sure, nothing is held against the rep.

An honest "unclear" beats a guess: a question stays a question, but a doubtful insult, push or argument is not one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from roleplay.model import Heard, Move, Reading

UNSURE = 0.45
"""Below this no reading is acted on."""
SURE_OF_HARM = 0.65
"""How sure a reading that costs the rep something has to be; of readings from here on about eight in ten are right."""
SURE_OF_INSULT = 0.85
"""How sure a reading as an insult has to be: nothing sours a call like being taken wrongly for rude, and a joke in dry
words is the likeliest to be. Of such readings nine in ten are right.
"""
COSTLY = frozenset({Move.HOSTILE, Move.META, Move.PRESSURE, Move.REBUTTAL, Move.TIE_DOWN})
DOUBTFUL_TOO = frozenset({"insult", "guilt", "discount", "fake_familiarity"})
UNCLEAR = Heard(Move.OTHER, "not clear enough to say")
_GREETING = re.compile(r"(?:hi|hello|hey|hiya|(?:good )?(?:morning|afternoon|evening))\b[^?]{0,24}$", re.I)
_GOODBYE = re.compile(r"(?:\b(?:good)?bye\b(?: now)?|\bcheers\b)[\s.!,]*(?:\w+[\s.!]*)?$", re.I)

_THANKS = re.compile(r"\b(?:being (?:so )?(?:straight|honest|frank|open|plain|clear|upfront)|honest answer)\b", re.I)
_LEAVING = re.compile(
    r"\b(?:bye|leave|go|off|call(?:ing)? (?:again|back)|won't|will not|care|luck|best|day|another time|stop|end)\b",
    re.I,
)


def settled(reading: Reading, text: str) -> Reading:
    """The reading to act on, and to keep with the turn. Modifiers note what was doubtful as "unsure"."""
    words = text.strip()
    if _GREETING.match(words) and reading.words <= 4:
        return _led_by(reading, Heard(Move.SMALL_TALK, "a greeting"))
    if _GOODBYE.search(words) and reading.lead not in (Move.EXIT, Move.NO_ORIENTED) and _doubtful(reading):
        return _led_by(reading, Heard(Move.EXIT, "says goodbye"))
    if reading.lead is Move.EXIT and _THANKS.search(words) and not _LEAVING.search(words):
        return _led_by(reading, Heard(Move.EMPATHY, "thanks them for being plain, and stays"))
    return _led_by(reading, UNCLEAR) if _doubtful(reading) else reading


def _doubtful(reading: Reading) -> bool:
    if reading.lead is Move.HOSTILE:
        return reading.confidence < SURE_OF_INSULT
    return reading.confidence < (SURE_OF_HARM if reading.lead in COSTLY else UNSURE)


def _led_by(reading: Reading, lead: Heard) -> Reading:
    """The reading with another leading move; what was doubtful does not stay as a further one."""
    rest = tuple(heard for heard in reading.moves[1:] if heard.move not in COSTLY and heard.move is not lead.move)
    modifiers = tuple(each for each in reading.modifiers if each not in DOUBTFUL_TOO)
    return replace(reading, moves=(lead, *rest), modifiers=(*modifiers, "unsure"), ask="")
