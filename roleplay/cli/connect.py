"""`roleplay connect`: which model voices the prospect. Lists what runs on this machine, tries one, remembers it."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence

from roleplay import connect, settings
from roleplay.config import settings_file
from roleplay.connect import USUAL, Found
from roleplay.errors import ModelUnknown
from roleplay.inert import inert
from roleplay.llm import OPENAI, Endpoint
from roleplay.settings import ModelSettings

FIRST_WAIT = 120.0
"""Seconds a model is given at its trial: a local server may have to load it first."""
LONGEST = 200
"""Letters of the trial's answer that are shown."""
BY_HAND = "roleplay connect --base-url URL --model NAME"

Choice = tuple[str, str]
"""An address and a model there."""


def run(args: argparse.Namespace, servers: Sequence[tuple[str, int]] = USUAL) -> int:
    """Choose a model, try it, remember it: 0 when that went well or models were listed, 1 when there are none.

    `args` has `base_url`, `model` and `key`, each a text or None, and `built_in`. Raises RoleplayError when the
    endpoint, the model or the settings file fails.
    """
    if args.built_in:
        return _built_in()
    base_url = args.base_url or os.environ.get("OPENAI_BASE_URL", "")
    key = args.key or _key_for(base_url)
    if base_url and args.model:
        return _try(base_url, args.model, key, args.key or "")
    offers = asyncio.run(_offers(base_url, key, servers))
    _list(offers)
    if args.model:
        base_url = _address_of(args.model, offers, key)
        return _try(base_url, args.model, key, args.key or "")
    choices = [(offer.base_url, model) for offer in offers for model in offer.models]
    if not choices:
        _say(f"No model to choose. Start a server that has one, or name an endpoint: {BY_HAND}")
        return 1
    choice = _pick(choices)
    return _try(*choice, key, args.key or "") if choice else 0


def _key_for(base_url: str) -> str:
    """The environment's key, or the kept one, for an address the rep named; a server merely found gets none."""
    if not base_url:
        return ""
    return os.environ.get("OPENAI_API_KEY") or settings.key_for(base_url, settings.read().voice)


async def _offers(base_url: str, key: str, servers: Sequence[tuple[str, int]]) -> list[Found]:
    if base_url:
        models = await Endpoint(ModelSettings(base_url=base_url, api_key=key)).models()
        return [Found("At", base_url, tuple(models))]
    _say(f"Looking on this machine for {', '.join(name for name, _ in servers)} ...")
    return await connect.find(servers)


def _list(offers: Sequence[Found]) -> None:
    """Print the servers and their models, numbered through."""
    number = 0
    for offer in offers:
        _say(f"{offer.name} {offer.base_url}")
        if offer.locked:
            _say(f"     wants a key: roleplay connect --base-url {offer.base_url} --key KEY")
        elif not offer.models:
            _say("     has no model yet")
        for model in offer.models:
            number += 1
            _say(f"{number:4} {model}")


def _address_of(model: str, offers: Sequence[Found], key: str) -> str:
    """Where the model is: the first server here that has it, else OpenAI for who has a key."""
    for offer in offers:
        if model in offer.models:
            return offer.base_url
    if not key:
        raise ModelUnknown(f"No server found has a model called '{model}'. Name its address: {BY_HAND}")
    return OPENAI


def _pick(choices: Sequence[Choice]) -> Choice | None:
    """The choice of the rep, where there is one to make and somebody to make it; None leaves things as they are."""
    if len(choices) == 1:
        return choices[0]
    if not sys.stdin.isatty():
        _say(f"Choose one with: {BY_HAND}")
        return None
    while True:
        sys.stdout.write("Which number? Enter alone leaves things as they are: ")
        sys.stdout.flush()
        answer = sys.stdin.readline().strip()
        if not answer:
            return None
        if answer.isdecimal() and 1 <= int(answer) <= len(choices):
            return choices[int(answer) - 1]
        _say(f"There are 1 to {len(choices)}.")


def _try(base_url: str, model: str, key: str, own_key: str) -> int:
    _say(f"Trying {model} at {base_url} ...")
    wait = max(settings.read().voice.timeout, FIRST_WAIT)
    voice = ModelSettings(model=model, base_url=base_url, api_key=key, timeout=wait)
    tried = asyncio.run(connect.try_model(voice))
    connect.remember(voice, tried, key=own_key)
    _say(f"It answered in {tried.ms / 1000:.1f} s: {tried.text[:LONGEST]}")
    if tried.dropped:
        _say(f"It refuses {', '.join(tried.dropped)}; left out from now on.")
    _say(f"It voices the prospect from now on. Remembered in {settings_file()}")
    for name, chosen in (("OPENAI_BASE_URL", base_url), ("ROLEPLAY_MODEL", model)):
        if os.environ.get(name, chosen) != chosen:
            _say(f"But {name} is set to something else and wins over it: unset it.")
    return 0


def _built_in() -> int:
    connect.forget()
    _say("The built-in prospect speaks from now on.")
    if os.environ.get("ROLEPLAY_MODEL"):
        _say("But ROLEPLAY_MODEL is set and wins over it: unset it.")
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{inert(line)}\n")
    sys.stdout.flush()
