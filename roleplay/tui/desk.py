"""What the screens work with: settings, prospects, the store and the voice, loaded behind the first frame.

Methods that touch files or the database are plain functions to be called through `asyncio.to_thread`; nothing here
knows Textual. Heavy modules are imported where they are first needed.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roleplay import config
from roleplay.errors import RoleplayError, StoreError
from roleplay.tui.glance import Glance, glances

if TYPE_CHECKING:
    from roleplay.connect import Tried
    from roleplay.model import Call, Guess, Mode, Scorecard
    from roleplay.persona import Persona
    from roleplay.practice.book import Book
    from roleplay.practice.ledger import Ledger
    from roleplay.practice.memory import Memory
    from roleplay.prospect.scene import Actor
    from roleplay.session import Session
    from roleplay.settings import ModelSettings, Settings
    from roleplay.store import Store
    from roleplay.tui.kept import Kept

UNDO = 30
"""Days for which a deleted call can be brought back."""
MakeActor = Callable[["ModelSettings"], "Actor"]


class Desk:
    """One per app. `glance`, then `load`, then `open_store`; until then there are no prospects and no calls."""

    def __init__(
        self, make_actor: MakeActor | None = None, *, seed: Callable[[], int] | None = None,
        settle: Callable[[], None] | None = None,
    ) -> None:  # fmt: skip
        self._make_actor, self._seed, self._settle = make_actor, seed, settle
        self._settled: set[str] = set()
        self._actor: Actor | None = None
        self.clock: Callable[[], float] = time.monotonic
        self.now: Callable[[], datetime] = lambda: datetime.now().astimezone()
        self.faces: list[Glance] = []
        self.personas: list[Persona] = []
        self.faults: list[str] = []
        self.levels: dict[str, int] = {}
        self.store: Store | None = None
        self._unkept: Memory | None = None
        self._settings: Settings | None = None
        self._lock = threading.Lock()
        self._closed = False

    @property
    def settings(self) -> Settings:
        """The settings; those of a fresh start until `load` has run."""
        if self._settings is None:
            from roleplay.settings import Settings

            self._settings = Settings()
        return self._settings

    @property
    def voice(self) -> str:
        """Who speaks for the prospect, in words."""
        return self.settings.voice.model or "built-in prospect"

    def glance(self) -> None:
        """Make out the faces of the prospects; takes a few milliseconds."""
        self.faces = glances()

    def load(self) -> None:
        """Read the settings and the prospects; what is wrong with a file becomes a line in `faults`."""
        from roleplay import settings
        from roleplay.persona import load_all

        self.faults = []
        try:
            self._settings = settings.load()
        except RoleplayError as error:
            self.faults.append(str(error))
        self.personas, broken = load_all()
        self.faults += [str(error) for error in broken]
        self.faces = [Glance.of(persona) for persona in self.personas]

    def open_store(self) -> None:
        """Open the database and forget what was deleted long ago. Where it fails, calls are played but not kept."""
        from roleplay.store import Store

        try:
            store = Store(config.database_file())
            store.purge(days=UNDO)
        except StoreError as error:
            self.faults.append(f"Calls are not kept: {error}")
            return
        with self._lock:
            self.store = None if self._closed else store
        if self.store is None:
            store.close()
        self._loaded("store")

    def _loaded(self, what: str) -> None:
        """Say once of each thing that it is loaded, and stays so."""
        if self._settle and what not in self._settled:
            self._settled.add(what)
            self._settle()

    def warm(self) -> None:
        """Load what the first call and every screen need, so that nothing waits for it."""
        from roleplay.tui.warm import warm

        warm()
        self._loaded("screens")

    def warm_voice(self) -> None:
        """Load what a connected model is spoken to with."""
        if self.settings.voice.model:
            from roleplay import llm

            llm.warm()
        self._loaded("voice")

    def close(self) -> None:
        """Let go of the database, now or as soon as it is open."""
        with self._lock:
            self._closed, store, self.store = True, self.store, None
        if store:
            store.close()

    def change(self, **values: Any) -> str:
        """Change settings and keep them. Says what went wrong in keeping them, or ""; the change holds for now."""
        from roleplay import settings

        with self._lock:
            self._settings = self.settings.model_copy(update=values)
            try:
                settings.save(settings.read().model_copy(update=values))
            except RoleplayError as error:
                return str(error)
        return ""

    def connect(self, voice: ModelSettings, tried: Tried, key: str = "") -> None:
        """Let this model speak from the next call on. Raises SettingsError when it cannot be remembered."""
        from roleplay.connect import remember

        self._settings = self.settings.model_copy(update={"voice": voice})
        remember(voice, tried, key=key)

    def disconnect(self) -> None:
        """Go back to the built-in prospect. Raises SettingsError when that cannot be remembered."""
        from roleplay.connect import forget

        voice = self.settings.voice.model_copy(update={"model": ""})
        self._settings = self.settings.model_copy(update={"voice": voice})
        forget()

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
        """The level chosen for a prospect, or their own."""
        return self.levels.get(persona.id, persona.level)

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
        """Score a call by today's rubric; keep the guess first, the card, and what the endpoint was found to refuse."""
        from roleplay import coach
        from roleplay.prospect.voices import keep_dropped
        from roleplay.tui import kept

        if self._actor:
            with contextlib.suppress(RoleplayError):  # it is found out again next time
                keep_dropped(self.settings.voice, self._actor)
        card = coach.review(call, persona)
        if self.store is None:
            return kept.Kept(replace(call, guess=guess), persona, (("", card),))
        if guess:
            self.store.keep_guess(call.id, guess)
        self.store.save_card(call.id, card)
        return kept.read(self.store, call.id)

    def export(self, kept: Kept, card: Scorecard) -> Path:
        """Write the call as Markdown, and as a web page beside it, into the data folder; gives the Markdown's path.

        Raises StoreError when that cannot be done.
        """
        from roleplay.export import Whole, as_markdown, as_page
        from roleplay.model import Bundle, PersonaFile

        call, persona = kept.call, kept.persona
        file = PersonaFile(persona.id, persona.hash, persona.source)
        page = as_page([Whole(Bundle(call, card, "", (), kept.takes, file), persona)])
        path = config.data_dir() / "exports" / f"{call.started[:10]}-{persona.id}-{call.id[:6]}.md"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_suffix(".html").write_text(page, encoding="utf-8")
            path.write_text(as_markdown(call, card, persona, kept.takes), encoding="utf-8")
        except OSError as error:
            raise StoreError(f"{path}: cannot be written ({error.strerror}). Make its folder writable.") from error
        return path

    @property
    def shelf(self) -> Store:
        """The store. Raises StoreError when the database did not open."""
        if self.store is None:
            raise StoreError("the calls cannot be read: the database did not open.")
        return self.store

    def ledger(self) -> Ledger:
        """The journal and what it tells, as of now. Raises StoreError when the database is not open."""
        import os

        from roleplay.practice.ledger import Ledger
        from roleplay.practice.week import first_weekday

        first = first_weekday(self.settings.week_starts, os.environ)
        return Ledger(self.shelf, self.now(), first, self.settings.weekly_goal)
