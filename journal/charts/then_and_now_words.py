"""Two spans side by side, in words and numbers."""

from functools import partial
from typing import Final

from journal.analysis.quartiles import FEWEST_DAYS
from journal.analysis.relations.measure_words import measure_name
from journal.analysis.relations.size_words import number_words
from journal.analysis.review.measures import Compared, Side
from journal.analysis.review.review import Review
from journal.charts.chart import Cell, Chart, ChartTable
from journal.charts.cycle_wheel_words import empty_chart
from journal.charts.then_and_now import ThenAndNow, then_and_now_figure
from journal.domain.labels import counted, span_words
from journal.domain.ratings import RATINGS

KEY: Final = "then-and-now"
TITLE: Final = "Then and now"
COLUMNS: Final = (
    "",
    *("days", "lower quarter", "middle", "upper quarter"),
    *("days before", "lower quarter before", "middle before", "upper quarter before"),
    *("difference", "from", "to"),
)
LEGEND: Final = "A dot is the middle of the days, the bar through it holds the middle half of them."


def then_and_now_chart(review: Review) -> Chart:
    """Return the chart of a review."""
    rows = [
        ThenAndNow(measure_name(item.measure, review.names), item.now, item.before)
        for item in review.compared
        if item.measure in RATINGS and _drawn(item)
    ]
    if not rows:
        sentence = f"A rating is drawn here from {FEWEST_DAYS} days on, in either span."
        return empty_chart(KEY, TITLE, sentence, COLUMNS)
    span = review.span
    return Chart(
        key=KEY,
        title=TITLE,
        subtitle=(
            f"{span_words(span.range_)}, compared with {span_words(span.before)} · "
            f"{counted(review.recorded.now.recorded, 'day')} and "
            f"{review.recorded.before.recorded:,} recorded"
        ),
        sentence=" ".join([*map(_said, rows), LEGEND]),
        table=ChartTable(COLUMNS, tuple(_row(item, review) for item in review.compared)),
        figure=partial(then_and_now_figure, rows),
    )


def _drawn(item: Compared) -> bool:
    return item.now.median is not None or item.before.median is not None


def _said(row: ThenAndNow) -> str:
    return f"{row.name} {_middle(row.now)}, before {_middle(row.before)}."


def _middle(side: Side) -> str:
    return "too few days" if side.median is None else number_words(side.median)


def _row(item: Compared, review: Review) -> tuple[Cell, ...]:
    found = item.finding
    difference = (
        (None, None, None)
        if found is None or found.low is None or found.high is None
        else tuple(
            round(value, 2) for value in (found.answer.estimate or 0.0, found.low, found.high)
        )
    )
    return (
        measure_name(item.measure, review.names),
        *_cells(item.now),
        *_cells(item.before),
        *difference,
    )


def _cells(side: Side) -> tuple[Cell, ...]:
    return (side.days, side.lower, side.median, side.upper)
