"""What the charts of one bundle are made from; each part is read once, when the first needs it."""

from datetime import date
from functools import cached_property

from journal.analysis.apart import Apart, apart
from journal.analysis.bids import BidOverview, bid_overview
from journal.analysis.relations.answers import Findings
from journal.analysis.relations.ask import ask
from journal.analysis.relations.asked import usual_questions
from journal.analysis.relations.daily import DailyRecord, daily_record
from journal.analysis.relations.findings import findings
from journal.analysis.sensations import Felt, felt_in
from journal.analysis.spans import Span, chosen_range
from journal.cycle.engine import read_cycles
from journal.cycle.reading import CycleReading, CycleRecord
from journal.cycle.record import load_cycle_record
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange


class ChartSource:
    """A journal as it is looked at for one bundle, and all that was read of it so far.

    Made for one bundle and dropped with it: a record that changes later is another source.

    Args:
        journal: Whose charts are made.
        today: The day of the reader.
        span: How far back charts look, where they have a span.
    """

    def __init__(self, journal: ReadableJournal, today: date, span: Span) -> None:
        self.journal = journal
        self.today = today
        self.span = span

    @cached_property
    def range_(self) -> DateRange:
        """The dates of the span."""
        return chosen_range(self.journal, self.span.value, self.today)

    @cached_property
    def record(self) -> CycleRecord:
        """The whole record of her cycles."""
        return load_cycle_record(self.journal, self.today)

    @cached_property
    def reading(self) -> CycleReading:
        """What can be said of her cycles."""
        return read_cycles(self.record, self.today)

    @cached_property
    def daily(self) -> DailyRecord:
        """The span laid out day by day."""
        return daily_record(self.journal, self.reading, self.range_)

    @cached_property
    def daily_of_all(self) -> DailyRecord:
        """The whole record laid out day by day."""
        if self.span is Span.ALL:
            return self.daily
        everything = chosen_range(self.journal, Span.ALL.value, self.today)
        return daily_record(self.journal, self.reading, everything)

    @cached_property
    def findings(self) -> Findings:
        """What goes with what in the span; worked out longest of all."""
        return findings(ask(self.daily, usual_questions(self.daily)))

    @cached_property
    def bids(self) -> BidOverview:
        """The bids of the span."""
        return bid_overview(self.journal, self.range_, self.reading, self.today)

    @cached_property
    def apart(self) -> Apart:
        """The times apart of the span."""
        return apart(self.journal, self.range_, self.today)

    @cached_property
    def felt(self) -> Felt:
        """The sensations of the span."""
        return felt_in(self.journal, self.range_, self.today)
