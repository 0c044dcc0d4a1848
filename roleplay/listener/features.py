"""What the model looks at in a rep message: cues, words, letters, skeleton, and what came back of their words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from roleplay.listener.cue import Cue
from roleplay.listener.cues_asking import ASKING
from roleplay.listener.cues_conduct import CONDUCT
from roleplay.listener.cues_hearing import HEARING
from roleplay.listener.cues_selling import SELLING
from roleplay.listener.text import Text, overlap
from roleplay.listener.words import STOP

CUES: tuple[Cue, ...] = (*ASKING, *HEARING, *SELLING, *CONDUCT)


def fired(text: Text) -> list[tuple[Cue, str, bool]]:
    """The cues that match, the words matched, and whether they stand in the last clause."""
    found: list[tuple[Cue, str, bool]] = []
    for cue in CUES:
        if match := cue.pattern.search(text.tail):
            found.append((cue, match.group(), True))
        elif match := cue.pattern.search(text.flat):
            found.append((cue, match.group(), False))
    return found


def features(text: Text, cues: Sequence[tuple[Cue, str, bool]]) -> dict[str, float]:
    """All features with their values; each group is scaled so that long messages do not shout down short ones."""
    return {**features_alone(text, cues), **features_beside(text), **features_before(text.prev)}


def features_alone(text: Text, cues: Sequence[tuple[Cue, str, bool]]) -> dict[str, float]:
    """The features of the message by itself, whatever line it answers."""
    values: dict[str, float] = {}
    for cue, _, last in cues:
        values[f"c:{cue.name}"] = 1.0
        if last:
            values[f"l:{cue.name}"] = 1.0
    for feature in _shape(text):
        values[feature] = 1.0
    _add(values, Counter(_ngrams("w", text.words, 3)), 4.0)
    _add(values, Counter(_ngrams("t", text.last, 2)), 3.0)
    _add(values, Counter(_letters(text.words)), 4.0)
    _add(values, Counter(_ngrams("s", [word if word in STOP else "_" for word in text.last], 4)), 3.0)
    return values


def features_beside(text: Text) -> dict[str, float]:
    """The features of the message beside the line it answers."""
    return dict.fromkeys(_beside(text), 1.0)


def features_before(prev: Sequence[str]) -> dict[str, float]:
    """The features of the line it answers by itself, given as its words."""
    values: dict[str, float] = {}
    _add(values, Counter(f"p:{word}" for word in prev), 1.0)
    return values


def _add(values: dict[str, float], counts: Counter[str], weight: float) -> None:
    length = math.sqrt(sum(count * count for count in counts.values())) or 1.0
    for name, count in counts.items():
        values[name] = weight * count / length


def _ngrams(prefix: str, words: Sequence[str], longest: int) -> Iterator[str]:
    padded = ["<", *words, ">"]
    for size in range(1, longest + 1):
        for start in range(len(padded) - size + 1):
            yield f"{prefix}{size}:" + " ".join(padded[start : start + size])


def _letters(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        padded = f"<{word}>"
        for size in (3, 4, 5):
            for start in range(len(padded) - size + 1):
                yield f"k:{padded[start : start + size]}"


_PEOPLE = {
    "you": frozenset(["you", "your", "youre", "youve", "youd", "youll", "yours", "yourself"]),
    "we": frozenset(["we", "our", "us", "weve", "well", "ours", "were"]),
    "i": frozenset(["i", "im", "ive", "ill", "id", "me", "my", "mine"]),
    "they": frozenset(
        ["they", "them", "their", "theyre", "he", "she", "his", "her", "him", "nobody", "someone", "somebody", "people"]
    ),
    "not": frozenset(
        [
            "not",
            "no",
            "never",
            "dont",
            "doesnt",
            "isnt",
            "wont",
            "cannot",
            "didnt",
            "wouldnt",
            "nothing",
            "nobody",
            "havent",
            "hasnt",
            "aint",
            "without",
        ]
    ),
    "past": frozenset(["was", "were", "did", "had", "said", "told", "went", "got", "been", "came", "took", "gave"]),
}


def _people(text: Text) -> Iterator[str]:
    """Who is spoken of, and how often: a summary is all you, a pitch all we."""
    size = max(1, len(text.words))
    for name, group in _PEOPLE.items():
        count = sum(word in group for word in text.words)
        yield f"who:{name}:{min(count, 3)}"
        share = count / size
        yield f"who:{name}:{'none' if not count else 'few' if share < 0.08 else 'many' if share < 0.16 else 'most'}"
        yield f"who:last:{name}:{min(2, sum(word in group for word in text.last))}"
    numbers = sum(word[0].isdigit() for word in text.words)
    yield f"numbers:{min(numbers, 3)}"


def _shape(text: Text) -> Iterator[str]:
    """Length, first and last words."""
    words, last = text.words, text.last
    size = len(words)
    yield f"n:{min(9, size) if size < 10 else 10 * (min(size, 80) // 10)}"
    yield f"parts:{min(4, text.parts)}"
    yield from _people(text)
    for count in (1, 2, 3):
        yield f"first{count}:" + " ".join(words[:count])
        yield f"head{count}:" + " ".join(last[:count])
        yield f"end{count}:" + " ".join(last[-count:])


def _beside(text: Text) -> Iterator[str]:
    """How much of the message is theirs."""
    words, size = text.words, len(text.words)
    if not text.prev:
        yield "prev:none"
        return
    share, back = overlap(text)
    step = "0" if share == 0 else "some" if share < 0.34 else "half" if share < 0.67 else "most"
    yield f"over:{step}"
    yield f"over:{step}:{'short' if size <= 4 else 'mid' if size <= 8 else 'long' if size < 20 else 'very'}"
    yield f"back:{'0' if back == 0 else 'some' if back < 0.34 else 'half' if back < 0.67 else 'most'}:{size <= 8}"
    if size <= 8 and text.flat in " ".join(text.prev):
        yield "echo"
    if words and all(word in text.prev for word in words):
        yield f"echo:all:{size <= 6}"
