"""The rows of docs/coach.md that concern the coach, over fewer calls than `python -m benchmarks.coach` plays."""

import pytest

from benchmarks.coach import rows
from benchmarks.coach.rows import Played
from roleplay.persona import Persona

PEOPLE = ("marek", "dana", "priti")


@pytest.fixture(scope="module")
def played(personas: dict[str, Persona]) -> list[Played]:
    return list(rows.calls([personas[id] for id in PEOPLE], (2,), 1))


@pytest.mark.parametrize("row", [rows.same, rows.quotes, rows.answered_first, rows.instructed_words, rows.padded])
def test_the_row_holds(row, played: list[Played]):
    found = row(played)
    assert found.of >= 5, "too few calls to say anything"
    assert found.held >= found.bar * found.of - 1, str(found)  # the grid is small: one of a handful may miss


def test_deleting_what_was_credited_lowers_what_it_earned(played: list[Played]):
    """So few calls that one miss weighs seven in a hundred; the benchmark holds it to 95."""
    found = rows.credited(played)
    assert found.of >= 10
    assert found.held >= found.of - 1, str(found)


def test_harm_lowers_the_total_nearly_always(played: list[Played]):
    """So few calls that one miss weighs nine in a hundred; the benchmark prints it over the whole grid."""
    found = rows.harmed(played)
    assert found.of >= 8
    assert found.held >= found.of - 1, str(found)


def test_a_word_to_whoever_scores_moves_nothing_when_the_call_is_played_again(played: list[Played]):
    for found in rows.instructed(played[::3]):
        assert found.of >= 12
        assert found.held == found.of, str(found)


def test_padding_moves_nothing_when_the_call_is_played_again(played: list[Played]):
    after, _, up = (row for row in rows.unmoved(played[1::4]) if row.name.startswith("padding"))
    for found in (after, up):
        assert found.of >= 10
        assert found.held == found.of, str(found)


def test_better_lines_teach_do_better_and_are_never_the_same(played: list[Played]):
    there, taught, does, _, twice = rows.better(played)
    assert there.of >= 20
    for found in (taught, does, twice):
        assert found.held >= found.bar * found.of - 1, str(found)  # the grid is small: one of a handful may miss


def test_bots_are_ranked_by_skill(personas: dict[str, Persona]):
    found = rows.ranked([personas[id] for id in PEOPLE], 2)
    assert found.held == found.of, str(found)
