"""The open cycle as a wheel: day 1 at the top, then clockwise; drawn in plain x and y."""

import math
from typing import Any, Final

import plotly.graph_objects as go

from journal.charts.chart import Shade
from journal.charts.cycle_circle import WEEK_DAYS, Wheel, arc_of, band_of, place_of
from journal.charts.cycle_days import day_number
from journal.charts.cycle_marks import (
    FIRST,
    LATER,
    LIKELY_NAME,
    OVULATION_NAMES,
    TODAY_NAME,
    Patch,
    ground,
    hover_points,
    legend,
    legend_room,
    likely_fill,
    ovulation_marker,
    phase_keys,
    phase_patches,
    span_line,
    today_marker,
)
from journal.charts.cycle_words import day_words
from journal.charts.theme import CLEAR, PALETTES, SMALL_SIZE, phase_colour, template
from journal.cycle.phase_words import BASIS_NAMES, PHASE_NAMES
from journal.cycle.phases import Phase

WHEEL_HEIGHT: Final = 344
MOST_TICKS: Final = 10
MOST_POINTS: Final = 400
# Radii, the outer edge of the ring being 1.
INNER: Final = 0.74
MIDDLE: Final = (INNER + 1) / 2
TICKS: Final = 0.655
OVULATION_ORBIT: Final = 1.075
LIKELY_RING: Final = (1.13, 1.19)
LIKELY_MIDDLE: Final = (1.11, 1.22)
EDGE: Final = 1.24


def cycle_wheel_figure(wheel: Wheel, shade: Shade) -> go.Figure:
    """Draw the wheel."""
    patches = _patches(wheel)
    traces = [
        _track(wheel, shade),
        *phase_patches(patches, shade),
        *_likely(wheel, shade),
        *_ovulation(wheel, shade),
        *_open_end(wheel, shade),
        _today(wheel, shade),
        *phase_keys(patches, shade),
        _hover(wheel),
    ]
    keys = sum(trace.showlegend is not False for trace in traces)
    below = legend_room(keys)
    axis = {"visible": False, "range": [-EDGE, EDGE], "fixedrange": True}
    return go.Figure(
        data=traces,
        layout={
            "template": template(shade),
            "height": WHEEL_HEIGHT + below,
            "margin": {"l": 4, "r": 4, "t": 0, "b": below},
            "hovermode": "closest",
            "xaxis": {**axis, "constrain": "domain"},
            "yaxis": {**axis, "scaleanchor": "x", "constrain": "domain"},
            "legend": {**legend(), "y": 0},
            "annotations": [*_ticks(wheel, shade), *_hole(wheel, shade)],
        },
    )


def _track(wheel: Wheel, shade: Shade) -> go.Scatter:
    end = wheel.today if wheel.open_ended else wheel.turn_days
    x, y = band_of(wheel.turn_days, 0, end, (INNER, 1))
    return ground(x, y, shade)


def _patches(wheel: Wheel) -> list[Patch]:
    patches = []
    for span in wheel.read.phases:
        start = day_number(wheel.read, span.range_.start) - 1
        end = min(start + len(span.range_), wheel.turn_days)
        if start < end:
            gap = min(0.06, wheel.turn_days / 600)
            x, y = band_of(wheel.turn_days, start + gap, end - gap, (INNER, 1))
            patches.append(Patch(span.phase, span.basis, x, y))
    return patches


def _likely(wheel: Wheel, shade: Shade) -> list[go.Scatter]:
    if wheel.likely is None:
        return []
    start = day_number(wheel.read, wheel.likely.span.start) - 1
    x, y = band_of(wheel.turn_days, start, start + len(wheel.likely.span), LIKELY_RING)
    middle = day_number(wheel.read, wheel.likely.median) - 0.5
    ends = [
        place_of(wheel.turn_days, middle, radius) for radius in (LIKELY_RING[0] - 0.02, EDGE - 0.02)
    ]
    return [
        go.Scatter(name=LIKELY_NAME, x=x, y=y, **likely_fill(shade)),
        go.Scatter(
            name="Its middle",
            x=[x for x, _ in ends],
            y=[y for _, y in ends],
            mode="lines",
            line={"color": phase_colour(Phase.MENSTRUAL, shade), "width": 3},
            hoverinfo="skip",
            showlegend=False,
        ),
    ]


def _ovulation(wheel: Wheel, shade: Shade) -> list[go.Scatter]:
    mark = wheel.ovulation
    if mark is None:
        return []
    start = day_number(wheel.read, mark.range_.start) - 1
    x, y = arc_of(wheel.turn_days, start, start + len(mark.range_), OVULATION_ORBIT)
    day = day_number(wheel.read, mark.date)
    at = place_of(wheel.turn_days, day - 0.5, OVULATION_ORBIT)
    name = OVULATION_NAMES[mark.basis]
    return [
        go.Scatter(
            name=f"{name}, span",
            x=x,
            y=y,
            mode="lines",
            line=span_line(mark.basis, shade),
            hoverinfo="skip",
            showlegend=False,
        ),
        go.Scatter(
            name=name,
            x=[at[0]],
            y=[at[1]],
            mode="markers",
            marker=ovulation_marker(mark.basis, shade),
            legendrank=LATER + 1,
            hoverinfo="skip",
        ),
    ]


def _today(wheel: Wheel, shade: Shade) -> go.Scatter:
    x, y = place_of(wheel.turn_days, wheel.today - 0.5, MIDDLE)
    return go.Scatter(
        name=TODAY_NAME,
        x=[x],
        y=[y],
        mode="markers",
        marker=today_marker(shade),
        legendrank=FIRST,
        hoverinfo="skip",
    )


def _open_end(wheel: Wheel, shade: Shade) -> list[go.Scatter]:
    """Return the dotted way on from today, where nothing says how far it goes."""
    start = max(wheel.today, wheel.said_days)
    if not wheel.open_ended or start >= wheel.turn_days:
        return []
    # Short of the top, or the circle would look closed.
    x, y = arc_of(wheel.turn_days, start + 0.3, max(start + 0.4, wheel.turn_days * 0.985), MIDDLE)
    return [
        go.Scatter(
            name="Left open",
            x=x,
            y=y,
            mode="lines",
            line={"color": PALETTES[shade].muted, "width": 2, "dash": "2px,6px"},
            hoverinfo="skip",
            showlegend=False,
        )
    ]


def _hover(wheel: Wheel) -> go.Scatter:
    every = math.ceil(len(wheel.days) / MOST_POINTS)
    shown = [day for day in wheel.days[::every] if day.cycle_day <= wheel.turn_days]
    places = [place_of(wheel.turn_days, day.cycle_day - 0.5, MIDDLE) for day in shown]
    return hover_points(
        [x for x, _ in places], [y for _, y in places], [day_words(day) for day in shown], 26
    )


def _ticks(wheel: Wheel, shade: Shade) -> list[dict[str, Any]]:
    last = max(wheel.today, wheel.said_days) if wheel.open_ended else wheel.turn_days
    every = WEEK_DAYS
    while last / every > MOST_TICKS:
        every *= 2
    # A number right before the top would run into the 1.
    days = [day for day in range(1, last + 1, every) if day - 1 <= wheel.turn_days - every / 2]
    places = [place_of(wheel.turn_days, day - 0.5, TICKS) for day in days]
    muted = PALETTES[shade].muted
    return [_note(str(day), at, muted) for day, at in zip(days, places, strict=True)]


def _hole(wheel: Wheel, shade: Shade) -> list[dict[str, Any]]:
    palette = PALETTES[shade]
    span = wheel.days[wheel.today - 1].span
    lines = [(f"<b>Day {wheel.today}</b>", 28, palette.text)]
    if span:
        lines.append((PHASE_NAMES[span.phase], 14, palette.text))
        lines.append((BASIS_NAMES[span.basis], SMALL_SIZE, palette.muted))
    shifts = {1: (0,), 3: (17, -10, -29)}[len(lines)]
    return [
        {**_note(text, (0, 0), colour), "yshift": shift, "font": {"size": size, "color": colour}}
        for (text, size, colour), shift in zip(lines, shifts, strict=True)
    ]


def _note(text: str, at: tuple[float, float], colour: str) -> dict[str, Any]:
    x, y = at
    font = {"size": SMALL_SIZE, "color": colour}
    return {"text": text, "x": x, "y": y, "showarrow": False, "font": font, "bgcolor": CLEAR}
