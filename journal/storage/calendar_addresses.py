"""The address of an owner's calendar: one at most, found by the digest of its secret.

It is no part of the record and none of its history: an address that was withdrawn stays withdrawn,
and its digest is gone. A fetch is noted without raising the journal's revision, as nothing in the
journal changes by it.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final

from sqlalchemy import Connection, Engine, delete, select, update
from sqlalchemy.exc import OperationalError

from journal.domain.calendar_address import CalendarAddress
from journal.domain.errors import JournalNotWritten
from journal.domain.journal import ReadableJournal
from journal.domain.link_secrets import is_secret, new_secret, same_digest, secret_digest
from journal.domain.own_calendar import OwnCalendar, new_calendar_key
from journal.domain.owner_settings import OwnerSettings
from journal.domain.zones import LONGEST_ZONE, zone_named
from journal.storage.engine import WRITES, dialect_insert
from journal.storage.kept_settings import settings_document, settings_from
from journal.storage.reading import ReadingJournal
from journal.storage.tables import CalendarAddressRow, OwnerRow, SettingRow

_CALENDAR: Final = "own_calendar"


@dataclass(frozen=True, slots=True)
class OpenedCalendar:
    """What an address opens.

    Attributes:
        journal: Whose days ahead they are; it has no way to write.
        today: The date where she was when she made the address.
    """

    journal: ReadableJournal
    today: date


def opened_calendar(engine: Engine, secret: str, now: datetime) -> OpenedCalendar | None:
    """Return what the address with this secret opens, and note that it was asked for.

    Args:
        now: The present instant, UTC.

    Returns:
        None when no such address is open: never made, withdrawn, or no secret at all.

    Raises:
        JournalNotWritten: That it was asked for could not be noted, so it opens nothing.
    """
    if not is_secret(secret):
        return None
    row, digest = CalendarAddressRow, secret_digest(secret)
    with engine.connect() as connection:
        found = connection.execute(
            select(row.owner_id, row.zone, row.digest).where(row.digest == digest)
        ).first()
    # Strangers' guesses end here: they take no lock that her own saving would wait for.
    if found is None or not same_digest(found.digest, digest):
        return None
    try:
        with engine.connect().execution_options(**{WRITES: True}) as writing, writing.begin():
            _give_key(writing, found.owner_id)
            noted = writing.execute(
                update(row).where(row.digest == digest).values(fetched_at=now)
            ).rowcount
    except OperationalError as failure:
        raise JournalNotWritten from failure
    if not noted:  # withdrawn in between
        return None
    today = now.astimezone(zone_named(found.zone)).date()
    return OpenedCalendar(ReadingJournal(engine, found.owner_id), today)


def kept_address(connection: Connection, owner_id: int) -> CalendarAddress | None:
    """Return the address that is open for an owner."""
    row = CalendarAddressRow
    found = connection.execute(
        select(row.made_at, row.fetched_at, row.zone).where(row.owner_id == owner_id)
    ).first()
    if found is None:
        return None
    fetched_at = found.fetched_at and _utc(found.fetched_at)
    return CalendarAddress(_utc(found.made_at), found.zone, fetched_at)


def put_new_address(connection: Connection, owner_id: int, zone: str, now: datetime) -> str:
    """Open an address in place of the one before, and return its secret, which is not kept."""
    secret = new_secret()
    remove_address(connection, owner_id)
    connection.execute(
        CalendarAddressRow.__table__.insert(),  # type: ignore[attr-defined]
        {
            "owner_id": owner_id,
            "digest": secret_digest(secret),
            "zone": zone[:LONGEST_ZONE],
            "made_at": now,
        },
    )
    return secret


def remove_address(connection: Connection, owner_id: int) -> None:
    """Close the address of an owner, if one is open."""
    connection.execute(delete(CalendarAddressRow).where(CalendarAddressRow.owner_id == owner_id))


def _give_key(connection: Connection, owner_id: int) -> None:
    """Give the journal the key of its calendar's entries, where no file gave it one before."""
    if _wanted(connection, owner_id).key:
        return
    # Takes turns with her own writing, so that what she changes meanwhile is not overwritten.
    connection.execute(select(OwnerRow.id).where(OwnerRow.id == owner_id).with_for_update())
    wanted = _wanted(connection, owner_id)
    given = OwnerSettings(own_calendar=replace(wanted, key=wanted.key or new_calendar_key()))
    insert = dialect_insert(connection.dialect)(SettingRow)
    connection.execute(
        insert.on_conflict_do_update(
            index_elements=["owner_id", "name"], set_={"value": insert.excluded.value}
        ),
        {"owner_id": owner_id, "name": _CALENDAR, "value": settings_document(given)[_CALENDAR]},
    )


def _wanted(connection: Connection, owner_id: int) -> OwnCalendar:
    """Return what the owner wants in her calendar."""
    row = SettingRow
    query = select(row.value).where(row.owner_id == owner_id, row.name == _CALENDAR)
    return settings_from({_CALENDAR: connection.execute(query).scalar()}).own_calendar


def _utc(stored: datetime) -> datetime:
    """Return a stored instant in UTC; SQLite forgets the zone."""
    return stored if stored.tzinfo else stored.replace(tzinfo=UTC)
