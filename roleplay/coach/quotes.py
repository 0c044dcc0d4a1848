"""The rep's own words, and the proof that they are theirs."""

from __future__ import annotations

import re
import unicodedata

WORDS = 18
"""The most words a quote is cut to."""
CAP = 4000
"""Letters of a message that are looked at for a quote."""
MARKS = str.maketrans(dict.fromkeys('"“”„«»‘’‚`´', "'"))
_QUOTED = re.compile(r"['‘](.{6,}?)['’](?=[\s,:;.]|$)")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")


def fold(text: str) -> str:
    """The text with case, quote marks, white space and unprintable characters out of the way."""
    plain = unicodedata.normalize("NFKC", text).translate(MARKS)
    return " ".join("".join(mark if mark.isprintable() else " " for mark in plain).casefold().split())


def quoted(quote: str, said: str) -> bool:
    """Whether the quote stands in what was said, word for word; a quote may not begin or end inside a word."""
    needle, text = fold(quote), fold(said)
    at = text.find(needle) if needle else -1
    while at >= 0:
        end = at + len(needle)
        if not (_inside(text, at, needle[0]) or _inside(text, end, needle[-1])):
            return True
        at = text.find(needle, at + 1)
    return False


def _inside(text: str, at: int, edge: str) -> bool:
    """Whether the cut at `at` falls between two letters of one word."""
    return 0 < at < len(text) and edge.isalnum() and text[at - 1].isalnum() and text[at].isalnum()


def cut_short(quote: str, said: str) -> str:
    """The quote with an ellipsis at its end where what was said goes on inside the sentence."""
    text, needle = fold(said), fold(quote)
    rest = text[text.find(needle) + len(needle) :] if needle and needle in text else ""
    return f"{quote} …" if rest and quote[-1:].isalnum() and any(map(str.isalnum, rest)) else quote


def excerpt(said: str, *, asking: bool = False, cue: str = "") -> str:
    """The part of a message worth quoting: all of a short one, else one sentence, cut after a few words.

    `cue` is what the message was read from; the sentence that holds the words it quotes comes first.
    """
    text = " ".join("".join(mark if mark.isprintable() else " " for mark in said[:CAP]).split())
    if len(text.split()) <= WORDS:
        return text
    sentences = [found.strip() for found in _SENTENCE.findall(text)] or [text]
    questions = [sentence for sentence in sentences if sentence.endswith("?")]
    best = questions[-1] if asking and questions else max(sentences[:3], key=lambda sentence: len(sentence.split()))
    told = next((sentence for sentence in sentences for words in _QUOTED.findall(cue) if quoted(words, sentence)), best)
    return _cut(told)


def _cut(sentence: str) -> str:
    """The beginning of a long sentence, up to a comma where one stands late enough."""
    words = sentence.split()
    if len(words) <= WORDS:
        return sentence
    ends = [place for place in range(WORDS // 2, WORDS) if words[place][-1] in ",;:"]
    return " ".join(words[: ends[-1] + 1]).rstrip(",;:") if ends else " ".join(words[:WORDS])
