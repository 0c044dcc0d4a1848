"""Turns a model's raw answer into words a person could have said: no wrappers, no markup, not too long."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from roleplay.inert import one_line
from roleplay.persona import Persona

LONGEST = 12_000
"""Letters of an answer that are looked at: room for a model that thinks aloud first."""

_HIDDEN = re.compile(r"<(think|thinking|reasoning|analysis)>.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_HIDDEN_END = re.compile(r"\A.*</(?:think|thinking|reasoning|analysis)>", re.DOTALL | re.IGNORECASE)
_CHANNEL = re.compile(r"\A.*<\|channel\|>\s*final\s*<\|message\|>|<\|channel\|>.*?(?:<\|end\|>|\Z)", re.DOTALL)
_TURN_END = re.compile(r"<\|(?:im_end|eot_id|end|endoftext)\|>|</s>|<end_of_turn>|\[INST\]")
_TAG = re.compile(r"<\|[^|>]{0,40}\|>(?:assistant\b)?|</?[a-z][^<>]{0,60}>|\[/INST\]", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]{0,200})\]\([^()\s]{0,300}\)")
_BRACKETED = re.compile(r"\[[^\[\]]*(?:\]|\Z)|\([^()]*(?:\)|\Z)|\{[^{}]*\}")
_STARRED = re.compile(r"(?<!\w)([*_]{1,3})(?=\S)([^*_\n]{1,120}?)(?<=\S)\1(?!\w)")
_BULLET = re.compile(r"^\s*(?:#{1,6}\s|>\s?|[-•+]\s|\*\s|\d{1,2}[.)]\s)+")
_RULE = re.compile(r"^\s*[-=*_`~]{3,}\w*\s*$")
_CODE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
_CARD = re.compile(r"^[\W_]*(?:ACT|STANCE|MAY USE|DO NOT|LENGTH|DIRECTION|CORRECTION|NOTE)[\W_]*:")
_OTHERS = re.compile(
    r"^[\W_]*(?:(?:sales ?)?(?:rep|person|man|woman)|seller|caller|user|human|you|agent|interviewer|coach)[\W_]{0,4}:",
    re.IGNORECASE,
)
_OWN_LABELS = ("prospect", "assistant", "customer", "buyer", "client", "me", "say", "reply", "response", "answer")
_SOUNDS = re.compile(
    r"(?:sigh|pause|laugh|chuckle|cough|sniff|shrug|nod|grunt|snort|groan|yawn|smile|frown|scoff|mutter|beep|click|beat"
    r"|hesitate|silence)(?:s|ing)?\W*"
)
_DROPPED_LETTER = re.compile(r"'(?:course|bout|fraid|cause|tis|twas|em|scuse|kay|nuff|nother)\b", re.IGNORECASE)
_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"} | dict.fromkeys('`*"“”„«»', ""))
_STOP = re.compile(r"(?<=[.!?…])\s+")
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|vs|etc|e\.g|i\.e|[ap]\.m)|\b[A-Z])\.$")
_CLAUSE = re.compile(r"[,;:]\s+|\s+[-–—]\s+|—")


def clean(text: str, who: Persona, low: int, high: int) -> str:
    """The answer as `who` would say it, trimmed to `low`-`high` words where it can be; "" when nothing is left."""
    return trim(as_said(text, who), low, high)


def as_said(text: str, who: Persona) -> str:
    """The answer as `who` would say it, however long."""
    return spoken(text, (who.name, who.first_name, *who.name.split()))


def spoken(text: str, names: Sequence[str] = ()) -> str:
    """The words to be said aloud, on one line: without thoughts, speaker names, stage directions, markup and quotes.

    What follows another speaker's name is left out: it is not the prospect's to say.
    """
    text = aloud(_CODE.sub("", unicodedata.normalize("NFC", text[:LONGEST])))
    labels = "|".join(re.escape(name) for name in (*names, *_OWN_LABELS))
    own = re.compile(rf"^[\W_]*(?:{labels})[\W_]{{0,4}}(?:\([^()]*\))?[\W_]{{0,4}}:[*_]*\s*", re.IGNORECASE)
    lines: list[str] = []
    for line in text.splitlines():
        line = own.sub("", line, count=1)
        if _OTHERS.match(line) or line.lstrip().lower().startswith("[direction"):
            break
        if not _RULE.match(line) and not _CARD.match(line):
            lines.append(_BULLET.sub("", line))
    text = _BRACKETED.sub(" ", _LINK.sub(r"\1", " ".join(lines)))
    text = _STARRED.sub(_unstarred, text).translate(_MARKS)
    text = one_line("".join(char for char in text if _sayable(char)))
    return _unquoted(re.sub(r"\s+([,.!?;:…])", r"\1", text))


def aloud(text: str) -> str:
    """The answer without what the model thought to itself and without the marks of its chat template."""
    text = _CHANNEL.sub("", _HIDDEN_END.sub("", _HIDDEN.sub("", text)))
    said = next((part for part in _TURN_END.split(text) if part.strip()), "")
    return _TAG.sub(" ", said)


def _unstarred(match: re.Match[str]) -> str:
    """What stood between stars: emphasis is kept, a stage direction is not."""
    words = match.group(2).lower().split()
    acted = _SOUNDS.fullmatch(words[0]) or (len(words) > 1 and re.fullmatch(r"\w{3,}(?:s|ing)", words[0]))
    return " " if acted else match.group(2)


def _sayable(char: str) -> bool:
    """Whether it is no emoji or other picture."""
    return char == "°" or not (unicodedata.category(char) in ("So", "Sk") or "\ufe00" <= char <= "\ufe0f")


def _unquoted(text: str) -> str:
    if text.startswith("'") and not _DROPPED_LETTER.match(text):
        text = text[1:].lstrip()
    return re.sub(r"(?<=[.!?…])'$", "", text)


def words(text: str) -> list[str]:
    """The words of a line as people count them."""
    return [word for word in text.split() if any(char.isalnum() for char in word)]


def sentences(text: str) -> list[str]:
    """The sentences of a line, each with its stop; joined by spaces they are the line."""
    found: list[str] = []
    for part in _STOP.split(text):
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] += f" {part}"
        elif part:
            found.append(part)
    return found


def least(low: int) -> int:
    """The fewest words let through for a band that begins at `low`: people are often shorter than they mean to be."""
    return max(1, (low + 1) // 3)


def most(high: int) -> int:
    """The most words let through for a band that ends at `high`."""
    return high + max(3, high // 4)


def trim(text: str, low: int, high: int) -> str:
    """The text without sentences beyond `high` words or from a second question on; an endless one is cut at a comma."""
    kept: list[str] = []
    size = asked = 0
    for sentence in sentences(text):
        asked += sentence.count("?")
        if kept and asked > 1:
            break
        room = most(high) - size
        if len(words(sentence)) > room:
            if size < least(low):
                kept.append(_cut(sentence, room))
            break
        kept.append(sentence)
        size += len(words(sentence))
    return " ".join(kept)


def _cut(sentence: str, room: int) -> str:
    """The sentence up to its last comma or dash within `room` words, or whole where there is none."""
    ends = [match.start() for match in _CLAUSE.finditer(sentence) if 3 <= len(words(sentence[: match.start()])) <= room]
    return f"{sentence[: ends[-1]]}." if ends else sentence
