"""Finer kinds of a prospect's line, beside what it does: polite, clipped, hesitant, sarcastic, referral, condition."""
# ruff: noqa: E501 - word lists

from __future__ import annotations

import re
from collections.abc import Sequence

from roleplay.model import Reply

_PATTERNS = {
    "polite": (
        r"please|kindly|thank(?:s| you)(?! for calling)|sorry|regret(?:tably|fully)?|appreciate[ds]?|grateful|i am afraid|im afraid|with respect|forgive|"
        r"be advised|would you mind|kind of you|nice of you|good of you|you are requested|i request|indeed|pleased to|much obliged|"
        r"most welcome|by all means|not in the least|none whatsoever|if you would|so kind|very kind|perusal|lovely (?:offer|work)|sweet to ask"
    ),
    "referral": (
        r"(?:talk|speak|write|call|ring|email|try|ask|contact|see|want|meet|phone|get hold of)(?: to| with)?(?: \w+){0,3} "
        r"(?:who|hes|shes|she|he|instead|in (?:finance|operations|procurement|legal|hr|it|accounts)|does (?:all )?(?:his|her|that|the)|"
        r"handles|looks after|runs|decides|picks|the practice manager|dispatcher)|(?:youd|you) (?:want|need|be better off)(?: with| talking to)? \w+|"
        r"put you (?:on|through|in touch)|introduc(?:e|ing) you|introing you|the (?:person|one) (?:you want|to ask)|have a word with|talk to my"
    ),
    "condition": (
        r"if (?!i may|you dont mind|im honest|that is okay|i am|anything|i do|the chance)(?:\w+ ){1,9}?(?:then|ill|well|id|we can|we could|im in|yes)|as long as|so long as|"
        r"provided|providing|on condition|only if|unless|first (?:show|send|you)|not (?:before|until|till)|nothing else|and we can talk|then we (?:talk|speak|can)|without that|if you can stand"
    ),
    "sarcastic": (
        r"einstein|sherlock|course you (?:will|do|are|would)|only he says|big talk|famous last words|good luck with that|pull the other|oh brilliant|"
        r"how long is a piece of string|(?:yes|oh|sure) right|cheque is in the post|in your dreams|very funny|how generous|arent you (?:clever|kind)|"
        r"what a surprise|tell me another|is that so|of which year|count me out pal|makes the tea"
    ),
}  # fmt: skip
_COMPILED = {name: re.compile(rf"\b(?:{pattern})\b") for name, pattern in _PATTERNS.items()}
_WAVERS = re.compile(
    r"\b(?:i guess|i suppose|suppose|dunno|not sure|maybe|probably|i think|hmm+|er+m?|um+|uh+|sort of|kind of|should be|i mean|dont know)\b"
)
_TRAILS = re.compile(r"\.\.\.|…|\b(?:h+m+|e+h+m?|u+m+|u+h+|e+r+m?)\b[,. ]", re.IGNORECASE)
CLIPPED = 5
"""A line of so many words, and with no more than three letters a word over, is clipped."""


def modifiers_of(text: str, words: Sequence[str], others: Sequence[Reply]) -> tuple[str, ...]:
    """The finer kinds, then the labels of other things the line also does."""
    folded = " ".join(words)
    found = [name for name, pattern in _COMPILED.items() if pattern.search(folded)]
    if 0 < len(text.split()) <= CLIPPED and "polite" not in found and not text.rstrip().endswith(("...", "…")):
        found.append("clipped")
    if _TRAILS.search(text) or (len(words) <= 12 and _WAVERS.search(folded)):
        found.append("hesitant")
    return (*found, *(reply.value for reply in others))
