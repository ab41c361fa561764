"""Two spans side by side, drawn: for each rating the middle and the middle half of its days."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from journal.analysis.review.measures import Side
from journal.charts.bids import key, marker
from journal.charts.chart import Shade
from journal.charts.panels import LEGEND_LINE, LEGEND_MARGIN, TICK_ROOM
from journal.charts.theme import PALETTES, SMALL_SIZE, Look, faint, template
from journal.domain.ratings import HIGHEST, LOWEST, MIDDLE

NAME_ROOM: Final = 21
LINE_ROOM: Final = 19
GAP: Final = 9
ENDS: Final = {"l": 18, "r": 66}  # the right one holds "1,204 days"
AIR: Final = 0.3
NOW_NAME: Final = "These days"
BEFORE_NAME: Final = "Compared with"


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """One rating in both spans; a side of too few days has no middle."""

    name: str
    now: Side
    before: Side


@dataclass(frozen=True, slots=True)
class _Line:
    """One side of one rating, and where it is drawn."""

    name: str
    side: Side
    y: float


def then_and_now_looks(shade: Shade) -> dict[str, Look]:
    """Return how each span is drawn; they differ in shape and filling too."""
    palette = PALETTES[shade]
    return {
        NOW_NAME: Look(palette.accent, "circle", "solid"),
        BEFORE_NAME: Look(palette.muted, "diamond-open", "4px,3px"),
    }


def then_and_now_figure(rows: Sequence[ThenAndNow], shade: Shade) -> go.Figure:
    """Draw rows from top to bottom, the span above the one before."""
    palette = PALETTES[shade]
    height = NAME_ROOM + 2 * LINE_ROOM + GAP
    lines = {
        NOW_NAME: [_line(row.name, row.now, place * height) for place, row in enumerate(rows)],
        BEFORE_NAME: [
            _line(row.name, row.before, place * height + LINE_ROOM)
            for place, row in enumerate(rows)
        ],
    }
    figure = go.Figure(layout=_layout(height * len(rows), shade))
    both = [line for side in lines.values() for line in side]
    figure.add_trace(_ground([line.y for line in both], palette.grid))
    for name, look in then_and_now_looks(shade).items():
        figure.add_traces([*_side(name, look, lines[name]), key(name, look)])
    figure.update_layout(
        annotations=[
            *(
                _note(row.name, place * height + NAME_ROOM / 2 + 2, 0, palette.text)
                for place, row in enumerate(rows)
            ),
            *(_days(line, palette.muted) for line in both),
        ]
    )
    return figure


def _line(name: str, side: Side, top: float) -> _Line:
    return _Line(name, side, top + NAME_ROOM + LINE_ROOM / 2)


def _layout(height: int, shade: Shade) -> dict[str, Any]:
    below = TICK_ROOM + LEGEND_MARGIN + LEGEND_LINE
    return {
        "template": template(shade),
        "height": height + below,
        "margin": {**ENDS, "t": 0, "b": below},
        "hovermode": "closest",
        "xaxis": {
            "range": [LOWEST - AIR, HIGHEST + AIR],
            "tickvals": [LOWEST, MIDDLE, HIGHEST],
            "showgrid": True,
            "fixedrange": True,
        },
        "yaxis": {"range": [height, 0], "showticklabels": False, "showgrid": False},
        "legend": {"yref": "paper", "y": -TICK_ROOM / height},
    }


def _ground(heights: Sequence[float], colour: str) -> go.Scatter:
    return go.Scatter(
        name="0 to 10",
        x=[LOWEST, HIGHEST, None] * len(heights),
        y=[y for height in heights for y in (height, height, None)],
        mode="lines",
        line={"color": colour, "width": 1},
        hoverinfo="skip",
        showlegend=False,
    )


def _side(name: str, look: Look, lines: Sequence[_Line]) -> list[go.Scatter]:
    """Draw the middle half of the days as a line, their middle as a dot on it."""
    halves = go.Scatter(
        name=f"{name}, the middle half",
        x=[end for line in lines for end in (line.side.lower, line.side.upper, None)],
        y=[y for line in lines for y in (line.y, line.y, None)],
        mode="lines",
        line={"color": faint(look.colour, 0.55), "width": 5},
        hoverinfo="skip",
        showlegend=False,
    )
    middles = go.Scatter(
        name=name,
        x=[line.side.median for line in lines],
        y=[line.y for line in lines],
        mode="markers",
        marker={**marker(look), "size": 11},
        text=[_said(name, line) for line in lines],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
        cliponaxis=False,
    )
    return [halves, middles]


def _said(name: str, line: _Line) -> str:
    side = line.side
    if side.median is None:
        return ""
    return (
        f"<b>{html.escape(line.name)}</b><br>{name}: {side.median:g}"
        f"<br>half of the days from {side.lower:g} to {side.upper:g}"
    )


def _note(text: str, y: float, x: float, colour: str) -> dict[str, Any]:
    return {
        "text": html.escape(text),
        "x": x,
        "xref": "paper",
        "xanchor": "left",
        "y": y,
        "yanchor": "middle",
        "showarrow": False,
        "borderpad": 0,
        "xshift": -1,
        "font": {"size": SMALL_SIZE, "color": colour},
    }


def _days(line: _Line, colour: str) -> dict[str, Any]:
    days = f"{line.side.days:,} {'day' if line.side.days == 1 else 'days'}"
    return {**_note(days, line.y, 1, colour), "xshift": 10}
