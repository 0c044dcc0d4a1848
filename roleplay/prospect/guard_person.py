"""Whether it is the prospect who speaks: not the seller, a helper, a coach or a machine, and in the call's language."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from roleplay.listener.words import words_of
from roleplay.model import Act
from roleplay.prospect import script
from roleplay.prospect.scene import Scene

_SPEAKERS = {
    "model: machine": (
        r"(?:as|i'm|i am|i'm just|i am just) an? (?:ai|assistant|language model|bot|chatbot|virtual)\b",
        r"language model|system prompt|open ?ai\b|chat ?gpt|role-?play|(?:stay|break)(?:ing)? (?:in )?character",
        r"my (?:training|programming|guidelines|instructions|prompt)\b|(?:the|this) (?:persona|simulation)\b",
        r"i(?:'m sorry,?(?: but)? i)? (?:can't|cannot|am unable to) (?:assist|comply|fulfil|engage|help with that)",
    ),
    "role: helper": (
        r"how (?:can|may) i (?:help|assist|support) you|(?:happy|glad|here) to (?:help|assist)|feel free to",
        r"let me know (?:if|how|what)|is there anything (?:else|specific)|hope (?:this|that) helps",
        r"(?:here's|here is) (?:a|the|my|your) (?:response|reply|answer|line)|what would you like me to",
    ),
    "role: seller": (
        r"i(?:'m| am) (?:calling|reaching out|getting in touch) (?:from|about|because|to|on behalf)",
        r"(?:let me|i'd love to) show you|(?:can|could) i interest you|reason (?:for my|i'm) call",
        r"(?:i|we) (?:can|could) (?:offer|save|show|help) you (?!the\b)",
        r"our (?:solution|platform|product|software|tool|service) (?:can|could|will|would|helps|offers|lets|gives)",
        r"would you be (?:open to|interested)|your (?:biggest|current|main) (?:challenge|pain point)",
        r"we help (?:companies|businesses|teams|people)",
    ),
    "role: coach": (
        r"(?:great|excellent) question|(?:great|good|excellent|nice) (?:technique|approach|opener|label|mirror)\b",
        r"no-oriented|calibrated question|active(?:ly)? listening|your (?:score|technique)\b",
        r"try (?:asking|saying|to ask)|as a (?:salesperson|sales rep|seller)",
    ),
}
_PATTERNS = {reason: re.compile(rf"\b(?:{'|'.join(ways)})") for reason, ways in _SPEAKERS.items()}

RUN = 5
"""So many words in a row that stand on the card are no accident."""
_PROMISE = re.compile(
    r"\b(?:i'll|we'll|i will|we will|i'm going to|let me|let's) (?:\w+ )?"
    r"(book|order|buy|sign|pay|start|schedule|meet|switch|commit|set (?:it|that|something) up|put you (?:in|down))\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:'\w+)?")
_MAY_PROMISE = frozenset({Act.COMMITMENT_YES, Act.COUNTER_PLAN, Act.CONDITIONAL_YES})
_TURNED = re.compile(r"\b(?:not|never|if|unless|until|\w+n't)\b")

_ENGLISH = frozenset(
    ["the", "a", "i", "you", "it", "is", "we", "that", "of", "and", "to", "in", "not", "for", "my", "have"]
)
_FOREIGN = tuple(
    frozenset(words.split())
    for words in (
        "el la los las que es un una por para con pero muy usted como estoy nosotros gracias sí",
        "le la les des est que je vous nous pas une un pour avec mais dans suis merci c'est oui",
        "der die das ist und ich nicht ein eine wir sie mit auf für aber bin habe danke ja nein",
        "il lo che non un una per con ma sono siamo grazie di è della sì questo abbiamo",
        "o os que não é um uma para com mas você nós obrigado sim estou isso da",
        "nie jest i się że na mam pan pani dziękuję tak ale z dla proszę",
        "de het een niet ik je en dat met op maar voor zijn dank heb nee",
    )
)
"""Small words of languages a model is likely to slip into."""


def person_faults(text: str, scene: Scene) -> list[str]:
    """Why the line is not the prospect's own: "role: seller", "model: machine", "promise: book", "language"."""
    lower = text.lower()
    found = [reason for reason, pattern in _PATTERNS.items() if pattern.search(lower)]
    if scene.cue.act not in _MAY_PROMISE and scene.cue.shape != "won":
        found += _promises(lower)
    if _reads_the_card(text, scene):
        found.append("model: card")
    if _foreign(text, scene):
        found.append("language")
    return found


def _reads_the_card(text: str, scene: Scene) -> bool:
    """Whether a run of words in the line is the card's, or a fact's as the card puts it: "you lost two drivers"."""
    theirs = _runs(" ".join((scene.said, *script.own_words(scene))))
    told = frozenset[tuple[str, ...]]().union(*map(_runs, script.may_use(scene)))
    as_put = {run for run in told if {"you", "your", "youre"} & set(run)}  # only in these it is the card that speaks
    return bool(_runs(text) & ((_runs(script.card(scene)) - told | as_put) - theirs))


@lru_cache(maxsize=1024)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = words_of(text)
    return frozenset(tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def _promises(lower: str) -> list[str]:
    found: list[str] = []
    for clause in re.split(r"[.!?;…]\s|,\s", lower):
        promise = _PROMISE.search(clause)
        if promise and not _TURNED.search(clause):
            found.append(f"promise: {promise.group(1).split()[0]}")
    return found


def _foreign(text: str, scene: Scene) -> bool:
    """Whether the line is in a script the persona does not use, or in another language than English."""
    own = "".join((scene.persona.name, scene.opening, *scene.persona.speaks))
    if {_script(char) for char in text if char.isalpha()} - {_script(char) for char in own if char.isalpha()}:
        return True
    words = _WORD.findall(text.lower())
    strange = max(sum(word in small for word in words) for small in _FOREIGN)
    return strange >= 3 and strange > sum(word in _ENGLISH for word in words)


@lru_cache(maxsize=1024)
def _script(char: str) -> str:
    """The script of a letter, by the first word of its name: LATIN, CYRILLIC, CJK..."""
    return unicodedata.name(char, "?").split(maxsplit=1)[0]
