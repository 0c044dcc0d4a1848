"""What sort of answer a question wants, and which of several lines gives it.

"How many", "who" and "when" want a figure, a name and a time; a line with none of them is beside the question, whatever
words it shares with it. Two ways of telling a fact seldom hold the same: the one that holds what was asked is said.
"""
# ruff: noqa: E501 - tables with one row a line

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from roleplay.listener.words import content, words_of

PARTICULAR = frozenset({"who", "many", "much", "long", "often", "when", "where"})
"""Kinds of question that one answer fits and no other: the next thing they know on the topic is none."""
VAGUE = {
    "often": "often", "many": "many", "much": "many", "long": "long", "whether": "whether", "if": "if",
    "how": "question",
}  # fmt: skip
"""By the kind of answer wanted, the shape of the brief reply that gives a vague one."""
LED = re.compile(
    r"^(?:(?:and|so|but|or|well|okay|right|then|now|morning|hi|hello|hey|thanks?|honestly|roughly|just)\b[\s,]*)+", re.I
)
_KINDS = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("if", r"^(?:if|suppose|say)\b.*\?|\bwhat would you (?:do|change|pick|like)\b|\bif you (?:could|had|were)\b"),
        ("often", r"\bhow (?:often|frequently|regularly|many times)\b|\bwhat percentage\b"),
        ("long", r"\bhow (?:long|quick\w*|fast|soon|old|far back|many (?:hours|minutes|days|weeks|months|years))\b"),
        ("much", r"\bhow much\b|\bwhat (?:do|did|does|would|are) (?:you|it|they|\w+ing) (?:pay|cost|spend|charge)"),
        ("many", r"\bhow (?:many|big|full|large|far off)\b"),
        ("who", r"\bwho(?:'s|se|'d|m)?\b|\bwhich of (?:you|them|the two)\b"),
        (
            "when",
            r"\bwhen (?:do|did|does|is|are|was|were|would|will)\b|\b(?:what|which) (?:time|day|month)\b|^when's\b",
        ),
        (
            "where",
            r"\bwhere\b(?! (?:does|do|did) (?:it|that|things|your time|the time|the money|the day) (?:hurt|let|go|fall|break|slip|get stuck))",
        ),
        ("how", r"^how\b"),
        ("whether", r"^(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|any|anyone|ever|you)\b"),
    )
)
_WORDY = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    " twenty thirty forty fifty sixty seventy eighty ninety hundred thousand lakh million half quarter third fifth once twice dozen"
)
_FIGURE = re.compile(rf"\d|\b(?:{'|'.join(_WORDY.split())})\b", re.I)
_TIME = re.compile(
    r"\d:\d\d|\b(?:second|minute|hour|day|night|morning|evening|noon|week|weekend|month|quarter|year|spring|summer|autumn|fall|winter"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|christmas|easter|thanksgiving|always|never|seldom|ago|since|past|o'clock)s?\b",
    re.I,
)
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]{2,}|\b(?:I|me|we|my|our|nobody|everybody|everyone|mine)\b", re.M)
_PLACE = re.compile(
    r"\b(?:in|at|on|from|under|behind|next to|upstairs|downstairs|here|there|outside|inside|by the)\b", re.I
)
_GIVES = {
    "who": (_NAME,), "many": (_FIGURE,), "much": (_FIGURE,), "long": (_FIGURE, _TIME), "often": (_FIGURE, _TIME),
    "when": (_TIME,), "where": (_PLACE,),
}  # fmt: skip
BOTH = 0.5
"""What a line earns for having some of the several things an answer of that kind holds, beside all of them."""
KIND = 1.5
"""What giving the kind of answer asked for is worth beside a word of the question."""


@lru_cache(maxsize=4096)
def wanted(text: str) -> str:
    """The kind of answer a message asks for: "who", "many", "often", "if", "whether" and so on, "" for any other."""
    last = re.split(r"(?<=[.!?])\s+", text.strip())
    question = next((part for part in reversed(last) if part.endswith("?")), text)
    plain = LED.sub("", question.strip())
    return next((kind for kind, pattern in _KINDS if pattern.search(plain)), "")


@lru_cache(maxsize=8192)
def gives(line: str, kind: str) -> float:
    """How far (0-1) a line holds what an answer of that kind does; 0 for kinds that any line may answer."""
    signs = _GIVES.get(kind, ())
    found = sum(bool(sign.search(line)) for sign in signs)
    return 0.0 if not found else 1.0 if found == len(signs) else BOTH


def fitting(lines: Sequence[str], said: str) -> list[str]:
    """Those of the lines that hold most of what was asked, all where they are alike."""
    if len(lines) < 2 or "?" not in said:
        return list(lines)
    asked, kind = frozenset(content(words_of(said))), wanted(said)
    worth = [KIND * gives(line, kind) + len(asked & _words(line)) for line in lines]
    return [line for line, value in zip(lines, worth, strict=True) if value == max(worth)]


@lru_cache(maxsize=4096)
def _words(line: str) -> frozenset[str]:
    return frozenset(content(words_of(line)))
