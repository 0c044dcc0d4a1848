"""Numbers and times as the screens show them; loads nothing of the domain, since the lobby needs it at once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path


def level(number: int) -> str:
    """The level with its name."""
    from roleplay.prospect.difficulty import LEVELS

    return f"level {number} {LEVELS[number].name}"


def points(total: float | None) -> str:
    """A total as a whole number, or a dash."""
    return "–" if total is None else f"{total:.0f}"


def clock(seconds: float) -> str:
    """Minutes and seconds."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def when(started: str, now: datetime | None = None) -> str:
    """A stored time as the rep's own clock shows it: the weekday within six days, else the date."""
    try:
        moment = datetime.fromisoformat(started).astimezone()
    except ValueError:
        return started
    now = (now or datetime.now()).astimezone()
    if moment.date() == now.date():
        return f"today {moment:%H:%M}"
    if 0 < (now.date() - moment.date()).days < 7:
        return f"{moment:%a} {moment:%H:%M}"
    return f"{moment:%d %b %Y}" if moment.year != now.year else f"{moment:%d %b} {moment:%H:%M}"


def count(number: int, thing: str, things: str = "") -> str:
    """A number with its noun."""
    return f"{number} {thing if number == 1 else things or thing + 's'}"


def written(path: Path) -> str:
    """Where a file and the page beside it were written: the folder, and on a row of its own the name."""
    folder, home = path.parent, Path.home()
    shown = Path("~") / folder.relative_to(home) if folder.is_relative_to(home) else folder
    return f"Written to {shown}:\n{path.name} and {path.with_suffix('.html').suffix}"
