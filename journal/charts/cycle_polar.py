"""A measure over the cycle, drawn round: day 1 at the top, then clockwise; in plain x and y.

The middle is the foot of the scale and the outer ring its head, so that the line of a measure that
does not go with the cycle is a circle.
"""

from typing import Any, Final

import plotly.graph_objects as go

from journal.analysis.relations.cycle_curve import CycleCurve
from journal.analysis.relations.outcome_days import scale_of
from journal.charts.chart import Shade
from journal.charts.cycle_circle import Line, arc_of, place_of
from journal.charts.cycle_curve import (
    BAND_NAME,
    CURVE_NAME,
    ONSET_NAME,
    onset_marker,
    point_words,
    week_days,
)
from journal.charts.cycle_marks import (
    OVULATION_NAMES,
    hover_points,
    legend,
    legend_room,
    ovulation_marker,
)
from journal.charts.measure_look import measure_look
from journal.charts.theme import CLEAR, PALETTES, SMALL_SIZE, faint, template

HEIGHT: Final = 344
DAYS_NAME: Final = "A rated day"
# Radii, the outer ring being 1; the hole keeps the foot of the scale from running together.
INNER: Final = 0.16
MARKS: Final = 1.08
NAMES: Final = 1.2
EDGE: Final = 1.28
POINTER: Final = 16
SCALE_AT: Final = 0.125  # of the turn: half-way between two named days


def cycle_polar_figure(result: CycleCurve, shade: Shade) -> go.Figure:
    """Draw the curve as a closed line around the cycle."""
    ends = _ends(result)
    traces = [
        *_rings(result.length_days, shade),
        _days(result, ends, shade),
        *_curve(result, ends, shade),
        *_marks(result, shade),
        _pointed(result, ends),
    ]
    below = legend_room(sum(trace.showlegend is not False for trace in traces))
    axis = {"visible": False, "range": [-EDGE, EDGE], "fixedrange": True}
    return go.Figure(
        data=traces,
        layout={
            "template": template(shade),
            "height": HEIGHT + below,
            "margin": {"l": 4, "r": 4, "t": 0, "b": below},
            "hovermode": "closest",
            "xaxis": {**axis, "constrain": "domain"},
            "yaxis": {**axis, "scaleanchor": "x", "constrain": "domain"},
            "legend": {**legend(), "y": 0},
            "annotations": [
                *_day_names(result.length_days, shade),
                *_scale(result.length_days, ends, shade),
            ],
        },
    )


def _ends(result: CycleCurve) -> tuple[float, float]:
    found = scale_of(result.code)
    if found is not None:
        return found
    values = [value for run in result.runs for value in run.values if value is not None]
    return 0.0, max([1.0, *values, *(at.high for at in result.points)])


def _radius(value: float, ends: tuple[float, float]) -> float:
    low, high = ends
    share = min(max((value - low) / (high - low), 0.0), 1.0)
    return INNER + (1 - INNER) * share


def _around(result: CycleCurve, values: list[float], ends: tuple[float, float]) -> Line:
    places = [
        place_of(result.length_days, at.day - 1, _radius(value, ends))
        for at, value in zip(result.points, values, strict=True)
    ]
    return [x for x, _ in places], [y for _, y in places]


def _rings(length_days: int, shade: Shade) -> list[go.Scatter]:
    palette = PALETTES[shade]
    rings = []
    for radius in (INNER, (INNER + 1) / 2, 1.0):
        x, y = arc_of(length_days, 0, length_days, radius)
        rings.append(
            go.Scatter(
                name="Scale",
                x=x,
                y=y,
                mode="lines",
                line={"color": palette.grid, "width": 1},
                hoverinfo="skip",
                showlegend=False,
            )
        )
    return rings


def _days(result: CycleCurve, ends: tuple[float, float], shade: Shade) -> go.Scatter:
    places = [
        place_of(result.length_days, day - 1, _radius(value, ends))
        for run in result.runs
        for day, value in zip(run.days, run.values, strict=True)
        if value is not None
    ]
    return go.Scatter(
        name=DAYS_NAME,
        x=[x for x, _ in places],
        y=[y for _, y in places],
        mode="markers",
        marker={"color": faint(PALETTES[shade].muted, 0.35), "size": 4},
        hoverinfo="skip",
    )


def _curve(result: CycleCurve, ends: tuple[float, float], shade: Shade) -> list[go.Scatter]:
    look = measure_look(result.code, shade)
    outer = _around(result, [at.high for at in result.points], ends)
    inner = _around(result, [at.low for at in result.points], ends)
    x, y = _around(result, [at.fit for at in result.points], ends)
    return [
        go.Scatter(
            name=BAND_NAME,
            x=[*outer[0], *reversed(inner[0])],
            y=[*outer[1], *reversed(inner[1])],
            mode="lines",
            line={"width": 0},
            fill="toself",
            fillcolor=faint(look.colour, 0.22),
            hoverinfo="skip",
        ),
        go.Scatter(
            name=CURVE_NAME,
            x=x,
            y=y,
            mode="lines",
            line={"color": look.colour, "width": 3},
            hoverinfo="skip",
        ),
    ]


def _marks(result: CycleCurve, shade: Shade) -> list[go.Scatter]:
    found = [(ONSET_NAME, 0.0, onset_marker(shade))]
    if result.ovulation is not None:
        basis = result.ovulation.basis
        found.append(
            (OVULATION_NAMES[basis], result.ovulation.day - 1, ovulation_marker(basis, shade))
        )
    marks = []
    for name, day, marker in found:
        x, y = place_of(result.length_days, day, MARKS)
        marks.append(
            go.Scatter(name=name, x=[x], y=[y], mode="markers", marker=marker, hoverinfo="skip")
        )
    return marks


def _pointed(result: CycleCurve, ends: tuple[float, float]) -> go.Scatter:
    places = [
        place_of(result.length_days, at.day - 1, _radius(at.fit, ends)) for at in result.whole_days
    ]
    words = [f"Day {at.day:g}: {point_words(at)}" for at in result.whole_days]
    return hover_points([x for x, _ in places], [y for _, y in places], words, POINTER)


def _day_names(length_days: int, shade: Shade) -> list[dict[str, Any]]:
    muted = PALETTES[shade].muted
    return [
        _note(str(day), place_of(length_days, day - 1, NAMES), muted)
        for day in week_days(length_days)
    ]


def _scale(length_days: int, ends: tuple[float, float], shade: Shade) -> list[dict[str, Any]]:
    """Name foot, middle and head of the scale where no day is named."""
    low, high = ends
    at = SCALE_AT * length_days
    return [
        _note(f"{value:g}", place_of(length_days, at, _radius(value, ends)), PALETTES[shade].muted)
        for value in (low, (low + high) / 2, high)
    ]


def _note(text: str, at: tuple[float, float], colour: str) -> dict[str, Any]:
    x, y = at
    font = {"size": SMALL_SIZE, "color": colour}
    return {"text": text, "x": x, "y": y, "showarrow": False, "font": font, "bgcolor": CLEAR}
