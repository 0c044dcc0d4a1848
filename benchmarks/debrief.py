"""From the end of a call to its debrief on screen, without a model: `python -m benchmarks.debrief [runs]`.

Plays a call in the app without a terminal, ends it, and times from the answer that ends it to the painted card, and on
to the drawn moods. Prints medians in milliseconds; promised is the card within 100 ms. On a busy
machine the processor time says more.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from typing import Any

from textual import events

from roleplay import coach, settings
from roleplay.tui.app import build

LINES = (
    "Have I caught you at a bad time?",
    "It sounds like the evenings go on paperwork.",
    "You'd agree that's worth it, right?",
    "What makes it slip?",
    "How would that work on one van?",
    "So shall we get the contract signed today?",
)


async def once() -> tuple[float, float, float, float]:
    """Card painted, the same by processor time, moods drawn, and the scoring alone, in milliseconds."""
    app: Any = build(seed=lambda: 7)
    async with app.run_test(size=(120, 36)) as pilot:

        async def until(condition: Any) -> None:
            while not condition():
                await asyncio.sleep(0.001)

        await until(lambda: app.ready.is_set() and app.lobby.board)
        await pilot.press("slash", *"Marek", "enter")
        await until(lambda: type(app.screen).__name__ == "BriefScreen" and app.screen.is_mounted)
        await pilot.press("enter")
        await until(lambda: type(app.screen).__name__ == "CallScreen" and app.screen.query("Utterance"))
        for number, line in enumerate(LINES, 1):
            app.post_message(events.Paste(line))
            await pilot.pause()
            await pilot.press("enter")
            await until(lambda number=number: len(app.screen.session.call.turns) == number and not app.screen.waiting)
        session, painted = app.screen.session, watched(app)
        began, worked = time.perf_counter(), time.process_time()
        session.end()
        app.screen.finish()
        await until(lambda: painted)
        card, done = painted[0]
        await until(lambda: any(curve.size.height for curve in app.screen.query("Curve")))
        drawn = time.perf_counter()
        coach.review(session.call, session.persona)
        scored = time.perf_counter()
    return 1000 * (card - began), 1000 * (done - worked), 1000 * (drawn - began), 1000 * (scored - drawn)


def watched(app: Any) -> list[tuple[float, float]]:
    """When the card was painted, on the clock and of the processor: drawing it row by row is part of it."""
    painted, display = list[tuple[float, float]](), app._display

    def noting(screen: Any, update: Any) -> None:
        display(screen, update)
        if not painted and type(screen).__name__ == "DebriefScreen" and "of 100" in text(screen):
            painted.append((time.perf_counter(), time.process_time()))

    app._display = noting
    return painted


def text(screen: Any) -> str:
    strips = screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def main() -> None:
    os.environ["ROLEPLAY_HOME"] = tempfile.mkdtemp()
    settings.save(settings.Settings(typing=False, welcomed=True, predict=False))
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    asyncio.run(once())
    found = [asyncio.run(once()) for _ in range(runs)]
    names = ("card on screen", "by processor time", "moods drawn", "scoring alone")
    for name, values in zip(names, zip(*found, strict=True), strict=True):
        print(f"{name:18} median {statistics.median(values):6.1f} ms   worst {max(values):6.1f} ms")


if __name__ == "__main__":
    main()
