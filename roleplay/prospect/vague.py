"""What sort of vague answer fits a question, told from its first words: for what they have no fact about.

"Not every week" answers "how often", "some do, some don't" answers "do the guards", and neither answers "how do you
decide". So every form of question has answers of its own, and one that fits none is owned as not known.
"""
# ruff: noqa: E501 - tables with one row a line

from __future__ import annotations

import re
from functools import lru_cache

from roleplay.prospect import wanted

_FORMS = tuple(
    (shape, re.compile(pattern, re.I))
    for shape, pattern in (
        ("feel", r"\bhow (?:do|does|did|are|is|would) [\w' ]{1,40}? (?:feel|like|find(?! out)|put up|cope|bear|take to|taken? it)\b|\bwhat (?:do|did|would) you (?:think|make|feel)\b|\bwhat(?:'s| is| was) it like\b|\bhow (?:happy|comfortable|worried|sure) are you\b|\b(?:do|would) you (?:like|enjoy|mind|worry)\b"),
        ("wish", r"\bwhat would you (?:do with|change|fix|pick|choose|rather)\b|\bif you (?:could|had)\b|\b(?:magic wand|in an ideal|one thing you)\b"),
        ("often", r"\bhow (?:often|frequently|regularly|many times)\b"),
        ("since", r"\bhow (?:long|old|far)(?: has| have| had)\b(?! it tak)|\bhow old\b|\bhow long (?:is|are) (?:your|the) (?:contract|deal|agreement|lease|term)"),
        ("when", r"\bhow (?:early|late)\b"),
        ("long", r"\bhow (?:long|quick\w*|fast|soon|old|far|many (?:hours|minutes|days|weeks|months|years))\b"),
        ("if", r"\bwhat would (?:happen|[\w' ]{1,30}? do)\b|^(?:if|suppose|say|what if)\b|\bif\b.*\bwould\b|\bwould\b.*\bif\b"),
        ("happens", r"\bwhat happens?\b|\bwhat (?:do|does|will) [\w' ]{1,30}? (?:do|happen) (?:if|when|then|about|once|after)\b"),
        ("much", r"\bhow much\b|\bwhat (?:do|did|does|would|are) (?:[\w']+ ){1,3}?(?:pay|cost|spend|charge)\b"),
        ("many", r"\bhow (?:many|big|full|large)\b|\bwhat (?:percentage|share|proportion)\b"),
        ("which", r"\b(?:which|what kind|what sort|what part)\b|\bwhat(?:'s| is| was) the (?:\w+ )?(?:worst|hardest|best|biggest|most|toughest|trickiest)\b|\bwhat (?:worries|bothers|annoys|frustrates|keeps) you\b"),
        ("who", r"\bwho(?:'s|se|'d|m)?\b"),
        ("was", r"\bwhen (?:was|were|did)\b|\bwhen's the last\b"),
        ("when", r"\bwhen (?:do|does|is|are|will|would|can)\b|\b(?:what|which) (?:time|day|month)\b|^when's\b"),
        ("where", wanted.WHERE),
        ("why", r"\bwhy\b|\bhow come\b|\bwhat (?:made|makes) (?:you|them|him|her)\b"),
        ("came", r"\bhow (?:did|was|were|has|have)\b"),
        ("how", r"\bhow\b"),
        ("ever", r"^(?:have|has|had|did)\b|^(?:do|does|is|are) .*\bever\b"),
        ("do", r"^(?:do|are) you\b|^(?:can|could|would|will) you\b"),
        ("some", r"^(?:do|are|were)\b"),
        ("does", r"^(?:does|is|was|can|could|will|would|any)\b"),
    )
)  # fmt: skip
_EITHER = re.compile(
    r"\b(?:is|are|do|does) (?:it|that|they|you|there|this)\b[^?]*\bor (?!not\b|so\b|two\b|three\b|more\b|less\b|any\w*|something\b|what\b)",
    re.I,
)
"""Lets them choose: what fits is "a bit of both", not yes or no."""
_MEASURED = re.compile(r"(?:how (?:many|much|often|long|old|big|far)|when|where|why)\b", re.I)
"""Begins a question that has a form of its own, whatever it lets them choose between."""
EITHER = "either"
SHAPES = (EITHER, *dict.fromkeys(shape for shape, _ in _FORMS))
"""The shapes of a vague answer, as `prompts/acts/brief.j2` has lines for them."""
MARK = "vague:"
"""Begins the mark of a reading that says which of them fits its question."""


@lru_cache(maxsize=4096)
def shape(text: str) -> str:
    """The shape of the vague answer that fits a question, or "" where none does."""
    plain = wanted.LED.sub("", wanted.question_of(text).strip())
    if _EITHER.search(plain) and not _MEASURED.match(plain):
        return EITHER
    found = [(match.start(), place) for place, (_, form) in enumerate(_FORMS) if (match := form.search(plain))]
    return _FORMS[min(found)[1]][0] if found else ""
