"""The cycles so far as a list, newest first, each with how much of it was recorded."""

from bisect import bisect_left
from dataclasses import dataclass

from journal.cycle.reading import CycleReading, ReadCycle
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import ONE_DAY, DateRange


@dataclass(frozen=True, slots=True)
class CycleRow:
    """One cycle of the list.

    Attributes:
        range_: Its days; those up to today while it is open.
        recorded_days: How many of them recorded anything at all.
    """

    read: ReadCycle
    range_: DateRange
    recorded_days: int


def cycle_history(
    journal: ReadableJournal, reading: CycleReading, newest: int | None = None
) -> list[CycleRow]:
    """List the cycles, newest first.

    Args:
        journal: Where the recorded days are counted.
        reading: The cycles.
        newest: How many at most; None lists all.
    """
    chosen = reading.cycles if newest is None else reading.cycles[-newest:]
    if not chosen:
        return []
    after_today = reading.today + ONE_DAY
    ranges = [DateRange(read.cycle.onset, read.cycle.end or after_today) for read in chosen]
    recorded = journal.recorded_dates(DateRange(ranges[0].start, ranges[-1].end))
    rows = (
        CycleRow(
            read, range_, bisect_left(recorded, range_.end) - bisect_left(recorded, range_.start)
        )
        for read, range_ in zip(chosen, ranges, strict=True)
    )
    return list(rows)[::-1]
