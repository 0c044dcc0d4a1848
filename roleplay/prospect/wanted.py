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

PARTICULAR = frozenset({"who", "many", "much", "long", "often", "when", "was", "where"})
"""Kinds of question that one answer fits and no other: the next thing they know on the topic is none."""
LED = re.compile(
    r"^(?:(?:and|so|but|or|well|okay|right|then|now|morning|hi|hello|hey|thanks?|honestly|roughly|just"
    r"|(?:can|could|may) i (?:just )?ask(?: you)?|(?:do|can|could|would) you (?:know|say|remember|tell me)(?= (?:who|what|when|where|which|how|why)\b)"
    r"|(?:can|could|would|will|might) you (?:please |maybe |just |perhaps )?(?:paint|walk|talk|take|tell|show|describe|explain|give|help|share)"
    r"|if (?:you don't mind(?: me asking| my asking)?|i may(?: ask)?|i might(?: ask)?))\b[\s,]*)+",
    re.I,
)
WHERE = (
    r"(?<!from )\bwhere\b(?! (?:\w+ )?(?:does|do|did|are|is) (?:[\w' ]{1,30}? )?(?:hurt|let|fall|break|slip|pinch|get stuck|stuck|struggl\w+"
    r"|(?:com|go)(?:e|es|ing)? (?:unstuck|undone|wrong|apart|short)|(?:your|the|most of the|all the) (?:time|money|day|effort)s? go))"
)
"""Asks for a place; "where does it come unstuck" and "from where you sit" do not."""
_POLITE = re.compile(
    r",? \bif (?:you (?:would|will|like|please|can|could|don't mind(?: me asking| my asking)?|wouldn't mind|have a (?:moment|second|minute)|ask me)"
    r"|i may|i might|that's (?:all right|alright|okay|ok|fine)|it's not a secret|possible)\b(?: with you)?(?=[.?!,]*$)",
    re.I,
)
"""Manners at the end of a question, and no part of what it asks."""
TAIL = 2
"""Words of the longest tail of a question."""
_KINDS = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("if", r"^(?:if|suppose|say)\b.*\?|\bwhat would you (?:do|change|pick|like)\b|\bif you (?:could|had|were)\b"),
        ("often", r"\bhow (?:often|frequently|regularly|many times)\b"),
        ("long", r"\bhow (?:long|quick\w*|fast|soon|old|far back|many (?:hours|minutes|days|weeks|months|years))\b"),
        ("much", r"\bhow much\b|\bwhat (?:do|did|does|would|are) (?:you|it|they|\w+ing) (?:pay|cost|spend|charge)"),
        ("many", r"\bhow (?:many|big|full|large|far off)\b|\bwhat (?:percentage|share|proportion)\b"),
        ("who", r"\bwho(?:'s|se|'d|m)?\b|\bwhich of (?:you|them|the two)\b"),
        ("was", r"\bwhen (?:was|were|did)\b|\bwhen's the last\b"),
        (
            "when",
            r"\bwhen (?:do|did|does|is|are|was|were|would|will)\b|\b(?:what|which) (?:time|day|month)\b|^when's\b",
        ),
        ("where", WHERE),
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
_COUNT = rf"(?:\d[\d,.]*|{'|'.join(_WORDY.split()[1:])}|a|an|half an?|couple of|few|several|most|whole)"
_UNIT = r"(?:second|minute|hour|day|night|morning|week|month|quarter|year|winter|summer|season)s?\b"
_SPAN = re.compile(
    rf"(?:\b(?!an?\b){_COUNT}|\bone)(?: \w+){{0,2}}?[ -]{_UNIT}"
    rf"|(?:^|\b(?:takes?|took|for|in|about|nearly|almost|over|under|within|of|is|was|good|[.,;:]) )an? (?:\w+ )?{_UNIT}"
    r"|\b(?:since|ago|until|till|so far|overnight|all (?:day|night|week|winter)|never (?:long|ends)|straight away|at once|same day)\b|\b(?:19|20)\d\d\b",
    re.I,
)
"""How long something takes or has lasted."""
_RATE = re.compile(
    r"\b(?:every|each|per|daily|weekly|monthly|yearly|nightly|always|never|seldom|rarely|mostly|sometimes|often|now and then|(?<!at )once|twice"
    r"|times|(?:mon|tues|wednes|thurs|fri|satur|sun)days|in (?:a|the) (?:hundred|thousand|row)|percent|per cent)\b"
    rf"|\b(?:{_COUNT}|one)\b(?: [\w'-]+){{0,4}} (?:a|an|last|this|every|in a) (?:\w+ )?(?:day|night|week|month|quarter|year|winter|season|shift|milking)"
    r"|\bone (?:\w+ )?in \w+|\b\w+ (?:day|week|month|year)s? (?:back|ago|apart)\b|\b(?:second|third|first|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.I,
)
"""How often something is so."""
_AMOUNT = re.compile(
    rf"{_FIGURE.pattern}|\b(?:none|nothing|nobody|all|most|dozens?|couple|few|pence|free|cheapest|every)\b", re.I
)
_PAST = re.compile(
    r"\b(?:ago|back|last|since|yesterday|never|not yet|this (?:morning|week|month|year)|(?:19|20)\d\d|(?:in|on|at|by) (?:the )?(?:january|february"
    r"|march|april|may|june|july|august|september|october|november|december|christmas|easter|spring|summer|autumn|fall|winter|new year))\b",
    re.I,
)
"""When something was."""
_GIVES = {
    "who": (_NAME,), "many": (_FIGURE,), "much": (_FIGURE,), "long": (_FIGURE, _TIME), "often": (_FIGURE, _TIME),
    "when": (_TIME,), "was": (_TIME,), "where": (_PLACE,),
}  # fmt: skip
_MUST = {
    "many": _AMOUNT,
    "much": _AMOUNT,
    "long": _SPAN,
    "often": _RATE,
    "when": _TIME,
    "was": _PAST,
    "where": _PLACE,
    "who": _NAME,
}
_TAKES = re.compile(
    r"\bhow (?:long|quick\w*|fast|soon|many (?:minutes|hours|days))\b.*\b(?:take|takes|spend|spends|sit|sits|wait|waits|get|before|between|until)\b",
    re.I,
)
"""Asks how long a thing goes on that is over soon: years are no answer."""
_SOON = re.compile(
    r"\b(?:second|minute|hour|day|night|morning|evening|week|month)s?\b|\b(?:overnight|straight away|at once|never)\b",
    re.I,
)
BOTH = 0.5
"""What a line earns for having some of the several things an answer of that kind holds, beside all of them."""
KIND = 1.5
"""What giving the kind of answer asked for is worth beside a word of the question."""


@lru_cache(maxsize=4096)
def question_of(text: str) -> str:
    """The last question of a message, tails such as "four?" left out, or all of it where none is marked as one."""
    parts = [part for part in re.split(r"(?<=[.!?])\s+", text.strip()) if part.endswith("?")]
    whole = [part for part in parts if len(part.split()) > TAIL]
    return _POLITE.sub("", (whole or parts or [text])[-1])


@lru_cache(maxsize=4096)
def wanted(text: str) -> str:
    """The kind of answer a message asks for: "who", "many", "often", "if", "whether" and so on, "" for any other."""
    plain = LED.sub("", question_of(text).strip())
    found = [(match.start(), place) for place, (_, sign) in enumerate(_KINDS) if (match := sign.search(plain))]
    return _KINDS[min(found)[1]][0] if found else ""  # "how do you decide how many" asks how


@lru_cache(maxsize=8192)
def gives(line: str, kind: str) -> float:
    """How far (0-1) a line holds what an answer of that kind does; 0 for kinds that any line may answer."""
    signs = _GIVES.get(kind, ())
    found = sum(bool(sign.search(line)) for sign in signs)
    return 0.0 if not found else 1.0 if found == len(signs) else BOTH


@lru_cache(maxsize=8192)
def holds(line: str, kind: str) -> bool:
    """Whether a line can answer a question of a kind at all: "how often" wants more than a figure with a day in it."""
    return kind not in _MUST or bool(_MUST[kind].search(line))


def in_time(line: str, question: str) -> bool:
    """Whether a line can say how long something takes, where that is what was asked."""
    return not _TAKES.search(question) or bool(_SOON.search(line))


def fitting(lines: Sequence[str], said: str) -> list[str]:
    """Those of the lines that hold most of what was asked, all where they are alike."""
    if len(lines) < 2 or "?" not in said:
        return list(lines)
    asked, kind = frozenset(content(words_of(said))), wanted(said)
    worth = [KIND * (gives(line, kind) + holds(line, kind)) + len(asked & _words(line)) for line in lines]
    return [line for line, value in zip(lines, worth, strict=True) if value == max(worth)]


@lru_cache(maxsize=4096)
def _words(line: str) -> frozenset[str]:
    return frozenset(content(words_of(line)))
