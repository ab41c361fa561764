"""A table of hers, read by what she said its columns mean.

A cell that cannot be read so is listed and not carried, and so is a row of which the date is none;
a date that is one in another order than she said refuses the file. Where several rows tell of one
day, a rating is their mean, bleeding and a sign count as the strongest, and of anything else the
first is kept.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from math import floor
from typing import Final

from journal.domain.csv_mapping import (
    NO,
    YES,
    ColumnUse,
    CsvMapping,
    DateOrder,
    Holds,
    word_key,
)
from journal.domain.day_fields import FLAGS, validated_field
from journal.domain.days import Bleeding, SignStrength
from journal.domain.errors import JournalError
from journal.domain.moments import Moment
from journal.exchange.importing.errors import DateUnreadable, FileUnreadable, shown
from journal.exchange.importing.gathering import Gathering, moment_note
from journal.exchange.importing.mapped_csv_dates import (
    dated_cell,
    day_in,
    short_year,
    time_in,
)
from journal.exchange.importing.parsed import NO_CHOICES, Answers, Choices, Importer, Parsed
from journal.exchange.importing.rows_apart import RowsApart
from journal.exchange.importing.tables import Row, columns_of, read_rows
from journal.exchange.importing.temperatures import from_fahrenheit
from journal.exchange.importing.upload import Upload, decoded

USUAL_NAME: Final = "My table"
NO_MEANING: Final = "you gave it no meaning"
NO_NUMBER: Final = "it is no number"
NOT_KEPT: Final = "the journal cannot keep such a value"
_NUMBER: Final = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,15})?")
_CLOCK_HOURS: Final = re.compile(r"(\d{1,2})(?::|\s?h\s?)([0-5]?\d)(?::[0-5]\d|\s?m(?:in)?)?")
_MINUTES: Final = 60
_STRONGEST: Final = {
    "bleeding": (
        *(Bleeding.NONE, Bleeding.SPOTTING, Bleeding.UNSPECIFIED, Bleeding.LIGHT),
        *(Bleeding.MEDIUM, Bleeding.HEAVY, Bleeding.FLOODING),
    ),
    "sign": tuple(SignStrength),
}
_ORDER_WORDS: Final = {
    DateOrder.YEAR_FIRST: "with the year first, or with the month as a word",
    DateOrder.DAY_FIRST: "with the day first",
    DateOrder.MONTH_FIRST: "with the month first",
}
_MANY: Final = (
    "Some days have several entries: a rating is their mean, bleeding and signs count as the "
    "strongest, and of anything else the first is kept."
)


class MappingUnfinished(FileUnreadable):
    """A table of which too little is said."""

    def __init__(self) -> None:
        super().__init__(
            "Please say first which column holds the day, how its dates are written, and what at "
            "least one other column means."
        )


class MappedDateUnreadable(FileUnreadable):
    """A cell of the column of dates that is a date, but none in the order she said."""

    def __init__(self, row: Row, column: str, order: DateOrder) -> None:
        super().__init__(
            f"{row.place} has {shown(row.get(column))} in {shown(column)}, which is no date "
            f"{_ORDER_WORDS[order]}. Please choose how the dates are written, or correct that line."
        )


class MappedDaysMissing(FileUnreadable):
    """A column of which she said that it holds the day, and of which most is no date."""

    def __init__(self, column: str, first: DateUnreadable) -> None:
        super().__init__(
            f"Most entries of {shown(column)} are no dates: {first.why}. "
            "Please choose the column that holds the day, or correct them."
        )


def mapped_importer(mapping: CsvMapping) -> Importer:
    """Return what reads a table by a mapping."""
    return Importer(
        name=_name(mapping),
        how="a table whose columns you said the meaning of",
        detects=partial(_detects, mapping=mapping),
        read=partial(_read, mapping=mapping),
    )


def read_mapped(upload: Upload, mapping: CsvMapping) -> Parsed:
    """Read a table.

    Raises:
        FileUnreadable: It is no table, lacks a column in use, or has dates that are none in the
            order she said.
        MappingUnfinished: Too little is said of its columns.
    """
    return _read(upload, NO_CHOICES, mapping=mapping)


def number_in(cell: str) -> float | None:
    """Read a number with a decimal point or comma; None where there is none.

    What a day records has no thousands, so that either sign can only be the decimal one.
    """
    text = cell.strip()
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def hours_in(cell: str) -> float | None:
    """Read hours: 7.5, 7,5, 7:30 or 7 h 30 min; None where there are none."""
    clock = _CLOCK_HOURS.fullmatch(cell.strip())
    return int(clock[1]) + int(clock[2]) / _MINUTES if clock else number_in(cell)


def _name(mapping: CsvMapping) -> str:
    return f"“{mapping.name.strip() or USUAL_NAME}” table"


def _detects(upload: Upload, *, mapping: CsvMapping) -> bool:
    try:
        columns = columns_of(decoded(upload.content))
    except FileUnreadable:
        return False
    return mapping.ready and set(columns).issuperset(mapping.uses)


def _read(upload: Upload, choices: Choices, *, mapping: CsvMapping) -> Parsed:
    column, order = mapping.date_column, mapping.date_order
    if not mapping.ready or column is None or order is None:
        raise MappingUnfinished
    reading = _Reading(mapping)
    apart = RowsApart(reading.gathering)
    for row in read_rows(decoded(upload.content), list(mapping.uses)):
        if not (cell := row.get(column)):
            reading.gathering.leave_out("Rows without a date", "no day can be told from them")
            continue
        if apart.dated(row.place, partial(dated_cell, cell, row.place)) is None:
            continue
        if (day := day_in(cell, order)) is None:
            raise MappedDateUnreadable(row, column, order)
        reading.short_years = reading.short_years or short_year(cell)
        reading.row(day, row, cell)
    try:
        apart.require_enough()
    except DateUnreadable as first:
        raise MappedDaysMissing(column, first) from first
    return reading.parsed(choices)


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    mapping: CsvMapping
    gathering: Gathering = field(default_factory=Gathering)
    values: dict[tuple[date, str], list[object]] = field(default_factory=lambda: defaultdict(list))
    first_refused: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    short_years: bool = False

    def row(self, day: date, row: Row, dated: str) -> None:
        for column in row.cells:
            use, cell = self.mapping.use_of(column), row.get(column)
            if not cell or not column or use.holds is Holds.DATE:
                continue
            if not use.said:
                self.gathering.leave_out(f"The column {shown(column)}", self._why_not(column, use))
            elif use.holds is Holds.NOTE:
                self.gathering.add_note(day, cell, column)
            elif use.holds is Holds.MOMENT:
                self._moment(day, row, column, dated)
            else:
                self._field(day, row, column)

    def _why_not(self, column: str, use: ColumnUse) -> str:
        if column not in self.mapping.columns:
            return "it was not there when you said what the columns mean"
        if use.holds is Holds.LEAVE_OUT:
            return "you left it out"
        return f"you did not say which {use.holds.value} it is"

    def _moment(self, day: date, row: Row, column: str, dated: str) -> None:
        use, cell = self.mapping.use_of(column), row.get(column)
        meaning = YES if use.every_entry else use.words.get(word_key(cell))
        if meaning == YES:
            note = moment_note(cell) if use.every_entry else None
            self.gathering.add_moment(Moment(day, use.code, at=time_in(dated), note=note))
        elif meaning != NO:
            self._refuse(row, column, NO_MEANING)

    def _field(self, day: date, row: Row, column: str) -> None:
        use = self.mapping.use_of(column)
        value, why = _value(use, row.get(column))
        if why:
            self._refuse(row, column, why)
        elif value is not None:
            self.values[day, use.day_field].append(value)

    def _refuse(self, row: Row, column: str, why: str) -> None:
        key = (column, why)
        first, count = self.first_refused.get(
            key, (f"{shown(row.get(column))} in line {row.line}", 0)
        )
        self.first_refused[key] = (first, count + 1)

    def parsed(self, choices: Choices) -> Parsed:
        gathering = self.gathering
        several = False
        for (day, name), values in self.values.items():
            several = several or len(set(map(str, values))) > 1
            gathering.put(day, name, _one(name, values), day.isoformat())
        for (column, why), (first, count) in self.first_refused.items():
            gathering.leave_out(f"Entries of {shown(column)} such as {first}", why, count)
        if self.short_years:
            gathering.remarks.append("Years of two digits are read as years after 2000.")
        if several:
            gathering.remarks.append(_MANY)
        return gathering.parsed(_name(self.mapping), Answers(choices))


def _value(use: ColumnUse, cell: str) -> tuple[object, str]:
    """Return the value a cell stands for, or why there is none."""
    meaning = use.words.get(word_key(cell))
    value: object
    if use.holds is Holds.RATING:
        if meaning is None and (number := number_in(cell)) is None:
            return None, NO_MEANING
        value = _whole(meaning) if meaning is not None else use.rating(number or 0)
        if value is None:
            return None, _scale_words(use)
    elif use.holds is Holds.SLEEP_HOURS:
        value = hours_in(cell)
    elif use.holds is Holds.TEMPERATURE:
        value = _celsius(number_in(cell), fahrenheit=use.fahrenheit)
    elif meaning is None:
        return None, NO_MEANING
    else:
        value = meaning == YES if use.day_field in FLAGS else meaning
    return _kept(use.day_field, value) if value is not None else (None, NO_NUMBER)


def _kept(name: str, value: object) -> tuple[object, str]:
    try:
        return validated_field(name, value), ""
    except JournalError:
        return None, NOT_KEPT


def _scale_words(use: ColumnUse) -> str:
    if use.zero is None or use.ten is None:
        return "you did not say what its numbers mean"
    low, high = sorted((use.zero, use.ten))
    return f"you said its numbers go from {low:g} to {high:g}"


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _celsius(degrees: float | None, *, fahrenheit: bool) -> float | None:
    return from_fahrenheit(degrees) if degrees is not None and fahrenheit else degrees


def _one(name: str, values: Sequence[object]) -> object:
    """Return one value for a day of which several rows tell."""
    ratings = [value for value in values if isinstance(value, int) and not isinstance(value, bool)]
    if len(ratings) == len(values):
        return floor(sum(ratings) / len(ratings) + 0.5)
    order: tuple[object, ...] = _STRONGEST.get(name.partition(":")[0], ())
    return max(values, key=order.index) if order else values[0]
