"""The drills on the screen: from the lobby to the plan, an item, its verdict, and back, by keys alone."""

from __future__ import annotations

import pytest

from roleplay import config
from roleplay.practice.items import flips, yeses
from roleplay.practice.skills import words
from roleplay.store import Store
from roleplay.tui.widgets.footer import Footer

SIZES = [(80, 24), (120, 36), (200, 50)]


async def drills(on):
    await on.press("d")
    await on.at("DrillsScreen")
    await on.until(lambda: on.app.screen.options.option_count > 5)
    return on.app.screen


async def begin(on, drill: str):
    screen = await drills(on)
    screen.options.highlighted = screen.options.get_option_index(f"drill:{drill}")
    await on.press("enter")
    await on.at("DrillScreen")
    return on.app.screen


def kept() -> dict[str, tuple[int, int]]:
    from roleplay.practice.book import Book

    store = Store(config.database_file())
    try:
        return dict(store.practised.tried(Book(store.practised).today))
    finally:
        store.close()


@pytest.mark.parametrize("size", SIZES)
async def test_the_plan_is_shown_its_first_task_is_lit_and_every_drill_is_there(stage, size):
    async with stage(size) as on:
        screen = await drills(on)
        for words in ("Today", "opener sprint", "after the no", "flip it", "which yes?", "0 of 3 tasks done"):
            assert words in on.text
        assert screen.options.get_option_at_index(screen.options.highlighted).id == "task:0"
        footer = screen.query_one(Footer)
        await on.until(lambda: footer.keys and footer.drawn == footer.keys)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_flip_it_is_judged_at_once_and_enter_goes_on(stage, size):
    async with stage(size) as on:
        screen = await begin(on, "flip")
        item = next(each for each in flips() if each.id == screen.exercise.item)
        await on.paste(item.answers[0])
        await on.press("enter")
        await on.shows("Right")
        await on.press("enter")
        await on.shows("2 of 5 · 1 right")
        await on.paste("Do you like it?")
        await on.press("enter")
        await on.shows("Not yet")
        assert "try:" in on.text
        await on.press("escape")
        await on.at("DrillsScreen")
    assert sum(count for count, _ in kept().values()) == 2


async def test_the_foot_says_what_enter_does_before_and_after_a_verdict(stage):
    async with stage((80, 24)) as on:
        await begin(on, "flip")
        await on.shows("enter say")
        await on.type("Would it be a trap?")
        assert "Would it be a trap?" in on.text
        await on.press("enter")
        await on.shows("enter next")
        assert "enter say" not in on.text
        await on.press("question_mark")
        await on.at("HelpScreen")
        await on.press("escape")
        await on.at("DrillScreen")
        await on.press("enter")
        await on.shows("2 of 5")
        await on.shows("enter say")


async def test_what_is_lit_is_marked_and_not_by_its_shade_alone(stage):
    async with stage((80, 24)) as on:
        screen = await drills(on)

        def marked() -> list[str]:
            return [line.strip(" ▌") for line in on.text.splitlines() if line.lstrip().startswith("▌")]

        await on.until(lambda: marked()[:1] == [words(screen.standings.plan[0].skill)])
        await on.press("down")
        await on.until(lambda: marked()[:1] == [words(screen.standings.plan[1].skill)])


async def test_a_yes_is_named_with_one_key_and_then_tested_in_words(stage):
    async with stage((80, 24)) as on:
        screen = await begin(on, "which-yes")
        item = next(each for each in yeses() if each.id == screen.exercise.item)
        assert "Which yes is it?" in on.text
        number = ["counterfeit", "confirmation", "commitment"].index(item.kind) + 1
        await on.press(str(number))
        await on.shows("Right. What gives it away")
        await on.paste(item.tests[0])
        await on.press("enter")
        await on.until(lambda: [ok for _, ok in screen.results] == [True])


async def test_a_stranger_is_talked_to_for_three_turns(stage):
    async with stage((80, 24)) as on:
        screen = await begin(on, "opener")
        for turn, line in enumerate(("Lovely weather.", "And how are you?", "Right."), 1):
            assert f"{4 - turn} turn" in on.text
            await on.type(line) if turn == 3 else await on.paste(line)
            await on.press("enter")
        await on.until(lambda: screen.results)
        await on.shows("Not yet")


async def test_esc_in_the_middle_of_an_item_keeps_what_was_judged_and_only_that(stage):
    async with stage() as on:
        await begin(on, "flip")
        await on.press("ctrl+n")
        await on.shows("passed over")
        await on.press("enter")
        await on.type("half a")
        await on.press("escape")
        await on.at("DrillsScreen")
        await on.press("escape")
        await on.at("LobbyScreen")
    assert sum(count for count, _ in kept().values()) == 1


async def test_the_last_item_says_so_and_leads_back_to_a_plan_that_counts_it(stage):
    async with stage((120, 36)) as on:
        screen = await drills(on)
        task = screen.standings.plan[0]
        await on.press("enter")
        await on.at("DrillScreen")
        for _ in range(len(on.app.screen.items)):
            await on.press("ctrl+n")
            await on.until(lambda: on.app.screen.has_class("-judged"))
            last = "That was the last" in on.text
            await on.press("enter")
        assert last
        await on.at("DrillsScreen")
        await on.shows("1 of 3 tasks done")
        await on.shows(f"done, 0 of {task.items} right")
        await on.press("escape")
        await on.at("LobbyScreen")
        await on.shows(f"done, 0 of {task.items} right")
        assert "done ✓" not in on.text


async def test_the_lobby_says_what_is_planned_and_an_open_call_comes_first(stage):
    async with stage((120, 36)) as on:
        await on.shows("d begins")
        assert "Your first call" in on.text
        await on.call()
        await on.say("Have I caught you at a bad time?")
        await on.press("ctrl+e", "l")
        await on.at("LobbyScreen")
        await on.shows("goes on where you were")
        assert on.text.index("Finish with") < on.text.index("d begins")


async def test_help_says_what_the_drills_are(stage):
    async with stage((80, 24)) as on:
        await drills(on)
        await on.press("question_mark")
        await on.at("HelpScreen")
        assert "1, 3, 7, 14 and 30" in on.text
        await on.press("escape")
        await on.at("DrillsScreen")
        await on.press("enter")
        await on.at("DrillScreen")
        await on.press("f1")
        await on.at("HelpScreen")
        assert "Pass it over" in on.text


async def test_without_a_database_drills_are_played_and_counted_till_the_end(stage, home):
    home.mkdir(parents=True)
    (home / "roleplay.db").mkdir()
    from roleplay import settings
    from roleplay.tui.app import build

    settings.save(settings.Settings(typing=False, welcomed=True))
    app = build(seed=lambda: 7)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        from conftest import Stage

        on = Stage(app, pilot)
        await on.until(lambda: app.ready.is_set())
        await begin(on, "flip")
        await on.press("ctrl+n")
        await on.shows("passed over")
        await on.press("escape")
        await on.at("DrillsScreen")
        assert sum(count for count, _ in app.desk.book().kept.tried(app.desk.book().today).values()) == 1
