"""Links, found by the digest of their secret, and what their readers write back."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add columns that say nothing of what was given before, and the table of replies."""
    for column in (
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("passphrase", sa.String(length=200), nullable=True),
        sa.Column("words", sa.Text(), nullable=False, server_default=""),
        sa.Column("may_reply", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("may_add_moments", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("zone", sa.String(length=64), nullable=False, server_default="UTC"),
    ):
        op.add_column("share_grant", column)
    op.create_index("ix_share_grant_digest", "share_grant", ["digest"], unique=True)
    _add_replies()


def _add_replies() -> None:
    op.create_table(
        "share_reply",
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("grant_id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("about", sa.Date(), nullable=True),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("moment", sa.String(length=80), nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["owner.id"], name="fk_share_reply_owner_id_owner", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["owner_id", "grant_id"],
            ["share_grant.owner_id", "share_grant.id"],
            name="fk_share_reply_owner_id_grant_id_share_grant",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("owner_id", "id", name="pk_share_reply"),
    )
    op.create_index("ix_share_reply_owner_id_grant_id", "share_reply", ["owner_id", "grant_id"])
    op.create_index("ix_share_reply_owner_id_about", "share_reply", ["owner_id", "about"])
