"""The rules findings are made by, and the one thing to do next time: when, and what."""

from __future__ import annotations

from enum import StrEnum

from roleplay.coach.record import First
from roleplay.model import Move


class Rule(StrEnum):
    """What a finding judges: first what was done well, then what to change."""

    EARLY_NO = "early_no"
    ASKED_AFTER_NO = "asked_after_no"
    OPENED = "opened_the_reason"
    TESTED = "tested_the_yes"
    OWNED = "summed_up"
    ENDED_WELL = "ended_well"
    EASED = "eased_the_pressure"
    HONOURED = "honoured_the_no"

    ARGUED = "argued"
    PITCHED = "pitched_after_no"
    DISCOUNTED = "discounted"
    PRESSED = "pressed"
    HURT = "hurt"
    WHY = "asked_why"
    CLOSED = "closed_question_after_no"
    PASSED_OVER = "passed_over_the_no"
    BUT = "but"
    STOCK = "stock_phrase"
    REPEATED = "repeated"
    QUIZZED = "questions_in_a_row"
    WORDY = "too_many_words"
    STACKED = "stacked_questions"
    MIXED = "asked_and_pitched"
    LEFT_EARLY = "left_too_soon"
    LEFT_SILENT = "left_on_the_no"
    DROPPED = "dropped_the_no"
    ANYBODY = "for_anybody"
    TOOK_YES = "took_an_untested_yes"
    FISHED = "fished_for_a_yes"
    LATE = "late_no"
    NONE = "no_no"
    LONG = "long_turn"
    LOOSE_END = "loose_end"
    STRAINED = "strained"
    ASKED_ON = "asked_on"


WHEN: dict[Rule, str] = {
    **dict.fromkeys((Rule.ARGUED, Rule.PITCHED, Rule.PASSED_OVER), "When you hear a no, before anything of your own,"),
    Rule.DISCOUNTED: "When you hear a no, leave the price alone and",
    Rule.PRESSED: "When you want to press for an answer,",
    Rule.HURT: "Instead of words they could take as a slight,",
    Rule.WHY: "When you want to ask why,",
    Rule.CLOSED: "When you hear a no,",
    Rule.BUT: "When you take a no in, leave out the 'but' and",
    Rule.STOCK: "When a set phrase comes to you, drop it and",
    Rule.REPEATED: "When you have said a line once, leave it and",
    Rule.QUIZZED: "When you have asked twice, stop asking and",
    Rule.WORDY: "When you hear a no, keep to one sentence and",
    Rule.STACKED: "When you hear a no, do only one thing:",
    Rule.MIXED: "When you hear a no, leave the offer out and",
    Rule.LEFT_EARLY: "Before you say goodbye,",
    Rule.LEFT_SILENT: "When a no comes, stay on the line and",
    Rule.DROPPED: "While a no is still open, stay with it and",
    Rule.ANYBODY: "When a question could be put to anybody, drop it and",
    Rule.TOOK_YES: "When a yes has no day, name or amount in it,",
    Rule.FISHED: "When you want a yes,",
    Rule.LATE: "Early on, before you offer anything,",
    Rule.NONE: "Early on, before you offer anything,",
    Rule.LONG: "When you notice you are explaining,",
    Rule.LOOSE_END: "Before a call runs out,",
    Rule.ASKED_ON: "When somebody asks not to be called,",
    Rule.STRAINED: "Before you tell them anything,",
}
"""When to do the one thing, by the fault it is to replace."""
DO: dict[Move, str] = {
    Move.LABEL: "put what seems to weigh on them into words, and stop",
    Move.CALIBRATED: "ask one question with what or how in it",
    Move.MIRROR: "give a few of their own words back, as a question",
    Move.SUMMARY: "say back what you have heard, and let them put it right",
    Move.NO_ORIENTED: "ask something they can comfortably say no to",
    Move.NEXT_STEP: "propose one small step with a day in it",
    Move.EXIT: "thank them and let them go",
}
"""The one thing to do, by the move of the line shown to try."""
INSTEAD: dict[Rule, Move] = {
    **dict.fromkeys((Rule.LATE, Rule.NONE), Move.NO_ORIENTED),
    **dict.fromkeys((Rule.WHY, Rule.CLOSED, Rule.TOOK_YES, Rule.LEFT_SILENT, Rule.STRAINED), Move.CALIBRATED),
    **dict.fromkeys((Rule.LEFT_EARLY, Rule.ANYBODY), Move.CALIBRATED),
    Rule.LOOSE_END: Move.NEXT_STEP,
    Rule.FISHED: Move.NO_ORIENTED,
    Rule.ASKED_ON: Move.EXIT,
}
"""What to do about a fault where no line to try was found; a label where a rule is not listed."""


SETTLED = "When there is nothing left to ask for,"
"""When to let them go, where a fault was made after a step was agreed or a refusal was final."""
LETS_GO = frozenset({Rule.LOOSE_END, Rule.ASKED_ON, Rule.PRESSED})
"""Rules to which a goodbye is an answer by itself."""


def focus(rule: Rule, tried: Move | None) -> str:
    """The one thing for next time: an if-then about a fault, with the move of the line to try where there is one."""
    when = SETTLED if tried is Move.EXIT and rule not in LETS_GO else WHEN[rule]
    return f"{when} {DO[tried or INSTEAD.get(rule, Move.LABEL)]}."


AGAIN: dict[Rule, str] = {
    Rule.EARLY_NO: "Early on,",
    **dict.fromkeys((Rule.ASKED_AFTER_NO, Rule.OPENED, Rule.OWNED), "When a no comes,"),
    Rule.TESTED: "When a yes has no day, name or amount in it,",
    Rule.EASED: "When they guard themselves,",
}
"""When to do again what was done well."""


def again(rule: Rule, made: Move, turn: int, quote: str) -> str:
    """The one thing for next time where nothing is to change: what worked, as an if-then, and the words for it."""
    if rule in AGAIN and made in DO:
        return f'{AGAIN[rule]} {DO[made]}, as you did at turn {turn}: "{quote}"'
    lead = "Do again what you did" if rule in AGAIN else "End the next call as you ended this one,"
    return f'{lead} at turn {turn}: "{quote}"'


FOCUS: dict[Rule, str] = {rule: focus(rule, None) for rule in WHEN}
"""One behaviour per fault, as an if-then plan."""


FIRST_RULES: dict[First, Rule] = {
    First.REBUTTAL: Rule.ARGUED,
    First.PITCH: Rule.PITCHED,
    First.DISCOUNT: Rule.DISCOUNTED,
    First.PRESSURE: Rule.PRESSED,
    First.TIE_DOWN: Rule.FISHED,
    First.WHY: Rule.WHY,
    First.SOFT_WHY: Rule.WHY,
    First.CLOSED: Rule.CLOSED,
    First.NOTHING: Rule.PASSED_OVER,
    First.BLIND_EXIT: Rule.LEFT_EARLY,
}
"""The rule a poor first response breaks by what it is."""
