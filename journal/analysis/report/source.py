"""What every part of a report is made from, read once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from journal.analysis.relations.answers import Findings
from journal.analysis.relations.daily import DailyRecord, daily_record
from journal.analysis.report.choices import ReportChoices
from journal.analysis.review.events import Events, events
from journal.cycle.engine import read_cycles
from journal.cycle.reading import CycleReading, CycleRecord
from journal.cycle.record import load_cycle_record
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange


@dataclass(frozen=True, slots=True)
class LongFindings:
    """All that was asked of a longer record.

    Attributes:
        names: Of its measures.
        span: How long it reaches back, in words: "the last three years".
    """

    found: Findings
    names: Mapping[str, str]
    span: str


@dataclass(frozen=True, slots=True)
class ReportSource:
    """The journal, what it was asked for, and what was read out of it.

    Attributes:
        within: The reading with the cycles and bleeds that began in the days of the report.
        daily: Those days, a number of each measure on each.
        events: What began or ended in them.
    """

    journal: ReadableJournal
    choices: ReportChoices
    today: date
    record: CycleRecord
    reading: CycleReading
    within: CycleReading
    daily: DailyRecord
    events: Events

    @property
    def range_(self) -> DateRange:
        """The days of the report."""
        return self.choices.range_


def report_source(journal: ReadableJournal, choices: ReportChoices, today: date) -> ReportSource:
    """Read a journal for a report."""
    record = load_cycle_record(journal, today)
    reading = read_cycles(record, today)
    range_ = choices.range_
    within = replace(
        reading,
        cycles=tuple(read for read in reading.cycles if read.cycle.onset in range_),
        bleeds=tuple(bleed for bleed in reading.bleeds if bleed.start in range_),
    )
    return ReportSource(
        journal=journal,
        choices=choices,
        today=today,
        record=record,
        reading=reading,
        within=within,
        daily=daily_record(journal, reading, range_),
        events=events(journal, reading, range_, range_),
    )
