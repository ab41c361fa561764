"""What the journal may want of an export, small enough to be held: one record after the other.

A day is the first ten characters of the time Health wrote, which is the person's own; the offset
behind it is used for how long something took and for what was written last, never for the day.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from journal.domain.ranges import ONE_DAY
from journal.exchange.importing.apple_errors import TooManyRecords
from journal.exchange.importing.apple_sleep import SleepSpans
from journal.exchange.importing.apple_stream import HealthTag, Passed
from journal.exchange.importing.apple_words import (
    ASLEEP,
    CATEGORY,
    CYCLE_START,
    PROTECTION,
    QUANTITY,
    SLEEP,
    VALUE,
    YES,
)
from journal.exchange.importing.gathering import day_of

MOST_RECORDS: Final = 250_000  # thirty a day for twenty years
_LONGEST_TEXT: Final = 200
_MIDNIGHT: Final = "00:00:00"
_TIME: Final = slice(11, 19)  # of "2026-03-29 07:00:00 +0200"
_BEFORE_OFFSET: Final = 19


@dataclass(frozen=True, slots=True)
class HealthRecord:
    """One record.

    Attributes:
        kind: Its type, and its value, without the prefix that all have.
        day: The person's own day on which it begins.
        last: The last day it covers.
        started: When it began, in seconds of one clock for all records; `created` when written.
        cycle_start: Whether Health has this for the first day of a cycle.
        protection: Whether protection was used, where that was said.
    """

    kind: str
    value: str
    day: date
    last: date
    source: str
    unit: str
    started: int
    created: int
    cycle_start: bool
    protection: bool | None


@dataclass(slots=True)
class HealthRecords:
    """Everything that was found."""

    records: list[HealthRecord] = field(default_factory=list)
    sleep: SleepSpans = field(default_factory=SleepSpans)
    not_asleep: int = 0
    passed: Passed = field(default_factory=Passed)
    _texts: dict[str, str] = field(default_factory=dict)

    def take(self, tag: HealthTag) -> None:
        """Keep a record.

        Raises:
            DateUnreadable: It has no day; names its line.
            TooManyRecords: There are more than a lifetime has.
        """
        kind = tag.kind.removeprefix(CATEGORY).removeprefix(QUANTITY)
        value = tag.said.get("value", "").removeprefix(VALUE)
        if kind == SLEEP:
            self._take_sleep(tag, value)
            return
        if len(self.records) >= MOST_RECORDS:
            raise TooManyRecords(MOST_RECORDS)
        place = f"Line {tag.line:,}"
        start, end = tag.said.get("startDate", ""), tag.said.get("endDate", "")
        day = day_of(start, place)
        protection = tag.metadata.get(PROTECTION)
        self.records.append(
            HealthRecord(
                kind=kind,
                value=self._once(value),
                day=day,
                last=_last_day(day, end, place),
                source=self._once(tag.said.get("sourceName", "")),
                unit=self._once(tag.said.get("unit", "")),
                started=instant(start),
                created=instant(tag.said.get("creationDate", "")),
                cycle_start=tag.metadata.get(CYCLE_START) in YES,
                protection=None if protection is None else protection in YES,
            )
        )

    def _take_sleep(self, tag: HealthTag, value: str) -> None:
        if value not in ASLEEP:
            self.not_asleep += 1
            return
        if len(self.sleep) >= SleepSpans.MOST:
            raise TooManyRecords(SleepSpans.MOST)
        end = tag.said.get("endDate", "")
        self.sleep.add(
            self._once(tag.said.get("sourceName", "")),
            instant(tag.said.get("startDate", "")),
            instant(end),
            day_of(end, f"Line {tag.line:,}"),
        )

    def _once(self, text: str) -> str:
        """Keep each text once, however many records say it."""
        short = text[:_LONGEST_TEXT]
        return self._texts.setdefault(short, short)


def instant(text: str) -> int:
    """Return when it was, in seconds of one clock for all; 0 where that cannot be read."""
    try:
        # Python reads an offset only without the space Health puts before it.
        moment = datetime.fromisoformat(text[:_BEFORE_OFFSET] + text[_BEFORE_OFFSET:].strip())
        return int(moment.timestamp()) if moment.tzinfo else 0
    except (ValueError, OverflowError, OSError):
        return 0


def days_of(record: HealthRecord) -> Iterator[date]:
    """Give every day a record covers."""
    yield from map(date.fromordinal, range(record.day.toordinal(), record.last.toordinal() + 1))


def _last_day(day: date, end: str, place: str) -> date:
    if not end:
        return day
    last = day_of(end, place)
    if end[_TIME] == _MIDNIGHT and last > day:
        last -= ONE_DAY  # it ended as that day began
    return max(last, day)
