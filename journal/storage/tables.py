"""The tables, typed; every row belongs to one owner, and keys begin with the owner.

A row of `day` exists only while something is recorded on that date: `NULL` is "not recorded", and a
date without a row recorded nothing.
"""

import datetime as dt
from typing import Any, Final

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Text,
    false,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# Every key and index has a name, so that a later migration can speak of it on both databases.
NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
CODE: Final = String(64)
CHOICE: Final = String(32)
# SQLite gives a rowid only to a column declared INTEGER.
GROWING: Final = BigInteger().with_variant(Integer(), "sqlite")


class Base(DeclarativeBase):
    """What all tables share."""

    metadata = MetaData(naming_convention=NAMING)


class OwnerRow(Base):
    """Whose journal it is; `revision` grows with every write to it."""

    __tablename__ = "owner"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    revision: Mapped[int] = mapped_column(GROWING, server_default="0")


class Owned:
    """A row that goes when its owner goes."""

    owner_id: Mapped[int] = mapped_column(
        ForeignKey("owner.id", ondelete="CASCADE"), primary_key=True, sort_order=-1
    )


class DayRow(Owned, Base):
    """One date's plain fields; see `domain.days.Day` for their meaning and units."""

    __tablename__ = "day"
    __table_args__ = (
        Index(
            "ix_day_bleeding",
            "owner_id",
            "date",
            sqlite_where=text("bleeding IS NOT NULL"),
            postgresql_where=text("bleeding IS NOT NULL"),
        ),
    )

    date: Mapped[dt.date] = mapped_column(primary_key=True)
    mood: Mapped[int | None] = mapped_column(SmallInteger)
    desire: Mapped[int | None] = mapped_column(SmallInteger)
    connection: Mapped[int | None] = mapped_column(SmallInteger)
    calm: Mapped[int | None] = mapped_column(SmallInteger)
    energy: Mapped[int | None] = mapped_column(SmallInteger)
    stress: Mapped[int | None] = mapped_column(SmallInteger)
    sleep_quality: Mapped[int | None] = mapped_column(SmallInteger)
    sleep_hours: Mapped[float | None] = mapped_column(Float)
    bleeding: Mapped[str | None] = mapped_column(CHOICE)
    not_my_period: Mapped[bool | None]
    lh_test: Mapped[str | None] = mapped_column(CHOICE)
    temperature_c: Mapped[float | None] = mapped_column(Float)
    temperature_disturbed: Mapped[bool | None]
    mucus: Mapped[str | None] = mapped_column(CHOICE)
    touch: Mapped[str | None] = mapped_column(CHOICE)
    partner: Mapped[str | None] = mapped_column(CHOICE)
    note: Mapped[str | None] = mapped_column(Text)
    note_shared: Mapped[bool | None]


def _of_a_day() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["owner_id", "date"], ["day.owner_id", "day.date"], ondelete="CASCADE"
    )


class DaySignRow(Base):
    """One sign on one date, with its strength."""

    __tablename__ = "day_sign"
    __table_args__ = (_of_a_day(),)

    owner_id: Mapped[int] = mapped_column(primary_key=True)
    date: Mapped[dt.date] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(CODE, primary_key=True)
    strength: Mapped[str] = mapped_column(CHOICE)


class DaySensationRow(Base):
    """One sensation felt on one date."""

    __tablename__ = "day_sensation"
    __table_args__ = (_of_a_day(),)

    owner_id: Mapped[int] = mapped_column(primary_key=True)
    date: Mapped[dt.date] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(CODE, primary_key=True)
    quality: Mapped[str] = mapped_column(CODE, primary_key=True)


class MomentRow(Owned, Base):
    """One moment; `sensations` is a list of [place, quality] pairs."""

    __tablename__ = "moment"
    __table_args__ = (Index("ix_moment_date", "owner_id", "date"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    date: Mapped[dt.date]
    kind: Mapped[str] = mapped_column(CODE)
    at: Mapped[dt.time | None]
    initiator: Mapped[str | None] = mapped_column(CHOICE)
    response: Mapped[str | None] = mapped_column(CHOICE)
    with_whom: Mapped[str | None] = mapped_column(CHOICE)
    phone_in_way: Mapped[bool | None]
    minutes: Mapped[int | None] = mapped_column(SmallInteger)
    sensations: Mapped[list[Any]] = mapped_column(JSON)
    note: Mapped[str | None] = mapped_column(Text)
    author: Mapped[str] = mapped_column(CHOICE, server_default="owner")


class ContextRow(Owned, Base):
    """One context; `end` is the first date no longer inside, NULL while it goes on."""

    __tablename__ = "context"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    kind: Mapped[str] = mapped_column(CHOICE)
    start: Mapped[dt.date]
    end: Mapped[dt.date | None]
    name: Mapped[str | None] = mapped_column(String(120))


class StageRow(Owned, Base):
    """A stage the owner declared from a date on."""

    __tablename__ = "stage"

    date: Mapped[dt.date] = mapped_column(primary_key=True)
    stage: Mapped[str] = mapped_column(CHOICE)


class CycleAnswerRow(Owned, Base):
    """What the owner answered to one question about one date."""

    __tablename__ = "cycle_answer"

    date: Mapped[dt.date] = mapped_column(primary_key=True)
    question: Mapped[str] = mapped_column(CHOICE, primary_key=True)
    reply: Mapped[str] = mapped_column(CHOICE)


class IntentionRow(Owned, Base):
    """One intention for the week that begins on `week`."""

    __tablename__ = "intention"
    __table_args__ = (Index("ix_intention_week", "owner_id", "week"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    week: Mapped[dt.date]
    words: Mapped[str] = mapped_column(String(120))
    source: Mapped[str] = mapped_column(CHOICE)
    code: Mapped[str] = mapped_column(CODE)
    done_on: Mapped[dt.date | None]


class EntryRow(Owned, Base):
    """An entry of a catalogue that is the owner's own, or that she renamed or hid.

    `touch` and `place` are said of her own steps of the ladder alone, and NULL is not said.
    """

    __tablename__ = "catalogue_entry"

    catalogue: Mapped[str] = mapped_column(CHOICE, primary_key=True)
    code: Mapped[str] = mapped_column(CODE, primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    heading: Mapped[str] = mapped_column(String(120))
    hidden: Mapped[bool]
    touch: Mapped[bool | None]
    place: Mapped[int | None] = mapped_column(SmallInteger)


class SettingRow(Owned, Base):
    """One setting of the owner's, as JSON."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(CHOICE, primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class CalendarAddressRow(Owned, Base):
    """The address at which a calendar fetches the days ahead, of which the digest alone is kept."""

    __tablename__ = "calendar_address"

    digest: Mapped[str] = mapped_column(String(64), unique=True)
    zone: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    fetched_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))


class ShareGrantRow(Owned, Base):
    """What somebody else may read; `passes` is a document of `domain.grants.Passes`.

    Of a link, `digest` is that of its secret and `passphrase` an argon2id hash; a file has neither.
    """

    __tablename__ = "share_grant"
    __table_args__ = (Index("ix_share_grant_digest", "digest", unique=True),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    recipient: Mapped[str] = mapped_column(String(80))
    passes: Mapped[Any] = mapped_column(JSON)
    as_file: Mapped[bool]
    made_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    expires_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    digest: Mapped[str | None] = mapped_column(String(64))
    passphrase: Mapped[str | None] = mapped_column(String(200))
    words: Mapped[str] = mapped_column(Text, server_default="")
    may_reply: Mapped[bool] = mapped_column(server_default=false())
    may_add_moments: Mapped[bool] = mapped_column(server_default=false())
    zone: Mapped[str] = mapped_column(String(64), server_default="UTC")


class ShareReplyRow(Owned, Base):
    """What a reader wrote (`domain.replies.Reply`), and what she answered."""

    __tablename__ = "share_reply"
    __table_args__ = (
        ForeignKeyConstraint(
            ["owner_id", "grant_id"],
            ["share_grant.owner_id", "share_grant.id"],
            ondelete="CASCADE",
        ),
        Index("ix_share_reply_owner_id_grant_id", "owner_id", "grant_id"),
        Index("ix_share_reply_owner_id_about", "owner_id", "about"),
    )

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    grant_id: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(CHOICE)
    words: Mapped[str] = mapped_column(Text)
    about: Mapped[dt.date | None]
    subject: Mapped[str] = mapped_column(String(80))
    title: Mapped[str] = mapped_column(String(200))
    moment: Mapped[str] = mapped_column(String(80))
    place: Mapped[int] = mapped_column(SmallInteger)
    made_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    answer: Mapped[str] = mapped_column(Text)
    answered_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    taken_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    seen_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))


class ShareOpeningRow(Base):
    """That a grant was opened: the instant, and nothing of who or from where."""

    __tablename__ = "share_opening"
    __table_args__ = (
        ForeignKeyConstraint(
            ["owner_id", "grant_id"],
            ["share_grant.owner_id", "share_grant.id"],
            ondelete="CASCADE",
        ),
        Index("ix_share_opening_owner_id_grant_id", "owner_id", "grant_id", "id"),
    )

    id: Mapped[int] = mapped_column(GROWING, primary_key=True, autoincrement=True)
    owner_id: Mapped[int]
    grant_id: Mapped[str] = mapped_column(String(40))
    opened_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))


class ChangeRow(Base):
    """One act that altered the record; undone as a whole."""

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_day", "owner_id", "day", "id"),)

    id: Mapped[int] = mapped_column(GROWING, primary_key=True, autoincrement=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("owner.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(CHOICE)
    made_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    words: Mapped[str] = mapped_column(String(200))
    day: Mapped[dt.date | None]
    undone_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))


class FieldChangeRow(Base):
    """What one act did to one field: the stored value before and after, NULL for not recorded."""

    __tablename__ = "field_change"

    change_id: Mapped[int] = mapped_column(
        ForeignKey("change.id", ondelete="CASCADE"), primary_key=True
    )
    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    entity: Mapped[str] = mapped_column(CHOICE)
    key: Mapped[str] = mapped_column(String(140))
    field: Mapped[str] = mapped_column(String(140))
    before: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    after: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
