"""One theme for every figure, light and dark: colours, shapes, type and a quiet frame.

A rating keeps its colour, its marker and its dash in every chart, so none is told by colour alone.
The ten colours are those of `.streamlit/config.toml`, which were chosen for all kinds of sight;
the ground is left clear, for the page or the paper to show through.
"""

from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from journal.charts.chart import Shade
from journal.cycle.basis import Basis
from journal.cycle.phases import Phase
from journal.domain.ratings import RATINGS

# Quoted: a bare word that begins with a digit makes the browser drop the whole list.
# A name with a digit would have to be quoted, or the browser drops the whole list.
FONT: Final = "Source Sans, system-ui, -apple-system, Segoe UI, Roboto, sans-serif"
FONT_SIZE: Final = 13
SMALL_SIZE: Final = 12
CLEAR: Final = "rgba(0,0,0,0)"
SIDE_MARGIN: Final = {"l": 30, "r": 10}


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one shade."""

    background: str
    secondary: str
    text: str
    muted: str
    grid: str
    accent: str
    bleeding: str
    moments: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """How one rating is drawn wherever it appears."""

    colour: str
    symbol: str
    dash: str


@dataclass(frozen=True, slots=True)
class PhaseLook:
    """How the days of one phase are filled and edged; shape and dash together are unique.

    Attributes:
        colour: Of the edge, and of the phase in words.
        fill: The ground of the surface.
        lines: What is drawn over it, in the shape of the phase.
        shape: A fill pattern of plotly.
    """

    colour: str
    fill: str
    lines: str
    shape: str
    dash: str


PALETTES: Final = {
    Shade.LIGHT: Palette(
        background="#faf7f1",
        secondary="#f0eadd",
        text="#2a2825",
        muted="#5b564d",
        grid="#e4dccd",
        accent="#1f5d55",
        bleeding="#9c3d2e",
        moments="#2b5f86",
        categories=(
            *("#1f5d55", "#b7791f", "#7156a8", "#6089e1", "#4b2102"),
            *("#8f7799", "#26265c", "#945c12", "#4f2e8c", "#6b4401"),
        ),
    ),
    Shade.DARK: Palette(
        background="#191c1a",
        secondary="#262b28",
        text="#ebe6da",
        muted="#b8b2a6",
        grid="#343a36",
        accent="#7cc4b4",
        bleeding="#e2907f",
        moments="#8bb8d8",
        categories=(
            *("#7cc4b4", "#d99a3a", "#bfa0fb", "#3772c4", "#f5df5f"),
            *("#a6503c", "#6795ba", "#81eff7", "#b1836b", "#835f82"),
        ),
    ),
}
_SYMBOLS: Final = ("circle", "diamond", "square", "triangle-up", "x", "star", "triangle-down")
_DASHES: Final = (
    "solid",
    "10px,3px",
    "3px,3px",
    "12px,3px,3px,3px",
    "6px,3px",
    "16px,4px",
    "1px,4px",
)

# The pattern is the phase, with or without colour.
_PHASE_SHAPES: Final = {
    Phase.MENSTRUAL: "x",
    Phase.FOLLICULAR: "/",
    Phase.AROUND_OVULATION: ".",
    Phase.LUTEAL: "\\",
    Phase.PREMENSTRUAL: "-",
}
_PHASE_COLOURS: Final = {
    Shade.LIGHT: {
        Phase.MENSTRUAL: "#9c3d2e",
        Phase.FOLLICULAR: "#1f5d55",
        Phase.AROUND_OVULATION: "#b7791f",
        Phase.LUTEAL: "#7156a8",
        Phase.PREMENSTRUAL: "#8f7799",
    },
    Shade.DARK: {
        # As a surface, the brighter red of a thin bar of bleeding would be pink.
        Phase.MENSTRUAL: "#a6503c",
        Phase.FOLLICULAR: "#7cc4b4",
        Phase.AROUND_OVULATION: "#d99a3a",
        Phase.LUTEAL: "#bfa0fb",
        Phase.PREMENSTRUAL: "#ab98ad",
    },
}
OBSERVED_DASH: Final = "solid"
ESTIMATED_DASH: Final = "4px,3px"


def look(code: str, shade: Shade) -> Look:
    """Return how a rating is drawn."""
    place = list(RATINGS).index(code)
    return Look(PALETTES[shade].categories[place], _SYMBOLS[place], _DASHES[place])


def phase_colour(phase: Phase, shade: Shade) -> str:
    """Return the colour of a phase, on every chart the same."""
    return _PHASE_COLOURS[shade][phase]


def phase_look(phase: Phase, basis: Basis, shade: Shade) -> PhaseLook:
    """Return how a phase is drawn: solid if observed, pale with a dashed edge if estimated."""
    colour, shape = phase_colour(phase, shade), _PHASE_SHAPES[phase]
    if basis is Basis.OBSERVED:
        lines = faint(PALETTES[shade].background, 0.45)
        return PhaseLook(colour, colour, lines, shape, OBSERVED_DASH)
    return PhaseLook(colour, faint(colour, 0.14), faint(colour, 0.75), shape, ESTIMATED_DASH)


def faint(colour: str, share: float) -> str:
    """Return a colour that lets the ground through."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share:g})"


def template(shade: Shade) -> go.layout.Template:
    """Return the frame of a figure: quiet axes, legend below, nothing that traps a finger."""
    palette = PALETTES[shade]
    axis = {
        "color": palette.muted,
        "gridcolor": palette.grid,
        "linecolor": palette.grid,
        "zeroline": False,
        "ticks": "",
        "automargin": False,
        "tickfont": {"size": SMALL_SIZE, "color": palette.muted},
        "title": {"font": {"size": FONT_SIZE, "color": palette.text}, "standoff": 8},
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": FONT_SIZE, "color": palette.text},
            "paper_bgcolor": CLEAR,
            "plot_bgcolor": CLEAR,
            "colorway": list(palette.categories),
            "dragmode": False,
            "hovermode": "x unified",
            "hoverlabel": {
                "bgcolor": palette.secondary,
                "bordercolor": palette.grid,
                "font": {"family": FONT, "size": FONT_SIZE, "color": palette.text},
                "align": "left",
            },
            "legend": {
                "orientation": "h",
                "x": 0,
                "xanchor": "left",
                "yanchor": "top",
                "font": {"size": FONT_SIZE, "color": palette.text},
                "itemclick": False,
                "itemdoubleclick": False,
            },
            "modebar": {
                "bgcolor": CLEAR,
                "color": palette.muted,
                "activecolor": palette.text,
            },
            "bargap": 0.2,
            # The line of a unified hover has an outline for a white ground that is not there.
            "xaxis": {**axis, "showgrid": False, "showspikes": False},
            "yaxis": {**axis, "fixedrange": True},
        }
    )
