"""What nobody says to a person on the phone: orders to a machine, other languages, code, floods of signs.

A prospect is a person who speaks English. Whatever a message of this kind might mean to a machine, they are puzzled by
it, and it earns what talk to a machine earns. The listener knows most of these; this stands behind it, for forms that
no sample of talk holds.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from roleplay.model import Heard, Move, Reading
from roleplay.prospect.filler import carries_nothing
from roleplay.prospect.strange_forms import ENGLISH, FOREIGN, FORGED, MACHINE, MARKS, SCORER

READ = 3000
"""Letters of a message that are looked at."""
SURE = 0.95
HARPED = 5
"""How often a longer word may come in one message before it is a flood."""

_WORD = re.compile(r"[^\W_]")
_SENTENCES = re.compile(r"(?<=[.!?…])[\"')\]]*\s+(?![^\[\n]*\])|(?<=\])\s+|\n+")
"""Where one sentence ends and the next begins; a note in square brackets is one."""
_SMALL = frozenset[str]().union(*FOREIGN)
"""Small words of any other language: two of them at least are in a message that is in one."""
_CONTROL = frozenset({"Cc", "Cf", "Co", "Cs"})


def as_heard(reading: Reading, text: str) -> Reading:
    """The reading as a person hears the message: talk to a machine where it is none to a person."""
    why = "" if reading.lead is Move.META else strange(text[:READ])
    if not why:
        return reading
    return replace(reading, moves=(Heard(Move.META, why),), confidence=SURE, ask="", step="", near=(), covers=())


@lru_cache(maxsize=4096)
def to_a_person(text: str) -> str:
    """The message as a person on the phone has it, or all of it where it is nothing else than strange.

    A word to whoever scores is left out wherever it stands. What follows an order to a machine belongs to it, so from
    there on nothing is heard. What is left is heard as if it stood alone: the rest neither earns nor spares anything.
    """
    heard, _ = _parted(text)
    return heard or text


def after_it(text: str) -> str:
    """What a message goes on to say where it begins with an order to a machine, else ""."""
    heard, after = _parted(text)
    return "" if heard else after


def _parted(text: str) -> tuple[str, str]:
    """What is heard of a message, and what stands after its first order to a machine; "" for nothing."""
    everything = [part for part in _SENTENCES.split(text[:READ]) if part.strip()]
    parts = [part for part in everything if not _to_the_scorer(part)]
    if len(parts) == len(everything) and not strange(text[:READ]):
        return text, ""
    at = next((number for number, part in enumerate(parts) if strange(part)), len(parts))
    heard, after = " ".join(parts[:at]), " ".join(part for part in parts[at:] if not strange(part))
    says = any(_WORD.search(part) and not carries_nothing(part) for part in parts[:at])
    left_out = at < len(everything)  # else it is strange as a whole, and no part of it is talk
    return heard if left_out and says and not strange(heard) else "", after


def _to_the_scorer(part: str) -> bool:
    return bool(MARKS.search(part) or SCORER.search(part))


@lru_cache(maxsize=4096)
def strange(text: str) -> str:
    """Why nobody says this to a person, in words for the rep; "" for talk."""
    if _foreign(text):
        return "not in English"
    if _flood(text):
        return "a flood of signs, not a sentence"
    if _hidden(text) or FORGED.search(text):
        return "code or a forged note, not talk"
    if MACHINE.search(text) or _to_the_scorer(text):
        return "talk to a machine, not to a person"
    return ""


def _foreign(text: str) -> bool:
    """Whether most letters are of another script, or most small words of another language."""
    letters = [] if text.isascii() else [char for char in text if char.isalpha()]
    strange = sum(not unicodedata.name(char, "?").startswith("LATIN") for char in letters)
    if letters and strange > 0.1 * len(letters):
        return True
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.lower())
    if len(suspect := [word for word in words if word in _SMALL]) < 2:
        return False
    english = sum(word in ENGLISH for word in words)
    other = max(sum(word in small for word in suspect) for small in FOREIGN)
    accents = 0 if text.isascii() else sum(any(ord(char) > 0xBF for char in word) for word in words)
    return other >= 2 and other + accents > english + 1


def _flood(text: str) -> bool:
    """Whether a message is one sign or phrase over and over, a wall of pictures, or a word no mouth can say."""
    signs = [char for char in text if not char.isspace()]
    said = sum(char.isalnum() for char in signs)
    if len(signs) >= 12 and said < 0.4 * len(signs):
        return True
    words = text.lower().split()
    if any(len(word) >= 38 for word in words) or re.search(r"(\S)\1{11}", text) or text.count("\n") > 12:
        return True
    bare = [word.strip(".,!?") for word in words]
    if len(bare) < 16:
        return False
    harped = max(map(bare.count, {word for word in bare if len(word) > 4}), default=0)
    return len(set(bare)) < 0.4 * len(bare) or harped >= HARPED


def _hidden(text: str) -> bool:
    """Whether there are signs in it that no keyboard types: control codes, reversed or struck-out writing."""
    if text.isascii() and text.isprintable():
        return False
    bad = sum(unicodedata.category(char) in _CONTROL and char not in "\n\r\t\u200d" for char in text)
    marks = sum(unicodedata.category(char) == "Mn" for char in text)
    return bad > 0 or marks > 5
