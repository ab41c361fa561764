"""The wheel of the open cycle, in words and numbers."""

from functools import partial
from typing import Final

import plotly.graph_objects as go

from journal.charts.chart import Cell, Chart, ChartTable, Shade
from journal.charts.cycle_circle import Wheel, wheel_of
from journal.charts.cycle_days import DayOfCycle, forecast_of, open_cycle
from journal.charts.cycle_wheel import cycle_wheel_figure
from journal.charts.cycle_words import (
    basis_sentence,
    learned_words,
    no_cycle_sentence,
    outlook_sentence,
    ovulation_sentence,
    phase_sentence,
)
from journal.charts.theme import template
from journal.cycle.basis import Basis
from journal.cycle.forecast import Silence, SilentBecause
from journal.cycle.phase_words import BASIS_NAMES, PHASE_NAMES
from journal.cycle.reading import CycleReading
from journal.domain.labels import counted, date_words

KEY: Final = "cycle-wheel"
TITLE: Final = "This cycle as a wheel"
COLUMNS: Final = ("Date", "Cycle day", "Phase", "Known how", "Marked")


def cycle_wheel_chart(reading: CycleReading) -> Chart:
    """Return the chart of the open cycle as a wheel."""
    read = open_cycle(reading)
    if read is None:
        return empty_chart(KEY, TITLE, no_cycle_sentence(reading), COLUMNS)
    wheel = wheel_of(read, reading)
    return Chart(
        key=KEY,
        title=TITLE,
        subtitle=_subtitle(wheel, reading),
        sentence=" ".join(_sentences(wheel, reading)),
        table=ChartTable(COLUMNS, tuple(_row(day, wheel) for day in wheel.days)),
        figure=partial(cycle_wheel_figure, wheel),
    )


def empty_chart(key: str, title: str, sentence: str, columns: tuple[str, ...]) -> Chart:
    """Return a chart that only says what is missing."""
    return Chart(
        key=key,
        title=title,
        subtitle="Nothing to draw yet",
        sentence=sentence,
        table=ChartTable(columns, ()),
        figure=empty_figure,
        empty=True,
    )


def empty_figure(shade: Shade) -> go.Figure:
    """Return the frame without anything in it."""
    axis = {"visible": False}
    return go.Figure(layout={"template": template(shade), "xaxis": axis, "yaxis": axis})


def _subtitle(wheel: Wheel, reading: CycleReading) -> str:
    onset = wheel.read.cycle.onset
    parts = [f"Since {date_words(onset)}", counted(wheel.today, "day")]
    forecast = forecast_of(reading)
    if forecast:
        parts.append(learned_words(forecast))
    return " · ".join(parts)


def _sentences(wheel: Wheel, reading: CycleReading) -> list[str]:
    bases = {span.basis for span in wheel.read.phases}
    said = [
        phase_sentence(wheel.days[wheel.today - 1]),
        ovulation_sentence(wheel.ovulation),
        outlook_sentence(reading),
        basis_sentence(both=Basis.ESTIMATED in bases) if bases else "",
    ]
    if wheel.open_ended and _may_come(reading):
        said.append("The dotted line leaves open how long the cycle will be.")
    return [sentence for sentence in said if sentence]


def _may_come(reading: CycleReading) -> bool:
    silent = reading.outlook if isinstance(reading.outlook, Silence) else None
    return silent is None or silent.because is not SilentBecause.POSTMENOPAUSE


def _row(day: DayOfCycle, wheel: Wheel) -> tuple[Cell, ...]:
    phase = PHASE_NAMES[day.span.phase] if day.span else None
    basis = BASIS_NAMES[day.span.basis] if day.span else None
    return (day.date.isoformat(), day.cycle_day, phase, basis, _marked(day, wheel))


def _marked(day: DayOfCycle, wheel: Wheel) -> str | None:
    marks = ["today"] if day.cycle_day == wheel.today else []
    ovulation, likely = wheel.ovulation, wheel.likely
    if ovulation and day.date == ovulation.date:
        marks.append(f"ovulation, {BASIS_NAMES[ovulation.basis]}")
    elif ovulation and day.date in ovulation.range_:
        marks.append("within the span of ovulation")
    if likely and day.date == likely.median:
        marks.append("next period likely, middle of the span")
    elif likely and day.date in likely.span:
        marks.append("next period likely")
    return "; ".join(marks) or None
