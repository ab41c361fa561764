"""A report as it is written down: its pictures by name, its cells as text, its files by date."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, assert_never

from journal.analysis.account import Account
from journal.analysis.bids import BidOverview
from journal.analysis.by_cycle_day import ByCycleDay
from journal.analysis.over_time import OverTime
from journal.analysis.relations.signs_by_cycle_day import SignsByCycleDay
from journal.analysis.report.parts import (
    Cell,
    CycleLengthsDrawn,
    Drawn,
    FindingsDrawn,
    Listed,
    Paragraph,
    Report,
    Table,
)
from journal.charts.account_words import account_chart
from journal.charts.bids_words import bids_chart
from journal.charts.by_cycle_day_words import by_cycle_day_chart
from journal.charts.chart import Chart
from journal.charts.cycle_lengths_words import cycle_lengths_chart
from journal.charts.over_time_words import over_time_chart
from journal.charts.relations_forest_words import forest_charts
from journal.charts.signs_heat import SignMeasure
from journal.charts.signs_heat_words import signs_heat_chart
from journal.domain.labels import date_words
from journal.exchange.chart_files import JOURNAL_NAME

NOT_RECORDED: Final = "–"
FITS_A_PAGE: Final = 72  # letters of a row
_KEPT_CONTROLS: Final = frozenset("\n")


class Paper(StrEnum):
    """The sheet a report is made for."""

    A4 = "a4"
    LETTER = "letter"


PAPER_NAMES: Final = {Paper.A4: "A4", Paper.LETTER: "US Letter"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a report, found again by its name.

    Attributes:
        panels: It is made of panels, which may be lower without losing anything.
    """

    name: str
    chart: Chart
    panels: bool


def chart_of(drawn: Drawn) -> Chart:  # noqa: PLR0911 - one chart per kind
    """Return the chart that draws a result."""
    match drawn:
        case OverTime():
            return over_time_chart(drawn)
        case ByCycleDay():
            return by_cycle_day_chart(drawn)
        case CycleLengthsDrawn():
            return cycle_lengths_chart(drawn.reading)
        case SignsByCycleDay():
            return signs_heat_chart(drawn, SignMeasure.HOW_OFTEN)
        case BidOverview():
            return bids_chart(drawn)
        case Account():
            return account_chart(drawn)
        case FindingsDrawn():
            return forest_charts(drawn.shown, drawn.found, drawn.names)[0]
        case _:
            assert_never(drawn)


def pictures(report: Report) -> tuple[Picture, ...]:
    """Return the pictures of a report in order; what cannot be drawn yet is none."""
    return tuple(_pictures(report))


def _pictures(report: Report) -> Iterator[Picture]:
    number = 0
    for part in report.parts:
        for block in part.blocks:
            if isinstance(block, Paragraph | Listed | Table):
                continue
            chart = chart_of(block)
            if not chart.empty:
                number += 1
                panels = not isinstance(block, SignsByCycleDay | FindingsDrawn)
                yield Picture(f"picture-{number}", chart, panels)


def cell_text(cell: Cell) -> str:
    """Write a cell."""
    if cell is None:
        return NOT_RECORDED
    if isinstance(cell, str):
        return cell
    return f"{cell:,}" if isinstance(cell, int) else f"{cell:g}"


def is_number_column(table: Table, place: int) -> bool:
    """Say whether a column holds nothing but numbers."""
    told = [row[place] for row in table.rows if row[place] is not None]
    return bool(told) and not any(isinstance(cell, str) for cell in told)


def writable(text: str) -> str:
    """Return text without what no page can show: control characters, and halves of letters."""
    return "".join(
        sign if sign in _KEPT_CONTROLS or unicodedata.category(sign) not in {"Cc", "Cs"} else " "
        for sign in text.replace("\r\n", "\n")
    )


def report_stem(start: date, last: date) -> str:
    """Name the files of a report by its dates."""
    return f"{JOURNAL_NAME.lower()}-report-{start.isoformat()}-to-{last.isoformat()}"


def column_weights(table: Table) -> Sequence[float]:
    """Say how wide each column wants to be, beside the others: the square root of its letters.

    So a column of sentences takes more room than one of numbers, and neither starves. A table that
    fits a page as it is has no weights.
    """
    if sum(_letters(table, place) for place in range(len(table.columns))) <= FITS_A_PAGE:
        return ()
    weights = []
    for place, name in enumerate(table.columns):
        word = max((len(part) for part in name.split()), default=1)
        weights.append(round(max(_longest(table, place), word, 4) ** 0.5, 2))
    return weights


def _letters(table: Table, place: int) -> int:
    return max(_longest(table, place), len(table.columns[place]))


def _longest(table: Table, place: int) -> int:
    return max((len(cell_text(row[place])) for row in table.rows), default=0)


def footer_words(report: Report) -> str:
    """Name the journal, whose it is where she said so, and the day it was made."""
    made = f"Made on {date_words(report.made_on)}"
    return " · ".join(part for part in (JOURNAL_NAME, report.name, made) if part)
