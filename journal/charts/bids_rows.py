"""Shares as rows, drawn: a dot with its interval on a line from 0 to 100 %, its n at the end."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from journal.charts.bids import key, marker, percent, percent_ticks, reach, share_lines
from journal.charts.chart import Shade
from journal.charts.panels import LEGEND_LINE, LEGEND_MARGIN, TICK_ROOM
from journal.charts.theme import PALETTES, SMALL_SIZE, Look, template
from journal.connection.bids import Share

NAME_ROOM: Final = 21  # of a row, for its name above its lines
LINE_ROOM: Final = 19
GAP: Final = 9
ENDS: Final = {"l": 18, "r": 88}  # the right one holds "328 of 1,001"
HIGHEST_PERCENT: Final = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """One share on a line of its own; `side` is what the legend calls it."""

    side: str
    look: Look
    share: Share


@dataclass(frozen=True, slots=True)
class Row:
    """One name with one or more shares below it."""

    name: str
    marks: tuple[Mark, ...]


def rows_figure(rows: Sequence[Row], shade: Shade) -> go.Figure:
    """Draw rows from top to bottom; a share without a rate has its line and its counts only."""
    palette = PALETTES[shade]
    sides = {mark.side: mark.look for row in rows for mark in row.marks}
    heights = [NAME_ROOM + LINE_ROOM * len(row.marks) + GAP for row in rows]
    tops = [sum(heights[:place]) for place in range(len(rows))]
    legend = LEGEND_MARGIN + LEGEND_LINE * len(sides) if len(sides) > 1 else 0
    figure = go.Figure(layout=_layout(sum(heights), legend, shade))
    placed = [
        (row.name, mark, top + NAME_ROOM + LINE_ROOM * (place + 0.5))
        for row, top in zip(rows, tops, strict=True)
        for place, mark in enumerate(row.marks)
    ]
    figure.add_trace(_ground([y for _, _, y in placed], palette.grid))
    for side, look in sides.items():
        found = [(name, mark, y) for name, mark, y in placed if mark.side == side]
        figure.add_trace(_dots(side, look, found))
        if legend:
            figure.add_trace(key(html.escape(side), look))
    figure.update_layout(
        annotations=[
            *(
                _note(row.name, top + NAME_ROOM / 2 + 2, 0, palette.text)
                for row, top in zip(rows, tops, strict=True)
            ),
            *(_count(mark.share, y, palette.muted) for _, mark, y in placed),
        ]
    )
    return figure


def _layout(height: int, legend: int, shade: Shade) -> dict[str, Any]:
    below = TICK_ROOM + legend
    return {
        "template": template(shade),
        "height": height + below,
        "margin": {**ENDS, "t": 0, "b": below},
        "hovermode": "closest",
        "xaxis": {
            "range": [0, HIGHEST_PERCENT],
            **percent_ticks(),
            "showgrid": True,
            "fixedrange": True,
        },
        "yaxis": {"range": [height, 0], "showticklabels": False, "showgrid": False},
        "legend": {"yref": "paper", "y": -TICK_ROOM / height},
    }


def _ground(heights: Sequence[float], colour: str) -> go.Scatter:
    return go.Scatter(
        name="0 to 100 %",
        x=[0, HIGHEST_PERCENT, None] * len(heights),
        y=[y for height in heights for y in (height, height, None)],
        mode="lines",
        line={"color": colour, "width": 1},
        hoverinfo="skip",
        showlegend=False,
    )


def _dots(side: str, look: Look, found: Sequence[tuple[str, Mark, float]]) -> go.Scatter:
    shares = [mark.share for _, mark, _ in found]
    heads = [
        f"<b>{html.escape(name)}</b><br>{html.escape(side)}"
        if side
        else f"<b>{html.escape(name)}</b>"
        for name, _, _ in found
    ]
    return go.Scatter(
        name=html.escape(side),
        x=[percent(share.rate) for share in shares],
        y=[y for _, _, y in found],
        mode="markers",
        marker=marker(look),
        error_x=reach(shares, look),
        text=[f"{head}<br>{share_lines(share)}" for head, share in zip(heads, shares, strict=True)],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
        cliponaxis=False,
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


def _count(share: Share, y: float, colour: str) -> dict[str, Any]:
    note = _note(f"{share.part:,} of {share.of:,}", y, 1, colour)
    return {**note, "xshift": 12}
