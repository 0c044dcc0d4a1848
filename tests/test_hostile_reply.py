"""A model that sends control codes: what of them reaches the screen, the store, every export and the plain text."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import pytest
from fakes.server import Fake, Says, serving

from roleplay import coach, config
from roleplay.__main__ import main
from roleplay.cli.exports import texts
from roleplay.export import whole
from roleplay.inert import inert, one_line
from roleplay.llm import Endpoint
from roleplay.model import Mode
from roleplay.persona import Persona
from roleplay.prospect.voiced import ModelActor
from roleplay.session import Session
from roleplay.settings import ModelSettings
from roleplay.store import Store

CODES = (
    "\x1b[31mNo, not\x1b[0m for us\x1b]0;owned\x07 right now.",
    "No, not for us\u202e right\u200f now\x9b2J.",
    "No\x00, not for us\x08\x08\x08 right now.\x7f",
    "No, not for us\x1bPq right now.\x1b\\",
    "No, not for us \x1b]8;;http://x.example\x1b\\right now\x1b]8;;\x1b\\.",
    "No, not for us right now.\x1b[2J\x1b[1;1H\ufeff\u2066",
)


@pytest.fixture
def server() -> Iterator[Fake]:
    with serving() as fake:
        yield fake


def voice(server: Fake, **changes: object) -> ModelSettings:
    return ModelSettings.model_validate({"model": "small", "base_url": server.base_url, "timeout": 5} | changes)


def harmless(text: str) -> None:
    assert inert(text) == text.replace("\r\n", "\n")


@pytest.mark.parametrize("reply", CODES)
async def test_no_code_of_a_reply_reaches_anything(
    server: Fake, personas: dict[str, Persona], capsys: pytest.CaptureFixture[str], reply: str
):
    server.answers.append(Says(pieces=tuple(reply)))
    store, who, shown = Store(config.database_file()), personas["marek"], list[str]()
    session = Session.start(who, level=2, seed=7, mode=Mode.EXAM, actor=ModelActor(voice(server)), keeper=store)
    for line in ("Is this a bad time?", "Sounds like a long week.", "What about this doesn't work for you?"):
        await session.say(line, shown.append)
    session.end()
    card = coach.review(session.call, who)
    store.cards.keep(session.call.id, card)
    harmless("".join(shown))
    for turn in session.call.turns:
        assert one_line(turn.reply) == turn.reply
    harmless(coach.text(card, session.call, who))
    of_call = whole(store, session.call.id)
    store.close()
    for form in ("md", "json", "csv", "html"):
        for text in texts([of_call], form).values():
            harmless(text)
    capsys.readouterr()
    assert main(["calls", "show"]) == 0
    harmless(capsys.readouterr().out)


async def test_a_model_with_codes_in_its_name_is_not_offered(server: Fake):
    server.models = {"data": [{"id": "small"}, {"id": "evil\x1b[2J"}, {"id": "\u202egib"}]}
    assert await Endpoint(voice(server)).models() == ["small"]


def test_a_model_named_with_codes_in_the_environment_is_shown_harmlessly(monkeypatch: pytest.MonkeyPatch):
    from roleplay import settings

    monkeypatch.setenv("ROLEPLAY_MODEL", "evil\x1b[2J\nname")
    assert settings.load().voice.model == "evil[2J name"


def test_a_reply_with_codes_is_shown_harmlessly_on_stdout(
    server: Fake, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    import io

    server.answers.append(Says(CODES[0]))
    monkeypatch.setenv("ROLEPLAY_MODEL", "small")
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    for extra in ([], ["--json"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Is this a bad time?\n")))
        assert main(["talk", "marek", "--level", "2", "--seed", "7", *extra]) == 0
        out = capsys.readouterr().out
        harmless(out)
        for line in out.splitlines() if extra else ():
            harmless(json.dumps(json.loads(line), ensure_ascii=False))
