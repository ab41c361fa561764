"""By cycle day, drawn: each cycle faintly, the middle of all of them, the current one on top."""

from typing import Final

import plotly.graph_objects as go

from journal.analysis.by_cycle_day import ByCycleDay, Position, Run
from journal.charts.chart import Shade
from journal.charts.panels import LEGEND_LINES, rating_panel, stacked, strip_panel
from journal.charts.phase_strips import (
    SHARES_NAME,
    STRIP_TOP,
    legend_lines_of,
    phase_keys,
    share_bars,
)
from journal.charts.theme import PALETTES, faint, look
from journal.domain.labels import date_words
from journal.domain.owner_settings import TimeAxis
from journal.domain.ratings import RATINGS

STRIP_HEIGHT: Final = 44
RATING_HEIGHT: Final = 250
MANY_POSITIONS: Final = 100  # markers would be a thick line
CURRENT_NAMES: Final = {
    TimeAxis.CYCLE_DAY: "This cycle",
    TimeAxis.DAYS_SINCE_BLEED: "Since the last one",
    TimeAxis.MONTHS_SINCE: "",
}
RUN_NAMES: Final = {
    TimeAxis.CYCLE_DAY: "Earlier cycles",
    TimeAxis.DAYS_SINCE_BLEED: "After other bleeds",
    TimeAxis.MONTHS_SINCE: "Days",
}
HOVER_NAMES: Final = {
    TimeAxis.CYCLE_DAY: "Cycle day",
    TimeAxis.DAYS_SINCE_BLEED: "Day",
    TimeAxis.MONTHS_SINCE: "Month",
}


def by_cycle_day_figure(result: ByCycleDay, shade: Shade) -> go.Figure:
    """Draw a rating over its axis; a result without rated days gives the empty frame."""
    most = max((place.days for place in result.positions), default=1)
    panels = [
        rating_panel(f"{RATINGS[result.code].name}, 0 to 10", RATING_HEIGHT),
        strip_panel(f"Days behind each point, at most {most}", STRIP_HEIGHT, most * 1.05),
    ]
    if result.phases:
        panels.append(strip_panel(SHARES_NAME, STRIP_HEIGHT, STRIP_TOP))
    phases = {share.phase for at in result.phases for share in at.shares}
    lines = LEGEND_LINES + legend_lines_of(phases)
    figure = stacked(shade, panels, axis_title(result), legend_lines=lines)
    said = HOVER_NAMES[result.axis]
    figure.update_xaxes(unifiedhovertitle={"text": f"{said} %{{x}}"}, **_axis(result))
    figure.add_traces(_runs(result, shade))
    middle = [place for place in result.positions if place.median is not None]
    if middle:
        figure.add_traces([_band(middle, result, shade), _median(middle, result, shade)])
    if result.current:
        figure.add_trace(_current(result.current, result, shade))
    if result.positions:
        figure.add_trace(_counts(result, shade))
    if result.phases:
        # Stacked bars would turn the order of the legend round.
        figure.update_layout(barmode="stack", legend_traceorder="normal")
        figure.add_traces(share_bars(result.phases, "y3", shade))
        figure.add_traces(phase_keys(phases, shade))
    return figure


def axis_title(result: ByCycleDay) -> str:
    """Name the axis the days are laid over each other by."""
    if result.axis is TimeAxis.CYCLE_DAY:
        return "Cycle day"
    if result.axis is TimeAxis.DAYS_SINCE_BLEED:
        return "Day since the last bleed began"
    return f"Months since {date_words(result.starts[0])}" if result.starts else "Months"


def _axis(result: ByCycleDay) -> dict[str, object]:
    last = result.positions[-1].position if result.positions else 28
    if result.axis is TimeAxis.MONTHS_SINCE:
        every = next(months for months in (3, 6, 12, 24, 60, 120, 240) if last < 9 * months)
        return {"range": [-0.6, last + 1.1], "tick0": 0, "dtick": every, "showgrid": True}
    ticks = {"tick0": 1, "dtick": 7} if last <= 70 else {"nticks": 8}  # noqa: PLR2004 - weeks fit
    return {"range": [0.3, last + 0.7], "showgrid": True, **ticks}


def _runs(result: ByCycleDay, shade: Shade) -> list[go.Scatter]:
    """Return all earlier runs as one trace, a gap between each and the next."""
    if not result.runs:
        return []
    x = [x for run in result.runs for x in (*run.positions, None)]
    y = [y for run in result.runs for y in (*run.values, None)]
    colour = PALETTES[shade].muted
    single = result.axis is TimeAxis.MONTHS_SINCE
    return [
        go.Scatter(
            name=RUN_NAMES[result.axis],
            x=x,
            y=y,
            mode="markers" if single else "lines+markers",
            line={"color": faint(colour, 0.28), "width": 1},
            marker={"color": faint(colour, 0.3), "size": 3.5},
            hoverinfo="skip",
            connectgaps=False,
        )
    ]


def _band(middle: list[Position], result: ByCycleDay, shade: Shade) -> go.Scatter:
    x, y = [], []
    for piece in _pieces(middle):
        x += [place.position for place in (*piece, *reversed(piece))] + [None]
        y += [place.upper for place in piece] + [place.lower for place in reversed(piece)]
        y.append(None)
    return go.Scatter(
        name="Middle half",
        x=x,
        y=y,
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=faint(look(result.code, shade).colour, 0.22),
        hoverinfo="skip",
    )


def _median(middle: list[Position], result: ByCycleDay, shade: Shade) -> go.Scatter:
    style = look(result.code, shade)
    places = [place for piece in _pieces(middle) for place in (*piece, None)]
    return go.Scatter(
        name="Median",
        x=[place and place.position for place in places],
        y=[place and place.median for place in places],
        customdata=[place and [place.lower, place.upper, place.days] for place in places],
        mode="lines+markers" if len(middle) <= MANY_POSITIONS else "lines",
        line={"color": style.colour, "width": 3 if len(middle) <= MANY_POSITIONS else 2},
        marker={"color": style.colour, "symbol": style.symbol, "size": 5},
        hovertemplate=(
            "Median %{y:.1f}, %{customdata[2]} days<br>"
            "Middle half %{customdata[0]:.1f} to %{customdata[1]:.1f}<extra></extra>"
        ),
        connectgaps=False,
    )


def _pieces(middle: list[Position]) -> list[list[Position]]:
    """Part the positions where one between two of them has no median."""
    pieces: list[list[Position]] = []
    for place in middle:
        if pieces and place.position == pieces[-1][-1].position + 1:
            pieces[-1].append(place)
        else:
            pieces.append([place])
    return pieces


def _current(run: Run, result: ByCycleDay, shade: Shade) -> go.Scatter:
    palette = PALETTES[shade]
    name = CURRENT_NAMES[result.axis]
    return go.Scatter(
        name=name,
        x=list(run.positions),
        y=list(run.values),
        mode="lines+markers",
        line={"color": palette.text, "width": 1.5, "dash": "4px,3px"},
        marker={
            "color": palette.background,
            "symbol": "circle",
            "size": 8,
            "line": {"color": palette.text, "width": 1.8},
        },
        hovertemplate=f"{name}: %{{y:d}}<extra></extra>",
        connectgaps=False,
    )


def _counts(result: ByCycleDay, shade: Shade) -> go.Bar:
    return go.Bar(
        name="Days",
        x=[place.position for place in result.positions],
        y=[place.days for place in result.positions],
        marker={"color": faint(PALETTES[shade].muted, 0.6), "line": {"width": 0}},
        yaxis="y2",
        showlegend=False,
        hovertemplate="Days: %{y}<extra></extra>",
    )
