"""The calendar file, read back by a calendar library."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from icalendar import Calendar

from journal.domain.ranges import DateRange
from journal.exchange.calendar_file import AllDay, calendar_file
from tests.builders import on

WRITTEN = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
SPAN = DateRange(on("2026-12-18"), on("2026-12-27"))
KEY = "0123456789abcdef0123456789abcdef"


def read(*entries: AllDay, remind_at: time | None = None, key: str = KEY) -> Calendar:
    content = calendar_file(entries, key=key, written_at=WRITTEN, remind_at=remind_at)
    return Calendar.from_ical(content)


def test_a_span_becomes_one_all_day_entry_with_its_end_outside() -> None:
    (event,) = read(AllDay("More care may be welcome", SPAN)).walk("VEVENT")
    assert str(event["summary"]) == "More care may be welcome"
    assert (event.start, event.end) == (date(2026, 12, 18), date(2026, 12, 27))
    assert str(event["transp"]) == "TRANSPARENT"


@pytest.mark.parametrize("title", ["a; b, c\\d", "line\nbreak", "é 漢字 🌙", "x" * 300])
def test_her_words_come_back_as_she_wrote_them(title: str) -> None:
    (event,) = read(AllDay(title, SPAN, words=title)).walk("VEVENT")
    assert str(event["summary"]) == str(event["description"]) == title


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nX-A:b", "a\nX-A:b"),
        ("a\rb", "a\nb"),
        ("a\x01\x0b\x1bb", "a   b"),
        ("a\u2028b", "a b"),
        ("a\ud800b", "a b"),
    ],
)
def test_no_word_holds_what_a_calendar_cannot_read(typed: str, kept: str) -> None:
    entries = [AllDay(typed, SPAN, typed)]
    content = calendar_file(entries, key=KEY, written_at=WRITTEN, name=f"{typed}; c")
    assert not set(content) & (set(range(32)) - set(b"\r\n"))
    assert content.count(b"\r") == content.count(b"\n") == content.count(b"\r\n")
    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    assert str(event["summary"]) == str(event["description"]) == kept
    assert str(calendar["x-wr-calname"]) == f"{' '.join(kept.split())}\\; c"


def test_a_newer_file_takes_the_place_of_an_older_one() -> None:
    (first,) = read(AllDay("One", SPAN)).walk("VEVENT")
    (second,) = read(AllDay("Two", SPAN)).walk("VEVENT")
    assert str(first["uid"]) == str(second["uid"])


def test_entries_of_two_journals_are_never_taken_for_one_another() -> None:
    entries = [AllDay("One", SPAN), AllDay("Two", SPAN), AllDay("Three", SPAN, part="a")]
    mine, other = (
        [str(event["uid"]) for event in read(*entries, remind_at=time(21), key=key).walk("VEVENT")]
        for key in (KEY, KEY[::-1])
    )
    assert len({*mine, *other}) == 8
    # RFC 7986, section 5.3: a UUID, and nothing of who or where.
    assert all(str(UUID(uid)) == uid for uid in mine)
    assert not any(KEY in uid.replace("-", "") for uid in mine)


def test_the_reminder_comes_daily_by_her_own_clock_and_rings() -> None:
    (event,) = read(remind_at=time(21, 30)).walk("VEVENT")
    assert event.start == datetime(2026, 11, 22, 21, 30)  # noqa: DTZ001  # floating on purpose
    assert event["rrule"]["FREQ"] == ["DAILY"]
    (alarm,) = event.walk("VALARM")
    assert alarm["trigger"].dt == timedelta(0)


def test_a_calendar_is_called_what_she_calls_it_and_asks_again_twice_a_day() -> None:
    content = calendar_file([], key=KEY, written_at=WRITTEN, name="Tea; or me, or not")
    read = Calendar.from_ical(content)
    # RFC 7986: the name is a text, in which these are escaped; the library leaves them so.
    assert str(read["name"]) == str(read["x-wr-calname"]) == "Tea\\; or me\\, or not"
    assert read["refresh-interval"].dt == timedelta(hours=12)
    assert read["refresh-interval"].params["value"] == "DURATION"
    assert str(read["x-published-ttl"]) == read["refresh-interval"].to_ical().decode() == "PT12H"


def test_without_anything_ahead_the_file_is_still_a_calendar() -> None:
    assert read().walk("VEVENT") == []
