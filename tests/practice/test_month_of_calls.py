"""A month of whole calls by bots who get better, stay and get worse, each call at the level that was suggested."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from roleplay import coach
from roleplay.persona import Persona
from roleplay.practice.catch_up import catch_up
from roleplay.practice.ledger import Ledger
from roleplay.practice.progress import Progress
from roleplay.simulate.bots import BOTS
from roleplay.simulate.play import play
from roleplay.store import Store

CALLS = 20
"""Two evenings of three, for thirty days."""
RISING = (10, 30, 50, 70, 90)


class Month:
    """A store that fills; every evening at half past eight, wherever the rep is by then."""

    def __init__(self, path: Path, personas: dict[str, Persona], begins: str, zones: tuple[str, str]) -> None:
        self.store = Store(path / "month.db")
        self.people = [who for who in personas.values() if who.winnable]
        self.zones = [ZoneInfo(name) for name in zones]
        self.evening = date.fromisoformat(begins)
        self.level, self.levels, self.won = 3, list[int](), list[bool | None]()
        self.days = list[str]()

    def live(self, skills: tuple[int, ...]) -> Progress:
        for number in range(CALLS):
            zone = self.zones[number >= CALLS // 2]
            now = datetime.combine(self.evening, datetime.min.time(), zone).replace(hour=20, minute=30)
            found = self.call(number, skills[number * len(skills) // CALLS], now, zone)
            self.evening += timedelta(days=1 + number % 2)
        return found

    def call(self, number: int, skill: int, now: datetime, zone: ZoneInfo) -> Progress:
        who, at = self.people[number % len(self.people)], now.astimezone(UTC).isoformat(timespec="seconds")
        call = replace(
            play(who, self.level, BOTS[f"skill {skill}"], number), id=f"c{number:02}", started=at, ended=at
        )  # fmt: skip
        self.store.open_call(replace(call, turns=()), who)
        for turn in call.turns:
            self.store.add_turn(call.id, turn)
        self.store.end_call(call)
        self.store.cards.keep(call.id, coach.review(call, who))
        catch_up(self.store, zone=zone)
        found = Ledger(self.store, now).progress([each.id for each in self.people])
        self.days.append(now.date().isoformat())
        self.levels.append(self.level)
        self.won.append(self.store.digests.all()[-1].success)
        self.level = found.level.level if found.level else self.level
        return found


REPS = {
    "better": (RISING, "2026-03-16", ("Europe/Berlin", "Asia/Tokyo")),
    "same": ((50,), "2028-02-14", ("America/New_York", "America/New_York")),
    "worse": (RISING[::-1], "2026-10-12", ("Europe/London", "America/Los_Angeles")),
}
"""Over the clocks' change in spring and a flight east, over a leap day, over the change in autumn and a flight west."""


@pytest.mark.parametrize("rep", REPS)
def test_progress_tells_the_truth_of_a_month_and_the_level_follows_success(tmp_path: Path, personas, rep: str):
    skills, begins, zones = REPS[rep]
    month = Month(tmp_path, personas, begins, zones)
    found, digests = month.live(skills), month.store.digests.all()
    month.store.close()

    score = found.lines[0].trend
    if rep == "same":
        assert score.word in ("steady", "too soon") or score.levels, "what moved is put down to the level"
    else:
        assert score.word == {"better": "up", "worse": "down"}[rep]

    assert [item.day for item in digests] == month.days, "each on the day on the wall, across clocks and flights"
    scored = [item.day for item in digests if item.total is not None]
    weeks = {(date.fromisoformat(day) - found.first).days // 7 for day in scored}
    assert {week for week, mean in enumerate(found.lines[0].weeks) if mean is not None} == weeks

    at = 0
    for level, run in groupby(month.levels):
        at += len(list(run))
        judged = [won for won in month.won[:at] if won is not None][-3:]
        rate, later = sum(judged) / len(judged), (month.levels[at:] or [month.level])[0]
        if later > level:
            assert rate >= 0.6, month.levels
        if later < level:
            assert rate <= 0.4, month.levels
    assert len(set(month.levels)) > 1, "level 3 suits none of them"


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_a_call_counts_on_the_day_on_the_wall_wherever_the_rep_is(tmp_path: Path, personas, zone: str):
    month = Month(tmp_path, personas, "2028-02-29", (zone, zone))
    month.call(0, 50, datetime(2028, 2, 29, 23, 50, tzinfo=ZoneInfo(zone)), ZoneInfo(zone))
    assert [item.day for item in month.store.digests.all()] == ["2028-02-29"]
    month.store.close()
