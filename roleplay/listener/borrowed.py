"""What in a message is not the rep's own: their words said back whole, and words strung together to please a scorer.

An echo is a mirror however long it is: nothing was understood to say it. A string of stems and terms of the technique
is talk to nobody.
"""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from roleplay.listener.cue import compiled
from roleplay.listener.spelling import rare
from roleplay.listener.text import Text, Words, bag, line_words
from roleplay.listener.words import STOP, content, stem

RUN = 5
"""Words in a row that nobody repeats by chance."""
MOSTLY = 0.6
"""Share (0-1) of a message that has to be theirs word for word to be an echo."""
RECENT = 4
"""How many of their last lines are still in the air."""
PAGE = 130
"""Words from which a message is a page, not something one says on the phone."""
STEMS = 4
"""Different stems of the technique that no one sentence holds."""

_STEM = compiled(
    r"bad time|ridiculous idea|given up|would you be against|are you against|would it be (?:crazy|mad|ridiculous)"
    r"|(?:it|that) (?:sounds|seems|looks|feels) like|that is right|how am i supposed to|what makes you|what about|how about"
    r"|what would have to|fair enough|makes sense|what you are saying|what i am hearing|you probably think|you feel"
    r"|how what|what how|no no no|have i lost you|walk me through|help me understand"
)
_TERM = compiled(
    r"(?:no oriented|calibrated|open) questions?|tactical empathy|accusation audit|mirror(?:ing)? label|label(?:ing)? (?:mirror|summary)"
    r"|summary (?:label|empathy|mirror)|empathy (?:label|mirror|summary)|commitment yes|counterfeit yes|genuine no"
)


def echoes(text: Text, lines: Sequence[str]) -> bool:
    """Whether most of the message stands word for word in what they said."""
    words = _opened(text.words)
    if len(words) <= RUN:
        return False
    own = _runs(words)
    shared = frozenset[Words]().union(*(own & _runs(_opened(line_words(line))) for line in lines))
    starts = (at for at in range(len(words) - RUN + 1) if words[at : at + RUN] in shared) if shared else ()
    theirs = {place for at in starts for place in range(at, at + RUN)}
    return len(theirs) >= MOSTLY * len(words)


_SHORT: dict[str, Words] = {
    **{f"{who}{short}": (who, tail) for who in ("i", "you", "we", "they", "he", "she", "it", "that", "there", "who", "what")
       for short, tail in (("ll", "will"), ("ve", "have"), ("m", "am"), ("re", "are"), ("s", "is"))
       if f"{who}{short}" not in ("well", "were", "hell", "shell")},
    **{f"{verb}nt": (verb, "not") for verb in ("do", "does", "did", "is", "are", "was", "were", "would", "could", "should", "has", "have", "had")},
    "cant": ("can", "not"), "cannot": ("can", "not"), "wont": ("will", "not"),
}  # fmt: skip
"""Contractions as the listener spells them, opened; those that are other words too are left."""


@lru_cache(maxsize=8192)
def _opened(words: Words) -> Words:
    """The words with contractions opened: "I will keep it" gives back "I'll keep it"."""
    if _SHORT.keys().isdisjoint(words):
        return words
    return tuple(each for word in words for each in _SHORT.get(word, (word,)))


@lru_cache(maxsize=8192)
def _runs(words: Words) -> frozenset[Words]:
    """Every stretch of so many words."""
    return frozenset(words[at : at + RUN] for at in range(len(words) - RUN + 1))


def adds_nothing(text: Text) -> bool:
    """Whether every word of weight in the message stands in their last line."""
    own = bag(text.words) - _SAYING
    return bool(own) and own <= bag(text.prev)


_SAYING = frozenset(content(["said", "hear", "heard", "mean", "come", "again", "hang", "wait", "gosh", "wow", "huh"]))


def recalls(text: Text, lines: Sequence[str]) -> bool:
    """Whether a rare word of one of their last lines comes back."""
    theirs = frozenset[str]().union(*(bag(line_words(line)) for line in lines[-RECENT:]))
    return not theirs.isdisjoint(_rare(text.words))


@lru_cache(maxsize=8192)
def _rare(words: Words) -> frozenset[str]:
    return frozenset(stem(word) for word in words if word not in STOP and rare(word))


def stuffed(text: Text) -> bool:
    """Whether the message strings stems or terms of the technique together."""
    return _strung(text.flat)


@lru_cache(maxsize=8192)
def _strung(flat: str) -> bool:
    stems, terms = set(_STEM.findall(flat)), set(_TERM.findall(flat))
    return len(terms) >= 2 or len(stems) + 2 * len(terms) >= STEMS


def oddities(text: Text, lines: Sequence[str], words: int) -> Iterator[str]:
    """The modifiers for what is not the rep's own, or is no way to talk."""
    if echoes(text, lines):
        yield "echo"
    elif adds_nothing(text):
        yield "adds_nothing"
    elif recalls(text, lines):
        yield "recalls"
    if stuffed(text):
        yield "stuffed"
    if words >= PAGE:
        yield "page"
