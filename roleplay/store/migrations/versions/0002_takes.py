"""Moments played again, and the message that was being typed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "takes",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("call", sa.String(32), sa.ForeignKey("calls.id", ondelete="CASCADE"), nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("made", sa.String(32), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_index("ix_takes_call", "takes", ["call"])
    op.add_column("calls", sa.Column("draft", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("calls", "draft")
    op.drop_table("takes")
