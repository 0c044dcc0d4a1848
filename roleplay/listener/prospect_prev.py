"""What the line being answered asked for: whether "no" refuses or consents hangs on it."""
# ruff: noqa: E501 - word lists

from __future__ import annotations

import re
from collections.abc import Sequence

from roleplay.listener.words import sentences_of, words_of

_WHEN_NO_IS_FINE = (
    r"(?:bad|terrible|awful|worst|wrong|rotten|poor|inconvenient|rubbish|lousy|tricky|horrible|awkward) (?:possible )?(?:time|moment|idea|day|thing|place)",
    r"(?:am i|are we|have i|did i|is this|not|im) (?:\w+ )?(?:interrupting|disturbing|bothering|intruding|imposing|disturb|interrupt|ruining|keeping|holding|"
    r"taking|catching|caught|rung|called|lost|confused|missed|overstep\w*|annoyed|boring|way off|off base|wrong|mistaken)",
    r"\bmind (?:if|me|my|holding|us|telling|sharing|a|one)|do you mind|would you mind|you mind$|any (?:objections?|problems?|issues?|harm)|have any objection|do you object|object to",
    r"\b(?:against|opposed|averse|put out|offended|out of the question|out of line|off base|off the mark|off the table|out of order|wide of the mark|too late|"
    r"too early|too soon|too much|a stretch|a bother|a nuisance|trouble you|bother you|put you off|hurt|kill you|hate it|dead in the water)\b",
    r"(?:would|is|am|will) (?:it|i|that|this|be)(?: \w+){0,4} (?:mad|crazy|ridiculous|absurd|silly|daft|stupid|unfair|unreasonable|cheeky|rude|nosy|awful|terrible|inappropriate|"
    r"wrong|pushy|presumptuous|odd|weird|unwelcome|foolish|bold|bananas|nuts|insane|outrageous|impertinent)",
    r"(?:given up|walked away|binned|abandoned|shelved|scrapped|dropped|ditched|ruled out|written off|gone off|lost interest|stopped|turned your back|thrown in the towel|cooled on|sick of|tired of|fed up)",
    r"(?:should|shall|want me to|ought|do you want me to|would you rather i|would you prefer i) (?:i |we )?(?:\w+ )?(?:stop|go|leave|quit|drop it|close|hang up|let you go|back off|get lost|shut up)",
    r"interrupting|disturbing|disturb you|^bad time",
)  # fmt: skip
_KINDS = {
    "fine": "|".join(_WHEN_NO_IS_FINE),
    "floor": r"(?:can|could|may|might|mind if|okay if|ok if|alright if|all right if|let) (?:i|me|we)\b(?: \w+){0,4} (?:minutes?|seconds?|sec|moment|ask|explain|say|tell|carry on|go on|share|continue|run|word|question|why)"
    r"|(?:quick|got a|have a|have you a|spare|free to|two) (?:sec|second|minutes?|moment|question|talk|chat|call|word)|is now (?:ok|okay|good|alright|a good)|good time|free to talk|caught you",
    "close": r"(?:shall|should|can|could|will|may|would) (?:i|we|you)\b(?: \w+){0,3} (?:put|book|sign|send|set|pencil|proceed|go ahead|start|close|draw|arrange|schedule|register|move|order|call|drop|pop|swing|"
    r"come|visit|quote|bring|hold|block|update|try|trial|take|keep|lock|get|run|join|confirm|fix|list|commit|agree|approve|activate|reserve|tempt|count|consider)"
    r"|(?:want|like|love|keen|ready|happy|up|open|interested|willing|prepared|able) (?:me |us |you |to |for |in |a |the |one)|are we (?:on|good|agreed|doing)|is that a (?:yes|no|deal)|do we have a deal|so what do you (?:think|reckon|say)"
    r"|in or out|go ahead|go with us|work with (?:me|us)|^keen|^thoughts|^so$|what do you say|will i (?:put|leave|send|do|run|take)|shall we",
    "next": r"(?:what|where|how|when|which|who)(?: \w+){0,5} (?:next|from here|leave us|path|handle|decide|decided|start|begin|first|try first|commit|proceed|take to|take|needed|would need|should happen|"
    r"get this past|put you down|day|date|doc|document|happens)|any word|start date|when (?:can|will|should|would|could) (?:i|we|you)",
    "who": r"\b(?:who|whos|whose|whom)\b", "what": r"\b(?:what|whats|which)\b", "how": r"\bhow\b|walk me through|tell me|talk me through",
    "when": r"\b(?:when|what time|how soon|how long)\b", "where": r"\bwhere\b", "many": r"\bhow (?:many|much|big|old|often|far)\b",
    "read": r"(?:sounds?|seems?|looks?|feels?|appears?)(?: \w+){0,2} (?:like|as|that|youre|you)|if i (?:have|understand|heard)|to (?:recap|sum|summarize|recapitulate)|its not(?: \w+){1,9} its|"
    r"not(?: \w+){1,6} (?:its|it is|but|just)|let me (?:see|make|check)|what im hearing|youre (?:worried|afraid|tired|torn|stuck)",
    "so_you": r"^(?:so|and|then|right|okay|yes)?,? ?(?:youre|youve|youd|you|your|its|it is|that|the|they|there)\b",
    "you": r"\b(?:you|your|youre|youve|youd|yours)\b", "we": r"\b(?:we|our|us|ours|weve|were|my|i|im|ill)\b",
    "check": r"^(?:so |and |sir |hi |hey )?(?:is|are|am|do|does|did|have|has|was|were|you|youve|youre|can|will)\b", "would": r"\b(?:would|wouldnt|might|could)\b",
    "tag": r"(?:isnt it|arent you|dont you|wouldnt you|right|correct|yes|no|is it|do they|doesnt it|am i right|eh)$", "amount": r"\d|percent|per (?:month|user|year|head)|deposit|price|rate|fee|cost",
    "people": r"\b(?:everyone|everybody|nobody|no one|people|customers|patients|anyone|one|nowadays|always|never|only)\b",
    "bye": r"follow up|again|next month|few months|call back|try you|loop back|keep in touch|number",
}  # fmt: skip
_PATTERNS = {name: re.compile(pattern) for name, pattern in _KINDS.items()}


def asked(prev: str | None) -> frozenset[str]:
    """What kinds of thing the line before is; {"nothing"} where there is none.

    "fine" is a question whose no lets the rep go on, "floor" asks to talk, "close" asks for a step, "next" asks for a
    plan, "read" names how things are for them; "statement" is anything that does not ask.
    """
    if not prev or not (words := words_of(prev)):
        return frozenset({"nothing"})
    parts = sentences_of(prev)
    last = " ".join(words_of(parts[-1]) if parts else words) or " ".join(words)
    kinds = {name for name, pattern in _PATTERNS.items() if pattern.search(last)}
    kinds.add("question" if _is_question(prev, words_of(last)) else "statement")
    if len(words) <= 4:
        kinds.add("short")
    return frozenset(kinds)


_OPENERS = frozenset(
    [
        "is",
        "are",
        "am",
        "do",
        "does",
        "did",
        "have",
        "has",
        "had",
        "was",
        "were",
        "can",
        "could",
        "will",
        "would",
        "shall",
        "should",
        "may",
        "might",
        "what",
        "whats",
        "which",
        "who",
        "whos",
        "when",
        "where",
        "how",
        "hows",
        "why",
        "any",
        "want",
        "ready",
        "keen",
        "whens",
        "wheres",
    ]
)


def _is_question(raw: str, words: Sequence[str]) -> bool:
    """Whether a line asks: by its mark, or by how it starts where nobody typed one."""
    return raw.rstrip().endswith("?") or bool(set(words[:2]) & _OPENERS)


def consents(kinds: frozenset[str]) -> bool:
    """Whether a no to this line lets the rep go on."""
    return "fine" in kinds
