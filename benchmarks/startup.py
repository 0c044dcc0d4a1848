"""Start-up and echo beside a bare Textual app, in one run: `python -m benchmarks.startup [runs]`.

Both apps run on a pseudo-terminal of 120x36, turn by turn, so that the ratio holds when the machine's speed drifts.
A frame counts as painted when its text has arrived on the terminal. Prints medians and the ratios that are promised:
first frame <= 1.3, usable lobby <= 1.8, key to echo <= 1.3, `--version` < `import textual`, a turn < 20 ms.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import pty
import re
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

ANSI = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|.)")
BARE = [sys.executable, "-m", "benchmarks.bare"]
OURS = [sys.executable, "-m", "roleplay"]


class Terminal:
    """A program on a pseudo-terminal, and how long it takes until a text is on it."""

    def __init__(self, command: list[str], home: str) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
        env = {**os.environ, "ROLEPLAY_HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.began = time.perf_counter()
        self.process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=env, close_fds=True)
        os.close(slave)
        self.seen = b""

    def until(self, text: str, since: float, limit: float = 20) -> float:
        """Milliseconds from `since` until the text is painted after what was seen before."""
        wanted = text.encode()
        while time.perf_counter() - since < limit:
            if wanted in ANSI.sub(b"", self.seen):
                return 1000 * (time.perf_counter() - since)
            if select.select([self.master], [], [], 0.05)[0]:
                self.seen += os.read(self.master, 65536)
        raise TimeoutError(f"{text!r} did not appear")

    def settle(self) -> None:
        """Wait until nothing more is painted."""
        while select.select([self.master], [], [], 0.5)[0]:
            self.seen += os.read(self.master, 65536)

    def press(self, key: str) -> float:
        """Milliseconds from a key press until something is painted."""
        self.settle()
        now = time.perf_counter()
        os.write(self.master, key.encode())
        select.select([self.master], [], [], 5)
        return 1000 * (time.perf_counter() - now)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.master)


def one_run(command: list[str], first: str, usable: str, home: str) -> tuple[float, float, float]:
    terminal = Terminal(command, home)
    try:
        painted = terminal.until(first, terminal.began)
        ready = terminal.until(usable, terminal.began)
        return painted, ready, statistics.median(terminal.press(key) for key in "aeiou")
    finally:
        terminal.close()


def whole(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return 1000 * (time.perf_counter() - began)


def a_turn() -> float:
    """Milliseconds for a turn with the built-in actor and the database, median over two calls."""
    from roleplay.model import Mode
    from roleplay.persona import find
    from roleplay.session import Session
    from roleplay.store import Store

    said = ["Have I caught you at a bad time?", "Sounds like a long week.", "What gets in the way most?", "Go on."]
    times: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "calls.db")
        for seed in range(5):
            session = Session.start(find("marek"), level=2, seed=seed, mode=Mode.EXAM, keeper=store)
            for text in said:
                began = time.perf_counter()
                asyncio.run(session.say(text))
                times.append(1000 * (time.perf_counter() - began))
        store.close()
    return statistics.median(times)


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    bare, ours = [], []
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "settings.toml").write_text("welcomed = true\n")
        for number in range(runs + 1):
            pair = one_run(BARE, "READY", "READY", home), one_run(OURS, "roleplay", "Dana", home)
            if number:  # the first pair warms the caches
                bare.append(pair[0])
                ours.append(pair[1])
    base, mine = ([statistics.median(column) for column in zip(*rows, strict=True)] for rows in (bare, ours))
    version = statistics.median(whole([*OURS, "--version"]) for _ in range(runs))
    textual = statistics.median(whole([sys.executable, "-c", "import textual.app"]) for _ in range(runs))
    rows = [
        ("process start to first frame", mine[0], base[0], 1.3),
        ("process start to usable lobby", mine[1], base[1], 1.8),
        ("key press to echo", mine[2], base[2], 1.3),
        ("--version / import textual", version, textual, 1.0),
    ]
    print(f"{'median of ' + str(runs):32} {'roleplay':>10} {'bare':>10} {'ratio':>7} {'limit':>7}")
    for name, a, b, limit in rows:
        print(f"{name:32} {a:8.1f}ms {b:8.1f}ms {a / b:7.2f} {limit:7.2f} {'' if a / b <= limit else 'OVER'}")
    turn = a_turn()
    print(f"{'a turn without a model':32} {turn:8.1f}ms {'':10} {'':7} {'20 ms':>7} {'' if turn < 20 else 'OVER'}")
    return 0 if turn < 20 and all(a / b <= limit for _, a, b, limit in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
