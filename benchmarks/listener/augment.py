"""The same sentence as others would type it: what must not change its label. Used to train on dev, and to measure."""
# ruff: noqa: E501 - word lists

from __future__ import annotations

import random
import re
from collections.abc import Callable

NAMES = (
    "Sam", "Priya", "Mr Okafor", "Siobhan", "Dave", "Mrs Lindqvist", "Ahmed", "Grace", "Dr Patel", "Kieran", "Wanjiru", "Bev", "Luis", "Hamish",
    "Aoife", "Jean", "Tommo", "Ms Chen", "Ravi", "Dolores",
)  # fmt: skip
PREFACES = (
    "just wondering,", "quick question,", "if you don't mind me asking,", "sorry to bother you,", "out of curiosity,", "can I ask,",
    "well,", "so,", "okay,", "right,", "I was just wondering,", "look,", "honestly,", "to be fair,",
)  # fmt: skip
SPELLINGS = (
    ("organise", "organize"), ("realise", "realize"), ("apologise", "apologize"), ("recognise", "recognize"), ("summarise", "summarize"),
    ("specialise", "specialize"), ("colour", "color"), ("favour", "favor"), ("honour", "honor"), ("neighbour", "neighbor"), ("centre", "center"),
    ("programme", "program"), ("cheque", "check"), ("mum", "mom"), ("grey", "gray"), ("tyre", "tire"), ("behaviour", "behavior"),
    ("labour", "labor"), ("catalogue", "catalog"), ("cancelled", "canceled"), ("travelling", "traveling"), ("licence", "license"),
    ("enquiry", "inquiry"), ("analyse", "analyze"), ("defence", "defense"), ("whilst", "while"), ("learnt", "learned"), ("burnt", "burned"),
)  # fmt: skip
_KEYS = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk", "k": "jl", "l": "k", "m": "n",
    "n": "bm", "o": "ip", "p": "o", "q": "w", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu", "z": "x",
}  # fmt: skip


def lower(text: str, dice: random.Random) -> str:
    return text.lower()


def upper(text: str, dice: random.Random) -> str:
    return text.upper()


def bare(text: str, dice: random.Random) -> str:
    """Without punctuation and apostrophes."""
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]", lambda found: "" if found.group() == "'" else " ", text)).strip()


def typos(text: str, dice: random.Random) -> str:
    """A slip of the finger about every thirty letters, at least one; only inside words of four letters and more."""
    letters = list(text)
    spots = [m.start() + n for m in re.finditer(r"[A-Za-z]{4,}", text) for n in range(1, len(m.group()) - 1)]
    for spot in sorted(dice.sample(spots, min(len(spots), max(1, len(text) // 30))), reverse=True):
        kind = dice.randrange(4)
        if kind == 0:
            letters[spot], letters[spot + 1] = letters[spot + 1], letters[spot]
        elif kind == 1:
            del letters[spot]
        elif kind == 2:
            letters.insert(spot, letters[spot])
        else:
            letters[spot] = dice.choice(_KEYS.get(letters[spot].lower(), letters[spot]))
    return "".join(letters)


def spelling(text: str, dice: random.Random) -> str:
    """British where it is American and the reverse."""
    for british, american in SPELLINGS:
        if re.search(rf"\b{british}", text):
            text = re.sub(rf"\b{british}", american, text)
        else:
            text = re.sub(rf"\b{american}", british, text)
    return text


def preface(text: str, dice: random.Random) -> str:
    return f"{dice.choice(PREFACES)} {_decapitalised(text)}"


def name(text: str, dice: random.Random) -> str:
    return f"{dice.choice(NAMES)}, {_decapitalised(text)}"


def _decapitalised(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text if first in {"I", "I'm", "I've", "I'd", "I'll"} or first[1:2].isupper() else text[:1].lower() + text[1:]


CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "lower case": lower,
    "upper case": upper,
    "no punctuation": bare,
    "typos": typos,
    "other spelling": spelling,
    "polite preface": preface,
    "name in front": name,
}
