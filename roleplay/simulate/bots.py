"""Bots: six of known skill, and those of `gaming` that try to win without it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from roleplay.model import Act, Move, Stage, Status
from roleplay.simulate import given_back
from roleplay.simulate.gaming import GAMING
from roleplay.simulate.speech import Intent
from roleplay.simulate.view import LAST_TURN, Policy, View


@dataclass(frozen=True, slots=True)
class Bot:
    """A scripted rep. `skill` is the chance (0-1) that it plays the best move it knows; None for bots that game."""

    name: str
    policy: Policy
    skill: float | None = None


def best(view: View) -> Intent:  # noqa: C901 - one situation a line
    """The best move the technique knows for the moment."""
    state, turn = view.state, view.turn
    main = state.objections[0]
    known = main.status in (Status.EXPLORED, Status.RESOLVED)
    if turn >= LAST_TURN or state.stage is Stage.WON or (known and not view.who.winnable):
        return Intent(Move.EXIT, "won" if state.stage is Stage.WON else "known" if known else "unknown")
    if state.gate is not None:
        return Intent(Move.PERMISSION, "gate")
    if state.boundary:
        return Intent(Move.EXIT, "unknown")
    if state.turn == 0:
        return Intent(Move.NO_ORIENTED, "opener_time")
    if state.fake_yes:
        return Intent(Move.CALIBRATED, "test_yes")
    if state.live:
        return _about_the_no(view)
    if state.offered == "counter":
        return Intent(Move.NEXT_STEP, "accept")
    if state.offered == "condition" and state.acts[-1:] == (Act.CONDITIONAL_YES,):
        return Intent(Move.NEXT_STEP, "terms")
    if state.stage is Stage.COMMIT:
        return Intent(Move.NEXT_STEP, "propose")
    if len(state.told) >= 2 and Move.SUMMARY not in state.moves[-5:] and state.mood.trust > 42:
        return Intent(Move.SUMMARY, "two_facts")
    if main.status is Status.LATENT and Move.NO_ORIENTED not in view.recent:
        return Intent(Move.NO_ORIENTED, "about_topic", view.topic())
    if state.acts[-1:] in ((Act.DISCLOSE,), (Act.DETAIL,)) and Move.LABEL not in view.recent:
        return Intent(Move.LABEL, "after_fact")
    return Intent(Move.CALIBRATED, "about_topic", view.topic())


def _about_the_no(view: View) -> Intent:
    recent = view.recent
    if Move.LABEL not in recent:
        return Intent(Move.LABEL, "about_no")
    if Move.CALIBRATED not in recent[-2:]:
        return Intent(Move.CALIBRATED, "about_no")
    if Move.MIRROR not in recent and given_back.echo(view.lines[-1]):
        return Intent(Move.MIRROR, "echo")
    return Intent(Move.EMPATHY, "after_no") if Move.EMPATHY not in recent else Intent(Move.CALIBRATED, "about_no")


def poor(view: View) -> Intent:
    """What an untrained rep does under pressure."""
    if view.state.gate is not None:
        return Intent(Move.PRESSURE, view.random.choice(("gate_trick", "gate_vague")))
    live = bool(view.state.live)
    choices = [
        Intent(Move.PITCH, "after_no" if live else "opener" if view.turn == 1 else "later"),
        Intent(Move.YES_SEEKING, "fishing"),
        Intent(Move.TIE_DOWN, "any"),
        Intent(Move.REBUTTAL, "argue") if live else Intent(Move.PITCH, "later"),
        Intent(Move.REBUTTAL, "discount") if live else Intent(Move.SMALL_TALK, "any"),
        Intent(Move.PRESSURE, "alternative"),
        Intent(Move.WHY, "bare"),
        Intent(Move.NEXT_STEP, "propose"),
    ]
    return view.random.choice(choices)


def skilled(share: float) -> Policy:
    """The policy that plays the best move with that probability, else a poor one."""

    def policy(view: View) -> Intent:
        if view.turn >= LAST_TURN:
            return Intent(Move.EXIT, "unknown")
        return replace(best(view), theirs=True) if view.random.random() < share else poor(view)

    return policy


BOTS: dict[str, Bot] = {
    bot.name: bot
    for bot in (
        *(Bot(f"skill {round(100 * share)}", skilled(share), share) for share in (0.1, 0.3, 0.5, 0.7, 0.9, 1.0)),
        *(Bot(name, policy) for name, policy in GAMING.items()),
    )
}
"""Every bot by name, those of known skill from the weakest up, then those that game."""
