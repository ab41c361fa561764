"""What began or ended in a span: periods, stages she declared, contexts; and days apart."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from journal.analysis.apart_days import apart_dates
from journal.connection.intentions import DAYS_A_WEEK, WeekClosed, week_closes
from journal.cycle.reading import CycleReading
from journal.domain.contexts import Context
from journal.domain.cycle_answers import CycleQuestion
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange, days_after
from journal.domain.stages import StageDeclaration


@dataclass(frozen=True, slots=True)
class Period:
    """A period that began in the span.

    Attributes:
        length_days: Of the cycle that ended with it; None where it ended none, or where she is
            asked whether a period in it is missing.
    """

    onset: date
    length_days: int | None


@dataclass(frozen=True, slots=True)
class Events:
    """What began or ended, oldest first.

    Attributes:
        began: Contexts that began in the span.
        ended: Contexts of which a day of the span is the last.
        apart_days: Days of the span spent apart, and of the span before.
    """

    periods: tuple[Period, ...]
    stages: tuple[StageDeclaration, ...]
    began: tuple[Context, ...]
    ended: tuple[Context, ...]
    apart_days: int
    apart_before: int

    @property
    def nothing(self) -> bool:
        """Whether nothing is told of."""
        told = (*self.periods, *self.stages, *self.began, *self.ended)
        return not (told or self.apart_days or self.apart_before)


def events(
    journal: ReadableJournal, reading: CycleReading, range_: DateRange, before: DateRange
) -> Events:
    """Gather what began or ended; nothing after the day of the reading counts."""
    contexts = journal.contexts()
    ended = [
        item for item in contexts if item.end is not None and days_after(item.end, -1) in range_
    ]
    return Events(
        periods=tuple(_periods(reading, range_)),
        stages=tuple(item for item in journal.stages() if item.date in range_),
        began=tuple(item for item in contexts if item.start in range_),
        ended=tuple(sorted(ended, key=lambda item: (item.end or range_.end, item.start, item.id))),
        apart_days=len(apart_dates(journal, range_, range_.last)),
        apart_before=len(apart_dates(journal, before, before.last)),
    )


def closed_weeks(
    journal: ReadableJournal, range_: DateRange, today: date
) -> tuple[WeekClosed, ...]:
    """Return what became of the intentions of weeks that began in the span and are over."""
    chosen = sorted(journal.intentions(range_), key=lambda item: item.week)
    if not chosen:
        return ()
    span = DateRange(chosen[0].week, days_after(chosen[-1].week, DAYS_A_WEEK))
    tallies = journal.moment_tallies(span)
    weeks = [
        (DateRange(start, days_after(start, DAYS_A_WEEK)), list(items))
        for start, items in groupby(chosen, key=lambda item: item.week)
    ]
    return tuple(week_closes(items, tallies, week) for week, items in weeks if week.end <= today)


def _periods(reading: CycleReading, range_: DateRange) -> list[Period]:
    asked = {
        item.onset for item in reading.questions if item.question is CycleQuestion.MISSED_PERIOD
    }
    lengths = {
        read.cycle.end: read.cycle.length_days
        for read in reading.cycles
        if read.cycle.onset not in asked
    }
    onsets = [read.cycle.onset for read in reading.cycles if read.cycle.onset in range_]
    return [Period(onset, lengths.get(onset)) for onset in onsets]
