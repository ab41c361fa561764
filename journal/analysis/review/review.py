"""The whole of a review: one journal, one span, what can be said of it and what cannot."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from journal.analysis.completeness import Completeness, completeness
from journal.analysis.relations.answers import Finding, Findings, Sureness
from journal.analysis.relations.daily import DailyRecord, daily_record
from journal.analysis.review.events import Events, closed_weeks, events
from journal.analysis.review.matters import findings_that_matter
from journal.analysis.review.measures import Compared, Verdict, compared, in_cycles, reach
from journal.analysis.review.moments import ReviewMoments, review_moments
from journal.analysis.review.spans import ReviewSpan
from journal.connection.intentions import WeekClosed
from journal.cycle.day_words import phase_on
from journal.cycle.phases import PhaseSpan
from journal.cycle.reading import CycleReading, CycleRecord
from journal.cycle.standing import Standing, standing_on
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange


@dataclass(frozen=True, slots=True)
class Recorded:
    """How complete the record is.

    Attributes:
        before: Of the span compared with.
        measures: On how many days of the span each compared measure is recorded.
    """

    now: Completeness
    before: Completeness
    measures: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Matters:
    """The findings that matter, and how many there were to choose from."""

    findings: tuple[Finding, ...]
    looked_at: int
    sure: int


@dataclass(frozen=True, slots=True)
class Review:
    """What is said of a span.

    Attributes:
        names: What each measure is called.
        standing: Where she stood on the last day of the span.
        phase: The phase of that day, where it can be said.
        compared: Each measure with a day in either span.
        by_cycle: A comparison takes account of where in a cycle days lie.
        apart_left_out: Days apart are left out of the comparison, as she set it.
        weeks: What became of intentions, oldest week first.
        matters: None until the findings of a longer record are added.
    """

    span: ReviewSpan
    today: date
    names: Mapping[str, str]
    recorded: Recorded
    standing: Standing
    phase: PhaseSpan | None
    compared: tuple[Compared, ...]
    by_cycle: bool
    apart_left_out: bool
    moments: ReviewMoments
    events: Events
    weeks: tuple[WeekClosed, ...]
    matters: Matters | None = None

    @property
    def looked_at(self) -> int:
        """How many differences could be looked at."""
        return sum(item.finding is not None for item in self.compared)

    @property
    def nothing(self) -> bool:
        """Whether nothing was recorded on any day of the span."""
        return not self.recorded.now.recorded

    def of(self, *verdicts: Verdict) -> tuple[Compared, ...]:
        """Return the measures of which this is said, in the order of the scales."""
        return tuple(item for item in self.compared if item.verdict in verdicts)


def review(
    journal: ReadableJournal,
    record: CycleRecord,
    reading: CycleReading,
    span: ReviewSpan,
) -> Review:
    """Review a span up to the day of the reading; the findings of the longer record come after.

    Args:
        journal: Whose review it is.
        record: What the reading was made from; long enough for the span.
        reading: Her cycles.
        span: The days, and what they are compared with.
    """
    today, range_ = reading.today, span.range_
    daily = daily_record(journal, reading, reach(span))
    items = compared(daily, span)
    return Review(
        span=span,
        today=today,
        names=daily.names,
        recorded=Recorded(
            now=completeness(journal, range_),
            before=completeness(journal, span.before),
            measures=_days(daily, items, range_),
        ),
        standing=standing_on(range_.last, record, reading),
        phase=phase_on(reading, range_.last),
        compared=items,
        by_cycle=any(in_cycles(daily, item.measure) for item in items if item.finding),
        apart_left_out=daily.leave_apart_out,
        moments=review_moments(journal, range_, span.before, today),
        events=events(journal, reading, range_, span.before),
        weeks=closed_weeks(journal, range_, today),
    )


def with_findings(made: Review, found: Findings, daily: DailyRecord) -> Review:
    """Add the findings that matter for the span.

    Args:
        made: The review.
        found: What was asked of a longer record.
        daily: That record.
    """
    told = findings_that_matter(found, daily, made.span.range_)
    names = {**daily.names, **made.names}
    return replace(
        made, names=names, matters=Matters(told, found.asked, len(found.of(Sureness.SURE)))
    )


def _days(daily: DailyRecord, items: tuple[Compared, ...], range_: DateRange) -> Mapping[str, int]:
    """Count the days with each measure, days apart among them."""
    inside = [place for place, day in enumerate(daily.days) if day in range_]
    return {
        item.measure: int(np.isfinite(daily.measured(item.measure)[inside]).sum()) for item in items
    }
