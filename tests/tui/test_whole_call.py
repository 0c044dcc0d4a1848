"""The loop a rep lives in: lobby, brief, call, debrief, review."""

from __future__ import annotations

from pathlib import Path

LINES = [
    "Have I caught you at a bad time?",
    "What gets in the way of billing the same day?",
    "How would that work on one van?",
]


async def test_from_the_lobby_to_the_score_and_back(stage, home: Path):
    async with stage() as on:
        assert "Marek Lis" in on.text
        await on.call("Marek")
        for line in LINES:
            await on.say(line, keys=True)
        assert LINES[0] in on.text or on.app.screen.conversation.max_scroll_y
        await on.press("ctrl+e")
        await on.at("Ask")
        await on.press("y")
        await on.at("PredictScreen")
        await on.press("y")
        await on.press("4")
        await on.at("DebriefScreen")
        assert "You thought  A genuine no: they could not afford it now" in on.text
        assert "of 100" in on.text
        assert "time to no" in on.text
        await on.press("x")
        await on.until(lambda: list(home.glob("exports/*.md")))
        assert LINES[0] in next(home.glob("exports/*.md")).read_text()
        assert LINES[0].replace("'", "&#39;") in next(home.glob("exports/*.html")).read_text()
        await on.press("t")
        await on.at("TranscriptScreen")
        await on.shows("1 you")
        await on.press("escape")
        await on.at("DebriefScreen")
        await on.press("escape")
        await on.at("LobbyScreen")
        await on.shows("best ")
        await on.press("r")
        await on.at("ReviewScreen")
        await on.shows("Marek Lis")
        await on.until(lambda: on.app.screen.heading.right.plain == "1 call")


async def test_the_prediction_can_be_skipped(stage):
    async with stage() as on:
        await on.call()
        await on.say(LINES[0])
        await on.say(LINES[1])
        await on.press("ctrl+e", "enter")
        await on.at("PredictScreen")
        await on.press("s")
        await on.at("DebriefScreen")
        assert "You thought" not in on.text


async def test_a_call_without_a_word_has_no_score(stage):
    async with stage() as on:
        await on.call()
        await on.press("ctrl+e", "y")
        await on.at("DebriefScreen")
        assert "no score" in on.text


async def test_exam_mode_shows_nothing_until_the_end(stage):
    async with stage((120, 36), mode="exam") as on:
        await on.call()
        await on.say(LINES[0])
        assert "pressure" not in on.text
        assert "no-oriented" not in on.text
        assert "hint" not in on.text
        assert "exam" in on.text.splitlines()[0]
        for pressed in ("f2", "ctrl+r", "ctrl+k"):
            await on.press(pressed)
            await on.shows("this is an exam: ")
            await on.press("x", "backspace")
            await on.until(lambda: "this is an exam" not in on.text)
        assert type(on.app.screen).__name__ == "CallScreen"


async def test_an_exam_left_open_shows_its_words_in_review_and_nothing_else(stage):
    async with stage((120, 36), mode="exam") as on:
        await on.call()
        await on.say(LINES[0])
        await on.press("ctrl+e", "l")
        await on.at("LobbyScreen")
        await on.press("r")
        await on.at("ReviewScreen")
        await on.until(lambda: on.app.screen.lit)
        await on.press("enter")
        await on.at("TranscriptScreen")
        await on.shows(LINES[0][:20])
        for told in ("trust", "pressure", "no-oriented", "I meant"):
            assert told not in on.text
        await on.press("down", "ctrl+k")
        assert type(on.app.screen).__name__ == "TranscriptScreen"


async def test_when_the_prospect_hangs_up_enter_goes_on(stage):
    async with stage() as on:
        await on.press("5")
        await on.call("Dana")
        screen = on.app.screen
        while not screen.session.over:
            await on.say("You idiot, sign today or regret it.")
        await on.shows("Dana hung up.")
        await on.press("enter")
        await on.at("PredictScreen")


async def test_levels_and_mode_are_chosen_in_lobby_and_brief(stage):
    async with stage() as on:
        await on.press("4", "m")
        await on.shows("level 4 tough, usually 1")
        await on.shows("exam mode")
        await on.press("enter")
        await on.at("BriefScreen")
        await on.press("2", "m")
        await on.shows("level 2 fair · practice mode")
        await on.press("enter")
        await on.at("CallScreen")
        assert on.app.screen.session.call.setup.level == 2
        assert on.app.screen.practice
