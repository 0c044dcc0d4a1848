"""Which facts hold what a question wants, whatever words they share with it.

A fact may share every word with a question and answer another: the staff list names everybody and not who keeps the
gate, the yards by size are not the yards by trouble. So what the question turns on has to stand in the fact.
"""

# ruff: noqa: E501 - tables with one row a line

from __future__ import annotations

import re
from functools import lru_cache

from roleplay.listener.words import content, stem, words_of
from roleplay.persona import Persona
from roleplay.prospect import known, vague, wanted

_RANKING = """
worst hardest biggest best most least longest busiest coldest quietest toughest slowest oldest easiest favourite
favorite largest smallest main trouble worry worries harder worse better easier
"""
_MEASURES = frozenset(stem(word) for word in _RANKING.split())
"""Words that rank things: who asks which is worst is not answered by a list."""
_RANKS = re.compile(
    r"\b(?:which|what)\b.*\b(?:worst|hardest|biggest|best|most|least|longest|busiest|coldest|quietest|toughest|slowest"
    r"|easiest|harder|worse|easier|better)\b",
    re.I,
)
_DOER = re.compile(
    r"\bwho(?:'s| is| are| was)? (?:(?:actually|usually|normally|really|then|else|would|will|does|do|did|can|has|have|had"
    r"|gets?|to|be|it|that|you|they|in|of|here|there|the|all|ever|first|have|made|makes?) )*(?P<verb>[a-z]+)",
    re.I,
)
_KIND_OF = re.compile(
    r"\b(?:which|what (?:kind|sort) of|what part of) (?:of |the |your |those |two |five |is |are )*(?P<thing>[a-z]+)",
    re.I,
)
_COUNTED = re.compile(r"\bhow many (?:of |the |your |those )*(?P<thing>[a-z]+)", re.I)
_ABSENT = re.compile(
    r"\b(?:on (?:holiday|vacation|leave|her own|his own)|away|off sick|off ill|ill|sick|not (?:there|in))\b", re.I
)
"""Somebody is not there: what they do when they are is no answer."""
OTHERWISE = frozenset({"happens", "who", "where", "why", "many", "if"})
"""Forms of question that a fact listed for how often or how long does not answer."""
_MISSING_WORDS = """
away holiday vacation leave sick ill off cover without stand nobody
"""
_MISSING = frozenset(stem(word) for word in _MISSING_WORDS.split())
_ANY_WORDS = (
    """
is are was were do does did has have had can will would runs run takes take makes make looks look handles handle deals deal
gets get goes go comes come keeps keep works work knows know does helps help else people person one ones thing things
way time day side end bit part kind sort system company software brings bring happens tends puts put decides decide
"""
    + "would'd should could might ends picks pick gives give tells tell says decision call say sees see covers cover minds mind leads"
)
_ANY = frozenset(stem(word) for word in _ANY_WORDS.split())
"""Verbs and things that any fact may be put in, whether it has the word or not."""


def recollection(text: str, kind: str, said: frozenset[str], who: Persona) -> frozenset[str]:
    """The facts that hold what a question wants: its kind of answer, the one who does it, the thing it picks out."""
    facts = known.of(who)
    question = wanted.question_of(text)
    turns_on = _turns_on(question)
    form = vague.shape(text)
    absent = _MISSING if _ABSENT.search(text) else frozenset()
    ranks = _MEASURES if _RANKS.search(text) and said & _MEASURES else frozenset()
    return frozenset(
        id
        for id in facts.holds(kind)
        if turns_on <= facts.bags[id]
        and (kind != "long" or any(wanted.in_time(line, question) for line in facts.told[id]))
        and all(not words or words & facts.ranked[id] for words in (ranks, absent))
        and not (form in OTHERWISE and facts.only[id] and form not in facts.only[id])
    )


@lru_cache(maxsize=4096)
def _turns_on(question: str) -> frozenset[str]:
    """The word of a question that a fact has to have to answer it: what is done in "who ...", the thing in "which ..."."""
    found = [match[1] for sign in (_DOER, _KIND_OF, _COUNTED) if (match := sign.search(question))]
    return frozenset(word for each in found for word in content(words_of(each))) - _ANY - known.EVERYDAY_STEMS
