"""Delimited text as rows that know their line.

The first line names the columns. A quoted field follows RFC 4180; a field that merely begins with
quotation marks (drip doubles them without quoting the field) is read as it was meant.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from journal.exchange.importing.errors import (
    ColumnMissing,
    ColumnTwice,
    QuoteUnclosed,
    RowWidthWrong,
    TooManyLines,
)

DELIMITERS: Final = (",", "\t", ";")
MOST_ROWS: Final = 250_000  # a lifetime of ten entries a day
# A lifetime of entries of a dozen cells each; what is read takes a hundred bytes a cell or more.
MOST_CELLS: Final = 12 * MOST_ROWS
# Rows without a single entry, as a spreadsheet leaves them behind a table.
_MOST_LINES: Final = 4 * MOST_ROWS
LONGEST_HEADER: Final = 10_000
# Possessive, so that a hostile field cannot make the search go back and forth.
_IN_QUOTES: Final = re.compile(r'"[^"]*+"')
_QUOTED: Final = re.compile(r'"([^"]*+(?:""[^"]*+)*+)("?)')


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        line: The line it starts in.
        cells: Its filled cells by column.
        spared: It had an empty field without a column, which was passed over.
    """

    line: int
    cells: Mapping[str, str]
    spared: bool = False

    def get(self, column: str) -> str:
        """Return a cell, trimmed; empty where the file has no such column."""
        return self.cells.get(column, "").strip()

    @property
    def place(self) -> str:
        """Name the row in a sentence."""
        return f"Line {self.line}"


def columns_of(text: str) -> list[str]:
    """Return the column names in the first line; one in quotation marks may hold a delimiter."""
    first = _first_line(text)
    delimiter = _delimiter(first)
    names = first.split(delimiter)
    if '"' in first:
        with suppress(QuoteUnclosed):  # no table, or a name that goes on in the next line
            names, _ = _quoted_row(first, 0, delimiter, 1)
    return [name.replace('"', "").strip() for name in names]


def read_rows(text: str, required: Sequence[str], spare_after: str = "") -> Iterator[Row]:
    """Read a table row by row; blank lines are passed over.

    After the column `spare_after`, a row may have one empty field more than there are columns.

    Raises:
        ColumnMissing, ColumnTwice: The first line is not what the format needs.
        RowWidthWrong, QuoteUnclosed, TooManyLines: A row cannot be read.
    """
    columns = columns_of(text)
    _check_columns(columns, required)
    numbered = _lines(text, _delimiter(_first_line(text)))
    next(numbered, None)  # nothing but commas and quotation marks is no line at all
    filled = 0
    for count, (line, cells) in enumerate(numbered, start=1):
        filled += len(cells) - cells.count("")
        if count > MOST_ROWS or filled > MOST_CELLS:
            raise TooManyLines(MOST_ROWS)
        spared = spare_after in columns and _is_spare(columns, cells, spare_after)
        if spared:
            del cells[columns.index(spare_after) + 1]
        if len(cells) != len(columns):
            raise RowWidthWrong(line, len(cells), len(columns))
        yield Row(
            line, {name: cell for name, cell in zip(columns, cells, strict=True) if cell}, spared
        )


def _first_line(text: str) -> str:
    start = len(text) - len(text.lstrip("\n"))
    return text[start : start + LONGEST_HEADER].partition("\n")[0]


def _delimiter(first_line: str) -> str:
    return max(DELIMITERS, key=_IN_QUOTES.sub("", first_line).count)


def _check_columns(columns: list[str], required: Sequence[str]) -> None:
    for column in required:
        if column not in columns:
            raise ColumnMissing(column)
    for column in columns:
        if column and columns.count(column) > 1:
            raise ColumnTwice(column)


def _is_spare(columns: list[str], cells: list[str], spare_after: str) -> bool:
    """Say whether exactly the field after `spare_after` is one too many and holds nothing."""
    one_more = len(cells) == len(columns) + 1
    return one_more and not cells[columns.index(spare_after) + 1] and bool(cells[-1])


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    position, line, passed = 0, 1, 0
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        row_line = line
        if '"' in (plain := text[position:end]):
            cells, end = _quoted_row(text, position, delimiter, line)
            line += text.count("\n", position, end)
        else:
            cells = plain.split(delimiter)
        position, line = end + 1, line + 1
        if any(cells):
            yield row_line, cells
        elif (passed := passed + 1) > _MOST_LINES:
            raise TooManyLines(_MOST_LINES)


def _quoted_row(text: str, position: int, delimiter: str, line: int) -> tuple[list[str], int]:
    """Return the cells of the row that starts at `position`, and where its newline stands."""
    cells: list[str] = []
    bare = re.compile(f"[^{delimiter}\n]*+")
    first = position
    while True:
        quoted = _QUOTED.match(text, position)
        if quoted and not quoted[2]:
            raise QuoteUnclosed(line + text.count("\n", first, position))
        if quoted and text[quoted.end() : quoted.end() + 1] in {delimiter, "\n", ""}:
            cells.append(quoted[1].replace('""', '"'))
            position = quoted.end()
        else:
            found = bare.match(text, position)
            position = found.end() if found else position
            cells.append(found[0].replace('""', '"') if found else "")
        if position >= len(text) or text[position] == "\n":
            return cells, position
        position += 1
