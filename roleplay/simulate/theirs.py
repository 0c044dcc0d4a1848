"""The prospect's words as a rep says them: the end of a line given back, their no, their step and topics turned round."""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

import re
from functools import lru_cache, reduce

from roleplay.listener.words import STOP
from roleplay.model import State
from roleplay.persona import Persona

_CLAUSE = re.compile(
    r"(?:you|it|there|they|nobody|everybody|everyone|she|he)\b|(?:[\w'-]+,? ){1,6}(?:is|are|was|were|has|have|had|does|do|did|goes|gets|takes"
    r"|comes|come|costs?|wants?|needs?|pays?|runs?|thinks?|can|cannot|will|would|must|may|left|made|bought|put|told|found|lost|broke"
    r"|stopped|went|came|said|spends?|leaves?|keeps?|holds?|sits?|hate|ran|died|reads?|calls?|serves?|looks?|fills?|types?|wait|go)\b"
)
_QUESTION = re.compile(r"(?:who|what|how)\b")
_THIRD = (
    (re.compile(r"\bby (?:her|him)\b"), "by you"),
    (re.compile(r"\bshe (\w+?)s\b"), r"you \1"),
    (re.compile(r"\b(?:her|his|the hotel's)\b"), "your"),
    (re.compile(r"\byours\b"), "ours"),
)
_MINE = ((re.compile(r"\b(?:my|our)\b"), "your"), (re.compile(r"\bwe\b"), "you"), (re.compile(r"\bme\b"), "you"))

MIRRORED = 4
"""The most words a mirror gives back."""
_PARTS = re.compile(r"[.?!\u2026;:,]+|\b(?:and|but|because|which|where|when|if|since|till|until)\b")
_LINK_WORDS = """
than of for to from with by on in at as like into over about after before off under perhaps else except
"""
_LINKS = frozenset(_LINK_WORDS.split())
_OPEN_WORDS = """
is was are be the a an that his her my your our or not so
"""
_LEFT_OPEN = _LINKS | frozenset(_OPEN_WORDS.split())
"""Words no part of a sentence ends on."""


@lru_cache(maxsize=2048)
def is_clause(text: str) -> bool:
    """Whether what was told can follow "that": a subject and its verb, not a list."""
    return bool(_CLAUSE.match(text))


@lru_cache(maxsize=256)
def to_them(step: str) -> str:
    """A step written of the prospect ("her lead nurse") as it is said to them."""
    return _turned(step, _THIRD)


def named(topic: str, who: Persona) -> str:
    """A topic as it is said to them; one that has a question for a name gives way to the next of theirs."""
    order = list(who.topics)
    at = order.index(topic)
    names = [who.topics[id].about for id in order[at:] + order[:at]]
    return _turned(next((name for name in names if not _QUESTION.match(name)), names[0]), _MINE)


def _turned(text: str, turns: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    return reduce(lambda found, turn: turn[0].sub(turn[1], found), turns, text)


def no_of(who: Persona, state: State) -> str:
    """The no on the table as a clause in the second person, as a rep who heard it would name it; "" where none is."""
    gist = who.objection(state.live).gist.rstrip(".") if state.live else ""
    parts = [part.strip().removeprefix("and ") for part in re.split(r"[;,]", gist)]
    return next((part for part in parts if part.startswith(("you ", "your "))), parts[0])


def end(last: str) -> str:
    """The last words the prospect said, whatever they are: what is given back where none of substance hold together."""
    return " ".join(re.findall(r"[\w'-]+", last)[-MIRRORED:]).lower() or "sorry"


@lru_cache(maxsize=2048)
def echo(last: str) -> str:
    """The last few words of substance the prospect said, as a mirror gives them back; "" where none hold together."""
    found = [held for clause in reversed(_PARTS.split(last)) if (held := _held(clause))]
    return next((held for held in found if " " in held), found[0] if found else "")


def _held(clause: str) -> str:
    """The end of a clause, from a word that carries something to one that it may end on; "" where there is none."""
    words = re.findall(r"[\w'-]+", clause)
    words[:1] = [word.lower() for word in words[:1]]  # a capital further on is a name's
    plain = [word.lower().replace("'", "") for word in words]
    starts = [at for at, word in enumerate(plain) if word not in STOP and word not in _LINKS]
    start = next((at for at in starts if at >= len(words) - MIRRORED), None)
    return "" if start is None or plain[-1] in _LEFT_OPEN else " ".join(words[start:])
