"""Stages, contexts and bleeds drawn on one line of time, each name above its own lane."""

import html
from datetime import date, timedelta
from typing import Any, Final

import plotly.graph_objects as go

from journal.analysis.stage_time import Lane, StageTime
from journal.charts.chart import Shade
from journal.charts.cycle_marks import axis_ends, room_for_legend
from journal.charts.over_time import TICK_FORMATS
from journal.charts.panels import Panel, stacked
from journal.charts.theme import PALETTES
from journal.cycle.calendar_months import whole_months
from journal.cycle.standing import months_words
from journal.domain.labels import counted, date_words, span_words
from journal.domain.ranges import days_after

LANE_HEIGHT: Final = 16
BLEEDS_HEIGHT: Final = 22
LONGEST_NAME: Final = 44  # letters above a lane on a screen of 360 px
MARGIN: Final = 16  # half a year below the first date
ROOM: Final = 0.04  # of the time drawn, after today
BLEEDS_NAME: Final = "Bleeds"
STAGE_BAND: Final = 12  # pixels
CONTEXT_BAND: Final = 6
SHORT: Final = 0.02  # of the time drawn: a span below it would be a hair, so it has a mark


def stage_line_figure(result: StageTime, shade: Shade) -> go.Figure:
    """Draw the lanes from top to bottom: stages, contexts, dates, bleeds, the time since."""
    palette = PALETTES[shade]
    flat = {"range": [0, 1], "showticklabels": False, "showgrid": False}
    panels: list[Panel] = []
    traces: list[go.Scatter] = []

    def lane(name: str, height: int, *drawn: go.Scatter) -> None:
        panels.append(Panel(f"{html.escape(shortened(name))}", height, flat))
        axis = f"y{len(panels)}" if len(panels) > 1 else "y"
        traces.extend(trace.update(yaxis=axis) for trace in drawn)

    for stage in result.stages:
        lane(stage.name, LANE_HEIGHT, *_band(stage, result, palette.accent, STAGE_BAND))
    for context in result.contexts:
        lane(context.name, LANE_HEIGHT, *_band(context, result, palette.muted, CONTEXT_BAND))
    if result.menopause_on:
        name = f"Surgical or medical menopause, {date_words(result.menopause_on)}"
        lane(name, LANE_HEIGHT, _mark("Menopause", result.menopause_on, "square", palette.text))
    if result.bleeds:
        lane(bleeds_name(result), BLEEDS_HEIGHT, *_bleeds(result, shade))
    if result.last_period:
        lane(since_words(result), LANE_HEIGHT, *_since(result, result.last_period, palette.text))
    figure = stacked(shade, panels, tick_lines=2)
    figure.update_xaxes(**_date_axis(result))
    figure.add_traces(traces)
    return room_for_legend(figure, MARGIN)


def shortened(name: str) -> str:
    """Cut a name that would leave a narrow screen; the table has it whole."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def bleeds_name(result: StageTime) -> str:
    """Name the lane of bleeds; with the last of them where it is known to be that."""
    if result.final_period:
        return f"{BLEEDS_NAME}, final period {date_words(result.final_period)}"
    return BLEEDS_NAME


def since_words(result: StageTime) -> str:
    """Say how long ago the last period began."""
    if result.last_period is None:
        return ""
    months = whole_months(result.last_period, result.today)
    if months:
        return f"{months_words(months)} since your last period"
    return f"{counted((result.today - result.last_period).days, 'day')} since your last period"


def _date_axis(result: StageTime) -> dict[str, Any]:
    pad = timedelta(days=max(1, len(result.range_) * ROOM))
    return {
        "type": "date",
        "range": axis_ends(result.range_.start, result.range_.end, before=pad / 2, after=pad),
        "nticks": 6,
        "tickformatstops": TICK_FORMATS,
        "tickangle": 0,
        "showgrid": True,
    }


def _band(lane: Lane, result: StageTime, colour: str, width: int) -> list[go.Scatter]:
    """Return the spans of a lane, with a hover in the middle of each and an arrow if it goes on."""
    middles = [span.start + (span.end - span.start) / 2 for span in lane.spans]
    name = html.escape(lane.name)
    said = [f"<b>{name}</b><br>{span_words(span)}" for span in lane.spans]
    if lane.goes_on:
        said[-1] = f"<b>{name}</b><br>since {date_words(lane.spans[-1].start)}"
    traces = [
        go.Scatter(
            name=name,
            x=[x for span in lane.spans for x in (span.start, span.end, None)],
            y=[y for _ in lane.spans for y in (0.5, 0.5, None)],
            mode="lines",
            line={"color": colour, "width": width},
            hoverinfo="skip",
            showlegend=False,
        ),
        go.Scatter(
            name=f"{name}, dates",
            x=middles,
            y=[0.5] * len(middles),
            mode="markers",
            marker={
                "symbol": "diamond",
                "size": 9,
                "color": colour,
                "opacity": [float(len(span) < SHORT * len(result.range_)) for span in lane.spans],
            },
            text=said,
            hovertemplate="%{text}<extra></extra>",
            showlegend=False,
        ),
    ]
    if lane.goes_on:
        traces.append(_arrow_head(result.range_.end, colour, size=width + 5))
    return traces


def _arrow_head(day: date, colour: str, size: int) -> go.Scatter:
    return go.Scatter(
        name="Goes on",
        x=[day],
        y=[0.5],
        mode="markers",
        marker={"symbol": "triangle-right", "size": size, "color": colour},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )


def _mark(name: str, day: date, symbol: str, colour: str) -> go.Scatter:
    return go.Scatter(
        name=name,
        x=[day],
        y=[0.5],
        mode="markers",
        marker={"symbol": symbol, "size": 11, "color": colour},
        text=[f"<b>{name}</b><br>{date_words(day)}"],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )


def _bleeds(result: StageTime, shade: Shade) -> list[go.Scatter]:
    palette = PALETTES[shade]
    ticks = go.Scatter(
        name=BLEEDS_NAME,
        x=list(result.bleeds),
        y=[0.5] * len(result.bleeds),
        mode="markers",
        marker={
            "symbol": "line-ns",
            "size": 14,
            "line": {"color": palette.bleeding, "width": 1.6},
        },
        text=[f"<b>Bleed</b><br>from {date_words(day)}" for day in result.bleeds],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )
    if result.final_period is None:
        return [ticks]
    return [ticks, _mark("Final period", result.final_period, "diamond", palette.bleeding)]


def _since(result: StageTime, last: date, colour: str) -> list[go.Scatter]:
    today = days_after(result.today, 1)
    return [
        go.Scatter(
            name="Since the last period",
            x=[last, today],
            y=[0.5, 0.5],
            mode="lines",
            line={"color": colour, "width": 2},
            hoverinfo="skip",
            showlegend=False,
        ),
        _mark("Last period", last, "line-ns-open", colour),
        _arrow_head(today, colour, size=12),
    ]
