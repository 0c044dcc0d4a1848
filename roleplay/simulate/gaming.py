"""Bots that try to win without skill: one trick over and over, a fixed script, or their own words said back."""

from __future__ import annotations

from roleplay.model import Move
from roleplay.simulate.speech import Intent
from roleplay.simulate.view import LAST_TURN, Policy, View

STEP = Intent(Move.NEXT_STEP, "propose")
SPAM = Intent(Move.NO_ORIENTED, "about_topic")
ASK = Intent(Move.CALIBRATED, "open")
KIND = Intent(Move.EMPATHY, "after_fact")
GOODBYE = Intent(Move.EXIT, "unknown")

SCRIPTS = (
    (
        "Hi, it's Ana from Northlight. Have I caught you at a bad time?",
        "Would it be ridiculous to ask what gives you the most trouble at the moment?",
        "It sounds like this has been frustrating.",
        "What about this doesn't work for you?",
        "It seems like there is more behind that.",
        "How would you want it to look a year from now?",
        "It sounds like you have been let down before.",
        "So it has been frustrating, you have been let down before, and you want proof first. Have I got that right?",
        "Would you be against {step}?",
    ),
    (
        "Hello, this is Ana from Northlight. You were not expecting me. Is this the wrong moment?",
        "What is the biggest challenge you face right now?",
        "That sounds hard.",
        "How has that affected you and your people?",
        "It seems like you have tried to fix this before.",
        "What would happen if nothing changed?",
        "It sounds like you would need to be sure before you trusted anyone.",
        "What would need to be true for you to take a look?",
        "Could we put {step} in for Thursday morning?",
    ),
    (
        "Ana from Northlight. You will probably think this is one more sales call, and it is. Shall I go on?",
        "Have you given up on making this easier?",
        "It looks like somebody made you a promise and did not keep it.",
        "What is behind that, if you don't mind me asking?",
        "It sounds like the risk is bigger for you than the reward.",
        "What makes this so hard to change?",
        "It feels like you are the one who would have to answer for it.",
        "How do you usually decide on something like this?",
        "How about {step} on Tuesday, nothing more than that?",
    ),
)
"""Good lines that fit anybody, in a good order: what a rep reads off a card without hearing a word."""


def always(*intents: Intent) -> Policy:
    """The policy that goes round a few intents and tries for a step now and then."""

    def policy(view: View) -> Intent:
        return GOODBYE if view.turn >= LAST_TURN else intents[view.state.turn % len(intents)]

    return policy


def scripted(view: View) -> Intent:
    """Reads one of the scripts line by line, then takes what is offered and says goodbye."""
    lines = SCRIPTS[view.seed % len(SCRIPTS)]
    if view.turn <= len(lines):
        return Intent(Move.OTHER, "said", said=lines[view.state.turn].format(step=view.who.offer.step))
    return STEP if view.turn == len(lines) + 1 and view.state.offered else GOODBYE


def echoing(view: View) -> Intent:
    """Says their own lines back, the latest or two at once, and tries for a step now and then."""
    if view.turn == 1:
        return Intent(Move.NO_ORIENTED, "opener_time")
    if view.turn >= LAST_TURN:
        return GOODBYE
    if view.turn % 5 == 0:
        return STEP
    before, last = (view.lines[-2], view.lines[-1]) if len(view.lines) > 2 else ("", view.lines[-1])
    return Intent(Move.SUMMARY, "said", said=f"So, {before} {last} Is that right?" if view.turn % 2 else f"{last}")


GAMING: dict[str, Policy] = {
    "no-question spam": always(*[SPAM] * 3, Intent(Move.NO_ORIENTED, "next_step")),
    "question spam": always(*[ASK] * 4, STEP),
    "flattery": always(KIND, Intent(Move.SMALL_TALK, "any"), Intent(Move.EMPATHY, "after_no"), STEP),
    "closing": always(Intent(Move.PRESSURE, "alternative"), STEP, Intent(Move.PRESSURE, "deadline")),
    "discounts": always(Intent(Move.PITCH, "opener"), *[Intent(Move.REBUTTAL, "discount")] * 3, STEP),
    "keyword stuffing": always(Intent(Move.OTHER, "stuffed"), Intent(Move.OTHER, "stuffed"), STEP),
    "injections": always(*[Intent(Move.META, "any")] * 3, STEP),
    "parroting": always(*[Intent(Move.MIRROR, "echo")] * 4, STEP),
    "script": scripted,
    "word-for-word": echoing,
}
"""Every bot that games, by name."""
