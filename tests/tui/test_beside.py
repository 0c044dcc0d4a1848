"""Work that ends after its screen was left."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import WorkerFailed

from roleplay.tui.beside import beside


class Slow(Screen[None]):
    """Shows what it read once it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.ready = asyncio.Event()

    def compose(self) -> ComposeResult:
        yield Static("", id="words")

    @beside("fill")
    async def fill(self) -> None:
        await self.ready.wait()
        self.query_one("#words", Static).update("read")


@pytest.mark.parametrize("left", [True, False], ids=["left", "stays"])
async def test_nothing_is_shown_on_a_screen_that_was_left(left: bool):
    app: App[None] = App()
    async with app.run_test() as pilot:
        screen = Slow()
        await app.push_screen(screen)
        worker = screen.fill()
        await pilot.pause()
        if left:
            app._screen_stack.remove(screen)
        await screen.query("#words").remove()
        screen.ready.set()
        if left:
            await worker.wait()
            app._screen_stack.append(screen)
        else:
            with pytest.raises(WorkerFailed):
                await worker.wait()
            app._exception = None
            worker.cancel()
