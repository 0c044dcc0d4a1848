"""Candidates for a better line: several ways to build each move from the words at hand. None is a phrase by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roleplay.coach.material import Material, Matter
from roleplay.coach.phrases import spoken_form
from roleplay.coach.talk import carrying
from roleplay.model import Move

Tiers = tuple[tuple[str, ...], ...]
FRAMES: dict[Move, Tiers] = {
    Move.LABEL: (
        ("It sounds like {label}.", "It seems like {label}."),
        ("It sounds like {said}.", "It seems like {guess}."),
        ("It sounds like {no}.", "It seems like {no}."),
    ),
    Move.CALIBRATED: (
        ("{ask}", "When you say {said}, what is behind that?"),
        ("If {no}, what would have to be different for this to be worth a look?", "{topic_ask}"),
        ("How does it work with {topic} as things are?",),
    ),
    Move.MIRROR: (("{mirror}?",),),
    Move.SUMMARY: (
        (
            "So {before}, and {fact}. Have I got that right?",
            "Let me check I have it: {before}, and {fact}.",
            "Have I heard you right: {before}, and {fact}?",
        ),
    ),
    Move.NO_ORIENTED: (
        (
            "Would I be off base to think {guess}?",
            "Am I wrong to think {guess}?",
            "Would it be unfair to say {guess}?",
        ),
        (
            "Is it a bad idea to talk about {world} first?",
            "Would you be against a question about {world}?",
            "Is it out of the question to talk about {world} for a minute?",
        ),
    ),
    Move.EXIT: (
        (
            "I understand: {no}. I will leave you to it, and thank you for telling me.",
            "Thank you for telling me that {reason}. I will leave it there and let you get on.",
        ),
        ("Then I will leave it there, {name}. Thank you for saying so plainly.",),
    ),
    Move.NEXT_STEP: (
        (
            "Could we say Thursday morning for {step}?",
            "How about next Tuesday for {step}?",
            "Would you try {short} with me, say on Wednesday?",
        ),
    ),
}
"""Ways to build each move, the best first; every one has something of theirs in its slot."""
OPENING: dict[Move, Tiers] = {
    Move.NO_ORIENTED: (
        (
            "Have I rung at a bad moment to ask about {world}?",
            "Would it be a nuisance if I asked about {world} just now?",
            "Is this a bad time for one question about {world}?",
        ),
    ),
}
"""The same for the first message, when nothing has been said that could be asked about."""
TESTS: dict[Move, Tiers] = {
    Move.CALIBRATED: (
        (
            "When you say {promise}, what happens after that?",
            "What would have to happen on your side before {short}?",
            "How would {short} come about at your end?",
        ),
    ),
    Move.LABEL: (
        (
            "It sounds like you would rather not say no to me, and {short} is not what you want.",
            "It seems like something about {short} does not sit right with you.",
        ),
    ),
}
"""Ways to test a yes."""
WIDE = 3
"""How many of the words at hand each frame is tried with."""
WRITTEN = ("label", "ask", "topic_ask", "guess")
"""Slots whose words are a line's own: such words are shown once, whatever stands round them."""
OF_TOPIC = ("topic", "topic_ask", "guess", "world")
THEIR_WORDS = frozenset({"no", "said", "mirror", "label", "ask", "promise"})
"""Slots with what they just said, or an answer to it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line, the move it makes, the frame it is built on, and what a listener should find in it.

    `key` is what must not be shown twice in a card: the words in its slot where they are its own, else the frame.
    """

    move: Move
    frame: str
    line: str
    key: str
    topics: tuple[str, ...]
    covers: tuple[str, ...]
    overlap: float


def candidates(move: Move, words: Material, luck: int, *, testing: bool = False) -> Iterator[Candidate]:
    """Lines that make the move, those with a word of theirs first; the rest goes by the luck (a number)."""
    tiers = (TESTS.get(move) if testing else None) or (OPENING if words.hello else FRAMES).get(move, ())
    for tier in tiers:
        places = range(luck, luck + WIDE * len(tier))
        found = (_filled(move, tier[place % len(tier)], words, place) for place in places)
        lines = {option.line: option for option in found if option}
        yield from sorted(lines.values(), key=lambda option: words.heard.isdisjoint(carrying(option.line)))


def _filled(move: Move, frame: str, words: Material, luck: int) -> Candidate | None:
    """The frame with its slots filled, or None where there is nothing to put into one."""
    topic = _topic(move, words, luck)
    facts = words.facts[-2:]
    slots = {
        "no": spoken_form(words.no),
        "said": words.said,
        "promise": words.promise,
        "label": _one(words.labels, luck),
        "ask": _one(words.asks, luck),
        "mirror": words.mirror if len(words.mirror.split()) > 2 else "",
        "topic": "" if topic.ask else topic.name,
        "topic_ask": topic.ask,
        "guess": topic.guess if move is not Move.LABEL or words.near else "",
        "world": topic.name,
        "fact": facts[-1][1] if facts else "",
        "reason": words.reason,
        "before": facts[0][1] if len(facts) > 1 else "",
        "step": words.step,
        "short": words.step.split(",")[0],
        "name": words.name,
    }
    wanted = {name for name in slots if f"{{{name}}}" in frame}
    if not all(slots[name] for name in wanted):
        return None
    topics = (topic.id,) if wanted.intersection(OF_TOPIC) else ()
    covers = tuple(id for id, _ in facts) if "before" in wanted else ()
    line = frame.format(**slots)
    key = next((slots[name] for name in WRITTEN if name in wanted), frame)
    if words.hello and move is not Move.MIRROR:
        line = words.hello + line[:1].lower() + line[1:]
    return Candidate(move, frame, line, key, topics, covers, 0.3 if wanted & THEIR_WORDS else 0.0)


def _one(lines: tuple[str, ...], luck: int) -> str:
    return lines[luck % len(lines)] if lines else ""


def _topic(move: Move, words: Material, luck: int) -> Matter:
    """What a line may be about: what was spoken of, and before that what the rep could know."""
    if words.hello or not words.topics:  # a label names what was spoken of, and nothing else
        known = () if move is Move.LABEL else words.world[:1] if words.hello else words.world[:WIDE]
    else:
        known = words.topics[:1] if move is Move.LABEL else words.topics[:WIDE]
    return known[luck % len(known)] if known else Matter("", "", "", "")
