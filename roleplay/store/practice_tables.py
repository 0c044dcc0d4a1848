"""The tables of drills: attempts, how each skill stands, the day's plans, and the calls that were looked at."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table, Text

from roleplay.store.schema import metadata

attempts = Table(
    "drill_attempts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("day", String(10), nullable=False, index=True),
    Column("skill", String(80), nullable=False),
    Column("item", String(400), nullable=False),
    Column("answer", Text, nullable=False),
    Column("ok", Integer, nullable=False),
    Column("reason", Text, nullable=False, default=""),
    Column("better", Text, nullable=False, default=""),
    Column("call", String(32), nullable=False, default="", index=True),
    Column("nos", JSON, nullable=False),
    Index("ix_drill_attempts_seen", "skill", "item", "at"),
)
"""`day` is the rep's own date, as it was for them then; `call` is "" for a drill."""

standings = Table(
    "skills",
    metadata,
    Column("skill", String(80), primary_key=True),
    Column("step", Integer, nullable=False),
    Column("due", String(10), nullable=False),
    Column("last", String(10), nullable=False),
    Column("ok", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("good", Integer, nullable=False),
)
"""Follows from the attempts; kept so that opening a screen need not read them all."""

plans = Table(
    "practice_plans",
    metadata,
    Column("day", String(10), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("skill", String(80), nullable=False),
    Column("new", Integer, nullable=False),
)

looked_at = Table(
    "practised_calls",
    metadata,
    Column("call", String(32), ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True),
    Column("ended", String(32), nullable=False),
)
"""Calls whose lessons are among the attempts, and when they had ended: a call taken up again is looked at again."""
