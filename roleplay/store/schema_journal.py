"""The tables of the journal, of what calls amounted to, of pushes and of plans."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Float, ForeignKey, Index, Integer, String, Table, Text

from roleplay.store.schema import metadata


def _of_call(*, key: bool = False) -> Column[str]:
    return Column("call", String(32), ForeignKey("calls.id", ondelete="CASCADE"), primary_key=key)


nos = Table(
    "nos",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String(40), nullable=False),
    Column("day", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("category", String(16)),
    Column("who", String(200), nullable=False),
    Column("source", String(16), nullable=False),
    Column("reply", Text, nullable=False),
    Column("move", String(40), nullable=False),
    Column("deeper", Integer, nullable=False),
    Column("came", String(16), nullable=False),
    Column("outcome", Text, nullable=False),
    Column("worth", Float),
    Column("meaning", String(24)),
    Column("behind", Text, nullable=False),
    _of_call(),
    Column("turn", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("deleted", Integer, nullable=False, default=0),
    Column("edited", Integer, nullable=False, default=0),
    Column("changed", String(40), nullable=False, default=""),
    Column("before", JSON),
    Index("ix_nos_newest", "deleted", "day", "id"),
    Index("ix_nos_tally", "deleted", "day", "call", "source", "category", "deeper", "move", "came", "meaning", "worth"),
    Index("ix_nos_call", "call", "turn"),
    Index("ix_nos_changed", "changed"),
)
"""`words` is all of an entry that is searched, case folded; `before` the entry as it was before its last change.
`ix_nos_tally` holds all that is counted, so that counting reads no words."""

digests = Table(
    "digests",
    metadata,
    _of_call(key=True),
    Column("ended", String(32), nullable=False),
    Column("card", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("success", Integer),
    Column("total", Float),
    Column("scores", String(80), nullable=False),
    Column("guessed", String(8), nullable=False, server_default=""),
)
"""`scores` are six numbers with commas between, nothing for None: read five thousand times a look, and JSON is slow.
`ended` and `card` say which state of the call was read; when the call has another, it is read again. `guessed` has a
letter for each thing guessed: y right, n wrong, - not guessed."""

pushes = Table(
    "pushes",
    metadata,
    _of_call(key=True),
    Column("turn", Integer, primary_key=True),
    Column("situation", String(40), nullable=False, index=True),
    Column("line", Text, nullable=False),
    Column("points", Float, nullable=False),
    Column("trust", Float, nullable=False),
)

plans = Table(
    "plans",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String(40), nullable=False),
    Column("cue", Text, nullable=False),
    Column("then", Text, nullable=False),
    Column("category", String(16)),
    Column("call", String(32), nullable=False),
    Column("turn", Integer, nullable=False),
)
