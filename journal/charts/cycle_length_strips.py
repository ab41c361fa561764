"""Strips below the lengths of cycles: on which day ovulation was, how long the bleeding lasted."""

from typing import Any, Final

import plotly.graph_objects as go

from journal.analysis.cycle_lengths import CycleLength, CycleLengths
from journal.charts.chart import Shade
from journal.charts.over_time import DAY_MS
from journal.charts.theme import PALETTES, phase_colour
from journal.cycle.basis import Basis
from journal.cycle.phases import Phase
from journal.domain.ranges import DateRange

LATEST_OVULATION_DAY: Final = 40  # of the axis; a later one lies above it and is in the table
MANY_CYCLES: Final = 130  # from here on the markers would touch
WIDEST_BAR_DAYS: Final = 6


def ovulation_axis(ovulations: list[CycleLength]) -> dict[str, Any]:
    """Return the axis of cycle days, numbered at the earliest and the latest."""
    found = [one.ovulation_day or 0 for one in ovulations]
    low, high = min(found), min(max(found), max(LATEST_OVULATION_DAY, min(found)))
    return {"range": [low - 3, high + 3], "tickvals": sorted({low, high}), "showgrid": False}


def ovulation_marks(found: list[CycleLength], shade: Shade) -> list[go.Scatter]:
    """Return the ovulations of the second panel, filled where observed."""
    colour = PALETTES[shade].text
    many = len(found) > MANY_CYCLES
    traces = []
    for basis, symbol in ((Basis.OBSERVED, "diamond"), (Basis.ESTIMATED, "diamond-open")):
        these = [one for one in found if one.ovulation_basis is basis]
        if these:
            traces.append(
                go.Scatter(
                    name=f"Ovulation, {basis.value}",
                    x=[one.onset for one in these],
                    y=[one.ovulation_day for one in these],
                    mode="markers",
                    marker={"symbol": symbol, "size": 3.5 if many else 7, "color": colour},
                    yaxis="y2",
                    hovertemplate=f"Ovulation on cycle day %{{y}}, {basis.value}<extra></extra>",
                )
            )
    return traces


def bleeding_bars(result: CycleLengths, axis: str, shade: Shade) -> go.Bar:
    """Return the days of bleeding each cycle began with."""
    span = DateRange(result.lengths[0].onset, result.today)
    width = min(WIDEST_BAR_DAYS, len(span) / max(1, len(result.lengths)) * 0.5)
    return go.Bar(
        name="Bleeding",
        x=[one.onset for one in result.lengths],
        y=[one.menses_days for one in result.lengths],
        width=width * DAY_MS,
        marker={"color": phase_colour(Phase.MENSTRUAL, shade), "line": {"width": 0}},
        yaxis=axis,
        showlegend=False,
        hovertemplate="Bleeding: %{y} days<extra></extra>",
    )
