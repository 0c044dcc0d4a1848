"""The app: how it starts and ends, and the few keys and commands that work everywhere."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import re
import signal
import sys
from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from roleplay.tui.desk import Desk, MakeActor
from roleplay.tui.keys import quiet
from roleplay.tui.lobby import LobbyScreen
from roleplay.tui.routine import Routine
from roleplay.tui.themes import DARK, LIGHT, THEMES, first_theme

LOOK = 2.0
"""Seconds between two looks whether the terminal is still there."""
PAINTING = 0.03
"""Seconds the lobby has to be painted before loading takes the processor."""
WIDTHS = [(0, "-thin"), (40, "-narrow"), (100, "-wide")]
"""The class a screen has from so many columns on."""
HEIGHTS = [(0, "-flat"), (10, "-short"), (20, "-tall")]
"""The class a screen has from so many rows on."""
PLACES = {
    "review": ("ReviewScreen", "Review", "Look back at your calls: read, resume, rescore, delete"),
    "drills": ("DrillsScreen", "Drills", "Today's plan, and four drills of a minute or three"),
    "journal": ("JournalScreen", "No journal", "The nos you heard, what opened them, patterns"),
    "progress": ("ProgressScreen", "Progress", "How you are coming on, and the level that suits you"),
    "pushes": ("PushesScreen", "Where I push", "Where you press for a yes, and what it cost"),
    "connect": ("ConnectScreen", "Connect a model", "Let a language model speak for the prospects"),
}
"""The screens reached from everywhere: the module, its screen, and how the palette offers it. They load when shown."""


class RoleplayApp(Routine):
    """Starts, loads behind the first frame, and holds the keys that work everywhere."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "lobby.tcss"]
    TITLE = "roleplay"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        quiet("f1", "help", "app.help", "What you can do here"),
        quiet("ctrl+t", "theme", "app.theme", "Change between the dark and the light theme"),
        quiet("ctrl+c", "ask_quit", "app.ask_quit", "Leave roleplay; asks once (copies, where text is selected)"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        for theme in THEMES:
            self.register_theme(theme)
        name = first_theme()
        self.theme = name if name in self.available_themes else DARK

    def get_default_screen(self) -> Screen[None]:
        """Begin in the lobby."""
        return LobbyScreen(self.desk)

    def on_mount(self) -> None:
        """Paint first, load then; and end when the terminal does."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            with contextlib.suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(getattr(signal, name), self.exit)
        if on_terminal():
            self.set_interval(LOOK, self.leave_if_alone)
        self.call_after_refresh(self.begin)

    def leave_if_alone(self) -> None:
        """End when the terminal has gone without a signal (nohup, a closed pseudo-terminal): reading it would spin."""
        if not on_terminal():
            self.exit()

    def on_unmount(self) -> None:
        """Let go of the database."""
        self.desk.close()

    @work(exclusive=True, group="load")
    async def begin(self) -> None:
        """The faces at once; then the prospects, the store, and what the first call needs."""
        self.desk.glance()
        await self.lobby.furnish()
        self.set_timer(PAINTING, self.load)

    @work(exclusive=True, group="load")
    async def load(self) -> None:
        """Beside the screen, one after the other."""
        await asyncio.to_thread(self.desk.load)
        self.lobby.show_voice()
        self.lobby.show_cards()
        await asyncio.to_thread(self.desk.open_store)
        self.lobby.narrow()
        await asyncio.to_thread(self.desk.warm)
        self.dress()
        self.ready.set()
        self.lobby.show_board()
        await asyncio.to_thread(self.desk.warm_voice)

    def dress(self) -> None:
        """Read every screen's style sheet at once: read with its screen, each has all of them parsed again (15 ms)."""
        for path in sorted(Path(__file__).parent.glob("*.tcss")):
            if not self.stylesheet.has_source(str(path)):
                self.stylesheet.read(path)
        self.stylesheet.reparse()
        self.stylesheet.update(self)

    def get_key_display(self, binding: Binding) -> str:
        """Keys by the names that stand on them."""
        return super().get_key_display(binding).replace("⏎", "enter").replace("^", "ctrl+")

    def action_lobby(self) -> None:
        """Back to the lobby."""
        if not isinstance(self.screen, LobbyScreen):
            self.pop_screen()

    @work(exclusive=True, group="flow")
    async def action_open(self, place: str) -> None:
        """One of the screens that are reached from everywhere, by its name in PLACES."""
        await self.prepared()
        module = import_module(f"roleplay.tui.{place}")
        self.show(getattr(module, PLACES[place][0])(self.desk))

    def action_help(self) -> None:
        """Help for where the rep is."""
        from roleplay.tui.help import HelpScreen

        if getattr(self.screen, "HELP", ""):
            self.push_screen(HelpScreen.of(self.screen))

    def action_theme(self) -> None:
        """Dark to light and back; remembered."""
        self.theme = LIGHT if self.current_theme.dark else DARK

    def watch_theme(self, theme: str) -> None:
        """Remember a theme however it was chosen."""
        if self.is_running and theme != self.desk.settings.theme:
            self.tell(self.desk.change(theme=theme))

    @work(exclusive=True, group="quit")
    async def action_ask_quit(self) -> None:
        """Leave; asks once, since ctrl+c is also how one copies."""
        from roleplay.tui.dialogs import Ask, Choice

        question = "Leave roleplay? A call in progress is kept, and can be resumed."
        if await self.push_screen_wait(Ask(question, Choice(("y", "enter", "ctrl+c"), "leave", "yes"))):
            self.exit()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the command palette offers."""
        yield from commands_of(screen)
        yield SystemCommand("Lobby", "Go back and pick a prospect", self.action_lobby)
        for place, (_, name, tip) in PLACES.items():
            yield SystemCommand(name, tip, partial(self.action_open, place))
        yield SystemCommand("Note a no", "Write down a no you heard from a customer", self.action_note)
        yield SystemCommand("Your plan", "Change your if-then plan, or make one", self.action_plan)
        yield SystemCommand("Light or dark", "Change between the two themes; remembered", self.action_theme)
        yield SystemCommand("Theme", "Pick from all themes; remembered", self.action_change_theme)
        yield SystemCommand("Help", "What you can do on this screen, and its keys", self.action_help)
        yield SystemCommand("Quit", "Leave roleplay; an open call can be resumed", self.action_quit)


def commands_of(screen: Screen[Any]) -> Iterable[SystemCommand]:
    """What the screen's own keys do now: hint, rewind, end and the like; also those the footer has no room for."""
    found: dict[str, SystemCommand] = {}
    for node, binding, enabled, _ in screen.active_bindings.values():
        fits = binding.show or "(" not in binding.action  # 2 to 5 say no more than 1 does
        if enabled and node is screen and fits and binding.tooltip and not binding.action.startswith("app."):
            name = f"{_named(binding)} ({screen.app.get_key_display(binding)})"
            found.setdefault(
                binding.id or "", SystemCommand(name, binding.tooltip, partial(screen.run_action, binding.action))
            )
    yield from found.values()


def _named(binding: Binding) -> str:
    """A word or two; a key that is not in the footer has only its tip, whose beginning does."""
    words = binding.description if binding.show else re.split("[,;:(]", binding.description)[0].strip()
    return words[:1].upper() + words[1:]


def on_terminal() -> bool:
    """Whether stdin is a terminal that is still there."""
    try:
        return sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno())
    except (OSError, ValueError):
        return False


def build(
    make_actor: MakeActor | None = None, *, seed: Callable[[], int] | None = None,
    settle: Callable[[], None] | None = None,
) -> RoleplayApp:  # fmt: skip
    """Put the app together. Tests give their own actor and seed; `settle` is called when much was loaded for good."""
    return RoleplayApp(Desk(make_actor, seed=seed, settle=settle))


def run(notice: str = "") -> int:
    """Run the app on this terminal, with a line in the lobby if something is to be said; the exit status."""
    app = build(settle=gc.freeze)  # else the collector goes through all of it again and again: 0.1 s each time
    app.desk.notice = notice
    app.run()
    return app.return_code or 0
