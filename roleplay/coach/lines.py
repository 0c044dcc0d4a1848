"""Candidates for a better line: several ways to build each move from the words at hand. None is a phrase by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from roleplay.coach.material import Material
from roleplay.coach.phrases import spoken_form
from roleplay.model import Move

FRAMES: dict[Move, tuple[str, ...]] = {
    Move.LABEL: (
        "It sounds like {no}.",
        "It sounds like {said}.",
        "It seems like {no}.",
        "It sounds like you have your hands full with {topic}.",
        "It seems like you want nothing to get in the way of {topic}.",
        "It sounds like {topic} comes before anything else.",
    ),
    Move.CALIBRATED: (
        "When you say {said}, what is behind that?",
        "If {no}, what would have to be different for this to be worth a look?",
        "When you say {said}, how does that show in a normal week?",
        "What would this have to do for {topic} before it was worth your time?",
        "How have things been going with {topic}?",
    ),
    Move.MIRROR: ("{mirror}?",),
    Move.SUMMARY: (
        "So {before}, and {fact}. Have I got that right?",
        "Let me check I have it: {before}, and {fact}.",
        "Have I heard you right: {before}, and {fact}?",
    ),
    Move.NO_ORIENTED: (
        "Would I be off base to think {world} might be taking more of your week than you would like?",
        "Is it a bad idea to talk about {world} first?",
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
OPENING: dict[Move, tuple[str, ...]] = {
    Move.NO_ORIENTED: (
        "Have I rung at a bad moment to ask about {world}?",
        "Would it be a nuisance if I asked about {world} just now?",
        "Is this a bad time for one question about {world}?",
    ),
}
"""The same for the first message, when nothing has been said that could be asked about."""
THEIRS = ("{said}", "{no}")
"""Slots that hold what they just said, their very words before the sense of them: frames with one come first."""
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


def candidates(move: Move, words: Material, luck: int, *, testing: bool = False) -> Iterator[Candidate]:
    """Lines that make the move; which comes first depends on the luck, a number that differs from moment to moment."""
    frames = (TESTS.get(move) if testing else None) or (OPENING if words.hello else FRAMES).get(move, ())
    groups = [[frame for frame in frames if slot in frame] for slot in THEIRS]
    groups.append([frame for frame in frames if not any(slot in frame for slot in THEIRS)])
    for frame in chain.from_iterable(_turned(group, luck) for group in groups):
        if option := _filled(move, frame, words, luck):
            yield option


def _turned(frames: list[str], by: int) -> list[str]:
    """The frames with another of them first."""
    at = by % len(frames) if frames else 0
    return [*frames[at:], *frames[:at]]


def _filled(move: Move, frame: str, words: Material, luck: int) -> Candidate | None:
    """The frame with its slots filled, or None where there is nothing to put into one."""
    unspoken = words.world if move is Move.CALIBRATED else ()  # what was not spoken of is only asked about
    spoken = words.topics or unspoken
    topic, about = spoken[luck % min(2, len(spoken))] if spoken else ("", "")
    wide = words.world[:1] if words.hello else (words.topics or words.world)[:1]
    facts = words.facts[-2:]
    slots = {
        "no": spoken_form(words.no),
        "said": words.said,
        "mirror": words.mirror if len(words.mirror.split()) > 2 else "",
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
