"""Dates as a table of hers may write them, and what their order can be.

2026-03-21, 20260321, 21 March 2026      one reading, whatever the order
21/03/2026                               day first; no month has the number 21
05/03/2026                               5 March or 3 May: only she can say
05-03-26                                 the same, or 26 March 2005
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from functools import cache
from types import MappingProxyType
from typing import Final

from journal.domain.catalogues import FOLDER
from journal.domain.csv_mapping import DateOrder
from journal.exchange.importing.clock_times import time_of
from journal.exchange.importing.errors import DateUnreadable
from journal.exchange.importing.gathering import EARLIEST_YEAR

_CENTURY: Final = 2000  # diaries in tables are of this century; the preview says so
_SHORT_YEAR: Final = 2
_REST: Final = r"(?:[T ,;]+(?P<rest>.*))?"
_YEAR_FIRST: Final = re.compile(
    r"(?P<y>\d{4})(?:[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})|(?P<m2>\d{2})(?P<d2>\d{2}))" + _REST
)
_DIGITS: Final = re.compile(
    r"(?P<a>\d{1,2})(?:\s?[-/.]\s?|\s)(?P<b>\d{1,2})(?:\s?[-/.]\s?|\s)(?P<y>\d{4}|\d{2})" + _REST
)
_WEEKDAY: Final = r"(?:[^\W\d]{2,12}\.?,?\s+)?"
_DAY: Final = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_MONTH: Final = r"(?P<m>[^\W\d]{3,12})\.?"
_YEAR: Final = r"(?P<y>\d{4})"
_NAMED: Final = (
    re.compile(
        _WEEKDAY + _DAY + r"[-\s]*(?:de\s+)?" + _MONTH + r"[-,\s]*(?:de\s+)?" + _YEAR + _REST
    ),
    re.compile(_WEEKDAY + _MONTH + r"\s*" + _DAY + r",?\s+" + _YEAR + _REST),
)
_LONGEST_DATE: Final = 60


def day_in(cell: str, order: DateOrder) -> date | None:
    """Return the day a cell names; None where it names none in this order."""
    found = _found(cell)
    if found is None:
        return None
    parts = found.groupdict()
    if _in_any_order(found):
        month, day = parts["m"] or parts.get("m2"), parts["d"] or parts.get("d2")
        return _date(parts["y"], month or "", day or "")
    first, second, third = parts["a"], parts["b"], parts["y"]
    if order is DateOrder.DAY_FIRST:
        return _date(third, second, first)
    if order is DateOrder.MONTH_FIRST:
        return _date(third, first, second)
    # A year of four digits behind the others is behind them.
    return _date(first, second, third) if len(first) == len(third) == _SHORT_YEAR else None


def dated_cell(cell: str, place: str) -> date:
    """Return a day a cell names in some order.

    Raises:
        DateUnreadable: It names none in any.
    """
    day = next((day for order in DateOrder if (day := day_in(cell, order))), None)
    if day is None:
        raise DateUnreadable(place, cell)
    return day


def time_in(cell: str) -> time | None:
    """Return the time of day that stands behind a date; None where none does."""
    found = _found(cell)
    rest = found["rest"] if found else None
    return time_of(re.sub(r"(?<=\d)(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$", "", rest)) if rest else None


def short_year(cell: str) -> bool:
    """Say whether a cell writes its year with two digits."""
    found = _found(cell)
    return bool(found and "a" in found.groupdict() and len(found["y"]) == _SHORT_YEAR)


def orders_of(cells: Iterable[str]) -> tuple[DateOrder, ...]:
    """Return the orders in which every cell is a date; none for no cells."""
    left, any_cell = list(DateOrder), False
    for cell in cells:
        any_cell = True
        left = [order for order in left if day_in(cell, order)]
        if not left:
            break
    return tuple(left) if any_cell else ()


def certain_order(cells: Sequence[str]) -> DateOrder | None:
    """Return the order that is beyond doubt; None where she has to say it, or there is none."""
    orders = orders_of(cells)
    if len(orders) == 1:
        return orders[0]
    found = [_found(cell) for cell in cells]
    plain = bool(orders) and all(item and _in_any_order(item) for item in found)
    return DateOrder.YEAR_FIRST if plain else None


def doubtful_cell(cells: Iterable[str], orders: Sequence[DateOrder]) -> str | None:
    """Return a cell to ask about: the first that names different days, or else any."""
    last = None
    for last in cells:
        if len({day_in(last, order) for order in orders}) > 1:
            return last
    return last


def _found(cell: str) -> re.Match[str] | None:
    text = cell.strip()
    if len(text) > _LONGEST_DATE or not any(sign.isdigit() for sign in text):
        return None
    patterns = (_YEAR_FIRST, _DIGITS, *_NAMED)
    return next((found for item in patterns if (found := item.fullmatch(text))), None)


def _in_any_order(found: re.Match[str]) -> bool:
    return "a" not in found.groupdict()


def _date(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdecimal() else month_words().get(month.casefold(), 0)
    whole = int(year) + (_CENTURY if len(year) == _SHORT_YEAR else 0)
    try:
        read = date(whole, number, int(day))
    except ValueError:
        return None
    return read if read.year >= EARLIEST_YEAR else None


@cache
def month_words() -> Mapping[str, int]:
    """Read `month_words.csv`: the number of a month by its name in a few languages."""
    with (FOLDER / "imports" / "month_words.csv").open(encoding="utf-8", newline="") as lines:
        return MappingProxyType({row["word"]: int(row["month"]) for row in csv.DictReader(lines)})
