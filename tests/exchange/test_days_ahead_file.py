"""What her own calendar is given, read back by a calendar library."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import numpy as np
import pytest
from icalendar import Calendar

from journal.analysis.days_ahead import DaysAhead, NoDaysAhead, NoDaysBecause
from journal.cycle.forecast import Silence, SilentBecause
from journal.domain.journal import Journal
from journal.domain.own_calendar import OwnCalendar
from journal.domain.ranges import DateRange
from journal.exchange.days_ahead_file import (
    days_ahead_file,
    days_to_come,
    journal_days_ahead_file,
    title_of,
)
from journal.exchange.own_calendar_file import calendar_with_key
from journal.storage import memory_journal
from tests.builders import on

TODAY = on("2026-11-22")
SPAN = DateRange(on("2026-11-20"), on("2026-11-27"))
FOUND = DaysAhead("Care", SPAN, (), 1)
NONE = NoDaysAhead(NoDaysBecause.NO_FORECAST, silence=Silence(SilentBecause.SWITCHED_OFF))
WANTED = OwnCalendar(key="0123456789abcdef0123456789abcdef")
LENGTH = 28
NOTE = "He shouted, and I cried"


@pytest.fixture(scope="module")
def pattern() -> Journal:
    """Half a year of regular cycles with connection three points lower before each period."""
    journal = memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))
    calendar_with_key(journal)
    random = np.random.default_rng(0)
    for ago in range(10 + 7 * LENGTH, -1, -1):
        day = TODAY - timedelta(days=ago)
        into = (10 - ago) % LENGTH
        low = 3 if into >= LENGTH - 5 else 0
        rated = {"connection": round(random.normal(6, 0.7)) - low, "mood": 6, "note": NOTE}
        journal.save_day(day, rated | ({"bleeding": "medium"} if into < 4 else {}))
    return journal


def test_what_has_passed_is_left_out() -> None:
    assert DateRange(TODAY, SPAN.end) == days_to_come(FOUND, TODAY)
    (event,) = Calendar.from_ical(days_ahead_file(FOUND, WANTED, TODAY)).walk("VEVENT")
    assert (event.start, event.end) == (TODAY, SPAN.end)


@pytest.mark.parametrize("today", [SPAN.end, SPAN.end + timedelta(days=30)])
def test_days_that_are_over_are_not_given(today: date) -> None:
    assert days_to_come(FOUND, today) is None
    assert Calendar.from_ical(days_ahead_file(FOUND, WANTED, today)).walk("VEVENT") == []


@pytest.mark.parametrize(
    ("title", "shown"),
    [("", "More care may be welcome"), ("  ", "More care may be welcome"), (" Tea ", "Tea")],
)
def test_the_days_and_the_calendar_bear_her_words(title: str, shown: str) -> None:
    assert shown == title_of(OwnCalendar(title))
    read = Calendar.from_ical(days_ahead_file(FOUND, replace(WANTED, title=title), TODAY))
    (event,) = read.walk("VEVENT")
    assert shown == str(event["summary"]) == str(read["name"]) == str(read["x-wr-calname"])


def test_the_reminder_is_there_without_days_too() -> None:
    wanted = replace(WANTED, remind_at=time(20, 30))
    (event,) = Calendar.from_ical(days_ahead_file(NONE, wanted, TODAY)).walk("VEVENT")
    assert event.start == datetime(2026, 11, 22, 20, 30)  # noqa: DTZ001  # her own clock


def test_why_no_days_are_named_stays_in_the_journal() -> None:
    assert days_ahead_file(NONE, WANTED, TODAY).count(b"BEGIN:") == 1


def test_a_file_bears_one_stamp_all_day() -> None:
    (event,) = Calendar.from_ical(days_ahead_file(FOUND, WANTED, TODAY)).walk("VEVENT")
    assert event["dtstamp"].dt == datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_her_record_names_the_days_and_nothing_else_of_it_leaves(pattern: Journal) -> None:
    file = journal_days_ahead_file(pattern, TODAY)
    read = Calendar.from_ical(file)
    (event,) = read.walk("VEVENT")
    # The next period is likely about 10 December, eighteen days on.
    assert on("2026-12-01") <= event.start <= on("2026-12-06")
    assert {"SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "TRANSP"} == set(event)
    for private in (b"cried", b"connection", b"mood", b"period", b"points"):
        assert private not in file.lower()


def test_the_file_follows_the_record(pattern: Journal) -> None:
    first, later = (
        Calendar.from_ical(journal_days_ahead_file(pattern, TODAY + timedelta(days=days)))
        for days in (0, 15)
    )
    ((one,), (other,)) = (read.walk("VEVENT") for read in (first, later))
    assert one.start < other.start == TODAY + timedelta(days=15)
