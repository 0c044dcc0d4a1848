"""Where calls are kept: SQLite through SQLAlchemy. Importing this loads SQLAlchemy, so do it after the first frame."""

from roleplay.store.rows import CallRow
from roleplay.store.store import Store

__all__ = ["CallRow", "Store"]
