"""What a journal or a backup holds, counted, to be seen before one takes the other's place."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Final

from journal.domain.catalogues import CatalogueName
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange
from journal.domain.snapshot import RecordSnapshot

_EVERY_DAY: Final = DateRange(date.min, date.max)


@dataclass(frozen=True, slots=True)
class Overview:
    """How many of each; `dates` counts the dates with anything recorded, moments included."""

    dates: int
    moments: int
    contexts: int
    stages: int
    cycle_answers: int
    intentions: int
    words: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing is recorded."""
        return not any(getattr(self, item.name) for item in fields(self))


def overview_of_journal(journal: ReadableJournal) -> Overview:
    """Count what is in a journal."""
    return Overview(
        dates=len(journal.recorded_dates(_EVERY_DAY)),
        moments=sum(count for _, count in journal.moments_a_day()),
        contexts=len(journal.contexts()),
        stages=len(journal.stages()),
        cycle_answers=len(journal.cycle_answers()),
        intentions=len(journal.intentions()),
        words=sum(len(journal.catalogue(name).own) for name in CatalogueName),
    )


def overview_of(snapshot: RecordSnapshot) -> Overview:
    """Count what is in a record."""
    dates = {day.date for day in snapshot.days} | {moment.date for moment in snapshot.moments}
    return Overview(
        dates=len(dates),
        moments=len(snapshot.moments),
        contexts=len(snapshot.contexts),
        stages=len(snapshot.stages),
        cycle_answers=len(snapshot.cycle_answers),
        intentions=len(snapshot.intentions),
        words=sum(entry.own for _, entry in snapshot.entries),
    )


def span_of(snapshot: RecordSnapshot) -> tuple[date, date] | None:
    """Return the first and the last date with anything recorded; None when there is none."""
    days = [day.date for day in snapshot.days]
    dates = days + [moment.date for moment in snapshot.moments]
    return (min(dates), max(dates)) if dates else None
