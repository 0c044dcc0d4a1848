"""The rules findings are made by, and the one thing to do next time that each leads to."""

from __future__ import annotations

from enum import StrEnum

from roleplay.coach.record import First


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
    TOOK_YES = "took_an_untested_yes"
    FISHED = "fished_for_a_yes"
    LATE = "late_no"
    NONE = "no_no"
    LONG = "long_turn"
    LOOSE_END = "loose_end"
    STRAINED = "strained"
    ASKED_ON = "asked_on"


AFTER_NO = "When you hear a no, name it or ask one thing about it, before you say anything of your own."
ASK_SAFE = "Early on, ask about their world in a way that 'no' answers comfortably."
FOCUS: dict[Rule, str] = {
    Rule.ARGUED: AFTER_NO,
    Rule.PITCHED: AFTER_NO,
    Rule.PASSED_OVER: AFTER_NO,
    Rule.DISCOUNTED: "When you hear a no, find out what it is about before you change the price.",
    Rule.PRESSED: "When they hesitate, name the hesitation; leave the deciding to them.",
    Rule.HURT: "When a no stings, say back what you heard and nothing else.",
    Rule.WHY: "When you want to ask why, ask what: 'what about it...', 'what happened...'.",
    Rule.CLOSED: "When you hear a no, ask a question that starts with what or how.",
    Rule.BUT: "When you acknowledge something, stop there: no 'but' after it.",
    Rule.STOCK: "When you acknowledge something, use a word of theirs.",
    Rule.REPEATED: "When you have said a line once, do not say it again: build the next one from their last words.",
    Rule.QUIZZED: "When you have asked twice, say back what you heard before you ask again.",
    Rule.WORDY: "After a no, one sentence; then stop and let them talk.",
    Rule.STACKED: "After a no, one question; then stop and let them talk.",
    Rule.MIXED: "After a no, leave the offer out until they have told you what is behind it.",
    Rule.LEFT_EARLY: "Before you say goodbye, find out what the no is about.",
    Rule.LEFT_SILENT: "When a no comes, stay for one question.",
    Rule.TOOK_YES: "When a yes has no day, name or amount in it, ask how it would happen.",
    Rule.FISHED: "When you want a yes, ask the question that 'no' answers instead.",
    Rule.LATE: ASK_SAFE,
    Rule.NONE: ASK_SAFE,
    Rule.LONG: "Say one thing, then stop.",
    Rule.LOOSE_END: "End on purpose: a small step with a day in it, or a clean goodbye.",
    Rule.ASKED_ON: "When somebody asks not to be called, say you will not, and stop there.",
    Rule.STRAINED: "Before you tell them anything, find out what they would want to hear about.",
}
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
