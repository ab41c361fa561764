"""When what a reader wrote was first in front of her."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the column; what she answered or took is seen, and of all else it is not known."""
    op.add_column("share_reply", sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE share_reply SET seen_at = COALESCE(answered_at, taken_at)")
