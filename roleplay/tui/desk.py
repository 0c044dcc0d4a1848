"""What the screens do with prospects, store and voice: calls begun, gone on with, scored and written out.

Like what it builds on (`opened.py`), it knows nothing of Textual; what reads the database is called beside the screen.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from roleplay import config
from roleplay.errors import RoleplayError, StoreError
from roleplay.tui.opened import Opened

if TYPE_CHECKING:
    from roleplay.model import Call, Guess, Mode, Scorecard
    from roleplay.persona import Persona
    from roleplay.practice.book import Book
    from roleplay.practice.ledger import Ledger
    from roleplay.practice.memory import Memory
    from roleplay.prospect.scene import Actor
    from roleplay.session import Session
    from roleplay.settings import ModelSettings
    from roleplay.tui.glance import Glance
    from roleplay.tui.kept import Kept

MakeActor = Callable[["ModelSettings"], "Actor"]


class Desk(Opened):
    """One per app; `make_actor` and `seed` stand in for the voice and the luck of a real one."""

    def __init__(
        self, make_actor: MakeActor | None = None, *, seed: Callable[[], int] | None = None,
        settle: Callable[[], None] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(settle)
        self._make_actor, self._seed = make_actor, seed
        self._actor: Actor | None = None
        self.played: dict[str, int] = {}
        self._unkept: Memory | None = None

    def persona(self, id: str) -> Persona | None:
        """The prospect of that id, if it loaded."""
        return next((persona for persona in self.personas if persona.id == id), None)

    def book(self) -> Book:
        """The practice book; without a database it lasts until the app is left."""
        from roleplay.practice.book import Book
        from roleplay.practice.memory import Memory

        if self.store:
            return Book(self.store.practised)
        self._unkept = self._unkept or Memory()
        return Book(self._unkept)

    def after(self, id: str) -> Persona:
        """The next prospect on the list, round and round."""
        ids = [persona.id for persona in self.personas]
        return self.personas[(ids.index(id) + 1) % len(ids) if id in ids else 0]

    def level(self, persona: Persona | Glance) -> int:
        """The level chosen for a prospect, or that of the last call with them, or their own."""
        return self.settings.levels.get(persona.id) or self.played.get(persona.id, persona.level)

    def set_level(self, id: str, level: int) -> str:
        """Choose a prospect's level, until another is chosen. Says what went wrong in keeping it, or ""."""
        return self.change(levels={**self.settings.levels, id: level})

    def suited(self, persona: Persona) -> int:
        """The level that suits the rep now; the prospect's own before there are calls. Reads the database."""
        from roleplay.practice.level import suggest

        found = suggest(self.store.digests.all()) if self.store else None
        return found.level if found else persona.level

    def actor(self) -> Actor:
        """Who speaks for the prospect in the next call."""
        from roleplay.prospect.voices import actor_for

        self._actor = (self._make_actor or actor_for)(self.settings.voice)
        return self._actor

    def seed(self) -> int:
        """A seed for a call or a drill."""
        from roleplay.session import new_seed

        return (self._seed or new_seed)()

    def start(self, persona: Persona, level: int, mode: Mode) -> Session:
        """A new call."""
        from roleplay.session import Session

        return Session.start(persona, level=level, seed=self.seed(), mode=mode, actor=self.actor(), keeper=self.store)

    def resume(self, call_id: str) -> Session:
        """An unfinished call, where it was, with the prospect as they were then."""
        from roleplay.session import Session

        store = self.shelf
        call = store.call(call_id)
        return Session(store.persona_of(call), call, self.actor(), store)

    def score(self, call: Call, persona: Persona, guess: Guess | None = None) -> Kept:
        """Score a call by today's rubric; keep the guess first, the card, and what the endpoint was found to refuse.

        Raises CallGone when it was deleted elsewhere.
        """
        from roleplay import coach
        from roleplay.prospect.voices import keep_dropped
        from roleplay.tui import kept

        if self._actor:
            with contextlib.suppress(RoleplayError):  # it is found out again next time
                keep_dropped(self.settings.voice, self._actor)
        if self.store is None:
            return self.unkept(call, persona, guess)
        card = coach.review(call, persona)
        self.store.call(call.id)  # nothing is kept of one that was deleted elsewhere
        if guess:
            self.store.keep_guess(call.id, guess)
        self.store.cards.keep(call.id, card)
        return kept.read(self.store, call.id)

    def unkept(self, call: Call, persona: Persona, guess: Guess | None) -> Kept:
        """A call scored without being kept."""
        from roleplay import coach
        from roleplay.tui import kept

        return kept.Kept(replace(call, guess=guess), persona, (("", coach.review(call, persona)),))

    def export(self, kept: Kept, card: Scorecard) -> Path:
        """Write the call as Markdown, and as a web page beside it, into the data folder; gives the Markdown's path.

        Raises StoreError when that cannot be done.
        """
        from roleplay.export import Whole, as_markdown, as_page
        from roleplay.model import Bundle, PersonaFile

        call, persona = kept.call, kept.persona
        file = PersonaFile(persona.id, persona.hash, persona.source)
        page = as_page([Whole(Bundle(call, card, "", (), kept.takes, file), persona)])
        path = config.data_dir() / "exports" / f"{call.started[:10]}-{_plain(persona.id)}-{_plain(call.id)[:6]}.md"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_suffix(".html").write_text(page, encoding="utf-8")
            path.write_text(as_markdown(call, card, persona, kept.takes), encoding="utf-8")
        except OSError as error:
            raise StoreError(f"{path}: cannot be written ({error.strerror}). Make its folder writable.") from error
        return path

    def ledger(self) -> Ledger:
        """The journal and what it tells, as of now. Raises StoreError when the database is not open."""
        import os

        from roleplay.practice.ledger import Ledger
        from roleplay.practice.week import first_weekday

        first = first_weekday(self.settings.week_starts, os.environ)
        return Ledger(self.shelf, self.now(), first, self.settings.weekly_goal)


def _plain(name: str) -> str:
    """A name fit to be part of a file's: an imported call may call its prospect anything."""
    return re.sub(r"[^\w-]+", "-", name)[:60]
