"""What readers wrote back by the grants of an owner, and what she answered.

Like grants it is none of the record's history; a backup holds it (`storage.shared_snapshots`).
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, delete, func, select, update

from journal.domain.replies import MOST_REPLIES, RepliesTooMany, Reply, ReplyKind, ReplyMissing
from journal.storage.grants import utc
from journal.storage.tables import ShareReplyRow

# A finding has no name of its own: what it is about is told by its sentence, the title.
_MATTERS: Final = ("kind", "words", "date", "subject", "title", "moment")


def put_replies(
    connection: Connection, owner_id: int, grant_id: str, replies: Sequence[Reply], now: datetime
) -> int:
    """Keep replies by a grant that is there; one that says the same of the same is kept once.

    Sending twice is how a lost answer is made good; so the same again is no second reply.

    Returns:
        How many were not there yet.

    Raises:
        RepliesTooMany: There is no room for them.
    """
    row = ShareReplyRow
    known = {_said(kept) for kept in kept_replies(connection, owner_id, row.grant_id == grant_id)}
    fresh: dict[tuple[object, ...], Reply] = {}
    for reply in replies:
        kept = reply.kept()
        if _said(kept) not in known:
            fresh.setdefault(_said(kept), kept)
    if len(known) + len(fresh) > MOST_REPLIES:
        raise RepliesTooMany(MOST_REPLIES)
    if fresh:
        made = [
            replace(reply, id=uuid4().hex, grant_id=grant_id, made_at=now)
            for reply in fresh.values()
        ]
        connection.execute(
            row.__table__.insert(),  # type: ignore[attr-defined]
            [reply_row(owner_id, place, reply) for place, reply in enumerate(made)],
        )
    return len(fresh)


def kept_replies(connection: Connection, owner_id: int, *which: ColumnElement[bool]) -> list[Reply]:
    """Return replies to an owner, oldest first."""
    row = ShareReplyRow
    query = (
        select(row.__table__)
        .where(row.owner_id == owner_id, *which)
        .order_by(row.made_at, row.place, row.id)
    )
    return [_reply_from(found) for found in connection.execute(query)]


def change_reply(
    connection: Connection, owner_id: int, reply_id: str, now: datetime, **values: object
) -> None:
    """Set what is hers of a reply; what she does something about she has seen.

    Raises:
        ReplyMissing: It is not among hers.
    """
    row = ShareReplyRow
    hers = (row.owner_id == owner_id) & (row.id == reply_id)
    seen_at = func.coalesce(row.seen_at, now)
    changing = update(row).where(hers).values(**values, seen_at=seen_at)
    if not connection.execute(changing).rowcount:
        raise ReplyMissing


def mark_seen(
    connection: Connection, owner_id: int, reply_ids: Collection[str], now: datetime
) -> None:
    """Mark as seen those of hers that are not yet; what is not among hers is left alone."""
    row = ShareReplyRow
    unseen = (row.owner_id == owner_id) & row.id.in_(reply_ids) & row.seen_at.is_(None)
    connection.execute(update(row).where(unseen).values(seen_at=now))


def delete_reply(connection: Connection, owner_id: int, reply_id: str) -> None:
    """Remove a reply.

    Raises:
        ReplyMissing: It is not among hers.
    """
    row = ShareReplyRow
    hers = (row.owner_id == owner_id) & (row.id == reply_id)
    if not connection.execute(delete(row).where(hers)).rowcount:
        raise ReplyMissing


def _said(reply: Reply) -> tuple[object, ...]:
    return tuple(getattr(reply, name) for name in _MATTERS)


def reply_row(owner_id: int, place: int, reply: Reply) -> dict[str, object]:
    """Return the row of a reply; `place` is that among those of one instant."""
    return {
        "owner_id": owner_id,
        "id": reply.id,
        "grant_id": reply.grant_id,
        "kind": reply.kind.value,
        "words": reply.words,
        "about": reply.date,
        "subject": reply.subject,
        "title": reply.title,
        "moment": reply.moment,
        "made_at": reply.made_at,
        "place": place,
        "answer": reply.answer,
        "answered_at": reply.answered_at,
        "taken_at": reply.taken_at,
        "seen_at": reply.seen_at,
    }


def _reply_from(row: Any) -> Reply:  # noqa: ANN401  # a row
    return Reply(
        kind=ReplyKind(row.kind),
        words=row.words,
        date=row.about,
        subject=row.subject,
        title=row.title,
        moment=row.moment,
        id=row.id,
        grant_id=row.grant_id,
        made_at=utc(row.made_at),
        answer=row.answer,
        answered_at=row.answered_at and utc(row.answered_at),
        taken_at=row.taken_at and utc(row.taken_at),
        seen_at=row.seen_at and utc(row.seen_at),
    )
