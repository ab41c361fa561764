"""The charts that are drawn of no one rating: the cycle, the stage, connection, signs, findings."""

from typing import Final

from journal.analysis.account import account
from journal.analysis.relations.answers import Sureness
from journal.analysis.relations.days_behind import days_behind
from journal.analysis.relations.lags import lag_effects
from journal.analysis.relations.questions import RelationQuestion
from journal.analysis.relations.signs_by_cycle_day import CountedFrom, signs_by_cycle_day
from journal.analysis.review.review import review
from journal.analysis.review.spans import own_dates
from journal.charts.account_words import account_chart
from journal.charts.apart_words import apart_chart, apart_days_chart
from journal.charts.bids_rows_words import bids_by_group_chart, starts_chart
from journal.charts.bids_words import bids_chart
from journal.charts.chart import Chart
from journal.charts.cycle_lengths_words import cycle_lengths_chart
from journal.charts.cycle_line_words import cycle_line_chart
from journal.charts.cycle_wheel_words import cycle_wheel_chart, empty_chart
from journal.charts.days_behind_words import days_behind_chart
from journal.charts.felt_words import felt_chart, felt_moments_chart
from journal.charts.lag_effects_words import lag_effects_chart
from journal.charts.relations_forest_words import NOTHING_YET, forest_charts
from journal.charts.signs_heat import SignMeasure
from journal.charts.signs_heat_words import signs_heat_chart
from journal.charts.stage_line_words import stage_line_chart
from journal.charts.then_and_now_words import then_and_now_chart
from journal.exchange.bundle.source import ChartSource

MOST_FINDINGS: Final = 3
BEHIND_TITLE: Final = "Behind the clearest findings"


def wheel(source: ChartSource) -> tuple[Chart, ...]:
    """Draw the open cycle as a wheel."""
    return (cycle_wheel_chart(source.reading),)


def line(source: ChartSource) -> tuple[Chart, ...]:
    """Draw the open cycle as a line."""
    return (cycle_line_chart(source.reading),)


def lengths(source: ChartSource) -> tuple[Chart, ...]:
    """Draw the lengths of all cycles."""
    return (cycle_lengths_chart(source.reading),)


def stage_line(source: ChartSource) -> tuple[Chart, ...]:
    """Draw what she declared and what bears on it, over all years."""
    journal = source.journal
    return (stage_line_chart(source.reading, journal.stages(), journal.contexts()),)


def account_line(source: ChartSource) -> tuple[Chart, ...]:
    """Draw the account over the span."""
    return (account_chart(account(source.journal, source.range_, source.today)),)


def bids_over_time(source: ChartSource) -> tuple[Chart, ...]:
    """Draw how bids were met over the span."""
    return (bids_chart(source.bids),)


def bids_by_group(source: ChartSource) -> tuple[Chart, ...]:
    """Draw how bids were met by phase, or by stage."""
    return (bids_by_group_chart(source.bids),)


def starts(source: ChartSource) -> tuple[Chart, ...]:
    """Draw who starts."""
    return (starts_chart(source.bids),)


def time_apart(source: ChartSource) -> tuple[Chart, ...]:
    """Draw the times apart, and the days around them."""
    return (apart_chart(source.apart), apart_days_chart(source.apart))


def felt(source: ChartSource) -> tuple[Chart, ...]:
    """Draw what was felt where, and beside which moments."""
    return (felt_chart(source.felt), felt_moments_chart(source.felt))


def signs_often(source: ChartSource) -> tuple[Chart, ...]:
    """Draw how often signs were there, from a period on and to the next one."""
    return _signs(source, SignMeasure.HOW_OFTEN)


def signs_strong(source: ChartSource) -> tuple[Chart, ...]:
    """Draw how strong signs were, from a period on and to the next one."""
    return _signs(source, SignMeasure.HOW_STRONG)


def _signs(source: ChartSource, measure: SignMeasure) -> tuple[Chart, ...]:
    return tuple(
        signs_heat_chart(signs_by_cycle_day(source.daily, source.reading, counted_from), measure)
        for counted_from in CountedFrom
    )


def forest(source: ChartSource) -> tuple[Chart, ...]:
    """Draw what is sure of what goes with what, and what hardly differs."""
    shown = source.findings.of(Sureness.SURE, Sureness.HARDLY)
    return tuple(forest_charts(shown, source.findings, source.daily.names))


def behind_clearest(source: ChartSource) -> tuple[Chart, ...]:
    """Draw the days behind the clearest findings, and the days before and after."""
    record = source.daily
    made: list[Chart] = []
    for finding in source.findings.of(Sureness.SURE)[:MOST_FINDINGS]:
        question = finding.answer.question
        made.append(days_behind_chart(days_behind(record, question), record.names))
        if isinstance(question, RelationQuestion):
            lags = lag_effects(record, question.outcome, question.exposure)
            made.append(lag_effects_chart(lags, record.names))
    return tuple(made) or (empty_chart("days-behind", BEHIND_TITLE, NOTHING_YET, ()),)


def now_and_before(source: ChartSource) -> tuple[Chart, ...]:
    """Lay the span beside as many days before it."""
    range_ = source.range_
    span = own_dates(range_)
    return (then_and_now_chart(review(source.journal, source.record, source.reading, span)),)
