"""The rows of a card as whole points: they add up to the total that is shown, whatever was judged."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from roleplay import coach
from roleplay.coach.plain import text
from roleplay.model import Dimension, Scorecard
from roleplay.persona import Persona
from tests.coach.test_review import PUSHY, SKILLED

SCORES = st.lists(
    st.none() | st.sampled_from([0.0, 1.0]) | st.floats(0, 1), min_size=len(coach.WEIGHTS), max_size=len(coach.WEIGHTS)
)


def card(scores: list[float | None]) -> Scorecard:
    """A card with these scores and the total they make."""
    rows = tuple(
        Dimension(name, weight, score, "so")
        for (name, weight), score in zip(coach.WEIGHTS.items(), scores, strict=True)
    )
    judged = [(row.weight, row.score) for row in rows if row.score is not None]
    weight = sum(share for share, _ in judged)
    total = 100 * sum(share * score for share, score in judged) / weight if weight else None
    return Scorecard(None if total is None else round(total, 1), rows, (), "", coach.RUBRIC, "0" * 12)


@given(SCORES)
def test_the_rows_sum_to_the_total_shown_and_their_weights_to_a_hundred(scores: list[float | None]):
    made = card(scores)
    judged = [row for row in coach.shares(made) if row.points is not None]
    if made.total is not None:
        assert sum(row.points or 0 for row in judged) == int(f"{made.total:.0f}")
        assert sum(row.weight for row in judged) == 100
    assert all(0 <= (row.points or 0) <= row.weight for row in judged)


@given(SCORES)
def test_no_row_is_a_whole_point_away_from_what_it_is_worth(scores: list[float | None]):
    made = card(scores)
    whole = sum(row.weight for row in made.dimensions if row.score is not None)
    for row, share in zip(made.dimensions, coach.shares(made), strict=True):
        if row.score is not None and share.points is not None:
            assert abs(share.points - 100 * row.weight * row.score / whole) < 1.5


def test_what_was_not_judged_leaves_its_weight_to_the_others():
    found = {row.name: row for row in coach.shares(card([0.44, 0.1, None, 0.35, 0.3, 0.45]))}
    assert found["yes discipline"].shown == ""
    assert [found[name].weight for name in ("time to no", "after the no")] == [29, 41]


def test_without_a_total_each_row_stands_for_itself():
    made = replace(card([1.0, None, None, None, None, 0.5]), total=None)
    assert [row.shown for row in coach.shares(made)] == ["25/25", "", "", "", "", "2/5"]


def test_the_plain_card_shows_rows_that_add_up(personas: dict[str, Persona]):
    for call in (SKILLED, PUSHY):
        made = coach.review(call, personas["dana"])
        page = text(made, call, personas["dana"])
        rows = [line.split()[0] for line in page.splitlines() if "/" in line[:6] and line[:5].strip()[:1].isdigit()]
        assert sum(int(row.split("/")[0]) for row in rows) == int(f"{made.total:.0f}")
        assert sum(int(row.split("/")[1]) for row in rows) == 100
