"""A matrix of counts, drawn: dots whose area and number say how many, rows and columns named."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, Final

import plotly.graph_objects as go

from journal.charts.chart import Shade
from journal.charts.theme import PALETTES, SMALL_SIZE, faint, template

ROW_HEIGHT: Final = 38
LARGEST_DOT: Final = 34  # across, in pixels
SMALLEST_DOT: Final = 18  # still holds its number
LETTER: Final = 6.4  # the width of one, about, in pixels
ROOM: Final = 12
LONGEST_NAME: Final = 20  # letters beside or above the matrix
TILT: Final = 50  # degrees, of the names above
_ACROSS: Final = 0.64  # its cosine, and its sine
_UP: Final = 0.77


@dataclass(frozen=True, slots=True)
class Dot:
    """A count at a row and a column, by their places from the top left; `said` on hovering."""

    row: int
    column: int
    count: int
    said: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """What is drawn; a place without a dot is a count of none."""

    name: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    dots: tuple[Dot, ...]


def matrix_figure(matrix: Matrix, shade: Shade) -> go.Figure:
    """Draw a matrix; its dots grow by area, so that twice as much looks twice as much."""
    palette = PALETTES[shade]
    most = max((dot.count for dot in matrix.dots), default=1)
    figure = go.Figure(layout=_layout(matrix, shade))
    figure.add_trace(
        go.Scatter(
            name=matrix.name,
            x=[dot.column for dot in matrix.dots],
            y=[dot.row for dot in matrix.dots],
            mode="markers+text",
            marker={
                "size": [_across(dot.count, most) for dot in matrix.dots],
                "color": faint(palette.accent, 0.22),
                "line": {"color": palette.accent, "width": 1.5},
                "opacity": 1,
            },
            text=[f"{dot.count:,}" for dot in matrix.dots],
            textfont={"size": SMALL_SIZE, "color": palette.text},
            hovertext=[html.escape(dot.said) for dot in matrix.dots],
            hovertemplate="%{hovertext}<extra></extra>",
            showlegend=False,
            cliponaxis=False,
        )
    )
    return figure


def _across(count: int, most: int) -> float:
    return max(float(SMALLEST_DOT), LARGEST_DOT * sqrt(count / most))


def _layout(matrix: Matrix, shade: Shade) -> dict[str, Any]:
    rows, columns = len(matrix.rows), len(matrix.columns)
    left = ROOM + LETTER * max(len(name) for name in _short(matrix.rows))
    above = LETTER * max(len(name) for name in _short(matrix.columns))
    top = ROOM + above * _UP
    # The last name leans out of the matrix.
    right = max(float(ROOM), LETTER * len(_short(matrix.columns)[-1]) * _ACROSS)
    text = PALETTES[shade].text
    axis = {"showgrid": True, "fixedrange": True, "tickfont": {"size": SMALL_SIZE, "color": text}}
    return {
        "template": template(shade),
        "height": int(top + ROW_HEIGHT * rows + ROOM),
        "margin": {"l": int(left), "r": int(right), "t": int(top), "b": ROOM},
        "hovermode": "closest",
        "xaxis": {
            **axis,
            "side": "top",
            "tickangle": -TILT,
            "range": [-0.6, columns - 0.4],
            "tickvals": list(range(columns)),
            "ticktext": [html.escape(name) for name in _short(matrix.columns)],
        },
        "yaxis": {
            **axis,
            "range": [rows - 0.5, -0.5],
            "tickvals": list(range(rows)),
            "ticktext": [html.escape(name) for name in _short(matrix.rows)],
        },
    }


def _short(names: Sequence[str]) -> list[str]:
    return [
        name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
        for name in names
    ] or [""]
