"""What a persona knows, ready to be looked up by what a question holds: words, names, phrases, topics."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log

from roleplay.listener.topics import COMMON
from roleplay.listener.words import content, stem, words_of
from roleplay.persona import COMMON_TOPICS, Fact, Persona
from roleplay.prospect import wanted

EVERYDAY = 0.3
"""What a word that most questions hold is worth beside another."""
BROAD = frozenset({"role", "business", "process", "problem", "history", "criteria"})
"""Common topics that a question may be about in so many words: "What slows you down?" asks for no particular thing."""
FEW = 2
"""In so many facts at most a name points to one."""
_EVERYDAY_WORDS = """
take use make come work day week year time keep run look give put find feel usual usually happen anybody anyone else
people tell back new ever first last long big part place sort kind often end start change spend month moment today
now try ask open stand own call hold number hear see wait turn write hand bring move show worth late hard best better
worst between what about already morning good way side piece else honest rough mr mrs ms dr bit round
wrong mind help understand trouble rest matter think next hardest mean deal handle effect affect picture bad full again
always far exact exactly another little less both somebody nobody through possible expect stay
tend talk like feel around whole story situation
"""
_POINTING_WORDS = """
a an the this that these those your our my his her their its any some
"""
_POINTING = frozenset(_POINTING_WORDS.split())
EVERYDAY_STEMS = frozenset(stem(word) for word in _EVERYDAY_WORDS.split())
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
Weighted = dict[str, list[tuple[int, float]]]
"""By word, the facts it points to, as places in the file, and what it weighs there."""


@dataclass(frozen=True, slots=True)
class Known:
    """A persona's facts, ready to be looked up by what a question holds."""

    words: Weighted
    loose: Weighted
    names: Weighted
    """Names that stand in one fact or two: who says one means that fact."""
    phrases: dict[tuple[str, ...], list[int]]
    topical: frozenset[str]
    bags: dict[str, frozenset[str]]
    """By fact, the words it has to do with: its own, those listed for it, its topic's."""
    lines: tuple[tuple[str, ...], ...]
    themes: dict[str, frozenset[str]]
    """By topic, the words it goes by: their own topics' as listed, of a common one what its facts are asked for by, and
    what anyone says who asks about it (`BROAD`).
    """
    given: dict[str, list[float]] = field(default_factory=dict)
    held: dict[str, frozenset[str]] = field(default_factory=dict)
    ranked: dict[str, frozenset[str]] = field(default_factory=dict)
    """By fact, all of its words, the small ones too: those that rank things are among them."""
    only: dict[str, frozenset[str]] = field(default_factory=dict)
    """By fact, the kinds of question it is listed for where it says how often or how long; none for other facts."""

    @property
    def told(self) -> dict[str, tuple[str, ...]]:
        """The ways each fact is told."""
        return dict(zip(self.bags, self.lines, strict=True))

    def gives(self, kind: str) -> list[float]:
        """How far each fact gives an answer of a kind, in any of the ways it is told."""
        if kind not in self.given:
            self.given[kind] = [max(wanted.gives(line, kind) for line in lines) for lines in self.lines]
        return self.given[kind]

    def holds(self, kind: str) -> frozenset[str]:
        """The facts that can answer a question of a kind at all, in any of the ways they are told."""
        if kind not in self.held:
            told = self.told.items()
            self.held[kind] = frozenset(id for id, lines in told if any(wanted.holds(line, kind) for line in lines))
        return self.held[kind]

    def about(self, topic: str) -> frozenset[str]:
        """The words of a topic; what they know nothing of has none."""
        return self.themes.get(topic, frozenset())

    def has(self, word: str) -> bool:
        """Whether a stem is one of their own words, which no slip is to be seen in."""
        return word in self.words or word in self.loose or word in self.topical


_INDEXES: dict[str, Known] = {}
"""By the text of the persona's file, whose hash Python keeps."""


@lru_cache(maxsize=32)
def broad(topic: str) -> frozenset[str]:
    """The words anybody has who asks about a common topic in general; none for one of their own."""
    return _held(COMMON[topic]) if topic in BROAD else frozenset()


def of(who: Persona) -> Known:
    """What this persona knows; put together once."""
    if who.source not in _INDEXES:
        phrases: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, fact in enumerate(who.facts):
            for phrase in dict.fromkeys(tuple(stems(words_of(phrase))) for phrase in fact.asked):
                phrases[phrase].append(place)
        own = ["\n".join([fact.gist, *fact.says, *fact.more]) for fact in who.facts]
        listed = [" ".join(fact.asked) for fact in who.facts]
        topical = _held(text for topic in who.topics.values() for text in (topic.about, *topic.words))
        bags = {fact.id: _bag(fact, who) for fact in who.facts}
        lines = tuple(tuple(fact.says) for fact in who.facts)
        tables = (_weighed(own), _weighed(listed), _names(own, _held([who.name, who.company])), dict(phrases))
        ranked = {fact.id: frozenset(stem(word) for word in words_of(_all_of(fact))) for fact in who.facts}
        _INDEXES[who.source] = Known(*tables, topical, bags, lines, _themes(who), ranked=ranked, only=_only(who))
    return _INDEXES[who.source]


def _themes(who: Persona) -> dict[str, frozenset[str]]:
    own = {id: (topic.about, *topic.words) for id, topic in who.topics.items()}
    common = {
        id: [
            *(phrase for fact in who.facts if fact.topic == id for phrase in fact.asked),
            *(COMMON[id] if id in BROAD else ()),
        ]
        for id in COMMON_TOPICS
    }
    return {id: _held(texts) for id, texts in (common | own).items()}


MOSTLY = 3
"""One phrase in so many that asks how often or how long makes a fact one for such questions."""
TIMED = frozenset({"often", "long"})
"""Kinds of question whose answer is none to another kind: "twice a week" says nothing of what happens then."""


def _only(who: Persona) -> dict[str, frozenset[str]]:
    kinds = {fact.id: [wanted.wanted(f"{phrase}?") for phrase in fact.asked] for fact in who.facts}
    timed = {id: sum(kind in TIMED for kind in found) * MOSTLY >= len(found) for id, found in kinds.items() if found}
    return {id: frozenset(found) if timed.get(id) else frozenset() for id, found in kinds.items()}


def _all_of(fact: Fact) -> str:
    return "\n".join([fact.gist, *fact.says, *fact.asked])


def _bag(fact: Fact, who: Persona) -> frozenset[str]:
    topic = who.topics.get(fact.topic)
    texts = [fact.gist, *fact.says, *fact.more, *fact.asked, *([topic.about, *topic.words] if topic else ())]
    return _held(texts)


def _held(texts: Iterable[str]) -> frozenset[str]:
    """The words of substance in these texts."""
    return frozenset(content(words_of(" ".join(texts))))


def _names(texts: Sequence[str], theirs: frozenset[str]) -> Weighted:
    """Each name of few facts but their own, with the facts it stands in; it weighs half where it stands in two."""
    bags = [_held(_NAME.findall(text)) - theirs for text in texts]
    places = {
        name: [at for at, bag in enumerate(bags) if name in bag] for name in sorted(frozenset[str]().union(*bags))
    }
    return {name: [(at, 1 / len(found)) for at in found] for name, found in places.items() if len(found) <= FEW}


def _weighed(texts: Sequence[str]) -> Weighted:
    """Each word with the texts it stands in and its weight, 0-1: the fewer texts it is in, the more it says."""
    bags = [set(content(words_of(text))) for text in texts]
    common, whole = Counter(word for bag in bags for word in bag), len(bags)
    found: Weighted = defaultdict(list)
    for place, bag in enumerate(bags):
        for word in sorted(bag):
            weight = log(1 + whole / common[word]) / log(1 + whole)
            found[word].append((place, weight * (EVERYDAY if word in EVERYDAY_STEMS else 1.0)))
    return dict(found)


def stems(words: Sequence[str]) -> list[str]:
    """The words as phrases are compared by: "the end of the shift" is "end of a shift"."""
    return [stem(word) for word in words if word not in _POINTING]
