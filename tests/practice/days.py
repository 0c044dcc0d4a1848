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


def chance(skill: float, level: int) -> float:
    """How likely a rep of that skill (0-1) succeeds: a rep of skill 0.5 does in one of two calls at level 3."""
    return 1 / (1 + 10 ** (0.35 * (level - 5 * skill - 0.5)))


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
