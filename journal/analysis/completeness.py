"""Completeness: days recorded of the days there were, in words and never as a score."""

from dataclasses import dataclass
from datetime import date

from journal.domain.journal import ReadableJournal
from journal.domain.labels import counted
from journal.domain.ranges import DateRange

LAST_DAYS = 30


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many days of a span hold anything recorded."""

    recorded: int
    days: int


def completeness(journal: ReadableJournal, range_: DateRange) -> Completeness:
    """Count the days of a span on which anything was recorded, moments included."""
    return Completeness(len(journal.recorded_dates(range_)), len(range_))


def recent_completeness(
    journal: ReadableJournal, today: date, days: int = LAST_DAYS
) -> Completeness:
    """Count over the last days, or since the record began if that is shorter."""
    range_ = DateRange.last_days(days, today)
    first = journal.first_date()
    if first is not None and range_.start < first <= today:
        range_ = DateRange(first, range_.end)
    return completeness(journal, range_)


def completeness_words(found: Completeness) -> str:
    """Say it: "18 of the last 30 days"."""
    if found.days == 1:
        return "today" if found.recorded else "nothing yet today"
    return f"{found.recorded:,} of the last {counted(found.days, 'day')}"
