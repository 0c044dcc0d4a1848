"""Finding servers on this machine, trying a model, remembering it; and `roleplay connect` over them."""

import argparse
import io
import socket
from collections.abc import Iterator

import pytest
from fakes.server import Fails, Fake, Says, serving

from roleplay import connect, errors, settings
from roleplay.cli.connect import run
from roleplay.config import settings_file
from roleplay.settings import ModelSettings, Settings


@pytest.fixture
def server() -> Iterator[Fake]:
    with serving() as fake:
        fake.will("Whitfield, make it quick.")
        yield fake


@pytest.fixture
def nobody() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


async def test_finds_the_servers_that_answer_and_their_models(server: Fake, nobody: int):
    found = await connect.find([("LM Studio", nobody), ("Ollama", server.port)])
    assert found == [connect.Found("Ollama", server.base_url, ("large", "small"))]


async def test_a_probe_sends_no_key(server: Fake, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    await connect.find([("Ollama", server.port)])
    assert "sk-secret" not in str(server.headers)


async def test_a_server_that_wants_a_key_is_found_locked(server: Fake):
    server.key = "sk-right"
    assert await connect.find([("vLLM", server.port)]) == [connect.Found("vLLM", server.base_url, (), locked=True)]


@pytest.mark.parametrize("page", [Fails(404, "not here"), "<html>another program</html>", {"hello": "there"}], ids=str)
async def test_another_program_on_the_port_is_no_model_server(server: Fake, page: object):
    server.models = page
    assert await connect.find([("llama.cpp", server.port)]) == []


def test_only_this_machine_is_ever_probed():
    assert dict(connect.USUAL) == {"Ollama": 11434, "LM Studio": 1234, "llama.cpp": 8080, "vLLM": 8000}


async def test_trying_a_model_gives_its_words_and_what_it_refused(server: Fake):
    server.rejects = {"seed", "temperature"}
    server.will("<think>Short.</think>Whitfield, make it quick.\x1b[2J")
    tried = await connect.try_model(ModelSettings(model="small", base_url=server.base_url))
    assert tried.text == "Whitfield, make it quick."
    assert tried.dropped == ("temperature",)
    assert tried.ms >= 0


@pytest.mark.parametrize("answer", [Says(""), Says("<think>Hm")], ids=["nothing", "only thoughts"])
async def test_a_model_without_words_fails_its_trial(server: Fake, answer: Says):
    server.will(answer)
    with pytest.raises(errors.EmptyAnswer):
        await connect.try_model(ModelSettings(model="small", base_url=server.base_url))


def test_remembering_keeps_the_rest_of_the_settings():
    settings.save(Settings(mode="exam", voice=ModelSettings(timeout=90, api_key="sk-old")))
    voice = ModelSettings(
        model="small", base_url="http://127.0.0.1:1/v1", api_key="sk-from-the-environment", timeout=120
    )
    connect.remember(voice, connect.Tried("Hello.", 10, ("seed",)))
    kept = settings.read()
    assert kept.mode == "exam"
    assert kept.voice == ModelSettings(
        model="small", base_url="http://127.0.0.1:1/v1", api_key="sk-old", timeout=90, dropped=["seed"]
    )
    connect.remember(voice, connect.Tried("Hello.", 10), key="sk-new")
    assert settings.read().voice.api_key == "sk-new"
    assert settings.read().voice.dropped == []
    connect.forget()
    assert settings.read().voice.model == ""


def options(**given: object) -> argparse.Namespace:
    return argparse.Namespace(**({"base_url": None, "model": None, "key": None, "built_in": False} | given))


def test_named_by_hand_it_is_tried_and_remembered(server: Fake, capsys: pytest.CaptureFixture[str]):
    assert run(options(base_url=server.base_url, model="small", key="sk-mine")) == 0
    voice = settings.load().voice
    assert (voice.model, voice.base_url, voice.api_key, voice.timeout) == ("small", server.base_url, "sk-mine", 30)
    told = capsys.readouterr().out
    assert "Whitfield, make it quick." in told
    assert str(settings_file()) in told
    assert "sk-mine" not in told


def test_what_runs_here_is_listed_with_the_way_to_choose(
    server: Fake, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))
    assert run(options(), [("Ollama", server.port)]) == 0
    told = capsys.readouterr().out
    assert f"Ollama {server.base_url}\n   1 large\n   2 small\n" in told
    assert "roleplay connect --base-url URL --model NAME" in told
    assert not settings_file().exists()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "chosen"), [("2\n", "small"), ("9\nx\n1\n", "large"), ("\n", ""), ("", "")])
def test_at_a_terminal_a_number_chooses(server: Fake, monkeypatch: pytest.MonkeyPatch, typed: str, chosen: str):
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    assert run(options(), [("Ollama", server.port)]) == 0
    assert settings.read().voice.model == chosen


def test_a_single_model_needs_no_choosing(server: Fake):
    server.models = {"data": [{"id": "only"}]}
    assert run(options(), [("Ollama", server.port)]) == 0
    assert settings.read().voice.model == "only"


def test_a_model_named_alone_is_looked_for_here(server: Fake, nobody: int):
    assert run(options(model="large"), [("LM Studio", nobody), ("Ollama", server.port)]) == 0
    assert settings.read().voice.base_url == server.base_url


def test_a_model_that_is_nowhere(server: Fake):
    with pytest.raises(errors.ModelUnknown, match="'huge'"):
        run(options(model="huge"), [("Ollama", server.port)])


def test_an_address_alone_lists_its_models(server: Fake, capsys: pytest.CaptureFixture[str]):
    server.key = "sk-right"
    assert run(options(base_url=server.base_url, key="sk-right")) == 0
    assert "   2 small" in capsys.readouterr().out


def test_nothing_here(nobody: int, capsys: pytest.CaptureFixture[str]):
    assert run(options(), [("Ollama", nobody)]) == 1
    assert "--base-url" in capsys.readouterr().out


def test_a_server_without_a_model_and_one_that_wants_a_key(server: Fake, capsys: pytest.CaptureFixture[str]):
    server.models = {"data": []}
    assert run(options(), [("Ollama", server.port)]) == 1
    assert "no model yet" in capsys.readouterr().out
    server.key = "sk-right"
    assert run(options(), [("vLLM", server.port)]) == 1
    assert "wants a key" in capsys.readouterr().out


def test_a_failed_trial_changes_nothing(server: Fake):
    server.will(Fails(500))
    with pytest.raises(errors.RequestRefused):
        run(options(base_url=server.base_url, model="small"))
    assert not settings_file().exists()


def test_what_the_environment_overrules_is_said(
    server: Fake, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-env")
    monkeypatch.setenv("ROLEPLAY_MODEL", "other")
    assert run(options(base_url=server.base_url, model="small")) == 0
    assert "ROLEPLAY_MODEL is set to something else" in capsys.readouterr().out
    assert settings.read().voice.api_key == ""
    assert server.headers[-1]["authorization"] == "Bearer sk-env"


def test_back_to_the_built_in_prospect(server: Fake):
    run(options(base_url=server.base_url, model="small"))
    assert run(options(built_in=True)) == 0
    assert settings.read().voice.model == ""
