"""When a skill comes back, and which skills make a day."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from roleplay.model.practice import Drill, Standing
from roleplay.practice import days, skills
from roleplay.practice.spacing import DAYS, standing
from roleplay.practice.today import MOST, choose

START = date(2026, 3, 2)


def played(*results: bool, skill: str = "flip:opener", first: date = START) -> Standing:
    """A skill tried on the very days it came due."""
    tries: list[tuple[date, bool]] = []
    day = first
    for ok in results:
        tries.append((day, ok))
        day = standing(skill, tries).due
    return standing(skill, tries)


def waits(*results: bool) -> list[int]:
    found = [played(*results[:number]) for number in range(1, len(results) + 1)]
    return [(each.due - each.last).days for each in found]


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ((False, True, True, True, True, True), [1, 3, 7, 14, 30, 30]),
        ((True, True, True, True, True), [3, 7, 14, 30, 30]),
        ((False, False, False), [1, 1, 1]),
        ((False, True, True, True, False, True), [1, 3, 7, 14, 7, 14]),
        ((False, True, False, True), [1, 3, 1, 3]),
    ],
)
def test_it_comes_back_after_1_3_7_14_30_days_a_step_back_on_a_failure(results, expected):
    assert waits(*results) == expected


def test_nothing_tried_has_no_standing():
    assert standing("flip:opener", []) is None


def test_a_day_moves_a_skill_one_step_however_often_it_is_tried():
    assert standing("flip:opener", [(START, True)] * 12) == standing("flip:opener", [(START, True)])


def test_most_of_the_days_attempts_decide_how_it_went():
    assert standing("x", [(START, True), (START, False)]).ok is False
    assert standing("x", [(START, True), (START, True), (START, False)]).ok is True


def test_doing_well_too_early_changes_nothing_doing_badly_always_does():
    third = played(False, True, True)
    early = third.last + timedelta(2)
    tries = [(START, False), (START + timedelta(1), True), (START + timedelta(4), True)]
    assert standing("x", [*tries, (early, True)]).due == third.due
    assert standing("x", [*tries, (early, False)]).due == early + timedelta(DAYS[1])


def test_attempts_may_come_in_any_order():
    tries = [(START, False), (START + timedelta(1), True), (START + timedelta(4), True)]
    assert standing("x", reversed(tries)) == standing("x", tries)


def a_standing(skill: str, *, step: int = 0, due: int = 0, ok: bool = False) -> Standing:
    return Standing(skill, step, START + timedelta(due), START + timedelta(due - DAYS[step]), ok, 3, 1)


def test_at_most_three_a_day_of_mixed_kinds_the_weakest_first():
    weak = ["flip:opener", "flip:at the close", "flip:discovery", "after-no:price", "which-yes:counterfeit"]
    chosen = choose({skill: a_standing(skill) for skill in weak}, START, ())
    assert len(chosen) == MOST
    assert len({skills.drill_of(skill) for skill in chosen}) == 3


def test_what_went_badly_comes_before_what_went_well_and_both_before_anything_new():
    standings = {
        each.skill: each
        for each in (
            a_standing("flip:opener", step=3, ok=True),
            a_standing("flip:discovery", step=0),
            a_standing("after-no:price", step=2, ok=True),
            a_standing("after-no:trust", due=1),
        )
    }
    chosen = choose(standings, START, ("which-yes:counterfeit", "opener:warm"))
    assert chosen == ["flip:discovery", "after-no:price", "flip:opener"]


def test_a_day_with_nothing_due_brings_new_skills_of_different_kinds():
    chosen = choose({}, START, skills.every())
    assert len(chosen) == MOST
    assert len({skills.drill_of(skill) for skill in chosen}) == MOST


def test_nothing_waits_for_ever():
    """However many weak skills there are, one that has waited long enough is taken before them."""
    weak = {f"flip:{number}": a_standing(f"flip:{number}") for number in range(5)}
    old = a_standing("flip:old", step=4, due=-40, ok=True)
    assert "flip:old" in choose({**weak, old.skill: old}, START, ())


def test_every_skill_has_words_and_a_drill_and_there_is_something_to_practise_it_with():
    assert {skills.drill_of(skill) for skill in skills.every()} == set(Drill)
    assert len(set(skills.every())) == len(skills.every())
    assert len({skills.words(skill) for skill in skills.every()}) == len(skills.every())


NEW_YORK, AUCKLAND = ZoneInfo("America/New_York"), ZoneInfo("Pacific/Auckland")


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        pytest.param("2026-03-08T04:59:00+00:00", NEW_YORK, date(2026, 3, 7), id="before midnight, winter time"),
        pytest.param("2026-03-08T05:01:00+00:00", NEW_YORK, date(2026, 3, 8), id="the day of the change begins"),
        pytest.param("2026-03-09T03:59:00+00:00", NEW_YORK, date(2026, 3, 8), id="and is 23 hours long"),
        pytest.param("2026-03-09T04:01:00+00:00", NEW_YORK, date(2026, 3, 9), id="the day after"),
        pytest.param("2026-11-01T04:30:00+00:00", NEW_YORK, date(2026, 11, 1), id="a day of 25 hours begins"),
        pytest.param("2026-11-02T04:59:00+00:00", NEW_YORK, date(2026, 11, 1), id="and ends an hour later"),
        pytest.param("2028-02-29T11:30:00+00:00", AUCKLAND, date(2028, 3, 1), id="the leap day is over there"),
        pytest.param("2028-02-29T11:30:00+00:00", NEW_YORK, date(2028, 2, 29), id="and not here"),
    ],
)
def test_the_day_is_the_one_on_the_reps_own_clock(moment: str, zone: ZoneInfo, day: date):
    assert days.local_day(datetime.fromisoformat(moment), zone) == day


def test_a_moment_without_a_zone_has_no_day():
    with pytest.raises(ValueError, match="no time zone"):
        days.local_day(datetime(2026, 3, 8, 12))


def test_a_leap_day_is_a_day_like_any_other():
    last = played(False, first=date(2028, 2, 28))
    assert last.due == date(2028, 2, 29)
    assert played(False, True, first=date(2028, 2, 28)).due == date(2028, 3, 3)


def test_a_kept_moment_is_utc_whatever_zone_it_came_from():
    moment = datetime(2026, 5, 1, 1, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert days.stamp(moment) == "2026-04-30T20:00:00+00:00"
    assert days.moment(days.stamp(moment)) == moment.astimezone(UTC)
