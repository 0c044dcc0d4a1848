"""The tables as they are now; `migrations/` holds the way there."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Float, ForeignKey, Integer, MetaData, String, Table, Text

metadata = MetaData()

personas = Table(
    "personas",
    metadata,
    Column("hash", String(12), primary_key=True),
    Column("id", String(80), nullable=False),
    Column("text", Text, nullable=False),
)
"""The persona files calls were played with, so that an old call can be scored again after the file changed."""

calls = Table(
    "calls",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("persona", String(80), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("level", Integer, nullable=False),
    Column("mode", String(16), nullable=False),
    Column("model", String(200)),
    Column("setup", JSON, nullable=False),
    Column("opening", Text, nullable=False),
    Column("started", String(32), nullable=False, index=True),
    Column("outcome", String(40)),
    Column("ended_by", String(16), nullable=False, default=""),
    Column("ended", String(32), nullable=False, default=""),
    Column("deleted", Integer, nullable=False, default=0),
    Column("draft", Text, nullable=False, server_default=""),
    Column("guess", JSON(none_as_null=True)),
)
"""`deleted` is 0, or the second (Unix time) the call was put aside; `draft` is what was typed and not yet said;
`guess` is what the rep thought happened, before the card."""

turns = Table(
    "turns",
    metadata,
    Column("call", String(32), ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("said", Text, nullable=False),
    Column("reply", Text, nullable=False),
    Column("body", JSON, nullable=False),
)
"""`body` is the whole turn; `said` and `reply` stand beside it to be searched."""

cards = Table(
    "cards",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("call", String(32), ForeignKey("calls.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("made", String(32), nullable=False),
    Column("rubric", String(40), nullable=False),
    Column("total", Float),
    Column("body", JSON, nullable=False),
)
"""Every scorecard a call was given; the newest counts, the older ones are kept."""

takes = Table(
    "takes",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("call", String(32), ForeignKey("calls.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("turn", Integer, nullable=False),
    Column("made", String(32), nullable=False),
    Column("body", JSON, nullable=False),
)
"""Moments of a call played again; `body` is the whole take, the turn it begins at and its time stand beside it."""
