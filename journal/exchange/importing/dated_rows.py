"""The rows of a table with one row a day, each with its day, in whatever order dates are written.

Where every date of the file can be read with the day or with the month first, only the owner can
say which it is; until she does, no day is read. A cell that is a date in no order is a slip, and
its row is listed; one that is a date in another order than the others puts the order in doubt.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from journal.domain.csv_mapping import DateOrder
from journal.exchange.importing.errors import DateUnreadable, DayTwice
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.mapped_csv_dates import (
    dated_cell,
    day_in,
    orders_of,
    short_year,
)
from journal.exchange.importing.parsed import LEAVE_OUT, Answers, QuestionKind
from journal.exchange.importing.rows_apart import RowsApart
from journal.exchange.importing.tables import Row

DATES_OPEN: Final = "choose first how the dates of the file are written"


def dated_rows(
    rows: Sequence[Row], column: str, gathering: Gathering, answers: Answers, key: str
) -> list[tuple[date, Row]]:
    """Return the rows with their days, the same row twice only once.

    Raises:
        DateUnreadable: Too few dates can be read, or one not in the order of the others.
        DayTwice: Two rows say different things of one date.
    """
    apart = RowsApart(gathering)
    rows = [
        row
        for row in rows
        if apart.dated(row.place, partial(dated_cell, row.get(column), row.place))
    ]
    apart.require_enough()
    cells = [row.get(column) for row in rows]
    order = _order(rows, cells, answers, key)
    if order is None:
        gathering.leave_out("Every day of the file", DATES_OPEN, len(rows))
        return []
    if any(short_year(cell) for cell in cells):
        gathering.remarks.append("Years of two digits are read as years from 2000.")
    seen: dict[date, Row] = {}
    for row, cell in zip(rows, cells, strict=True):
        day = day_in(cell, order)
        if day is None:
            raise DateUnreadable(row.place, cell)
        if day in seen and seen[day].cells != row.cells:
            raise DayTwice(day, row.line, seen[day].line)
        seen.setdefault(day, row)
    return list(seen.items())


def _order(
    rows: Sequence[Row], cells: Sequence[str], answers: Answers, key: str
) -> DateOrder | None:
    if not cells:
        return DateOrder.YEAR_FIRST
    found = orders_of(cells)
    if not found:
        raise _first_unreadable(rows, cells)
    # An app that writes the year first writes all four digits of it, as ISO does.
    orders = tuple(order for order in found if order is not DateOrder.YEAR_FIRST) or found
    doubtful = next((cell for cell in cells if len({day_in(cell, one) for one in orders}) > 1), "")
    if not doubtful:  # 2026-05-03, 13/5/2026 and 5/5/2026 are one day each
        return orders[0]
    answer = answers.ask(
        f"{key}.date_order",
        QuestionKind.DATE_ORDER,
        f"Dates such as “{doubtful}”",
        default=LEAVE_OUT,
        count=len(cells),
    )
    return next((order for order in orders if order.value == answer), None)


def _first_unreadable(rows: Sequence[Row], cells: Sequence[str]) -> DateUnreadable:
    """Find the row from which on no order fits all dates."""
    left = list(DateOrder)
    for row, cell in zip(rows, cells, strict=True):
        left = [order for order in left if day_in(cell, order)]
        if not left:
            return DateUnreadable(row.place, cell)
    return DateUnreadable(rows[-1].place, cells[-1])
