"""Which of the prospect's facts a question asks for, and whether it asks for something they have no fact about.

A question may share words with many facts and be answered by none of them. So a fact counts as asked for only where the
phrases a persona lists for it, its own rarer words and its topic make it likely; anything less is turned aside.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import log

from roleplay.listener.spelling import mended
from roleplay.listener.words import content, stem, words_of
from roleplay.model import Reading
from roleplay.persona import COMMON_TOPICS, Fact, Persona
from roleplay.prospect import wanted

LIKELY = 2.0
"""The weight from which a fact is what was asked for: a phrase listed for it and a word or two of its own."""
PLAIN = 2.5
"""The weight from which words of the question that the fact has nothing to do with no longer matter."""
MOST = 4
WANTS = "wants:"
"""Begins the mark that says what kind of answer a question wants (`wanted`)."""
SPECIFIC = 2
"""So many words of a question that a fact has nothing to do with make it a poor answer."""
TEXT, ASKED, LONGER, FURTHER, LOOSE = 0.6, 1.0, 0.5, 0.3, 0.5
"""Weights of a fact's own words, of a listed phrase, each further word in it, further phrases, words of them."""
OWN, SHARED, DEEPER, KIND = 0.5, 0.2, 0.1, 0.4
"""Weights of a topic of their own and of a common one, what a tier deeper costs, what the right kind of answer adds."""
EVERYDAY = 0.3
"""What a word that most questions hold is worth beside another."""
LONGEST = 6
_EVERYDAY_WORDS = """
take use make come work day week year time keep run look give put find feel usual usually happen anybody anyone else
people tell back new ever first last long big part place sort kind often end start change spend month moment today
now try ask open stand own call hold number hear see wait turn write hand bring move show worth late hard best better
worst between what about already morning good way side piece else honest rough mr mrs ms dr bit round
wrong mind help understand trouble rest matter think next hardest mean deal handle effect affect picture bad full again
always far exact exactly another little less both somebody nobody through possible expect stay
tend talk like feel around whole
"""
_POINTING_WORDS = """
a an the this that these those your our my his her their its any some
"""
_POINTING = frozenset(_POINTING_WORDS.split())
_EVERYDAY = frozenset(stem(word) for word in _EVERYDAY_WORDS.split())
_PLAIN = re.compile(
    r"^(?:who|what|when|where|which|how)\b"
    r"|\b(?:have you (?:ever )?(?:tried|looked at|used|had)|does|did you|is there anything you"
    r"|do you(?! (?:mind|want|object|see any|have anything|need)))\b",
    re.I,
)

Weighted = dict[str, list[tuple[int, float]]]
"""By word, the facts it points to, as places in the file, and what it weighs there."""


@dataclass(frozen=True, slots=True)
class _Index:
    """A persona's facts, ready to be looked up by what a question holds."""

    words: Weighted
    loose: Weighted
    phrases: dict[tuple[str, ...], list[int]]
    topical: frozenset[str]
    bags: dict[str, frozenset[str]]
    """By fact, the words it has to do with: its own, those listed for it, its topic's."""
    lines: tuple[tuple[str, ...], ...]
    themes: dict[str, frozenset[str]]
    """By topic, the words it goes by: their own topics' as listed, of a common one what its facts are asked for by."""
    given: dict[str, list[float]] = field(default_factory=dict)

    def gives(self, kind: str) -> list[float]:
        """How far each fact gives an answer of a kind, in any of the ways it is told."""
        if kind not in self.given:
            self.given[kind] = [max(wanted.gives(line, kind) for line in lines) for lines in self.lines]
        return self.given[kind]

    def about(self, topic: str) -> frozenset[str]:
        """The words of a topic; what they know nothing of has none."""
        return self.themes.get(topic, frozenset())

    def has(self, word: str) -> bool:
        """Whether a stem is one of their own words, which no slip is to be seen in."""
        return word in self.words or word in self.loose or word in self.topical


_INDEXES: dict[str, _Index] = {}
"""By the text of the persona's file, whose hash Python keeps."""


def recalled(reading: Reading, text: str, who: Persona) -> Reading:
    """The reading with the facts it asks for as `near`, best first; "specific" marks a question about something
    particular, "wants:" with a kind what it wants to hear, "plain" one whose easy answer is neither yes nor no.
    """
    if not reading.questions:
        return reading
    known = _index(who)
    words = [word if known.has(stem(word)) else mended(word) for word in words_of(text)]
    kind, asked = wanted.wanted(text), set(content(words)) - _EVERYDAY
    scores = asked_for(words, reading.topics, who, kind)
    near = sorted((id for id, score in scores.items() if score >= LIKELY), key=lambda id: (-scores[id], id))
    near = [id for id in near if scores[id] >= PLAIN or len(asked - known.bags[id]) < SPECIFIC]
    particular = min((len(asked - known.about(topic)) for topic in reading.topics), default=len(asked))
    about_people = kind == "who" and {"decision", "people"} & set(reading.topics)  # any fact on those names somebody
    closed = kind == "whether" or (kind in wanted.PARTICULAR and not about_people)
    marks = ["specific"] if particular or closed else []
    marks += [f"{WANTS}{kind}"] if kind else []
    marks += ["own"] if {"you", "your"} & set(words) else []
    marks += ["plain"] if _PLAIN.search(text.strip()) and not reading.ask else []
    return replace(reading, near=tuple(near[:MOST]), modifiers=(*reading.modifiers, *marks))


def wants(reading: Reading) -> str:
    """The kind of answer a reading was marked to want, or ""."""
    return next((mark.removeprefix(WANTS) for mark in reading.modifiers if mark.startswith(WANTS)), "")


def asked_for(words: Sequence[str], topics: Sequence[str], who: Persona, kind: str = "") -> dict[str, float]:
    """How likely each fact is what was asked for, by what it wants to hear; those nothing speaks for are left out."""
    index, said = _index(who), sorted(set(content(words)))
    found: dict[int, float] = defaultdict(float)
    for table, weight in ((index.words, TEXT), (index.loose, LOOSE)):
        for word in said:
            for place, value in table.get(word, ()):
                found[place] += weight * value
    for place, value in _phrases(words, index):
        found[place] += value
    gives = index.gives(kind)
    return {who.facts[at].id: value + _beside(who, at, topics) + KIND * gives[at] for at, value in found.items()}


def _phrases(words: Sequence[str], index: _Index) -> Iterator[tuple[int, float]]:
    """What the phrases in the message add: the longest all of its weight, further ones a little."""
    stems = _stems(words)
    hits: dict[int, list[float]] = defaultdict(list)
    for size in range(min(LONGEST, len(stems)), 0, -1):
        for start in range(len(stems) - size + 1):
            for place in index.phrases.get(tuple(stems[start : start + size]), ()):
                hits[place].append(ASKED + LONGER * (size - 1))
    for place, values in hits.items():
        yield place, values[0] + min(1.0, FURTHER * sum(values[1:]))


def _stems(words: Sequence[str]) -> list[str]:
    """The words as phrases are compared by: "the end of the shift" is "end of a shift"."""
    return [stem(word) for word in words if word not in _POINTING]


def _beside(who: Persona, place: int, topics: Sequence[str]) -> float:
    """What its topic and its depth add to a fact."""
    fact = who.facts[place]
    near = (SHARED if fact.topic in COMMON_TOPICS else OWN) if fact.topic in topics else 0.0
    return near - DEEPER * (fact.tier - 1)


def _index(who: Persona) -> _Index:
    if who.source not in _INDEXES:
        phrases: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, fact in enumerate(who.facts):
            for phrase in dict.fromkeys(tuple(_stems(words_of(phrase))) for phrase in fact.asked):
                phrases[phrase].append(place)
        own = [" ".join([fact.gist, *fact.says, *fact.more]) for fact in who.facts]
        listed = [" ".join(fact.asked) for fact in who.facts]
        topical = _held(text for topic in who.topics.values() for text in (topic.about, *topic.words))
        bags = {fact.id: _bag(fact, who) for fact in who.facts}
        lines = tuple(tuple(fact.says) for fact in who.facts)
        tables = (_weighed(own), _weighed(listed), dict(phrases))
        _INDEXES[who.source] = _Index(*tables, topical, bags, lines, _themes(who))
    return _INDEXES[who.source]


def _themes(who: Persona) -> dict[str, frozenset[str]]:
    own = {id: (topic.about, *topic.words) for id, topic in who.topics.items()}
    common = {id: [phrase for fact in who.facts if fact.topic == id for phrase in fact.asked] for id in COMMON_TOPICS}
    return {id: _held(texts) for id, texts in (common | own).items()}


def _bag(fact: Fact, who: Persona) -> frozenset[str]:
    topic = who.topics.get(fact.topic)
    texts = [fact.gist, *fact.says, *fact.more, *fact.asked, *([topic.about, *topic.words] if topic else ())]
    return _held(texts)


def _held(texts: Iterable[str]) -> frozenset[str]:
    """The words of substance in these texts."""
    return frozenset(content(words_of(" ".join(texts))))


def _weighed(texts: Sequence[str]) -> Weighted:
    """Each word with the texts it stands in and its weight, 0-1: the fewer texts it is in, the more it says."""
    bags = [set(content(words_of(text))) for text in texts]
    common, whole = Counter(word for bag in bags for word in bag), len(bags)
    found: Weighted = defaultdict(list)
    for place, bag in enumerate(bags):
        for word in sorted(bag):
            weight = log(1 + whole / common[word]) / log(1 + whole)
            found[word].append((place, weight * (EVERYDAY if word in _EVERYDAY else 1.0)))
    return dict(found)
