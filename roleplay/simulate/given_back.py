"""The end of a prospect's line as a rep gives it back: a phrase that stands by itself, or nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from roleplay.listener.words import STOP

LONGEST = 5
"""The most words that are given back."""
_ASKED = re.compile(r"[^.?!\u2026]*\?")
"""A question to the rep: nobody gives that back."""
_PARTS = re.compile(
    r"[.!\u2026;:,\u2013\u2014]+|\b(?:and|but|because|which|who|where|when|while|if|since|till|until|so|or|than)\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d][\w'-]*|\d[\w.:%-]*")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NAMING = _set("the my our that those his her their a an no every another any this these")
"""What begins a phrase that names something."""
_DENYING = _set(
    "not never don't can't cannot won't wouldn't couldn't isn't aren't wasn't didn't doesn't haven't hasn't"
)
_BEFORE_A_NAME = _set("of for from with by on in at as into over about after before off under between without like")
_BEING = _set("is are was were be being it's that's he's she's they're too still isn't aren't wasn't i'm we're you're")
_PERSONS = _set(
    "i i'm i've i'll i'd me mine we we're we've we'll we'd us you you're you've you'll you'd your yours myself "
    "yourself he she they them him she's he's they're it's that's there's what's let's"
)
_TAILS = _set("now then though again anyway either here today yet too please really also there first anymore")
_NEVER_LAST = (STOP - {"it"}) | _BEFORE_A_NAME | _set("a an the own so perhaps maybe really like less more one thing")
_HOLLOW = _set(
    "well fine okay right sure yes yeah no thanks thank sorry hello bye goodbye friend maybe perhaps certainly partly "
    "indeed listen look hm see know said told both ask kind lot bit way fact point same thing things god bless heard "
    "calling going getting doing saying name minute minutes moment time day days week weeks year years "
    "morning afternoon evening monday tuesday wednesday thursday friday saturday sunday one two three eight hundred "
    "bad nutshell first sorry real another lost met"
)
"""Words that are nothing to come back to by themselves."""
_SAYS_NOTHING = _HOLLOW | _PERSONS | _set("the a that this to be been have")
_TURNED = ((re.compile(r"\b(?:my|our)\b", re.I), "your"),)


@lru_cache(maxsize=2048)
def echo(last: str) -> str:
    """Up to five words the prospect ended on that stand by themselves, said to them; "" where there are none."""
    return _turned(next((found for words in _clauses(last) if (found := _phrase(words))), ""))


def end(last: str) -> str:
    """The last words the prospect said, whatever they are: what is given back where none of substance hold together."""
    return " ".join(re.findall(r"[\w'-]+", last)[-4:]).lower() or "sorry"


def _clauses(last: str) -> list[list[str]]:
    """The clauses as words, latest first, without what trails off and without questions."""
    found = []
    for part in reversed(_PARTS.split(_ASKED.sub(".", last.replace("\u2019", "'")))):
        words = _WORD.findall(part)
        while words and words[-1].lower() in _TAILS:
            words.pop()
        if words:
            found.append([words[0] if words[0].isupper() and len(words[0]) > 1 else words[0].lower(), *words[1:]])
    return found


def _phrase(words: list[str]) -> str:
    return _denied(words) or _named(words) or _bare(words)


def _named(words: list[str]) -> str:
    """A thing with its article at the end of a clause; one that a clause begins with may be its subject."""
    low = [word.lower() for word in words]
    for at in range(max(0, len(words) - LONGEST), len(words) - 1):
        inner = low[at + 1 :]
        whole = low[at] in _NAMING and not (STOP | _PERSONS | _NEVER_LAST).intersection(inner)
        if whole and (at or len(words) == 2) and not _HOLLOW.issuperset(inner):
            return " ".join(words[at:])
    return ""


def _denied(words: list[str]) -> str:
    """What they do not, cannot or will not, without who."""
    low = [word.lower() for word in words]
    for at in range(max(0, len(words) - LONGEST), len(words) - 1):
        inner = low[at + 1 :]
        says = not _SAYS_NOTHING.issuperset(inner) and low[-1] not in _NEVER_LAST
        if low[at] in _DENYING and says and not _PERSONS.difference({"it", "them"}).intersection(inner):
            return " ".join(words[at:])
    return ""


def _bare(words: list[str]) -> str:
    """A thing without an article after a preposition, or what something is."""
    low = [word.lower() for word in words]
    for at in range(max(1, len(words) - 3), len(words)):
        part = low[at:]
        if low[at - 1] in _BEFORE_A_NAME | _BEING and not (STOP | _NEVER_LAST).intersection(part):
            return "" if _HOLLOW.issuperset(part) or low[-1].endswith("ing") else " ".join(words[at:])
    return ""


def _turned(phrase: str) -> str:
    for pattern, other in _TURNED:
        phrase = pattern.sub(other, phrase)
    return phrase
