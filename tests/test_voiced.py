"""The model's actor against a server that agrees when it should refuse, leaks, thinks aloud, stalls and breaks off."""

import asyncio
from collections.abc import Iterator

import pytest
from fakes.scenes import needs, scene
from fakes.server import Fails, Fake, Says, serving

from roleplay import errors
from roleplay.model import Act
from roleplay.persona import Persona
from roleplay.prospect.scene import Scene
from roleplay.prospect.voiced import ModelActor, messages
from roleplay.settings import ModelSettings

GOOD = "Not for us, thanks."
AGREES = "Sounds great, let's do it."
LEAKS = "Not for us, not since Walt Brauer handed in his keys."


@pytest.fixture
def server() -> Iterator[Fake]:
    with serving() as fake:
        yield fake


@pytest.fixture
def dana(personas: dict[str, Persona]) -> Persona:
    return personas["dana"]


@pytest.fixture
def refusal(dana: Persona) -> Scene:
    return scene(dana, Act.BARE_NO, "Shall we set up a demo?", earlier=(("Bad time?", "Always. Go."), ("Hm", "Hm?")))


def actor(fake: Fake, **changes: object) -> ModelActor:
    return ModelActor(
        ModelSettings.model_validate({"model": "small", "base_url": fake.base_url, "timeout": 5} | changes)
    )


async def test_a_good_answer_is_spoken_at_the_first_try(server: Fake, refusal: Scene):
    server.will(GOOD)
    shown: list[str] = []
    spoken = await actor(server).voice(refusal, shown.append)
    assert spoken.text == GOOD == "".join(shown)
    voice = spoken.voice
    assert (voice.source, voice.tries, voice.reasons, voice.tokens_in, voice.tokens_out) == ("small", 1, (), 120, 9)


async def test_the_model_hears_the_call_word_for_word_and_then_the_card(server: Fake, refusal: Scene):
    server.will(GOOD)
    await actor(server).voice(refusal, lambda _: None)
    [sent] = server.asked
    system, *history, last = sent["messages"]
    assert system["role"] == "system"
    assert history == [
        {"role": "assistant", "content": refusal.opening},
        {"role": "user", "content": "Bad time?"},
        {"role": "assistant", "content": "Always. Go."},
        {"role": "user", "content": "Hm"},
        {"role": "assistant", "content": "Hm?"},
    ]
    assert last["role"] == "user"
    assert last["content"].startswith("Shall we set up a demo?")
    assert "bare no" in last["content"]
    assert "2-8 words" in last["content"]


def test_the_system_message_is_the_same_all_call_long(dana: Persona):
    scenes = [scene(dana, act, earlier=(("Hm", "Hm?"),) * turns) for turns, act in enumerate((Act.BRIEF, Act.HANG_UP))]
    first, second = (messages(each)[0] for each in scenes)
    assert first == second


def test_no_locked_fact_is_in_any_message(personas: dict[str, Persona]):
    for who in personas.values():
        secrets = [line for fact in who.facts if fact.tier == 3 for line in (fact.gist, *fact.says, *fact.more)]
        for act in (Act.DEFLECT, Act.BARE_NO, Act.BRIEF, Act.DOUBT, Act.COUNTERFEIT_YES, Act.OBJECT):
            cue = {"objection": who.objections[0].id} if act is Act.OBJECT else {}
            prompt = "\n".join(message["content"] for message in messages(scene(who, act, **cue)))
            assert not [secret for secret in secrets if secret in prompt]


async def test_a_second_try_is_told_what_was_wrong(server: Fake, refusal: Scene):
    server.will(AGREES, GOOD)
    shown: list[str] = []
    spoken = await actor(server).voice(refusal, shown.append)
    assert "".join(shown) == spoken.text == GOOD
    assert (spoken.voice.tries, spoken.voice.reasons) == (2, ("act: agrees",))
    assert (spoken.voice.tokens_in, spoken.voice.tokens_out) == (240, 18)
    first, second = (asked["messages"][-1]["content"] for asked in server.asked)
    assert "you agreed" not in first
    assert "you agreed" in second
    assert server.asked[0]["messages"][:-1] == server.asked[1]["messages"][:-1]


async def test_a_third_try_gets_the_short_card_and_a_leak_is_not_named_to_the_model(server: Fake, refusal: Scene):
    server.will(AGREES, LEAKS, GOOD)
    spoken = await actor(server).voice(refusal, lambda _: None)
    assert spoken.text == GOOD
    assert spoken.voice.tries == 3
    assert "leak: walt" in spoken.voice.reasons
    third = server.asked[2]["messages"][-1]["content"]
    assert len(third) < len(server.asked[1]["messages"][-1]["content"])
    assert "walt" not in third.lower()


async def test_after_three_failed_tries_the_built_in_line_is_spoken(server: Fake, refusal: Scene):
    server.will(AGREES)
    shown: list[str] = []
    spoken = await actor(server).voice(refusal, shown.append)
    assert spoken.voice.source == "small · built-in"
    assert spoken.voice.tries == len(server.asked) == 3
    assert shown == [spoken.text]
    assert spoken.text


async def test_thoughts_are_not_spoken(server: Fake, refusal: Scene):
    server.will("<think>She wants a demo. Refuse. Yes, let's do it!</think>\n\nDana: *sighs* Not for us, thanks.")
    assert (await actor(server).voice(refusal, lambda _: None)).text == GOOD


async def test_sentences_appear_as_they_pass_and_what_must_not_be_said_is_never_shown(server: Fake, dana: Persona):
    server.will("That's in the drawer, friend. Skip that one. It was forty grand. Ask about trucks.")
    shown: list[str] = []
    spoken = await actor(server).voice(scene(dana, Act.DEFLECT), shown.append)
    assert shown == ["That's in the drawer, friend.", " Skip that one."]
    assert spoken.text == "".join(shown)
    assert spoken.voice.reasons == ()


async def test_a_rambling_model_is_hung_up_on(server: Fake, refusal: Scene):
    ramble = Says(pieces=("Not for us, thanks. ", *("We looked at it all before and sent it back. ",) * 20), stall=True)
    server.will(ramble)
    spoken = await actor(server).voice(refusal, lambda _: None)
    assert spoken.text.startswith(GOOD)
    assert await asyncio.to_thread(server.hung_up.wait, 5)
    assert spoken.voice.tokens_out > 0


async def test_an_empty_answer_is_a_failed_try(server: Fake, refusal: Scene):
    server.will("", "<think>Hm", GOOD)
    spoken = await actor(server).voice(refusal, lambda _: None)
    assert (spoken.text, spoken.voice.tries, spoken.voice.reasons) == (GOOD, 3, ("empty", "empty"))


async def test_only_empty_answers_are_an_error(server: Fake, refusal: Scene):
    server.will("", "<think>Hm", "*sighs*")
    with pytest.raises(errors.EmptyAnswer, match="small answered with nothing"):
        await actor(server).voice(refusal, lambda _: None)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Fails(401), errors.KeyMissing),
        (Fails(429), errors.RateLimited),
        (Fails(500), errors.RequestRefused),
        (Fails(404, {"error": "model not found"}), errors.ModelUnknown),
        (Says("Not for us. Not", cut=True), errors.CutOff),
        (Says("Not for us. Not", stall=True), errors.TimedOut),
    ],
    ids=["no key", "rate limit", "server error", "unknown model", "cut", "stalled"],
)
async def test_what_the_endpoint_fails_at_is_not_hidden(
    server: Fake, refusal: Scene, answer: Says | Fails, error: type[errors.VoiceError]
):
    server.will(answer)
    shown: list[str] = []
    with pytest.raises(error):
        await actor(server, timeout=0.3).voice(refusal, shown.append)
    assert shown == []
    assert len(server.asked) == 1


async def test_a_cancelled_reply_is_cancelled(server: Fake, refusal: Scene):
    server.will(Says("Not for us", stall=True))
    task = asyncio.create_task(actor(server).voice(refusal, lambda _: None))
    assert await asyncio.to_thread(server.heard.wait, 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_refused_parameters_are_there_to_be_remembered(server: Fake, refusal: Scene):
    server.rejects = {"temperature"}
    server.will(GOOD)
    voice = actor(server)
    await voice.voice(refusal, lambda _: None)
    assert voice.dropped == ("temperature",)


async def test_every_act_can_be_asked_for(server: Fake, personas: dict[str, Persona]):
    """Whatever the model says, the reply is either let through by the guard or a built-in line."""
    server.will("Banana.")
    small = actor(server)
    for who in personas.values():
        for act in Act:
            spoken = await small.voice(scene(who, act, **needs(who, act)), lambda _: None)
            assert spoken.text
