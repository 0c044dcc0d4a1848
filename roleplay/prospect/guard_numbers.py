"""Numbers in running text, in figures and in words: "a hundred and eighty thousand" and "$180k" are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: value for value, word in enumerate((*_ONES, *_TEENS), 1)}
_VALUES |= {word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)}
_FACTORS = {"hundred": 100, "thousand": 1000, "grand": 1000, "k": 1000, "million": 10**6, "m": 10**6, "billion": 10**9}

_SMALL = (
    r"\d+(?:,\d{3})*(?:\.\d+)?"
    rf"|\b(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES)}))?\b|\b(?:{'|'.join((*_TEENS, *_ONES))})\b"
)
_FACTOR = r"(?:(?<=\d)[km]|[ -]?(?:hundred|thousand|grand|million|billion))\b"
_NUMBER = re.compile(
    rf"(?:{_SMALL}|\b(?=(?:hundred|thousand|million|billion)\b))(?:{_FACTOR}(?:[ -](?:and[ -])?(?:{_SMALL}))?)*"
)
_PART = re.compile(r"[\d,]+(?:\.\d+)?|[a-z]+")
_IDIOM = re.compile(
    r"\b24/7\b|\b9 to 5\b|\bnine[ -]to[ -]five\b|\b50[/-]50\b|\bfifty[ -]fifty\b"
    r"|\b(?:100|110|a hundred|hundred) ?(?:%|percent|per cent)"
    r"|\b(?:a|one) (?:hundred|thousand|million) (?:and one )?(?:times|things|miles|ways|other)\b"
    r"|\b(?:three|four|five|ten|3|4|5|10)(?: more)?[ -](?:minutes?|mins?|seconds?|secs?)\b"
)


def numbers(text: str, *, idioms: bool = True) -> Iterator[float]:
    """The numbers in a text; without `idioms` not those that state no fact: one, two, "five minutes", "24/7"."""
    lower = text.lower()
    for match in _NUMBER.finditer(lower if idioms else _IDIOM.sub(" ", lower)):
        value = _value(match.group())
        if value and (idioms or value > 2):
            yield value


def _value(number: str) -> float:
    total = part = 0.0
    for token in _PART.findall(number):
        if factor := _FACTORS.get(token):
            part = (part or 1) * factor
            if factor > 100:
                total, part = total + part, 0.0
        elif token != "and":
            part += _VALUES.get(token) or float(token.replace(",", ""))
    return total + part
