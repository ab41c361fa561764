"""Signs by cycle day, drawn: a field of cells, the more often or the stronger the deeper.

Each cell says its number twice, by its colour and by the size of the square in it. A cell with one
or two days is crossed through, and one without any stays empty.
"""

import html
from enum import StrEnum
from math import sqrt
from typing import Any, Final

import plotly.graph_objects as go

from journal.analysis.relations.signs_by_cycle_day import (
    CountedFrom,
    SignCell,
    SignRow,
    SignsByCycleDay,
)
from journal.charts.chart import Shade
from journal.charts.cycle_marks import legend, legend_room
from journal.charts.theme import CLEAR, PALETTES, SMALL_SIZE, faint, template
from journal.domain.labels import counted

NAME_ROOM: Final = 18
CELL_HEIGHT: Final = 22
ROW_HEIGHT: Final = NAME_ROOM + CELL_HEIGHT
FOOT: Final = 44
SIDES: Final = 8
LARGEST: Final = 8  # a square, in pixels: a column of a phone is not much wider
SMALLEST: Final = 2.5
WEEK_DAYS: Final = 7
STRONGEST: Final = 3
AXIS_TITLES: Final = {
    CountedFrom.ONSET: "Cycle day",
    CountedFrom.NEXT_ONSET: "Days before the next period",
}


class SignMeasure(StrEnum):
    """What a cell shows."""

    HOW_OFTEN = "how_often"
    HOW_STRONG = "how_strong"


TOO_FEW_NAME: Final = "Fewer than 3 days"
KEY_NAMES: Final = {
    SignMeasure.HOW_OFTEN: ("On few of the days", "On all of the days"),
    SignMeasure.HOW_STRONG: ("Mild", "Severe"),
}


def signs_heat_figure(result: SignsByCycleDay, measure: SignMeasure, shade: Shade) -> go.Figure:
    """Draw a row of cells for each sign, its name above it."""
    traces = [
        _field(result, measure, shade),
        _squares(result, measure, shade),
        _too_few(result, measure, shade),
        *_keys(measure, shade),
    ]
    height = ROW_HEIGHT * len(result.rows)
    below = legend_room(sum(trace.showlegend is True for trace in traces))
    return go.Figure(data=traces, layout=_layout(result, height, below, shade))


def value_of(cell: SignCell, measure: SignMeasure) -> float | None:
    """Return what a cell shows, as a share of the most it could; None where nothing is shown."""
    if measure is SignMeasure.HOW_OFTEN:
        return cell.share
    # Mild is there, too: its square is not to look like nothing.
    return None if cell.strength is None else cell.strength / STRONGEST


def cell_words(row: SignRow, cell: SignCell) -> str:
    """Say a cell to a pointer."""
    out_of = "recorded" if row.never_absent else "noted"
    said = f"{cell.present} of {counted(cell.days, 'day')} {out_of}"
    if cell.strength is not None:
        said += f", {cell.strength:.1f} of {STRONGEST} where it was there"
    return said


def _layout(result: SignsByCycleDay, height: int, below: int, shade: Shade) -> dict[str, Any]:
    palette, days = PALETTES[shade], result.cycle_days
    first, last = (days[0], days[-1]) if days else (1, 1)
    every = [day for day in days if (day if first < 0 else day - 1) % WEEK_DAYS == 0]
    return {
        "template": template(shade),
        "height": height + FOOT + below,
        "margin": {"l": SIDES, "r": SIDES, "t": 0, "b": FOOT + below},
        "hovermode": "closest",
        "xaxis": {
            "range": [first - 0.6, last + 0.6],
            "tickvals": every,
            "ticktext": [str(day).replace("-", "−") for day in every],
            "title": {"text": AXIS_TITLES[result.counted_from]},
            "fixedrange": True,
        },
        "yaxis": {"range": [height, 0], "showticklabels": False, "showgrid": False},
        "legend": {**legend(), "yref": "paper", "y": -FOOT / max(height, 1)},
        "annotations": [
            {
                "text": html.escape(row.name),
                "x": 0,
                "xref": "paper",
                "xanchor": "left",
                "y": place * ROW_HEIGHT + NAME_ROOM / 2 + 1,
                "yanchor": "middle",
                "showarrow": False,
                "borderpad": 0,
                "font": {"size": SMALL_SIZE, "color": palette.text},
            }
            for place, row in enumerate(result.rows)
        ],
    }


def _middle(place: int) -> float:
    return place * ROW_HEIGHT + NAME_ROOM + CELL_HEIGHT / 2


def _field(result: SignsByCycleDay, measure: SignMeasure, shade: Shade) -> go.Heatmap:
    """Return the coloured cells; rows of names between them have no cell."""
    palette = PALETTES[shade]
    edges: list[float] = [0]
    cells: list[list[float | None]] = []
    words: list[list[str]] = []
    for place, row in enumerate(result.rows):
        top = place * ROW_HEIGHT
        edges += [top + NAME_ROOM, top + ROW_HEIGHT]
        cells += [[None] * len(row.cells), [value_of(cell, measure) for cell in row.cells]]
        words += [[""] * len(row.cells), [_pointed(row, cell) for cell in row.cells]]
    return go.Heatmap(
        name="Cells",
        x=list(result.cycle_days),
        y=edges,
        z=cells,
        zmin=0,
        zmax=1,
        xgap=1,
        colorscale=[[0, palette.secondary], [1, faint(palette.accent, 0.55)]],
        showscale=False,
        text=words,
        hovertemplate="%{text}<extra></extra>",
        hoverongaps=False,
    )


def _pointed(row: SignRow, cell: SignCell) -> str:
    day = str(cell.cycle_day).replace("-", "−")
    return f"<b>{html.escape(row.name)}</b>, day {day}<br>{cell_words(row, cell)}"


def _squares(result: SignsByCycleDay, measure: SignMeasure, shade: Shade) -> go.Scatter:
    found = [
        (cell.cycle_day, _middle(place), value)
        for place, row in enumerate(result.rows)
        for cell in row.cells
        if (value := value_of(cell, measure))
    ]
    return go.Scatter(
        name="Squares",
        x=[day for day, _, _ in found],
        y=[y for _, y, _ in found],
        mode="markers",
        marker={
            "symbol": "square",
            "size": [max(SMALLEST, LARGEST * sqrt(value)) for _, _, value in found],
            "color": PALETTES[shade].accent,
            "line": {"width": 0},
            "opacity": 1,
        },
        hoverinfo="skip",
        showlegend=False,
    )


def _too_few(result: SignsByCycleDay, measure: SignMeasure, shade: Shade) -> go.Scatter:
    found = [
        (cell.cycle_day, _middle(place), _pointed(row, cell))
        for place, row in enumerate(result.rows)
        for cell in row.cells
        if value_of(cell, measure) is None and _is_noted(cell, measure)
    ]
    return go.Scatter(
        name=TOO_FEW_NAME,
        x=[day for day, _, _ in found],
        y=[y for _, y, _ in found],
        text=[words for _, _, words in found],
        mode="markers",
        marker=_crossed(shade),
        hovertemplate="%{text}<extra></extra>",
        showlegend=bool(found),
    )


def _is_noted(cell: SignCell, measure: SignMeasure) -> bool:
    return bool(cell.days if measure is SignMeasure.HOW_OFTEN else cell.present)


def _crossed(shade: Shade) -> dict[str, Any]:
    line = {"color": faint(PALETTES[shade].muted, 0.6), "width": 1}
    return {"symbol": "line-ne", "size": 5, "color": CLEAR, "line": line}


def _keys(measure: SignMeasure, shade: Shade) -> list[go.Scatter]:
    colour = PALETTES[shade].accent
    return [
        go.Scatter(
            name=name,
            x=[None],
            y=[None],
            mode="markers",
            marker={"symbol": "square", "size": size, "color": colour},
            hoverinfo="skip",
            showlegend=True,
        )
        for name, size in zip(KEY_NAMES[measure], (SMALLEST + 1, LARGEST), strict=True)
    ]
