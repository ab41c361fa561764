"""A chart as everything else handles it: a figure with its words and its numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

import plotly.graph_objects as go

Cell: TypeAlias = str | int | float | None


class Shade(StrEnum):
    """Light or dark, on the screen and in files alike."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The numbers of a chart, one column name per cell of every row; None is "not recorded"."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart, ready to be shown, read aloud, tabulated or taken away.

    Attributes:
        key: Stable, lower-case, fit for a file name ("over-time-mood").
        title: What is drawn.
        subtitle: Dates and n ("1 March to 30 May 2026 · 62 days recorded").
        sentence: What it shows, or what is missing and how much.
        table: Its numbers.
        figure: Draws it in a shade; explicit colours and template, no title inside the figure.
        empty: Nothing could be drawn yet; `sentence` says what is missing.
    """

    key: str
    title: str
    subtitle: str
    sentence: str
    table: ChartTable
    figure: Callable[[Shade], go.Figure]
    empty: bool = False
