"""Bands beside the account: a lane for each kind, and names that never run into one another."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any, Final

import plotly.graph_objects as go

from journal.charts.chart import Shade
from journal.charts.theme import PALETTES, SIDE_MARGIN, SMALL_SIZE, faint
from journal.connection.account_bands import Band, BandKind
from journal.domain.ranges import DateRange

NARROWEST: Final = 328  # pixels of a figure on the smallest phone
LETTER: Final = 6.8  # pixels of an average letter at `SMALL_SIZE`, of a wide font
BETWEEN: Final = 8  # pixels between two names
MOST_ROWS: Final = 4  # of names; the table and the page have all of them
ROW_HEIGHT: Final = 28
LANE_HEIGHT: Final = 10
LANE_NAMES: Final = {
    BandKind.APART: "Time apart",
    BandKind.STRESS: "High stress",
    BandKind.NOTED: "What you noted",
}
# Told apart without colour, in the lanes and behind the line alike; what has names is plain.
_SHAPES: Final = {BandKind.APART: "/", BandKind.STRESS: "."}
_HALF_A_DAY: Final = timedelta(hours=12)
_WIDTH: Final = NARROWEST - SIDE_MARGIN["l"] - SIDE_MARGIN["r"]


@dataclass(frozen=True, slots=True)
class Named:
    """A band with the place of its name.

    Attributes:
        name: As it is written, cut where it would leave a narrow screen.
        right: The name ends with the band instead of beginning with it.
        extent: The first and the last pixel of name and band on a narrow screen.
        row: From 0, the uppermost.
    """

    band: Band
    name: str
    right: bool
    extent: tuple[float, float]
    row: int = 0


def clipped(band: Band, range_: DateRange) -> DateRange:
    """Return the days of a band inside a span that it shares a day with."""
    return DateRange(max(band.range_.start, range_.start), min(band.range_.end, range_.end))


def rows_of_names(bands: Iterable[Band], range_: DateRange) -> list[Named]:
    """Give each named band the first row where there is room for it, newest first.

    What finds no room in `MOST_ROWS` rows is left out.
    """
    found: list[Named] = []
    for band in sorted(bands, key=lambda band: band.range_, reverse=True):
        one = _named(band, range_)
        row = next((row for row in range(MOST_ROWS) if _is_free(row, one, found)), None)
        if row is not None:
            found.append(replace(one, row=row))
    return found


def _is_free(row: int, one: Named, others: Sequence[Named]) -> bool:
    start, end = one.extent
    return all(
        end + BETWEEN <= other.extent[0] or other.extent[1] + BETWEEN <= start
        for other in others
        if other.row == row
    )


def _named(band: Band, range_: DateRange) -> Named:
    """Lay the name to the right of the start of a band, or to the left of its end, or cut it."""
    days = clipped(band, range_)
    start, end = (
        (day - range_.start).days / len(range_) * _WIDTH for day in (days.start, days.end)
    )
    width = len(band.name) * LETTER
    right = start + width > _WIDTH and end > _WIDTH - start
    room = end if right else _WIDTH - start
    name = _shortened(band.name, int(room / LETTER))
    width = len(name) * LETTER
    extent = (min(start, end - width), end) if right else (start, max(end, start + width))
    return Named(band, name, right, extent)


def _shortened(name: str, letters: int) -> str:
    return name if len(name) <= letters else f"{name[: letters - 1].rstrip()}…"


def fill(kind: BandKind, shade: Shade, *, strong: bool) -> dict[str, Any]:
    """Return how a kind of band is filled: strong in its lane, faint behind the line."""
    colour = PALETTES[shade].muted
    plain, ground, lines = (0.75, 0.2, 0.9) if strong else (0.1, 0.03, 0.2)
    common = {
        "mode": "lines",
        "line": {"width": 0},
        "fill": "toself",
        "hoverinfo": "skip",
        "showlegend": False,
    }
    if kind is BandKind.NOTED:
        return {**common, "fillcolor": faint(colour, plain)}
    pattern = {
        "shape": _SHAPES[kind],
        "fillmode": "replace",
        "bgcolor": faint(colour, ground),
        "fgcolor": faint(colour, lines),
        "size": 6,
        "solidity": 0.3,
    }
    return {**common, "fillpattern": pattern}


def patches(
    bands: Sequence[Band], range_: DateRange, foot: float, head: float
) -> dict[str, list[Any]]:
    """Return the corners of bands between two heights, as x and y of one trace.

    A day stands in the middle of its own width. Bands less than a pixel apart are one.
    """
    x: list[str | None] = []
    spans = _joined(bands, range_)
    for days in spans:
        start, end = (
            (datetime.combine(day, time()) - _HALF_A_DAY).isoformat()
            for day in (days.start, days.end)
        )
        x += [start, start, end, end, start, None]
    return {"x": x, "y": [foot, head, head, foot, foot, None] * len(spans)}


def _joined(bands: Sequence[Band], range_: DateRange) -> list[DateRange]:
    pixel = timedelta(days=len(range_) / _WIDTH)
    found: list[DateRange] = []
    for days in sorted(clipped(band, range_) for band in bands):
        if found and days.start - found[-1].end < pixel:
            found[-1] = DateRange(found[-1].start, max(found[-1].end, days.end))
        else:
            found.append(days)
    return found


def name_notes(named: Sequence[Named], range_: DateRange, axis: str, shade: Shade) -> list[Any]:
    """Return the names above their bands."""
    rows = max((one.row for one in named), default=0) + 1
    notes = []
    for one in named:
        days = clipped(one.band, range_)
        notes.append(
            {
                "text": html.escape(one.name),
                "x": (days.last if one.right else days.start).isoformat(),
                "y": rows - one.row - 0.72,
                "yref": axis,
                "xanchor": "right" if one.right else "left",
                "yanchor": "bottom",
                "showarrow": False,
                "borderpad": 0,
                "font": {"size": SMALL_SIZE, "color": PALETTES[shade].text},
            }
        )
    return notes


def lane(
    kind: BandKind, bands: Sequence[Band], range_: DateRange, axis: str, *, shade: Shade
) -> go.Scatter:
    """Draw the bands of a kind that has no names, on a lane from 0 to 1."""
    return go.Scatter(
        name=LANE_NAMES[kind],
        **patches(bands, range_, 0, 1),
        yaxis=axis,
        **fill(kind, shade, strong=True),
    )
