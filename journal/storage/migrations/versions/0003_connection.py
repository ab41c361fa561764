"""Who noted a moment, and what she intends for a week."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make every moment so far the owner's, and add the table of intentions."""
    op.add_column(
        "moment",
        sa.Column("author", sa.String(length=32), server_default="owner", nullable=False),
    )
    op.create_table(
        "intention",
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("words", sa.String(length=120), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["owner.id"], name="fk_intention_owner_id_owner", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("owner_id", "id", name="pk_intention"),
    )
    op.create_index("ix_intention_week", "intention", ["owner_id", "week"], unique=False)
