"""The open cycle and those before it as lines of days, in words and numbers."""

from datetime import date
from functools import partial
from typing import Final

from journal.charts.chart import Cell, Chart, ChartTable
from journal.charts.cycle_days import day_number, days_of_cycle, forecast_of
from journal.charts.cycle_line import CYCLES_BEFORE, Row, cycle_line_figure, rows_of
from journal.charts.cycle_wheel_words import empty_chart
from journal.charts.cycle_words import (
    basis_sentence,
    learned_words,
    no_cycle_sentence,
    outlook_sentence,
    ovulation_sentence,
    phase_sentence,
)
from journal.cycle.basis import Basis
from journal.cycle.phase_words import BASIS_NAMES, PHASE_NAMES
from journal.cycle.reading import CycleReading
from journal.domain.labels import counted, listed, span_words
from journal.domain.ranges import DateRange, days_after

KEY: Final = "cycle-line"
TITLE: Final = "This cycle and those before it"
COLUMNS: Final = ("First day", "Last day", "Cycle days", "What", "Known how")


def cycle_line_chart(reading: CycleReading) -> Chart:
    """Return the chart of the open cycle as a line, with up to three closed cycles above it."""
    rows = rows_of(reading)
    if not rows:
        return empty_chart(KEY, TITLE, no_cycle_sentence(reading), COLUMNS)
    return Chart(
        key=KEY,
        title=TITLE if len(rows) > 1 else "This cycle",
        subtitle=_subtitle(rows, reading),
        sentence=" ".join(_sentences(rows, reading)),
        table=ChartTable(COLUMNS, tuple(line for row in rows for line in _lines(row, reading))),
        figure=partial(cycle_line_figure, rows),
    )


def _subtitle(rows: list[Row], reading: CycleReading) -> str:
    whole = DateRange(rows[0].read.cycle.onset, days_after(reading.today, 1))
    parts = [span_words(whole), counted(len(rows), "cycle")]
    forecast = forecast_of(reading)
    if forecast:
        parts.append(learned_words(forecast))
    return " · ".join(parts)


def _sentences(rows: list[Row], reading: CycleReading) -> list[str]:
    current = rows[-1]
    today = days_of_cycle(current.read, reading.today)[-1]
    bases = {span.basis for row in rows for span in row.read.phases}
    said = [
        phase_sentence(today),
        ovulation_sentence(current.ovulation),
        outlook_sentence(reading),
        _before_words(rows[:-1]),
        _other_bleeding_words(current),
        basis_sentence(both=Basis.ESTIMATED in bases) if bases else "",
    ]
    return [sentence for sentence in said if sentence]


def _before_words(rows: list[Row]) -> str:
    lengths = [row.read.cycle.length_days or 0 for row in rows]
    if not lengths:
        return ""
    if len(lengths) == 1:
        return f"The cycle before it lasted {counted(lengths[0], 'day')}."
    number = {2: "two", CYCLES_BEFORE: "three"}[len(lengths)]
    return f"The {number} before it lasted {listed([str(days) for days in lengths])} days."


def _other_bleeding_words(row: Row) -> str:
    spans = [span_words(DateRange(bleed.start, days_after(bleed.last, 1))) for bleed in row.bleeds]
    return f"Other bleeding in this cycle: {listed(spans)}." if spans else ""


def _lines(row: Row, reading: CycleReading) -> list[tuple[Cell, ...]]:
    """Write a cycle as lines of a table: as a whole, then what lies in it, then what may come."""
    cycle = row.read.cycle
    last = days_after(cycle.end, -1) if cycle.end else reading.today
    whole = "Cycle, going on" if cycle.is_open else "Cycle"
    lines = [_line(row, cycle.onset, last, whole, Basis.OBSERVED)]
    lines += [
        _line(row, bleed.start, bleed.last, "Bleeding", Basis.OBSERVED)
        for bleed in (row.read.menses, *row.bleeds)
    ]
    lines += [
        _line(row, span.range_.start, span.range_.last, PHASE_NAMES[span.phase], span.basis)
        for span in row.read.phases
        if span.range_
    ]
    mark = row.ovulation
    if mark:
        lines.append(_line(row, mark.date, mark.date, "Ovulation, likeliest day", mark.basis))
        lines.append(_line(row, mark.range_.start, mark.range_.last, "Ovulation, span", mark.basis))
    if row.likely:
        span = row.likely.span
        lines.append(_line(row, span.start, span.last, "Next period likely", Basis.ESTIMATED))
        middle = row.likely.median
        lines.append(_line(row, middle, middle, "Middle of that span", Basis.ESTIMATED))
    return lines


def _line(row: Row, first: date, last: date, what: str, basis: Basis) -> tuple[Cell, ...]:
    days = [str(day_number(row.read, day)) for day in dict.fromkeys((first, last))]
    return (first.isoformat(), last.isoformat(), " to ".join(days), what, BASIS_NAMES[basis])
