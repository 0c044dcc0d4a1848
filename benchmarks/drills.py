"""How soon the drill screens stand, with years of practice in the store: `python -m benchmarks.drills [calls] [nos]`.

Fills a store with calls, turns, cards and attempts, starts the app on it, and measures from the key press until the
screen stands. What is promised: every screen under 150 ms with 5,000 calls and 20,000 nos, medians of seven. On a busy
machine the processor's own time tells more than the clock on the wall.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

LIMIT = 150
RUNS = 7


def fill(path: Path, calls: int, nos: int) -> None:
    """Calls over five years, each with eight turns, a card and its lessons; and as many drill attempts as nos."""
    from sqlalchemy import insert

    from roleplay import coach, codec
    from roleplay.model import Mode
    from roleplay.persona import find
    from roleplay.practice import skills
    from roleplay.practice.items import flips
    from roleplay.practice.spacing import standing
    from roleplay.session import Session
    from roleplay.store import Store, schema
    from roleplay.store.practice_tables import attempts, looked_at

    luck, who, today = Random(1), find("marek"), datetime.now(UTC)
    session = Session.start(who, level=2, seed=7, mode=Mode.EXAM)
    for line in ("Have I caught you at a bad time?", "Sounds like a long week.", "What slips?", "What then?") * 2:
        if not session.over:
            asyncio.run(session.say(line))
    session.end()
    call, card = session.call, coach.review(session.call, who)
    store = Store(path)
    store.open_call(call, who)
    row = {"persona": who.id, "name": who.name, "level": 2, "mode": "exam", "model": None, "ended_by": "rep"}
    setup, bodies = codec.to_json(call.setup), [codec.to_json(turn) for turn in call.turns]
    body = codec.to_json(card)
    begun = [(today - timedelta(days=luck.uniform(1, 1800))).isoformat(timespec="seconds") for _ in range(calls)]
    every, items = skills.every(), [item.id for item in flips()]
    tries = []
    for number in range(nos):
        day = (date.today() - timedelta(days=luck.randrange(1, 1800))).isoformat()
        tries.append(
            {"at": f"{day}T10:00:00+00:00", "day": day, "skill": luck.choice(every), "item": luck.choice(items),
             "answer": "Is this a bad time?", "ok": int(luck.random() < 0.6), "reason": "so", "better": "or so",
             "call": "" if number % 2 else str(number % calls), "nos": []}
        )  # fmt: skip
    with store._transaction() as db:
        db.execute(
            insert(schema.calls),
            [{**row, "id": str(n), "setup": setup, "opening": call.opening, "started": at, "ended": at,
              "outcome": call.outcome} for n, at in enumerate(begun)],
        )  # fmt: skip
        for n in range(calls):
            db.execute(
                insert(schema.turns),
                [{"call": str(n), "number": turn.number, "said": turn.said, "reply": turn.reply, "body": body}
                 for turn, body in zip(call.turns, bodies, strict=True)],
            )  # fmt: skip
        db.execute(
            insert(schema.cards),
            [{"call": str(n), "made": at, "rubric": card.rubric, "total": card.total, "body": body}
             for n, at in enumerate(begun)],
        )  # fmt: skip
        db.execute(insert(attempts), tries)
        db.execute(insert(looked_at), [{"call": str(n), "ended": at} for n, at in enumerate(begun)])
        from roleplay.store.practice_attempts import _fold

        _fold(db, every, standing)
    store.close()


async def measure() -> dict[str, list[tuple[float, float]]]:
    from textual.events import Key

    from roleplay import settings
    from roleplay.tui.app import build

    settings.save(settings.Settings(typing=False, welcomed=True))
    found: dict[str, list[tuple[float, float]]] = {}
    app = build(seed=lambda: 7)
    async with app.run_test(size=(120, 36)) as pilot:

        async def until(condition: Callable[[], Any]) -> None:
            while not condition():
                await asyncio.sleep(0)

        async def timed(name: str, key: str, condition: Callable[[], Any]) -> None:
            await pilot.pause()
            began, worked = time.perf_counter(), time.process_time()
            app.post_message(Key(key, None))
            await until(condition)
            found.setdefault(name, []).append(
                (1000 * (time.perf_counter() - began), 1000 * (time.process_time() - worked))
            )

        await until(lambda: app.ready.is_set() and app.lobby.board)
        for _ in range(RUNS + 1):
            await timed("drills", "d", lambda: type(app.screen).__name__ == "DrillsScreen" and app.screen.standings)
            options = app.screen.options
            await until(lambda options=options: options.option_count > 5)
            for drill in ("opener", "after-no", "flip", "which-yes"):
                options = app.screen.options
                await until(lambda options=options: options.option_count > 5)
                options.highlighted = options.get_option_index(f"drill:{drill}")
                await timed(
                    drill, "enter", lambda: type(app.screen).__name__ == "DrillScreen" and app.screen.query("Utterance")
                )
                await timed(
                    "back to drills", "escape",
                    lambda: type(app.screen).__name__ == "DrillsScreen" and app.screen.options.option_count > 5,
                )  # fmt: skip
            await pilot.press("escape")
            await until(lambda: type(app.screen).__name__ == "LobbyScreen")
            await pilot.pause()
    return found


def main() -> int:
    calls, nos = (int(value) for value in (sys.argv[1:] + ["5000", "20000"][len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as home:
        os.environ["ROLEPLAY_HOME"] = home
        began = time.perf_counter()
        fill(Path(home) / "roleplay.db", calls, nos)
        print(f"{calls} calls, {nos} attempts written in {time.perf_counter() - began:.0f} s")
        found = asyncio.run(measure())
    slow = False
    print(f"{'median of ' + str(RUNS):20} {'wall':>10} {'processor':>10} {'limit':>8}")
    for name, times in found.items():
        wall, worked = (statistics.median(column) for column in zip(*times[1:], strict=True))
        slow = slow or wall > LIMIT
        print(f"{name:20} {wall:8.1f}ms {worked:8.1f}ms {LIMIT:6}ms {'OVER' if wall > LIMIT else ''}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
