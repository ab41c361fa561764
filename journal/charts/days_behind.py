"""The days behind a finding, drawn: every day a dot, in groups, each with its middle half.

Dots are moved a little aside so that days with the same numbers can be told apart; by how much is
taken from the date, so that a picture drawn twice is the same.
"""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import plotly.graph_objects as go

from journal.charts.chart import Shade
from journal.charts.panels import (
    LEGEND_LINE,
    LEGEND_MARGIN,
    TICK_ROOM,
    TITLE_ROOM,
    X_TITLE_ROOM,
    Panel,
)
from journal.charts.theme import PALETTES, SIDE_MARGIN, SMALL_SIZE, faint, template

# More dots hide one another and slow a phone; the newest are drawn, the numbers have all.
MOST_DOTS: Final = 1_500
MANY_GROUPS: Final = 6
HALF_BOX: Final = 0.32
SPREAD: Final = 0.26
# Irrational steps, unlike each other, spread any run of dates evenly over both directions.
ASIDE_STEP: Final = 0.618033988749895
LIFT_STEP: Final = 0.414213562373095
LIFT: Final = 0.18


@dataclass(frozen=True, slots=True)
class DotDay:
    """One day, the value that is compared, and what a pointer is told of it."""

    day: date
    outcome: float
    said: str


@dataclass(frozen=True, slots=True)
class DotGroup:
    """Days that stand together; quartiles only of enough days.

    Attributes:
        name: What they have in common.
        days: Oldest first.
        count: How many there are, drawn or not.
        head: What stands above a run of groups that share it.
    """

    name: str
    days: tuple[DotDay, ...]
    count: int
    lower: float | None = None
    median: float | None = None
    upper: float | None = None
    head: str = ""


def days_behind_figure(
    groups: Sequence[DotGroup], x_title: str, panel: Panel, shade: Shade
) -> go.Figure:
    """Draw the groups side by side.

    Args:
        x_title: What the days are grouped by.
        panel: Of what is compared.
    """
    figure = go.Figure(layout=_layout(groups, x_title, panel, shade))
    figure.add_trace(_dots(groups, shade))
    known = [
        (place, group)
        for place, group in enumerate(groups)
        if group.median is not None and group.lower is not None and group.upper is not None
    ]
    figure.add_trace(_boxes(known, shade))
    figure.add_trace(_medians(known, shade))
    return figure


def _layout(groups: Sequence[DotGroup], x_title: str, panel: Panel, shade: Shade) -> dict[str, Any]:
    palette = PALETTES[shade]
    below = TICK_ROOM + SMALL_SIZE + X_TITLE_ROOM
    legend = LEGEND_MARGIN + 2 * LEGEND_LINE
    top = TITLE_ROOM * (2 if _heads(groups) else 1)
    return {
        "template": template(shade),
        "height": top + panel.height + below + legend,
        "margin": {**SIDE_MARGIN, "t": top, "b": below + legend},
        "hovermode": "closest",
        "xaxis": {
            "range": [-0.5, len(groups) - 0.5],
            "tickvals": list(range(len(groups))),
            "ticktext": [_tick(group, len(groups)) for group in groups],
            "title": {"text": html.escape(x_title)},
            "fixedrange": True,
        },
        "yaxis": panel.axis,
        "legend": {"yref": "paper", "y": -below / panel.height},
        "annotations": [
            _note(panel.name, 0, palette.muted)
            | {
                "xref": "paper",
                "xanchor": "left",
                "xshift": 1 - SIDE_MARGIN["l"],
                "yshift": 4 + top - TITLE_ROOM,
            },
            *(_note(head, middle, palette.text) for head, middle in _heads(groups)),
        ],
    }


def _tick(group: DotGroup, groups: int) -> str:
    """Name a group and its days; beside many others there is room for the numbers alone."""
    days = f"{group.count:,}" if groups > MANY_GROUPS else f"n {group.count:,}"
    return f"{html.escape(group.name)}<br>{days}"


def _heads(groups: Sequence[DotGroup]) -> list[tuple[str, float]]:
    """Return what stands above runs of groups, and the middle of each run."""
    places: dict[str, list[int]] = {}
    for place, group in enumerate(groups):
        places.setdefault(group.head, []).append(place)
    return [(head, (run[0] + run[-1]) / 2) for head, run in places.items() if head]


def _note(text: str, x: float, colour: str) -> dict[str, Any]:
    return {
        "text": html.escape(text),
        "x": x,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 4,
        "showarrow": False,
        "font": {"size": SMALL_SIZE, "color": colour},
    }


def _dots(groups: Sequence[DotGroup], shade: Shade) -> go.Scatter:
    palette = PALETTES[shade]
    placed = [(place, one) for place, group in enumerate(groups) for one in group.days]
    newest = sorted(placed, key=lambda pair: pair[1].day)[-MOST_DOTS:]
    return go.Scatter(
        name="One day",
        x=[round(place + _aside(one.day), 3) for place, one in newest],
        y=[round(one.outcome + _lift(one.day), 2) for _, one in newest],
        mode="markers",
        marker={"symbol": "circle", "size": 5, "color": faint(palette.moments, 0.5)},
        text=[html.escape(one.said) for _, one in newest],
        hovertemplate="%{text}<extra></extra>",
    )


def _boxes(known: Sequence[tuple[int, DotGroup]], shade: Shade) -> go.Scatter:
    palette = PALETTES[shade]
    x: list[float | None] = []
    y: list[float | None] = []
    for place, group in known:
        left, right = place - HALF_BOX, place + HALF_BOX
        x += [left, right, right, left, left, None]
        y += [group.lower, group.lower, group.upper, group.upper, group.lower, None]
    return go.Scatter(
        name="Middle half",
        x=x,
        y=y,
        mode="lines",
        line={"color": palette.text, "width": 1.2, "dash": "4px,3px"},
        hoverinfo="skip",
    )


def _medians(known: Sequence[tuple[int, DotGroup]], shade: Shade) -> go.Scatter:
    x = [end for place, _ in known for end in (place - HALF_BOX, place + HALF_BOX, None)]
    y = [end for _, group in known for end in (group.median, group.median, None)]
    return go.Scatter(
        name="Median",
        x=x,
        y=y,
        mode="lines",
        line={"color": PALETTES[shade].accent, "width": 4},
        hoverinfo="skip",
    )


def _aside(day: date) -> float:
    return SPREAD * (2 * ((day.toordinal() * ASIDE_STEP) % 1) - 1)


def _lift(day: date) -> float:
    return LIFT * (2 * ((day.toordinal() * LIFT_STEP) % 1) - 1)
