"""What goes with what, in words and numbers: the largest first, and how many were looked at."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import plotly.graph_objects as go

from journal.analysis.relations.answers import Finding, Findings, Sureness
from journal.analysis.relations.measure_words import spoken
from journal.analysis.relations.size_words import Unit
from journal.analysis.relations.words import (
    SURENESS_NAMES,
    UNIT_NAMES,
    days_behind_words,
    finding_words,
    full_label,
    question_code,
)
from journal.charts.chart import Cell, Chart, ChartTable, Shade
from journal.charts.cycle_wheel_words import empty_chart
from journal.charts.relations_forest import ForestRow, forest_figure
from journal.domain.labels import counted

KEY: Final = "what-goes-with-what"
TITLE: Final = "What goes with what, by size"
# Beyond it the picture is longer than anybody scrolls; the numbers below it have all.
MOST_ROWS: Final = 20
COLUMNS: Final = ("Relation", "Size", "From", "To", "In", "How sure", "Rests on")
NOTHING_YET: Final = (
    "Nothing in this time is sure enough to be drawn. More days may show it, or there may be "
    "nothing to show."
)
Names = Mapping[str, str]


def forest_charts(shown: Sequence[Finding], found: Findings, names: Names) -> list[Chart]:
    """Return one chart for each kind of scale, ratings first; an empty one where there is nothing.

    Args:
        shown: What is to be drawn, of those that have a direction.
        found: All that was looked at, to be counted.
        names: Of the measures.
    """
    directed = [one for one in shown if one.low is not None and one.high is not None]
    by_unit = {
        unit: [one for one in directed if spoken(_outcome(one), names).unit is unit]
        for unit in Unit
    }
    charts = [
        _chart(unit, some, found, names) for unit, some in by_unit.items() if _tells(unit, some)
    ]
    return charts or [empty_chart(KEY, TITLE, NOTHING_YET, COLUMNS)]


def by_size(some: Sequence[Finding]) -> list[Finding]:
    """Sort by size, the largest first, whatever its direction."""
    return sorted(some, key=lambda one: -abs(one.answer.estimate or 0.0))


def _tells(unit: Unit, some: Sequence[Finding]) -> bool:
    """Say whether a picture is worth its room: of what hardly differs only on the rating scale."""
    return bool(some) and (
        unit is Unit.POINT or any(one.sureness is not Sureness.HARDLY for one in some)
    )


def _chart(unit: Unit, some: Sequence[Finding], found: Findings, names: Names) -> Chart:
    ordered = by_size(some)
    drawn = ordered[:MOST_ROWS]
    return Chart(
        key=f"{KEY}-{unit.value}",
        title=TITLE if unit is Unit.POINT else f"{TITLE}, in {UNIT_NAMES[unit]}",
        subtitle=f"{counted(len(drawn), 'relation')} of {found.asked:,} looked at",
        sentence=" ".join(_sentences(drawn, len(ordered), names)),
        table=ChartTable(COLUMNS, tuple(_row(one, unit, names) for one in ordered)),
        figure=partial(_figure, [_forest_row(one, names) for one in drawn], UNIT_NAMES[unit]),
    )


def _figure(rows: Sequence[ForestRow], unit: str, shade: Shade) -> go.Figure:
    return forest_figure(rows, f"Lower or higher, {unit}", SURENESS_NAMES, shade)


def _sentences(drawn: Sequence[Finding], of: int, names: Names) -> list[str]:
    said = [f"The largest: {finding_words(drawn[0], names)}"]
    if of > len(drawn):
        said.append(f"The {len(drawn)} largest of {of} are drawn; the numbers below have all.")
    kinds = {one.sureness for one in drawn}
    said.append("A line is how far the size may reach; a filled dot is sure.")
    if Sureness.HARDLY in kinds:
        said.append("A hollow square hardly differs.")
    if Sureness.LIKELY in kinds:
        said.append("A hollow diamond may be chance.")
    return said


def _forest_row(one: Finding, names: Names) -> ForestRow:
    answer = one.answer
    return ForestRow(
        code=question_code(answer.question),
        name=full_label(answer.question, names, answer.contrast),
        sureness=one.sureness,
        estimate=answer.estimate or 0.0,
        low=one.low or 0.0,
        high=one.high or 0.0,
        said=finding_words(one, names),
    )


def _row(one: Finding, unit: Unit, names: Names) -> tuple[Cell, ...]:
    answer = one.answer
    return (
        full_label(answer.question, names, answer.contrast),
        *(
            None if size is None else round(size, 2)
            for size in (answer.estimate, one.low, one.high)
        ),
        UNIT_NAMES[unit],
        SURENESS_NAMES[one.sureness],
        days_behind_words(answer),
    )


def _outcome(one: Finding) -> str:
    return one.answer.question.outcome
