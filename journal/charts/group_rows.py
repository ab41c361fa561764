"""A measure in groups, drawn as rows: every day a dot, the median, the average with its interval.

Premenstrual days
48 days, 12 cycles
    . :. .: | .:  .            a dot is a day, spread up and down so that none hides another
          --<>--               the average with its interval
"""

import html
from collections.abc import Callable, Iterator, Sequence
from math import sqrt
from typing import Any, Final

import plotly.graph_objects as go

from journal.analysis.relations.groups import Group, GroupDay, Groups
from journal.analysis.relations.outcome_days import scale_of
from journal.charts.chart import Shade
from journal.charts.cycle_marks import hollow, legend, legend_room
from journal.charts.theme import PALETTES, SMALL_SIZE, faint, template
from journal.domain.labels import counted, date_words

NAME_ROOM: Final = 38  # two lines above the dots
DOTS_ROOM: Final = 40
LEVEL_ROOM: Final = 24
ROW_HEIGHT: Final = NAME_ROOM + DOTS_ROOM + LEVEL_ROOM
TICK_ROOM: Final = 26
DOT: Final = 5
SIDES: Final = 14
# Steps that never fall into a pattern: shares of the golden ratio and of the root of two.
_UP: Final = (sqrt(5) - 1) / 2
_ALONG: Final = sqrt(2) - 1
# How far a dot may be moved along the scale, of one point, so that dots of one value stay together.
SPREAD: Final = 0.34
DAY_NAME: Final = "A day"
OBSERVED_NAME: Final = "A day, observed"
ESTIMATED_NAME: Final = "A day, estimated"
MEDIAN_NAME: Final = "Median"
LEVEL_NAME: Final = "Average (95 %)"


def group_rows_figure(
    groups: Groups, every: int, colour_of: Callable[[str, Shade], str], shade: Shade
) -> go.Figure:
    """Draw one row for each group.

    Args:
        groups: At least one.
        every: Draw every so many-th day of each group.
        colour_of: The colour of a group, by its key.
        shade: Light or dark.
    """
    told_apart = any(group.estimated_days for group in groups.groups)
    traces: list[go.Scatter] = []
    for place, group in enumerate(groups.groups):
        traces += _dots(group, place * ROW_HEIGHT, every, colour_of(group.key, shade))
    traces += [_medians(groups, shade), _levels(groups, shade)]
    traces += _keys(shade, told_apart=told_apart)
    height = ROW_HEIGHT * len(groups.groups)
    below = legend_room(sum(trace.showlegend is not False for trace in traces))
    return go.Figure(data=traces, layout=_layout(groups, height, below, shade))


def _layout(groups: Groups, height: int, below: int, shade: Shade) -> dict[str, Any]:
    return {
        "template": template(shade),
        "height": height + TICK_ROOM + below,
        "margin": {"l": SIDES, "r": SIDES, "t": 0, "b": TICK_ROOM + below},
        "hovermode": "closest",
        "xaxis": {**_scale(groups.code), "showgrid": True, "fixedrange": True},
        "yaxis": {"range": [height, 0], "showticklabels": False, "showgrid": False},
        "legend": {**legend(), "yref": "paper", "y": -TICK_ROOM / height},
        "annotations": list(_names(groups.groups, shade)),
    }


def _scale(code: str) -> dict[str, Any]:
    ends = scale_of(code)
    if ends is None:
        return {"rangemode": "tozero"}
    low, high = ends
    return {"range": [low - 0.5, high + 0.5], "tick0": low, "dtick": 1}


def _dots(group: Group, top: int, every: int, colour: str) -> Iterator[go.Scatter]:
    """Yield the days of a group, observed ones filled and estimated ones hollow."""
    shown = group.days[::every]
    for estimated in (False, True):
        days = [day for day in shown if day.estimated is estimated]
        if not days:
            continue
        filled = {"symbol": "circle", "size": DOT, "color": faint(colour, 0.55)}
        yield go.Scatter(
            name=html.escape(group.name),
            x=[_spread_along(day) for day in days],
            y=[top + NAME_ROOM + DOTS_ROOM * _share_of(day, _UP) for day in days],
            text=[f"{date_words(day.day)}: {day.value:g}" for day in days],
            mode="markers",
            marker={**hollow(faint(colour, 0.75), "circle", DOT), "line": {"width": 1.1}}
            if estimated
            else filled,
            hovertemplate="%{text}<extra></extra>",
            showlegend=False,
        )


def _share_of(day: GroupDay, step: float) -> float:
    """Return a share between 0 and 1 that is always the same for a date, and even over dates."""
    return day.day.toordinal() * step % 1


def _spread_along(day: GroupDay) -> float:
    return day.value + SPREAD * (2 * _share_of(day, _ALONG) - 1)


def _medians(groups: Groups, shade: Shade) -> go.Scatter:
    """Return a line across the dots of each group that has a median."""
    found = [
        (group.quarters, place * ROW_HEIGHT + NAME_ROOM)
        for place, group in enumerate(groups.groups)
        if group.quarters is not None
    ]
    return go.Scatter(
        name=MEDIAN_NAME,
        x=[x for quarters, _ in found for x in (quarters.median, quarters.median, None)],
        y=[y for _, top in found for y in (top - 2, top + DOTS_ROOM + 2, None)],
        mode="lines",
        line={"color": PALETTES[shade].text, "width": 3},
        hoverinfo="skip",
        showlegend=False,
    )


def _levels(groups: Groups, shade: Shade) -> go.Scatter:
    found = [
        (group, group.level, (place + 1) * ROW_HEIGHT - LEVEL_ROOM + 10)
        for place, group in enumerate(groups.groups)
        if group.level is not None
    ]
    return go.Scatter(
        name=LEVEL_NAME,
        x=[level.estimate for _, level, _ in found],
        y=[y for _, _, y in found],
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [level.high - level.estimate for _, level, _ in found],
            "arrayminus": [level.estimate - level.low for _, level, _ in found],
            "color": PALETTES[shade].text,
            "thickness": 2,
            "width": 5,
        },
        text=[
            f"<b>{html.escape(group.name)}</b><br>Average {level.estimate:.1f}, "
            f"between {level.low:.1f} and {level.high:.1f}"
            for group, level, _ in found
        ],
        mode="markers",
        marker=_level_marker(shade),
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )


def _level_marker(shade: Shade) -> dict[str, Any]:
    palette = PALETTES[shade]
    edge = {"color": palette.text, "width": 2}
    return {"symbol": "diamond", "size": 10, "color": palette.background, "line": edge}


def _keys(shade: Shade, *, told_apart: bool) -> list[go.Scatter]:
    muted, text = PALETTES[shade].muted, PALETTES[shade].text
    filled = {"symbol": "circle", "size": 7, "color": muted}
    days = [(OBSERVED_NAME if told_apart else DAY_NAME, filled)]
    if told_apart:
        days.append((ESTIMATED_NAME, hollow(muted, "circle", 7)))
    nowhere: dict[str, Any] = {"x": [None], "y": [None], "hoverinfo": "skip"}
    return [
        *(go.Scatter(name=name, mode="markers", marker=mark, **nowhere) for name, mark in days),
        go.Scatter(name=MEDIAN_NAME, mode="lines", line={"color": text, "width": 3}, **nowhere),
        go.Scatter(name=LEVEL_NAME, mode="markers", marker=_level_marker(shade), **nowhere),
    ]


def _names(groups: Sequence[Group], shade: Shade) -> Iterator[dict[str, Any]]:
    palette = PALETTES[shade]
    for place, group in enumerate(groups):
        top = place * ROW_HEIGHT
        yield _note(f"<b>{html.escape(group.name)}</b>", top + 11, palette.text)
        yield _note(count_words(group), top + 27, palette.muted)


def count_words(group: Group) -> str:
    """Say how many days a group has, and in how many cycles: "48 days, 12 cycles"."""
    days = counted(len(group.days), "day")
    return days if group.cycles is None else f"{days}, {counted(group.cycles, 'cycle')}"


def _note(text: str, y: float, colour: str) -> dict[str, Any]:
    return {
        "text": text,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": -SIDES + 1,
        "y": y,
        "yanchor": "middle",
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": SMALL_SIZE, "color": colour},
    }
