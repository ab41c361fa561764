"""A measure over the cycle, drawn along a line: her cycles faint, the curve with its band."""

import html
from typing import Final

import plotly.graph_objects as go

from journal.analysis.relations.cycle_curve import CurvePoint, CycleCurve
from journal.charts.chart import Shade
from journal.charts.cycle_marks import OVULATION_NAMES, legend, ovulation_marker
from journal.charts.measure_look import measure_look, measure_panel
from journal.charts.panels import stacked, strip_panel
from journal.charts.theme import PALETTES, faint

CURVE_HEIGHT: Final = 260
STRIP_HEIGHT: Final = 44
MARKS_HEIGHT: Final = 20
WEEK_DAYS: Final = 7
LEGEND_LINES: Final = 3
AXIS_TITLE: Final = "Day of your usual cycle"
RUNS_NAME: Final = "Your cycles"
CURVE_NAME: Final = "The curve"
BAND_NAME: Final = "Its 95 % band"
ONSET_NAME: Final = "A period begins"
MARKS_NAME: Final = "Period and ovulation"


def cycle_curve_figure(result: CycleCurve, shade: Shade) -> go.Figure:
    """Draw the curve from one onset to the next."""
    most = max(at.near or 0 for at in result.whole_days)
    panels = [
        measure_panel(result.code, html.escape(result.name), CURVE_HEIGHT),
        strip_panel(MARKS_NAME, MARKS_HEIGHT, 1),
        strip_panel(f"Days behind each day, at most {most}", STRIP_HEIGHT, most * 1.05),
    ]
    figure = stacked(shade, panels, AXIS_TITLE, legend_lines=LEGEND_LINES)
    figure.update_layout(legend=legend())
    figure.update_xaxes(unifiedhovertitle={"text": "Day %{x}"}, **_axis(result.length_days))
    figure.add_traces([*_runs(result, shade), *curve_traces(result, shade)])
    figure.add_traces([*_marks(result, shade), _counts(result, shade)])
    return figure


def curve_traces(result: CycleCurve, shade: Shade) -> list[go.Scatter]:
    """Return band, curve, and what each whole day says to a pointer."""
    look, points = measure_look(result.code, shade), result.points
    days = [at.day for at in points]
    spoken = result.whole_days
    return [
        go.Scatter(
            name=BAND_NAME,
            x=[*days, *reversed(days)],
            y=[*(at.high for at in points), *(at.low for at in reversed(points))],
            mode="lines",
            line={"width": 0},
            fill="toself",
            fillcolor=faint(look.colour, 0.22),
            hoverinfo="skip",
        ),
        go.Scatter(
            name=CURVE_NAME,
            x=days,
            y=[at.fit for at in points],
            mode="lines",
            line={"color": look.colour, "width": 3},
            hoverinfo="skip",
        ),
        go.Scatter(
            name="Each day",
            x=[at.day for at in spoken],
            y=[at.fit for at in spoken],
            customdata=[point_words(at) for at in spoken],
            mode="markers",
            marker={"color": look.colour, "symbol": look.symbol, "size": 5},
            hovertemplate="%{customdata}<extra></extra>",
            showlegend=False,
        ),
    ]


def point_words(at: CurvePoint) -> str:
    """Say a day to a pointer: "6.1, between 5.4 and 6.8; 7 days"."""
    days = "1 day" if at.near == 1 else f"{at.near or 0:,} days"
    return f"{at.fit:.1f}, between {at.low:.1f} and {at.high:.1f}; {days} behind it"


def week_days(length_days: int) -> list[int]:
    """Return the days that are named: every week, none right before the next onset."""
    return [day for day in range(1, length_days + 1, WEEK_DAYS) if day <= length_days - 2]


def _axis(length_days: int) -> dict[str, object]:
    named = week_days(length_days)
    return {
        "range": [0.5, length_days + 1.5],
        # The next onset is day 1 again: the curve meets itself there.
        "tickvals": [*named, length_days + 1],
        "ticktext": [*map(str, named), "1"],
        "showgrid": True,
    }


def _runs(result: CycleCurve, shade: Shade) -> list[go.Scatter]:
    """Return all cycles as one trace, a gap between each and the next."""
    if not result.runs:
        return []
    colour = PALETTES[shade].muted
    return [
        go.Scatter(
            name=RUNS_NAME,
            x=[x for run in result.runs for x in (*run.days, None)],
            y=[y for run in result.runs for y in (*run.values, None)],
            mode="lines+markers",
            line={"color": faint(colour, 0.18), "width": 1},
            marker={"color": faint(colour, 0.34), "size": 3.5},
            hoverinfo="skip",
            connectgaps=False,
        )
    ]


def _marks(result: CycleCurve, shade: Shade) -> list[go.Scatter]:
    marks = [
        go.Scatter(
            name=ONSET_NAME,
            x=[1, result.length_days + 1],
            y=[0.5, 0.5],
            mode="markers",
            marker=onset_marker(shade),
            yaxis="y2",
            hoverinfo="skip",
        )
    ]
    ovulation = result.ovulation
    if ovulation is not None:
        marks.append(
            go.Scatter(
                name=OVULATION_NAMES[ovulation.basis],
                x=[ovulation.day],
                y=[0.5],
                mode="markers",
                marker=ovulation_marker(ovulation.basis, shade),
                yaxis="y2",
                hoverinfo="skip",
            )
        )
    return marks


def onset_marker(shade: Shade) -> dict[str, object]:
    """Return the mark of a first day of a period."""
    return {"symbol": "triangle-up", "size": 11, "color": PALETTES[shade].bleeding}


def _counts(result: CycleCurve, shade: Shade) -> go.Bar:
    return go.Bar(
        name="Days behind each day",
        x=[at.day for at in result.whole_days],
        y=[at.near for at in result.whole_days],
        marker={"color": PALETTES[shade].muted},
        yaxis="y3",
        hoverinfo="skip",
        showlegend=False,
    )
