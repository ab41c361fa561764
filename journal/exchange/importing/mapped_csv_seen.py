"""What can be seen of a table before anybody says what it means: rows, entries, numbers, dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from journal.domain.csv_mapping import (
    LONGEST_COLUMN_NAME,
    LONGEST_WORD,
    MOST_COLUMNS,
    MOST_WORDS,
    DateOrder,
    word_key,
)
from journal.exchange.importing.errors import FileUnreadable
from journal.exchange.importing.mapped_csv import number_in
from journal.exchange.importing.mapped_csv_dates import certain_order, doubtful_cell, orders_of
from journal.exchange.importing.rows_apart import enough_dated
from journal.exchange.importing.tables import Row, columns_of, read_rows
from journal.exchange.importing.upload import Upload, decoded

FIRST_ROWS: Final = 3
_LOOKED_AT: Final = 20
_FEWEST_COLUMNS: Final = 2


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """One column.

    Attributes:
        filled: In how many rows it has an entry.
        examples: Its first different entries.
        words: Its different entries that are no number, as first written, by `word_key`, with how
            often; None where there are too many for a box each.
        entries: The same of all its entries, numbers too.
        numbers: The lowest and the highest of its numbers; None without one.
        orders: In which orders every entry is a date, slips aside; none where it holds no dates.
        certain: The order, where it is beyond doubt.
        doubtful: An entry to ask about, where it is not.
    """

    name: str
    filled: int
    examples: tuple[str, ...]
    words: Mapping[str, tuple[str, int]] | None
    entries: Mapping[str, tuple[str, int]] | None
    numbers: tuple[float, float] | None
    orders: tuple[DateOrder, ...]
    certain: DateOrder | None
    doubtful: str | None


@dataclass(frozen=True, slots=True)
class TableSeen:
    """A table.

    Attributes:
        rows: How many there are.
        first: The first of them, as cells by column.
    """

    columns: tuple[ColumnSeen, ...]
    rows: int
    first: tuple[Mapping[str, str], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns, as the file names them."""
        return tuple(column.name for column in self.columns)

    @property
    def only_dates(self) -> ColumnSeen | None:
        """The one column that can hold the day, where there is one and its order is certain."""
        dated = [column for column in self.columns if column.orders]
        return dated[0] if len(dated) == 1 and dated[0].certain else None


def is_table(upload: Upload) -> bool:
    """Say whether a file looks like a table in which some column holds dates; raises nothing."""
    try:
        text = decoded(upload.content)
        names = columns_of(text)
        first = list(islice(read_rows(text, []), _LOOKED_AT))
    except FileUnreadable:
        return False
    few = len(names) < _FEWEST_COLUMNS or len(names) > MOST_COLUMNS
    if few or any(len(name) > LONGEST_COLUMN_NAME for name in names):
        return False
    return any(orders_of([row.get(name)]) for row in first for name in names if row.get(name))


def table_seen(upload: Upload) -> TableSeen:
    """Look a table through.

    Raises:
        FileUnreadable: A row cannot be read; names its line.
    """
    text = decoded(upload.content)
    rows = list(read_rows(text, []))
    names = [name for name in columns_of(text) if name]
    return TableSeen(
        tuple(_column(name, rows) for name in names),
        len(rows),
        tuple({name: row.get(name) for name in names} for row in rows[:FIRST_ROWS]),
    )


def _column(name: str, rows: Sequence[Row]) -> ColumnSeen:
    cells = [cell for row in rows if (cell := row.get(name))]
    counted: dict[str, tuple[str, int]] = {}
    for cell in cells:
        key = word_key(cell)
        first, count = counted.get(key, (cell, 0))
        counted[key] = (first, count + 1)
    different = [first for first, _ in counted.values()]
    numbers = [number for cell in different if (number := number_in(cell)) is not None]
    words = {key: entry for key, entry in counted.items() if number_in(entry[0]) is None}
    dated = _dates(counted)
    orders = orders_of(dated)
    certain = certain_order(dated)
    return ColumnSeen(
        name,
        len(cells),
        tuple(different[:FIRST_ROWS]),
        _boxes(words),
        _boxes(counted),
        (min(numbers), max(numbers)) if numbers else None,
        orders,
        certain,
        doubtful_cell(dated, orders) if orders and certain is None else None,
    )


def _dates(counted: Mapping[str, tuple[str, int]]) -> list[str]:
    """Return the entries that are dates in some order; none where they are too few for a day."""
    dated = [entry for entry in counted.values() if orders_of([entry[0]])]
    entries, dates = (sum(count for _, count in found) for found in (counted.values(), dated))
    return [first for first, _ in dated] if enough_dated(dates, entries - dates) else []


def _boxes(counted: Mapping[str, tuple[str, int]]) -> Mapping[str, tuple[str, int]] | None:
    """Return the entries a box each can be offered for; None where they are prose."""
    if len(counted) > MOST_WORDS or any(len(key) > LONGEST_WORD for key in counted):
        return None
    return counted
