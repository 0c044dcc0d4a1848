"""The keys at the foot of a screen: they fit, they can be clicked, and nothing is kept of a screen that was left."""

import gc
from weakref import ref

import pytest

from roleplay.tui.widgets.footer import Footer, Key, fitting

KEYS = tuple(Key(word[0], word[0], word, word) for word in ("enter", "drills", "calls", "help", "quit"))


@pytest.mark.parametrize(
    ("room", "words"),
    [
        (80, ["enter", "drills", "calls", "help", "quit"]),
        (35, ["enter", "drills", "help", "quit"]),
        (34, ["enter", "help", "quit"]),
        (10, ["help", "quit"]),
    ],
)
def test_where_room_is_short_whole_keys_give_way_and_help_and_the_way_out_stay(room: int, words: list[str]):
    assert [key.words for key in fitting(KEYS, room)] == words


async def test_help_and_quit_stand_on_the_narrowest_terminal(stage):
    async with stage((48, 15)) as on:
        await on.shows("? help  q quit")
        footer = on.app.screen.query_one(Footer)
        assert len(footer.drawn) < len(footer.keys)


async def test_a_key_can_be_clicked(stage):
    async with stage((80, 24)) as on:
        await on.shows("d drills")
        column = on.text.splitlines()[-1].index("d drills")
        await on.pilot.click(Footer, offset=(column, 0))
        await on.at("DrillsScreen")


async def test_nothing_drawn_of_a_screen_is_kept_once_it_was_left(stage):
    """Else every screen that was ever open makes the collector's rounds longer."""
    async with stage((80, 24)) as on:
        await on.press("j")
        await on.at("JournalScreen")
        drawn = [ref(widget._styles_cache) for widget in on.app.screen.walk_children()]
        await on.press("escape")
        await on.at("LobbyScreen")
        await on.press("p")
        await on.at("ProgressScreen")
        await on.press("escape")
        await on.at("LobbyScreen")

        def gone() -> bool:
            gc.collect()
            return not any(kept() for kept in drawn)

        await on.until(gone)
