"""Settings, prospects, the store and the voice, as they are loaded behind the first frame.

Methods that touch files or the database are plain functions to be called through `asyncio.to_thread`; nothing here
knows Textual. Heavy modules are imported where they are first needed.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from roleplay import config
from roleplay.errors import RoleplayError, StoreError
from roleplay.tui.glance import Glance, glances

if TYPE_CHECKING:
    from roleplay.connect import Tried
    from roleplay.persona import Persona
    from roleplay.settings import ModelSettings, Settings
    from roleplay.store import Store

NAMED = 2
"""Damaged calls named one by one."""
UNDO = 30
"""Days for which a deleted call can be brought back."""


class Opened:
    """One per app. `glance`, then `load`, then `open_store`; until then there are no prospects and no calls.

    `settle` is called once for each part that is loaded for good.
    """

    def __init__(self, settle: Callable[[], None] | None = None) -> None:
        self._settle = settle
        self._settled: set[str] = set()
        self.clock: Callable[[], float] = time.monotonic
        self.now: Callable[[], datetime] = lambda: datetime.now().astimezone()
        self.faces: list[Glance] = []
        self.personas: list[Persona] = []
        self.notice = ""
        self.faults: list[str] = []
        self.store: Store | None = None
        self._settings: Settings | None = None
        self._unopened = ""
        self._named: set[str] = set()
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

        self.faults = [self.notice] if self.notice else []
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
            self._unopened = str(error)
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

    @property
    def damaged(self) -> list[str]:
        """A line for each thing that was met and passed over, since it is damaged; they are few, or one is enough."""
        lines = list(self.store.damaged.values()) if self.store else []
        return lines if len(lines) <= NAMED else [*lines[:NAMED], f"{len(lines) - NAMED} more are damaged."]

    def unnamed(self) -> list[str]:
        """Of the damaged things those that no screen has named yet; now they are."""
        fresh = {id: said for id, said in (self.store.damaged if self.store else {}).items() if id not in self._named}
        self._named |= fresh.keys()
        return list(fresh.values())

    @property
    def shelf(self) -> Store:
        """The store. Raises StoreError when the database did not open."""
        if self.store is None:
            raise StoreError(self._unopened or "the calls cannot be read: the database did not open.")
        return self.store
