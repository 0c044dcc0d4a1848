"""Digests and days made by hand."""

from datetime import UTC, datetime, timedelta
from random import Random

from roleplay.model import Digest, Mode

START = datetime(2026, 3, 1, 10, tzinfo=UTC)


def call(
    number: int, *, level: int = 2, success: bool | None = True, total: float | None = 60.0, persona: str = "dana",
    mode: Mode = Mode.PRACTICE, scores: tuple[float | None, ...] | None = None,
    guessed: tuple[bool | None, ...] = (),
) -> Digest:  # fmt: skip
    """The finished call of that number, one a day."""
    started = START + timedelta(days=number)
    six = scores or ((total or 0) / 100,) * 6
    return Digest(
        f"c{number}", started.isoformat(), started.date().isoformat(), persona, persona.title(), level, mode, success,
        total, six, guessed,
    )  # fmt: skip


SUCCEED = {
    0.1: (3, 0, 0, 0, 0), 0.3: (22, 12, 4, 0, 0), 0.5: (54, 44, 18, 7, 3), 0.7: (80, 75, 50, 25, 9),
    0.9: (90, 88, 77, 60, 40), 1.0: (94, 93, 84, 73, 57),
}  # fmt: skip
"""How many of 100 calls succeed at levels 1 to 5 by skill: 240 played calls each (`python -m benchmarks.month`)."""


def chance(skill: float, level: int) -> float:
    """How likely (0-1) a rep of that skill (0.1-1) succeeds, between the skills that were measured in a line."""
    known = sorted(SUCCEED)
    above = next(each for each in known if each >= skill)
    below = max((each for each in known if each < above), default=above)
    low, high = SUCCEED[below][level - 1] / 100, SUCCEED[above][level - 1] / 100
    return high if below == above else low + (high - low) * (skill - below) / (above - below)


def month(skills: list[float], seed: int) -> list[Digest]:
    """A call for each skill, one a day, each at the level that was suggested."""
    from roleplay.practice.level import suggest

    random, calls, level = Random(seed), list[Digest](), 3
    for number, skill in enumerate(skills):
        won = random.random() < chance(skill, level)
        total = max(0.0, min(100.0, random.gauss(100 * chance(skill, level), 12)))
        calls.append(call(number, level=level, success=won, total=total))
        found = suggest(calls)
        level = found.level if found else level
    return calls
