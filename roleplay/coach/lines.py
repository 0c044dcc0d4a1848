"""Candidates for a better line: several ways to build each move from the words at hand. None is a phrase by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roleplay.coach.material import Material
from roleplay.model import Move

FRAMES: dict[Move, tuple[str, ...]] = {
    Move.LABEL: (
        "It sounds like {no}.",
        "It sounds like you have enough on with {topic} already.",
        "It seems like you would not want anything to upset {topic}.",
        "It seems like {topic} must come first.",
    ),
    Move.CALIBRATED: (
        "When you say {said}, what is behind that?",
        "What happened with {topic} that I should know about?",
        "What would it have to do for {topic} before it was worth your time?",
        "How might {topic} come into it?",
    ),
    Move.MIRROR: ("{mirror}?",),
    Move.SUMMARY: (
        "So {before}, and {fact}. Have I got that right?",
        "Let me check I have it: {before}, and {fact}.",
        "Have I heard you right: {before}, and {fact}?",
    ),
    Move.NO_ORIENTED: (
        "Would I be off base to think {world} might be taking more of your week than you would like?",
        "Is it a bad idea to start with {world}?",
        "Would you be against a question about {world}?",
        "Is it out of the question to talk about {world} for a minute?",
    ),
    Move.EXIT: (
        "I understand: {no}. I will leave you to it, and thank you for telling me.",
        "Thank you for telling me that {fact}. I will leave it there and let you get on.",
        "Then I will leave it there and let you get back to {topic}.",
    ),
    Move.NEXT_STEP: (
        "Could we put {step} in for Thursday morning?",
        "Shall we do {step} on Tuesday, and you decide after that?",
    ),
}
"""Ways to build each move; every one needs something of theirs in its slot, and bears any noun phrase there."""
THEIRS = ("{no}", "{said}")
"""Slots that hold what they just said: frames with one come first, the others take turns."""
TESTS: dict[Move, tuple[str, ...]] = {
    Move.CALIBRATED: (
        "When you say {said}, what would you do first, and who with?",
        "How would that go on your side, with {topic} to look after?",
        "What could still get in the way, with {topic} to think of?",
    ),
    Move.LABEL: (
        "It sounds like you said {said} to be kind to me.",
        "It seems like {topic} could still get in the way.",
    ),
}
"""Ways to test a yes."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line, the move it makes, the frame it is built on, and what a listener should find in it."""

    move: Move
    frame: str
    line: str
    topics: tuple[str, ...]
    covers: tuple[str, ...]
    overlap: float


def candidates(move: Move, words: Material, turn: int, *, testing: bool = False) -> Iterator[Candidate]:
    """Lines that make the move; which comes first depends on the turn."""
    frames = (TESTS.get(move) if testing else None) or FRAMES.get(move, ())
    first = [frame for frame in frames if any(slot in frame for slot in THEIRS)]
    rest = [frame for frame in frames if frame not in first]
    shift = turn % len(rest) if rest else 0
    for frame in (*first, *rest[shift:], *rest[:shift]):
        if option := _filled(move, frame, words, turn):
            yield option


def _filled(move: Move, frame: str, words: Material, turn: int) -> Candidate | None:
    """The frame with its slots filled, or None where there is nothing to put into one."""
    topic, about = words.topics[turn % min(2, len(words.topics))] if words.topics else ("", "")
    wide = (words.topics or words.world)[:1] if turn > 1 else words.world[:1]
    facts = words.facts[-2:]
    slots = {
        "no": words.no,
        "said": words.said,
        "mirror": words.mirror,
        "topic": about,
        "world": wide[0][1] if wide else "",
        "fact": facts[-1][1] if facts else "",
        "before": facts[0][1] if len(facts) > 1 else "",
        "step": words.step,
    }
    wanted = {name for name in slots if f"{{{name}}}" in frame}
    if not all(slots[name] for name in wanted):
        return None
    topics = (topic,) if "topic" in wanted else (wide[0][0],) if "world" in wanted else ()
    covers = tuple(id for id, _ in facts) if "before" in wanted else ()
    overlap = 0.3 if wanted & {"no", "said", "mirror"} else 0.0
    line = frame.format(**slots)
    if words.hello and move is not Move.MIRROR:
        line = words.hello + line[:1].lower() + line[1:]
    return Candidate(move, frame, line, topics, covers, overlap)
