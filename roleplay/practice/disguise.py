"""Questions in the dress of a no-oriented one: what no would really mean, or why no is not free to say."""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

import re

TRAP = "a no here would mean yes, buy: that is a trap question"
_AUX = r"(?:is|are|was|were|do|does|did|have|has|had|will|would|wo|can|could|should|shall)"
_DISGUISES = tuple(
    (re.compile(pattern, re.IGNORECASE), reason)
    for pattern, reason in (
        (
            r"\b(?:mad|crazy|daft|silly|foolish|stupid|mistake|shame|pity|waste|ridiculous|bad idea|against|regret|hate)\b"
            r"(?:\s\w+){0,5}?\s(?:turn(?:ing)? down|miss(?:ing)?(?: out)?|pass(?:ing)? (?:up|on)|walk(?:ing)? away|let(?:ting)? (?:this|it) (?:go|slip)"
            r"|say(?:ing)? no|wait(?:ing)? any longer|not to|ignor(?:e|ing)|los(?:e|ing) out)\b",
            TRAP,
        ),
        (
            r"\b(?:any|a|one|some)(?:thing| reason)\b.{0,30}\b(?:stop(?:ping)?|not (?:to )?(?:go|sign|start|book|order)|keep(?:ing)? you from)\b",
            TRAP,
        ),
        (
            rf"^\W*(?:you|it|that|there|they|nobody|no one|nothing|so)\b.*,\s*{_AUX}(?:n['’]?t)?\s(?:you|it|they|we|he|she|that|there)\b\W*$",
            "a statement with a tag: it asks them to agree with you",
        ),
        (
            r"\b(?:would|do|d['’]?you|you) ?(?:you )?mind (?:just |maybe |possibly )?(?!if\b|my\b|me\b)\w+ing\b",
            "a polite request: the no it asks for is a yes to what you want",
        ),
        (
            r"\b(?:forgotten|forget|after) (?:about )?(?:all|everything|how (?:much|hard))\b.{0,40}\b(?:i|we)\b"
            r"|\b(?:all the|so much) (?:work|time|effort|trouble)\b.{0,20}\b(?:i|we)\b",
            "it makes them feel they owe you: no is not free to say",
        ),
    )
)
_FOR_YES = re.compile(
    r"^\W*(?:(?:so|ok|okay|right|well|great|perfect|and|then|now|sir|madam|mate|hi|hello|look|\w+,)\W+){0,3}"
    r"(?:shall (?:i|we)|can (?:i|we|you)|could (?:i|we|you)|will|if|am i right|is it (?:all right|alright|ok|okay|fine)"
    r"|is that (?:all right|alright|ok|okay|fine|good)|do you agree|you agree|have you thought|what|how|why|when|which|who"
    r"|is there (?:anything|something) else|is it just|is the decision)\b",
    re.IGNORECASE,
)
"""Beginnings whose cooperative answer is yes, or to which neither yes nor no is an answer."""


def disguised(text: str) -> str:
    """Why no is not what it seems in this message, or "" where nothing is wrong with it."""
    return next((reason for pattern, reason in _DISGUISES if pattern.search(text)), "")


def out_for_yes(text: str) -> bool:
    """Whether a message begins as questions begin that are out for a yes, or is no question at all."""
    return "?" not in text or bool(_FOR_YES.search(text))
