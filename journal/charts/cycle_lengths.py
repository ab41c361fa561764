"""Lengths of cycles over the years, drawn, with the two bleeding criteria of STRAW+10."""

from datetime import date, timedelta
from typing import Any, Final

import plotly.graph_objects as go

from journal.analysis.cycle_lengths import GAP_DAYS, CycleLength, CycleLengths
from journal.charts.chart import Shade
from journal.charts.cycle_length_strips import (
    MANY_CYCLES,
    bleeding_bars,
    ovulation_axis,
    ovulation_marks,
)
from journal.charts.cycle_marks import axis_ends, hollow, room_for_legend
from journal.charts.over_time import TICK_FORMATS
from journal.charts.panels import Panel, stacked, strip_panel
from journal.charts.theme import PALETTES, SMALL_SIZE, Palette, faint
from journal.domain.labels import counted, date_words
from journal.domain.ranges import days_after

# Longer ones lie on the edge with their number: one gap of a year would flatten all the others.
LONGEST_DRAWN_DAYS: Final = 120
MOST_JOINED: Final = 3  # lines between more of them would hide the lengths
LENGTHS_HEIGHT: Final = 240
STRIP_HEIGHT: Final = 44
LABEL_SHARE: Final = 0.12  # of the axis, between two numbers on the edge
LEAST_DAYS: Final = 120  # of the axis
LENGTHS_NAME: Final = "Length in days"
LINE_NAME: Final = "Cycle"
DIFFERS_NAME: Final = "7 days differ"
GAP_NAME: Final = "60 days or more"
OPEN_NAME: Final = "This cycle so far"
PERSISTENT_NAME: Final = "Repeated difference"
NO_CYCLES_NAME: Final = "No cycles to read"
_SYMBOLS: Final = {LINE_NAME: "circle", DIFFERS_NAME: "square", GAP_NAME: "triangle-up"}


def cycle_lengths_figure(result: CycleLengths, shade: Shade) -> go.Figure:
    """Draw the lengths, and below them ovulation and bleeding where there are any."""
    ovulations = [one for one in result.lengths if one.ovulation_day is not None]
    panels = [Panel(LENGTHS_NAME, LENGTHS_HEIGHT, _length_axis(result))]
    if ovulations:
        panels.append(Panel("Ovulation, cycle day", STRIP_HEIGHT + 16, ovulation_axis(ovulations)))
    most = max((one.menses_days for one in result.lengths), default=0)
    if most:
        name = f"Days of bleeding at the start, at most {most}"
        panels.append(strip_panel(name, STRIP_HEIGHT - 8, most * 1.05))
    figure = stacked(shade, panels, tick_lines=2)
    figure.update_xaxes(**_date_axis(result))
    figure.add_traces([*_gaps(result, shade), *_levels(result, shade), _lengths(result, shade)])
    figure.add_traces([*_persistent(result, shade), *_open(result, shade), *_keys(result, shade)])
    if ovulations:
        figure.add_traces(ovulation_marks(ovulations, shade))
    if most:
        figure.add_trace(bleeding_bars(result, f"y{len(panels)}", shade))
    for note in _numbers(result, shade):
        figure.add_annotation(note)
    return room_for_legend(figure)


def drawn_days(days: int) -> int:
    """Return the height at which a length lies."""
    return min(days, LONGEST_DRAWN_DAYS)


def kind_of(one: CycleLength) -> str:
    """Name the marker of a cycle; sixty days say more than seven."""
    if one.is_gap:
        return GAP_NAME
    return DIFFERS_NAME if one.differs else LINE_NAME


def _all_days(result: CycleLengths) -> list[int]:
    days = [one.days for one in result.lengths]
    return [*days, result.open_days] if result.open_days else days


def _length_axis(result: CycleLengths) -> dict[str, Any]:
    days = _all_days(result)
    head = max(GAP_DAYS + 8, drawn_days(max(days)) + 12)
    foot = min(14, max(0, min(days) - 4))
    return {"range": [foot, head], "tickvals": [20, 30, 40, 60, 90, 120], "showgrid": True}


def _edges(result: CycleLengths) -> list[str]:
    first = result.lengths[0].onset if result.lengths else result.open_onset or result.today
    days = max(LEAST_DAYS, (result.today - first).days)
    pad = timedelta(days=days * 0.03)
    return axis_ends(days_after(result.today, -days), result.today, before=pad, after=pad)


def _date_axis(result: CycleLengths) -> dict[str, Any]:
    return {
        "type": "date",
        "range": _edges(result),
        "nticks": 6,
        "tickformatstops": TICK_FORMATS,
        "tickangle": 0,
        "showgrid": True,
    }


def _gaps(result: CycleLengths, shade: Shade) -> list[go.Scatter]:
    if not result.gaps:
        return []
    foot, head = _length_axis(result)["range"]
    x: list[date | None] = []
    y: list[float | None] = []
    for gap in result.gaps:
        x += [gap.start, gap.end, gap.end, gap.start, gap.start, None]
        y += [foot, foot, head, head, foot, None]
    return [
        go.Scatter(
            name=NO_CYCLES_NAME,
            x=x,
            y=y,
            mode="lines",
            line={"width": 0},
            fill="toself",
            fillcolor=faint(PALETTES[shade].muted, 0.2),
            hoverinfo="skip",
        )
    ]


def _levels(result: CycleLengths, shade: Shade) -> list[go.Scatter]:
    palette = PALETTES[shade]
    edges = _edges(result)
    levels: list[tuple[str, float, str, str]] = [("60 days", GAP_DAYS, palette.bleeding, "2px,3px")]
    if result.median_days is not None:
        levels.append(("Median", result.median_days, palette.muted, "8px,4px"))
    return [
        go.Scatter(
            name=name,
            x=edges,
            y=[level, level],
            mode="lines",
            line={"color": colour, "width": 1.3, "dash": dash},
            hoverinfo="skip",
            showlegend=name == "Median",
        )
        for name, level, colour, dash in levels
    ]


def _lengths(result: CycleLengths, shade: Shade) -> go.Scatter:
    """Return the cycles as one line that breaks where one does not follow on another."""
    rows: list[CycleLength | None] = []
    for one in result.lengths:
        rows += [one] if one.before_days is not None or not rows else [None, one]
    many = len(result.lengths) > MANY_CYCLES
    palette = PALETTES[shade]
    plain = 3 if many else 6
    return go.Scatter(
        name=LINE_NAME,
        x=[one and one.onset for one in rows],
        y=[one and drawn_days(one.days) for one in rows],
        text=[one and _hover_words(one) for one in rows],
        mode="lines+markers",
        line={"color": faint(palette.accent, 0.5), "width": 1},
        marker={
            "symbol": [_SYMBOLS[kind_of(one)] if one else "circle" for one in rows],
            "size": [plain + 2 * (one is not None and kind_of(one) != LINE_NAME) for one in rows],
            "color": [_colour(one, palette) for one in rows],
            "opacity": 1,
            "line": {"width": 0},
        },
        hovertemplate="%{text}<extra></extra>",
        connectgaps=False,
        cliponaxis=False,
        showlegend=False,
    )


def _colour(one: CycleLength | None, palette: Palette) -> str:
    if one is None:
        return palette.accent
    kinds = {GAP_NAME: palette.bleeding, DIFFERS_NAME: palette.categories[2]}
    return kinds.get(kind_of(one), palette.accent)


def _hover_words(one: CycleLength) -> str:
    words = f"<b>From {date_words(one.onset)}</b><br>{counted(one.days, 'day')}"
    if one.before_days is None:
        return words
    return f"{words}; the one before {counted(one.before_days, 'day')}"


def _persistent(result: CycleLengths, shade: Shade) -> list[go.Scatter]:
    """Ring the cycles whose differences make the criterion met, and join them while few."""
    found = [one for one in result.lengths if one.onset in result.persistent]
    if not found:
        return []
    colour = PALETTES[shade].categories[2]
    return [
        go.Scatter(
            name=PERSISTENT_NAME,
            x=[one.onset for one in found],
            y=[drawn_days(one.days) for one in found],
            mode="lines+markers" if len(found) <= MOST_JOINED else "markers",
            line={"color": colour, "width": 1.8, "dash": "5px,4px"},
            marker=hollow(colour, "circle", 15),
            hoverinfo="skip",
        )
    ]


def _open(result: CycleLengths, shade: Shade) -> list[go.Scatter]:
    if result.open_onset is None or result.open_days is None:
        return []
    said = f"<b>From {date_words(result.open_onset)}</b><br>{OPEN_NAME}: day {result.open_days}"
    return [
        go.Scatter(
            name=OPEN_NAME,
            x=[result.open_onset],
            y=[drawn_days(result.open_days)],
            mode="markers",
            marker={**hollow(PALETTES[shade].accent, "circle", 9)},
            text=[said],
            hovertemplate="%{text}<extra></extra>",
            cliponaxis=False,
        )
    ]


def _keys(result: CycleLengths, shade: Shade) -> list[go.Scatter]:
    palette = PALETTES[shade]
    kinds = {kind_of(one): one for one in result.lengths}
    return [
        go.Scatter(
            name=name,
            x=[None],
            y=[None],
            mode="markers",
            marker={"symbol": symbol, "size": 8, "color": _colour(kinds[name], palette)},
        )
        for name, symbol in _SYMBOLS.items()
        if name in kinds
    ]


def _numbers(result: CycleLengths, shade: Shade) -> list[dict[str, Any]]:
    """Write the length of what lies on the edge, where two numbers do not meet; newest first."""
    pairs = [(one.onset, one.days) for one in result.lengths]
    if result.open_onset and result.open_days:
        pairs.append((result.open_onset, result.open_days))
    first = pairs[0][0]
    room = timedelta(days=LABEL_SHARE * max(LEAST_DAYS, (result.today - first).days))
    notes: list[dict[str, Any]] = []
    written: date | None = None
    for onset, days in reversed(pairs):
        if days > LONGEST_DRAWN_DAYS and (written is None or written - onset >= room):
            written = onset
            notes.append(_number(onset, days, PALETTES[shade].text))
    return notes


def _number(onset: date, days: int, colour: str) -> dict[str, Any]:
    return {
        "text": str(days),
        "x": onset.isoformat(),
        "y": LONGEST_DRAWN_DAYS,
        "yshift": 12,
        "showarrow": False,
        "font": {"size": SMALL_SIZE, "color": colour},
    }
