"""The actor that speaks through a language model: it is told the act, and the guard reads every word first."""

from __future__ import annotations

import time
from contextlib import aclosing
from dataclasses import dataclass

from roleplay import templates
from roleplay.errors import EmptyAnswer
from roleplay.llm import Endpoint, Message
from roleplay.model import Voice
from roleplay.prospect import gate, script
from roleplay.prospect.builtin import BuiltIn
from roleplay.prospect.guard import Release, band, correction
from roleplay.prospect.scene import Emit, Scene, Spoken
from roleplay.settings import ModelSettings

MAX_TOKENS = 1000
"""Room for a model that thinks first; one that only rambles is stopped by the guard long before."""
ENOUGH = 20_000
"""Letters after which an answer, thoughts included, is not listened to any longer."""
LADDER = ("card.j2", "card.j2", "card_short.j2")
"""The card of each try: the whole one, the same with what was wrong, a shorter one."""
FALLBACK = "· built-in"
"""Follows the model's name in `Voice.source` where every try failed and the built-in actor spoke the line."""


@dataclass(slots=True)
class _Tally:
    """What the tries of one reply came to."""

    tries: int = 0
    empty: int = 0
    reasons: tuple[str, ...] = ()
    tokens_in: int = 0
    tokens_out: int = 0


class ModelActor:
    """Voices a scene through an endpoint, in up to three tries; a built-in line stands behind them.

    What the endpoint itself fails at is raised as VoiceError, for the rep to decide; the reply is then not to be kept.
    """

    def __init__(self, voice: ModelSettings) -> None:
        self._endpoint = Endpoint(voice)

    @property
    def name(self) -> str:
        """The model's name."""
        return self._endpoint.model

    @property
    def dropped(self) -> tuple[str, ...]:
        """The request parameters the endpoint refused so far; worth keeping in the settings once they grow."""
        return self._endpoint.dropped

    async def voice(self, scene: Scene, emit: Emit) -> Spoken:
        """Voice the scene. Raises VoiceError; EmptyAnswer only when every try came back empty."""
        start, tally = time.perf_counter(), _Tally()
        text, source = "", self.name
        while not text and tally.tries < len(LADDER):
            text = await self._try(scene, emit, tally)
        if not text:
            if tally.empty == len(LADDER):
                raise EmptyAnswer(
                    f"{self.name} answered with nothing, three times. Choose another model with `roleplay connect`."
                )
            text, source = BuiltIn().line(scene), f"{self.name} {FALLBACK}"
            emit(text)
        ms = round(1000 * (time.perf_counter() - start))
        return Spoken(text, Voice(source, tally.tries, tally.reasons, ms, tally.tokens_in, tally.tokens_out))

    async def _try(self, scene: Scene, emit: Emit, tally: _Tally) -> str:
        """One answer of the model: the text that was let through, or ""."""
        ask, release = messages(scene, LADDER[tally.tries], tally.reasons), Release(scene)
        seed = 1000 * scene.seed + 10 * scene.number + tally.tries
        tally.tries += 1
        raw = ""
        try:
            async with aclosing(self._endpoint.stream(ask, MAX_TOKENS, seed % 2**31)) as pieces:
                async for piece in pieces:
                    raw += piece
                    if _ends_something(piece):
                        _show(release.feed(raw), emit)
                    if release.closed or len(raw) > ENOUGH:
                        break
        except EmptyAnswer:
            raw = ""
        finally:
            tally.tokens_in += self._endpoint.tokens_in
            tally.tokens_out += self._endpoint.tokens_out
        _show(release.feed(raw, done=True, cut=self._endpoint.finish == "length"), emit)
        if not release.text:
            tally.reasons += release.reasons
            tally.empty += release.reasons == ("empty",)
        return release.text


def messages(scene: Scene, card: str = LADDER[0], reasons: tuple[str, ...] = ()) -> list[Message]:
    """What the model is sent: who it is, the call so far word for word, and the rep's words with this turn's card.

    `reasons` is what the guard had against the tries before. Facts that are still locked stand nowhere in it.
    """
    found = [_message("system", _system(scene))]
    found.append(_message("assistant", scene.opening))
    for turn in scene.before:
        found += [_message("user", _unforged(turn.said)), _message("assistant", turn.reply)]
    return [*found, _message("user", _card(scene, card, reasons))]


def _system(scene: Scene) -> str:
    """Who the model is: the prospect, or the gatekeeper, who is told nothing of the prospect's world."""
    who = scene.persona
    if who.gatekeeper and gate.speaker(who, scene.cue) == who.gatekeeper.first_name:
        return templates.prompt("gatekeeper.j2", who=who, front=who.gatekeeper)
    return templates.prompt("prospect.j2", who=who, offer=scene.offer)


def _card(scene: Scene, name: str, reasons: tuple[str, ...]) -> str:
    low, high = band(scene)
    return templates.prompt(
        name,
        said=scene.said,
        act=scene.cue.act.replace("_", " "),
        stance=scene.cue.stance,
        card=script.card(scene),
        may_use=script.may_use(scene),
        low=low,
        high=high,
        correction=correction(reasons),
        aside=script.aside(scene),
    )


def _unforged(said: str) -> str:
    """The rep's words without square brackets, as `card.j2` has them: no line of theirs can pass for a direction."""
    return said.replace("[", "(").replace("]", ")")


def _message(role: str, content: str) -> Message:
    return {"role": role, "content": content}


def _ends_something(piece: str) -> bool:
    """Whether a sentence may have ended in the piece; the guard need not look at each."""
    return any(mark in piece for mark in ".!?…\n>")


def _show(piece: str, emit: Emit) -> None:
    if piece:
        emit(piece)
