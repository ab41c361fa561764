"""The first tables: owners, days, moments, contexts, stages, catalogues, settings, changes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

GROWING = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create everything."""
    op.create_table(
        "owner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("revision", GROWING, server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_owner"),
        sa.UniqueConstraint("name", name="uq_owner_name"),
    )
    op.create_table(
        "catalogue_entry",
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("catalogue", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("heading", sa.String(length=120), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["owner.id"], name="fk_catalogue_entry_owner_id_owner", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("owner_id", "catalogue", "code", name="pk_catalogue_entry"),
    )
    op.create_table(
        "change",
        sa.Column("id", GROWING, autoincrement=True, nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["owner.id"], name="fk_change_owner_id_owner", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_change"),
    )
    op.create_index("ix_change_day", "change", ["owner_id", "day", "id"], unique=False)
    op.create_table(
        "context",
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=True),
        sa.Column("name", sa.String(length=120), nullable=True),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["owner.id"], name="fk_context_owner_id_owner", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("owner_id", "id", name="pk_context"),
    )
    op.create_table(
        "day",
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("mood", sa.SmallInteger(), nullable=True),
        sa.Column("desire", sa.SmallInteger(), nullable=True),
        sa.Column("connection", sa.SmallInteger(), nullable=True),
        sa.Column("calm", sa.SmallInteger(), nullable=True),
        sa.Column("energy", sa.SmallInteger(), nullable=True),
        sa.Column("stress", sa.SmallInteger(), nullable=True),
        sa.Column("sleep_quality", sa.SmallInteger(), nullable=True),
        sa.Column("sleep_hours", sa.Float(), nullable=True),
        sa.Column("bleeding", sa.String(length=32), nullable=True),
        sa.Column("not_my_period", sa.Boolean(), nullable=True),
        sa.Column("lh_test", sa.String(length=32), nullable=True),
        sa.Column("temperature_c", sa.Float(), nullable=True),
        sa.Column("temperature_disturbed", sa.Boolean(), nullable=True),
        sa.Column("mucus", sa.String(length=32), nullable=True),
        sa.Column("touch", sa.String(length=32), nullable=True),
        sa.Column("partner", sa.String(length=32), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("note_shared", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["owner.id"], name="fk_day_owner_id_owner", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("owner_id", "date", name="pk_day"),
    )
    op.create_index(
        "ix_day_bleeding",
        "day",
        ["owner_id", "date"],
        unique=False,
        sqlite_where=sa.text("bleeding IS NOT NULL"),
        postgresql_where=sa.text("bleeding IS NOT NULL"),
    )
    op.create_table(
        "moment",
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("initiator", sa.String(length=32), nullable=True),
        sa.Column("response", sa.String(length=32), nullable=True),
        sa.Column("with_whom", sa.String(length=32), nullable=True),
        sa.Column("phone_in_way", sa.Boolean(), nullable=True),
        sa.Column("minutes", sa.SmallInteger(), nullable=True),
        sa.Column("sensations", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["owner.id"], name="fk_moment_owner_id_owner", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("owner_id", "id", name="pk_moment"),
    )
    op.create_index("ix_moment_date", "moment", ["owner_id", "date"], unique=False)
    op.create_table(
        "setting",
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["owner.id"], name="fk_setting_owner_id_owner", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("owner_id", "name", name="pk_setting"),
    )
    op.create_table(
        "stage",
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["owner.id"], name="fk_stage_owner_id_owner", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("owner_id", "date", name="pk_stage"),
    )
    op.create_table(
        "day_sensation",
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("place", sa.String(length=64), nullable=False),
        sa.Column("quality", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "date"],
            ["day.owner_id", "day.date"],
            name="fk_day_sensation_owner_id_date_day",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("owner_id", "date", "place", "quality", name="pk_day_sensation"),
    )
    op.create_table(
        "day_sign",
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("strength", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "date"],
            ["day.owner_id", "day.date"],
            name="fk_day_sign_owner_id_date_day",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("owner_id", "date", "code", name="pk_day_sign"),
    )
    op.create_table(
        "field_change",
        sa.Column("change_id", GROWING, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=140), nullable=False),
        sa.Column("field", sa.String(length=140), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["change_id"],
            ["change.id"],
            name="fk_field_change_change_id_change",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("change_id", "seq", name="pk_field_change"),
    )
