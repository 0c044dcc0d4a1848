"""The no journal, what each call amounted to, where the rep pushed, and plans."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "nos",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("category", sa.String(16)),
        sa.Column("who", sa.String(200), nullable=False),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("reply", sa.Text, nullable=False),
        sa.Column("move", sa.String(40), nullable=False),
        sa.Column("deeper", sa.Integer, nullable=False),
        sa.Column("came", sa.String(16), nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("worth", sa.Float),
        sa.Column("meaning", sa.String(24)),
        sa.Column("behind", sa.Text, nullable=False),
        sa.Column("call", sa.String(32), sa.ForeignKey("calls.id", ondelete="CASCADE")),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("deleted", sa.Integer, nullable=False),
        sa.Column("edited", sa.Integer, nullable=False),
        sa.Column("changed", sa.String(40), nullable=False),
        sa.Column("before", sa.JSON),
    )
    op.create_index("ix_nos_newest", "nos", ["deleted", "day", "id"])
    tally = ["deleted", "day", "call", "source", "category", "deeper", "move", "came", "meaning", "worth"]
    op.create_index("ix_nos_tally", "nos", tally)
    op.create_index("ix_nos_call", "nos", ["call", "turn"])
    op.create_index("ix_nos_changed", "nos", ["changed"])
    op.create_table(
        "digests",
        sa.Column("call", sa.String(32), sa.ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("ended", sa.String(32), nullable=False),
        sa.Column("card", sa.Integer, nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("success", sa.Integer),
        sa.Column("total", sa.Float),
        sa.Column("scores", sa.String(80), nullable=False),
    )
    op.create_table(
        "pushes",
        sa.Column("call", sa.String(32), sa.ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("turn", sa.Integer, primary_key=True),
        sa.Column("situation", sa.String(40), nullable=False),
        sa.Column("line", sa.Text, nullable=False),
        sa.Column("points", sa.Float, nullable=False),
        sa.Column("trust", sa.Float, nullable=False),
    )
    op.create_index("ix_pushes_situation", "pushes", ["situation"])
    op.create_table(
        "plans",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("cue", sa.Text, nullable=False),
        sa.Column("then", sa.Text, nullable=False),
        sa.Column("category", sa.String(16)),
        sa.Column("call", sa.String(32), nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    for table in ("plans", "pushes", "digests", "nos"):
        op.drop_table(table)
