"""Which facts hold what a question wants, whatever words they share with it.

A fact may share every word with a question and answer another: the staff list names everybody and not who keeps the
gate, the yards by size are not the yards by trouble. So what the question turns on has to stand in the fact.
"""

from __future__ import annotations

import re
from functools import lru_cache

from roleplay.listener.words import content, stem, words_of
from roleplay.persona import Persona
from roleplay.prospect import known, wanted

_MEASURES = frozenset(
    stem(word)
    for word in (
        "worst hardest biggest best most least longest busiest coldest quietest toughest slowest oldest easiest favourite"
        " favorite largest smallest main trouble worry worries harder worse better easier"
    ).split()
)
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
_KIND_OF = re.compile(r"\b(?:which|what (?:kind|sort) of|what part of) (?:of |the |your |those |two |five |is |are )*(?P<thing>[a-z]+)", re.I)
_ANY_WORDS = """
is are was were do does did has have had can will would runs run takes take makes make looks look handles handle deals deal
gets get goes go comes come keeps keep works work knows know does helps help else people person one ones thing things
way time day side end bit part kind sort system company software brings bring happens tends puts put decides decide
""" + "would'd should could might ends picks pick gives give tells tell says decision call say sees see covers cover minds mind leads"
_ANY = frozenset(stem(word) for word in _ANY_WORDS.split())
"""Verbs and things that any fact may be put in, whether it has the word or not."""


def recollection(text: str, kind: str, said: frozenset[str], who: Persona) -> frozenset[str]:
    """The facts that hold what a question wants: its kind of answer, the one who does it, the thing it picks out."""
    facts = known.of(who)
    turns_on = _turns_on(wanted.question_of(text))
    ranks = _MEASURES if _RANKS.search(text) and said & _MEASURES else frozenset()
    return frozenset(
        id
        for id in facts.holds(kind)
        if turns_on <= facts.bags[id] and (not ranks or ranks & facts.ranked[id])
    )


@lru_cache(maxsize=4096)
def _turns_on(question: str) -> frozenset[str]:
    """The word of a question that a fact has to have to answer it: what is done in "who ...", the thing in "which ..."."""
    found = [match[1] for sign in (_DOER, _KIND_OF) if (match := sign.search(question))]
    return frozenset(word for each in found for word in content(words_of(each))) - _ANY - known.EVERYDAY_STEMS
