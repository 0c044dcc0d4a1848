"""The weekly goal: what counts, where weeks begin, what a streak forgives, and that a moved clock shifts nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from roleplay.practice import week_words
from roleplay.practice.journal import local
from roleplay.practice.week import begins, first_weekday, week

MONDAY = date(2026, 3, 2)


def days(*weeks_back: int, count: int = 3, customer: bool = True) -> list[tuple[str, bool, int, int]]:
    """So many opened nos on the Tuesday of each of these weeks before the one of MONDAY."""
    tuesday = MONDAY + timedelta(days=1)
    return [((tuesday - timedelta(weeks=back)).isoformat(), customer, count, count) for back in weeks_back]


@pytest.mark.parametrize(
    ("setting", "environment", "first"),
    [
        pytest.param("", {"LANG": "en_GB.UTF-8"}, 0, id="Britain begins on Monday"),
        pytest.param("", {"LANG": "en_US.UTF-8"}, 6, id="the States on Sunday"),
        pytest.param("", {"LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"}, 0, id="LC_TIME goes before LANG"),
        pytest.param("", {"LC_ALL": "ar_EG", "LC_TIME": "de_DE"}, 5, id="LC_ALL before both; Egypt on Saturday"),
        pytest.param("", {"LANG": "C.UTF-8"}, 0, id="no territory is Monday"),
        pytest.param("", {}, 0, id="nothing set is Monday"),
        pytest.param("", {"LANG": "pt-BR"}, 6, id="a hyphen does as well"),
        pytest.param("", {"LANG": "ca_ES.UTF-8@valencia"}, 0, id="a variant is left aside"),
        pytest.param("wednesday", {"LANG": "en_US.UTF-8"}, 2, id="the setting goes before all"),
    ],
)
def test_a_week_begins_where_the_setting_or_the_locale_says(setting: str, environment: dict[str, str], first: int):
    assert first_weekday(setting, environment) == first


def test_a_week_over_a_leap_day_has_seven_days_and_counts_it():
    found = week([("2028-02-29", True, 2, 2)], date(2028, 3, 1))
    assert [day for day, _, _ in found.strip] == [date(2028, 2, 28) + timedelta(days=number) for number in range(7)]
    assert found.customers.deeper == 2
    assert begins(date(2028, 2, 29), 6) == date(2028, 2, 27)


def test_only_nos_that_were_asked_further_about_count_and_practice_stands_apart():
    found = week([("2026-03-02", True, 5, 1), ("2026-03-03", False, 4, 4)], MONDAY)
    assert (found.customers.heard, found.customers.deeper) == (5, 1)
    assert found.practised.deeper == 4
    assert not found.met
    assert "4 more went without a question" in week_words.remark(found)


def test_a_zero_is_called_one():
    found = week([], MONDAY)
    assert week_words.standing(found.customers, found.goal) == "0 of 3"
    assert week_words.remark(found).startswith("None yet.")
    assert week_words.streak(found) == ""


@pytest.mark.parametrize(
    ("met", "streak", "forgiven"),
    [
        pytest.param((0, 1, 2), 3, False, id="three in a row"),
        pytest.param((1, 2), 2, False, id="this week breaks nothing while it lasts"),
        pytest.param((0, 2, 3), 3, True, id="one missed week is forgiven"),
        pytest.param((2, 3), 2, True, id="even while this week is still open"),
        pytest.param((0, 3, 4), 1, False, id="two missed weeks end it"),
        pytest.param((3, 4), 0, False, id="and leave nothing"),
        pytest.param((), 0, False, id="none"),
    ],
)
def test_a_streak_forgives_one_missed_week(met: tuple[int, ...], streak: int, forgiven: bool):
    found = week(days(*met), MONDAY + timedelta(days=4))
    assert (found.streak, found.missed) == (streak, forgiven)


def test_too_few_nos_are_no_met_week_and_a_goal_can_be_set():
    assert week(days(0, count=2), MONDAY).streak == 0
    assert week(days(0, count=2), MONDAY, goal=2).streak == 1


@pytest.mark.parametrize(
    ("stored", "zone", "day"),
    [
        pytest.param("2026-03-29T00:30:00+00:00", "Europe/London", "2026-03-29", id="before the clocks go forward"),
        pytest.param("2026-03-29T23:30:00+00:00", "Europe/London", "2026-03-30", id="after it, an hour on is tomorrow"),
        pytest.param("2026-10-25T23:30:00+00:00", "Europe/London", "2026-10-25", id="and back again it is not"),
        pytest.param("2026-03-01T03:00:00+00:00", "America/Los_Angeles", "2026-02-28", id="yesterday, further west"),
        pytest.param("2028-02-28T22:00:00+00:00", "Asia/Tokyo", "2028-02-29", id="the leap day, further east"),
    ],
)
def test_a_call_counts_on_the_day_the_rep_saw_on_the_wall(stored: str, zone: str, day: str):
    assert local(stored, ZoneInfo(zone))[:10] == day


def test_moving_to_another_zone_moves_no_entry_to_another_week():
    sunday_night = local("2026-03-09T03:00:00+00:00", ZoneInfo("America/New_York"))
    assert sunday_night[:10] == "2026-03-08"
    for zone in ("Asia/Tokyo", "Europe/Berlin"):
        today = datetime(2026, 3, 10, 12, tzinfo=ZoneInfo(zone)).date()
        assert week([(sunday_night[:10], True, 3, 3)], today).customers.deeper == 0
        assert week([(sunday_night[:10], True, 3, 3)], today).streak == 1


def test_every_day_of_a_year_with_a_clock_change_is_in_one_week_only():
    for first in range(7):
        seen = [begins(date(2026, 1, 1) + timedelta(days=number), first) for number in range(365)]
        assert all((later - earlier).days in (0, 7) for earlier, later in pairwise(seen))
        assert {start.weekday() for start in seen} == {first}
