"""A month and a year of the record, laid out as a calendar.

A day without a rating has `rating=None`, which is an empty field and never a low one. What was
recorded of a day and where it stands in its cycle are kept apart.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal.analysis.phase_bands import DayStanding, day_standings, likely_period
from journal.cycle.reading import CycleReading
from journal.domain.days import Bleeding
from journal.domain.journal import ReadableJournal
from journal.domain.labels import MONTH_WORDS
from journal.domain.ranges import DateRange
from journal.domain.ratings import Rating

DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One field of a calendar.

    Attributes:
        rating: The chosen rating.
        moments: How many moments of connection.
        recorded: Anything at all is recorded.
        standing: Where it stands in its cycle; None where that cannot be said.
        period_likely: The next period is likely to begin on it, or on a day near it.
        future: It has not come yet.
        outside: It belongs to the month before or after and only fills the week.
    """

    date: date
    rating: Rating | None = None
    bleeding: Bleeding | None = None
    moments: int = 0
    recorded: bool = False
    standing: DayStanding | None = None
    period_likely: bool = False
    is_today: bool = False
    future: bool = False
    outside: bool = False


@dataclass(frozen=True, slots=True)
class MonthView:
    """One month in whole weeks.

    Attributes:
        first: Its first date.
        rating: Code of the rating its days are coloured by.
        weeks: Seven days each, from the weekday the owner's week starts on.
        likely_period: When the next period is likely to begin; None where that is not said.
    """

    first: date
    rating: str
    weeks: tuple[tuple[CalendarDay, ...], ...]
    likely_period: DateRange | None = None

    @property
    def days(self) -> tuple[CalendarDay, ...]:
        """The days of the month itself."""
        return tuple(day for week in self.weeks for day in week if not day.outside)

    @property
    def words(self) -> str:
        """Name the month: "May 2026"."""
        return f"{MONTH_WORDS[self.first.month - 1]} {self.first.year}"

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """The ratings recorded in the month, by date."""
        return tuple(day.rating for day in self.days if day.rating is not None)

    @property
    def bleeding_days(self) -> int:
        """How many days had any bleeding."""
        return sum(day.bleeding not in {None, Bleeding.NONE} for day in self.days)


@dataclass(frozen=True, slots=True)
class YearView:
    """Twelve months."""

    year: int
    rating: str
    months: tuple[MonthView, ...]


def month_view(
    journal: ReadableJournal, month: date, rating: str, today: date, reading: CycleReading
) -> MonthView:
    """Lay out the month `month` lies in.

    Args:
        journal: Whose record is shown.
        month: Any date of the month.
        rating: Code of the rating the days are coloured by.
        today: The owner's date.
        reading: What can be said of her cycles; what may come is shown only as read today.
    """
    range_ = DateRange.month_of(month)
    likely = likely_period(reading, today)
    standings = day_standings(reading, range_)
    days = {
        day: replace(
            field,
            standing=standings.get(day),
            period_likely=likely is not None and day >= today and day in likely,
        )
        for day, field in _days(journal, range_, rating, today).items()
    }
    laid_out = _month(range_, rating, days, _week_start(journal))
    return replace(laid_out, likely_period=likely)


def year_view(journal: ReadableJournal, year: int, rating: str, today: date) -> YearView:
    """Lay out a year, read from the record in one go."""
    range_ = DateRange.year_of(date(year, 1, 1))
    days = _days(journal, range_, rating, today)
    months = (DateRange.month_of(date(year, number, 1)) for number in range(1, 13))
    start = _week_start(journal)
    return YearView(year, rating, tuple(_month(month, rating, days, start) for month in months))


def _week_start(journal: ReadableJournal) -> int:
    return journal.settings().week_start


def _days(
    journal: ReadableJournal, range_: DateRange, rating: str, today: date
) -> dict[date, CalendarDay]:
    columns = journal.day_columns([rating, "bleeding"], range_)
    values = {
        day: (rated, bled)
        for day, rated, bled in zip(
            columns["date"], columns[rating], columns["bleeding"], strict=True
        )
    }
    moments: Counter[date] = Counter()
    for day, _, count in journal.moment_counts(range_):
        moments[day] += count
    recorded = set(journal.recorded_dates(range_))
    made = {}
    for day in range_:
        rated, bled = values.get(day, (None, None))
        made[day] = CalendarDay(
            day,
            rating=rated if isinstance(rated, int) else None,
            bleeding=None if bled is None else Bleeding(str(bled)),
            moments=moments[day],
            recorded=day in recorded,
            is_today=day == today,
            future=day > today,
        )
    return made


def _month(
    range_: DateRange, rating: str, days: dict[date, CalendarDay], week_start: int
) -> MonthView:
    lead = (range_.start.weekday() - week_start) % DAYS_A_WEEK
    weeks = -(-(lead + len(range_)) // DAYS_A_WEEK)
    opening = range_.start - timedelta(days=lead)
    shown = [opening + timedelta(days=n) for n in range(weeks * DAYS_A_WEEK)]
    fields = [days[day] if day in range_ else CalendarDay(day, outside=True) for day in shown]
    return MonthView(
        range_.start,
        rating,
        tuple(tuple(fields[n : n + DAYS_A_WEEK]) for n in range(0, len(fields), DAYS_A_WEEK)),
    )
