"""Parts of a prospect's line worth giving back: a clause, or two to four words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, dropwhile

from roleplay.coach.wording import yours

_STOP = """
a an the and or but so if of to in on at by for from with about into over as is are was were be been am do does did
have has had not no nor it its this that these those there here i me my mine we us our ours you your he she they them
his her their who what which when where why how will would can could should may might must just only then than too very
well i'll i'm i've i'd we'll we're we've we'd
it's that's there's he's she's they're what's let's don't yes yeah okay ok oh look right honestly up out off down
all any some one say says said saying something anything thing things stuff find found enough
anyone anybody someone somebody everyone everybody nobody else
"""
STOP = frozenset(_STOP.split())
"""Words that carry nothing by themselves."""
LEADING = frozenset({"my", "our", "not", "no", "never", "too"})
"""Small words a part of a clause may begin with."""
TRAILING = frozenset({"now", "though", "anyway", "really", "actually", "today", "here", "either", "yet", "again"})
"""Words it may leave off at its end."""
JOINING = frozenset(
    ["and", "but", "so", "because", "till", "until", "if", "when", "that", "which", "who", "or", "then"]
)
"""Words it may stop before."""
BEFORE = frozenset(["a", "an", "the", "of", "is", "are", "was", "were", "and", "but", "so"])
"""Words it may follow."""
DENYING = frozenset(
    {"not", "no", "never", "nobody", "nothing", "without", "isn't", "wasn't", "don't", "can't", "won't"}
)
"""Words that are not to be cut off from what they deny."""
COUNTS = frozenset({"hundred", "thousand", "million"})
"""Words after which "and" goes on with the same number."""
MOST_WORDS = 12
"""Words of a clause that is given back whole."""
DANGLING = frozenset({"it", "that", "this", "so", "one", "them", "either", "now", "yet", "really", "again"})
"""Words at whose end a clause points at something it does not name."""
_STANCE = re.compile(
    r"(?:i|we)(?: (?:still|just|really|simply))? (?:don't|do not|can't|cannot|won't|will not|wouldn't|would not"
    r"|couldn't|need|want|won't have|would (?:rather|sooner|prefer)) |(?:i'd|we'd) (?:rather|sooner|prefer|need|want) "
    r"|(?:nobody|no one) |there's no "
)
"""How a clause begins in which somebody says where they stand."""
LEADS = (
    "i'm afraid",
    "i am afraid",
    "i should say",
    "i must say",
    "i'd say",
    "i think",
    "i suppose",
    "i mean",
    "i tell you",
)
"""How a clause is led up to."""
_LOOSE = """
let with in on at by for from about to into over off out as between till that whether any once
last this every each before first is are was were went going got get said says answer answer's haven't hasn't
himself herself
"""
LOOSE = frozenset(_LOOSE.split())
"""Words in the middle of which a phrase would be cut: what is left of such a one says nothing."""
WILL = frozenset({"i'll", "we'll"})
TO_REP = frozenset({"you", "your", "you're", "you've", "you'd", "you'll", "yours"})
_CLAUSE = re.compile(r"(?:[!?;:…\n—–]|[.,](?!\d))+")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[\w'’-]+")
_CAPITAL = re.compile(r"\b[A-Z][\w'-]+")


@lru_cache(maxsize=32)
def names(_hash: str, *texts: str) -> frozenset[str]:
    """Words that keep their capital: gists begin with a small letter unless a name begins them."""
    return frozenset(word for text in texts for word in _CAPITAL.findall(text))


def lowered(phrase: str, kept: frozenset[str]) -> str:
    """The phrase as it stands inside a sentence."""
    first = phrase.split(" ")[0]
    return phrase if first in kept or first == "I" else phrase[:1].lower() + phrase[1:]


_SHORTER = (
    (re.compile(r"\b(do|does|did|is|are|was|were|have|has|had|would|could|should) not\b", re.IGNORECASE), r"\1n't"),
    (re.compile(r"\b(c)annot\b", re.IGNORECASE), r"\1an't"),
    (re.compile(r"\b(it|that|there) is\b", re.IGNORECASE), r"\1's"),
    (re.compile(r"\b(you|they) have (?=been\b|got\b|had\b)", re.IGNORECASE), r"\1've "),
)


def spoken_form(phrase: str) -> str:
    """The phrase as one says it on the telephone: "it isn't", "you don't"."""
    for pattern, shorter in _SHORTER:
        phrase = pattern.sub(shorter, phrase)
    return phrase


def _clauses(line: str) -> list[list[str]]:
    """The clauses of a line as words, without those spoken to the rep or asking something."""
    plain = re.sub(r"[^.!?…\n]*\?", " ", line)
    clauses = (_TOKEN.findall(part) for part in _CLAUSE.split(plain))
    return [words for words in clauses if words and not TO_REP.intersection(word.lower() for word in words)]


def _weight(words: Iterable[str]) -> int:
    return sum(word.lower() not in STOP for word in words)


def stance(line: str) -> str:
    """The weightiest clause of three to twelve words in which they say where they stand, told to them; "" for none.

    "I don't trust a number" is one; that somebody has legs, or moved a van, says nothing to come back to.
    """
    clauses = [_begun(words) for words in _clauses(line)]
    fit = [words for words in clauses if 3 <= len(words) <= MOST_WORDS and _weight(words) >= 2 and _stands(words)]
    return yours(" ".join(max(fit, key=_weight))) if fit else ""


def _stands(words: list[str]) -> bool:
    flat = " ".join(words).lower()
    return bool(_STANCE.match(flat)) and words[-1].lower() not in DANGLING


def promise(line: str) -> str:
    """What they say they will do, told to them, or ""."""
    clauses = (dropwhile(lambda word: word.lower() not in WILL, words) for words in _clauses(line))
    fit = (words for words in map(list, clauses) if 3 <= len(words) <= MOST_WORDS)
    return yours(" ".join(next(fit, [])))


def _begun(words: list[str]) -> list[str]:
    """A clause without the words that only lead up to it: "and", "I'm afraid", "I should say"."""
    words = list(dropwhile(lambda word: word.lower() in JOINING, words))
    flat = " ".join(words).lower()
    lead = next((lead for lead in LEADS if flat.startswith(f"{lead} ")), "")
    return words[len(lead.split()) :]


def mirror(line: str) -> str:
    """Two to four of their own words that stand together, with nothing added and no "not" cut off."""
    windows = [window for words in _clauses(line) for window in _windows(words)]
    phrase = yours(" ".join(max(windows, key=_weight, default=[])))
    return phrase[:1].upper() + phrase[1:]


def _windows(words: list[str]) -> Iterator[list[str]]:
    """Parts of a clause that begin and end where a phrase does."""
    low = [word.lower() for word in words]
    for start, end in combinations(range(len(words) + 1), 2):
        part, before, after = low[start:end], low[:start], low[end : end + 1]
        begins = part[0] in LEADING or part[0] not in STOP
        ends = part[-1] not in STOP | TRAILING and (not after or after[0] in JOINING | TRAILING)
        whole = begins and ends and not LOOSE.intersection(part) and not DENYING.intersection(before)
        starts = not before or (before[-1] in BEFORE and not COUNTS.intersection(before[-2:]))
        if 2 <= len(part) <= 4 and _weight(part) >= 2 and whole and starts:
            yield words[start:end]
