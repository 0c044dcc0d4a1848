"""Calls, turns, scorecards, and the persona files they were played with."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "personas",
        sa.Column("hash", sa.String(12), primary_key=True),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "calls",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("persona", sa.String(80), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("model", sa.String(200)),
        sa.Column("setup", sa.JSON, nullable=False),
        sa.Column("opening", sa.Text, nullable=False),
        sa.Column("started", sa.String(32), nullable=False),
        sa.Column("outcome", sa.String(40)),
        sa.Column("ended_by", sa.String(16), nullable=False),
        sa.Column("ended", sa.String(32), nullable=False),
        sa.Column("deleted", sa.Integer, nullable=False),
    )
    op.create_index("ix_calls_persona", "calls", ["persona"])
    op.create_index("ix_calls_started", "calls", ["started"])
    op.create_table(
        "turns",
        sa.Column("call", sa.String(32), sa.ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("reply", sa.Text, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_table(
        "cards",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("call", sa.String(32), sa.ForeignKey("calls.id", ondelete="CASCADE"), nullable=False),
        sa.Column("made", sa.String(32), nullable=False),
        sa.Column("rubric", sa.String(40), nullable=False),
        sa.Column("total", sa.Float),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_index("ix_cards_call", "cards", ["call"])


def downgrade() -> None:
    for table in ("cards", "turns", "calls", "personas"):
        op.drop_table(table)
