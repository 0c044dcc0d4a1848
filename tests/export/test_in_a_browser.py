"""The exported page in a real browser: no script runs, nothing is asked of anywhere."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from roleplay.export import as_page
from roleplay.persona import Persona
from tests.export.stock import HOSTILE, SKILLED, played, shelf

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--enable-logging=stderr", "--dump-dom",
)  # fmt: skip

pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium here to open the page in")


class Noting(SimpleHTTPRequestHandler):
    """Serves a folder and notes what was asked for."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        super().do_GET()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []
    handler = partial(type("Bound", (Noting,), {"asked": asked}), directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def opened(url: str, profile: Path) -> tuple[str, list[str]]:
    """What stands in the page once it is open, and what the browser's console said."""
    assert BROWSER
    command = [BROWSER, *QUIET, f"--user-data-dir={profile}", url]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout, [line for line in done.stderr.splitlines() if ":CONSOLE" in line]


def test_the_page_asks_for_nothing_and_runs_nothing(tmp_path: Path, personas: dict[str, Persona]):
    with serving(tmp_path) as (url, asked):
        lines = tuple(line.format(url=url) for line in HOSTILE)
        (tmp_path / "raw.html").write_text("".join(lines), encoding="utf-8")
        opened(f"{url}/raw.html", tmp_path / "one")
        assert "/leak" in asked, "the trap itself does not work"
        asked.clear()

        store = shelf(tmp_path)
        wholes = [played(store, personas["dana"], lines), played(store, personas["marek"], SKILLED, again=2)]
        store.close()
        (tmp_path / "page.html").write_text(as_page(wholes), encoding="utf-8")
        page, said = opened(f"{url}/page.html", tmp_path / "two")
    assert said == []
    assert asked == ["/page.html"]
    assert "<title>2 calls</title>" in page
    assert "owned" in page
