"""A month with a moved clock: reps who get better, stay, and get worse, and what the plan makes of them."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from roleplay.model.practice import Attempt, Verdict
from roleplay.practice import days, skills
from roleplay.practice.book import Book
from roleplay.practice.memory import Memory
from roleplay.practice.rounds import Supply, of_skill
from roleplay.practice.spacing import DAYS, standing

Skill = Callable[[str, int], float]
"""The chance (0-1) that a rep does well at a skill on a day of the month."""
WEAK = "after-no:price"


def better(skill: str, day: int) -> float:
    return min(0.95, 0.2 + day / 30)


def same(skill: str, day: int) -> float:
    return 0.05 if skill == WEAK else 0.9


def worse(skill: str, day: int) -> float:
    return max(0.05, 0.9 - day / 30)


class Month:
    """Somebody who practises the plan every evening, and plays a call in which the weak skill shows."""

    def __init__(self, able: Skill, *, zone: str = "Europe/Berlin", begins: str = "2026-03-16", seed: int = 1) -> None:
        self.able, self.zone, self.luck = able, ZoneInfo(zone), Random(seed)
        self.now = datetime.fromisoformat(f"{begins}T20:30:00").replace(tzinfo=self.zone)
        self.kept = Memory()
        self.book = Book(self.kept, lambda: self.now, self.zone)
        self.plans: dict[date, list[str]] = {}

    def live(self, number: int = 30, call: Callable[[int], str] = lambda day: "") -> Month:
        for day in range(number):
            self.evening(day, call(day))
            moved = self.now.astimezone(self.zone) + timedelta(days=1)
            self.now = moved
        return self

    def evening(self, day: int, called: str) -> None:
        tasks = self.book.plan()
        self.plans[self.book.today] = [task.skill for task in tasks]
        for task in tasks:
            for number in range(task.items):
                self.try_at(task.skill, f"{task.skill}/{day}/{number}", self.luck.random() < self.able(task.skill, day))
        if called:
            good = self.luck.random() < self.able(called, day)
            lesson = Attempt(days.stamp(self.now), self.book.today, called, f"call:{day}:3", "…", good, call=str(day))
            self.kept.add([lesson], standing)

    def try_at(self, skill: str, item: str, ok: bool) -> None:
        attempt = Attempt(days.stamp(self.now), self.book.today, skill, item, "…", ok)
        self.kept.add([attempt], standing)


@pytest.mark.parametrize("begins", ["2026-03-16", "2026-10-12", "2028-02-14"], ids=["spring", "autumn", "leap year"])
def test_a_weak_skill_is_in_the_plan_within_three_days_of_showing_in_a_call(begins: str):
    month = Month(same, begins=begins).live(call=lambda day: WEAK if day == 4 else "")
    failed = next(each.day for each in month.kept.attempts if each.skill == WEAK and not each.ok)
    soon = [month.plans[failed + timedelta(number)] for number in (1, 2, 3)]
    assert any(WEAK in plan for plan in soon)


@pytest.mark.parametrize("weak", ["after-no:price", "flip:at the close", "which-yes:counterfeit", "opener:tough"])
@pytest.mark.parametrize("seed", range(5))
def test_whatever_is_weak_it_comes_back_at_least_every_third_day(weak: str, seed: int):
    month = Month(lambda skill, day: 0.0 if skill == weak else 0.95, seed=seed)
    month.live(call=lambda day: weak if day == 2 else "")
    there = [day for day, plan in month.plans.items() if weak in plan]
    gaps = [(later - earlier).days for earlier, later in itertools.pairwise(there)]
    assert len(there) >= 8
    assert max(gaps) <= 3


def test_the_month_of_one_who_is_always_right_follows_the_ladder_from_its_second_step():
    month = Month(lambda skill, day: 1.0).live(60)
    for skill in {each.skill for each in month.kept.attempts}:
        on = sorted({each.day for each in month.kept.attempts if each.skill == skill})
        for number, (earlier, later) in enumerate(itertools.pairwise(on)):
            assert (later - earlier).days >= DAYS[min(number + 1, 4)], (skill, on)


def test_better_and_worse_part_ways():
    """One who gets better climbs the ladder; one who gets worse is found at its foot."""
    steps = {}
    for able in (better, worse):
        month = Month(able).live(30)
        stands = month.kept.standings().values()
        steps[able] = sum(each.step for each in stands) / len(stands)
    assert steps[better] > steps[worse] + 0.5


@pytest.mark.parametrize("able", [better, same, worse])
def test_never_more_than_three_skills_a_day_and_of_mixed_kinds_while_there_is_a_choice(able: Skill):
    month = Month(able).live()
    assert all(len(set(plan)) == len(plan) <= 3 for plan in month.plans.values())
    kinds = [len({skills.drill_of(skill) for skill in plan}) for plan in month.plans.values()]
    assert sum(count >= 2 for count in kinds) >= 0.8 * len(kinds)


def test_every_evening_has_a_day_of_its_own_across_the_change_of_clocks():
    for zone, begins in (("America/New_York", "2026-03-01"), ("Europe/Berlin", "2026-10-20")):
        month = Month(same, zone=zone, begins=begins).live(15)
        first = date.fromisoformat(begins)
        assert list(month.plans) == [first + timedelta(number) for number in range(15)]


def test_a_flight_west_over_the_date_line_gives_the_same_day_twice_and_loses_nothing():
    month = Month(same, zone="Pacific/Auckland").live(5)
    before = month.kept.standings()
    again = Book(month.kept, lambda: month.now - timedelta(hours=23), ZoneInfo("Pacific/Honolulu"))
    assert again.today <= max(month.plans)
    planned = [task.skill for task in again.plan()]
    assert planned == month.plans[again.today]
    assert month.kept.standings() == before


@pytest.mark.parametrize(
    ("home", "there"),
    [("Europe/Berlin", "Pacific/Auckland"), ("Pacific/Auckland", "America/Los_Angeles")],
    ids=["east", "west"],
)
def test_a_weak_skill_is_in_the_plan_within_three_days_after_a_flight_too(home: str, there: str):
    month = Month(same, zone=home).live(4)
    month.evening(4, WEAK)
    failed = month.book.today
    month.zone = ZoneInfo(there)
    month.book = Book(month.kept, lambda: month.now, month.zone)
    month.now += timedelta(hours=24)
    month.live(3)
    soon = [plan for day, plan in month.plans.items() if 0 < (day - failed).days <= 3]
    assert any(WEAK in plan for plan in soon)


def test_the_plan_stays_the_same_all_day_and_counts_what_is_done():
    month = Month(same)
    first = month.book.plan()
    month.try_at(first[0].skill, "one", False)
    month.now += timedelta(hours=2)
    later = month.book.plan()
    assert [task.skill for task in later] == [task.skill for task in first]
    assert later[0].tried == 1
    assert not later[0].done


def test_each_time_another_prospect_or_item(personas):
    """No item comes twice while one of the same skill has not been played."""
    source, seen = Supply(list(personas.values())), {}
    for skill in ("flip:at the close", "which-yes:commitment", "opener:warm", "after-no:timing"):
        met: list[str] = []
        for day in range(3):
            found = [each for each in of_skill(skill, source, day, 2, seen) if each.skill == skill]
            seen.update({each.item: f"2026-03-0{day + 1}" for each in found})
            met += [each.item for each in found]
        assert len(set(met)) == len(met) == 6


def test_a_set_about_one_kind_of_yes_has_other_kinds_in_it():
    for seed in range(20):
        found = of_skill("which-yes:counterfeit", Supply(), seed, 2, {})
        assert sum(each.skill == "which-yes:counterfeit" for each in found) == 2
        assert len(found) == 4


def test_what_is_noted_is_what_was_played():
    month = Month(same)
    exercise = of_skill("flip:opener", Supply(), 3, 1, {})[0].make()
    attempt = month.book.note(exercise, "Is this a bad time?", Verdict(True, "so", "or so"))
    assert (attempt.skill, attempt.item, attempt.day) == ("flip:opener", exercise.item, date(2026, 3, 16))
    assert attempt.at == month.now.astimezone(UTC).isoformat(timespec="seconds")
