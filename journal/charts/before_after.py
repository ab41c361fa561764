"""Before and after a change, drawn: the days of both sides, a line for each, and the step."""

import html
from collections.abc import Sequence
from typing import Any, Final

import plotly.graph_objects as go

from journal.analysis.relations.before_after import BeforeAfter, Side, SideDay
from journal.charts.chart import Shade
from journal.charts.cycle_marks import hollow, legend
from journal.charts.measure_look import measure_look, measure_panel
from journal.charts.panels import stacked
from journal.charts.theme import PALETTES, faint
from journal.domain.labels import date_words

HEIGHT: Final = 280
LEGEND_LINES: Final = 3
AXIS_TITLE: Final = "Days from the change"
BEFORE_NAME: Final = "A day before"
AFTER_NAME: Final = "A day after"
LINE_NAME: Final = "Median, 2 weeks"
LEVEL_NAME: Final = "Level before"
STEP_NAME: Final = "Level after, 95 %"
# How far from the change its two levels stand, of the reach, so that neither hides the other.
ASIDE: Final = 0.04
LINE_ENDS: Final = 0.3  # how far the level of before is drawn on


def before_after_figure(result: BeforeAfter, shade: Shade) -> go.Figure:
    """Draw both sides on one axis of days, 0 being the change."""
    panel = measure_panel(result.code, html.escape(result.name), HEIGHT)
    figure = stacked(shade, [panel], AXIS_TITLE, legend_lines=LEGEND_LINES)
    reach, palette = result.reach_days, PALETTES[shade]
    figure.update_layout(
        hovermode="closest",
        legend=legend(),
        shapes=[
            {
                "type": "line",
                "x0": -0.5,
                "x1": -0.5,
                "y0": 0,
                "y1": 1,
                "yref": "y domain",
                "line": {"color": palette.text, "width": 1.5, "dash": "2px,4px"},
                "layer": "below",
            }
        ],
    )
    figure.update_xaxes(range=[-reach - 1, reach], showgrid=True, **_ticks(reach))
    look = measure_look(result.code, shade)
    before = hollow(faint(palette.muted, 0.85), "circle", 6)
    after = {"symbol": look.symbol, "size": 6, "color": faint(look.colour, 0.6)}
    figure.add_traces(
        [
            _days(BEFORE_NAME, result.before.days, {**before, "line": {"width": 1.2}}),
            _days(AFTER_NAME, result.after.days, after),
            _line(result.before, shade, shown=True),
            _line(result.after, shade, shown=False),
            *_step(result, shade),
        ]
    )
    return figure


def _ticks(reach: int) -> dict[str, Any]:
    every = next(days for days in (7, 14, 30, 60, 90, 180, 360) if reach <= 4 * days)
    return {"tick0": 0, "dtick": every}


def _days(name: str, days: Sequence[SideDay], marker: dict[str, Any]) -> go.Scatter:
    return go.Scatter(
        name=name,
        x=[day.offset for day in days],
        y=[day.value for day in days],
        text=[f"{date_words(day.day)}: {day.value:g}" for day in days],
        mode="markers",
        marker=marker,
        hovertemplate="%{text}<extra></extra>",
    )


def _line(side: Side, shade: Shade, *, shown: bool) -> go.Scatter:
    return go.Scatter(
        name=LINE_NAME,
        x=[offset for offset, _ in side.line],
        y=[value for _, value in side.line],
        mode="lines",
        line={"color": PALETTES[shade].text, "width": 2.5},
        hoverinfo="skip",
        connectgaps=False,
        showlegend=shown,
    )


def _step(result: BeforeAfter, shade: Shade) -> list[go.Scatter]:
    """Return the level before the change, drawn on, and the level after it with the interval."""
    level, step, reach = result.before.level, result.step, result.reach_days
    if level is None or step is None:
        return []
    colour = PALETTES[shade].bleeding
    from_, size = level.estimate, step.size
    return [
        go.Scatter(
            name=LEVEL_NAME,
            x=[-reach * LINE_ENDS, reach * LINE_ENDS],
            y=[from_, from_],
            mode="lines",
            line={"color": colour, "width": 2, "dash": "6px,4px"},
            hoverinfo="skip",
        ),
        go.Scatter(
            name=STEP_NAME,
            x=[reach * ASIDE],
            y=[from_ + size.estimate],
            error_y={
                "type": "data",
                "symmetric": False,
                "array": [size.high - size.estimate],
                "arrayminus": [size.estimate - size.low],
                "color": colour,
                "thickness": 2.5,
                "width": 6,
            },
            mode="markers",
            marker={
                "symbol": "diamond",
                "size": 12,
                "color": PALETTES[shade].background,
                "line": {"color": colour, "width": 2.5},
            },
            text=[f"{size.estimate:+.1f}, between {size.low:+.1f} and {size.high:+.1f}"],
            hovertemplate="%{text}<extra></extra>",
        ),
    ]
