"""Which day it is for the rep: the date on the clock where they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo

Clock = Callable[[], datetime]
"""Gives the moment it is, with a time zone."""


def now() -> datetime:
    """The moment it is, in UTC."""
    return datetime.now(UTC)


def local_day(moment: datetime, zone: tzinfo | None = None) -> date:
    """The rep's date at a moment; `zone` is where they are (None: where this machine is).

    Raises ValueError for a moment without a time zone, whose date nobody knows.
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.astimezone(zone).date()


def stamp(moment: datetime) -> str:
    """The moment as it is kept: UTC, ISO 8601, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def moment(stamp: str) -> datetime:
    """A kept moment; one without a time zone is taken as UTC. Raises ValueError for what is none."""
    found = datetime.fromisoformat(stamp)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
