"""The journal's own tables, brought along again: the zip of them, or any one by itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.days import SIGN_PREFIX, sensation_field
from journal.exchange.importing.archives import ZIP_START, opened_member, opened_zip, unpacked
from journal.exchange.importing.errors import (
    DayTwice,
    FileUnreadable,
    PartUnreadable,
    ValueUnreadable,
)
from journal.exchange.importing.gathering import Gathering, day_of
from journal.exchange.importing.own_table_rows import (
    Cells,
    context_of,
    day_values,
    entry_of,
    moment_of,
)
from journal.exchange.importing.parsed import Answers, Choices, Importer, Parsed
from journal.exchange.importing.tables import Row, columns_of, read_rows
from journal.exchange.importing.upload import Upload, decoded
from journal.exchange.record.table_columns import (
    CONTEXT_COLUMNS,
    CONTEXT_MARKS,
    CONTEXTS_FILE,
    DAY_COLUMNS,
    DAY_MARKS,
    DAYS_FILE,
    MOMENT_COLUMNS,
    MOMENT_MARKS,
    MOMENTS_FILE,
    WORD_COLUMNS,
    WORDS_FILE,
)

NAME: Final = "Tending tables"
_NO_COLUMN: Final = "the journal has no such column"


@dataclass(slots=True)
class _Reading:
    """What the tables said so far."""

    gathering: Gathering = field(default_factory=Gathering)
    entries: list[tuple[CatalogueName, Entry]] = field(default_factory=list)
    lines: dict[date, int] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)

    def day(self, row: Row) -> None:
        cells = Cells(row)
        day = day_of(row.get("date"), row.place)
        if day in self.lines:
            raise DayTwice(day, row.line, self.lines[day])
        self.lines[day] = row.line
        for name, value in day_values(cells):
            if value is not None:
                self.gathering.put_own(day, name, value, row.place)
        for felt in cells.sensations("sensations"):
            self.gathering.put_own(day, sensation_field(felt), value=True, place=row.place)

    def moment(self, row: Row) -> None:
        moment = moment_of(Cells(row), day_of(row.get("date"), row.place))
        if self._is_new(moment.id, row):
            self.gathering.moments.append(moment)
        else:
            self.gathering.add_moment(moment)

    def context(self, row: Row) -> None:
        context = context_of(Cells(row))
        if self._is_new(context.id, row):
            self.gathering.contexts.append(context)
        else:
            self.gathering.add_context(context)

    def word(self, row: Row) -> None:
        if entry := entry_of(Cells(row)):
            self.entries.append(entry)

    def _is_new(self, key: str, row: Row) -> bool:
        """Say whether a row tells what it is known by; no two may tell the same."""
        if not key:
            return False
        if key in self.ids:
            raise ValueUnreadable(row.place, "id", key, f"another than in line {self.ids[key]}")
        self.ids[key] = row.line
        return True


@dataclass(frozen=True, slots=True)
class _Table:
    """One of the tables: how it is told and read."""

    file: str
    marks: frozenset[str]
    columns: Mapping[str, str]
    read: Callable[[_Reading, Row], None]


_TABLES: Final = (
    _Table(DAYS_FILE, DAY_MARKS, DAY_COLUMNS, _Reading.day),
    _Table(MOMENTS_FILE, MOMENT_MARKS, MOMENT_COLUMNS, _Reading.moment),
    _Table(CONTEXTS_FILE, CONTEXT_MARKS, CONTEXT_COLUMNS, _Reading.context),
    _Table(WORDS_FILE, frozenset(WORD_COLUMNS), WORD_COLUMNS, _Reading.word),
)


def _detects(upload: Upload) -> bool:
    try:
        if not upload.head.startswith(ZIP_START):
            return _table_of(decoded(upload.content)) is not None
        members = _members(upload)
        return bool(members) and all(_table_of(text) for text in members.values())
    except FileUnreadable:
        return False


def _read(upload: Upload, choices: Choices) -> Parsed:
    reading = _Reading()
    if upload.head.startswith(ZIP_START):
        for name, text in _members(upload).items():
            try:
                _read_table(reading, text)
            except FileUnreadable as error:
                raise PartUnreadable(name, error) from error
            reading.ids.clear()
    else:
        _read_table(reading, decoded(upload.content))
    parsed = reading.gathering.parsed(NAME, Answers(choices))
    return replace(parsed, entries=reading.entries)


def _read_table(reading: _Reading, text: str) -> None:
    table = _table_of(text)
    if table is None:
        return
    known = {column for column in columns_of(text) if _is_known(column, table)}
    for row in read_rows(text, sorted(table.marks)):
        table.read(reading, row)
        for column in row.cells.keys() - known:
            reading.gathering.leave_out(f"The column “{column[:60]}”", _NO_COLUMN)


def _is_known(column: str, table: _Table) -> bool:
    return column in table.columns or (table.file == DAYS_FILE and column.startswith(SIGN_PREFIX))


def _table_of(text: str) -> _Table | None:
    columns = set(columns_of(text))
    return next((table for table in _TABLES if table.marks <= columns), None)


def _members(upload: Upload) -> dict[str, str]:
    """Return the tables in a zip by their names."""
    names = {table.file for table in _TABLES}
    with upload.open() as file, opened_zip(file) as archive:
        found = {}
        for member in archive.infolist():
            name = member.filename.split("/")[-1]
            if name in names and name not in found:
                with opened_member(archive, member) as unpacking:
                    found[name] = decoded(unpacked(unpacking, member.file_size + 1))
    return found


OWN_TABLES: Final = Importer(
    name=NAME,
    how="the zip of tables from “Take along”, or one of the tables in it",
    detects=_detects,
    read=_read,
)
