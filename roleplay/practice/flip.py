"""Flip it: a line that pushes for yes is rewritten so that no is the comfortable answer."""

from __future__ import annotations

from roleplay import listener
from roleplay.listener.rep import likely
from roleplay.listener.settled import settled
from roleplay.listener.text import Text
from roleplay.listener.words import STOP, stem, words_of
from roleplay.model import Move, Reading
from roleplay.model.practice import NoItem, Verdict
from roleplay.practice import skills
from roleplay.practice.disguise import TRAP, disguised, out_for_yes
from roleplay.practice.exercise import SKIPPED, Beat, Said
from roleplay.practice.items import FlipItem
from roleplay.practice.matter import same_matter

RUNNER_UP = 0.1
"""How likely (0-1) a no-oriented question has to be where something harmless leads: the rep was asked for one, so it is
likelier here than in a call. docs/practice.md has the figures.
"""
MILD = frozenset({Move.YES_SEEKING, Move.OTHER, Move.EMPATHY, Move.LABEL, Move.AUDIT, Move.SMALL_TALK})
"""Readings a runner-up may overtake: none of them pushes."""
SAFE = "no is easy to say to this, and leaves them free"
NOT_IT: dict[Move, str] = {
    Move.PRESSURE: "this presses for a decision: no is not free to say",
    Move.YES_SEEKING: "this still fishes for yes: yes is the easy answer to it",
    Move.TIE_DOWN: "this asks them to agree with your own claim",
    Move.PERMISSION: "this asks for leave, and yes is the easy answer to it",
    Move.NEXT_STEP: "this proposes a step, and only yes takes it",
    Move.CALIBRATED: "this is a how or what question: good, but no does not answer it",
    Move.WHY: "this asks why, which asks them to defend themselves",
    Move.LABEL: "this is a label: good, but not what was asked",
    Move.SUMMARY: "this sums up: good, but not what was asked",
    Move.MIRROR: "this gives words back: good, but not what was asked",
    Move.EMPATHY: "this is understanding, and asks nothing",
    Move.AUDIT: "this says what they may think of you: good, but it asks nothing",
    Move.PITCH: "this tells them about your offer; it asks nothing they could say no to",
    Move.REBUTTAL: "this argues, and leaves them no easy no",
    Move.SMALL_TALK: "this is small talk; no does not answer it",
    Move.EXIT: "this ends the talk; there is nothing to say no to",
    Move.HOSTILE: "this hurts, and a no wrung out that way tells nothing",
    Move.META: "this is no talk to a prospect",
    Move.OTHER: "this does not read as a question that no answers comfortably",
}
"""Why a message led by each move is not what was asked."""
BESIDE: dict[Move, str] = {
    Move.TIE_DOWN: "the question is safe, but beside it you ask them to agree with you",
    Move.PRESSURE: "the question is safe, but beside it you press for a decision",
    Move.HOSTILE: "the question is safe, but what stands beside it hurts",
    Move.REBUTTAL: "the question is safe, but beside it you argue",
    Move.YES_SEEKING: "the question is safe, but beside it you still fish for yes",
}
"""Moves that spoil a no-oriented question they stand beside."""


_DECIDING = """
today tonight tomorrow now yet later soon early late week wait decide decision agree commit sign buy order start begin
"""
_PUSHED = """
yes no give take carry stop end leave drop forget walk away time moment talk chat call hear listen say tell ask answer
idea interest mind
"""
DECIDING = frozenset(stem(word) for word in _DECIDING.split())
"""Words of deciding, and when: where a line has one, a rewrite with one is about it."""
PUSHED = DECIDING | {stem(word) for word in _PUSHED.split()}
"""Words of what every push is about: deciding, now, going on or stopping."""
ASKED = frozenset(map(stem, ("talk", "chat", "call", "listen", "hear", "minutes")))
"""What a line may ask for itself: where both name it, the rewrite is about the line."""
PUSHING = frozenset(map(stem, ("hurry", "hurried", "rush", "rushed", "push", "pushing", "pushy", "press", "pressing")))
"""Words of the push itself: "have I rushed you?" is about any line that did."""


def check(item: FlipItem, text: str) -> Verdict:
    """Whether a rewrite works: any wording the listener reads as no-oriented that is about the same matter."""
    reading = settled(listener.read_rep(text), text)
    if reason := _wrong(item, reading, text):
        return Verdict(False, reason, item.answers[0])
    other = next((answer for answer in item.answers if _plain(answer) != _plain(text)), "")
    return Verdict(True, reading.cue if reading.lead is Move.NO_ORIENTED else SAFE, other)


def _wrong(item: FlipItem, reading: Reading, text: str) -> str:
    """Why it does not work, or ""."""
    if _plain(text) == _plain(item.line):
        return "this is the line as it was"
    if "trap" in reading.modifiers:
        return TRAP
    if reason := disguised(text):
        return reason
    if reading.lead is not Move.NO_ORIENTED and not _nearly(reading, text):
        return NOT_IT[reading.lead]
    if spoiled := next((heard.move for heard in reading.moves[1:] if heard.move in BESIDE), None):
        return BESIDE[spoiled]
    if item.matter and not _about(item, text):
        return f"no is easy to say to this, but it says nothing of what the line is about: {', '.join(item.matter)}"
    return ""


def _nearly(reading: Reading, text: str) -> bool:
    """Whether a no-oriented question stands right behind a harmless reading."""
    return reading.lead in MILD and not out_for_yes(text) and likely(text, Move.NO_ORIENTED) >= RUNNER_UP


def _plain(text: str) -> list[str]:
    return list(Text.of(text).words)


def _about(item: FlipItem, text: str) -> bool:
    """Whether a rewrite is about the matter; where the line itself names none of it, what any push is about will do."""
    line, said = ({stem(word) for word in words_of(words)} for words in (item.line, text))
    deciding = line & DECIDING and said & DECIDING
    if same_matter(item.matter, text) or said & PUSHING or deciding or line & said & ASKED:
        return True
    if len(_unsaid(item)) < len(item.matter):
        return False
    words = [word for word in words_of(f"{item.line} {item.trade}") if word not in STOP]
    return same_matter(words, text) or bool(said & PUSHED)


def _unsaid(item: FlipItem) -> list[str]:
    """The matter as far as the line does not name it."""
    line = {stem(word) for word in words_of(item.line)}
    return [phrase for phrase in item.matter if line.isdisjoint(map(stem, words_of(phrase)))]


class FlipIt:
    """One line to flip."""

    prompt = "Say it so that “no” is the comfortable answer."
    choices: tuple[str, ...] = ()
    nos: tuple[NoItem, ...] = ()

    def __init__(self, item: FlipItem) -> None:
        self._item = item
        self.item, self.skill = item.id, skills.flip(item.moment)
        self.title = f"{item.trade} · {item.moment}"
        unsaid = _unsaid(item)
        beside = (Said("", f"On the table: {', '.join(unsaid)}."),) if unsaid else ()
        self.shown = (*beside, Said("line", item.line))

    async def answer(self, text: str) -> Beat:
        """Judge a rewrite."""
        return Beat(verdict=check(self._item, text))

    def give_up(self) -> Verdict:
        """Show a rewrite that works."""
        return Verdict(False, SKIPPED, self._item.answers[0])
