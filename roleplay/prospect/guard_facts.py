"""Whether a line tells only what the prospect may tell: no locked fact, no number, day or name that stands nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, reduce

from roleplay.listener.words import STOP, content, words_of
from roleplay.model import Act
from roleplay.persona import Fact, Persona
from roleplay.prospect import script
from roleplay.prospect.guard_numbers import numbers
from roleplay.prospect.scene import Scene

SHARE = 0.4
"""The share of a locked text's own words that gives it away, where there are two or more of them."""
PLENTY = {1: 4, 2: 4, 3: 3}
"""So many of a locked fact's own words, by its tier, give it away whatever their share."""

DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "thanksgiving", "christmas", "easter",
    "january", "february", "april", "june", "july", "september", "october", "november", "december",
})  # fmt: skip
MONTHS = frozenset({"may", "march", "august"})
"""Months that are words too; they count only where a month would stand."""
_MONTH_IN_PLACE = re.compile(
    r"\b(?:in|by|until|till|since|next|last|early|late|mid|of|from) (may|march|august)\b", re.I
)
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_OPENS = re.compile(r"(?:^|[.!?…:;—–]|\s-)\s*$")
_CAPITALS = frozenset(
    {"i", "a", "am", "pm", "ok", "okay", "mr", "mrs", "ms", "dr", "sir", "god", "christ", "jesus", "lord"}
    | {"tv", "gps", "pdf", "faq", "diy", "asap", "it", "hr", "vp", "pa", "md", "ceo", "cfo", "coo", "crm", "erp", "vat"}
    | {"uk", "us", "usa", "eu", "english", "british", "irish", "french", "german", "american", "european", "internet"}
)
"""Words that are written with a capital and name nothing a prospect could give away, in lower case."""


@dataclass(frozen=True, slots=True)
class Known:
    """What some texts hold: the stems of their content words, all their words in lower case, their numbers."""

    stems: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    numbers: frozenset[float] = frozenset()

    def __or__(self, other: Known) -> Known:
        return Known(self.stems | other.stems, self.words | other.words, self.numbers | other.numbers)


@lru_cache(maxsize=8192)
def read(text: str) -> Known:
    """What one text holds."""
    plain = text.replace("’", "'")
    raw = {part for word in _WORD.findall(plain.lower()) for part in (word, word.removesuffix("'s"), *word.split("-"))}
    return Known(frozenset(content(words_of(plain))), frozenset(raw), frozenset(numbers(plain)))


@lru_cache(maxsize=64)
def _together(texts: tuple[str, ...]) -> Known:
    return reduce(Known.__or__, map(read, texts), Known())


def known(scene: Scene) -> Known:
    """All that may be spoken of: what is public, what is told, what was said, and what this turn's act brings."""
    who = scene.persona
    told = [text for id in scene.told for text in _texts(who.fact(id))]
    said = [text for turn in scene.before for text in (turn.said, turn.reply)]
    act = [*script.own_words(scene), *script.may_use(scene)]
    return _together(_public(who)) | _together((*_offer(scene), scene.opening, *told, *said, *act, scene.said))


def _public(who: Persona) -> tuple[str, ...]:
    topics = [text for topic in who.topics.values() for text in (topic.about, *topic.words)]
    examples = [text for example in who.examples for text in (example.rep, example.prospect)]
    lines = [line for act, own in who.lines.items() for line in (act.value, *own)]
    card = (who.name, who.role, who.company, who.trade, who.blurb, who.reason, who.day)
    return (*card, *who.public, *who.opening, *who.speaks, *who.tangents, *who.demands, *topics, *examples, *lines)


def _offer(scene: Scene) -> tuple[str, ...]:
    offer = scene.offer
    return (offer.what, offer.price, offer.proof, offer.step, *offer.words)


def _texts(fact: Fact) -> tuple[str, ...]:
    return (fact.gist, *fact.says, *fact.more)


def fact_faults(text: str, scene: Scene) -> list[str]:
    """What the line tells that it may not: "leak: <fact>", else "number: 40", "date: friday", "name: Priya"."""
    free = known(scene)
    leaks = [
        f"leak: {fact.id}" for fact in scene.persona.facts if fact.id not in scene.told and _leaks(text, fact, free)
    ]
    return leaks or [*_numbers(text, free), *_days(text, free), *_names(text, free)]


def _leaks(text: str, fact: Fact, free: Known) -> bool:
    line, given_away = read(text), frozenset[str]()
    for source in _texts(fact):
        own = read(source).stems - free.stems
        shared = own & line.stems
        given_away |= shared
        if len(shared) >= 2 and len(shared) >= SHARE * len(own):
            return True
    return len(given_away) >= PLENTY[fact.tier] or bool((_named(fact) - free.words) & _lower(capitals(text)))


def _named(fact: Fact) -> frozenset[str]:
    return frozenset(name for source in _texts(fact) for name in _lower(capitals(source)) if not _is_day(name))


def _lower(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)


def _is_day(word: str) -> bool:
    return word in MONTHS or word.removesuffix("s") in DAYS


def _numbers(text: str, free: Known) -> Iterator[str]:
    for number in sorted(set(numbers(text, idioms=False)) - free.numbers):
        yield f"number: {number:g}"


def _days(text: str, free: Known) -> Iterator[str]:
    named = {word.removesuffix("s") for word in read(text).words} & DAYS
    months = {month.lower() for month in _MONTH_IN_PLACE.findall(text)}
    for day in sorted((named | months) - {word.removesuffix("s") for word in free.words}):
        yield f"date: {day}"


def _names(text: str, free: Known) -> Iterator[str]:
    for name in capitals(text):
        if name.lower() not in free.words and not _is_day(name.lower()):
            yield f"name: {name}"


@lru_cache(maxsize=8192)
def capitals(text: str) -> tuple[str, ...]:
    """The words written with a capital inside a sentence: names, mostly. Shouted common words are not among them."""
    found: list[str] = []
    plain = text.replace("’", "'")
    for match in _WORD.finditer(plain):
        word = match.group().removesuffix("'s")
        base = word.split("'")[0].lower()
        if not word[0].isupper() or base in _CAPITALS or (word.isupper() and base in STOP):
            continue
        if not _OPENS.search(plain[: match.start()]):
            found.append(word)
    return tuple(dict.fromkeys(found))


def withholds(text: str, scene: Scene) -> bool:
    """Whether a line that is to tell a fact shares no two words with it."""
    if scene.cue.act not in (Act.DISCLOSE, Act.CORRECT) or not scene.cue.fact:
        return False
    own = _together(_texts(scene.persona.fact(scene.cue.fact)))
    return len(own.stems & read(text).stems) < 2
