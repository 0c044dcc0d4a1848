"""A prospect line, with the line it answers, as numbers for the classifier."""
# ruff: noqa: E501 - word lists

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from roleplay.listener.prospect_classes import classed
from roleplay.listener.prospect_cues import ReplyCue
from roleplay.listener.prospect_cues_no import REFUSING
from roleplay.listener.prospect_cues_objection import OBJECTING
from roleplay.listener.prospect_cues_yes import AGREEING
from roleplay.listener.prospect_prev import asked
from roleplay.listener.spelling import mended
from roleplay.listener.words import clip, content, sentences_of, without_name, without_preface, words_of

CUES: tuple[ReplyCue, ...] = (*REFUSING, *OBJECTING, *AGREEING)
BY_NAME = {cue.name: cue for cue in CUES}
_MONEY = re.compile(r"[$£€₹]\s?\d|\d\s?(?:k\b|%|rs\b|usd|gbp|eur)|\b[rR]\s?\d")
_AUX = frozenset(
    {"do", "does", "did", "is", "are", "can", "could", "would", "will", "have", "has", "was", "were", "am", "may", "might", "should", "shall"}
)  # fmt: skip
_WH = frozenset(
    {"what", "whats", "who", "whos", "how", "hows", "when", "whens", "where", "wheres", "which", "why", "whose"}
)  # fmt: skip
_SUBJECT = frozenset(
    {"you", "it", "that", "they", "he", "she", "there", "i", "we", "ye", "u", "your", "the", "this", "anyone", "any", "a"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a line before it is judged: its folded words, those that matter of it and of the line before, what
    it answers, the cues found and their words.
    """

    words: tuple[str, ...]
    line: tuple[str, ...]
    before: tuple[str, ...]
    kinds: frozenset[str]
    cues: dict[str, str]
    features: dict[str, float]


def look(text: str, prev: str | None) -> Seen:
    """Everything the classifier and the rules go by."""
    text = clip(text)
    whole = words_of(text)[:120]
    words = without_preface([mended(word) for word in words_of(without_name(text))[:120]])
    kinds = asked(clip(prev) if prev else None)
    folded = " ".join(words)
    found = {cue.name: hit.group() for cue in CUES if (hit := cue.pattern.search(folded))}
    features: dict[str, float] = {}
    _add(features, _grams(words), 2.0)
    _add(features, _edges(words, whole), 2.0)
    _add(features, _inside(folded), 1.0)
    _add(features, (f"t:{stem}" for stem in content(words)), 1.5)
    _add(features, _last(text), 1.0)
    answered = words_of(clip(prev or ""))
    before = answered[-25:]
    _add(features, _before(before), 1.0)
    features.update(dict.fromkeys(_cue_features(found, text, folded), 0.6))
    features.update(dict.fromkeys(_shape(text, words, kinds, before), 0.5))
    return Seen(tuple(whole), tuple(words), tuple(answered), kinds, found, features)


def _add(features: dict[str, float], names: Iterator[str], weight: float) -> None:
    """The names as features that together weigh the same, however many there are."""
    unique = dict.fromkeys(names)
    if unique:
        features.update(dict.fromkeys(unique, weight / max(4, len(unique)) ** 0.5))


def _grams(words: Sequence[str]) -> Iterator[str]:
    kinds = classed(words)
    for prefix, row in (("w", ["^", *words, "$"]), ("g", ["^", *kinds, "$"])):
        for size in (1, 2, 3):
            for start in range(len(row) - size + 1):
                yield f"{prefix}:{' '.join(row[start : start + size])}"


def _edges(words: Sequence[str], whole: Sequence[str]) -> Iterator[str]:
    """How the line starts, with its preface and without, and how it ends, wherever its full stops are."""
    kinds = classed(words)
    for name, part in (("s", kinds[:4]), ("e", kinds[-6:]), ("sw", whole[:2]), ("ew", words[-8:])):
        for word in part:
            yield f"{name}:{word}"


def _last(text: str) -> Iterator[str]:
    """The last of several sentences: what a longer line comes to."""
    parts = sentences_of(text)
    if len(parts) > 1:
        row = ["^", *classed(words_of(parts[-1])[:40]), "$"]
        yield from (f"z:{word}" for word in row)
        yield from (f"z:{first} {second}" for first, second in pairwise(row))


def _inside(folded: str) -> Iterator[str]:
    """Pieces of words, so that a slip of the finger costs little."""
    for word in folded.split():
        if len(word) > 3:
            for start in range(len(word) - 2):
                yield f"i:{f'<{word}>'[start : start + 5]}"


def _before(words: Sequence[str]) -> Iterator[str]:
    kinds = classed(words)
    for word in words:
        yield f"p:{word}"
    for first, second in pairwise(kinds):
        yield f"p:{first} {second}"
    for word in kinds[:2]:
        yield f"ps:{word}"


def _cue_features(found: dict[str, str], text: str, folded: str) -> Iterator[str]:
    yield from (f"c:{name}" for name in found)
    by_label: dict[str, int] = {}
    for name in found:
        label = BY_NAME[name].reply.value
        by_label[label] = by_label.get(label, 0) + 1
    for label, count in by_label.items():
        yield f"n:{label}"
        if count > 1:
            yield f"n2:{label}"
        if count > 2:
            yield f"n3:{label}"
    parts = sentences_of(text)
    if len(parts) > 1:
        last = " ".join(words_of(parts[-1]))
        for cue in CUES:
            if cue.name in found and cue.pattern.search(last):
                yield f"l:{cue.reply.value}"


def _shape(text: str, words: Sequence[str], kinds: frozenset[str], before: Sequence[str]) -> Iterator[str]:
    size = len(words)
    band = (
        "1" if size < 2 else "3" if size < 4 else "7" if size < 8 else "14" if size < 15 else "30" if size < 31 else "x"
    )
    tone = _tone(words)
    mark = "q" if text.rstrip().endswith("?") else "n"
    asks = "asks" if _inverted(words) else "tells"
    yield from (f"size:{band}", f"tone:{tone}", f"mark:{mark}", f"form:{asks}", f"{mark}{asks}", f"{tone}{band}")
    if "?" in text:
        yield "anymark"
    if _MONEY.search(text):
        yield "money"
    if any(word[0].isdigit() for word in words):
        yield "digits"
    if shared := set(content(words)) & set(content(before)):
        yield f"echo{min(2, len(shared))}"
    for kind in kinds:
        yield from (f"k:{kind}", f"k:{kind}/{tone}", f"k:{kind}/{band}")
    main = next((kind for kind in ("fine", "floor", "close", "next", "read") if kind in kinds), "other")
    form = "question" if "question" in kinds else "statement"
    yield from (f"m:{main}", f"m:{main}/{tone}", f"m:{main}/{form}", f"m:{main}/{form}/{tone}", f"m:{main}/{mark}")


_YES = frozenset(
    {"yes", "okay", "sure", "aye", "right", "correct", "absolutely", "definitely", "totally", "exactly", "true", "of", "indeed", "great", "good", "lovely", "sounds", "perfect", "love", "certainly"}
)  # fmt: skip
_NO = frozenset(
    {"no", "not", "none", "never", "nothing", "dont", "didnt", "isnt", "wouldnt", "wont", "havent", "cannot", "doesnt", "arent", "nobody", "cant", "neither"}
)  # fmt: skip


def _tone(words: Sequence[str]) -> str:
    """How a line starts: yes, no, a question, or plainly."""
    for word in words[:4]:
        if word in _NO:
            return "no"
        if word in _YES:
            return "yes"
    return "plain"


def _inverted(words: Sequence[str]) -> bool:
    """Whether the words ask without a mark: "does it cover", "how many", "any in sligo"."""
    pairs = pairwise(words)
    return bool(words) and (
        words[0] in _WH
        or (words[0] in _AUX and len(words) > 1 and words[1] in _SUBJECT)
        or any(a in _AUX and b in ("you", "ye", "u") for a, b in pairs)
    )
