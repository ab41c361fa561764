"""Carry-over in words and numbers: the same day, the days after, and the other way round."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import plotly.graph_objects as go

from journal.analysis.relations.answers import NotYet
from journal.analysis.relations.lags import LagEffect, LagEffects
from journal.analysis.relations.measure_words import contrast_words, measure_name, spoken
from journal.analysis.relations.questions import RelationQuestion
from journal.analysis.relations.waiting_words import missing_words
from journal.analysis.relations.words import UNIT_NAMES, difference_words, interval_words
from journal.charts.chart import Cell, Chart, ChartTable, Shade
from journal.charts.cycle_wheel_words import empty_chart
from journal.charts.lag_effects import LagDot, lag_effects_figure
from journal.domain.labels import counted

KEY: Final = "days-before-and-after"
COLUMNS: Final = ("Days after", "Size", "From", "To", "In")
# Said in the sentence; the others stand in the picture and in the numbers.
SAID_LAGS: Final = (0, 1, -1)
HOW_TO_READ: Final = (
    "Each is told beside the others. A line that crosses zero may be nothing: of pictures with "
    "nothing in them, one in twenty has a line that does not. These seven are counted among "
    "themselves; what is sure among everything looked at, the findings say."
)
UNTOLD: Final = "The days before and after cannot be told apart in your record."
Names = Mapping[str, str]


def lag_effects_chart(result: LagEffects | NotYet, names: Names) -> Chart:
    """Return the chart of an outcome on the days around an exposure."""
    if isinstance(result, NotYet):
        question = result.question
        exposure = question.exposure if isinstance(question, RelationQuestion) else question.outcome
        missing = missing_words(result, names)
        words = f"{missing[0].upper()}{missing[1:]}"
        return empty_chart(KEY, _title(question.outcome, exposure, names), words, COLUMNS)
    title = _title(result.outcome, result.exposure, names)
    dots = [dot for lag in result.lags if (dot := _dot(lag, result, names)) is not None]
    if not dots:
        return empty_chart(KEY, title, UNTOLD, COLUMNS)
    outcome = spoken(result.outcome, names)
    thing = contrast_words(result.exposure, names, result.contrast)
    unit = UNIT_NAMES[outcome.unit]
    return Chart(
        key=f"{KEY}-{result.outcome}-{result.exposure}",
        title=title,
        subtitle=f"{thing[0].upper()}{thing[1:]} · {counted(result.days, 'day')}",
        sentence=" ".join(_sentences(dots, thing, outcome.noun)),
        table=ChartTable(COLUMNS, tuple(_row(dot, unit) for dot in dots)),
        figure=partial(_figure, dots, _axis(result, names), f"{_name(result, names)}, {unit}"),
    )


def _figure(dots: list[LagDot], x_title: str, y_title: str, shade: Shade) -> go.Figure:
    return lag_effects_figure(dots, x_title, y_title, shade)


def _title(outcome: str, exposure: str, names: Names) -> str:
    return f"Days before and after: {spoken(outcome, names).noun}, {_noun(exposure, names)}"


def _axis(result: LagEffects, names: Names) -> str:
    return f"Days from {_noun(result.exposure, names)} to {spoken(result.outcome, names).noun}"


def _noun(measure: str, names: Names) -> str:
    return spoken(measure, names).noun.removeprefix("the number of ").removeprefix("the share of ")


def _name(result: LagEffects, names: Names) -> str:
    return measure_name(result.outcome, names)


def _dot(found: LagEffect, result: LagEffects, names: Names) -> LagDot | None:
    ends = found.interval()
    if found.effect is None or ends is None:
        return None
    outcome, estimate = spoken(result.outcome, names), found.effect.estimate
    size = difference_words(estimate, outcome)
    said = f"{when_words(found.lag)} {size} ({interval_words(*ends)})"
    return LagDot(found.lag, estimate, *ends, said)


def when_words(lag: int) -> str:
    """Say how far the outcome lies from the exposure: "the same day", "2 days before"."""
    if not lag:
        return "the same day"
    return f"{counted(abs(lag), 'day')} {'after' if lag > 0 else 'before'}"


def _sentences(dots: list[LagDot], thing: str, noun: str) -> list[str]:
    parts = [dot.said for lag in SAID_LAGS for dot in dots if dot.lag == lag]
    said = [f"{noun[0].upper()}{noun[1:]} with {thing}: {'; '.join(parts)}."] if parts else []
    return [*said, HOW_TO_READ]


def _row(dot: LagDot, unit: str) -> tuple[Cell, ...]:
    return (dot.lag, *(round(size, 2) for size in (dot.estimate, dot.low, dot.high)), unit)
