"""The card in a model's words, by real keys: shown as it comes, stopped by esc, missing nothing without a model."""

from collections.abc import Iterator

import pytest

from roleplay import settings
from roleplay.settings import ModelSettings, Settings
from tests.fakes.server import Fails, Fake, Says, serving
from tests.tui.conftest import OpenStage, Stage

NOTES = 'tone | yes | "Is this a bad time?" | polite\n'


@pytest.fixture
def fake() -> Iterator[Fake]:
    with serving() as fake:
        yield fake


def connect(fake: Fake) -> None:
    voice = ModelSettings(model="small", base_url=fake.base_url)
    settings.save(Settings(typing=False, welcomed=True, predict=False, voice=voice))


class Spoken:
    """The built-in prospect speaks, whatever model is connected."""

    def __new__(cls, voice: ModelSettings):
        from roleplay.prospect.builtin import BuiltIn

        return BuiltIn()


async def to_the_card(stage: Stage) -> str:
    await stage.call()
    for line in ("Is this a bad time?", "You want to save money, don't you?"):
        await stage.say(line)
    await stage.press("ctrl+e")
    await stage.until(lambda: type(stage.app.screen).__name__ in ("Ask", "DebriefScreen"))
    if type(stage.app.screen).__name__ == "Ask":
        await stage.press("y")
    await stage.at("DebriefScreen")
    return stage.app.screen.card


async def test_the_card_is_told_in_the_models_words_and_stays(stage: OpenStage, fake: Fake):
    connect(fake)
    async with stage(size=(80, 24), make_actor=Spoken) as on:
        card = await to_the_card(on)
        fake.will('You opened well. You said "buy it now or never". [b]Bold[/b] words.\n', NOTES)
        await on.press("w")
        await on.shows("The score stays.")
        assert "You opened well." in on.text
        assert "[struck: nobody said that]" in on.text
        assert "[b]Bold[/b]" in on.text
        assert "None of this is counted." in on.text
        assert [(note.turn, note.quote) for note in on.app.screen.told.notes] == [(1, "Is this a bad time?")]
        assert "240 tokens in, 18 out" in on.text
        await on.press("escape")
        await on.at("DebriefScreen")
        assert on.app.screen.card == card


async def test_escape_stops_the_model_and_the_second_leads_back(stage: OpenStage, fake: Fake):
    connect(fake)
    async with stage(make_actor=Spoken) as on:
        await to_the_card(on)
        fake.will(Says("You opened well. And then", stall=True))
        await on.press("w")
        await on.shows("You opened well.")
        await on.press("escape")
        await on.shows("Stopped.")
        assert "You opened well." in on.text
        await on.until(fake.hung_up.is_set)
        fake.will("Better now.\n", NOTES)
        await on.press("r")
        await on.shows("The score stays.")
        assert "Better now." in on.text
        await on.press("escape")
        await on.at("DebriefScreen")


async def test_a_model_that_fails_is_named_and_the_card_is_all_there(stage: OpenStage, fake: Fake):
    connect(fake)
    async with stage(make_actor=Spoken) as on:
        await to_the_card(on)
        fake.will(Fails(500, "down"))
        await on.press("w")
        await on.shows("r asks again")
        await on.press("escape")
        await on.at("DebriefScreen")


async def test_without_a_model_the_key_says_how_to_connect(stage: OpenStage):
    async with stage(predict=False) as on:
        await to_the_card(on)
        await on.press("w")
        await on.shows("c in the lobby finds one")
        assert type(on.app.screen).__name__ == "DebriefScreen"
