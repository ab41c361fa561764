"""The days ahead and a reminder as one calendar file, the same to take and to be fetched."""

from datetime import UTC, date, datetime, time
from typing import Final

from journal.analysis.days_ahead import USUAL_TITLE, DaysAhead, DaysAheadAnswer, days_ahead
from journal.cycle.engine import read_cycles
from journal.cycle.record import load_recent_record
from journal.domain.journal import ReadableJournal
from journal.domain.own_calendar import OwnCalendar
from journal.domain.ranges import DateRange
from journal.exchange.calendar_file import AllDay, calendar_file

# The same date in every zone her calendar may be in, give or take a few islands; and the same
# instant all day, so that a file fetched twice on one day is the same file.
NOON: Final = time(12, tzinfo=UTC)


def journal_days_ahead_file(journal: ReadableJournal, today: date) -> bytes:
    """Work the days ahead out as the record stands, and write the file."""
    reading = read_cycles(load_recent_record(journal, today), today)
    found = days_ahead(journal, reading, today)
    return days_ahead_file(found, journal.settings().own_calendar, today)


def days_ahead_file(found: DaysAheadAnswer, wanted: OwnCalendar, today: date) -> bytes:
    """Write what is still to come, and the reminder from today on; a calendar of nothing too.

    Args:
        found: The days ahead, or why none are named; no reason reaches the file.
        wanted: What she wants in her calendar, with its key.
        today: What has passed by then is left out.
    """
    title = title_of(wanted)
    span = days_to_come(found, today)
    return calendar_file(
        [AllDay(title, span)] if span else [],
        key=wanted.key,
        written_at=datetime.combine(today, NOON),
        remind_at=wanted.remind_at,
        name=title,
    )


def title_of(wanted: OwnCalendar) -> str:
    """Return what the days are called: in her words, or the usual ones."""
    return wanted.title.strip() or USUAL_TITLE


def days_to_come(found: DaysAheadAnswer, today: date) -> DateRange | None:
    """Return the days of the span that have not passed; None where there are none."""
    span = found.to_come(today) if isinstance(found, DaysAhead) else None
    return span or None
