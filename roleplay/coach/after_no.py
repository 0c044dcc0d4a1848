"""What to change right after a no."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roleplay.coach import worth
from roleplay.coach.claims import Case, Claim, with_follow_up, with_response
from roleplay.coach.nos import SURE, WINDOW
from roleplay.coach.record import First, FollowUp, Response
from roleplay.coach.rules import FIRST_RULES, Rule
from roleplay.coach.values import FIRST_VALUES
from roleplay.coach.wording import all_the_same, and_then
from roleplay.model import Move, Turn

GOOD = 0.5
"""Value (-1 to 1) under which a first response is worth changing."""
CURIOUS = (Move.LABEL, Move.CALIBRATED, Move.MIRROR, Move.SUMMARY)
TAKING_UP = (Move.LABEL, Move.MIRROR, Move.SUMMARY)
"""What to do instead of one more question."""
TURNING = frozenset({Move.SMALL_TALK, Move.NEXT_STEP, Move.YES_SEEKING, Move.PERMISSION})
"""Moves that leave a no where it is."""
IDEAL = Response(First.LABEL, words=12)
DONE: dict[First, str] = {
    First.REBUTTAL: "argued with the no before asking about it",
    First.PITCH: "pitched before asking about the no",
    First.DISCOUNT: "changed the price before knowing what the no was about",
    First.PRESSURE: "pushed on the no",
    First.TIE_DOWN: "asked for agreement right after a no",
    First.WHY: "asked why, which asks them to defend themselves",
    First.SOFT_WHY: "a why, however kind, asks them to defend themselves",
    First.CLOSED: "a question that one word can end, right after a no",
    First.NOTHING: "went past the no without asking about it",
    First.BLIND_EXIT: "said goodbye before the reason was known",
}
"""What a poor first response did, in a clause."""
UNHEARD = "nothing in it could be heard as an answer to the no"
"""The same where the listener could make nothing of it."""


def after_no(case: Case) -> Iterator[Claim]:
    """Every poor first response, and every no the rep left on."""
    for item in case.evidence.follow_ups:
        if item.turn == 0:
            instead = with_follow_up(item.no, lambda item: replace(item, response=IDEAL), at="no")
            yield Claim(item.no, Rule.LEFT_SILENT, "a no came back, and the call was ended without a question", instead)
        elif worth.first_value(item.response) < GOOD:
            turn = case.turn(item.turn)
            rule, clause = _fault(item, turn)
            instead = with_response(turn.number, IDEAL)
            effect = "" if item.turn <= item.no else all_the_same(turn, case.persona)
            teach = TAKING_UP if rule is Rule.QUIZZED else CURIOUS
            yield Claim(turn.number, rule, and_then(clause, effect), instead, teach)
        yield from _dropped(item, case)


def _dropped(item: FollowUp, case: Case) -> Iterator[Claim]:
    """The turn that went on to something else after good first words, while what was behind the no was not out."""
    if worth.first_value(item.response) < GOOD or item.info == 1 or not item.turn > item.no:
        return
    later = case.call.turns[item.turn : item.no + WINDOW]
    turn = next((turn for turn in later if turn.reading.lead in TURNING), None)
    if turn:
        why = and_then("turned to something else while the no was still open", all_the_same(turn, case.persona))
        instead = with_follow_up(item.no, lambda item: replace(item, info=1.0), at="no")
        yield Claim(turn.number, Rule.DROPPED, why, instead, CURIOUS)


def _fault(item: FollowUp, turn: Turn) -> tuple[Rule, str]:
    response = item.response
    if item.turn <= item.no:
        return _provoked(turn)
    if response.kind is First.PRESSURE and hurt(turn):
        return Rule.HURT, insult(turn)
    if response.kind is First.NOTHING and "unsure" in turn.reading.modifiers:
        return Rule.PASSED_OVER, f"{UNHEARD} (the reading is not certain)"
    if FIRST_VALUES[response.kind] < GOOD:
        return FIRST_RULES[response.kind], DONE[response.kind]
    marks = (
        (response.again, Rule.REPEATED, "the very words you had used before"),
        (response.run >= 3, *_in_a_row(item)),
        (response.but, Rule.BUT, "took the no in, then 'but' took that back"),
        (response.ceiling < 1, Rule.MIXED, "asked about the no and answered it in one breath"),
        (response.stock, Rule.STOCK, _stock(turn)),
        (response.words > 40, Rule.WORDY, f"{response.words} words after a no, where one sentence would do"),
    )
    broken = [(rule, clause) for found, rule, clause in marks if found]
    return broken[0] if broken else (Rule.STACKED, f"{response.questions} questions at once after a no")


def _stock(turn: Turn) -> str:
    """Why a phrase for anybody earns little; that nothing of theirs is in the message is said only where it is so."""
    theirs = turn.reading.topics or turn.reading.covers
    return "a question anyone could ask" if theirs else "a phrase anyone could say, with nothing of theirs in it"


def _in_a_row(item: FollowUp) -> tuple[Rule, str]:
    kind, run = item.response.kind, item.response.run
    if kind in (First.LABEL, First.MIRROR):
        return Rule.REPEATED, f"{kind} number {run} in a row"
    return Rule.QUIZZED, "one more question, with nothing they said taken up in between"


def _provoked(turn: Turn) -> tuple[Rule, str]:
    if hurt(turn):
        return Rule.HURT, f"{insult(turn)}, and the no that followed says little else"
    return Rule.PRESSED, "pushed for an answer, and a no that a push draws says little else"


def hurt(turn: Turn) -> bool:
    """Whether a message stings rather than pushes."""
    return turn.reading.has(Move.HOSTILE) or bool({"insult", "guilt"}.intersection(turn.reading.modifiers))


def insult(turn: Turn) -> str:
    """How a message that stung came across; where the reading is not certain, the clause says so."""
    plain = turn.reading.lead is Move.HOSTILE and turn.reading.confidence >= SURE
    return "it was taken as an insult" if plain else "this could be heard as a slight (the reading is not certain)"
