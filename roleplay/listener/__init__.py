"""The listener: plain text to moves, and prospect lines to replies. Deterministic, offline, each reading with its cue.

Importing this costs nothing; the tables and weights of a reader load when it first reads.
"""

from __future__ import annotations

from roleplay.listener.scope import Scope
from roleplay.model import Line, Reading

__all__ = ["Line", "Reading", "Scope", "read_prospect", "read_rep"]

_ANYWHERE = Scope()


def read_rep(text: str, scope: Scope = _ANYWHERE) -> Reading:
    """What a rep's message does, in the light of the call so far. Never raises."""
    from roleplay.listener import rep

    return rep.read_rep(text, scope)


def read_prospect(text: str, prev: str | None = None) -> Line:
    """What a prospect's line does; `prev` is the line of the rep it answers. Never raises."""
    from roleplay.listener import prospect

    return prospect.read_prospect(text, prev)
