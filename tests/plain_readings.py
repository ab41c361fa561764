"""Readings of a record that say no more than where its bleeds and cycles begin and end."""

from datetime import date

from journal.cycle.cycles import cycles
from journal.cycle.forecast import Silence, SilentBecause
from journal.cycle.onsets import bleeds
from journal.cycle.reading import CycleReading, ReadCycle
from journal.cycle.stage_evidence import StageEvidence
from journal.cycle.unreadable import unreadable_spans
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import ONE_DAY, DateRange

NO_EVIDENCE = StageEvidence(None, None, ())


def plain_reading(journal: ReadableJournal, today: date) -> CycleReading:
    """Read cycles and bleeds out of a journal: no ovulation, no phase, no forecast."""
    found = bleeds(journal.bleeding_days(DateRange(date.min, today + ONE_DAY)))
    by_start = {bleed.start: bleed for bleed in found}
    onsets = [bleed.start for bleed in found if bleed.starts_cycle]
    unreadable = unreadable_spans(journal.contexts(), today)
    read = tuple(
        ReadCycle(cycle, by_start[cycle.onset], None, ())
        for cycle in cycles(onsets, today, unreadable=unreadable)
    )
    silent = Silence(SilentBecause.SWITCHED_OFF)
    return CycleReading(today, tuple(found), read, (), (), silent, NO_EVIDENCE)


def nothing_read(today: date) -> CycleReading:
    """Read nothing out of nothing."""
    silent = Silence(SilentBecause.NO_CYCLE_OPEN)
    return CycleReading(today, (), (), (), (), silent, NO_EVIDENCE)
