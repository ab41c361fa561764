"""What the owner answered about where her cycles start."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the table of answers; nothing that is there is touched."""
    op.create_table(
        "cycle_answer",
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("question", sa.String(length=32), nullable=False),
        sa.Column("reply", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["owner.id"], name="fk_cycle_answer_owner_id_owner", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("owner_id", "date", "question", name="pk_cycle_answer"),
    )
