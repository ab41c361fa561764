"""What an owner shares, whole: taken out for a backup, and what is missing brought back.

No digest and no hash of a passphrase leaves the database, so what comes back opens nothing; what is
here already stays as it is, a link that is open too.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, select

from journal.domain.replies import Reply
from journal.domain.shared_record import KeptGrant, SharedRecord, missing_from
from journal.storage.grants import kept_grants, put_grant, utc
from journal.storage.link_passphrases import GONE
from journal.storage.replies import kept_replies, reply_row
from journal.storage.tables import ShareGrantRow, ShareOpeningRow, ShareReplyRow

SHARED: Final = (ShareGrantRow, ShareOpeningRow, ShareReplyRow)
_LAST_PLACE: Final = 32_767  # as the databases keep it


def take_shared(connection: Connection, owner_id: int) -> SharedRecord:
    """Return everything she shares, as this connection's transaction sees it."""
    row = ShareOpeningRow
    query = select(row.grant_id, row.opened_at).where(row.owner_id == owner_id).order_by(row.id)
    opened: defaultdict[str, list[datetime]] = defaultdict(list)
    for grant_id, at in connection.execute(query):
        opened[grant_id].append(utc(at))
    # Whether a link came back is told by where it is, not by what was agreed.
    grants = [replace(grant, came_back=False) for grant in kept_grants(connection, owner_id)]
    grants.sort(key=lambda grant: (grant.made_at, grant.id))
    return SharedRecord(
        tuple(KeptGrant(grant, tuple(opened[grant.id])) for grant in grants),
        tuple(kept_replies(connection, owner_id)),
    )


def put_missing_shared(connection: Connection, owner_id: int, shared: SharedRecord) -> None:
    """Bring back what of it is not here; nothing that is here is touched."""
    if not shared:
        return
    grants, replies = kept_grants(connection, owner_id), kept_replies(connection, owner_id)
    missing = missing_from(grants, replies, shared)
    for kept in missing.grants:
        asked = GONE if kept.grant.terms.has_passphrase else None
        put_grant(connection, owner_id, kept.grant, passphrase=asked)
    opened = [
        {"owner_id": owner_id, "grant_id": kept.grant.id, "opened_at": at}
        for kept in missing.grants
        for at in kept.opened_at
    ]
    written = [reply_row(owner_id, place, reply) for place, reply in _placed(missing.replies)]
    for table, rows in ((ShareOpeningRow, opened), (ShareReplyRow, written)):
        if rows:
            connection.execute(_table(table).insert(), rows)


def _placed(replies: Sequence[Reply]) -> Iterator[tuple[int, Reply]]:
    """Yield replies with their places among those of one instant, so that they keep their order."""
    for _, of_one_instant in groupby(replies, key=lambda reply: reply.made_at):
        for place, reply in enumerate(of_one_instant):
            yield min(place, _LAST_PLACE), reply


def _table(row: Any) -> Any:  # noqa: ANN401  # SQLAlchemy types it as FromClause, it is a Table
    return row.__table__
