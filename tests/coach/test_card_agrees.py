"""A card says one thing in all its places, and what it corrects is what cost most."""

from dataclasses import replace

import pytest

from roleplay import coach
from roleplay.coach.changes import changes
from roleplay.coach.claims import Case, weigh
from roleplay.coach.evidence import as_taken, gather
from roleplay.coach.findings import COST
from roleplay.coach.record import Evidence, First, FollowUp, Response, Talk, Yeses
from roleplay.coach.rubric import AFTER, STEWARDSHIP, YES, scores
from roleplay.coach.rules import Rule, focus
from roleplay.model import Act, Call, Move, NoKind, Outcome, Status
from roleplay.persona import Persona
from roleplay.simulate.bots import BOTS
from roleplay.simulate.play import play
from tests.coach.calls import call, turn
from tests.readings import reading

PITCH = turn(Move.PITCH, Act.OBJECT, no=NoKind.REASON, main=Status.RAISED, reply="It's no need, it's bananas.")
WRUNG = turn(Move.PRESSURE, Act.OBJECT, no=NoKind.REASON, main=Status.RAISED)
NO = turn(reading(Move.NO_ORIENTED, topics=("docks",)), Act.GENUINE_NO, no=NoKind.REASON, main=Status.RAISED)
LABEL = turn(Move.LABEL, Act.BRIEF, main=Status.RAISED, text="It sounds like the docks wear you down.")
BYE = turn(Move.EXIT, Act.FAREWELL, main=Status.RAISED)


@pytest.fixture
def dana(personas: dict[str, Persona]) -> Persona:
    return personas["dana"]


def page(made: Call, who: Persona) -> str:
    return " ".join(coach.text(coach.review(made, who), made, who).split())


def row(made: Call, who: Persona, name: str) -> str:
    return next(item.why for item in coach.review(made, who).dimensions if item.name == name)


@pytest.mark.parametrize(
    ("made", "says", "never"),
    [
        pytest.param(
            call(PITCH, LABEL, BYE),
            ("A real no at turn 1, though drawn by a push of yours", "drawn by a push of yours, so worth half",
             "turn 1, a no with a reason given, drawn by a push of yours"),
            ("wrung out",), id="a pitch draws a no: it is real, it counts half, and all three places say so",
        ),
        pytest.param(
            call(WRUNG, LABEL, BYE),
            ("No real no came: the one at turn 1 was wrung out by a push of yours", "turn 1, a no wrung out by a push"),
            ("A real no at",), id="pressure wrings a no out: it is none, everywhere",
        ),
        pytest.param(
            call(NO, LABEL, replace(LABEL, state=replace(LABEL.state, told=("a",))), BYE),
            ("only one new thing in the three turns after (turn 3)",),
            ("one new fact came out",), id="what came out is said with its turn, beside a reply that gave nothing",
        ),
        pytest.param(
            call(NO, turn(Move.NEXT_STEP, Act.CONDITIONAL_YES), outcome=Outcome.INFORMATION),
            ("no step yet, but a condition or a name to come back to", "turn 2, a yes on a condition"),
            (), id="a yes on a condition stands in the turn by turn",
        ),
        pytest.param(
            call(NO, turn(Move.MIRROR, Act.REFER), outcome=Outcome.INFORMATION),
            ("turn 2, somebody named to ask instead",), ("a yes on a condition",), id="a name is not a yes",
        ),
    ],
)  # fmt: skip
def test_every_place_says_the_same(made: Call, says: tuple[str, ...], never: tuple[str, ...], dana: Persona):
    told = page(made, dana)
    assert [words for words in says if words not in told] == [], told
    assert [words for words in never if words in told] == [], told


def test_the_push_that_drew_a_no_is_what_to_change(dana: Persona):
    card = coach.review(call(PITCH, LABEL, BYE), dana)
    found = next(item for item in card.findings if item.turn == 1)
    assert (found.points < -5, found.rule) == (True, Rule.STRAINED)
    assert "drew a no" in found.why


def test_turning_away_from_an_open_no_is_what_to_change(dana: Persona):
    turned = turn(Move.SMALL_TALK, Act.BRIEF, main=Status.RAISED, text="Got anything nice planned?")
    found = coach.review(call(NO, LABEL, turned, BYE), dana).findings
    assert [item.turn for item in found if item.rule == Rule.DROPPED] == [3]


def test_fishing_is_told_with_its_turns_and_where_the_row_starts(dana: Persona):
    told = row(call(NO, LABEL, turn(Move.TIE_DOWN), turn(Move.TIE_DOWN), BYE), dana, YES)
    assert "fished for a yes (turns 3, 4), a tenth of this row each time" in told
    assert "starts where your other rows stand, at" in told


def test_moods_are_told_in_words_with_what_moved_them(dana: Persona):
    told = row(coach_call(dana, "skill 30"), dana, STEWARDSHIP)
    assert told.startswith("out of 100, their trust ")
    assert "the pressure on them" in told
    assert "most at turn" in told


def coach_call(who: Persona, bot: str, seed: int = 3) -> Call:
    return play(who, 2, BOTS[bot], seed)


@pytest.mark.parametrize("bot", ["skill 30", "skill 50", "skill 70", "flattery", "closing"])
def test_what_is_corrected_first_is_what_cost_most(bot: str, personas: dict[str, Persona]):
    for who in personas.values():
        made = coach_call(who, bot)
        shown = [item for item in coach.review(made, who).findings if item.points < 0]
        taken = as_taken(made)
        case = Case(taken, who, gather(taken, who))
        praised = {item.turn for item in coach.review(made, who).findings if item.points >= 0}
        cost = [
            item.points
            for item in weigh(changes(case), case.evidence)
            if item.points <= -COST and item.claim.turn not in praised
            and case.turn(item.claim.turn).cue.act is not Act.COMMITMENT_YES
        ]  # fmt: skip
        assert [item.points for item in shown] == sorted(item.points for item in shown), (who.id, bot)
        if shown and cost:
            assert shown[0].points == pytest.approx(min(cost), abs=0.06), (who.id, bot)


def test_no_row_that_lost_marks_is_all_praise(personas: dict[str, Persona]):
    """Where less than four fifths of "after the no" were earned the row says what is missing."""
    missing = ("only", "nothing", "lost", "half", "spoil", "wrung", "bare why", "drawn", "one word can", "(", "why")
    for who in personas.values():
        for bot in ("skill 50", "skill 70"):
            made = coach_call(who, bot)
            item = coach.review(made, who).dimensions[1]
            if item.score is not None and item.score < 0.8:
                assert any(word in item.why for word in missing), (who.id, bot, item.why)


@pytest.mark.parametrize(
    ("rule", "tried", "says"),
    [
        (Rule.FISHED, Move.EXIT, "When there is nothing left to ask for, thank them and let them go."),
        (Rule.FISHED, Move.CALIBRATED, "When you want a yes, ask one question with what or how in it."),
        (Rule.LOOSE_END, Move.EXIT, "Before a call runs out, thank them and let them go."),
    ],
)
def test_the_focus_fits_the_moment_the_line_to_try_is_for(rule: Rule, tried: Move, says: str):
    assert focus(rule, tried) == says


def followed(kind: First, *, forced: bool = False, sure: float = 1.0) -> FollowUp:
    return FollowUp(Response(kind, sure=sure), 1.0, 1.0, forced=forced)


def after(*items: FollowUp) -> float:
    return scores(Evidence((), items, Yeses(), Outcome.VAGUE, Talk(0.5, 30), 0.0, 0.0))[AFTER] or 0.0


def test_what_is_made_of_a_no_that_a_push_drew_lifts_nothing():
    poor, good = followed(First.WHY), followed(First.LABEL)
    assert after(poor, followed(First.LABEL, forced=True)) <= after(poor)
    assert after(poor, good) > after(poor)
    assert after(good, followed(First.PITCH, forced=True)) < after(good)


def test_a_push_is_held_against_the_rep_as_far_as_its_reading_is_certain():
    whole, half, none = (after(followed(First.PRESSURE, sure=sure)) for sure in (1.0, 0.5, 0.0))
    assert whole < half < none
