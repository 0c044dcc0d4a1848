"""The journal, progress and pushes in the app: real keys in, what stands on the screen out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from textual.color import Color

from roleplay import coach, config
from roleplay.model import Category, Mode, Plan
from roleplay.persona import find
from roleplay.practice.journal import noted
from roleplay.practice.words import category
from roleplay.simulate.bots import BOTS
from roleplay.simulate.play import play
from roleplay.store import Store
from roleplay.tui.messages import FlipWanted, NoWanted
from roleplay.tui.plan import begun
from roleplay.tui.themes import DARK, LIGHT
from roleplay.tui.widgets.footer import Footer

SIZES = [(80, 24), (120, 36), (200, 50)]
NOW = datetime.now(UTC)


def nos(*texts: str, **more: object) -> None:
    """Nos of customers, noted today."""
    store = Store(config.database_file())
    for text in texts:
        store.journal.add(noted(text, NOW.astimezone().isoformat(timespec="seconds"), **more))  # type: ignore[arg-type]
    store.close()


def calls(number: int, bot: str = "skill 90", *, mode: Mode = Mode.PRACTICE, level: int = 2) -> None:
    """Finished calls with Marek, of yesterday and before."""
    store, who = Store(config.database_file()), find("marek")
    for seed in range(number):
        moment = (NOW - timedelta(days=number - seed)).isoformat(timespec="seconds")
        call = play(who, level, BOTS[bot], seed + 1)
        call = replace(
            call, id=f"c{seed}", setup=replace(call.setup, mode=mode), started=moment, ended=moment, ended_by="rep"
        )
        store.open_call(replace(call, turns=()), who)
        for turn in call.turns:
            store.add_turn(call.id, turn)
        store.end_call(call)
        store.cards.keep(call.id, coach.review(call, who))
    store.close()


async def test_a_no_is_noted_on_a_key_guessed_and_corrected_with_one(stage):
    async with stage((80, 24)) as on:
        await on.press("n")
        await on.at("NoForm")
        await on.type("That is far too expensive")
        await on.shows("About  price  (guessed")
        await on.press("down")
        await on.shows("About  timing")
        await on.press("tab")
        await on.paste("What is it about the price?")
        await on.press("enter")
        await on.at("LobbyScreen")
        await on.until(lambda: on.app.lobby.board.week.customers.deeper == 1)
        await on.press("j")
        await on.at("JournalScreen")
        await on.shows("That is far")
        await on.shows("1 of 3")
        entry = on.app.screen.lit
        assert entry is not None
        assert (entry.category, entry.deeper) == (Category.TIMING, True)


async def test_a_no_noted_in_the_journal_is_the_one_that_is_lit_whatever_was_looked_for(stage):
    nos("Ask me in spring", "Too dear for us")
    async with stage() as on:
        await on.press("j")
        await on.at("JournalScreen")
        await on.shows("Ask me in spring")
        await on.press("down", "slash")
        await on.type("spring")
        await on.shows("1 no")
        await on.press("enter", "n")
        await on.at("NoForm")
        await on.paste("We have somebody already")
        await on.press("enter")
        await on.at("JournalScreen")
        await on.until(lambda: on.app.screen.lit and on.app.screen.lit.text == "We have somebody already")
        await on.press("e")
        await on.at("NoForm")
        assert on.app.screen.words.value == "We have somebody already"


async def test_what_is_typed_right_after_tab_goes_to_the_next_field(stage):
    async with stage() as on:
        await on.press("n")
        await on.at("NoForm")
        await on.burst(*"too dear", "tab", *"dear how", "tab", *"Bob", "enter")
        await on.at("LobbyScreen")
        await on.until(lambda: on.app.desk.store.journal.find(""))
        (entry,) = on.app.desk.store.journal.find("")
        assert (entry.text, entry.reply, entry.who) == ("too dear", "dear how", "Bob")


async def test_a_form_without_words_says_so_and_escape_keeps_nothing(stage):
    async with stage() as on:
        await on.press("n")
        await on.at("NoForm")
        await on.press("enter")
        await on.shows("A no needs words.")
        await on.type("never mind")
        await on.press("escape")
        await on.at("LobbyScreen")
        await on.press("j")
        await on.at("JournalScreen")
        await on.shows("No nos yet.")


async def test_the_journal_is_searched_filtered_mended_and_taken_back(stage):
    nos("Too dear for us", category=Category.PRICE, who="Acme")
    nos("Ask me in spring", category=Category.TIMING)
    calls(1)
    async with stage((120, 36)) as on:
        await on.press("j")
        await on.at("JournalScreen")
        await on.shows("Ask me in spring")
        await on.press("slash")
        await on.type("acme dear")
        await on.shows("1 no")
        await on.press("escape")
        await on.shows("Ask me in spring")
        await on.press("s")
        await on.shows("customers · everything · 2 nos")
        await on.press("s")
        await on.shows("practice · everything")
        assert "Too dear" not in on.text
        await on.press("escape")
        await on.press("f")
        await on.shows("all · price")
        await on.press("escape", "slash")
        await on.type("acme")
        await on.press("enter", "e")
        await on.at("NoForm")
        assert on.app.screen.words.value == "Too dear for us"
        await on.type("!")
        await on.press("enter")
        await on.at("JournalScreen")
        await on.shows("Too dear for us!")
        await on.press("d")
        await on.shows("Nothing fits.")
        await on.press("escape", "u")
        await on.shows("Too dear for us!")
        await on.press("u")
        await on.until(lambda: "Too dear for us!" not in on.text and "Too dear for us" in on.text)


async def test_what_was_taken_back_is_lit_and_the_last_message_alone_stands(stage):
    nos("Too dear for us", category=Category.PRICE)
    nos("Ask me in spring", category=Category.TIMING)
    async with stage((80, 24)) as on:
        await on.press("j")
        await on.at("JournalScreen")
        await on.shows("Ask me in spring")
        await on.press("down", "d")
        await on.until(lambda: "Too dear" not in on.text)
        assert on.app.screen.lit.text == "Ask me in spring"
        await on.press("u")
        await on.until(lambda: on.app.screen.lit and on.app.screen.lit.text == "Too dear for us")
        await on.shows("Back as it was.")
        assert "u brings it back" not in on.text
        await on.press("u")
        await on.shows("There is nothing to take back.")
        assert "Back as it was." not in on.text


async def test_a_damaged_no_is_named_in_the_journal_and_hides_no_other(stage):
    nos("Too dear for us", category=Category.PRICE)
    nos("Ask me in spring", category=Category.TIMING)
    with closing(sqlite3.connect(config.database_file())) as db, db:
        db.execute("UPDATE nos SET category = 'weat', source = 'zz' WHERE id = 2")
    async with stage((80, 24)) as on:
        await on.press("j")
        await on.at("JournalScreen")
        await on.shows("`roleplay nos delete 2` drops it")
        assert [entry.text for entry in on.app.screen.entries] == ["Too dear for us"]
        await on.press("t")
        await on.at("PatternsScreen")
        await on.shows("price")


async def test_after_a_search_without_result_the_keys_work_again(stage):
    nos("Too dear for us")
    async with stage() as on:
        await on.press("j")
        await on.at("JournalScreen")
        await on.press("slash")
        await on.type("zzz")
        await on.shows("Nothing fits.")
        await on.press("escape")
        await on.shows("Too dear")
        await on.press("t")
        await on.at("PatternsScreen")
        await on.shows("Too few nos for a pattern")
        await on.press("escape")
        await on.at("JournalScreen")


async def test_enter_asks_for_a_drill_of_the_lit_no(stage, monkeypatch: pytest.MonkeyPatch):
    nos("Too dear for us", category=Category.PRICE)
    asked: list[NoWanted] = []
    async with stage() as on:
        await on.press("j")
        await on.at("JournalScreen")
        await on.shows("Too dear")
        post = on.app.screen.post_message
        monkeypatch.setattr(
            on.app.screen, "post_message", lambda m: asked.append(m) if isinstance(m, NoWanted) else post(m)
        )
        await on.press("enter")
        await on.until(lambda: asked)
        assert (asked[0].item.text, asked[0].item.category) == ("Too dear for us", Category.PRICE)


async def test_a_call_lands_in_the_journal_and_in_progress_by_itself(stage):
    async with stage((120, 36)) as on:
        await on.call()
        for line in (
            "Is this a bad time?",
            "Would you be against a trial of the app on every van today?",
            "What is behind that?",
        ):
            await on.say(line)
        await on.press("ctrl+e", "y")
        await on.at("PredictScreen")
        await on.press("s")
        await on.at("DebriefScreen")
        await on.press("escape")
        await on.at("LobbyScreen")
        await on.press("p")
        await on.at("ProgressScreen")
        await on.shows("1 scored call")
        await on.shows("3 more and it can be judged")
        await on.shows("No blind call yet.")


async def test_an_empty_progress_and_an_empty_list_of_pushes_make_sense(stage):
    async with stage((80, 24)) as on:
        await on.press("p")
        await on.at("ProgressScreen")
        await on.shows("One call is enough to begin")
        await on.press("w")
        await on.at("PushesScreen")
        await on.shows("No message of yours has pressed for a yes")


async def test_a_blind_call_that_is_due_is_an_exam_with_somebody_new(stage):
    calls(4)
    async with stage((120, 36)) as on:
        await on.shows("A blind call is due.")
        await on.press("p")
        await on.at("ProgressScreen")
        await on.shows("A blind call is due.")
        await on.press("b")
        await on.at("Ask")
        assert "You sell: " in on.text
        await on.press("enter")
        await on.at("CallScreen")
        setup = on.app.screen.session.call.setup
        assert setup.mode is Mode.EXAM
        assert setup.persona != "marek"


async def test_a_push_is_one_key_from_being_flipped_and_one_from_its_call(stage, monkeypatch: pytest.MonkeyPatch):
    calls(2, "closing")
    asked: list[FlipWanted] = []
    async with stage((120, 36)) as on:
        await on.press("w")
        await on.at("PushesScreen")
        await on.until(lambda: on.app.screen.lit)
        lit, post = on.app.screen.lit, on.app.screen.post_message
        assert f"“{lit.line[:30]}" in on.text
        monkeypatch.setattr(
            on.app.screen, "post_message", lambda m: asked.append(m) if isinstance(m, FlipWanted) else post(m)
        )
        await on.press("enter")
        await on.until(lambda: asked)
        assert asked[0].line == lit
        await on.press("t")
        await on.at("TranscriptScreen")


async def test_a_plan_made_after_a_call_stands_in_lobby_and_brief(stage):
    async with stage((120, 36)) as on:
        await on.call()
        await on.say("Is this a bad time?")
        await on.say("So can we sign today?")
        await on.press("ctrl+e", "y")
        await on.at("PredictScreen")
        await on.press("s")
        await on.at("DebriefScreen")
        await on.press("i")
        await on.at("PlanForm")
        form = on.app.screen
        assert form.cue.has_focus
        form.cue.value = ""
        await on.type("too dear")
        await on.press("enter")
        await on.at("DebriefScreen")
        await on.shows("Kept: If I hear")
        await on.press("i")
        await on.at("PlanForm")
        on.app.screen.cue.value = ""
        await on.type("we have one")
        await on.shows("If I hear “we have one”, then I")
        await on.press("enter")
        await on.at("DebriefScreen")
        await on.press("escape")
        await on.at("LobbyScreen")
        await on.until(lambda: on.app.lobby.board.plan)
        await on.shows("Your plan")
        await on.press("enter")
        await on.at("BriefScreen")
        await on.shows("What you take into the call")
        await on.shows("If I hear “we have one”")
        await on.press("i")
        await on.at("PlanForm")
        await on.type("? ")
        await on.press("enter")
        await on.at("BriefScreen")
        await on.shows("we have one?”")
        await on.press("w")
        await on.at("Pick")
        await on.press("enter")
        await on.at("BriefScreen")
        await on.shows("Watching:")


@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_has_a_footer_that_fits_and_true_help(stage, size: tuple[int, int]):
    nos(*(f"Too dear for us, number {number}" for number in range(5)), category=Category.PRICE)
    calls(2, "closing")
    store = Store(config.database_file())
    store.plans.keep(Plan("too dear", "ask one thing", NOW.isoformat()))
    store.close()
    async with stage(size) as on:
        for keys, screen, says in (
            ("j", "JournalScreen", "Write down a no"), ("p", "ProgressScreen", "Where you press for a yes"),
            ("w", "PushesScreen", "Practise: turn this line"),
        ):  # fmt: skip
            await on.press(keys)
            await on.at(screen)

            def fits() -> bool:
                footer = on.app.screen.query_one(Footer)
                return bool(footer.keys) and footer.drawn == footer.keys

            await on.until(fits)
            await on.press("question_mark")
            await on.at("HelpScreen")
            await on.until(lambda says=says: any(says in does for _, does in on.app.screen.keys))
            await on.press("escape")
            await on.at(screen)
            await on.press("escape")
            await on.at("LobbyScreen")


async def test_calls_from_before_the_journal_are_read_a_few_at_a_time(stage, monkeypatch: pytest.MonkeyPatch):
    from roleplay.practice import catch_up

    monkeypatch.setattr(catch_up, "A_LOOK", 1)
    calls(3)
    async with stage() as on:
        await on.until(lambda: not on.app.desk.store.digests.unread(5))
        await on.until(lambda: not on.app.lobby.board.unread)


async def test_at_80_columns_today_the_week_and_the_plan_stand_on_top(stage):
    async with stage((80, 24)) as on:
        await on.shows("Today")
        await on.shows("d begins")
        await on.shows("customers 0 of 3")
        kept = Plan("too dear", "ask one thing", on.app.desk.now().isoformat())
        on.app.desk.store.plans.keep(kept)
        await on.press("n")
        await on.at("NoForm")
        await on.type("We just renewed")
        await on.press("tab")
        await on.type("How did you come to stay?")
        await on.press("enter")
        await on.at("LobbyScreen")
        await on.shows("customers 1 of 3")
        await on.shows(str(kept))
        await on.pilot.resize_terminal(120, 36)
        await on.shows("This week")
        assert "customers 1 of 3" not in on.text


async def test_at_80_columns_a_call_left_open_is_on_top_with_its_key(stage):
    async with stage((80, 24)) as on:
        await on.call()
        await on.say("Is this a bad time?")
        await on.press("ctrl+e", "l")
        await on.at("LobbyScreen")
        await on.shows("Open   Marek Lis, after 1 turn   R goes on")
        assert "q quit" in on.text.splitlines()[-1]
        await on.press("R")
        await on.at("CallScreen")


async def test_the_palette_has_what_the_lobbys_footer_has_no_room_for(stage):
    async with stage((80, 24)) as on:
        names = [command.title for command in on.app.get_system_commands(on.app.screen)]
        assert any(name.startswith("Change between practice and exam") for name in names)
        assert any(name.startswith("Find a prospect") for name in names)
        assert len(names) == len(set(names))


async def test_a_short_terminal_still_shows_rows_of_the_journal(stage):
    nos("Ask me in spring", "Too dear for us", "We have somebody")
    async with stage((60, 15)) as on:
        await on.press("j")
        await on.at("JournalScreen")
        await on.shows("We have")
        table = on.app.screen.table
        assert table.size.height >= 3, "the heading of the table and two rows"


async def test_what_was_said_of_a_screen_does_not_stand_over_the_next(stage):
    calls(1)
    async with stage((80, 24)) as on:
        await on.press("r")
        await on.at("ReviewScreen")
        await on.press("d")
        await on.shows("is deleted; u brings it back.")
        await on.press("escape", "d")
        await on.at("DrillsScreen")
        assert "is deleted" not in on.text


async def test_a_prospect_stands_at_the_level_they_were_last_called_at(stage):
    calls(1, level=4)
    async with stage((120, 36)) as on:
        await on.shows("level 4 tough, usually 2")
        marek = next(face for face in on.app.desk.faces if face.id == "marek")
        on.app.desk.set_level("marek", 5)
        assert on.app.desk.level(marek) == 5, "what was chosen since goes first"


async def test_a_blind_call_that_is_due_has_its_key_at_the_foot_of_a_narrow_lobby(stage):
    calls(4)
    async with stage((80, 24)) as on:
        await on.until(lambda: on.app.lobby.board.blind)
        await on.shows("b blind call")


async def test_an_entry_too_long_for_its_rows_says_so_and_is_turned_to_its_end(stage):
    nos("It is far too dear for what it does. " * 12, reply="What would it have to do? " * 8, outcome="THE END of it")
    async with stage((80, 24)) as on:
        await on.press("j")
        await on.at("JournalScreen")
        await on.shows("part 1 of 2, space turns on")
        assert "THE END" not in on.text
        await on.press("space")
        await on.shows("THE END of it")
        await on.shows("part 2 of 2")
        await on.press("space")
        await on.shows("part 1 of 2")


async def test_an_entry_that_fits_is_whole(stage):
    nos("Too dear", reply="What would make it worth it?", outcome="told me the budget")
    async with stage((80, 24)) as on:
        await on.press("j")
        await on.at("JournalScreen")
        await on.shows("told me the budget")
        assert "space turns on" not in on.text


async def test_a_plan_of_two_rows_hangs_beside_its_name(stage):
    store = Store(config.database_file())
    store.plans.keep(
        Plan("we don't need it, not this year", "ask one thing about it before I answer them", NOW.isoformat())
    )
    store.close()
    async with stage((80, 24)) as on:
        await on.shows("   Plan   If I hear")
        rows = on.text.splitlines()
        begun = next(number for number, row in enumerate(rows) if "Plan   If I hear" in row)
        assert rows[begun + 1].startswith(" " * 10)
        assert rows[begun + 1].strip().endswith("answer them.")


def luminance(color: Color) -> float:
    """As WCAG 2 has it."""
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("theme", [DARK, LIGHT])
async def test_what_an_empty_field_suggests_can_be_read_in_both_themes(stage, theme: str):
    async with stage() as on:
        on.app.theme = theme
        await on.press("n")
        await on.at("NoForm")
        await on.shows("a name or a company")
        drawn = [segment for strip in on.app.screen._compositor.render_strips() for segment in strip]
        style = next(segment.style for segment in drawn if segment.text.startswith("a name or a company"))
        pair = [luminance(Color.from_rich_color(color)) for color in (style.color, style.bgcolor)]
        assert (max(pair) + 0.05) / (min(pair) + 0.05) >= 4.5


def test_a_plan_offered_says_what_the_quoted_no_was_about():
    who, desk = find("marek"), SimpleNamespace(store=None, now=lambda: NOW)
    calls_played = [play(who, 2, BOTS["skill 30"], seed) for seed in range(1, 7)]
    begun_from = [begun(call, coach.review(call, who), desk) for call in calls_played]  # type: ignore[arg-type]
    told = [(plan, heard) for plan, heard in begun_from if plan.category]
    assert told
    for plan, heard in told:
        assert heard.startswith(f"Turn {plan.turn}, they said: “")
        assert heard.endswith(f"”, a no about {category(plan.category)}\n")
