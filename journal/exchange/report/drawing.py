"""How a chart is described for paper: light, as wide as the text, drawn in lines only."""

import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Final

from journal.charts.chart import Shade
from journal.charts.theme import CLEAR
from journal.exchange.chart_files import figure_json
from journal.exchange.report.document import Picture

# The text of a page is 17 cm wide; laid out so, 12 pixels of the figure are 8 points on paper.
WIDTH: Final = 720
USUAL_HEIGHT: Final = 400
TALLEST: Final = 900
# A phone is high and a page is wide: panels keep so much of their height.
FLATTENED: Final = 0.8
CELL: Final = 17  # of a field, in pixels


def described(picture: Picture, plotly: str) -> dict[str, object]:
    """Describe a picture for the browser to draw, alone and without words around it.

    Args:
        picture: Of a report.
        plotly: The address of the library that draws.
    """
    figure = figure_json(picture.chart, Shade.LIGHT)
    layout = figure["layout"]
    layout["paper_bgcolor"] = layout["plot_bgcolor"] = CLEAR
    height = float(layout.get("height") or USUAL_HEIGHT)
    if picture.panels:
        height = _flattened(layout, height)
    for note in layout.get("annotations", ()):
        # Set from its edge: the paper has a font of its own, in which words are narrower.
        note["align"] = note.get("xanchor", "center")
    figure["data"] = [_in_lines(trace) for trace in figure["data"]]
    return {
        "alone": True,
        "figure": json.dumps(figure),
        "title": picture.chart.title,
        "width": WIDTH,
        "height": round(min(height, TALLEST)),
        "plotly": plotly,
    }


def _flattened(layout: dict[str, Any], height: float) -> float:
    """Lower the panels and leave what stands below them as it is; return the new height."""
    margin = layout.get("margin", {})
    outside = float(margin.get("t", 0)) + float(margin.get("b", 0))
    legend = layout.get("legend", {})
    if "y" in legend:
        legend["y"] = legend["y"] / FLATTENED
    layout["height"] = (height - outside) * FLATTENED + outside
    return float(layout["height"])


def _in_lines(trace: dict[str, Any]) -> dict[str, Any]:
    """Return a field of cells as squares of the same colours; plotly draws a field as pixels."""
    if trace.get("type") != "heatmap":
        return trace
    middles = [(low + high) / 2 for low, high in pairwise(trace["y"])]
    cells = [
        (x, y, value)
        for y, row in zip(middles, trace["z"], strict=True)
        for x, value in zip(trace["x"], row, strict=True)
        if value is not None
    ]
    return _squares(cells, trace)


def _squares(cells: list[tuple[float, float, float]], field: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _, _ in cells],
        "y": [y for _, y, _ in cells],
        "marker": {
            "symbol": "square",
            "size": CELL,
            "color": [value for _, _, value in cells],
            "colorscale": field["colorscale"],
            "cmin": field["zmin"],
            "cmax": field["zmax"],
            "line": {"width": 0},
            "opacity": 1,
        },
        "showlegend": False,
    }
