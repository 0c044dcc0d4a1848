"""What the screens and the first call need, loaded once behind the lobby.

One thread loads all of it, and nothing that loads late is asked for before that is done: two threads that import each
other's halves would wait for each other for good, or meet a module that is not finished.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import roleplay

LATER = ("cli", "__main__", "simulate", "store.migrations", "llm", "export", "backup", "connect")
"""Parts that are for the command line, or load when they are first used, by then alone."""


def modules() -> Iterator[str]:
    """The names of the modules the app may come to need."""
    begun = tuple(f"{roleplay.__name__}.{part}" for part in LATER)
    for found in walk_packages(roleplay.__path__, f"{roleplay.__name__}."):
        if not any(found.name == name or found.name.startswith(f"{name}.") for name in begun):
            yield found.name


def warm() -> None:
    """Load them, and read the weights the first message is read with."""
    for name in modules():
        import_module(name)
    from roleplay import listener
    from roleplay.listener.encoder import Encoder

    listener.read_rep("hello")
    Encoder.load()  # a greeting leaves no doubt to ask it about
