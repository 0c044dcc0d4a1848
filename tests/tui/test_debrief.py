"""From the end of a call to the moment played again: guess, card, finding, transcript, take, side by side, kept."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from roleplay import settings
from roleplay.model import Guess, Meaning, Move
from roleplay.tui import kept
from roleplay.tui.widgets.findings import FindingRows
from roleplay.tui.widgets.footer import Footer

HELLO = "Have I caught you at a bad time?"
PUSH = "But our tool is really cheap, you'd agree that's worth it, right?"
CLOSE = "So shall we get the contract signed today?"
LABEL = "It sounds like the evenings go on paperwork."
ASK = "What makes it slip?"


async def ended(on, *lines: str) -> None:
    """A call that was broken off, with the guess skipped."""
    await on.call()
    for line in lines or (HELLO, PUSH, CLOSE):
        await on.say(line)
    await on.press("ctrl+e", "y")
    await on.at("PredictScreen")
    await on.press("escape")
    await on.at("DebriefScreen")


async def deleted_while_open(on) -> str:
    """A call that somebody deletes on the command line before it is scored; its id."""
    await on.call()
    for line in (HELLO, PUSH):
        await on.say(line)
    id = on.app.screen.session.call.id
    on.app.desk.store.delete(id)
    await on.press("ctrl+e", "y")
    await on.at("PredictScreen")
    await on.press("n")
    await on.at("Ask")
    return id


async def test_a_call_deleted_elsewhere_is_brought_back_and_scored(stage):
    async with stage() as on:
        id = await deleted_while_open(on)
        await on.press("r")
        await on.at("DebriefScreen")
        assert stored(on).guess == Guess(False)
        assert on.app.desk.store.cards.newest(id)


@pytest.mark.parametrize("purged", [False, True])
async def test_a_call_deleted_elsewhere_leads_to_the_lobby_where_it_is_not_wanted_or_gone_for_good(stage, purged: bool):
    async with stage() as on:
        id = await deleted_while_open(on)
        if purged:
            on.app.desk.store.purge()
        await on.press("r" if purged else "escape")
        await on.at("LobbyScreen")
        assert on.app.desk.store.calls() == []
        assert on.app.desk.store.cards.newest(id) is None


async def to_a_change(on) -> None:
    """Light the first finding that is a change."""
    findings = [row.finding for row in on.app.screen.query(FindingRows)]
    first = next(index for index, finding in enumerate(findings) if finding.points < 0)
    await on.press(*["down"] * (first + 1))
    assert on.app.screen.lit.finding == findings[first]


def stored(on):
    (row,) = on.app.desk.store.calls()
    return on.app.desk.store.call(row.id)


async def test_a_moment_is_played_again_and_both_takes_are_kept(stage):
    async with stage((120, 36)) as on:
        await ended(on)
        call, score = stored(on), on.app.screen.card.total
        await to_a_change(on)
        turn = on.app.screen.turn
        await on.press("enter")
        await on.at("TranscriptScreen")
        assert on.app.screen.said[turn].has_class("-lit")
        await on.press("p")
        await on.at("TakeScreen")
        await on.shows(f"second take from turn {turn}")
        assert len(on.app.screen.session.call.turns) == turn - 1
        await on.say(LABEL)
        await on.say(ASK)
        await on.press("ctrl+e")
        await on.at("Ask")
        await on.press("enter")
        await on.at("CompareScreen")
        assert "The first take" in on.text
        assert "The second take" in on.text
        assert LABEL in " ".join(on.text.split())
        await on.type("I asked first")
        await on.press("enter")
        await on.shows("kept with the call")
        await on.press("escape")
        await on.at("TranscriptScreen")
        await on.press("escape")
        await on.at("DebriefScreen")
        await on.until(lambda: on.app.screen.kept.takes)
        (take,) = on.app.desk.store.takes.of(call.id)
        assert (take.turn, take.different) == (turn, "I asked first")
        assert stored(on) == call
        assert on.app.screen.card.total == score
        await on.press("k")
        await on.at("CompareScreen")
        assert on.app.screen.answer.value == "I asked first"


async def test_a_take_ends_by_itself_and_a_moment_has_two_retries(stage):
    async with stage() as on:
        await ended(on)
        await to_a_change(on)
        for name in ("second take", "third take"):
            await on.press("p")
            await on.at("TakeScreen")
            await on.shows(name)
            for _ in range(4):
                if not on.app.screen.session.over:
                    await on.say(ASK)
            assert len(on.app.screen.retake.take().turns) in (3, 4)
            await on.shows("Enter lays both side by side.")
            await on.press("enter")
            await on.at("CompareScreen")
            await on.press("escape")
            await on.at("DebriefScreen")
            await on.until(lambda: on.app.screen.kept.takes)
        await on.until(lambda: len(on.app.screen.kept.takes) == 2)
        await on.press("p")
        await on.shows("played again twice")
        await on.press("k")
        await on.at("Pick")
        await on.shows("third take")


async def test_a_take_that_is_cut_off_leaves_the_call_whole(stage):
    async with stage() as on:
        await ended(on)
        call = stored(on)
        await on.press("p")
        await on.at("TakeScreen")
        await on.say(LABEL)
    async with stage() as on:
        assert stored(on) == call
        assert on.app.desk.store.takes.of(call.id) == ()
        assert on.app.desk.store.cards.newest(call.id)


async def test_a_take_can_be_thrown_away(stage):
    async with stage() as on:
        await ended(on)
        await on.press("p")
        await on.at("TakeScreen")
        await on.say(LABEL)
        await on.press("ctrl+e", "d")
        await on.at("DebriefScreen")
        assert on.app.desk.store.takes.of(stored(on).id) == ()


async def test_never_asked_again_until_g_is_pressed(stage):
    async with stage() as on:
        await on.call()
        await on.say(HELLO)
        await on.say(ASK)
        await on.press("ctrl+e", "y")
        await on.at("PredictScreen")
        await on.press("s")
        await on.at("DebriefScreen")
        assert settings.read().predict is False
        await on.press("g")
        await on.until(lambda: settings.read().predict)


async def test_which_yes_was_real_is_asked_where_one_was_heard(stage):
    async with stage() as on:
        await on.call()
        await on.say("You agree that time is money, right?")
        await on.say("Would you like to save money?")
        assert any(turn.yes for turn in on.app.screen.session.call.turns)
        await on.press("ctrl+e", "y")
        await on.at("PredictScreen")
        await on.press("n")
        await on.shows("Which yes was real")
        assert "none of them" in on.text
        await on.press(str(len(on.app.screen.yeses) + 1))
        await on.at("DebriefScreen")
        await on.shows("no yes was real")


async def test_a_guess_stands_beside_the_truth_whenever_the_card_is_opened_and_is_counted_in_progress(stage):
    async with stage((100, 30)) as on:
        await on.call()
        await on.say(HELLO)
        await on.say(LABEL)
        await on.press("ctrl+e", "y")
        await on.at("PredictScreen")
        await on.press("y", "4")
        await on.at("DebriefScreen")
        await on.shows("A genuine no: they could not afford it now.")
        assert stored(on).guess == Guess(True, Meaning.CANNOT_AFFORD)
    async with stage((100, 30)) as on:
        await on.press("r")
        await on.at("ReviewScreen")
        await on.shows("1 call")
        await on.press("enter")
        await on.at("DebriefScreen")
        await on.shows("A genuine no: they could not afford it now.")
        await on.press("v")
        await on.at("PlainScreen")
        await on.shows("You thought: A genuine no")
        await on.press("escape", "escape", "escape", "p")
        await on.at("ProgressScreen")
        await on.finds("What you thought before the card was right: the no")


async def test_a_guess_that_is_skipped_is_none(stage):
    async with stage((100, 30)) as on:
        await ended(on)
        assert stored(on).guess is None
        assert "You thought" not in on.text
        await on.press("escape", "p")
        await on.at("ProgressScreen")
        await on.finds("No guess yet")


async def test_a_reading_contested_from_the_card_is_scored_both_ways(stage):
    async with stage((120, 50)) as on:
        await ended(on)
        score = on.app.screen.card.total
        await to_a_change(on)
        turn = on.app.screen.turn
        await on.press("ctrl+k")
        await on.at("Pick")
        await on.press("home", "enter")
        await on.at("DebriefScreen")
        await on.until(lambda: stored(on).turns[turn - 1].contested is Move.NO_ORIENTED)
        await on.until(lambda: on.app.screen.query("Curve"))
        await on.finds("As read")
        assert on.app.screen.card.total == score


async def test_a_look_begun_before_a_reading_is_contested_does_not_take_it_back(stage, monkeypatch):
    async with stage((120, 50)) as on:
        await ended(on)
        await to_a_change(on)
        turn, read, contest = on.app.screen.turn, kept.read, kept.contest
        begun, let_go = threading.Event(), threading.Event()

        def late(store, call_id):
            found = read(store, call_id)
            if not found.call.turns[turn - 1].contested:
                begun.set()
                let_go.wait(20)
            return found

        def after(*given):
            begun.wait(20)
            return contest(*given)

        monkeypatch.setattr(kept, "read", late)
        monkeypatch.setattr(kept, "contest", after)
        await on.press("ctrl+k")
        await on.at("Pick")
        await on.press("home", "enter")
        await on.at("DebriefScreen")
        await on.until(lambda: stored(on).turns[turn - 1].contested)
        let_go.set()
        await on.until(lambda: not [one for one in on.app.workers if one.group in {"look", "dialog"}])
        assert on.app.screen.kept.call.turns[turn - 1].contested is Move.NO_ORIENTED
        await on.finds("As read")


async def test_a_card_is_seen_again_from_review_and_older_ones_are_kept(stage):
    async with stage() as on:
        await ended(on)
        store, call = on.app.desk.store, stored(on)
        card = store.cards.newest(call.id)
        store.cards.keep(
            call.id,
            replace(
                card,
                total=1.0,
                rubric="0",
                dimensions=(*card.dimensions[:-1], replace(card.dimensions[-1], score=0.01)),
            ),
        )
        await on.press("escape", "r")
        await on.at("ReviewScreen")
        await on.shows("1 call")
        await on.press("k")
        await on.at("RescoredScreen")
        assert "1 by rubric 0, now" in on.text
        assert "stewardship" in on.text
        await on.press("escape")
        await on.at("ReviewScreen")
        await on.press("enter")
        await on.at("DebriefScreen")
        assert on.app.screen.card == card
        await on.press("o")
        await on.at("Pick")
        await on.press("down", "enter")
        await on.at("DebriefScreen")
        await on.shows("an older card")
        assert on.app.screen.card.total == 1.0


async def test_the_card_is_there_as_plain_text(stage):
    async with stage((80, 24)) as on:
        await ended(on)
        await on.press("v")
        await on.at("PlainScreen")
        await on.shows("What the script says")
        text = on.app.screen.text
        assert "━" not in text
        assert max(map(len, text.splitlines())) <= 76
        await on.press("escape")
        await on.at("DebriefScreen")


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_the_moods_are_drawn_and_named_at_every_size(stage, size: tuple[int, int]):
    async with stage(size) as on:
        await ended(on)
        await on.until(lambda: on.app.screen.query("Curve"))
        for name in ("trust", "interest", "pressure"):
            await on.press("pagedown", "pagedown", "pagedown")
            await on.shows(f" {name} ")
        footer = on.app.screen.query_one(Footer)
        assert footer.drawn == footer.keys


async def test_hints_are_noted_on_the_card(stage):
    async with stage((120, 50)) as on:
        await on.call()
        await on.say(HELLO)
        await on.press("f2", "f2")
        await on.say(ASK)
        await on.press("ctrl+e", "y")
        await on.at("PredictScreen")
        await on.press("escape")
        await on.at("DebriefScreen")
        await on.shows("turn 2 the kind of move")


async def test_half_a_message_survives_the_end_of_the_app(stage):
    async with stage() as on:
        await on.call()
        await on.say(HELLO)
        await on.type("It sounds li")
        await on.until(lambda: on.app.desk.store.draft(stored(on).id) == "It sounds li")
    async with stage() as on:
        await on.press("R")
        await on.at("CallScreen")
        await on.until(lambda: on.app.screen.prompt.text == "It sounds li")
        await on.press("enter")
        await on.until(lambda: len(on.app.screen.session.call.turns) == 2)
        assert on.app.desk.store.draft(stored(on).id) == ""


async def test_the_footer_and_the_palette_say_what_a_call_can_do_now(stage):
    async with stage((120, 36)) as on:
        await on.call()
        await on.say(HELLO)
        await on.press("ctrl+p")
        await on.type("hint")
        await on.shows("A nudge, then the kind of move")
        await on.press("escape")
        await on.press("ctrl+e", "y")
        await on.at("DebriefScreen")


async def test_after_the_end_enter_does_not_say_say(stage):
    async with stage((120, 36)) as on:
        await on.press("5")
        await on.call("Dana")
        for _ in range(8):
            if on.app.screen.session.over:
                break
            await on.say("You idiot, sign today or regret it.")
        await on.shows("enter go on")
        assert "enter say" not in on.text


async def test_best_and_last_are_of_the_level_that_is_set(stage):
    async with stage() as on:
        await on.press("2")
        await ended(on)
        await on.press("escape")
        await on.at("LobbyScreen")
        await on.shows("best ")
        await on.press("5")
        await on.until(lambda: "best " not in on.text)
