"""Setting what is stored, in bulk, with what stood there before: the ground of saving and undoing.

Everything is addressed as *entity, key, field*. A day's fields are edited one by one, so that two
open tabs never overwrite each other; a moment, a context, a stage, an answer and a catalogue entry
are edited whole, as *documents*: their columns in stored form, under the empty field name.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final, TypeAlias

from sqlalchemy import Connection, and_, bindparam, delete, not_, or_, select, update

from journal.domain.days import (
    PLAIN_FIELDS,
    SENSATION_PREFIX,
    SIGN_PREFIX,
    Sensation,
    sensation_field,
    sensation_of,
)
from journal.domain.texts import storable
from journal.storage.engine import dialect_insert
from journal.storage.tables import (
    Base,
    ContextRow,
    CycleAnswerRow,
    DayRow,
    DaySensationRow,
    DaySignRow,
    EntryRow,
    IntentionRow,
    MomentRow,
    StageRow,
)

DAY: Final = "day"
Fields: TypeAlias = Mapping[str, Any]
_DOCUMENTS: Final[Mapping[str, type[Base]]] = {
    "moment": MomentRow,
    "context": ContextRow,
    "stage": StageRow,
    "cycle_answer": CycleAnswerRow,
    "intention": IntentionRow,
    "entry": EntryRow,
}
_FEW: Final = 200  # keys to name one by one; databases bound the length of a list of parameters


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """One field and the stored value it takes; None clears it."""

    entity: str
    key: str
    field: str
    value: Any


def load(connection: Connection, owner_id: int, edits: Iterable[FieldEdit]) -> dict[FieldEdit, Any]:
    """Return what stands now in each field the edits speak of."""
    edits = list(edits)
    of_days = [edit for edit in edits if edit.entity == DAY]
    days = _load_days(connection, owner_id, of_days) if of_days else {}
    documents = {
        entity: _load_documents(
            connection, owner_id, row, [edit.key for edit in edits if edit.entity == entity]
        )
        for entity, row in _DOCUMENTS.items()
    }
    return {
        edit: days.get(date.fromisoformat(edit.key), {}).get(edit.field)
        if edit.entity == DAY
        else documents[edit.entity].get(edit.key)
        for edit in edits
    }


def as_of_now(edit: FieldEdit, value: Any) -> Any:  # noqa: ANN401
    """Return a remembered value as this version stores it.

    A document from before a column was added knows nothing of it, and takes what the column gave
    the rows that were there: its default, or nothing.
    """
    if edit.entity == DAY or value is None:
        return value
    columns: Any = _DOCUMENTS[edit.entity].__table__.columns
    given = {
        column.name: None if column.server_default is None else str(column.server_default.arg)
        for column in columns
        if column.name != "owner_id" and not column.primary_key
    }
    return given | value


def put(connection: Connection, owner_id: int, edits: Sequence[FieldEdit]) -> None:
    """Make every field what its edit says."""
    days: dict[date, dict[str, Any]] = defaultdict(dict)
    documents: dict[str, dict[str, Any]] = defaultdict(dict)
    for edit in edits:
        if edit.entity == DAY:
            days[date.fromisoformat(edit.key)][edit.field] = edit.value
        else:
            documents[edit.entity][edit.key] = edit.value
    if days:
        _put_days(connection, owner_id, days)
    for entity, by_key in documents.items():
        _put_documents(connection, owner_id, _DOCUMENTS[entity], by_key)


def _load_days(
    connection: Connection, owner_id: int, edits: Sequence[FieldEdit]
) -> dict[date, dict[str, Any]]:
    """Return the fields recorded on the dates of the edits, from the tables the edits speak of."""
    dates = sorted({date.fromisoformat(edit.key) for edit in edits})
    kinds = {edit.field.partition(":")[0] + ":" for edit in edits if ":" in edit.field}
    found: dict[date, dict[str, Any]] = defaultdict(dict)

    def of(row: Any) -> Any:  # noqa: ANN401  # any dated table
        return connection.execute(
            select(row.__table__).where(
                row.owner_id == owner_id, row.date.between(dates[0], dates[-1])
            )
        )

    for stored in of(DayRow) if any(":" not in edit.field for edit in edits) else ():
        found[stored.date] = {
            name: getattr(stored, name)
            for name in PLAIN_FIELDS
            if getattr(stored, name) is not None
        }
    for sign in of(DaySignRow) if SIGN_PREFIX in kinds else ():
        found[sign.date][SIGN_PREFIX + sign.code] = sign.strength
    for felt in of(DaySensationRow) if SENSATION_PREFIX in kinds else ():
        found[felt.date][sensation_field(Sensation(felt.place, felt.quality))] = True
    return found


def _put_days(connection: Connection, owner_id: int, days: Mapping[date, Fields]) -> None:
    insert = dialect_insert(connection.dialect)
    connection.execute(
        insert(DayRow).on_conflict_do_nothing(),
        [{"owner_id": owner_id, "date": day} for day in days],
    )
    _put_plain(connection, owner_id, days)
    _put_signs(connection, owner_id, days)
    _put_sensations(connection, owner_id, days)
    if any(value is None for fields in days.values() for value in fields.values()):
        _drop_empty(connection, owner_id, sorted(days))


def _put_plain(connection: Connection, owner_id: int, days: Mapping[date, Fields]) -> None:
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for day, fields in days.items():
        plain = {name: value for name, value in fields.items() if name in PLAIN_FIELDS}
        if plain:
            alike[tuple(sorted(plain))].append({"_date": day} | plain)
    for names, rows in alike.items():
        statement = (
            update(DayRow.__table__)  # type: ignore[arg-type]  # declared as FromClause, is a Table
            .where(DayRow.owner_id == owner_id, DayRow.date == bindparam("_date"))
            .values({name: bindparam(name) for name in names})
        )
        connection.execute(statement, rows)


def _put_signs(connection: Connection, owner_id: int, days: Mapping[date, Fields]) -> None:
    rows = [
        {
            "owner_id": owner_id,
            "date": day,
            "code": name.removeprefix(SIGN_PREFIX),
            "strength": value,
        }
        for day, fields in days.items()
        for name, value in fields.items()
        if name.startswith(SIGN_PREFIX)
    ]
    _replace(connection, DaySignRow.__table__, rows, lambda row: row["strength"] is not None)


def _put_sensations(connection: Connection, owner_id: int, days: Mapping[date, Fields]) -> None:
    rows, felt = [], {}
    for day, fields in days.items():
        for name, value in fields.items():
            if name.startswith(SENSATION_PREFIX):
                sensation = sensation_of(name)
                key = (day, sensation.place, sensation.quality)
                rows.append(
                    {
                        "owner_id": owner_id,
                        "date": day,
                        "place": sensation.place,
                        "quality": sensation.quality,
                    }
                )
                felt[key] = bool(value)
    _replace(
        connection,
        DaySensationRow.__table__,
        rows,
        lambda row: felt[row["date"], row["place"], row["quality"]],
    )


def _replace(connection: Connection, table: Any, rows: Sequence[dict[str, Any]], keep: Any) -> None:  # noqa: ANN401
    """Delete the rows with these keys and insert those to keep."""
    if not rows:
        return
    keys = [column.name for column in table.primary_key]
    gone = delete(table).where(*(table.c[name] == bindparam(f"_{name}") for name in keys))
    connection.execute(gone, [{f"_{name}": row[name] for name in keys} for row in rows])
    kept = [row for row in rows if keep(row)]
    if kept:
        connection.execute(table.insert(), kept)


def _drop_empty(connection: Connection, owner_id: int, dates: Sequence[date]) -> None:
    """Delete days that record nothing any more, so that a row always means a record."""
    children = [
        select(child.date).where(child.owner_id == owner_id, child.date == DayRow.date).exists()
        for child in (DaySignRow, DaySensationRow)
    ]
    connection.execute(
        delete(DayRow).where(
            DayRow.owner_id == owner_id,
            DayRow.date.between(dates[0], dates[-1]),
            and_(*(getattr(DayRow, name).is_(None) for name in PLAIN_FIELDS)),
            not_(or_(*children)),
        )
    )


def _key_columns(table: Any) -> list[Any]:  # noqa: ANN401
    return [column for column in table.primary_key if column.name != "owner_id"]


def stored_value(value: Any) -> Any:  # noqa: ANN401
    """Return a column's value as JSON keeps it; dates and times as ISO text."""
    if isinstance(value, date | time):
        return value.isoformat()
    return storable(str(value)) if isinstance(value, str) else value


def _loaded(column: Any, value: Any) -> Any:  # noqa: ANN401
    kind = column.type.python_type
    return kind.fromisoformat(value) if kind in {date, time} and isinstance(value, str) else value


def _load_documents(
    connection: Connection, owner_id: int, row: type[Base], keys: Sequence[str]
) -> dict[str, dict[str, Any]]:
    if not keys:
        return {}
    table: Any = row.__table__
    columns = _key_columns(table)
    query = select(table).where(table.c.owner_id == owner_id)
    if len(keys) <= _FEW:
        parts = [key.split("|") for key in keys]
        query = query.where(
            or_(
                *(
                    and_(
                        *(
                            column == _loaded(column, part)
                            for column, part in zip(columns, values, strict=True)
                        )
                    )
                    for values in parts
                )
            )
        )
    found = {}
    for stored in connection.execute(query):
        document = {
            column.name: stored_value(getattr(stored, column.name))
            for column in table.columns
            if column.name != "owner_id"
        }
        found["|".join(str(document[column.name]) for column in columns)] = document
    return found


def _put_documents(
    connection: Connection, owner_id: int, row: type[Base], by_key: Mapping[str, Any]
) -> None:
    table: Any = row.__table__
    columns = _key_columns(table)
    rows, kept = [], {}
    for key, document in by_key.items():
        names = zip(columns, key.split("|"), strict=True)
        of_key = {column.name: _loaded(column, part) for column, part in names}
        values = {name: _loaded(table.c[name], value) for name, value in (document or {}).items()}
        rows.append({"owner_id": owner_id} | values | of_key)
        kept[id(rows[-1])] = document is not None
    _replace(connection, table, rows, lambda item: kept[id(item)])
