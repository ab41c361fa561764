"""What she chose for her calendar, read back by a calendar library."""

import re
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

import pytest
from icalendar import Calendar

from journal.analysis.days_ahead import DaysAhead
from journal.domain.intentions import Intention, IntentionSource
from journal.domain.journal import Journal
from journal.domain.moments import Moment
from journal.domain.own_calendar import OwnCalendar
from journal.domain.ranges import DateRange
from journal.exchange.own_calendar_file import (
    PLANNED_TITLE,
    CalendarParts,
    Planned,
    calendar_entries,
    calendar_with_key,
    own_calendar_file,
    planned_moments,
)
from journal.storage import memory_journal
from tests.builders import on

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
TODAY = on("2026-11-18")  # a Wednesday
THIS_WEEK, NEXT_WEEK = on("2026-11-16"), on("2026-11-23")
KEY = "0123456789abcdef0123456789abcdef"
FOUND = DaysAhead("Care", DateRange(on("2026-11-20"), on("2026-11-27")), (), 1)
PLANS = [
    Intention(THIS_WEEK, "I take his hand; twice, on the stairs"),
    Intention(THIS_WEEK, "Tea"),
    Intention(NEXT_WEEK, "Thanks"),
]


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: NOW)


def file(parts: CalendarParts, plans: list[Intention] = PLANS) -> bytes:
    entries = calendar_entries(FOUND, plans, parts, TODAY)
    return own_calendar_file(entries, parts.remind_at, "Journal", key=KEY, today=TODAY)


def events(parts: CalendarParts, plans: list[Intention] = PLANS) -> dict[str, Any]:
    """Return the entries of the file by their titles."""
    found = Calendar.from_ical(file(parts, plans)).walk("VEVENT")
    return {str(event["summary"]): event for event in found}


def test_only_what_she_chose_is_in_the_file() -> None:
    assert events(CalendarParts(None)) == {}
    assert set(events(CalendarParts("Care"))) == {"Care"}
    both = CalendarParts("Care", Planned.ONE_A_WEEK, time(21))
    assert set(events(both)) == {"Care", PLANNED_TITLE, "A few words in my journal"}


def test_her_words_are_in_the_file_only_where_she_said_so() -> None:
    assert b"hand" not in file(CalendarParts("Care", Planned.ONE_A_WEEK))
    said = events(CalendarParts(None, Planned.IN_HER_WORDS))
    assert set(said) == {"I take his hand; twice, on the stairs", "Tea", "Thanks"}


def test_a_plan_spans_what_is_left_of_its_week() -> None:
    said = events(CalendarParts(None, Planned.IN_HER_WORDS))
    assert (said["Tea"].start, said["Tea"].end) == (TODAY, NEXT_WEEK)
    assert (said["Thanks"].start, said["Thanks"].end) == (NEXT_WEEK, on("2026-11-30"))
    assert str(said["Tea"]["transp"]) == "TRANSPARENT"


def test_each_entry_is_known_again_and_none_takes_the_place_of_another() -> None:
    parts = CalendarParts("Care", Planned.IN_HER_WORDS, time(21))
    found = Calendar.from_ical(file(parts)).walk("VEVENT")
    uids = [str(event["uid"]) for event in found]
    assert len(set(uids)) == len(uids) == 5
    without_days = events(CalendarParts(None, Planned.IN_HER_WORDS))
    assert str(without_days["Thanks"]["uid"]) in uids


def test_a_week_that_is_over_is_not_planned_any_more() -> None:
    assert events(CalendarParts(None, Planned.ONE_A_WEEK), [Intention(on("2026-11-09"), "x")]) == {}


def test_the_file_keeps_the_rules_of_its_format() -> None:
    lines = file(CalendarParts("Care", Planned.IN_HER_WORDS, time(21))).split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    # RFC 5545, 3.1 and 3.3.11: lines of at most 75 octets; semicolons and commas escaped.
    assert max(map(len, lines)) <= 75
    assert b"SUMMARY:I take his hand\\; twice\\, on the stairs" in lines
    assert all(re.match(rb"[A-Z-]+[:;]| ", line) for line in lines[:-1])


def test_the_same_choice_on_one_day_is_the_same_file() -> None:
    parts = CalendarParts("Care", Planned.IN_HER_WORDS, time(21))
    assert file(parts) == file(parts)


def test_what_is_ticked_is_no_plan_any_more(journal: Journal) -> None:
    journal.save_intention(Intention(THIS_WEEK, "Hug", IntentionSource.MOMENT, "long_hug"))
    journal.save_intention(Intention(THIS_WEEK, "Done", done_on=TODAY))
    journal.save_intention(Intention(THIS_WEEK, "Open"))
    journal.save_intention(Intention(NEXT_WEEK, "Hug", IntentionSource.MOMENT, "long_hug"))
    journal.save_intention(Intention(on("2026-11-09"), "Last week"))
    journal.add_moment(Moment(TODAY, "long_hug"))
    planned = [(item.week, item.words) for item in planned_moments(journal, TODAY)]
    assert planned == [(THIS_WEEK, "Open"), (NEXT_WEEK, "Hug")]


def uids(journal: Journal) -> set[str]:
    """Take a file with everything in it, and return what a calendar knows its entries by."""
    parts = CalendarParts("Care", Planned.IN_HER_WORDS, time(21))
    entries = calendar_entries(FOUND, PLANS, parts, TODAY)
    key = calendar_with_key(journal).key
    content = own_calendar_file(entries, parts.remind_at, "Journal", key=key, today=TODAY)
    return {str(event["uid"]) for event in Calendar.from_ical(content).walk("VEVENT")}


def test_two_journals_share_no_entry_and_one_keeps_its_own(journal: Journal) -> None:
    mine, other = uids(journal), uids(memory_journal(lambda: NOW))
    assert len(mine) == len(other) == 5
    assert not mine & other
    assert mine == uids(journal)


def test_the_entries_stay_the_same_when_a_backup_is_put_back(journal: Journal) -> None:
    mine, elsewhere = uids(journal), memory_journal(lambda: NOW)
    elsewhere.restore(journal.snapshot())
    assert mine == uids(elsewhere)


def test_the_key_of_a_calendar_changes_nothing_else_she_wants_there(journal: Journal) -> None:
    wanted = OwnCalendar("A softer week", time(20, 30))
    journal.change_settings(lambda kept: replace(kept, own_calendar=wanted))
    key = calendar_with_key(journal).key
    assert len(key) == 32
    assert replace(wanted, key=key) == journal.settings().own_calendar
