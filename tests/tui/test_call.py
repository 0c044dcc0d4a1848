"""What can happen in a call: rewind, stop, failure, resume, paste, nonsense, scrolling."""

from __future__ import annotations

import pytest
from conftest import FAILURE, Failing, Silent, Talkative

from roleplay.inert import LONGEST
from roleplay.model import Move

HELLO = "Have I caught you at a bad time?"
ASK = "What gets in the way of billing the same day?"


async def test_rewind_gives_the_words_back_and_drops_the_turns(stage):
    async with stage() as on:
        await on.call()
        await on.say(HELLO)
        await on.say(ASK)
        screen = on.app.screen
        first = screen.session.call.turns[0]
        await on.press("ctrl+r")
        await on.at("Pick")
        await on.press("enter")
        await on.at("CallScreen")
        await on.until(lambda: screen.prompt.text == ASK)
        assert screen.session.call.turns == (first,)
        assert "turn 2" in on.text
        await on.press("ctrl+r")
        await on.at("Pick")
        await on.press("escape")
        await on.at("CallScreen")
        assert len(screen.session.call.turns) == 1


async def test_escape_stops_a_reply_and_never_quits(stage):
    model = Silent()
    async with stage(make_actor=lambda voice: model) as on:
        await on.call()
        screen = on.app.screen
        await on.paste(HELLO)
        await on.press("enter")
        await on.until(lambda: model.asked)
        assert "is typing…" in on.text
        await on.type("and")
        await on.press("enter")
        await on.shows("still answering")
        assert model.asked == 1
        await on.press("escape")
        await on.until(lambda: not screen.waiting)
        await on.until(lambda: screen.prompt.text == f"{HELLO}\nand")
        assert screen.session.call.turns == ()
        assert "is typing" not in on.text
        await on.press("escape", "escape")
        assert on.app.screen is screen
        model.go.set()
        await on.press("enter")
        await on.until(lambda: screen.session.call.turns)
        assert screen.session.call.turns[0].said == f"{HELLO}\nand"
        await on.shows("1,234 tokens")


async def test_a_failed_model_costs_no_turn_and_can_be_tried_again(stage):
    model = Failing(2)
    async with stage(make_actor=lambda voice: model) as on:
        await on.call()
        screen = on.app.screen
        await on.paste(HELLO)
        await on.press("enter")
        await on.shows("Nothing answers at http://127.0.0.1:1/v1.")
        assert screen.prompt.text == HELLO
        assert screen.session.call.turns == ()
        await on.press("ctrl+y")
        await on.until(lambda: model.times == 0 and not screen.waiting)
        assert screen.prompt.text == HELLO
        await on.press("ctrl+y")
        await on.until(lambda: screen.session.call.turns)
        assert FAILURE.split(".")[0] not in on.text


async def test_the_built_in_prospect_takes_over_from_a_failed_model(stage):
    async with stage(make_actor=lambda voice: Failing(99)) as on:
        await on.call()
        screen = on.app.screen
        await on.paste(HELLO)
        await on.press("enter")
        await on.shows("go on with the built-in prospect")
        await on.press("ctrl+b")
        await on.until(lambda: screen.session.call.turns)
        assert screen.session.call.turns[0].voice.source == "built-in"


async def test_an_unfinished_call_is_resumed_where_it_was(stage):
    async with stage() as on:
        await on.call()
        await on.say(HELLO)
        reply = on.app.screen.session.call.turns[0].reply
    async with stage() as on:
        assert "Finish with Marek Lis" in on.text
        await on.press("R")
        await on.at("CallScreen")
        screen = on.app.screen
        assert screen.session.call.turns[0].reply == reply
        await on.press("up")
        assert screen.prompt.text == HELLO
        await on.press("down")
        assert screen.prompt.text == ""
        await on.say(ASK)
        assert len(screen.session.call.turns) == 2


async def test_a_call_left_open_is_in_review_to_resume(stage):
    async with stage() as on:
        await on.call()
        await on.say(HELLO)
        await on.press("ctrl+e")
        await on.at("Ask")
        await on.press("l")
        await on.at("LobbyScreen")
        await on.press("r")
        await on.at("ReviewScreen")
        await on.shows("open: R")
        await on.press("R")
        await on.at("CallScreen")


async def test_a_pasted_page_is_one_message_and_is_not_sent(stage):
    page = "\n".join(f"Line {number} of a page." for number in range(60))
    async with stage((80, 24)) as on:
        await on.call()
        screen = on.app.screen
        await on.paste(page)
        assert screen.session.call.turns == ()
        assert screen.prompt.text == page
        assert screen.prompt.size.height <= 6
        await on.press("enter")
        await on.until(lambda: screen.session.call.turns)
        assert screen.session.call.turns[0].said == page


async def test_a_message_holds_so_many_letters_and_says_so(stage):
    async with stage() as on:
        await on.call()
        screen = on.app.screen
        await on.paste("a b " * 25_000)
        assert len(screen.prompt.text) == LONGEST
        await on.shows("20,000 letters")
        await on.type("x")
        assert len(screen.prompt.text) == LONGEST


@pytest.mark.parametrize(
    "nonsense",
    [
        "[bold red]shout[/] [/nothing] [@click=app.quit]press[/]",
        "\x1b[31mred\x1b[0m \x07 bell \x9b2J",
        "\u202egnihton\u202c \u2066x\u2069 \U000e0041",
        "ünïcödé 你好 👩‍👩‍👧 ﷽ \ud800",
        "   \n\t ?",
    ],
)
async def test_nonsense_is_shown_as_it_is(stage, nonsense: str):
    async with stage((120, 36)) as on:
        await on.call()
        screen = on.app.screen
        await on.paste(nonsense)
        await on.press("enter")
        await on.until(lambda: screen.session.call.turns)
        assert not any(ord(letter) < 32 and letter != "\n" for letter in on.text)
        assert "\u202e" not in on.text
        if "bold" in nonsense:
            assert "[bold red]shout[/]" in on.text


async def test_an_empty_message_is_not_sent(stage):
    async with stage() as on:
        await on.call()
        await on.press("space", "enter")
        assert on.app.screen.session.call.turns == ()


async def test_ctrl_j_begins_a_new_line_and_enter_does_not(stage):
    async with stage() as on:
        await on.call()
        await on.press("a", "ctrl+j", "b")
        assert on.app.screen.prompt.text == "a\nb"


async def test_words_appear_one_by_one_and_any_key_shows_them_all(stage):
    async with stage(make_actor=lambda voice: Talkative(), typing=True) as on:
        await on.call()
        screen = on.app.screen
        await on.paste(HELLO)
        await on.press("enter")
        await on.until(lambda: screen.session.call.turns)
        assert screen.replies[1].revealing
        assert "goodbye" not in on.text
        await on.press("a")
        await on.shows("goodbye")
        assert not screen.replies[1].revealing
        assert screen.prompt.text == "a"


async def test_scrolling_up_stays_until_end_is_pressed(stage):
    async with stage((80, 24)) as on:
        await on.call()
        screen = on.app.screen
        for _ in range(5):
            await on.say(HELLO)
        await on.until(lambda: screen.conversation.max_scroll_y > 0)
        await on.press("pageup", "pageup")
        await on.until(lambda: screen.conversation.scroll_y < screen.conversation.max_scroll_y)
        await on.press("end")
        await on.until(lambda: screen.conversation.scroll_y == screen.conversation.max_scroll_y)


async def test_hints_come_in_three_steps_and_are_noted_with_the_turn(stage):
    async with stage() as on:
        await on.call()
        seen = set()
        for _ in range(3):
            await on.press("f2")
            seen.add(str(on.app.screen.hint_line.content))
        assert len(seen) == 3
        await on.say(HELLO)
        assert on.app.screen.session.call.turns[0].hint == 3


async def test_a_reading_can_be_contested(stage):
    async with stage() as on:
        await on.call()
        await on.say(HELLO)
        await on.press("ctrl+k")
        await on.at("Pick")
        await on.press("home", "down", "enter")
        await on.at("CallScreen")
        await on.until(lambda: on.app.screen.session.call.turns[0].contested)
        assert on.app.screen.session.call.turns[0].contested is list(Move)[1]
        await on.shows("you meant: yes-seeking question")


async def test_ctrl_c_asks_once(stage):
    async with stage() as on:
        await on.call()
        await on.press("ctrl+c")
        await on.at("Ask")
        await on.press("escape")
        await on.at("CallScreen")
        await on.press("ctrl+c")
        await on.at("Ask")
        await on.press("y")
        await on.until(lambda: not on.app.is_running or on.app._exit)


async def test_after_the_window_shrinks_the_last_answer_is_still_in_sight(stage):
    async with stage((100, 30)) as on:
        await on.call()
        for _ in range(3):
            await on.say(ASK)
        last = on.app.screen.session.call.turns[-1].reply.split()
        await on.pilot.resize_terminal(60, 15)
        await on.until(lambda: " ".join(last[-2:]) in on.text)
        await on.press("pageup")
        await on.until(lambda: " ".join(last[-2:]) not in on.text)
