"""The grants of an owner and when they were opened.

They are none of the record's history: what was withdrawn stays withdrawn, and neither undo nor a
restored backup opens anything again; she renews a link that came back herself. A stored form that
cannot be read lets nothing through.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, select, update

from journal.domain.errors import (
    GrantMissing,
    JournalError,
    LinkNotRenewed,
    LinkPassphraseMissing,
)
from journal.domain.grants import Grant, LinkTerms, MomentsShown, Opening, Passes
from journal.domain.ranges import DateRange
from journal.domain.texts import storable
from journal.domain.zones import LONGEST_ZONE
from journal.storage.tables import ShareGrantRow, ShareOpeningRow

_FLAGS: Final = ("cycle", "signs", "contexts", "findings", "notes", "card")


def put_grant(
    connection: Connection,
    owner_id: int,
    grant: Grant,
    *,
    digest: str | None = None,
    passphrase: str | None = None,
) -> None:
    """Keep a grant that is new.

    Args:
        digest: Of the secret of its link, which is nowhere kept itself.
        passphrase: The hash of its link's passphrase.
    """
    terms = grant.terms
    connection.execute(
        ShareGrantRow.__table__.insert(),  # type: ignore[attr-defined]
        {
            "owner_id": owner_id,
            "id": grant.id,
            "recipient": grant.recipient,
            "passes": passes_document(grant.passes),
            "as_file": grant.as_file,
            "made_at": grant.made_at,
            "expires_at": grant.expires_at,
            "withdrawn_at": grant.withdrawn_at,
            "digest": digest,
            "passphrase": passphrase,
            "words": storable(terms.words).strip(),
            "may_reply": terms.may_reply,
            "may_add_moments": terms.may_add_moments,
            "zone": terms.zone[:LONGEST_ZONE],
        },
    )


def kept_grants(connection: Connection, owner_id: int) -> list[Grant]:
    """Return all grants of an owner, newest first."""
    row = ShareGrantRow
    query = (
        select(row.__table__)
        .where(row.owner_id == owner_id)
        .order_by(row.made_at.desc(), row.id.desc())
    )
    return [grant_from(found) for found in connection.execute(query)]


def close_grant(connection: Connection, owner_id: int, grant_id: str, now: datetime) -> None:
    """Note that a grant was withdrawn; the first time counts.

    Raises:
        GrantMissing: It is not among hers.
    """
    row = ShareGrantRow
    hers = (row.owner_id == owner_id) & (row.id == grant_id)
    if connection.execute(select(row.id).where(hers)).first() is None:
        raise GrantMissing
    connection.execute(update(row).where(hers, row.withdrawn_at.is_(None)).values(withdrawn_at=now))


def renew_grant(
    connection: Connection,
    owner_id: int,
    grant_id: str,
    now: datetime,
    *,
    digest: str,
    passphrase: str | None,
) -> Grant:
    """Keep a new secret of a link that came back from a backup; nothing else of it changes.

    Args:
        digest: Of the new secret.
        passphrase: The hash of its new passphrase; the old one came along no more than the secret.

    Raises:
        GrantMissing: It is not among hers.
        LinkNotRenewed: It has a secret, is a file, was withdrawn, or has ended.
        LinkPassphraseMissing: It asked for a passphrase, and would not any more.
    """
    row = ShareGrantRow
    hers = (row.owner_id == owner_id) & (row.id == grant_id)
    query = select(row.__table__).where(hers)
    found = connection.execute(query).first()
    if found is None:
        raise GrantMissing
    grant = grant_from(found)
    if not grant.may_be_renewed(now):
        raise LinkNotRenewed
    if grant.terms.has_passphrase and passphrase is None:
        raise LinkPassphraseMissing
    # Another tab may have renewed or withdrawn it since it was read.
    still = hers & row.digest.is_(None) & row.withdrawn_at.is_(None)
    renewing = update(row).where(still).values(digest=digest, passphrase=passphrase)
    if not connection.execute(renewing).rowcount:
        raise LinkNotRenewed
    return grant_from(connection.execute(query).one())


def remove_grant(connection: Connection, owner_id: int, grant_id: str) -> None:
    """Forget a grant with its openings and replies.

    Raises:
        GrantMissing: It is not among hers.
    """
    row = ShareGrantRow
    hers = (row.owner_id == owner_id) & (row.id == grant_id)
    if not connection.execute(delete(row).where(hers)).rowcount:
        raise GrantMissing


def put_opening(connection: Connection, owner_id: int, grant_id: str, now: datetime) -> None:
    """Note that a grant was opened, and nothing else.

    Raises:
        GrantMissing: It is not among hers.
    """
    row = ShareGrantRow
    hers = (row.owner_id == owner_id) & (row.id == grant_id)
    if connection.execute(select(row.id).where(hers)).first() is None:
        raise GrantMissing
    connection.execute(
        ShareOpeningRow.__table__.insert(),  # type: ignore[attr-defined]
        {"owner_id": owner_id, "grant_id": grant_id, "opened_at": now},
    )


def kept_openings(connection: Connection, owner_id: int, grant_id: str) -> list[Opening]:
    """Return when a grant was opened, newest first."""
    row = ShareOpeningRow
    query = (
        select(row.grant_id, row.opened_at)
        .where(row.owner_id == owner_id, row.grant_id == grant_id)
        .order_by(row.id.desc())
    )
    found = connection.execute(query)
    return [Opening(each.grant_id, utc(each.opened_at)) for each in found]


def passes_document(passes: Passes) -> dict[str, Any]:
    """Return what passes as JSON keeps it."""
    dates = passes.dates
    return {
        "dates": None if dates is None else [dates.start.isoformat(), dates.end.isoformat()],
        "rolling_days": passes.rolling_days,
        "ratings": sorted(passes.ratings),
        "moments": passes.moments.value,
        **{name: getattr(passes, name) for name in _FLAGS},
    }


def passes_from(stored: object) -> Passes:
    """Return what passes; nothing does where it cannot be read."""
    if not isinstance(stored, Mapping):
        return Passes()
    try:
        dates = stored["dates"]
        return Passes(
            dates=None if dates is None else DateRange(*map(date.fromisoformat, dates)),
            rolling_days=int(stored["rolling_days"]),
            ratings=frozenset(map(str, stored["ratings"])),
            moments=MomentsShown(stored["moments"]),
            **{name: stored.get(name) is True for name in _FLAGS},
        )
    except (JournalError, KeyError, TypeError, ValueError):
        return Passes()


def grant_from(row: Any) -> Grant:  # noqa: ANN401  # a row
    """Return the grant a row keeps."""
    return Grant(
        id=row.id,
        recipient=row.recipient,
        passes=passes_from(row.passes),
        as_file=row.as_file,
        made_at=utc(row.made_at),
        expires_at=row.expires_at and utc(row.expires_at),
        withdrawn_at=row.withdrawn_at and utc(row.withdrawn_at),
        terms=LinkTerms(
            words=row.words,
            may_reply=row.may_reply,
            may_add_moments=row.may_add_moments,
            zone=row.zone,
            has_passphrase=row.passphrase is not None,
        ),
        came_back=not row.as_file and row.digest is None,
    )


def utc(stored: datetime) -> datetime:
    """Return a stored instant in UTC; SQLite forgets the zone."""
    return stored.astimezone(UTC) if stored.tzinfo else stored.replace(tzinfo=UTC)
