"""From turns to evidence: what counts as a no, what was done with it, which yes was taken."""

from dataclasses import replace

import pytest

from roleplay.coach import nos
from roleplay.coach.evidence import as_taken, gather
from roleplay.coach.followup import follow_ups
from roleplay.coach.record import First
from roleplay.coach.talk import shared
from roleplay.coach.worth import no_value
from roleplay.coach.yeses import yeses
from roleplay.model import Act, Call, Mood, Move, NoKind, Outcome, Reading, Status, Turn, YesKind
from roleplay.persona import Persona
from tests.coach.calls import LIVE, call, turn
from tests.readings import reading

GENUINE = turn(reading(Move.NO_ORIENTED, topics=("detention",)), Act.GENUINE_NO, no=NoKind.REASON, main=Status.RAISED)
BARE = turn(reading(Move.NO_ORIENTED, topics=("detention",)), Act.BARE_NO, no=NoKind.BARE, main=Status.RAISED)
SAFE = turn(Move.CALIBRATED, Act.DETAIL)
BYE = turn(Move.EXIT, Act.FAREWELL)


@pytest.fixture
def dana(personas: dict[str, Persona]) -> Persona:
    return personas["dana"]


def values(dana: Persona, *turns: Turn) -> list[float]:
    return [round(no_value(no), 2) for no in nos.heard(call(*turns).turns, dana)]


# a no is worth most with its reason -----------------------------------------------------------------------------


def test_a_no_with_a_reason_is_worth_all(dana: Persona):
    assert values(dana, GENUINE) == [1.0]


def test_a_bare_no_is_worth_half_and_more_when_a_reason_follows(dana: Persona):
    fact = dana.behind(LIVE)[0].id
    assert values(dana, SAFE, BARE, SAFE, SAFE) == [0.5]
    assert values(dana, SAFE, BARE, turn(Move.LABEL, Act.DISCLOSE, fact=fact)) == [0.8]
    assert values(dana, SAFE, BARE, SAFE, SAFE, turn(Move.LABEL, Act.DISCLOSE, fact=fact)) == [0.5]


def test_a_reflex_before_anything_was_said_stays_at_half(dana: Persona):
    brush_off = turn(Move.PERMISSION, Act.SOFT_NO, no=NoKind.BARE)
    explained = turn(Move.LABEL, Act.DISCLOSE, fact=dana.behind(LIVE)[0].id)
    assert values(dana, brush_off, explained) == [0.5]


@pytest.mark.parametrize(
    "before",
    [
        reading(Move.HOSTILE),
        reading(Move.PRESSURE),
        reading(Move.OTHER, "guilt"),
        reading(Move.CALIBRATED, "insult"),
        reading(Move.YES_SEEKING, "trap"),
        reading(Move.EMPATHY, also=(Move.PRESSURE,)),
    ],
    ids=lambda said: f"{said.lead}",
)
def test_a_no_that_was_wrung_out_is_worth_nothing(dana: Persona, before: Reading):
    assert values(dana, turn(before), GENUINE) == [0.0]
    assert values(dana, turn(before), SAFE, GENUINE) == [1.0]


@pytest.mark.parametrize("text", ["Just say no.", "Please, tell me no.", "Look. Say no and I stop."])
def test_begging_for_a_no_makes_it_worthless(dana: Persona, text: str):
    asked = turn(reading(Move.OTHER), Act.BARE_NO, text=text, no=NoKind.REASON)
    assert values(dana, SAFE, asked) == [0.0]


@pytest.mark.parametrize("text", ["You can say no to this.", "If it is a no, tell me and I go."])
def test_leave_to_say_no_is_not_begging(dana: Persona, text: str):
    assert values(dana, turn(reading(Move.PERMISSION), text=text), GENUINE) == [1.0]


def test_after_the_opener_a_no_oriented_question_needs_their_world(dana: Persona):
    vague = turn(reading(Move.NO_ORIENTED, overlap=0), Act.GENUINE_NO, no=NoKind.REASON)
    assert values(dana, SAFE, SAFE, vague) == [0.35]
    assert values(dana, SAFE, SAFE, GENUINE) == [1.0]


def test_no_question_spam_halves_each_further_no(dana: Persona):
    asking = reading(Move.NO_ORIENTED, topics=("detention",), questions=1)
    nos_heard = [turn(asking, Act.GENUINE_NO, no=NoKind.REASON, objection=name) for name in "abcd"]
    assert values(dana, *nos_heard) == [1.0, 1.0, 0.5, 0.25]


def test_the_same_objection_inside_the_window_is_one_no(dana: Persona):
    assert values(dana, GENUINE, SAFE, BARE, SAFE) == [1.0]
    assert values(dana, GENUINE, SAFE, SAFE, SAFE, BARE) == [1.0, 0.5]


def test_one_word_turns_do_not_count(dana: Persona):
    filler = turn(reading(Move.OTHER, words=1), text="ok")
    plain, padded = (nos.heard(call(*turns).turns, dana)[0] for turns in ((SAFE, GENUINE), (SAFE, filler, GENUINE)))
    assert (plain.turn, plain.words) == (padded.turn, padded.words) == (2, 28)


# after the no ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (reading(Move.LABEL), First.LABEL),
        (reading(Move.CALIBRATED), First.CALIBRATED),
        (reading(Move.CALIBRATED, also=(Move.EMPATHY,)), First.ACKNOWLEDGED),
        (reading(Move.CALIBRATED, also=(Move.LABEL,)), First.ACKNOWLEDGED),
        (reading(Move.OTHER, "either_or", questions=1), First.EITHER_OR),
        (reading(Move.OTHER, questions=1), First.CLOSED),
        (reading(Move.OTHER, "apology"), First.EMPATHY),
        (reading(Move.OTHER), First.NOTHING),
        (reading(Move.WHY), First.WHY),
        (reading(Move.WHY, "softened"), First.SOFT_WHY),
        (reading(Move.YES_SEEKING), First.CLOSED),
        (reading(Move.REBUTTAL, "but"), First.REBUTTAL),
        (reading(Move.REBUTTAL, "discount"), First.DISCOUNT),
        (reading(Move.PITCH), First.PITCH),
        (reading(Move.EMPATHY, also=(Move.HOSTILE,)), First.PRESSURE),
        (reading(Move.NEXT_STEP), First.NOTHING),
        (reading(Move.EXIT), First.BLIND_EXIT),
    ],
    ids=lambda value: value.name if isinstance(value, First) else f"{value.lead}",
)
def test_the_first_response(said: Reading, kind: First):
    assert follow_ups(call(GENUINE, turn(said)))[0].response.kind is kind


def test_leaving_is_earned_once_the_reason_is_known_or_the_no_was_repeated():
    again = turn(Move.LABEL, Act.HOLD, main=Status.RAISED)
    known = turn(Move.NEXT_STEP, Act.BARE_NO, no=NoKind.BARE, objection="board", main=Status.EXPLORED)
    assert follow_ups(call(GENUINE, again, again, known, BYE))[-1].response.kind is First.EARNED_EXIT
    assert follow_ups(call(known, BYE))[0].response.kind is First.EARNED_EXIT


def test_an_answer_beside_the_question_caps_it():
    response = follow_ups(call(GENUINE, turn(reading(Move.CALIBRATED, also=(Move.PITCH,)))))[0].response
    assert response.ceiling == 0.3


def test_ok_is_no_response_but_why_is():
    filler, why = turn(reading(Move.OTHER, words=1)), turn(reading(Move.WHY, words=1))
    assert follow_ups(call(GENUINE, filler, turn(Move.LABEL)))[0].turn == 3
    assert follow_ups(call(GENUINE, why, turn(Move.LABEL)))[0].response.kind is First.WHY


def test_the_third_label_in_a_row_and_the_same_words_again_are_noticed():
    label = turn(Move.LABEL)
    item = follow_ups(call(label, turn(Move.LABEL, Act.GENUINE_NO, no=NoKind.REASON), label))[0]
    assert (item.response.run, item.response.again) == (3, True)


@pytest.mark.parametrize(
    ("facts", "status", "info"),
    [
        ((), Status.RAISED, 0.0),
        (("a",), Status.RAISED, 0.5),
        (("a", "b"), Status.RAISED, 1.0),
        (("a",), Status.EXPLORED, 1.0),
    ],
)
def test_what_came_out_in_three_turns(facts: tuple[str, ...], status: Status, info: float):
    later = turn(Move.LABEL, Act.DISCLOSE, told=facts, main=status)
    assert follow_ups(call(GENUINE, turn(Move.LABEL, main=Status.RAISED), later))[0].info == info
    dull = [turn(Move.LABEL, main=Status.RAISED)] * 3
    assert follow_ups(call(GENUINE, *dull, later))[0].info == 0


@pytest.mark.parametrize(
    ("last", "outcome", "resolved"),
    [
        (turn(Move.SUMMARY, Act.THATS_RIGHT, main=Status.RESOLVED), Outcome.VAGUE, 1.0),
        (turn(Move.NEXT_STEP, Act.COMMITMENT_YES, main=Status.EXPLORED), Outcome.COMMITMENT, 1.0),
        (turn(Move.EXIT, Act.FAREWELL, main=Status.EXPLORED), Outcome.EXIT_KNOWN, 1.0),
        (turn(Move.LABEL, Act.BRIEF, main=Status.EXPLORED), Outcome.VAGUE, 0.5),
        (turn(Move.LABEL, Act.BRIEF, main=Status.RAISED), Outcome.VAGUE, 0.0),
    ],
)
def test_how_far_it_was_settled(last: Turn, outcome: Outcome, resolved: float):
    assert follow_ups(call(GENUINE, last, outcome=outcome))[0].resolved == resolved


def test_a_push_later_in_the_window_spoils_it_unless_the_reason_was_out():
    push = turn(Move.REBUTTAL, main=Status.RAISED)
    out = turn(Move.LABEL, Act.DISCLOSE, main=Status.EXPLORED)
    assert follow_ups(call(GENUINE, turn(Move.LABEL, main=Status.RAISED), push))[0].spoiled == 3
    assert follow_ups(call(GENUINE, out, push))[0].spoiled == 0


def test_leave_to_speak_is_not_a_no_to_explore_unless_it_stays_the_only_one():
    leave = turn(Move.NO_ORIENTED, Act.PERMISSION_NO, no=NoKind.PERMISSION)
    assert [item.no for item in follow_ups(call(leave, GENUINE, SAFE))] == [2]
    assert [item.no for item in follow_ups(call(leave, SAFE))] == [1]


def test_a_no_on_the_last_turn_counts_only_when_the_rep_left_on_it():
    assert follow_ups(call(SAFE, GENUINE, by="rep"))[0].turn == 0
    assert follow_ups(call(SAFE, GENUINE, by="prospect")) == []
    assert follow_ups(call(SAFE, GENUINE, outcome=None)) == []


# yeses ----------------------------------------------------------------------------------------------------------

FAKE = turn(Move.PITCH, Act.COUNTERFEIT_YES, yes=YesKind.COUNTERFEIT)


@pytest.mark.parametrize(
    ("turns", "traps", "tested"),
    [
        ((FAKE, turn(Move.NEXT_STEP)), (2,), ()),
        ((FAKE, turn(Move.OTHER), BYE), (3,), ()),
        ((FAKE, turn(Move.PRESSURE)), (2,), ()),
        ((FAKE, turn(Move.CALIBRATED), BYE), (), (2,)),
        ((FAKE, turn(Move.LABEL), turn(Move.NEXT_STEP)), (), (2,)),
        ((FAKE, turn(Move.OTHER), turn(Move.OTHER), BYE), (), ()),
        ((FAKE,), (1,), ()),
    ],
)
def test_a_counterfeit_yes_is_taken_or_tested(turns: tuple[Turn, ...], traps: tuple[int, ...], tested: tuple[int, ...]):
    found = yeses(call(*turns))
    assert (found.traps, found.tested, found.heard) == (traps, tested, True)


@pytest.mark.parametrize(
    ("said", "bait"),
    [
        (reading(Move.TIE_DOWN), True),
        (reading(Move.PITCH, also=(Move.TIE_DOWN,)), True),
        (reading(Move.YES_SEEKING), True),
        (reading(Move.YES_SEEKING, "factual"), False),
        (reading(Move.PRESSURE, "trap"), True),
        (reading(Move.CALIBRATED), False),
    ],
)
def test_what_fishes_for_a_yes(said: Reading, bait: bool):
    assert bool(yeses(call(turn(said))).baits) is bait


def test_leave_to_go_on_is_no_yes_one_can_go_wrong_on():
    assert not yeses(call(turn(Move.PERMISSION, Act.CONFIRM, yes=YesKind.CONFIRMATION))).heard


# talk, and the whole ---------------------------------------------------------------------------------------------


def test_the_opener_may_be_long_once():
    opener, later = (turn(reading(Move.OTHER, words=words)) for words in (90, 70))
    assert (shared(call(opener, SAFE).turns, "").longest, shared(call(opener, SAFE).turns, "").roomy) == (90, True)
    assert shared(call(opener, later).turns, "").number == 2


def test_a_push_never_mends_the_share():
    quiet = [turn(reading(Move.CALIBRATED, words=4))] * 4
    push = turn(reading(Move.REBUTTAL, words=40), reply="quarter " * 60)
    before, after = (shared(call(*turns).turns, "hello").least for turns in (quiet, [*quiet, push]))
    assert before is not None
    assert after is not None
    assert after < before


def test_padding_does_not_mend_the_share():
    plain, padded = (
        shared(call(turn(Move.LABEL, text=text)).turns, "").least
        for text in (
            "It sounds like the docks hurt.",
            "Well, um, you know, it sounds like the docks, I mean, sort of hurt.",
        )
    )
    assert plain == padded


def test_trust_lost_to_a_push_is_remembered_when_it_is_won_back(dana: Persona):
    fall, back = Mood(35, 42, 20), Mood(45, 42, 20)
    pushed = gather(call(SAFE, turn(Move.PITCH, mood=fall), turn(Move.LABEL, mood=back)), dana)
    slipped = gather(call(SAFE, turn(Move.OTHER, mood=fall), turn(Move.LABEL, mood=back)), dana)
    assert pushed.trust == pytest.approx(slipped.trust)
    assert (pushed.pushed, slipped.pushed) == (pytest.approx(0.1), 0)


def test_a_contested_message_is_read_both_ways():
    meant = replace(call(GENUINE, turn(Move.REBUTTAL)).turns[1], contested=Move.LABEL)
    disputed = replace(call(GENUINE), turns=(GENUINE, meant))
    assert _lead(as_taken(disputed)) is Move.REBUTTAL
    assert _lead(as_taken(disputed, contested=True)) is Move.LABEL


def test_an_unsure_fault_is_not_held_against_the_rep():
    doubtful = turn(replace(reading(Move.HOSTILE), confidence=0.3))
    assert _lead(as_taken(call(SAFE, doubtful))) is Move.OTHER


def _lead(read: Call) -> Move:
    return read.turns[1].reading.lead
