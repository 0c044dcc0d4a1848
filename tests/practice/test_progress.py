"""Progress tells the truth: level, trend, blind calls, bests."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from roleplay.model import Mode
from roleplay.practice.blind import blind
from roleplay.practice.level import HIGH, LOW, suggest
from roleplay.practice.progress import GUESSES, progress, weighted
from roleplay.practice.progress_words import guesses, headline, level, strip, trend
from roleplay.practice.today import tally
from tests.practice.days import START, call, chance, month

TODAY = START.date() + timedelta(days=40)


@pytest.mark.parametrize(
    ("wins", "at", "to", "says"),
    [
        pytest.param("110", 3, 3, "1 more and it can be judged", id="three calls are too few"),
        pytest.param("1101", 3, 4, "3 of your last 4 calls at level 3 succeeded: too easy", id="too easy, one up"),
        pytest.param("0101", 3, 3, "one learns most", id="two of four is just right"),
        pytest.param("0001", 3, 2, "1 of your last 4 calls at level 3 succeeded: harder", id="too hard, one down"),
        pytest.param("11111", 5, 5, "no harder one", id="nothing above five"),
        pytest.param("00000", 1, 1, "the mildest there is", id="nothing below one"),
        pytest.param("111", 3, 4, "last 3 calls at level 3 all succeeded: too easy", id="three won in a row"),
        pytest.param("00", 3, 2, "last 2 calls at level 3 both failed: harder", id="two lost in a row, down at once"),
        pytest.param("00", 5, 5, "2 more and it can be judged", id="the hardest is allowed a bad day"),
        pytest.param("000", 5, 4, "last 3 calls at level 5 all failed: harder", id="three lost in a row there"),
        pytest.param("11", 1, 2, "last 2 calls at level 1 both succeeded", id="the mildest is soon outgrown"),
        pytest.param("11", 3, 3, "2 more and it can be judged", id="two won in a row are too few"),
        pytest.param("1100", 3, 2, "both failed", id="a run counts though the share was right"),
        pytest.param("00000000001101", 3, 4, "3 of your last 4", id="only the last four are looked at"),
    ],
)
def test_the_level_is_suggested_with_its_reason(wins: str, at: int, to: int, says: str):
    found = suggest([call(number, level=at, success=won == "1") for number, won in enumerate(wins)])
    assert found is not None
    assert found.level == to
    assert says in found.reason


def test_a_new_level_is_judged_by_its_own_calls():
    calls = [call(number, level=2) for number in range(8)] + [call(9, level=3, success=False)]
    found = suggest(calls)
    assert found is not None
    assert (found.level, found.rate) == (3, None)


def test_calls_that_are_not_judged_are_left_out_and_none_gives_no_suggestion():
    assert suggest([]) is None
    assert suggest([call(0, success=None, total=None)]) is None


MONTH = 30
REPS = {
    "half": [0.5] * MONTH,
    "fair": [0.7] * MONTH,
    "good": [0.9] * MONTH,
    "best": [1.0] * MONTH,
    "better": [0.3 + 0.6 * day / (MONTH - 1) for day in range(MONTH)],
}


@pytest.mark.parametrize("rep", REPS)
def test_the_level_brings_every_rep_to_where_four_to_seven_of_ten_succeed(rep: str):
    """A call a day for a month, by four hundred reps, at the success that was measured: the last ten days."""
    lately = [bool(item.success) for seed in range(400) for item in month(REPS[rep], seed)[-10:]]
    assert LOW <= sum(lately) / len(lately) <= HIGH


@pytest.mark.parametrize(
    "skills",
    [[0.1] * MONTH, [0.3] * MONTH, REPS["better"][::-1]],
    ids=["a beginner", "a weak rep", "one who gets worse"],
)
def test_who_succeeds_nowhere_often_enough_is_brought_to_the_mildest(skills: list[float]):
    """Even level 1 gives them less than 40 % by then, so it is where they belong."""
    assert chance(skills[-1], 1) < LOW
    levels = [month(skills, seed)[-1].level for seed in range(200)]
    assert sum(level == 1 for level in levels) > 0.6 * len(levels)
    assert max(levels) <= 3


def test_whole_calls_end_where_the_measured_success_says():
    """Not drawn but played: two months each of a middling and of a good rep."""
    from benchmarks.month import month as played
    from benchmarks.month import steady

    half, good = ([played(steady(skill), seed) for seed in (1, 2)] for skill in (0.5, 0.9))
    means = [sum(sum(each.levels[-10:]) for each in two) / 2 for two in (half, good)]
    assert means[0] < 20 < 30 < means[1]


def at_one_level(start: float, end: float, seed: int) -> str:
    """What is said of a rep whose mean score goes from `start` to `end` over thirty calls of one level."""
    from random import Random

    random = Random(seed)
    totals = [max(0.0, min(100.0, random.gauss(start + (end - start) * number / 29, 8))) for number in range(30)]
    calls = [call(number, total=total) for number, total in enumerate(totals)]
    return progress(calls, [], TODAY).lines[0].trend.word


@pytest.mark.parametrize(
    ("start", "end", "word"),
    [
        pytest.param(35, 80, "up", id="better is called up"),
        pytest.param(80, 35, "down", id="worse is called down"),
        pytest.param(55, 55, "steady", id="the same is called steady"),
    ],
)
def test_a_line_says_what_is_true(start: float, end: float, word: str):
    said = [at_one_level(start, end, seed) for seed in range(100)]
    assert said.count(word) >= 90


def test_a_trend_says_when_the_calls_were_harder():
    calls = [call(number, level=2, total=70.0 + number % 3) for number in range(10)]
    calls += [call(number, level=4, total=50.0 + number % 3) for number in range(10, 20)]
    found = progress(calls, [], TODAY).lines[0].trend
    assert trend(found) == "down by 20, harder calls (level 2.0 to 4.0)"


def test_a_call_counts_half_as_much_as_one_five_calls_later():
    assert weighted([0, *[50] * 4, 100]) == pytest.approx(
        (50 * sum(0.5 ** (age / 5) for age in range(1, 5)) + 100) / sum(0.5 ** (age / 5) for age in range(6))
    )
    assert weighted([]) is None


def test_no_call_and_one_call_make_sense():
    none = progress([], ["dana"], TODAY)
    assert headline(none).startswith("No scored calls yet.")
    assert all(line.now is None for line in none.lines)
    one = progress([call(38, total=64.0)], ["dana"], TODAY)
    assert one.lines[0].now == 64
    assert one.lines[0].trend.word == "too soon"
    assert strip(one.lines[0]) == "···········▆"
    assert level(one).startswith("Stay at level 2. 1 call at level 2 so far")
    assert one.bests[0].total == 64


def test_a_dimension_that_was_not_practised_is_no_zero():
    calls = [call(0, scores=(0.5, 0.5, None, 0.5, 0.5, 0.5)), call(1, scores=(0.5, 0.5, 0.9, 0.5, 0.5, 0.5))]
    line = next(line for line in progress(calls, [], TODAY).lines if line.name == "yes discipline")
    assert (line.now, line.calls) == (90, 1)


def test_every_fifth_call_is_blind_with_somebody_not_met():
    people = ["dana", "marek", "hal", "ken"]
    calls = [call(number, persona="dana") for number in range(4)]
    assert blind(calls[:3], people).due is False
    due = blind(calls, people)
    assert due.due
    assert due.persona == "hal"
    played = [*calls, call(4, persona="hal", mode=Mode.EXAM)]
    assert [item.call for item in blind(played, people).calls] == ["c4"]
    assert blind(played, people).left == 4


@pytest.mark.parametrize(
    ("persona", "mode"),
    [pytest.param("hal", Mode.PRACTICE, id="with help"), pytest.param("dana", Mode.EXAM, id="somebody known")],
)
def test_a_call_with_help_or_with_somebody_known_is_not_blind_and_it_stays_due(persona: str, mode: Mode):
    calls = [*(call(number, persona="dana") for number in range(4)), call(4, persona=persona, mode=mode)]
    found = blind(calls, ["dana", "marek", "hal"])
    assert not found.calls
    assert found.due


def test_once_everyone_was_met_the_one_met_least_is_called_blind():
    calls = [call(number, persona=who) for number, who in enumerate(["dana", "dana", "hal", "dana"])]
    assert blind(calls, ["dana", "hal"]).persona == "hal"
    after = [*calls, call(4, persona="hal", mode=Mode.EXAM, total=71.0)]
    assert headline(progress(after, ["dana", "hal"], TODAY)).startswith("Last blind call: 71 of 100, Hal")


def test_bests_are_by_level_and_the_newer_of_equals():
    calls = [call(0, level=2, total=70.0), call(1, level=2, total=70.0), call(2, level=3, total=40.0)]
    assert [(best.level, best.call) for best in progress(calls, [], TODAY).bests] == [(2, "c1"), (3, "c2")]


def test_weeks_begin_where_they_are_told_to():
    sunday = date(2026, 3, 1)
    calls = [call(0, total=10.0), call(1, total=90.0)]
    assert progress(calls, [], sunday + timedelta(days=1), first=0).lines[0].weeks[-2:] == (10, 90)
    assert progress(calls, [], sunday + timedelta(days=1), first=6).lines[0].weeks[-2:] == (None, 50)


def test_how_often_a_guess_was_right_is_counted_for_each_thing_guessed():
    some = [(True, False, None), (), (True, True, None), (False, None, None)]
    calls = [call(number, guessed=rights) for number, rights in enumerate(some)]
    found = progress(calls, [], TODAY)
    assert [(item.name, item.right, item.of) for item in found.guesses] == [
        ("no", 2, 3),
        ("behind", 1, 2),
        ("yes", 0, 0),
    ]
    assert "was right: the no 2 of 3, what was behind it 1 of 2 (" in guesses(found)


def test_only_the_latest_guesses_are_counted():
    old = [call(number, guessed=(False, None, None)) for number in range(9)]
    new = [call(9 + number, guessed=(True, None, True)) for number in range(GUESSES)]
    found = progress([*old, *new], [], TODAY)
    assert [(item.right, item.of) for item in found.guesses] == [(GUESSES, GUESSES), (0, 0), (GUESSES, GUESSES)]


def test_without_a_guess_it_says_how_there_would_be_one():
    found = progress([call(0)], [], TODAY)
    assert "No guess yet: say before a card" in guesses(found)
    assert "g on a card asks again" in guesses(found, asked=False)


def test_nobody_met_in_a_drill_today_is_called_blind_while_another_is_left():
    people, calls = ["ana", "bo", "cy"], [call(number, persona="ana") for number in range(4)]
    assert blind(calls, people).persona == "bo"
    assert blind(calls, people, {"bo"}).persona == "cy"
    assert blind(calls, people, {"bo", "cy"}).persona == "bo", "one of those never called is still the newest there is"


def test_a_planned_set_is_counted_as_the_plan_counts_it():
    played = [("which-yes:commitment", True), ("which-yes:counterfeit", True), ("which-yes:counterfeit", False)]
    assert tally(played, "which-yes:counterfeit") == "1 of 2 right, and 1 of the 1 mixed in"
    assert tally(played) == "2 of 3 right"
