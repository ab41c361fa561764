"""What was felt where, and beside which moments, in words and numbers.

Counts are told with what they are out of; nothing is said to bring about anything.
"""

from functools import partial
from typing import Final

from journal.analysis.sensations import Felt, FeltAt, FeltWith
from journal.charts.chart import Chart, ChartTable
from journal.charts.cycle_wheel_words import empty_chart
from journal.charts.felt import Dot, Matrix, matrix_figure
from journal.domain.labels import counted, listed, span_words
from journal.domain.ranges import ONE_DAY, DateRange

KEY: Final = "felt"
TITLE: Final = "What I felt, and where"
INVITATION: Final = (
    "Tap a place and how it felt, on a day or on a moment, and you will see here what you felt "
    "where."
)
COLUMNS: Final = ("Place", "Quality", "Days")
MOMENTS_KEY: Final = "felt-with-moments"
MOMENTS_TITLE: Final = "Felt with which moments"
MOMENTS_INVITATION: Final = (
    "Open a moment you recorded and tap what you felt, and you will see here which moments it "
    "came with."
)
ONLY_DAYS: Final = (
    "So far you noted what you felt for days; the moments those days held are in the table."
)
KEPT_APART: Final = (
    "What was noted for a day that also held a moment is kept apart, in the table; the moment need "
    "not be what it came with."
)
MOMENTS_COLUMNS: Final = (
    *("Felt", "Moment", "Noted on the moment", "of moments"),
    *("Noted for a day with one", "of days with one"),
)
# What a phone can show; the table has them all.
MOST_ROWS: Final = 12
MOST_COLUMNS: Final = 7
MOST_SENSATIONS: Final = 4  # their names, and those of moments, are longer
NAMED: Final = 3


def felt_chart(felt: Felt) -> Chart:
    """Return the chart of what was felt where, place by quality."""
    if not felt.dates:
        return empty_chart(KEY, TITLE, INVITATION, COLUMNS)
    matrix = _where(felt)
    all_shown = len(matrix.dots) == len(felt.sensations)
    said = [_most_felt(felt), "A dot is as large as the number of days in it."]
    if not all_shown:
        said.append("What was felt on fewer days is in the table.")
    return Chart(
        key=KEY,
        title=TITLE,
        subtitle=_subtitle(felt),
        sentence=" ".join(said),
        table=ChartTable(
            COLUMNS,
            tuple((at.place, at.quality, at.days) for at in felt.sensations),
        ),
        figure=partial(matrix_figure, matrix),
    )


def felt_moments_chart(felt: Felt) -> Chart:
    """Return the chart of the moments sensations were noted on; days that share both are beside."""
    if not felt.with_moments:
        return empty_chart(MOMENTS_KEY, MOMENTS_TITLE, MOMENTS_INVITATION, MOMENTS_COLUMNS)
    matrix = _beside(felt)
    said = _beside_words(felt)
    if matrix.dots and len(matrix.dots) < sum(bool(item.on_moments) for item in felt.with_moments):
        said.append("What was noted on fewer moments is in the table.")
    return Chart(
        key=MOMENTS_KEY,
        title=MOMENTS_TITLE,
        subtitle=_subtitle(felt),
        sentence=" ".join(said),
        table=ChartTable(MOMENTS_COLUMNS, tuple(_row(item) for item in felt.with_moments)),
        figure=partial(matrix_figure, matrix),
        empty=not matrix.dots,
    )


def _where(felt: Felt) -> Matrix:
    rows = _most([(item.code, item.days) for item in felt.places], MOST_ROWS)
    columns = _most([(item.code, item.days) for item in felt.qualities], MOST_COLUMNS)
    return Matrix(
        name="Days",
        rows=tuple(item.name for item in felt.places if item.code in rows),
        columns=tuple(item.name for item in felt.qualities if item.code in columns),
        dots=tuple(
            Dot(
                rows.index(at.sensation.place),
                columns.index(at.sensation.quality),
                at.days,
                f"{at.words}, {counted(at.days, 'day')}",
            )
            for at in felt.sensations
            if at.sensation.place in rows and at.sensation.quality in columns
        ),
    )


def _beside(felt: Felt) -> Matrix:
    on_moments = [item for item in felt.with_moments if item.on_moments]
    kinds = {item.kind: 0 for item in on_moments}
    sensations = {item.felt.words: 0 for item in on_moments}
    for item in on_moments:
        kinds[item.kind] += item.on_moments
        # Not their sum: what was noted most on one kind, the sentence names.
        sensations[item.felt.words] = max(sensations[item.felt.words], item.on_moments)
    rows = sorted(_most(list(kinds.items()), MOST_ROWS), key=lambda name: -kinds[name])
    columns = _most(list(sensations.items()), MOST_SENSATIONS)
    return Matrix(
        name="Moments",
        rows=tuple(rows),
        columns=tuple(columns),
        dots=tuple(
            Dot(
                rows.index(item.kind),
                columns.index(item.felt.words),
                item.on_moments,
                f"{item.felt.words}, on {item.on_moments:,} of {_moments(item)}",
            )
            for item in on_moments
            if item.kind in rows and item.felt.words in columns
        ),
    )


def _most(counts: list[tuple[str, int]], limit: int) -> list[str]:
    """Return the keys of the largest counts, in the order they came in."""
    largest = sorted(range(len(counts)), key=lambda place: (-counts[place][1], place))[:limit]
    return [counts[place][0] for place in sorted(largest)]


def _subtitle(felt: Felt) -> str:
    days = counted(len(felt.dates), "day")
    span = DateRange(felt.dates[0], felt.dates[-1] + ONE_DAY)
    return f"{span_words(span)} · {days} with something felt"


def _most_felt(felt: Felt) -> str:
    often = [f"{_said(at)} on {counted(at.days, 'day')}" for at in felt.sensations[:NAMED]]
    return f"Felt most: {listed(often)}."


def _beside_words(felt: Felt) -> list[str]:
    most = max(felt.with_moments, key=lambda item: item.on_moments)
    if not most.on_moments:
        return [MOMENTS_INVITATION, ONLY_DAYS]
    what = _said(most.felt)
    first = f"{what[0].upper()}{what[1:]} was noted on {most.on_moments:,} of {_moments(most)}."
    return [first, KEPT_APART]


def _said(at: FeltAt) -> str:
    return f"{at.quality.lower()} ({at.place.lower()})"


def _moments(item: FeltWith) -> str:
    return f"{counted(item.moments, 'moment')} of “{item.kind}”"


def _row(item: FeltWith) -> tuple[str, str, int, int, int, int]:
    return (item.felt.words, item.kind, item.on_moments, item.moments, item.on_days, item.days)
