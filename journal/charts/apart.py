"""Time apart, drawn: connection around the day it began, and around the day of coming together.

Each spell is one faint line; over them lies the median of all. Days apart have their own ground,
colour, marker and dash.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from journal.analysis.apart import Apart, Middle
from journal.charts.chart import Shade
from journal.charts.panels import LEGEND_LINES, rating_panel, stacked
from journal.charts.theme import PALETTES, Look, faint, look
from journal.connection.apart import DAYS_AROUND
from journal.domain.labels import counted
from journal.domain.ratings import HIGHEST, LOWEST, Rating

HEIGHT: Final = 150
MOST_SPELLS: Final = 12  # the newest; more faint lines are a fog
TOGETHER_NAME: Final = "Median, together"
APART_NAME: Final = "Median, apart"
ONE_NAME: Final = "Each time"
START_PANEL: Final = "Connection · day 0: apart began"
RETURN_PANEL: Final = "Connection · day 0: together again"
X_TITLE: Final = "Days from then"
TICKS: Final = (-7, -4, -1, 0, 3, 6)
_APART_COLOUR: Final = {Shade.LIGHT: 7, Shade.DARK: 8}  # places among the categories


def apart_look(shade: Shade) -> Look:
    """Return how connection while apart is drawn, beside its own look while together."""
    colour = PALETTES[shade].categories[_APART_COLOUR[shade]]
    return Look(colour, "circle-open", "8px,4px")


@dataclass(frozen=True, slots=True)
class _Aligned:
    """One panel: spells laid over each other by days from a day 0; `apart` is from, to."""

    name: str
    spells: tuple[Mapping[int, Rating], ...]
    medians: Mapping[int, Middle]
    apart: tuple[int, int]


def apart_figure(result: Apart, shade: Shade) -> go.Figure:
    """Draw two panels above one axis of days; the second needs a spell that has ended."""
    panels = _panels(result)
    figure = stacked(
        shade,
        [rating_panel(_named(panel), HEIGHT) for panel in panels],
        X_TITLE,
        legend_lines=LEGEND_LINES,
    )
    figure.update_layout(hovermode="closest")
    figure.update_xaxes(
        range=[-DAYS_AROUND - 0.5, DAYS_AROUND - 0.5],
        tickvals=list(TICKS),
        ticktext=[signed(day) for day in TICKS],
        showgrid=False,
    )
    for place, panel in enumerate(panels, start=1):
        axis = f"y{place}" if place > 1 else "y"
        add_ground(figure, panel.apart, axis, shade)
        few = not any(item.value is not None for item in panel.medians.values())
        figure.add_traces(_spells(panel.spells[-MOST_SPELLS:], axis, shade, few=few))
        figure.add_traces(_medians(panel.medians, panel.apart, axis, shade))
    figure.add_traces(_keys(result, shade))
    return figure


def _panels(result: Apart) -> list[_Aligned]:
    told = result.spells
    start, back = tuple(one.from_start for one in told), tuple(one.from_return for one in told)
    panels = [
        _Aligned(START_PANEL, start, result.from_start, (0, DAYS_AROUND)),
        _Aligned(RETURN_PANEL, back, result.from_return, (-DAYS_AROUND, 0)),
    ]
    return [panel for panel in panels if any(panel.spells)]


def _named(panel: _Aligned) -> str:
    return f"{panel.name}, {counted(sum(map(bool, panel.spells)), 'time')}"


def add_ground(figure: go.Figure, apart: tuple[int, int], axis: str, shade: Shade) -> None:
    """Shade the days, or the stretch, apart: from the first to before the second."""
    figure.add_shape(
        type="rect",
        x0=apart[0] - 0.5,
        x1=apart[1] - 0.5,
        y0=LOWEST - 0.5,
        y1=HIGHEST + 0.5,
        yref=axis,
        fillcolor=faint(apart_look(shade).colour, 0.1),
        line={"width": 0},
        layer="below",
    )


def _spells(
    spells: Sequence[Mapping[int, Rating]], axis: str, shade: Shade, *, few: bool
) -> list[go.Scatter]:
    """Draw one faint line for each spell, broken where a day is not rated."""
    x: list[int | None] = []
    y: list[Rating | None] = []
    for one in spells:
        for day in range(min(one, default=0), max(one, default=-1) + 1):
            x.append(day)
            y.append(one.get(day))
        x.append(None)
        y.append(None)
    return [
        go.Scatter(
            name=ONE_NAME,
            x=x,
            y=y,
            yaxis=axis,
            mode="lines+markers",
            connectgaps=False,
            hoverinfo="skip",
            showlegend=False,
            **faint_line(shade, few=few),
        )
    ]


def faint_line(shade: Shade, *, few: bool) -> dict[str, Any]:
    """Return the line of one spell, fainter where a median lies over it."""
    colour = faint(PALETTES[shade].muted, 0.75 if few else 0.3)
    return {
        "line": {"color": colour, "width": 1.2},
        "marker": {"color": colour, "size": 5 if few else 3},
    }


def _medians(
    medians: Mapping[int, Middle], apart: tuple[int, int], axis: str, shade: Shade
) -> list[go.Scatter]:
    """Draw the medians of the days together, and those of the days apart in their own look."""
    days = range(-DAYS_AROUND, DAYS_AROUND)
    sides = (
        (TOGETHER_NAME, look("connection", shade), [day for day in days if not _is_in(day, apart)]),
        (APART_NAME, apart_look(shade), [day for day in days if _is_in(day, apart)]),
    )
    traces = []
    for name, style, found in sides:
        known = [medians.get(day, Middle(None, 0)) for day in found]
        if any(item.value is not None for item in known):
            traces.append(
                go.Scatter(
                    name=name,
                    x=found,
                    y=[item.value for item in known],
                    yaxis=axis,
                    mode="lines+markers",
                    text=[
                        f"<b>Day {signed(day)}</b><br>{name.lower().replace('median, ', '')}: "
                        f"median {item.value:g} of {counted(item.n, 'time')}"
                        if item.value is not None
                        else ""
                        for day, item in zip(found, known, strict=True)
                    ],
                    hovertemplate="%{text}<extra></extra>",
                    connectgaps=False,
                    showlegend=False,
                    **drawn(style),
                )
            )
    return traces


def drawn(style: Look) -> dict[str, Any]:
    """Return the line and the marker of a look."""
    return {
        "line": {"color": style.colour, "width": 2.5, "dash": style.dash},
        "marker": {
            "color": style.colour,
            "symbol": style.symbol,
            "size": 8,
            "line": {"width": 2 if style.symbol.endswith("open") else 0},
        },
    }


def _keys(result: Apart, shade: Shade) -> list[go.Scatter]:
    medians = [*result.from_start.values(), *result.from_return.values()]
    found = [(ONE_NAME, faint_line(shade, few=True))]
    if any(item.value is not None for item in medians):
        found += [
            (TOGETHER_NAME, drawn(look("connection", shade))),
            (APART_NAME, drawn(apart_look(shade))),
        ]
    return [
        go.Scatter(name=name, x=[None], y=[None], mode="lines+markers", **drawn)
        for name, drawn in found
    ]


def _is_in(day: int, apart: tuple[int, int]) -> bool:
    return apart[0] <= day < apart[1]


def signed(day: int) -> str:
    """Write a number of days with a real minus."""
    return f"−{-day}" if day < 0 else str(day)
