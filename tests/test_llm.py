"""The real openai client against a server on loopback: every way an endpoint answers, and every way it fails."""

import asyncio
import itertools
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import aclosing
from types import SimpleNamespace

import pytest
from fakes.server import Fails, Fake, Says, event, refusal, serving

from roleplay import errors, llm
from roleplay.llm import ASSISTANT_FIRST, Endpoint
from roleplay.settings import ModelSettings

ASK = [{"role": "system", "content": "You are Marek."}, {"role": "user", "content": "Bad time?"}]


@pytest.fixture
def server() -> Iterator[Fake]:
    with serving() as fake:
        yield fake


def endpoint(fake: Fake, **changes: object) -> Endpoint:
    voice = {"model": "small", "base_url": fake.base_url, "api_key": "sk-secret", "timeout": 5} | changes
    return Endpoint(ModelSettings.model_validate(voice))


async def answer(of: Endpoint, ask: list[dict[str, str]] = ASK) -> str:
    return "".join([piece async for piece in of.stream(ask, 100, seed=7)])


async def test_a_reply_streams_in_pieces_and_its_tokens_are_counted(server: Fake):
    server.will(Says(pieces=("No, ", "go ", "on.")))
    small = endpoint(server)
    assert [piece async for piece in small.stream(ASK, 100)] == ["No, ", "go ", "on."]
    assert (small.tokens_in, small.tokens_out, small.finish) == (120, 9, "stop")


async def test_the_request_says_what_it_should(server: Fake):
    server.will("Fine.")
    await answer(endpoint(server))
    [sent] = server.asked
    assert sent["model"] == "small"
    assert sent["messages"] == ASK
    assert sent["stream"] is True
    assert sent["stream_options"] == {"include_usage": True}
    assert sent["max_completion_tokens"] == 100
    assert sent["seed"] == 7
    assert server.headers[0]["authorization"] == "Bearer sk-secret"


async def test_tokens_are_estimated_where_the_endpoint_does_not_count(server: Fake):
    server.will(Says(pieces=("one ", "two"), usage=None))
    small = endpoint(server)
    await answer(small)
    assert small.tokens_in == sum(len(message["content"]) for message in ASK) // 4
    assert small.tokens_out == 3


@pytest.mark.parametrize(
    "parameters",
    [
        ["stream_options"],
        ["temperature"],
        ["seed"],
        ["max_completion_tokens"],
        ["max_completion_tokens", "max_tokens"],
        ["stream_options", "temperature", "seed", "max_completion_tokens", "max_tokens"],
    ],
    ids=", ".join,
)
async def test_what_the_endpoint_refuses_is_dropped_and_remembered(server: Fake, parameters: list[str]):
    server.will("Go on.")
    server.rejects = set(parameters)
    small = endpoint(server)
    assert await answer(small) == "Go on."
    assert sorted(small.dropped) == sorted(parameters)
    assert not set(parameters) & set(server.asked[-1])
    before = len(server.asked)
    await answer(endpoint(server, dropped=list(small.dropped)))
    assert len(server.asked) == before + 1


async def test_max_tokens_stands_in_for_max_completion_tokens(server: Fake):
    server.will("Go on.")
    server.rejects = {"max_completion_tokens"}
    await answer(endpoint(server))
    assert server.asked[-1]["max_tokens"] == 100


@pytest.mark.parametrize(
    ("refused", "parameter"),
    [
        (
            Fails(422, {"detail": [{"loc": ["body", "stream_options"], "msg": "extra fields not permitted"}]}),
            "stream_options",
        ),
        (Fails(400, {"error": {"message": "temperature must be 1", "param": None}}), "temperature"),
        (Fails(400, "seed: unknown field"), "seed"),
        (Fails(400, {"error": {"message": "no usage", "param": "stream_options.include_usage"}}), "stream_options"),
    ],
    ids=["a validator's 422", "named in the message only", "plain text", "a nested parameter"],
)
async def test_refusals_are_understood_in_several_dialects(server: Fake, refused: Fails, parameter: str):
    server.will(refused, "Go on.")
    small = endpoint(server)
    assert await answer(small) == "Go on."
    assert small.dropped == (parameter,)


@pytest.mark.parametrize("status", [400, 500])
async def test_a_template_that_wants_the_user_first_gets_a_ringing_phone(server: Fake, status: int):
    said = "Conversation roles must alternate user/assistant/user/assistant/..."
    server.will(Fails(status, {"error": {"message": said}}), "Go on.")
    ask = [ASK[0], {"role": "assistant", "content": "Yes?"}, ASK[1]]
    small = endpoint(server)
    assert await answer(small, ask) == "Go on."
    assert small.dropped == (ASSISTANT_FIRST,)
    assert [message["role"] for message in server.asked[-1]["messages"]] == ["system", "user", "assistant", "user"]


async def test_a_parameter_refused_again_though_it_was_left_out_ends_in_an_error(server: Fake):
    server.will(refusal("temperature"))
    with pytest.raises(errors.RequestRefused):
        await answer(endpoint(server))
    assert len(server.asked) == 2


BAD_MODEL = {"error": {"message": "The model `small` does not exist", "code": "model_not_found"}}
QUOTA = {"error": {"message": "You exceeded your current quota", "code": "insufficient_quota"}}
LONG = {
    "error": {"message": "This model's maximum context length is 2048 tokens; max_tokens is too large", "param": None}
}

FAILURES = [
    ("a refused key", Fails(401, {"error": {"message": "Bad key sk-secret"}}), errors.KeyRefused, "OPENAI_API_KEY"),
    ("a forbidden model", Fails(403, {"error": {"message": "no access"}}), errors.KeyRefused, "roleplay connect"),
    ("an unknown model", Fails(404, BAD_MODEL), errors.ModelUnknown, "'small'"),
    ("a plain unknown model", Fails(404, {"error": "model 'small' not found"}), errors.ModelUnknown, "'small'"),
    ("an unknown path", Fails(404, "<html>not here</html>"), errors.RequestRefused, "/v1"),
    ("too many requests", Fails(429, {"error": {"message": "slow down"}}), errors.RateLimited, "Wait"),
    ("no quota left", Fails(429, QUOTA), errors.RateLimited, "Add credit"),
    ("a broken server", Fails(500, "stack\ntrace\x1b[31m sk-secret"), errors.RequestRefused, "Send it again"),
    ("a server that loads", Fails(503, {"error": {"message": "Loading model"}}), errors.TimedOut, "still loading"),
    ("a full context", Fails(400, LONG), errors.RequestRefused, "longer context"),
    ("another bad request", Fails(400, {"error": {"message": "no"}}), errors.RequestRefused, "roleplay connect"),
    ("no finish", Says("Half a rep", finish=None), errors.CutOff, "broke off"),
    ("a dropped connection", Says("Half a rep", cut=True), errors.CutOff, "Send it again"),
    ("an error in the stream", Says(events=(event({"error": {"message": "it died"}}),)), errors.CutOff, "it died"),
    ("a piece that is no JSON", Says(events=(b"data: {nonsense\n\n",)), errors.CutOff, "broke off"),
    ("a piece that is no UTF-8", Says(events=(b"data: \xff\xfe\n\n",)), errors.CutOff, "broke off"),
    ("nothing", Says(""), errors.EmptyAnswer, "small answered with nothing"),
    ("blanks", Says("  \n "), errors.EmptyAnswer, "roleplay connect"),
    ("only thought", Says("", finish="length"), errors.EmptyAnswer, "thinking"),
    ("a filtered reply", Says("", finish="content_filter"), errors.EmptyAnswer, "filtered"),
    ("a web page", Says(events=(b"<html></html>",), media="text/html"), errors.RequestRefused, "/v1"),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "error", "words"), [row[1:] for row in FAILURES], ids=[row[0] for row in FAILURES])
async def test_each_failure_is_a_plain_sentence_with_its_mend(
    server: Fake, answers: Says | Fails, error: type[errors.VoiceError], words: str
):
    server.will(answers)
    with pytest.raises(error) as caught:
        await answer(endpoint(server))
    sentence = str(caught.value)
    assert words in sentence
    assert sentence.endswith(".")
    assert sentence.isprintable()
    assert "sk-secret" not in sentence
    assert type(caught.value) is error


async def test_a_stalled_stream_times_out_by_the_piece(server: Fake):
    server.will(Says("One moment", stall=True))
    with pytest.raises(errors.TimedOut, match=r"small at .* sent nothing for 0\.2 seconds"):
        await answer(endpoint(server, timeout=0.2))
    assert await asyncio.to_thread(server.hung_up.wait, 5)


async def test_a_reply_that_trickles_on_for_too_long_is_told_as_that(server: Fake, monkeypatch: pytest.MonkeyPatch):
    seconds = itertools.count(0, 15)  # what the clock says at each look: four time-outs of 5 have passed at the third
    monkeypatch.setattr(llm, "time", SimpleNamespace(monotonic=lambda: next(seconds)))
    server.will(Says(pieces=("One ", "word ", "a ", "second.")))
    with pytest.raises(errors.TimedOut, match="still not done after 20 seconds") as caught:
        await answer(endpoint(server))
    assert "sent nothing" not in str(caught.value)


async def test_pieces_without_text_keep_a_thinking_model_alive_but_are_not_its_answer(server: Fake):
    thought = event({"choices": [{"index": 0, "delta": {"reasoning_content": "hm"}, "finish_reason": None}]})
    end = event({"choices": [{"index": 0, "delta": {"content": "No."}, "finish_reason": "stop"}]})
    server.will(Says(events=(b": ping\n\n", thought, thought, end)))
    assert await answer(endpoint(server)) == "No."


async def test_a_finished_reply_is_not_lost_to_a_connection_that_lingers_or_breaks(server: Fake):
    end = event({"choices": [{"index": 0, "delta": {"content": "No."}, "finish_reason": "stop"}]})
    server.will(Says(events=(end,), cut=True), Says(events=(end,), stall=True))
    assert await answer(endpoint(server)) == "No."
    assert await answer(endpoint(server)) == "No."


async def test_nobody_at_the_address():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(errors.NotReached, match=rf"Nothing answers at {nobody}.*roleplay connect"):
        await answer(Endpoint(ModelSettings(model="small", base_url=nobody)))


@pytest.mark.parametrize(
    "address",
    [
        "localhost:11434/v1",
        "http://",
        "http://host:port/v1",
        "ftp://host/v1",
        "http://[::1",
        "http://a\nb/v1",
        "http://höst/v1",
    ],
)
async def test_an_address_that_is_none(address: str):
    with pytest.raises(errors.NotReached, match="must look like"):
        await answer(Endpoint(ModelSettings(model="small", base_url=address)))


async def test_openai_without_a_key_is_not_even_asked():
    with pytest.raises(errors.KeyMissing, match="OPENAI_API_KEY"):
        await answer(Endpoint(ModelSettings(model="gpt-5-mini")))


async def test_a_key_missing_elsewhere_is_told_from_one_refused(server: Fake):
    server.will("Fine.")
    server.key = "sk-right"
    with pytest.raises(errors.KeyMissing, match="OPENAI_API_KEY"):
        await answer(endpoint(server, api_key=""))
    with pytest.raises(errors.KeyRefused):
        await answer(endpoint(server, api_key="sk-wrong"))
    assert await answer(endpoint(server, api_key=" sk-right\n")) == "Fine."


@pytest.mark.parametrize("key", ["sk-ключ", "sk-a\nb"])
async def test_a_key_that_cannot_be_one(server: Fake, key: str):
    with pytest.raises(errors.KeyRefused, match="characters"):
        await answer(endpoint(server, api_key=key))


async def test_no_model_chosen(server: Fake):
    with pytest.raises(errors.ModelUnknown, match="roleplay connect"):
        await answer(endpoint(server, model=""))


def test_an_address_is_shown_without_what_may_be_secret():
    place = Endpoint(ModelSettings(base_url="https://me:secret@host.example:8443/v1?token=abc")).place
    assert place.where == "https://host.example:8443/v1"


async def test_stopping_early_hangs_up(server: Fake):
    server.will(Says("Well, the thing is", stall=True))
    async with aclosing(endpoint(server).stream(ASK, 100)) as pieces:
        assert await anext(pieces) == "Well"
    assert await asyncio.to_thread(server.hung_up.wait, 5)


async def test_a_cancelled_reply_hangs_up_and_stays_cancelled(server: Fake):
    server.will(Says("Well, the thing is", stall=True))
    heard = asyncio.Event()

    async def listen() -> None:
        async for _ in endpoint(server).stream(ASK, 100):
            heard.set()

    task = asyncio.create_task(listen())
    await heard.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await asyncio.to_thread(server.hung_up.wait, 5)


def test_one_endpoint_serves_one_loop_after_another(server: Fake):
    server.will("Go on.")
    small = endpoint(server)
    assert [asyncio.run(answer(small)) for _ in range(2)] == ["Go on.", "Go on."]


async def test_a_proxy_in_the_environment_does_not_stand_before_loopback(server: Fake, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    server.will("Go on.")
    assert await answer(endpoint(server)) == "Go on."


async def test_models_are_listed_by_name(server: Fake):
    assert await endpoint(server).models() == ["large", "small"]
    server.models = {"data": None}
    assert await endpoint(server).models() == []


@pytest.mark.parametrize("page", ["<html>hello</html>", {"hello": 1}, [1], {"data": "x"}], ids=str)
async def test_a_page_that_lists_no_models(server: Fake, page: object):
    server.models = page
    with pytest.raises(errors.RequestRefused, match="/v1"):
        await endpoint(server).models()


def test_importing_llm_does_not_load_openai():
    code = "import sys, roleplay.llm, roleplay.connect, roleplay.prospect.voiced; print('openai' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
