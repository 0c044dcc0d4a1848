"""The journal at size: `python -m benchmarks.practice [calls] [nos] [runs]`, 5,000 and 20,000 if left out.

Makes a store of that many scored calls and journal entries, then opens every screen that reads it, on a terminal of
120x36, and searches. A screen is open when what it shows stands on it. Prints medians in milliseconds beside what is
promised: every screen < 150 ms, a search answers in less.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import insert

from roleplay import codec, coach
from roleplay.model import Call, Came, Category, Digest, Entry, Push, Scorecard, Source
from roleplay.persona import Persona, load_all
from roleplay.practice.catch_up import catch_up
from roleplay.practice.journal import noted
from roleplay.simulate.bots import BOTS
from roleplay.simulate.play import play
from roleplay.store import Store, schema
from roleplay.store.journal import as_row
from roleplay.store.schema_journal import digests, nos, pushes

LIMIT = 150
PROMISED = "every screen < 150 ms"
WORDS = "renewed budget spring partner nothing trust happy brochure winter boss never cheaper board later paper van".split()
SKILLS = ("skill 10", "skill 30", "skill 50", "skill 70", "skill 90")


def patterns_of_play(people: list[Persona]) -> list[tuple[Persona, Call, Scorecard]]:
    """Sixty calls that were really played; the store repeats them under other ids and days."""
    calls = [(who, play(who, level, BOTS[bot], seed)) for seed, who in enumerate(people) for level, bot in enumerate(SKILLS, 1)]
    return [(who, call, coach.review(call, who)) for who, call in calls]


def fill(store: Store, calls: int, entries: int) -> None:
    """The store at size; what the journal reads of a call is read once for each pattern, and copied."""
    people, _ = load_all()
    patterns, random, now = patterns_of_play(people), Random(1), datetime.now(UTC)
    few = Store(store.path.with_name("few.db"))
    for number, (who, call, card) in enumerate(patterns):
        whole = replace(call, id=f"p{number}", started=now.isoformat(), ended=now.isoformat())
        few.open_call(replace(whole, turns=()), who)
        for turn in whole.turns:
            few.add_turn(whole.id, turn)
        few.end_call(whole)
        few.save_card(whole.id, card)
    began = time.perf_counter()
    read = catch_up(few)
    print(f"{'reading a finished call':44} {1000 * (time.perf_counter() - began) / read:8.1f} ms each")
    read_digests = {item.call: item for item in few.digests.all()}
    read_pushes = few.digests.lines(100_000)
    read_nos = few.journal.find(limit=-1)
    few.close()
    rows: dict[str, list[dict[str, object]]] = {name: [] for name in ("calls", "turns", "cards", "digests", "pushes", "nos")}
    for number in range(calls):
        pick = random.randrange(len(patterns))
        who, call, card = patterns[pick]
        started = now - timedelta(minutes=30 * (calls - number))
        id, stamp = f"c{number:06}", started.isoformat(timespec="seconds")
        rows["calls"].append(
            {"id": id, "persona": who.id, "name": who.name, "level": call.setup.level, "mode": "exam", "model": None,
             "setup": codec.to_json(call.setup), "opening": call.opening, "started": stamp,
             "outcome": call.outcome, "ended_by": call.ended_by, "ended": stamp, "deleted": 0}
        )  # fmt: skip
        rows["turns"] += [
            {"call": id, "number": turn.number, "said": turn.said, "reply": turn.reply, "body": codec.to_json(turn)}
            for turn in call.turns
        ]
        rows["cards"].append(
            {"id": number + 1, "call": id, "made": stamp, "rubric": card.rubric, "total": card.total, "body": codec.to_json(card)}
        )
        rows["digests"].append(_digest(read_digests[f"p{pick}"], id, stamp, number + 1))
        rows["pushes"] += [_push(push, id) for push in read_pushes if push.call == f"p{pick}"]
        rows["nos"] += [as_row(replace(no, call=id, at=stamp)) for no in read_nos if no.call == f"p{pick}"]
    rows["nos"] = rows["nos"][: entries // 2]
    rows["nos"] += [as_row(_real(random, now)) for _ in range(entries - len(rows["nos"]))]
    with store._transaction() as db:
        for who in people:
            db.execute(insert(schema.personas).values(hash=who.hash, id=who.id, text=who.source))
        for table in (schema.calls, schema.turns, schema.cards, digests, pushes, nos):
            for at in range(0, len(rows[table.name]), 2000):
                db.execute(insert(table), rows[table.name][at : at + 2000])


def _digest(item: Digest, id: str, stamp: str, card: int) -> dict[str, object]:
    return {"call": id, "ended": stamp, "card": card, "day": stamp[:10], "success": item.success, "total": item.total,
            "scores": list(item.scores)}  # fmt: skip


def _push(push: Push, id: str) -> dict[str, object]:
    return {"call": id, "turn": push.turn, "situation": push.situation, "line": push.line, "points": push.points,
            "trust": push.trust}  # fmt: skip


def _real(random: Random, now: datetime) -> Entry:
    at = (now - timedelta(hours=random.randrange(24 * 400))).isoformat(timespec="seconds")
    text = " ".join(random.choices(WORDS, k=random.randint(4, 16)))
    who = f"{random.choice(WORDS).capitalize()} {random.choice(('Ltd', 'Group', 'and Sons'))}"
    return Entry(
        text, at, random.choice(list(Category)), who, Source.REAL, " ".join(random.choices(WORDS, k=9)),
        random.choice(("label", "pitch", "mirror", "rebuttal")), random.random() < 0.5, random.choice(list(Came)),
        worth=random.random(),
    )  # fmt: skip


async def screens(runs: int) -> list[tuple[str, float]]:
    """Each screen opened so many times, medians."""
    from roleplay.tui.app import build

    app = build()
    times: dict[str, list[float]] = {}
    async with app.run_test(size=(120, 36)) as pilot:

        async def until(ready: Callable[[], object]) -> None:
            while not ready():
                await asyncio.sleep(0)

        def shows(text: str) -> bool:
            strips = app.screen._compositor.render_strips() if app.screen.is_mounted else []
            return any(text in "".join(segment.text for segment in strip) for strip in strips)

        async def timed(name: str, act: Callable[[], Awaitable[object]], ready: Callable[[], object]) -> None:
            began = time.perf_counter()
            await act()
            await until(ready)
            times.setdefault(name, []).append(1000 * (time.perf_counter() - began))
            await pilot.pause()

        await until(lambda: app.stored.is_set() and app.lobby.board)
        await pilot.pause()
        for _ in range(runs + 1):
            lobby = app.lobby
            lobby.board = None
            lobby.show_board()
            await timed("lobby, coming back to it", _nothing, lambda: lobby.board)
            for key, name, seen in (
                ("j", "journal", "nos, the newest"), ("p", "progress", "level 1 warm"), ("w", "where I push", "times, "),
                ("r", "review", "500 calls"),
            ):  # fmt: skip
                await timed(name, lambda key=key: pilot._app_press(key) if False else _press(app, key), lambda seen=seen: shows(seen))
                if key == "j":
                    await pilot.press("slash")
                    screen = app.screen
                    for text in ("r", "re", "renewed", "renewed v", "renewed van zzz"):
                        screen.entries = []
                        screen.search.value = text
                        await timed("journal, a letter of a search", _nothing, lambda: screen.heading.right and not _busy(app))
                    await pilot.press("escape")
                    await until(lambda: not _busy(app))
                    await timed("patterns", lambda: _press(app, "t"), lambda: shows("Nos by week"))
                    await pilot.press("escape")
                await pilot.press("escape")
                await until(lambda: app.screen is lobby and not _busy(app))
    return [(name, statistics.median(found[1:])) for name, found in times.items()]


async def _nothing() -> None:
    await asyncio.sleep(0)


async def _press(app: object, key: str) -> None:
    from textual.events import Key

    app.post_message(Key(key, key))  # type: ignore[attr-defined]
    await asyncio.sleep(0)


def _busy(app: object) -> bool:
    return any(not worker.is_finished for worker in app.workers)  # type: ignore[attr-defined]


def main() -> int:
    calls, entries, runs = (int(value) for value in (*sys.argv[1:], "5000", "20000", "7")[:3]) if len(sys.argv) < 2 else (
        [int(value) for value in sys.argv[1:]] + [5000, 20000, 7][len(sys.argv) - 1 :]
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as home:
        os.environ["ROLEPLAY_HOME"] = home
        (Path(home) / "settings.toml").write_text("welcomed = true\n")
        store = Store(Path(home) / "roleplay.db")
        fill(store, calls, entries)
        noted("warm", datetime.now().astimezone().isoformat())
        print(f"{calls} calls, {store.journal.count()} nos, {Path(home, 'roleplay.db').stat().st_size / 1e6:.0f} MB")
        began = time.perf_counter()
        found = store.journal.find("renewed van", limit=100), store.journal.count("renewed van")
        print(f"{'search of the store alone':44} {1000 * (time.perf_counter() - began):8.1f} ms  {found[1]} found")
        store.close()
        rows = asyncio.run(screens(runs))
    for name, took in rows:
        print(f"{name:44} {took:8.1f} ms  {'' if took < LIMIT else 'OVER'}")
    print(f"{PROMISED}: {'kept' if all(took < LIMIT for _, took in rows) else 'BROKEN'}")
    return 0 if all(took < LIMIT for _, took in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
