"""Readings made by hand, so that the engine and the coach are tested without the listener."""

from roleplay.model import Heard, Move, Reading


def reading(
    move: Move,
    *modifiers: str,
    also: tuple[Move, ...] = (),
    topics: tuple[str, ...] = (),
    covers: tuple[str, ...] = (),
    step: str = "",
    ask: str = "",
    words: int = 14,
    questions: int = 0,
    overlap: float = 0.3,
) -> Reading:
    heard = tuple(Heard(each, "said so") for each in (move, *also))
    return Reading(
        heard, 0.9, words, questions=questions, modifiers=modifiers, topics=topics, ask=ask, covers=covers, step=step,
        overlap=overlap,
    )  # fmt: skip
