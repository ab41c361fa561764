"""The address at which a calendar fetches the days ahead."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the table of addresses; nothing that is there is touched."""
    op.create_table(
        "calendar_address",
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["owner.id"],
            name="fk_calendar_address_owner_id_owner",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("owner_id", name="pk_calendar_address"),
        sa.UniqueConstraint("digest", name="uq_calendar_address_digest"),
    )
