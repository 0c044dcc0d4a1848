"""Sentences that carry nothing: what a message does is in its other sentences, so these are not listened to."""

from __future__ import annotations

import re

from roleplay.listener.words import sentences_of

SHORTEST, LONGEST = 4, 20
"""Words a sentence has to have to be left out: a shorter one may be a nod, a longer one is talk of its own."""
MOST = 2
"""Sentences of one message that are overlooked: one before what is meant and one after. More is how somebody talks."""
_WORD = re.compile(r"[\w'’]+")
_NOTHING_WORDS = """
a about actually all am an and anyhow anyway as at back basically be bear been being bit by day did end er erm for go
goes going guess had hang have here hm hmm how i i'd i'll i'm i've if in is it it's its just kind kinda know let like
literally little lost lot loud me mean minute moment my now of off oh ok okay on one or out put really right said say
saying sec second see shall so some somehow something sort sorta stuff suppose that that'd that's the then there
there's thing things think thinking this thought thread tick to train truth uh um up us usual was way we well were what
what's where where's which while with wondering words yeah you'll
"""
_NOTHING = frozenset(_NOTHING_WORDS.split())
"""Words a sentence may be made of and say nothing; "you" only in "you know" and its like."""
_YOU_KNOW = re.compile(r"\b(?:you (?:know|see)|there you go)\b")


def without_filler(text: str) -> str:
    """The message without sentences that carry nothing, or as it is where nothing else stands in it."""
    sentences = sentences_of(text)
    empty = [sentence for sentence in sentences if carries_nothing(sentence)][:MOST]
    if len(empty) == len(sentences):
        empty = empty[:-1]
    for sentence in empty:
        text = text.replace(sentence, " ", 1)
    return text.strip()


def carries_nothing(sentence: str) -> bool:
    """Whether a sentence asks nothing, tells nothing and answers nothing."""
    if "?" in sentence:
        return False
    plain = _YOU_KNOW.sub("so", sentence.lower().replace("’", "'"))
    words = _WORD.findall(plain)
    return SHORTEST <= len(words) <= LONGEST and _NOTHING.issuperset(words)
