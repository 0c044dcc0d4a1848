"""Who and which day a message names: somebody of their world, a prospect who is not the one on the line, a weekday."""
# ruff: noqa: E501 - a pattern a line

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from roleplay.listener.words import is_no_name

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = re.compile(rf"\b({'|'.join(DAYS)})\b", re.IGNORECASE)
_TITLE = r"(?:(?:mr|mrs|ms|miss|dr)\.? )?"
_CALLED = re.compile(
    rf"^\W*(?:(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening)|morning|afternoon)(?: there)?,? {_TITLE}"
    r"(?-i:([A-Z][a-z]{2,11}))(?=[,.!?])"
    rf"|.{{0,40}}?\b(?:is (?:this|that)|am i (?:speaking|talking) (?:to|with)) {_TITLE}(?-i:([A-Z][a-z]{{2,11}}))(?=[,.!?]| (?:speaking|there|please|on the)\b))",
    re.IGNORECASE,
)
OPENING = 5
"""Rep turns in which a wrong name is a slip worth a remark; somebody in front may take up the first ones."""
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}")


def day_of(text: str) -> str:
    """The weekday a message names last, lower case, or ""."""
    found = _DAY.findall(text)
    return found[-1].lower() if found else ""


def misnamed(text: str, names: Sequence[str]) -> bool:
    """Whether a message calls the prospect by a name that is not theirs; `names` are the words they go by."""
    found = _CALLED.match(text[:120])
    if not found or not names:
        return False
    name = (found[1] or found[2]).lower()
    return name not in names and not is_no_name(name)


def names_somebody(text: str, facts: Mapping[str, str], names: Sequence[str]) -> bool:
    """Whether a message names, inside a sentence, somebody or something that only their facts name so."""
    said = {word.lower() for word in _INSIDE.findall(text)} - {*names, *DAYS}
    return bool(said) and bool(said & _named(tuple(facts.values())))


@lru_cache(maxsize=32)
def _named(facts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower() for text in facts for word in _INSIDE.findall(text))


def naming(text: str, facts: Mapping[str, str], names: Sequence[str], turn: int) -> Iterator[str]:
    """The modifiers for names: "wrong_name" in the first turns, "names_somebody"."""
    if turn <= OPENING and misnamed(text, names):
        yield "wrong_name"
    if names_somebody(text, facts, names):
        yield "names_somebody"
