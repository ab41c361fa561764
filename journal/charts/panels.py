"""Panels: strips of a figure above one shared x axis, each as high as it needs, in pixels."""

from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from journal.charts.chart import Shade
from journal.charts.theme import PALETTES, SIDE_MARGIN, SMALL_SIZE, template
from journal.domain.ratings import HIGHEST, LOWEST, MIDDLE

TITLE_ROOM: Final = 22  # above each panel, for its name
TICK_ROOM: Final = 24
X_TITLE_ROOM: Final = 22
LEGEND_LINES: Final = 2  # what the ratings take at 390 px
LEGEND_LINE: Final = 21
LEGEND_MARGIN: Final = 12
RATING_HEIGHT: Final = 220


@dataclass(frozen=True, slots=True)
class Panel:
    """One strip; `axis` is what plotly's y axis needs beyond the theme."""

    name: str
    height: int
    axis: dict[str, Any]


def rating_panel(name: str, height: int = RATING_HEIGHT) -> Panel:
    """Return the panel of the one rating scale, 0 at the foot and 10 at the head."""
    ticks = [LOWEST, MIDDLE, HIGHEST]
    return Panel(name, height, {"range": [LOWEST - 0.5, HIGHEST + 0.5], "tickvals": ticks})


def strip_panel(name: str, height: int, top: float) -> Panel:
    """Return a panel of small bars from nothing to `top`."""
    return Panel(name, height, {"range": [0, top], "showticklabels": False, "showgrid": False})


def stacked(
    shade: Shade,
    panels: list[Panel],
    x_title: str = "",
    tick_lines: int = 1,
    *,
    legend_lines: int = LEGEND_LINES,
) -> go.Figure:
    """Return a figure with empty panels from top to bottom; trace on `y`, `y2`, `y3` …."""
    legend_room = LEGEND_MARGIN + legend_lines * LEGEND_LINE
    inner = sum(panel.height + TITLE_ROOM for panel in panels)
    below = TICK_ROOM + (tick_lines - 1) * SMALL_SIZE + (X_TITLE_ROOM if x_title else 0)
    palette = PALETTES[shade]
    axes, names, top = {}, [], float(inner)
    for place, panel in enumerate(panels, start=1):
        head = (top - TITLE_ROOM) / inner
        top -= TITLE_ROOM + panel.height
        axes[f"yaxis{place if place > 1 else ''}"] = {
            **panel.axis,
            "domain": [max(0.0, top / inner), head],
            "anchor": "x",
        }
        names.append(
            {
                "text": panel.name,
                "x": 0,
                "y": head,
                "xref": "paper",
                "yref": "paper",
                "xanchor": "left",
                "yanchor": "bottom",
                "xshift": 1 - SIDE_MARGIN["l"],
                "yshift": 2,
                "showarrow": False,
                "font": {"size": SMALL_SIZE, "color": palette.muted},
            }
        )
    return go.Figure(
        layout={
            "template": template(shade),
            "height": inner + below + legend_room,
            "margin": {**SIDE_MARGIN, "t": 0, "b": below + legend_room},
            "xaxis": {"anchor": "free", "position": 0, "title": {"text": x_title}},
            "legend": {"yref": "paper", "y": -below / inner},
            "annotations": names,
            **axes,
        }
    )
