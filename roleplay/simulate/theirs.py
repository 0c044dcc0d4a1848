"""The prospect's words as a rep says them: their no, their step and topics turned round."""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

import re
from functools import lru_cache, reduce
from itertools import pairwise

from roleplay.model import State
from roleplay.persona import Persona
from roleplay.prospect.terms import condition_of

_CLAUSE = re.compile(
    r"(?:you|it|there|they|nobody|everybody|everyone|she|he)\b|(?:[\w'-]+,? ){1,6}(?:is|are|was|were|has|have|had|does|do|did|goes|gets|takes"
    r"|comes|come|costs?|wants?|needs?|pays?|runs?|thinks?|can|cannot|will|would|must|may|left|made|bought|put|told|found|lost|broke"
    r"|stopped|went|came|said|spends?|leaves?|keeps?|holds?|sits?|hate|ran|died|reads?|calls?|serves?|looks?|fills?|types?|wait|go)\b"
)
_QUESTION = re.compile(r"(?:who|what|how)\b")
_THIRD = (
    (re.compile(r"\bby (?:her|him)\b"), "by you"),
    (re.compile(r"\bshe (\w+?)s\b"), r"you \1"),
    (re.compile(r"\b(?:her|his|their|the hotel's)\b"), "your"),
    (re.compile(r"\byours\b"), "ours"),
)
_SIDES = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "we": "you", "us": "you", "our": "your", "i'm": "you're",
    "we're": "you're", "you": "I", "your": "my", "you're": "I'm", "you'll": "I'll",
}  # fmt: skip
_AFTER = frozenset(["with", "for", "to", "by", "from", "over", "of", "at", "about", "without"])
"""Words after which "you" turns to "me"."""
_MINE = ((re.compile(r"\b(?:my|our)\b"), "your"), (re.compile(r"\bwe\b"), "you"), (re.compile(r"\bme\b"), "you"))


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


def thing(last: str, who: Persona) -> str:
    """What of theirs the prospect's last line was about, by the name it has when said to them; "" where it has none."""
    flat = last.lower()
    patterns = _patterns(who.hash, *((topic.about, *topic.words) for topic in who.topics.values()))
    return next((_turned(name, _MINE) for name, pattern in patterns if pattern.search(flat)), "")


@lru_cache(maxsize=2048)
def terms_of(last: str) -> str:
    """What the prospect's last line made a yes depend on, as the rep promises it; "" where it names no condition."""
    words = ["", *condition_of(last).split(), ""]
    return " ".join(
        "me" if word.lower() == "you" and before.lower() in _AFTER else _SIDES.get(word.lower(), word)
        for before, word in pairwise(words)
        if word
    )


@lru_cache(maxsize=64)
def _patterns(_hash: str, *topics: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The name of each topic that is one (its name and its words), and what finds it in a text."""
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b"))
        for name, *words in topics
        if not _QUESTION.match(name)
    )
