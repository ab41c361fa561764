"""One file for a calendar of her own: days ahead, moments planned, a reminder, as she chose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from journal.analysis.days_ahead import DaysAheadAnswer
from journal.connection.intentions import DAYS_A_WEEK, ticked
from journal.domain.intentions import Intention
from journal.domain.journal import Journal, ReadableJournal
from journal.domain.own_calendar import OwnCalendar, new_calendar_key
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import ONE_DAY, DateRange, days_after
from journal.exchange.calendar_file import AllDay, calendar_file
from journal.exchange.days_ahead_file import NOON, days_to_come

PLANNED_TITLE: Final = "A small thing I have in mind"
# The same for the same week, so that a newer file takes the place of an older one.
_PLANNED: Final = "planned-{week}-{number}"


class Planned(StrEnum):
    """How the moments she planned come into the calendar; others may see it."""

    LEFT_OUT = "left_out"
    ONE_A_WEEK = "one_a_week"
    IN_HER_WORDS = "in_her_words"


@dataclass(frozen=True, slots=True)
class CalendarParts:
    """What is in the file.

    Attributes:
        ahead_title: What the days ahead are called; None leaves them out.
        remind_at: Local time of a daily reminder; None leaves it out.
    """

    ahead_title: str | None
    planned: Planned = Planned.LEFT_OUT
    remind_at: time | None = None


def planned_moments(journal: ReadableJournal, today: date) -> list[Intention]:
    """Return the intentions of this week and later ones that nothing has ticked yet."""
    first = days_after(today, 1 - DAYS_A_WEEK)
    found = journal.intentions(DateRange(first, date.max))
    tallies = journal.moment_tallies(DateRange(first, today + ONE_DAY)) if found else []
    return [item for item in found if not ticked(item, tallies)]


def calendar_entries(
    found: DaysAheadAnswer, planned: Sequence[Intention], parts: CalendarParts, today: date
) -> list[AllDay]:
    """Return the entries of whole days, none of them before today."""
    span = days_to_come(found, today)
    ahead = [AllDay(parts.ahead_title, span)] if span and parts.ahead_title else []
    return [*ahead, *_planned_entries(planned, parts.planned, today)]


def own_calendar_file(
    entries: Sequence[AllDay], remind_at: time | None, name: str, *, key: str, today: date
) -> bytes:
    """Write the file; the same on one day for the same entries of one journal."""
    written_at = datetime.combine(today, NOON)
    return calendar_file(entries, key=key, written_at=written_at, remind_at=remind_at, name=name)


def calendar_with_key(journal: Journal) -> OwnCalendar:
    """Return what she wants in her calendar; its key is given the first time a file is taken."""

    def given(settings: OwnerSettings) -> OwnerSettings:
        wanted = settings.own_calendar
        return replace(settings, own_calendar=replace(wanted, key=wanted.key or new_calendar_key()))

    if not journal.settings().own_calendar.key:
        journal.change_settings(given)
    return journal.settings().own_calendar


def _planned_entries(planned: Sequence[Intention], how: Planned, today: date) -> list[AllDay]:
    weeks: dict[date, list[Intention]] = {}
    for item in planned if how is not Planned.LEFT_OUT else ():
        weeks.setdefault(item.week, []).append(item)
    entries = []
    for week, chosen in sorted(weeks.items()):
        span = DateRange(max(week, today), max(days_after(week, DAYS_A_WEEK), today))
        each = how is Planned.IN_HER_WORDS
        titles = [item.words.strip() for item in chosen] if each else [PLANNED_TITLE]
        entries += [
            AllDay(title, span, part=_PLANNED.format(week=week.isoformat(), number=number))
            for number, title in enumerate(titles)
            if span
        ]
    return entries
