"""What the owner removed, read from the history in one query; the rule: `domain.removals`."""

from sqlalchemy import Connection, and_, func, select

from journal.domain.removals import Removals
from journal.storage.tables import ChangeRow, FieldChangeRow


def removals(connection: Connection, owner_id: int) -> Removals:
    """Return what is removed as the history stands.

    The history is gone through once for what was cleared, and only what was is looked up again.
    """
    what, act = FieldChangeRow, ChangeRow
    addressed = (what.entity, what.key, what.field)
    stands = and_(act.owner_id == owner_id, act.undone_at.is_(None))
    cleared = (
        select(*addressed, func.max(what.change_id).label("last"))
        .join(act, act.id == what.change_id)
        .where(stands, what.after.is_(None))
        .group_by(*addressed)
        .cte("cleared")
    )
    same = and_(*(cleared.c[column.key] == column for column in addressed))
    query = (
        select(*addressed)
        .join(act, act.id == what.change_id)
        .join(cleared, same)
        .where(stands, what.after.is_not(None))
        .group_by(*addressed, cleared.c.last)
        .having(func.max(what.change_id) < cleared.c.last)
    )
    return Removals(frozenset((row[0], row[1], row[2]) for row in connection.execute(query)))
