"""How far back a look reaches, and which ratings there are to look at."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from journal.cycle.calendar_months import months_after
from journal.domain.journal import ReadableJournal
from journal.domain.owner_settings import EARLIEST_BIRTH_YEAR
from journal.domain.ranges import ONE_DAY, DateRange
from journal.domain.ratings import CORE_RATINGS, OPTIONAL_RATINGS, RATINGS


class Span(StrEnum):
    """A span that ends today."""

    TWO_WEEKS = "two_weeks"
    ONE_MONTH = "one_month"
    THREE_MONTHS = "three_months"
    SIX_MONTHS = "six_months"
    ONE_YEAR = "one_year"
    THREE_YEARS = "three_years"
    ALL = "all"


SPAN_NAMES: Final = {
    Span.TWO_WEEKS: "2 weeks",
    Span.ONE_MONTH: "1 month",
    Span.THREE_MONTHS: "3 months",
    Span.SIX_MONTHS: "6 months",
    Span.ONE_YEAR: "1 year",
    Span.THREE_YEARS: "3 years",
    Span.ALL: "All",
}
USUAL_SPAN: Final = Span.THREE_MONTHS
EARLIEST_DATE: Final = date(EARLIEST_BIRTH_YEAR, 1, 1)
_TWO_WEEKS_DAYS: Final = 14
_MONTHS: Final = {
    Span.ONE_MONTH: 1,
    Span.THREE_MONTHS: 3,
    Span.SIX_MONTHS: 6,
    Span.ONE_YEAR: 12,
    Span.THREE_YEARS: 36,
}


def span_range(span: Span, today: date, first: date | None) -> DateRange:
    """Return the dates a span covers; `ALL` reaches back to `first`, the record's first date."""
    two_weeks = DateRange.last_days(_TWO_WEEKS_DAYS, today)
    if span is Span.ALL:
        return DateRange(min(first or two_weeks.start, two_weeks.start), two_weeks.end)
    if span is Span.TWO_WEEKS:
        return two_weeks
    return DateRange(months_after(today, -_MONTHS[span]) + ONE_DAY, today + ONE_DAY)


def chosen_range(journal: ReadableJournal, span: str | None, today: date) -> DateRange:
    """Return the dates of a chosen span; three months when nothing is chosen."""
    chosen = Span(span) if span else USUAL_SPAN
    first = journal.first_date() if chosen is Span.ALL else None
    return span_range(chosen, today, first)


def dates_between(first: date, last: date, today: date) -> DateRange:
    """Return the days from the first to the last, none of them after today.

    Two dates the wrong way round are the same two dates.
    """
    start, end = sorted((min(first, today), min(last, today)))
    return DateRange(start, end + ONE_DAY)


def rating_choices(journal: ReadableJournal, range_: DateRange | None = None) -> list[str]:
    """List the ratings to choose from: the core, those switched on, those recorded in the span."""
    switched_on = journal.settings().optional_ratings
    others = [scale.code for scale in OPTIONAL_RATINGS if scale.code not in switched_on]
    recorded = journal.day_columns(others, range_) if others else {}
    known = {*switched_on, *(code for code in others if _holds_any(recorded[code]))}
    core = [scale.code for scale in CORE_RATINGS]
    return [*core, *(scale.code for scale in OPTIONAL_RATINGS if scale.code in known)]


def usual_ratings(choices: Sequence[str]) -> list[str]:
    """Return the ratings that are shown until others are chosen: the core."""
    return [scale.code for scale in CORE_RATINGS if scale.code in choices]


def rating_name(code: str) -> str:
    """Name a rating, for a choice on the screen."""
    return RATINGS[code].name


def _holds_any(column: Sequence[object]) -> bool:
    return any(value is not None for value in column)
