"""What a message is about: which of the prospect's topics, told facts and next steps its words bring up."""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import fsum
from typing import NamedTuple

from roleplay.listener.words import content, stem, words_of

COMMON: dict[str, tuple[str, ...]] = {
    "role": (
        "your role", "your job", "you do there", "responsible for", "in charge", "look after", "your title", "your day", "day to day", "typical day",
        "your position", "report to", "how long have you been", "you run", "your remit", "your side of things", "wear many hats", "land on your desk", "your plate",
    ),
    "business": (
        "your business", "the business", "your company", "the company", "your firm", "what you do", "your market", "your customers", "your clients",
        "how is business", "how is trade", "how big", "how many sites", "how many staff", "how many trucks", "how many vans", "how many chairs", "how many", "what area", "do you cover", "how many people", "turnover", "revenue", "size of", "your patients", "growing", "growth", "headcount",
        "locations", "branches", "your trade", "specialize", "the practice", "the shop", "the farm", "operation",
    ),
    "process": (
        "process", "how do you do", "how do you handle", "how do you manage", "how does it work", "how does that work", "walk me through", "talk me through",
        "take me through", "at the moment", "currently", "today you", "these days", "work flow", "workflow", "procedure", "step by step", "set up", "spreadsheet",
        "by hand", "manually", "paperwork", "day look like", "morning look like", "week look like", "how is it done", "keep track", "what happens when", "routine", "from start to finish",
        "normal day", "normal week", "ordinary day", "average day", "how it works", "how things work", "how that works", "works at your end", "day to day",
    ),
    "supplier": (
        "supplier", "vendor", "provider", "working with", "work with", "who do you use", "you use for", "using", "current system", "current setup", "software", "what system",
        "system you", "your broker", "your agency", "your agent", "incumbent", "happy with", "in place", "already have", "contract with", "who supplies", "who does your",
        "competitor", "alternative", "they do well", "existing",
    ),
    "problem": (
        "problem", "challenge", "issue", "pain", "struggle", "struggling", "difficult", "hard part", "hardest", "headache", "frustrating", "frustrated", "frustration", "annoying",
        "annoys", "bother", "worry", "worries", "concern", "keeps you up", "keeps you up at night", "goes wrong", "go wrong", "breaks", "break down", "not working", "falls down", "slip through", "bottleneck", "trouble",
        "what hurts", "hurts", "complain", "complaints", "biggest", "in the way", "stopping you", "barrier", "suffers", "wrong", "mistakes", "errors", "delay", "late",
        "day hard", "week hard", "job hard", "life hard", "makes it hard", "is hard", "gets hard", "in your way", "worst part", "worst thing", "worst bit", "worst day", "bad day", "bad week", "slows", "slows you", "slow you down",
        "tricky", "tough", "toughest", "time go", "eats your time", "drives you mad", "gets to you", "fed up", "sick of", "least favorite", "keeps you awake", "weighs on",
    ),
    "cost": (
        "cost", "costing", "costs you", "price", "pricing", "expensive", "lose", "losing", "money", "waste", "wasted", "how much", "dear", "worth", "save", "saving", "hours lost",
        "lost time", "impact", "spend", "spending", "bill", "fee", "fees", "pay", "paying", "charge", "overtime", "margin", "afford", "bottom line",
    ),
    "history": (
        "before", "in the past", "last time", "previously", "tried", "ever tried", "have you tried", "used to", "history", "happened", "what happened", "back then", "last year",
        "went wrong last", "started", "how did you end up", "come about", "came about", "how long has", "how long have", "since when", "originally", "burned", "burnt", "bad experience", "experience with",
    ),
    "people": (
        "your team", "the team", "staff", "people", "your crew", "employees", "colleagues", "your boss", "who else", "your people", "the lads", "the girls", "who feels",
        "the others", "your partner", "your manager", "the guys", "everyone", "anyone else", "hire", "hiring", "morale", "train", "your director", "your staff", "who is affected",
    ),
    "decision": (
        "decide", "decision", "decides", "sign off", "signs off", "sign it off", "approve", "approval", "who has the final", "final say", "final word", "your call", "the board", "committee", "get a yes", "who needs to",
        "who would need", "involved", "say yes", "go ahead", "get it through", "buy in", "on board", "convince", "stakeholders", "procurement", "run it by", "decision maker", "choose", "pick", "who chooses", "authority",
    ),
    "budget": (
        "budget", "budgeted", "funds", "funding", "afford", "set aside", "allocated", "money for", "spend on", "room in", "how much have you", "price range", "ballpark", "capital",
        "approved spend", "finance", "financial year", "pay for it",
    ),
    "timing": (
        "when", "timing", "timeline", "time frame", "timeframe", "how soon", "deadline", "by june", "by the end", "this year", "next year", "quarter", "this quarter", "next quarter", "season", "month", "priority", "urgent",
        "right time", "renewal", "renew", "contract end", "expires", "expire", "how long", "roadmap", "schedule", "sooner", "later", "wait", "wait until", "start date", "runs out",
    ),
    "criteria": (
        "important to you", "matters to you", "matter most", "matters most", "looking for", "look for", "need to see", "would you need", "would it need", "have to see", "have to be true", "need to be true",
        "would it take", "success", "successful", "good look like", "ideal", "requirements", "must have", "criteria", "compare", "measure", "convince you", "make it worth", "worth your while",
        "would make you", "deal breaker", "trust", "to consider", "prove", "proof", "better look like", "care about", "change your mind", "make sense for you", "worthwhile",
        "would you change", "you change first", "you change about", "to be different", "do differently", "be better if", "if you could", "wish for", "you wish",
    ),
    "today": (
        "bad time", "good time", "right now", "middle of", "catch you", "caught you", "busy", "a minute", "your morning", "your afternoon", "how are you", "hows it going", "how is your", "your week", "going on today", "weather",
        "weekend", "today", "this morning", "how have you been", "how is it going", "working well", "going well",
    ),
    "contact": (
        "email", "e mail", "phone number", "reach you", "best number", "contact", "address", "call you back", "call back", "send you", "get hold", "your number", "extension", "direct line",
        "mobile", "who should i", "best person", "right person", "someone else", "speak to", "talk to", "put me through", "best way to",
    ),
}  # fmt: skip
"""Words for what any rep may ask anyone (`roleplay.persona.COMMON_TOPICS`)."""
OWN = 0.35
"""What a topic of the persona's own is ahead of a common one that fits as well."""

PHRASE = 1.4
"""The strength of a phrase of two words, or of several single ones."""


Stems = tuple[str, ...]
Table = tuple[tuple[str, tuple[str, ...]], ...]
"""Topics, each with the phrases that bring it up."""


class _Phrase(NamedTuple):
    """A phrase as it stands among a message's stems: of which topic, the how manieth there, its strength."""

    topic: str
    place: int
    stems: Stems
    value: float


@lru_cache(maxsize=512)
def _phrases(table: Table) -> dict[str, list[_Phrase]]:
    """The phrases by their first stem."""
    found: dict[str, list[_Phrase]] = {}
    for topic, phrases in table:
        for place, phrase in enumerate(phrases):
            if stems := tuple(stem(word) for word in words_of(phrase)):
                found.setdefault(stems[0], []).append(_Phrase(topic, place, stems, _alone(stems)))
    return found


def _alone(stems: Stems) -> float:
    """The strength of a phrase: longer ones say more."""
    return 0.5 if len(stems) == 1 and stems[0] in _weak() else 1.0 + 0.6 * (len(stems) - 1)


@lru_cache(maxsize=1)
def _weak() -> frozenset[str]:
    """Single words that many messages hold by chance, so that they say less than a phrase."""
    return frozenset(
        stem(word)
        for word in (
            "when",
            "before",
            "using",
            "people",
            "today",
            "money",
            "late",
            "wrong",
            "month",
            "pay",
            "trust",
            "wait",
            "started",
            "price",
        )
    )


def strength(stems: Sequence[str], phrases: Sequence[str]) -> float:
    """How well the phrases fit a message, given as stems: longer phrases and several hits count more; 0 for none."""
    return _strengths(tuple(stems), (("", tuple(phrases)),)).get("", 0.0)


def _strengths(stems: Stems, table: Table) -> dict[str, float]:
    """How well each topic's phrases fit; those that do not are left out."""
    hits: dict[str, dict[int, float]] = {}
    known = _phrases(table)
    for at, first in enumerate(stems):
        for topic, place, phrase, value in known.get(first, ()):
            if stems[at : at + len(phrase)] == phrase:
                hits.setdefault(topic, {})[place] = value
    return {topic: max(each.values()) + min(1.0, 0.2 * fsum(each.values())) for topic, each in hits.items()}


def topics_of(words: Sequence[str], own: Mapping[str, Sequence[str]], last: Sequence[str] = ()) -> tuple[str, ...]:
    """The topics a message brings up, best first, at most four.

    The persona's own topics beat common ones that fit as well; what stands in the last clause counts half as much again.
    """
    stems, ending = tuple(stem(word) for word in words), tuple(stem(word) for word in last)
    found = dict(_common(stems, ending))
    for topic, value in _found(stems, ending, tuple((topic, tuple(phrases)) for topic, phrases in own.items())):
        found[topic] = max(found.get(topic, 0.0), value + OWN)
    return tuple(sorted(found, key=lambda topic: (-found[topic], topic)))[:4]


@lru_cache(maxsize=4096)
def _common(stems: Stems, ending: Stems) -> tuple[tuple[str, float], ...]:
    """How well the common topics fit, kept for messages that come again."""
    return tuple(_found(stems, ending, tuple(COMMON.items())))


def _found(stems: Stems, ending: Stems, table: Table) -> Iterator[tuple[str, float]]:
    last = _strengths(ending, table)
    for topic, value in _strengths(stems, table).items():
        yield topic, value + 0.5 * last.get(topic, 0.0)


def covered(words: Sequence[str], told: Mapping[str, str]) -> tuple[str, ...]:
    """The told facts a message restates: two of the fact's own distinctive words come back, or half of a short fact's."""
    if not told:
        return ()
    said = set(content(words))
    facts = {name: _distinctive(text) for name, text in told.items()}
    shared = {word for word in said if sum(word in fact for fact in facts.values()) > max(1, len(facts) // 2)}
    hits = {name: (said & fact) - shared for name, fact in facts.items()}
    return tuple(name for name, hit in hits.items() if len(hit) >= 2)


@lru_cache(maxsize=1024)
def _distinctive(text: str) -> frozenset[str]:
    return frozenset(content(words_of(text)))


def step_of(words: Sequence[str], accept: Sequence[str], refuse: Sequence[str]) -> str:
    """Which of the persona's next steps the words name: "accept", "refuse", or "" for neither."""
    stems = [stem(word) for word in words]
    yes, no = strength(stems, accept), strength(stems, refuse)
    if not yes and not no:
        return ""
    return "accept" if yes >= no else "refuse"


def plainly(words: Sequence[str], accept: Sequence[str]) -> bool:
    """Whether the words name the step they would accept by a phrase or twice over: a name alone may be about anything."""
    return strength([stem(word) for word in words], accept) >= PHRASE
