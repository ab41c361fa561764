"""The open cycle as a line of days, below the cycles before it, all laid out by cycle day."""

import math
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from journal.charts.chart import Shade
from journal.charts.cycle_days import (
    OvulationMark,
    day_number,
    days_of_cycle,
    elapsed_days,
    last_date,
    likely_onset,
    open_cycle,
    ovulation_mark,
)
from journal.charts.cycle_marks import (
    FIRST,
    LATER,
    LIKELY_NAME,
    OVULATION_NAMES,
    TODAY_NAME,
    Patch,
    ground,
    hover_points,
    likely_fill,
    ovulation_marker,
    phase_keys,
    phase_patches,
    room_for_legend,
    span_line,
    today_marker,
)
from journal.charts.cycle_words import day_words
from journal.charts.panels import Panel, stacked
from journal.charts.theme import PALETTES, phase_colour
from journal.cycle.forecast import LikelyDay
from journal.cycle.onsets import Bleed
from journal.cycle.phases import Phase
from journal.cycle.reading import CycleReading, ReadCycle
from journal.domain.labels import MONTH_WORDS, counted, date_words
from journal.domain.ranges import days_after

CYCLES_BEFORE: Final = 3
OTHER_BLEEDING: Final = "Other bleeding"
LEFT_MARGIN: Final = 26  # half a date below the first day
ROW_HEIGHT: Final = 46
WEEK_DAYS: Final = 7
MOST_TICKS: Final = 6  # each with a date below it, at 320 px
MOST_POINTS: Final = 300  # of one row
# Where things lie in a row, from its foot at 0 to its head at 1.
BAR: Final = (0.3, 0.78)
BELOW: Final = (0.03, 0.2)
ABOVE: Final = 0.9


@dataclass(frozen=True, slots=True)
class Row:
    """One cycle of the picture; `likely` and `today` only of the open one.

    Attributes:
        last_day: The last cycle day drawn in it.
        bleeds: Those that begin within it, after its menses.
        today: Its cycle day today.
    """

    read: ReadCycle
    last_day: int
    bleeds: tuple[Bleed, ...]
    ovulation: OvulationMark | None
    likely: LikelyDay | None = None
    today: int | None = None


def rows_of(reading: CycleReading) -> list[Row]:
    """Lay out the newest closed cycles and the open one, oldest first; none without an open one."""
    current = open_cycle(reading)
    if current is None:
        return []
    closed = [read for read in reading.cycles if read.cycle.length_days is not None]
    return [_row(read, reading) for read in (*closed[-CYCLES_BEFORE:], current)]


def _row(read: ReadCycle, reading: CycleReading) -> Row:
    is_open = read.cycle.is_open
    last = last_date(read, reading)
    return Row(
        read,
        day_number(read, last),
        tuple(bleed for bleed in reading.bleeds if read.cycle.onset < bleed.start <= last),
        ovulation_mark(read, reading),
        likely_onset(reading) if is_open else None,
        elapsed_days(read, reading.today) if is_open else None,
    )


def row_name(row: Row) -> str:
    """Name a row by its dates and length."""
    onset = date_words(row.read.cycle.onset)
    if row.today:
        return f"This cycle, since {onset}: today is day {row.today}"
    return f"From {onset}: {counted(row.read.cycle.length_days or 0, 'day')}"


def cycle_line_figure(rows: list[Row], shade: Shade) -> go.Figure:
    """Draw the rows below each other."""
    axis = {"range": [0, 1], "showticklabels": False, "showgrid": False}
    figure = stacked(
        shade,
        [Panel(row_name(row), ROW_HEIGHT, axis) for row in rows],
        "Cycle day and date of this cycle",
        tick_lines=2,
    )
    last = max(row.last_day for row in rows)
    figure.update_xaxes(range=[0.4, last + 0.6], showgrid=True, **_ticks(rows[-1], last))
    patches = []
    for place, row in enumerate(rows, start=1):
        own = _patches(row)
        patches += own
        more = {"yaxis": f"y{place}" if place > 1 else "y"}
        figure.add_trace(_track(row, shade, more))
        figure.add_traces(phase_patches(own, shade, **more))
        figure.add_traces([trace.update(more) for trace in _marks(row, shade)])
        figure.add_trace(_hover(row).update(more))
    _unite_keys(figure)
    figure.add_traces(phase_keys(patches, shade))
    return room_for_legend(figure, LEFT_MARGIN)


def _unite_keys(figure: go.Figure) -> None:
    """Keep one entry of the legend for each name, however many rows have it."""
    seen: set[str] = set()
    for trace in figure.data:
        if trace.showlegend is not False:
            trace.showlegend = trace.name not in seen
            seen.add(trace.name)


def _ticks(row: Row, last: int) -> dict[str, Any]:
    every = WEEK_DAYS
    while last / every > MOST_TICKS:
        every *= 2
    days = list(range(1, last + 1, every))
    dates = [days_after(row.read.cycle.onset, day - 1) for day in days]
    words = [f"{day.day} {MONTH_WORDS[day.month - 1][:3]}" for day in dates]
    return {
        "tickvals": days,
        "ticktext": [f"{day}<br>{word}" for day, word in zip(days, words, strict=True)],
    }


def _box(start: float, end: float, sides: tuple[float, float]) -> tuple[list[float], list[float]]:
    foot, head = sides
    return [start, end, end, start, start], [foot, foot, head, head, foot]


def _track(row: Row, shade: Shade, more: dict[str, str]) -> go.Scatter:
    x, y = _box(0.5, (row.today or row.last_day) + 0.5, BAR)
    return ground(x, y, shade, more)


def _patches(row: Row) -> list[Patch]:
    patches = []
    for span in row.read.phases:
        if span.range_:
            start = day_number(row.read, span.range_.start) - 0.5
            x, y = _box(start + 0.04, start + len(span.range_) - 0.04, BAR)
            patches.append(Patch(span.phase, span.basis, x, y))
    return patches


def _marks(row: Row, shade: Shade) -> list[go.Scatter]:
    traces = [_bleeding(row, shade)] if row.bleeds else []
    return [*traces, *_likely(row, shade), *_ovulation(row, shade), *_today(row, shade)]


def _bleeding(row: Row, shade: Shade) -> go.Scatter:
    x, y = [], []
    for bleed in row.bleeds:
        ends = day_number(row.read, bleed.start) - 0.5, day_number(row.read, bleed.last) + 0.5
        corners = _box(*ends, BELOW)
        x += [*corners[0], None]
        y += [*corners[1], None]
    return go.Scatter(
        name=OTHER_BLEEDING,
        legendrank=LATER,
        x=x,
        y=y,
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=PALETTES[shade].bleeding,
        hoverinfo="skip",
    )


def _likely(row: Row, shade: Shade) -> list[go.Scatter]:
    if row.likely is None:
        return []
    start = day_number(row.read, row.likely.span.start) - 0.5
    x, y = _box(start, start + len(row.likely.span), BELOW)
    middle = day_number(row.read, row.likely.median)
    return [
        go.Scatter(name=LIKELY_NAME, x=x, y=y, **likely_fill(shade)),
        go.Scatter(
            name="Its middle",
            x=[middle, middle],
            y=[BELOW[0] - 0.06, BELOW[1] + 0.08],
            mode="lines",
            line={"color": phase_colour(Phase.MENSTRUAL, shade), "width": 3},
            hoverinfo="skip",
            showlegend=False,
        ),
    ]


def _ovulation(row: Row, shade: Shade) -> list[go.Scatter]:
    mark = row.ovulation
    if mark is None:
        return []
    start = day_number(row.read, mark.range_.start) - 0.5
    name = OVULATION_NAMES[mark.basis]
    return [
        go.Scatter(
            name=f"{name}, span",
            x=[start, start + len(mark.range_)],
            y=[ABOVE, ABOVE],
            mode="lines",
            line=span_line(mark.basis, shade),
            cliponaxis=False,
            hoverinfo="skip",
            showlegend=False,
        ),
        go.Scatter(
            name=name,
            x=[day_number(row.read, mark.date)],
            y=[ABOVE],
            mode="markers",
            marker={**ovulation_marker(mark.basis, shade), "size": 10},
            legendrank=LATER + 1,
            cliponaxis=False,
            hoverinfo="skip",
        ),
    ]


def _today(row: Row, shade: Shade) -> list[go.Scatter]:
    if row.today is None:
        return []
    return [
        go.Scatter(
            name=TODAY_NAME,
            x=[row.today],
            y=[sum(BAR) / 2],
            mode="markers",
            marker={**today_marker(shade), "size": 14},
            cliponaxis=False,
            legendrank=FIRST,
            hoverinfo="skip",
        )
    ]


def _hover(row: Row) -> go.Scatter:
    last = days_after(row.read.cycle.onset, row.last_day - 1)
    days = days_of_cycle(row.read, last)
    shown = days[:: math.ceil(len(days) / MOST_POINTS)]
    middle = sum(BAR) / 2
    return hover_points(
        [day.cycle_day for day in shown],
        [middle] * len(shown),
        [day_words(day) for day in shown],
        size=10,
    )
