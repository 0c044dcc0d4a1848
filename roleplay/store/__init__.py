"""Where calls are kept: SQLite through SQLAlchemy. Importing this loads SQLAlchemy, so do it after the first frame."""

from roleplay.store.store import CallRow, Store

__all__ = ["CallRow", "Store"]
