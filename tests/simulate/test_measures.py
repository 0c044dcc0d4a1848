"""The promises of docs/prospect.md that need no model, on a small grid; `benchmarks.prospect` has the whole."""

from statistics import fmean

import pytest

from benchmarks.prospect import Row, grid, rows, spoken
from roleplay.persona import files
from roleplay.simulate.bots import BOTS
from roleplay.simulate.checks import checks
from roleplay.simulate.play import Job, Result, run_all
from roleplay.simulate.report import Cell, cells, pooled

IDS = ("dana", "tunde", "sofia", "ken")


@pytest.fixture(scope="module")
def results() -> list[Result]:
    return grid(IDS, (1, 3, 5), 4)


@pytest.fixture(scope="module")
def found(results: list[Result]) -> dict[str, Row]:
    return {row.measure: row for row in rows(results, spoken(IDS, 3))}


@pytest.mark.parametrize(
    "measure",
    [
        "harder is harder: success falls with level",
        "same seed and same rep words: same call",
        "a line repeated within a call",
        "mean words of a reply",
    ],
)
def test_a_measure_holds(measure: str, found: dict[str, Row]):
    assert found[measure].holds, found[measure]


def test_a_good_rep_succeeds_thirty_points_more_often_than_a_middling_one():
    """Every prospect at two levels; the whole grid holds each level to it."""

    def share(bot: str) -> float:
        played = run_all([Job(id, level, bot, seed) for id in files() for level in (2, 4) for seed in range(3)])
        return fmean(result.success for result in played)

    assert share("skill 90") - share("skill 50") >= 0.30


def test_no_bot_that_games_succeeds(results: list[Result]):
    assert not [result for result in results if BOTS[result.job.bot].skill is None and result.success]


def test_over_all_no_bot_that_games_earns_what_a_middling_rep_does(results: list[Result]):
    by: dict[tuple[int, str], Cell] = {(cell.level, cell.bot): cell for cell in pooled(cells(results))}
    for (level, bot), cell in by.items():
        if cell.skill is None:
            assert cell.score < by[level, "skill 50"].score, bot


def test_skills_are_in_order_with_either_set_of_sentences():
    for speech in ("lines", "other"):
        bots = [name for name, bot in BOTS.items() if bot.skill in (0.1, 0.5, 0.9)]
        played = run_all([Job(id, 2, bot, seed, speech=speech) for id in IDS for bot in bots for seed in range(6)])
        scores = {cell.bot: cell.score for cell in pooled(cells(played))}
        assert scores["skill 10"] < scores["skill 50"] < scores["skill 90"], speech


def test_an_order_that_is_turned_round_is_said_in_words():
    def cell(level: int, success: float) -> Cell:
        from collections import Counter

        return Cell("dana", level, "skill 50", 0.5, 40, success, 50.0, 9.0, 1.0, Counter())

    turned = [check for check in checks([cell(2, 0.2), cell(3, 0.8)]) if not check.holds]
    assert [check.name for check in turned] == ["levels in order"]
    assert "level 3 is easier than level 2 for a middling rep (20 to 80 %)" in turned[0].figure
    assert all(check.holds for check in checks([cell(2, 0.50), cell(3, 0.55)])), "a tie inside noise is none"
