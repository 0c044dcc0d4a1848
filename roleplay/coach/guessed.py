"""What the rep thought before the card, in words and held against the script. It moves no score."""

from __future__ import annotations

from typing import NamedTuple

from roleplay.coach.truth import MEANINGS, Truth, truth
from roleplay.model import Call, Guess, YesKind
from roleplay.persona import Persona


class Right(NamedTuple):
    """Whether each thing guessed was right; None where it was not said, or there was nothing to be right about."""

    no: bool | None = None
    behind: bool | None = None
    yes: bool | None = None


NAMES = Right._fields
"""What is guessed, in the order of the questions."""
PLAIN = {"no": "the no", "behind": "what was behind it", "yes": "the yes"}
"""The same in words."""
UNKNOWN = " What was behind it was never told, so that guess stays open."


def right(call: Call, persona: Persona) -> Right:
    """How far the guess kept with a call was right; nothing where none is kept."""
    return held_against(call.guess, truth(call, persona)) if call.guess else Right()


def held_against(guess: Guess, script: Truth) -> Right:
    """A guess beside the truth. What was behind a no is wrong only where some of it was told."""
    real = {turn for turn, kind in script.yeses if kind is YesKind.COMMITMENT} or {0}
    return Right(
        guess.genuine is bool(script.turn),
        _behind(guess, script),
        None if guess.yes is None else guess.yes in real,
    )


def _behind(guess: Guess, script: Truth) -> bool | None:
    if not (guess.meaning and script.turn):
        return None
    return guess.meaning is script.meaning or (False if script.behind else None)


def guessed(call: Call, persona: Persona) -> str:
    """The guess in a sentence and how far it was right in another; "" where none is kept."""
    if not call.guess:
        return ""
    said = _said(call.guess)
    found = right(call, persona)
    unknown = call.guess.meaning and truth(call, persona).turn and found.behind is None
    return f"{said[:1].upper()}{said[1:]}. {_judged(found)}{UNKNOWN if unknown else ''}"


def _said(guess: Guess) -> str:
    no = "there was no genuine no"
    if guess.genuine:
        no = f"a genuine no: {MEANINGS[guess.meaning]}" if guess.meaning else "there was a genuine no"
    if guess.yes is None:
        return no
    return f"{no}; {f'the yes at turn {guess.yes} was real' if guess.yes else 'no yes was real'}"


def _judged(found: Right) -> str:
    good = [PLAIN[name] for name in NAMES if getattr(found, name)]
    bad = [PLAIN[name] for name in NAMES if getattr(found, name) is False]
    if not bad:
        return f"Right about {_joined(good, 'and')}."
    if not good:
        return f"Not right about {_joined(bad, 'or')}."
    return f"Right about {_joined(good, 'and')}, not about {_joined(bad, 'or')}."


def _joined(names: list[str], last: str) -> str:
    return f" {last} ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
