"""What the rep thought happened, kept with the call, and how often they were right."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("calls", sa.Column("guess", sa.JSON))
    op.add_column("digests", sa.Column("guessed", sa.String(8), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("digests", "guessed")
    op.drop_column("calls", "guess")
