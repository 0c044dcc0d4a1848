"""Which of the prospect's facts a question asks for, and whether it asks for something they have no fact about.

A question may share words with many facts and be answered by none of them. So a fact counts as asked for only where the
phrases a persona lists for it, its own rarer words and its topic make it likely; anything less is turned aside.
"""

# ruff: noqa: E501 - tables with one row a line

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from roleplay.listener.spelling import mended
from roleplay.listener.words import content, stem, words_of
from roleplay.model import Reading
from roleplay.persona import COMMON_TOPICS, Persona
from roleplay.prospect import known, vague, wanted
from roleplay.prospect.fit import recollection
from roleplay.prospect.known import Known

LIKELY = 2.3
"""The weight from which a fact is what was asked for: a phrase listed for it and a word or two of its own."""
PLAIN = {2: 2.5, 3: 3.4}
"""By how many words of the question a fact has nothing to do with, the weight from which they no longer matter."""
NEARLY = 1.8
"""The weight from which a fact is near enough to what was asked to be told in its place."""
SURELY = 4.6
"""The weight from which a fact is what was asked for in so many words, whatever kind of answer that wants."""
MOST = 4
SLIGHT = 0.5
"""The weight from which a fact has something to do with a question that none answers."""
OPENLY = frozenset({"", "came", "how", "feel"})
"""Forms of question that leave open what is told: a slighter fact on the matter answers them."""
TOUCHES, CLOSE, OTHERS, POINTS, BEFORE = "touches:", "close:", "others", "points", "before"
DECIDES, STAFF, WORST, BROADLY = "decides", "staff", "worst", "broadly"
"""Marks: a fact it has to do with; one near enough to be told; asked about another's mind, about no more than an "it",
about what was tried before, about who decides, about who there is, about what is worst in all of it, about
a matter in general.
"""
WANTS = "wants:"
"""Begins the mark that says what kind of answer a question wants (`wanted`)."""
SPECIFIC = 2
"""So many words of a question that a fact has nothing to do with make it a poor answer."""
TEXT, ASKED, LONGER, FURTHER, LOOSE, NAMED = 0.6, 1.0, 0.5, 0.3, 0.5, 2.0
"""Weights of a fact's own words, a listed phrase, each further word in it, further phrases, words of them, a name."""
OWN, SHARED, DEEPER, KIND = 0.5, 0.2, 0.1, 0.4
"""Weights of a topic of their own, of a common one; what a tier deeper costs, what the right kind of answer adds."""
LONGEST = 6
_PLAIN = re.compile(
    r"^(?:who|what|when|where|which|how)\b"
    r"|\b(?:have you (?:ever )?(?:tried|looked at|used|had)|does|did you|is there anything you"
    r"|do you(?! (?:mind|want|object|see any|have anything|need)))\b",
    re.I,
)

_BEFORE = re.compile(
    r"\b(?:have|has|did|had) (?:you|anyone|anybody|they|any\b[\w ]{1,20}?)\b[^.?!]*?"
    r"\b(?:tried|try|looked at|look at|used?|tested|(?:had|done|seen|bought|got) [\w' ]{0,30}?\b(?:before|like (?:this|that)|of (?:these|those)|one))\b",
    re.I,
)
_DECIDING = frozenset(content(words_of("agree approve sign decide decides say yes consent authorise")))
_WORST = re.compile(
    r"\bwhat(?:'s| is| are)? (?:the |your )?(?:\w+ )?(?:worst|hardest|biggest|most \w+|trickiest|toughest) (?:thing|part|bit|problem|headache|challenge|thorn)"
    r"|\bwhat (?:worries|bothers|annoys|frustrates|bugs) you\b|\bwhat keeps you (?:up|awake)\b",
    re.I,
)
_STAFF = re.compile(
    r"\bwho(?:'s| is| are|m)? (?:(?:else|all|do you have) )*(?:works?|there|in (?:your|the) (?:team|office)|on (?:your|the) team|around|involved|should|would i"
    r"|would you|besides|are you|do you work|does what|runs what|the people|helps?|is who|who)\b",
    re.I,
)
_POINTS = re.compile(r"\b(?:it|that|this|there|then|they|them|those)\b", re.I)
_OTHERS = re.compile(
    r"\b(?:do|does|did|would|will)\b (?!(?:you|i|we|it|that|this|there)\b)(?:(?!you\b)[\w']+ ){1,5}?"
    r"(?:think|thinks|feel|say|want|like|mind|make of|reckon|prefer|complain|worry|hope|expect"
    r"|have (?:a|their own) view)\b",
    re.I,
)


def recalled(reading: Reading, text: str, who: Persona) -> Reading:
    """The reading with the facts it asks for as `near`, best first, and its marks: "specific" asks for something
    particular, "wants:" with a kind what it wants to hear, "plain" that yes or no is no answer; the rest are above.
    """
    if not reading.questions:
        return reading
    key = (who.source, text, reading.topics)
    if key not in _FOUND:
        if len(_FOUND) >= MOST_FOUND:
            _FOUND.clear()
        _FOUND[key] = _found(text, reading.topics, who)
    near, marks = _FOUND[key]
    plain = ("plain",) if _PLAIN.search(text.strip()) and not reading.ask else ()
    return replace(reading, near=near, modifiers=(*reading.modifiers, *marks, *plain))


_FOUND: dict[tuple[str, str, tuple[str, ...]], tuple[tuple[str, ...], tuple[str, ...]]] = {}
"""Facts and marks by prospect, question and topics; forgotten when there are too many."""
MOST_FOUND = 8192


def _found(text: str, topics: Sequence[str], who: Persona) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The facts a question asks for, best first, and its marks."""
    facts = known.of(who)
    words = [word if facts.has(stem(word)) else mended(word) for word in words_of(text)]
    kind, said = wanted.wanted(text), frozenset(content(words))
    asked = said - known.EVERYDAY_STEMS
    scores = asked_for(words, said, topics, who, kind)
    fits = recollection(text, kind, said, who)
    near = [
        id
        for id in _by_score(scores, LIKELY)
        if scores[id] >= _least(len(asked - facts.bags[id])) and (id in fits or scores[id] >= SURELY)
    ]
    if not near and kind in wanted.PARTICULAR:
        near = [id for id in _by_score(scores, NEARLY) if id in fits and len(asked & facts.bags[id]) >= SPECIFIC]
    near = near or [id for id in _named(scores, said, who) if id in fits or kind not in wanted.PARTICULAR]
    particular = min((len(asked - facts.about(topic)) for topic in topics), default=len(asked))
    about_people = kind == "who" and {"decision", "people"} & set(topics)  # any fact on those names somebody
    closed = kind == "whether" or (kind in wanted.PARTICULAR and not about_people)
    marks = ["specific"] if particular or closed else []
    marks += [f"{WANTS}{kind}"] if kind else []
    marks += ["own"] if {"you", "your"} & set(words) else []
    marks += [OTHERS] if _OTHERS.search(text) else []
    marks += [BEFORE] if _BEFORE.search(text) else []
    marks += [DECIDES] if kind == "who" and said & _DECIDING else []
    marks += [WORST] if _WORST.search(text) and not set(topics) & set(who.topics) else []
    marks += [BROADLY] if any(asked <= known.broad(topic) for topic in topics) else []
    marks += [STAFF] if _STAFF.search(text) else []
    marks += [POINTS] if _POINTS.search(text) and not topics and len(asked) <= SPECIFIC else []
    form = vague.shape(text)
    touched = [] if near else _by_score(scores, SLIGHT if form in OPENLY else NEARLY)
    marks += [f"{TOUCHES}{id}" for id in touched if id in fits][:MOST]
    close = [] if near or kind in wanted.PARTICULAR else _by_score(scores, NEARLY)
    marks += [f"{CLOSE}{id}" for id in close if len(asked & facts.bags[id]) >= SPECIFIC and id in fits][:1]
    marks += [f"{vague.MARK}{form}"] if form else []
    return tuple(near[:MOST]), tuple(marks)


def _least(unfitting: int) -> float:
    """The weight a fact needs that has nothing to do with so many words of the question."""
    return PLAIN.get(unfitting, LIKELY if unfitting < min(PLAIN) else max(PLAIN.values()))


def _named(scores: dict[str, float], said: frozenset[str], who: Persona) -> list[str]:
    """The fact a name in the question points to, where nothing else in it finds one."""
    names = known.of(who).names
    found = {who.facts[at].id: NAMED * value for word in said for at, value in names.get(word, ())}
    return _by_score({id: value + scores.get(id, 0.0) for id, value in found.items()}, LIKELY)[:1]


def _by_score(scores: dict[str, float], least: float) -> list[str]:
    """The facts that weigh so much, the likeliest first."""
    return sorted((id for id, score in scores.items() if score >= least), key=lambda id: (-scores[id], id))


def marked(reading: Reading, mark: str) -> list[str]:
    """The facts a reading bears this mark for (`TOUCHES`, `CLOSE`), the likeliest first."""
    return [each.removeprefix(mark) for each in reading.modifiers if each.startswith(mark)]


def wants(reading: Reading) -> str:
    """The kind of answer a reading was marked to want, or ""."""
    return next(iter(marked(reading, WANTS)), "")


def asked_for(
    words: Sequence[str], said: frozenset[str], topics: Sequence[str], who: Persona, kind: str = ""
) -> dict[str, float]:
    """How likely each fact is what was asked for, by what it wants to hear; those nothing speaks for are left out.

    `said` are those of the words that carry something.
    """
    index = known.of(who)
    found: dict[int, float] = defaultdict(float)
    for table, weight in ((index.words, TEXT), (index.loose, LOOSE)):
        for word in sorted(said):
            for place, value in table.get(word, ()):
                found[place] += weight * value
    for place, value in _phrases(words, index):
        found[place] += value
    gives = index.gives(kind)
    return {who.facts[at].id: value + _beside(who, at, topics) + KIND * gives[at] for at, value in found.items()}


def _phrases(words: Sequence[str], index: Known) -> Iterator[tuple[int, float]]:
    """What the phrases in the message add: the longest all of its weight, further ones a little."""
    stems = known.stems(words)
    hits: dict[int, list[float]] = defaultdict(list)
    for size in range(min(LONGEST, len(stems)), 0, -1):
        for start in range(len(stems) - size + 1):
            for place in index.phrases.get(tuple(stems[start : start + size]), ()):
                hits[place].append(ASKED + LONGER * (size - 1))
    for place, values in hits.items():
        yield place, values[0] + min(1.0, FURTHER * sum(values[1:]))


def _beside(who: Persona, place: int, topics: Sequence[str]) -> float:
    """What its topic and its depth add to a fact."""
    fact = who.facts[place]
    near = (SHARED if fact.topic in COMMON_TOPICS else OWN) if fact.topic in topics else 0.0
    return near - DEEPER * (fact.tier - 1)
