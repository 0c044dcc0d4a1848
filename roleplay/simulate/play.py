"""Plays bots against personas: one call at a time, in sentences, with the built-in actor; many calls on all cores."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from random import Random

from roleplay import coach
from roleplay.listener.scope import Scope
from roleplay.model import Act, Call, Mode, Outcome, Setup, State, Turn, Voice
from roleplay.persona import Persona, find
from roleplay.prospect import engine, gate, hearing
from roleplay.prospect.builtin import BuiltIn
from roleplay.prospect.scene import Scene
from roleplay.simulate.bots import BOTS, Bot
from roleplay.simulate.speech import OWN, sentence
from roleplay.simulate.view import LAST_TURN, View


@dataclass(frozen=True, slots=True)
class Job:
    """One call to be played: everything that fixes it. `held` picks which half of the bots' sentences is used,
    `speech` which set of them.
    """

    persona: str
    level: int
    bot: str
    seed: int
    held: bool | None = None
    speech: str = OWN


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it: whether it succeeded, the total (None: nothing to judge), turns, ending."""

    job: Job
    success: bool
    score: float | None
    turns: int
    outcome: Outcome


def succeeded(outcome: Outcome, who: Persona) -> bool:
    """A verified step; with a prospect who cannot be won, a clean exit that knows why."""
    if not who.winnable:
        return outcome is Outcome.EXIT_KNOWN
    return outcome in (Outcome.COMMITMENT, Outcome.SMALL_STEP)


def play(who: Persona, level: int, bot: Bot, seed: int, held: bool | None = None, speech: str = OWN) -> Call:
    """One whole call. The same arguments give the same call."""
    actor, random = BuiltIn(), Random(f"{bot.name}:{who.id}:{seed}")
    scene = Scene(who, who.offer, "", (), "", engine.greeting(who), (), seed, 0)
    setup = Setup(who.id, level, seed, Mode.EXAM, None, who.hash, "")
    call = Call("bot", setup, "", actor.line(scene))
    state, lines, turns = engine.start(who, level), [call.opening], list[Turn]()
    while state.outcome is None and state.turn <= LAST_TURN:
        intent = bot.policy(View(who, state, lines, seed, random))
        before = [turn.said for turn in turns]
        said = sentence(intent, who, state, lines[-1], random, held=held, speech=speech, before=before)
        turn = _turn(who, call, tuple(turns), state, lines, said, actor)
        state = turn.state
        turns.append(turn)
        lines.append(turn.reply)
    outcome = state.outcome or engine.close(who, state)
    left = state.outcome is None or turns[-1].cue.act is Act.FAREWELL
    return Call("bot", setup, "", call.opening, tuple(turns), outcome, "rep" if left else "prospect", "")


def _turn(
    who: Persona, call: Call, before: tuple[Turn, ...], state: State, lines: list[str], said: str, actor: BuiltIn
) -> Turn:
    setup, number = call.setup, len(before) + 1
    reading = hearing.heard(
        said, Scope.of(who, state.told, lines, who.offer.words, number, [turn.said for turn in before]), who
    )
    response = engine.respond(who, setup.level, setup.seed, state, reading)
    scene = Scene(who, who.offer, call.opening, before, said, response.cue, response.state.told, setup.seed, number)
    reply = gate.with_pick_up(actor.line(scene), scene)
    return Turn(
        number, said, reading, response.cue, response.state, reply, Voice("built-in"), response.no, response.yes
    )


@cache
def _persona(id: str) -> Persona:
    return find(id)


def run(job: Job) -> Result:
    """Play and score one job."""
    who = _persona(job.persona)
    call = play(who, job.level, BOTS[job.bot], job.seed, job.held, job.speech)
    outcome = call.outcome or Outcome.VAGUE
    return Result(job, succeeded(outcome, who), coach.mark(call, who), len(call.turns), outcome)


def unhurried() -> None:
    """Let this process look for garbage seldom: calls leave none that counting references does not find."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


def run_all(jobs: list[Job], workers: int | None = None) -> Iterator[Result]:
    """Play many, on all cores, in the order given."""
    workers = workers or os.cpu_count() or 1
    if workers == 1 or len(jobs) < 20:
        yield from map(run, jobs)
        return
    with ProcessPoolExecutor(workers, initializer=unhurried) as pool:
        yield from pool.map(run, jobs, chunksize=40)
