"""The charts that are drawn of one rating: over time, over the cycle, by phase, around a change."""

from collections.abc import Sequence
from typing import Final

from journal.analysis.by_cycle_day import by_cycle_day, usual_since
from journal.analysis.over_time import over_time
from journal.analysis.relations.before_after import before_after
from journal.analysis.relations.by_phase import by_phase
from journal.analysis.relations.by_stage import by_stage
from journal.analysis.relations.cycle_curve import cycle_curve
from journal.analysis.steps import Step, step_for
from journal.charts.before_after_words import before_after_chart
from journal.charts.by_cycle_day_words import by_cycle_day_chart
from journal.charts.chart import Chart
from journal.charts.cycle_curve_words import cycle_curve_chart
from journal.charts.cycle_wheel_words import empty_chart
from journal.charts.group_rows_words import by_phase_chart, by_stage_chart
from journal.charts.over_time_words import over_time_chart
from journal.domain.owner_settings import TimeAxis
from journal.exchange.bundle.source import ChartSource

MOST_CHANGES: Final = 3
REACH_DAYS: Final = 90  # on each side of a change, as Patterns shows it first
NO_CHANGE: Final = "No change is noted under “More” that days could be laid around."


def together_over_time(source: ChartSource, ratings: Sequence[str]) -> tuple[Chart, ...]:
    """Draw several ratings over the span in one chart."""
    reading = source.reading if step_for(len(source.range_)) is Step.DAY else None
    result = over_time(source.journal, codes=ratings, range_=source.range_, reading=reading)
    return (over_time_chart(result),)


def alone_over_time(source: ChartSource, code: str) -> tuple[Chart, ...]:
    """Draw one rating over the span."""
    return together_over_time(source, [code])


def over_cycles(source: ChartSource, code: str) -> tuple[Chart, ...]:
    """Lay the whole record over the axis that suits her situation."""
    axis = source.journal.settings().axis
    months = axis is TimeAxis.MONTHS_SINCE
    since = usual_since(source.journal, source.reading) if months else None
    result = by_cycle_day(source.journal, code, axis=axis, reading=source.reading, since=since)
    return (by_cycle_day_chart(result),)


def curve(source: ChartSource, code: str) -> tuple[Chart, ...]:
    """Draw one rating as a curve over the cycle."""
    return (cycle_curve_chart(cycle_curve(source.daily, code), source.daily.names),)


def round_curve(source: ChartSource, code: str) -> tuple[Chart, ...]:
    """Draw the curve of one rating round."""
    found = cycle_curve(source.daily, code)
    return (cycle_curve_chart(found, source.daily.names, polar=True),)


def phases(source: ChartSource, code: str) -> tuple[Chart, ...]:
    """Draw one rating by phase."""
    return (by_phase_chart(by_phase(source.daily, source.reading, code), source.daily.names),)


def stages(source: ChartSource, code: str) -> tuple[Chart, ...]:
    """Draw one rating by declared stage."""
    return (by_stage_chart(by_stage(source.daily, code), source.daily.names),)


def changes(source: ChartSource, code: str) -> tuple[Chart, ...]:
    """Lay one rating around each of the newest changes, whatever the span."""
    record = source.daily_of_all
    newest = record.changes[-MOST_CHANGES:]
    if not newest:
        return (empty_chart("before-and-after", "Before and after", NO_CHANGE, ()),)
    return tuple(
        before_after_chart(before_after(record, code, change, REACH_DAYS), record.names)
        for change in reversed(newest)
    )
