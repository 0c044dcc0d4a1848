"""What a model says about a finished card, checked by code: what nobody said, and figures of its own, are struck."""

from __future__ import annotations

import re
from dataclasses import dataclass

from roleplay.coach.quotes import quoted
from roleplay.inert import inert, one_line
from roleplay.model import Call

STRUCK = "[struck: nobody said that]"
FIGURES = "[struck: a figure that is not on the card]"
LONGEST = 4000
"""Letters of a model's debrief that are shown."""
_QUOTE = re.compile(r"[\"“„«]([^\"“”„«»\n]*)[\"”“»]|(?<!\w)[‘']([^‘'’\n]{3,}(?:[’'][a-z]{1,2}\b[^‘'’\n]*)*)[’'](?!\w)")
_WRAPPED = re.compile(r"(?<!\n)\n(?!\n|\s*[-*•]\s|\s*\d+[.)]\s)")
"""A line break inside a paragraph, where a quote may run on."""
_OPENED = re.compile(r"(?<![\"\w.!?,…“”„«»])[\"“„«](?=\w)[^\"“”„«»\n]*$", re.MULTILINE)
"""A quote that never ends."""
_OPEN = re.compile(r"[\"“„«][^\"“”„«»\n]*\Z")
_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?](?!\s|\Z)[^.!?\n]*)*[.!?]*[\"”’')\]]*[ \t]*\n*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_WORDS = re.compile(
    r"\b(?:ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|percent|per cent)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Told:
    """A model's words as they may be shown, and how many quotes and figures were struck from them."""

    text: str
    struck: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """Something code cannot see, that can be answered by yes or no; `good` is the better answer."""

    key: str
    text: str
    good: bool = True


QUESTIONS = (
    Question("tone", "Is the tone respectful all the way through?"),
    Question("relevance", "Does each question follow from what the prospect had just said?"),
    Question("plain", "Are the rep's words plain, free of jargon and empty claims?"),
    Question("genuine", "Do the rep's labels sound like a guess about this person, not like a formula?"),
    Question("room", "Does the rep leave the prospect room to answer in their own way?"),
)
"""What the second reader is asked."""


@dataclass(frozen=True, slots=True)
class Note:
    """A second reader's answer: to which question, yes or no, at which turn, the rep's words, and why."""

    key: str
    yes: bool
    turn: int
    quote: str
    why: str

    def __str__(self) -> str:
        """The note on one line."""
        asked = next(question.text for question in QUESTIONS if question.key == self.key)
        why = f" ({self.why})" if self.why else ""
        return f'{asked} {"Yes" if self.yes else "No"}: turn {self.turn}, "{self.quote}"{why}'


def checked(raw: str, call: Call, card: str, *, done: bool = True) -> Told:
    """The text without quotes that nobody said and without sentences that name a figure the card does not have.

    While it is still coming (`done` False), only whole sentences with whole quotes are given out.
    """
    text = _WRAPPED.sub(" ", inert(raw).strip()[:LONGEST])
    if not done:
        text = _whole(text)
    said = [call.opening, *(line for turn in call.turns for line in (turn.said, turn.reply))]
    struck = 0

    def strike(match: re.Match[str]) -> str:
        nonlocal struck
        words = match[1] if match[1] is not None else match[2]
        if any(quoted(words, line) for line in said):
            return match[0]
        if len(words.split()) < 2:  # a word set off, not somebody's sentence: only the marks go
            return words
        struck += 1
        return STRUCK

    text = _OPENED.sub(STRUCK, _QUOTE.sub(strike, text))
    known = {number.replace(",", ".") for number in _NUMBER.findall(card)}
    sentences = []
    for sentence in _SENTENCE.findall(text):
        if _counts_otherwise(sentence, known, card):
            struck += 1
            sentence = FIGURES + sentence[len(sentence.rstrip()) :]
        sentences.append(sentence)
    return Told("".join(sentences).rstrip(), struck)


def _counts_otherwise(sentence: str, known: set[str], card: str) -> bool:
    bare = sentence.replace(STRUCK, "")
    if any(number.replace(",", ".") not in known for number in _NUMBER.findall(bare)):
        return True
    return any(word.lower() not in card.lower() for word in _WORDS.findall(bare))


def _whole(text: str) -> str:
    """The text up to its last whole sentence, no quote left open."""
    ends = [match.end() for match in re.finditer(r"[.!?][\"”’')\]]*(?=\s)|\n", text)]
    for end in reversed(ends):
        if not _OPEN.search(text[:end].rsplit("\n", 1)[-1]):
            return text[:end]
    return ""


def notes(raw: str, call: Call) -> tuple[list[Note], int]:
    """The second reader's notes that quote the rep word for word, one a question, and how many lines were dropped."""
    found: dict[str, Note] = {}
    dropped = 0
    for line in inert(raw)[: 4 * LONGEST].splitlines():
        if "|" not in line:
            continue
        note = _note(line, call)
        if note and note.key not in found:
            found[note.key] = note
        else:
            dropped += 1
    keys = [question.key for question in QUESTIONS]
    return sorted(found.values(), key=lambda note: keys.index(note.key)), dropped


def _note(line: str, call: Call) -> Note | None:
    parts = [part.strip(" \t*`-") for part in line.split("|")]
    parts = [part for part in parts if part] if line.lstrip().startswith("|") else parts
    if len(parts) < 3 or parts[0].lower() not in {question.key for question in QUESTIONS}:
        return None
    answer, quote = parts[1].lower().rstrip("."), one_line(parts[2].strip('"“”„«» '))
    turn = _turn_of(quote, call)
    if answer not in ("yes", "no") or not turn:
        return None
    why = one_line(" ".join(parts[3:])).rstrip(".")
    if _NUMBER.search(why) or '"' in why or "“" in why:  # a reason that counts or quotes cannot be checked
        why = ""
    return Note(parts[0].lower(), answer == "yes", turn, quote, why[:200])


def _turn_of(quote: str, call: Call) -> int:
    """The turn in which the rep said it, 0 where it is no sentence of theirs."""
    if len(quote.split()) < 2:
        return 0
    return next((turn.number for turn in call.turns if quoted(quote, turn.said)), 0)
