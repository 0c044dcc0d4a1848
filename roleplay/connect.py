"""Finds model servers on this machine, tries a model, remembers it.

Nothing is probed until it is asked for, and never another machine.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from roleplay import settings as stored
from roleplay.errors import EmptyAnswer, KeyMissing, VoiceError
from roleplay.llm import Endpoint, Message
from roleplay.prospect.guard_text import spoken
from roleplay.settings import ModelSettings

PATIENCE = 1.5
"""Seconds a server on this machine is given to list its models."""
USUAL = (("Ollama", 11434), ("LM Studio", 1234), ("llama.cpp", 8080), ("vLLM", 8000))
"""The usual local servers and the ports they listen on."""
GREETING: list[Message] = [
    {
        "role": "system",
        "content": "You answer the phone at work. Reply with one short spoken sentence and nothing else.",
    },
    {"role": "user", "content": "Hello, have I caught you at a bad time?"},
]
MAX_TOKENS = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """A model server on this machine. One that wants a key before it lists its models has `locked` set."""

    name: str
    base_url: str
    models: tuple[str, ...]
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Tried:
    """What a model said when tried, how long it took to the end, and the parameters its endpoint refused."""

    text: str
    ms: int
    dropped: tuple[str, ...] = ()


async def find(servers: Sequence[tuple[str, int]] = USUAL) -> list[Found]:
    """The servers that answer on this machine's loopback, in the order given. No key is sent."""
    probes = [_probe(name, f"http://127.0.0.1:{port}/v1") for name, port in servers]
    return [found for found in await asyncio.gather(*probes) if found]


async def _probe(name: str, base_url: str) -> Found | None:
    """The server at that address; None where there is none, which is the usual case and no failure."""
    try:
        return Found(name, base_url, tuple(await Endpoint(ModelSettings(base_url=base_url, timeout=PATIENCE)).models()))
    except KeyMissing:
        return Found(name, base_url, (), locked=True)
    except VoiceError:
        return None


async def try_model(settings: ModelSettings) -> Tried:
    """Let the model say one line. Raises VoiceError."""
    endpoint, start, raw = Endpoint(settings), time.perf_counter(), ""
    async with aclosing(endpoint.stream(GREETING, MAX_TOKENS)) as pieces:
        async for piece in pieces:
            raw += piece
    text = spoken(raw)
    if not text:
        raise EmptyAnswer(f"{settings.model} answered with no words to say. Choose another model.")
    return Tried(text, round(1000 * (time.perf_counter() - start)), endpoint.dropped)


def remember(voice: ModelSettings, tried: Tried, *, key: str = "") -> None:
    """Keep the model in the settings file; `key` only where the rep gave one for it. Raises SettingsError.

    The time-out stays what the file says, and what the environment holds never gets into the file.
    """
    changes = {"model": voice.model, "base_url": voice.base_url, "dropped": list(tried.dropped)}
    _keep(changes | ({"api_key": key} if key else {}))


def forget() -> None:
    """Go back to the built-in prospect; the address and the key stay in the settings file. Raises SettingsError."""
    _keep({"model": ""})


def _keep(changes: Mapping[str, object]) -> None:
    kept = stored.read()
    stored.save(kept.model_copy(update={"voice": kept.voice.model_copy(update=changes)}))
