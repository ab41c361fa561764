"""Spans of dates: the start belongs to the span, the end does not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from journal.domain.errors import RangeBackwards

ONE_DAY = timedelta(days=1)


def days_after(day: date, days: int) -> date:
    """Return the date so many days later, or earlier; never beyond the first or last of years."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


@dataclass(frozen=True, slots=True, order=True)
class DateRange:
    """The dates from `start` up to, not including, `end`.

    Raises:
        RangeBackwards: `end` lies before `start`.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise RangeBackwards(self.start, self.end)

    @classmethod
    def last_days(cls, days: int, until: date) -> Self:
        """Return the `days` days that end with `until` itself."""
        return cls(until - timedelta(days=days - 1), until + ONE_DAY)

    @classmethod
    def month_of(cls, day: date) -> Self:
        """Return the calendar month `day` lies in."""
        first = day.replace(day=1)
        return cls(first, (first + timedelta(days=31)).replace(day=1))

    @classmethod
    def year_of(cls, day: date) -> Self:
        """Return the calendar year `day` lies in."""
        return cls(date(day.year, 1, 1), date(day.year + 1, 1, 1))

    def __len__(self) -> int:
        return (self.end - self.start).days

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day < self.end

    def __iter__(self) -> Iterator[date]:
        # Four times as quick as adding days to a date, and some spans are forty years.
        return map(date.fromordinal, range(self.start.toordinal(), self.end.toordinal()))

    @property
    def last(self) -> date:
        """The last date inside; for words such as "1 to 31 March"."""
        return self.end - ONE_DAY
