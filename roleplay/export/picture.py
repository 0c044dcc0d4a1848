"""The moods of a call as the points and words of a drawing; `pages/curve.svg` draws it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from roleplay import coach
from roleplay.export.whole import Whole
from roleplay.prospect import engine

WIDTH, LEFT, RIGHT, TOP, DEPTH = 720, 30, 96, 10, 170
"""Measures of the drawing: all of it, the margins for figures and names, and how deep 0 lies under 100."""
ROW = 14
"""How far rows of words lie apart."""
LETTER = 6.2
"""About how wide a letter of the words is."""
NAMES = ("trust", "interest", "pressure")


@dataclass(frozen=True, slots=True)
class Label:
    """A word in the drawing."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One mood: its name, its points as SVG wants them, and where its name stands."""

    name: str
    points: str
    label: Label


@dataclass(frozen=True, slots=True)
class Picture:
    """Lines, the numbers of turns, the words under them with the strokes they belong to, and how high it all is."""

    lines: tuple[Line, ...]
    numbers: tuple[Label, ...]
    marks: tuple[Label, ...]
    height: float
    caption: str
    width: int = WIDTH
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = TOP + DEPTH


def picture(whole: Whole) -> Picture:
    """The drawing of a call."""
    call = whole.call
    states = [engine.start(whole.persona, call.setup.level), *(turn.state for turn in call.turns)]
    step = (WIDTH - LEFT - RIGHT) / max(1, len(states) - 1)
    across = [LEFT + step * index for index in range(len(states))]
    heights = {name: [_height(getattr(state.mood, name)) for state in states] for name in NAMES}
    ends = _apart({name: found[-1] for name, found in heights.items()})
    lines = tuple(
        Line(name, _points(zip(across, found, strict=True)), Label(across[-1] + 8, ends[name], name))
        for name, found in heights.items()
    )
    every = max(1, round(24 / step))
    numbers = tuple(
        Label(across[n], TOP + DEPTH + ROW, str(n)) for n in range(1, len(states)) if n == 1 or n % every == 0
    )
    marks = _marks([(across[turn], word) for turn, word in _words(whole)])
    lowest = max((mark.y for mark in marks), default=TOP + DEPTH + ROW)
    clauses = [f"turn {mark.turn} {mark.clause}" for mark in coach.marks(call, whole.persona)]
    return Picture(lines, numbers, marks, lowest + ROW, "; ".join(clauses) or "no no, no yes, and nothing came out")


def _height(value: float) -> float:
    return TOP + DEPTH * (1 - max(0.0, min(100.0, value)) / 100)


def _points(pairs: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in pairs)


def _apart(ends: dict[str, float]) -> dict[str, float]:
    """Heights for the names at the end of the lines, no two on top of each other."""
    placed: dict[str, float] = {}
    for name, height in sorted(ends.items(), key=lambda item: item[1]):
        placed[name] = max(height + 4, max(placed.values(), default=0.0) + ROW)
    over = max(0.0, max(placed.values()) - (TOP + DEPTH + 4))
    return {name: height - over for name, height in placed.items()}


def _words(whole: Whole) -> list[tuple[int, str]]:
    """The words of each turn together."""
    found = groupby(coach.marks(whole.call, whole.persona), key=lambda mark: mark.turn)
    return [(turn, ", ".join(mark.word for mark in group)) for turn, group in found]


def _marks(words: Iterable[tuple[float, str]]) -> tuple[Label, ...]:
    """Each word centred under its turn, in the first row where there is room."""
    rows: list[float] = []
    found = []
    for x, word in words:
        half = LETTER * len(word) / 2
        free = next((row for row, end in enumerate(rows) if end < x - half - 4), len(rows))
        rows[free : free + 1] = [x + half]
        found.append(Label(x, TOP + DEPTH + ROW * (2.2 + free), word))
    return tuple(found)
