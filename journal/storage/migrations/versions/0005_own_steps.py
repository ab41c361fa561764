"""Whether an entry of hers involves touch, and where it stands among her own."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add both as not told."""
    op.add_column("catalogue_entry", sa.Column("touch", sa.Boolean(), nullable=True))
    op.add_column("catalogue_entry", sa.Column("place", sa.SmallInteger(), nullable=True))
