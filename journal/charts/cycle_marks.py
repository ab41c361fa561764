"""Marks the pictures of a cycle share: patches of phases, ovulation, what is likely, their keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import plotly.graph_objects as go

from journal.charts.chart import Shade
from journal.charts.theme import (
    ESTIMATED_DASH,
    PALETTES,
    SMALL_SIZE,
    PhaseLook,
    faint,
    phase_colour,
    phase_look,
)
from journal.cycle.basis import Basis
from journal.cycle.phase_words import BASIS_NAMES, PHASE_NAMES
from journal.cycle.phases import Phase

OVULATION_NAMES: Final = {
    Basis.OBSERVED: "Ovulation, observed",
    Basis.ESTIMATED: "Ovulation, estimated",
}
LIKELY_NAME: Final = "Next period likely"
TODAY_NAME: Final = "Today"
LEGEND_LINE: Final = 21  # pixels of one line of legend
# What a row of the legend holds on a screen of 360 px: two of the longest names used here.
KEYS_A_LINE: Final = 2
KEY_WIDTH: Final = 101  # of the name, in pixels
# In the legend today comes first, then phases in their order, then what else is marked.
FIRST: Final = 900
LATER: Final = 1100
LAST: Final = 1200


@dataclass(frozen=True, slots=True)
class Patch:
    """One surface of a figure: its corners, in order, and the phase whose look it has."""

    phase: Phase
    basis: Basis
    x: list[float]
    y: list[float]


def filled(look: PhaseLook) -> dict[str, Any]:
    """Return how plotly fills a closed shape in the look of a phase."""
    return {
        "mode": "lines",
        "line": {"color": look.colour, "width": 1.4, "dash": look.dash},
        "fill": "toself",
        "fillpattern": {
            "shape": look.shape,
            "fillmode": "replace",
            "bgcolor": look.fill,
            "fgcolor": look.lines,
            "size": 7,
            "solidity": 0.22,
        },
    }


def phase_patches(patches: Sequence[Patch], shade: Shade, **more: object) -> list[go.Scatter]:
    """Return one trace for each phase and basis; `more` goes to every trace."""
    pairs = [(phase, basis) for phase in Phase for basis in Basis]
    traces = []
    for phase, basis in pairs:
        found = [patch for patch in patches if (patch.phase, patch.basis) == (phase, basis)]
        if found:
            traces.append(
                go.Scatter(
                    name=f"{PHASE_NAMES[phase]}, {BASIS_NAMES[basis]}",
                    x=[x for patch in found for x in (*patch.x, None)],
                    y=[y for patch in found for y in (*patch.y, None)],
                    **filled(phase_look(phase, basis, shade)),
                    hoverinfo="skip",
                    showlegend=False,
                    **more,
                )
            )
    return traces


def phase_keys(patches: Sequence[Patch], shade: Shade) -> list[go.Scatter]:
    """Return what the legend says of phases, and of solid and pale where something is pale."""
    drawn = {(patch.phase, patch.basis) for patch in patches}
    keys = []
    for phase in Phase:
        bases = [basis for basis in Basis if (phase, basis) in drawn]
        if bases:
            keys.append(_swatch(PHASE_NAMES[phase], phase_look(phase, bases[0], shade)))
    return keys + [
        _swatch(BASIS_NAMES[basis].capitalize(), _neutral_look(basis, shade), LAST)
        for basis in Basis
        if any(one is basis for _, one in drawn)
    ]


def _neutral_look(basis: Basis, shade: Shade) -> PhaseLook:
    colour = PALETTES[shade].muted
    fill = colour if basis is Basis.OBSERVED else faint(colour, 0.12)
    dash = phase_look(Phase.LUTEAL, basis, shade).dash
    return PhaseLook(colour, fill, colour, "", dash)


def _swatch(name: str, look: PhaseLook, rank: int = 1000) -> go.Scatter:
    return go.Scatter(
        name=name, x=[None], y=[None], **filled(look), legendrank=rank, hoverinfo="skip"
    )


def ovulation_marker(basis: Basis, shade: Shade) -> dict[str, Any]:
    """Return the diamond of ovulation: filled where observed, hollow where estimated."""
    palette = PALETTES[shade]
    inside = palette.text if basis is Basis.OBSERVED else palette.background
    return {
        "symbol": "diamond",
        "size": 12,
        "color": inside,
        "line": {"color": palette.text, "width": 1.8},
    }


def today_marker(shade: Shade) -> dict[str, Any]:
    """Return the ring that stands on today."""
    palette = PALETTES[shade]
    return {
        "symbol": "circle",
        "size": 16,
        "color": palette.background,
        "line": {"color": palette.text, "width": 4},
    }


def span_line(basis: Basis, shade: Shade) -> dict[str, Any]:
    """Return the line of a span that holds a day: solid where observed, dashed where not."""
    dash = phase_look(Phase.LUTEAL, basis, shade).dash
    return {"color": PALETTES[shade].text, "width": 1.8, "dash": dash}


def likely_fill(shade: Shade) -> dict[str, Any]:
    """Return how a span of likely days is filled: as nothing that was observed ever is."""
    colour = phase_colour(Phase.MENSTRUAL, shade)
    look = PhaseLook(colour, faint(colour, 0.1), faint(colour, 0.7), "/", ESTIMATED_DASH)
    return {**filled(look), "hoverinfo": "skip", "legendrank": LATER}


def legend() -> dict[str, Any]:
    """Return a legend of even columns."""
    return {
        "traceorder": "normal",
        "entrywidthmode": "pixels",
        "entrywidth": KEY_WIDTH,
        "maxheight": 1000,  # or half of a low figure, and a scroll bar
        "font": {"size": SMALL_SIZE},
    }


def legend_room(keys: int) -> int:
    """Return the height that many entries of a legend take on a narrow screen, in pixels."""
    return -(-keys // KEYS_A_LINE) * LEGEND_LINE + 12


def hover_points(
    x: Sequence[float], y: Sequence[float], words: Sequence[str], size: int
) -> go.Scatter:
    """Return points nobody sees, one a day, that say what lies under a finger."""
    return go.Scatter(
        name="Days",
        x=list(x),
        y=list(y),
        mode="markers",
        marker={"size": size, "opacity": 0, "symbol": "square"},
        text=list(words),
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )


def room_for_legend(
    figure: go.Figure, left: int | None = None, *, hovermode: str = "closest"
) -> go.Figure:
    """Give a figure of panels the room its legend needs, in place of what was left for it.

    Args:
        figure: As `stacked` returns it, with all its traces.
        left: Another left margin, in pixels; names of panels then begin above its axis.
        hovermode: What a pointer is told of: the nearest mark, or everything of that day.
    """
    keys = sum(trace.showlegend is not False for trace in figure.data)
    layout, room = figure.layout, legend_room(keys)
    inner = layout.height - layout.margin.b
    below = round(-layout.legend.y * inner)
    figure.update_layout(
        height=inner + below + room,
        margin_b=below + room,
        hovermode=hovermode,
        legend=legend(),
    )
    if left is not None:
        figure.update_layout(margin_l=left)
        for note in layout.annotations:
            note.xshift = 0
    return figure


def axis_ends(first: date, last: date, *, before: timedelta, after: timedelta) -> list[str]:
    """Return the ends of an axis of dates with room on both sides, as far as years go."""
    start, end = (datetime.combine(day, time()) for day in (first, last))
    start -= min(before, start - datetime.min)  # noqa: DTZ901 - dates have no zone
    end += min(after, datetime.max - end)  # noqa: DTZ901 - as above
    return [start.isoformat(), end.isoformat()]


def hollow(colour: str, symbol: str, size: float) -> dict[str, Any]:
    """Return a marker that is only its edge."""
    return {"symbol": f"{symbol}-open", "size": size, "color": colour, "line": {"width": 2}}


def ground(
    x: list[float], y: list[float], shade: Shade, more: dict[str, str] | None = None
) -> go.Scatter:
    """Return the ground of the days that have been, on which phases lie where they can be told."""
    palette = PALETTES[shade]
    return go.Scatter(
        name="Days of the cycle",
        x=x,
        y=y,
        mode="lines",
        line={"color": palette.grid, "width": 1},
        fill="toself",
        fillcolor=palette.secondary,
        hoverinfo="skip",
        showlegend=False,
        **(more or {}),
    )
