"""Carry-over, drawn: how far the days before and after differ, each with its interval.

-3  -2  -1   0  +1  +2  +3      days from the one to the other
[ the other way ] | [ days after ]
"""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from journal.charts.chart import Shade
from journal.charts.panels import LEGEND_LINE, LEGEND_MARGIN, TICK_ROOM, TITLE_ROOM, X_TITLE_ROOM
from journal.charts.theme import PALETTES, SIDE_MARGIN, SMALL_SIZE, Look, faint, template

HEIGHT: Final = 200
LEAST_REACH: Final = 0.5
AIR: Final = 1.1
AFTER_NAME: Final = "Same day and days after"
BEFORE_NAME: Final = "The other way round"


@dataclass(frozen=True, slots=True)
class LagDot:
    """The difference at one distance in days; `said` is what a pointer is told."""

    lag: int
    estimate: float
    low: float
    high: float
    said: str


def lag_effects_figure(
    dots: Sequence[LagDot], x_title: str, y_title: str, shade: Shade
) -> go.Figure:
    """Draw one dot for each distance; hollow squares where the roles are exchanged."""
    palette = PALETTES[shade]
    figure = go.Figure(layout=_layout(dots, x_title, y_title, shade))
    after = Look(palette.accent, "circle", "solid")
    before = Look(palette.categories[2], "square-open", "6px,3px")
    for name, look, some in (
        (AFTER_NAME, after, [dot for dot in dots if dot.lag >= 0]),
        (BEFORE_NAME, before, [dot for dot in dots if dot.lag < 0]),
    ):
        if some:
            figure.add_trace(_trace(name, look, some))
    return figure


def _layout(dots: Sequence[LagDot], x_title: str, y_title: str, shade: Shade) -> dict[str, Any]:
    palette = PALETTES[shade]
    below = TICK_ROOM + X_TITLE_ROOM
    legend = LEGEND_MARGIN + 2 * LEGEND_LINE
    lags = sorted(dot.lag for dot in dots)
    reach = AIR * max([LEAST_REACH, *(abs(end) for dot in dots for end in (dot.low, dot.high))])
    return {
        "template": template(shade),
        "height": TITLE_ROOM + HEIGHT + below + legend,
        "margin": {**SIDE_MARGIN, "t": TITLE_ROOM, "b": below + legend},
        "hovermode": "closest",
        "xaxis": {
            "range": [lags[0] - 0.5, lags[-1] + 0.5] if lags else [-0.5, 0.5],
            "tickvals": lags,
            "ticktext": [_tick(lag) for lag in lags],
            "title": {"text": html.escape(x_title)},
            "fixedrange": True,
        },
        "yaxis": {
            "range": [-reach, reach],
            "nticks": 5,
            "zeroline": True,
            "zerolinecolor": palette.muted,
            "zerolinewidth": 1,
        },
        "legend": {"yref": "paper", "y": -below / HEIGHT},
        "annotations": [
            {
                "text": html.escape(y_title),
                "x": 0,
                "y": 1,
                "xref": "paper",
                "yref": "paper",
                "xanchor": "left",
                "yanchor": "bottom",
                "xshift": 1 - SIDE_MARGIN["l"],
                "yshift": 4,
                "showarrow": False,
                "font": {"size": SMALL_SIZE, "color": palette.muted},
            }
        ],
    }


def _trace(name: str, look: Look, dots: Sequence[LagDot]) -> go.Scatter:
    return go.Scatter(
        name=name,
        x=[dot.lag for dot in dots],
        y=[round(dot.estimate, 2) for dot in dots],
        mode="markers",
        marker={
            "symbol": look.symbol,
            "size": 10,
            "color": look.colour,
            "line": {"width": 2 if look.symbol.endswith("open") else 0, "color": look.colour},
        },
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [round(dot.high - dot.estimate, 2) for dot in dots],
            "arrayminus": [round(dot.estimate - dot.low, 2) for dot in dots],
            "color": faint(look.colour, 0.75),
            "thickness": 2,
            "width": 4,
        },
        text=[html.escape(dot.said) for dot in dots],
        hovertemplate="%{text}<extra></extra>",
    )


def _tick(lag: int) -> str:
    return f"{lag:+d}".replace("-", "−") if lag else "0"
