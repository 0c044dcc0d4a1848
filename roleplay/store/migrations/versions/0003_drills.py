"""Drill attempts, how each skill stands, the day's plans, and the calls that were looked at."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "drill_attempts",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("skill", sa.String(80), nullable=False),
        sa.Column("item", sa.String(400), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("ok", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("better", sa.Text, nullable=False),
        sa.Column("call", sa.String(32), nullable=False),
        sa.Column("nos", sa.JSON, nullable=False),
    )
    op.create_index("ix_drill_attempts_day", "drill_attempts", ["day"])
    op.create_index("ix_drill_attempts_call", "drill_attempts", ["call"])
    op.create_index("ix_drill_attempts_seen", "drill_attempts", ["skill", "item", "at"])
    op.create_table(
        "skills",
        sa.Column("skill", sa.String(80), primary_key=True),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("due", sa.String(10), nullable=False),
        sa.Column("last", sa.String(10), nullable=False),
        sa.Column("ok", sa.Integer, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("good", sa.Integer, nullable=False),
    )
    op.create_table(
        "practice_plans",
        sa.Column("day", sa.String(10), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("skill", sa.String(80), nullable=False),
        sa.Column("new", sa.Integer, nullable=False),
    )
    op.create_table(
        "practised_calls",
        sa.Column("call", sa.String(32), sa.ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("ended", sa.String(32), nullable=False),
    )


def downgrade() -> None:
    for table in ("practised_calls", "practice_plans", "skills", "drill_attempts"):
        op.drop_table(table)
