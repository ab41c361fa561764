"""What the columns of a table of hers mean, said once and kept: the table is known again by them.

numbers 1 to 5     1 ─────── 5         numbers 5 to 1     5 ─────── 1
rating             0    5   10         rating             0    5   10
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import floor, isfinite
from types import MappingProxyType
from typing import Final

from journal.domain.days import SIGN_PREFIX
from journal.domain.errors import MappingsFull, ScaleEmpty, TextTooLong
from journal.domain.ratings import HIGHEST, LOWEST, Rating

LONGEST_MAPPING_NAME: Final = 60
LONGEST_COLUMN_NAME: Final = 200
LONGEST_WORD: Final = 80
MOST_MAPPINGS: Final = 30
MOST_COLUMNS: Final = 200
# More different words than these are prose, and nobody would go through a box for each.
MOST_WORDS: Final = 30
MOST_KEPT_WORDS: Final = 600  # a column's words add up over its files
LARGEST_NUMBER: Final = 1e9
YES: Final = "yes"
NO: Final = "no"


class DateOrder(StrEnum):
    """In which order a date of digits is written."""

    YEAR_FIRST = "year_first"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class Holds(StrEnum):
    """What a column holds; the values that are fields of a day have the field's name."""

    LEAVE_OUT = "leave_out"
    DATE = "date"
    RATING = "rating"
    BLEEDING = "bleeding"
    NOT_MY_PERIOD = "not_my_period"
    SIGN = "sign"
    MOMENT = "moment"
    SLEEP_HOURS = "sleep_hours"
    TEMPERATURE = "temperature_c"
    TEMPERATURE_DISTURBED = "temperature_disturbed"
    LH_TEST = "lh_test"
    MUCUS = "mucus"
    TOUCH = "touch"
    PARTNER = "partner"
    NOTE = "note"


# Which of them need to be told of which rating, sign or moment.
NAMED: Final = frozenset({Holds.RATING, Holds.SIGN, Holds.MOMENT})


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What one column means.

    Attributes:
        code: Of the rating, sign or moment; empty until she has said.
        zero: The number in the column that stands for 0 of a rating; None until she has said.
        ten: The number that stands for 10; smaller than `zero` where the column counts down.
        words: The stored value each entry of the column stands for, by `word_key`; what is not
            there has no meaning yet.
        every_entry: Of a moment: each filled cell is one, and its words are its note.
        fahrenheit: Of a temperature: the numbers are degrees Fahrenheit.

    Raises:
        ScaleEmpty: `zero` and `ten` are one number, or none that can be meant.
    """

    holds: Holds = Holds.LEAVE_OUT
    code: str = ""
    zero: float | None = None
    ten: float | None = None
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    every_entry: bool = False
    fahrenheit: bool = False

    def __post_init__(self) -> None:
        ends = [end for end in (self.zero, self.ten) if end is not None]
        if any(not isfinite(end) or abs(end) > LARGEST_NUMBER for end in ends):
            raise ScaleEmpty
        if self.zero is not None and self.zero == self.ten:
            raise ScaleEmpty

    @property
    def said(self) -> bool:
        """Whether enough is said to read a cell."""
        return self.holds is not Holds.LEAVE_OUT and bool(self.code or self.holds not in NAMED)

    @property
    def day_field(self) -> str:
        """The field of a day it fills; empty for a date, a moment and what is left out."""
        if self.holds is Holds.RATING:
            return self.code
        if self.holds is Holds.SIGN:
            return SIGN_PREFIX + self.code if self.code else ""
        if self.holds in {Holds.LEAVE_OUT, Holds.DATE, Holds.MOMENT}:
            return ""
        return self.holds.value

    def rating(self, number: float) -> Rating | None:
        """Return a number of the column as a rating; None outside its scale, or without one.

        Linear between the two ends, rounded to a whole number, a half upwards.
        """
        if self.zero is None or self.ten is None:
            return None
        share = (number - self.zero) / (self.ten - self.zero)
        if not 0 <= share <= 1:
            return None
        return floor(LOWEST + share * (HIGHEST - LOWEST) + 0.5)


LEFT_OUT: Final = ColumnUse()


@dataclass(frozen=True, slots=True)
class CsvMapping:
    """A table's columns and what they mean.

    Attributes:
        name: What she calls the table.
        columns: Every column of the file she made it with, by which it is known again.
        uses: What those mean that she has said something of.
        date_order: How its dates are written; None while that is open.

    Raises:
        TextTooLong: A name longer than can be kept.
    """

    name: str
    columns: tuple[str, ...]
    uses: Mapping[str, ColumnUse] = field(default_factory=lambda: MappingProxyType({}))
    date_order: DateOrder | None = None

    def __post_init__(self) -> None:
        if len(self.name) > LONGEST_MAPPING_NAME:
            raise TextTooLong("The name of a table", len(self.name), LONGEST_MAPPING_NAME)

    @property
    def date_column(self) -> str | None:
        """The column that holds the day."""
        return next((name for name, use in self.uses.items() if use.holds is Holds.DATE), None)

    @property
    def ready(self) -> bool:
        """Whether a file can be read by it."""
        brings = any(use.said and use.holds is not Holds.DATE for use in self.uses.values())
        return bool(self.date_column and self.date_order and brings)

    def use_of(self, column: str) -> ColumnUse:
        """Return what a column means."""
        return self.uses.get(column, LEFT_OUT)

    def with_use(self, column: str, use: ColumnUse) -> "CsvMapping":
        """Say what a column means; only one can hold the day, and another one asks its order."""
        uses = {name: kept for name, kept in self.uses.items() if name != column}
        if use.holds is Holds.DATE:
            uses = {name: kept for name, kept in uses.items() if kept.holds is not Holds.DATE}
        if use != LEFT_OUT:
            uses[column] = use
        changed = replace(self, uses=uses)
        moved = changed.date_column != self.date_column
        return replace(changed, date_order=None) if moved else changed


def word_key(cell: str) -> str:
    """Return what two entries of a column share that mean the same: their words, in one case."""
    return " ".join(cell.split()).casefold()


def mapping_for(mappings: Iterable[CsvMapping], columns: Collection[str]) -> CsvMapping | None:
    """Return the kept mapping for a table with these columns.

    The one made for exactly these columns, in any order; otherwise the one of which the most
    columns in use are here, all of them.
    """
    here, kept = frozenset(columns), list(mappings)
    fitting = [item for item in kept if item.uses and here.issuperset(item.uses)]
    exact = (item for item in kept if here == frozenset(item.columns))
    return next(exact, max(fitting, key=lambda item: len(item.uses), default=None))


def with_mapping(kept: tuple[CsvMapping, ...], mapping: CsvMapping) -> tuple[CsvMapping, ...]:
    """Return the kept mappings with one made or changed: there is one for a set of columns.

    Raises:
        MappingsFull: It would be one more than there is room for.
    """
    columns = frozenset(mapping.columns)
    others = without_mapping(kept, mapping.columns)
    if len(others) >= MOST_MAPPINGS:
        raise MappingsFull(MOST_MAPPINGS)
    place = next(
        (number for number, item in enumerate(kept) if frozenset(item.columns) == columns),
        len(others),
    )
    return (*others[:place], mapping, *others[place:])


def without_mapping(
    kept: tuple[CsvMapping, ...], columns: Collection[str]
) -> tuple[CsvMapping, ...]:
    """Return the kept mappings without the one for these columns."""
    gone = frozenset(columns)
    return tuple(item for item in kept if frozenset(item.columns) != gone)
