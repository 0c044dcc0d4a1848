"""What a conditional yes hangs on, and whether a message meets it: by saying so, or by holding its words."""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from roleplay.listener.words import content, words_of
from roleplay.model import Move, Reading
from roleplay.persona import Persona

MET = "meets"
"""Marks a message that meets what the last yes hung on."""
BACK = 4
"""How many of their lines ago the condition may have been named."""
ENOUGH = 0.34
"""Share (0-1) of the condition's words, those of the step itself left out, that have to come back."""
MAY_MEET = frozenset(
    {Move.NEXT_STEP, Move.OTHER, Move.SUMMARY, Move.LABEL, Move.EMPATHY, Move.PITCH, Move.YES_SEEKING, Move.PERMISSION}
)
"""What a promise is read as; a question or a push is none, and a mirror or
small talk only where it says that it promises."""
_CONDITION = re.compile(
    r"\b(?:if|provided(?: that)?|as long as|so long as|on condition(?: that)?) "
    r"(?P<what>[^.?!;]+?)(?:,? then\b|,? (?:yes\b|i(?:'d| would|'ll| will)\b)|[.?!;]|$)",
    re.I,
)
_PROMISES = re.compile(
    r"\b(?:agreed|(?<!big )deal(?=[.,!]|$)|(?:i|we) (?:can|could|will) (?:do|promise|live with|arrange|manage|guarantee|see to) (?:that|it|you that)"
    r"|(?:i|we)(?:'ll| will) (?:see to|make sure of) (?:it|that)|(?:you have|you've got) my word|that can be (?:done|arranged)"
    r"|on (?:those|your) terms|(?:i|we) accept (?:that|your)|that's how (?:we|i)(?:'ll| will)? do it|no (?:trouble|problem)(?: at all)?,? (?!but)|(?:i'll|i will) put (?:it|that) in writing)\b",
    re.I,
)
_CANNOT = re.compile(
    r"\b(?:can(?:'t|not)|couldn't|won't be able|unable|no promises?|never promise|too much to ask)\b", re.I
)
_SENTENCE = re.compile(r"[^.?!]+[.?!]*")


def marked(reading: Reading, text: str, lines: Sequence[str], who: Persona) -> Reading:
    """The reading, marked where the message meets the condition in one of their last `lines`."""
    if reading.lead not in MAY_MEET | {Move.MIRROR, Move.SMALL_TALK}:
        return reading
    condition = next((found for line in reversed(lines[-BACK:]) if (found := condition_of(line))), "")
    said = " ".join(part for part in _SENTENCE.findall(text.replace("\u2019", "'")) if not part.rstrip().endswith("?"))
    if not condition or _CANNOT.search(said):
        return reading
    in_words = reading.lead in MAY_MEET and _holds(said, condition, who.steps.accept.what)
    met = bool(_PROMISES.search(said)) or in_words
    return replace(reading, modifiers=(*reading.modifiers, MET)) if met else reading


@lru_cache(maxsize=2048)
def condition_of(line: str) -> str:
    """What a line makes its yes depend on, or ""."""
    found = _CONDITION.search(line.replace("\u2019", "'"))
    return found["what"].strip() if found else ""


def _holds(said: str, condition: str, step: str) -> bool:
    asked = set(content(words_of(condition))) - set(content(words_of(step)))
    return bool(asked) and len(asked.intersection(content(words_of(said)))) >= ENOUGH * len(asked)
