"""What goes with what, drawn: a dot for each relation, its interval as a line, zero in between.

Every name stands above its line, so that it can be read on a phone; the estimate stands at the end.
All of a row can be tapped, for a thumb is wider than a dot.
"""

import html
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from journal.analysis.relations.answers import Sureness
from journal.analysis.relations.size_words import signed_words
from journal.charts.chart import Shade
from journal.charts.panels import LEGEND_LINE, LEGEND_MARGIN, TICK_ROOM, X_TITLE_ROOM
from journal.charts.theme import PALETTES, SMALL_SIZE, Look, faint, template

NAME_LINE: Final = 17
LINE_ROOM: Final = 20
GAP: Final = 8
ENDS: Final = {"l": 16, "r": 46}  # the right one holds "−1.2"
# What a phone of 320 px has room for.
LETTERS_A_LINE: Final = 42
LEAST_REACH: Final = 0.5
STEPS: Final = (0.25, 0.5, 1.0, 2.0, 5.0, 10.0)
MOST_TICKS: Final = 4  # to each side
AIR: Final = 1.08
ZERO: Final = {"dash": "3px,3px"}


@dataclass(frozen=True, slots=True)
class ForestRow:
    """One relation: its name, and its size with how far it may reach.

    Attributes:
        code: Names it to what answers a tap on it.
    """

    code: str
    name: str
    sureness: Sureness
    estimate: float
    low: float
    high: float
    said: str


def sureness_look(sureness: Sureness, shade: Shade) -> Look:
    """Return how a dot is drawn: only what is sure is filled."""
    palette = PALETTES[shade]
    looks = {
        Sureness.SURE: Look(palette.accent, "circle", "solid"),
        Sureness.LIKELY: Look(palette.categories[1], "diamond-open", "6px,3px"),
        Sureness.HARDLY: Look(palette.muted, "square-open", "2px,3px"),
        Sureness.UNCLEAR: Look(palette.muted, "x-thin-open", "1px,4px"),
    }
    return looks[sureness]


def forest_figure(
    rows: Sequence[ForestRow], x_title: str, names: dict[Sureness, str], shade: Shade
) -> go.Figure:
    """Draw rows from top to bottom.

    Args:
        x_title: What the sizes are of.
        names: What the legend calls each kind of dot.
    """
    palette = PALETTES[shade]
    labels = ["<br>".join(map(html.escape, _lines(row.name))) for row in rows]
    rooms = [NAME_LINE * len(_lines(row.name)) for row in rows]
    heights = [room + LINE_ROOM + GAP for room in rooms]
    tops = [sum(heights[:place]) for place in range(len(rows))]
    lines = [top + room + LINE_ROOM / 2 for top, room in zip(tops, rooms, strict=True)]
    kinds = [kind for kind in names if any(row.sureness is kind for row in rows)]
    total = sum(heights)
    figure = go.Figure(layout=_layout(rows, total, x_title, len(kinds), shade))
    figure.add_trace(_touch(rows, tops, heights, palette.accent))
    below = [(top + room, top + high) for top, room, high in zip(tops, rooms, heights, strict=True)]
    figure.add_trace(_ground(lines, _reach(rows), palette.grid))
    figure.add_trace(_uprights("Steps", _steps(_reach(rows)), below, {"color": palette.grid}))
    figure.add_trace(_uprights("No difference", [0], below, {"color": palette.muted, **ZERO}))
    for kind in kinds:
        placed = [(row, y) for row, y in zip(rows, lines, strict=True) if row.sureness is kind]
        figure.add_trace(_dots(names[kind], sureness_look(kind, shade), placed))
    figure.update_layout(
        annotations=[
            *(
                _note(label, top + room / 2, 0, palette.text)
                for label, top, room in zip(labels, tops, rooms, strict=True)
            ),
            *(
                {**_note(signed_words(row.estimate), y, 1, palette.text), "xshift": 10}
                for row, y in zip(rows, lines, strict=True)
            ),
        ]
    )
    return figure


def _lines(name: str) -> list[str]:
    return textwrap.wrap(name, LETTERS_A_LINE) or [""]


def _reach(rows: Sequence[ForestRow]) -> float:
    """Return how far the axis reaches to both sides of zero."""
    ends = [abs(end) for row in rows for end in (row.low, row.high, row.estimate)]
    return max([LEAST_REACH, *ends]) * AIR


def _layout(
    rows: Sequence[ForestRow], height: int, x_title: str, kinds: int, shade: Shade
) -> dict[str, Any]:
    below = TICK_ROOM + X_TITLE_ROOM
    legend = LEGEND_MARGIN + LEGEND_LINE * kinds
    reach = _reach(rows)
    return {
        "template": template(shade),
        "height": height + below + legend,
        "margin": {**ENDS, "t": 0, "b": below + legend},
        "hovermode": "closest",
        "xaxis": {
            "range": [-reach, reach],
            "title": {"text": html.escape(x_title)},
            "fixedrange": True,
            **_ticks(reach),
        },
        "yaxis": {"range": [height, 0], "showticklabels": False, "showgrid": False},
        "legend": {"yref": "paper", "y": -below / max(height, 1)},
    }


def _ticks(reach: float) -> dict[str, list[float] | list[str]]:
    """Return what stands at the steps; zero itself has no sign."""
    values = _steps(reach)
    texts = [f"{value:+g}".replace("-", "−") if value else "0" for value in values]
    return {"tickvals": values, "ticktext": texts}


def _steps(reach: float) -> list[float]:
    """Return a few round sizes to both sides of zero."""
    step = next((step for step in STEPS if reach / step < MOST_TICKS), STEPS[-1])
    count = int(reach / step)
    return [step * place for place in range(-count, count + 1)]


def _ground(heights: Sequence[float], reach: float, colour: str) -> go.Scatter:
    return go.Scatter(
        name="The scale",
        x=[-reach, reach, None] * len(heights),
        y=[y for height in heights for y in (height, height, None)],
        mode="lines",
        line={"color": colour, "width": 1},
        hoverinfo="skip",
        showlegend=False,
    )


def _touch(
    rows: Sequence[ForestRow], tops: Sequence[float], heights: Sequence[float], colour: str
) -> go.Bar:
    """Lay a bar over the whole of each row, seen only while it is open."""
    reach = _reach(rows)
    return go.Bar(
        name="Rows",
        orientation="h",
        base=[-reach] * len(rows),
        x=[2 * reach] * len(rows),
        y=[top + height / 2 for top, height in zip(tops, heights, strict=True)],
        width=list(heights),
        marker={"color": faint(colour, 0), "line": {"width": 0}},
        customdata=[row.code for row in rows],
        text=["<br>".join(map(html.escape, _lines(row.said))) for row in rows],
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )


def _uprights(
    name: str,
    places: Sequence[float],
    spans: Sequence[tuple[float, float]],
    line: dict[str, str],
) -> go.Scatter:
    """Return lines through the picture, in pieces: names of rows are not crossed out."""
    return go.Scatter(
        name=name,
        x=[x for place in places for _ in spans for x in (place, place, None)],
        y=[y for _ in places for ends in spans for y in (*ends, None)],
        mode="lines",
        line={"width": 1, **line},
        hoverinfo="skip",
        showlegend=False,
    )


def _dots(name: str, look: Look, placed: Sequence[tuple[ForestRow, float]]) -> go.Scatter:
    rows = [row for row, _ in placed]
    return go.Scatter(
        name=html.escape(name),
        x=[round(row.estimate, 2) for row in rows],
        y=[y for _, y in placed],
        mode="markers",
        marker={
            "symbol": look.symbol,
            "size": 10,
            "color": look.colour,
            "line": {"width": 2 if look.symbol.endswith("open") else 0, "color": look.colour},
        },
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [round(row.high - row.estimate, 2) for row in rows],
            "arrayminus": [round(row.estimate - row.low, 2) for row in rows],
            "color": faint(look.colour, 0.75),
            "thickness": 2,
            "width": 4,
        },
        # Whatever of a row is touched, its bar answers: a second touch beside the dot is the same.
        hoverinfo="skip",
        cliponaxis=False,
    )


def _note(text: str, y: float, x: float, colour: str) -> dict[str, Any]:
    return {
        "text": text,
        "x": x,
        "xref": "paper",
        "xanchor": "left",
        "align": "left",
        "y": y,
        "yanchor": "middle",
        "showarrow": False,
        "borderpad": 0,
        "xshift": -ENDS["l"] + 1 if not x else 0,
        "font": {"size": SMALL_SIZE, "color": colour},
    }
