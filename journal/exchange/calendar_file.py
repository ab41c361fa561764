"""Days ahead, plans and a reminder as an iCalendar file (RFC 5545), for a calendar of her own.

The file holds no rating, and nothing she wrote but the titles she chose for it.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Final
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event, vText

from journal.domain.ranges import DateRange

PRODUCT: Final = "-//Tending//Journal//EN"
# What an entry is to a calendar: the same in a newer file, so that it takes the older one's place.
_AHEAD: Final = "days-ahead-{number}"
_REMINDER: Final = "write"
REMINDER_WORDS: Final = "A few words in my journal"
REMINDER_MINUTES: Final = 5
# The days move once a day at most, and with what she records.
ASK_AGAIN_AFTER: Final = timedelta(hours=12)
_ASK_AGAIN_WRITTEN: Final = "PT12H"
# RFC 5545, section 3.1: no text holds a control character; separators of lines break some readers.
_NO_TEXT: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class AllDay:
    """An entry that takes whole days.

    Attributes:
        part: What it is to the calendar, the same in a newer file; empty for its place among
            the days ahead.
    """

    title: str
    range_: DateRange
    words: str = ""
    part: str = ""


def calendar_file(
    entries: Sequence[AllDay],
    *,
    key: str,
    written_at: datetime,
    remind_at: time | None = None,
    name: str | None = None,
) -> bytes:
    """Write the file.

    Args:
        entries: Spans of whole days, none of them empty.
        key: The journal's own (`OwnCalendar`); no entry of another journal has the same UID.
        written_at: The moment it is written, which calendars compare files by.
        remind_at: Local time of a daily reminder, from the date of `written_at` on; None for none.
        name: What a calendar that subscribes is called; some show its address where it has none.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    # RFC 7986, and what calendars that do not know it yet read instead.
    if name is not None:
        for property_ in ("name", "x-wr-calname"):
            calendar.add(property_, vText(" ".join(_text(name).split())))
    calendar.add("refresh-interval", ASK_AGAIN_AFTER, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", _ASK_AGAIN_WRITTEN)
    for number, entry in enumerate(entries):
        calendar.add_component(_all_day(entry, number, key, written_at))
    if remind_at is not None:
        calendar.add_component(_reminder(remind_at, key, written_at))
    return bytes(calendar.to_ical())


def _uid(key: str, part: str) -> str:
    """Return an identifier as RFC 7986, section 5.3 asks for: a UUID that tells nothing."""
    return str(uuid5(UUID(hex=key), part))


def _all_day(entry: AllDay, number: int, key: str, written_at: datetime) -> Event:
    event = Event()
    event.add("uid", _uid(key, entry.part or _AHEAD.format(number=number)))
    event.add("dtstamp", written_at.astimezone(UTC))
    event.add("summary", _text(entry.title))
    event.add("dtstart", entry.range_.start)
    event.add("dtend", entry.range_.end)  # RFC 5545: not inclusive, as our own ranges
    event.add("transp", "TRANSPARENT")  # it takes no time away from anything
    if entry.words:
        event.add("description", _text(entry.words))
    return event


def _text(words: str) -> vText:
    """Return words as the format allows them; a line of its own stays one."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return vText(
        "".join(
            sign if sign == "\n" or unicodedata.category(sign) not in _NO_TEXT else " "
            for sign in lines
        )
    )


def _reminder(at: time, key: str, written_at: datetime) -> Event:
    event = Event()
    # Without a zone it is her own clock, wherever she is.
    begins = datetime.combine(written_at.date(), at)
    event.add("uid", _uid(key, _REMINDER))
    event.add("dtstamp", written_at.astimezone(UTC))
    event.add("summary", REMINDER_WORDS)
    event.add("dtstart", begins)
    event.add("duration", timedelta(minutes=REMINDER_MINUTES))
    event.add("rrule", {"freq": "daily"})
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", REMINDER_WORDS)
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
    return event
