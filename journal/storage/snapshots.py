"""A journal whole: read in one transaction, and put in place of another in one transaction.

The acts of a restored history get new numbers, above all that were ever given in this journal: an
undo that a page still offers for an act from before must never meet another one.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, delete, func, select

from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.changes import ChangeKind
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.domain.snapshot import FieldChange, PastChange, RecordSnapshot, StoredSettings
from journal.storage.editing import FieldEdit, put
from journal.storage.edits import (
    answer_edit,
    context_edit,
    day_edits,
    entry_edit,
    intention_edit,
    moment_edit,
    stage_edit,
)
from journal.storage.kept_settings import settings_document, settings_from
from journal.storage.reading import ReadingJournal
from journal.storage.rows import entry_from
from journal.storage.shared_snapshots import put_missing_shared, take_shared
from journal.storage.tables import (
    ChangeRow,
    ContextRow,
    CycleAnswerRow,
    DayRow,
    DaySensationRow,
    DaySignRow,
    EntryRow,
    FieldChangeRow,
    IntentionRow,
    MomentRow,
    SettingRow,
    StageRow,
)

_EVERY_DAY: Final = DateRange(date.min, date.max)
_ROWS_AT_ONCE: Final = 2000
# What is replaced besides the history; a day's signs and sensations go before their day.
RECORD: Final = (
    *(DaySignRow, DaySensationRow, DayRow, MomentRow, ContextRow, StageRow),
    *(CycleAnswerRow, IntentionRow, EntryRow, SettingRow),
)


class _AtOnce(ReadingJournal):
    """A journal read through one connection, so that all it says is of one moment."""

    def __init__(self, connection: Connection, owner_id: int) -> None:
        super().__init__(connection.engine, owner_id)
        self._connection = connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        yield self._connection


def take_snapshot(connection: Connection, owner_id: int) -> RecordSnapshot:
    """Return the whole journal as this connection's transaction sees it."""
    journal = _AtOnce(connection, owner_id)
    return RecordSnapshot(
        days=journal.days(_EVERY_DAY),
        # Databases disagree on where a moment without a time of day stands.
        moments=sorted(journal.moments(_EVERY_DAY), key=lambda moment: (moment.date, moment.id)),
        contexts=journal.contexts(),
        stages=journal.stages(),
        cycle_answers=journal.cycle_answers(),
        intentions=journal.intentions(),
        entries=_entries(connection, owner_id),
        settings=settings_document(journal.settings()),
        changes=_changes(connection, owner_id),
        shared=take_shared(connection, owner_id),
    )


def put_snapshot(connection: Connection, owner_id: int, snapshot: RecordSnapshot) -> None:
    """Make the journal what the snapshot says; of what was there before only what is shared stays.

    Raises:
        JournalError: A value no journal keeps; the transaction must be given up then.
    """
    for table in RECORD:
        connection.execute(delete(table).where(table.owner_id == owner_id))
    put(connection, owner_id, _edits(snapshot))
    _put_settings(connection, owner_id, snapshot.settings)
    _put_changes(connection, owner_id, snapshot.changes)
    put_missing_shared(connection, owner_id, snapshot.shared)


def _entries(connection: Connection, owner_id: int) -> list[tuple[CatalogueName, Entry]]:
    query = select(EntryRow.__table__).where(EntryRow.owner_id == owner_id)
    found = [(CatalogueName(row.catalogue), entry_from(row)) for row in connection.execute(query)]
    # Sorted here: databases disagree on letters beside underscores.
    return sorted(found, key=lambda pair: (pair[0].value, pair[1].code))


def _changes(connection: Connection, owner_id: int) -> list[PastChange]:
    of_owner = ChangeRow.owner_id == owner_id
    acts = connection.execute(select(ChangeRow.__table__).where(of_owner).order_by(ChangeRow.id))
    what = FieldChangeRow
    columns = (what.change_id, what.entity, what.key, what.field, what.before, what.after)
    query = (
        select(*columns)
        .join(ChangeRow, ChangeRow.id == what.change_id)
        .where(of_owner)
        .order_by(what.change_id, what.seq)
    )
    fields = {
        change_id: [FieldChange(*row[1:]) for row in rows]
        for change_id, rows in groupby(connection.execute(query), lambda row: row[0])
    }
    return [
        PastChange(
            ChangeKind(row.kind),
            _utc(row.made_at),
            row.words,
            row.day,
            row.undone_at and _utc(row.undone_at),
            fields.get(row.id, []),
        )
        for row in acts
    ]


def _utc(at: datetime) -> datetime:
    """Return an instant with its zone, which SQLite forgets and which is always UTC."""
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def _edits(snapshot: RecordSnapshot) -> list[FieldEdit]:
    edits = [edit for day in snapshot.days for edit in day_edits(day.date, day.recorded)]
    edits += [moment_edit(item) for item in snapshot.moments]
    edits += [context_edit(item) for item in snapshot.contexts]
    edits += [stage_edit(item) for item in snapshot.stages]
    edits += [answer_edit(item) for item in snapshot.cycle_answers]
    edits += [intention_edit(item) for item in snapshot.intentions]
    edits += [entry_edit(name, entry) for name, entry in snapshot.entries]
    return edits


def _put_settings(connection: Connection, owner_id: int, settings: StoredSettings) -> None:
    """Keep what differs from what holds unsaid, as a later version may hold something else."""
    usual = settings_document(OwnerSettings())
    kept = settings_document(settings_from(settings))
    rows = [
        {"owner_id": owner_id, "name": name, "value": value}
        for name, value in kept.items()
        if usual[name] != value
    ]
    if rows:
        connection.execute(_table(SettingRow).insert(), rows)


def _put_changes(connection: Connection, owner_id: int, changes: Sequence[PastChange]) -> None:
    newest = connection.execute(
        select(func.max(ChangeRow.id)).where(ChangeRow.owner_id == owner_id)
    ).scalar()
    insert = (
        _table(ChangeRow).insert().returning(_table(ChangeRow).c.id, sort_by_parameter_order=True)
    )
    for start in range(0, len(changes), _ROWS_AT_ONCE):
        acts = changes[start : start + _ROWS_AT_ONCE]
        ids = connection.execute(insert, [_act_row(owner_id, act) for act in acts]).scalars().all()
        rows = [
            _field_row(change_id, seq, field)
            for change_id, act in zip(ids, acts, strict=True)
            for seq, field in enumerate(act.fields)
        ]
        if rows:
            connection.execute(_table(FieldChangeRow).insert(), rows)
    if newest is not None:
        before = (ChangeRow.owner_id == owner_id) & (ChangeRow.id <= newest)
        gone = select(ChangeRow.id).where(before)
        connection.execute(delete(FieldChangeRow).where(FieldChangeRow.change_id.in_(gone)))
        connection.execute(delete(ChangeRow).where(before))


def _act_row(owner_id: int, act: PastChange) -> dict[str, Any]:
    return {
        "owner_id": owner_id,
        "kind": act.kind.value,
        "made_at": act.made_at,
        "words": act.words,
        "day": act.day,
        "undone_at": act.undone_at,
    }


def _field_row(change_id: int, seq: int, field: FieldChange) -> dict[str, Any]:
    return {
        "change_id": change_id,
        "seq": seq,
        "entity": field.entity,
        "key": field.key,
        "field": field.field,
        "before": field.before,
        "after": field.after,
    }


def _table(row: Any) -> Any:  # noqa: ANN401  # SQLAlchemy types it as FromClause, it is a Table
    return row.__table__
