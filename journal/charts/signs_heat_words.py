"""Signs by cycle day, in words and numbers: counts beside every share, and what they are out of."""

from functools import partial
from typing import Final

from journal.analysis.relations.measure_words import shortened
from journal.analysis.relations.signs_by_cycle_day import (
    CountedFrom,
    SignCell,
    SignRow,
    SignsByCycleDay,
)
from journal.charts.chart import Cell, Chart, ChartTable
from journal.charts.cycle_wheel_words import empty_chart
from journal.charts.signs_heat import STRONGEST, SignMeasure, signs_heat_figure
from journal.domain.labels import counted, listed

KEYS: Final = {
    CountedFrom.ONSET: "signs-by-cycle-day",
    CountedFrom.NEXT_ONSET: "signs-before-the-next-period",
}
TITLES: Final = {
    CountedFrom.ONSET: "Signs by cycle day",
    CountedFrom.NEXT_ONSET: "Signs before the next period",
}
COLUMNS: Final = (
    *("Sign", "Day", "Days with it", "of days", "Share in %"),
    f"Mean strength where it was there, 1 to {STRONGEST}",
)
INVITATION: Final = (
    "Note signs on days of a cycle whose first day is recorded, and you will see here on which "
    "days of the cycle each of them comes."
)
TOO_FEW: Final = "A cell needs three days of the same cycle day; none has so many yet."
NAMED: Final = 3
HOW_COUNTED: Final = (
    "A cell counts the days of one cycle day on which a sign was there, mild or stronger, out of "
    "the days on which you noted that sign, “not today” among them. Where you say nothing of a "
    "sign, nothing is counted."
)
HOW_RECORDED: Final = (
    "A sign you never noted as “not today” has no such days. It is counted out of the days on "
    "which you recorded anything, and the words below the picture say so."
)
HOW_PLAIN: Final = (
    "These are plain counts. Nothing else is taken account of, and with so many cells some are "
    "deep by chance. Whether a sign goes with the days before a period is asked under “What goes "
    "with what”."
)


def signs_heat_chart(result: SignsByCycleDay, measure: SignMeasure) -> Chart:
    """Return the chart of signs by cycle day."""
    key, title = KEYS[result.counted_from], TITLES[result.counted_from]
    if not result.rows:
        return empty_chart(key, title, INVITATION, COLUMNS)
    if not result.cycle_days:
        return empty_chart(key, title, TOO_FEW, COLUMNS)
    return Chart(
        key=f"{key}-{measure.value.replace('_', '-')}",
        title=title,
        subtitle=_subtitle(result),
        sentence=" ".join(_sentences(result, measure)),
        table=ChartTable(
            COLUMNS,
            tuple(
                (row.name, *_cells(cell)) for row in result.rows for cell in row.cells if cell.days
            ),
        ),
        figure=partial(signs_heat_figure, result, measure),
    )


def _subtitle(result: SignsByCycleDay) -> str:
    return " · ".join(
        [
            counted(len(result.rows), "sign"),
            f"{counted(result.days, 'day')} with a sign noted",
            counted(result.cycles, "cycle"),
        ]
    )


def _sentences(result: SignsByCycleDay, measure: SignMeasure) -> list[str]:
    told = [words for row in result.rows if (words := _most_words(row, result.counted_from))]
    said = [f"Most often: {'; '.join(told[:NAMED])}."] if told else [TOO_FEW]
    said.append(
        "The deeper a cell and the larger its square, the more often the sign was there."
        if measure is SignMeasure.HOW_OFTEN
        else "The deeper a cell and the larger its square, the stronger the sign was."
    )
    if silent := [f"“{shortened(row.name)}”" for row in result.rows if row.never_absent]:
        said.append(_silent_words(silent))
    if result.left_out:
        verb = "is" if result.left_out == 1 else "are"
        said.append(f"{counted(result.left_out, 'sign')} noted no more often {verb} left out.")
    said.append("With so many cells, some are deep by chance.")
    return said


def _silent_words(names: list[str]) -> str:
    several = len(names) > NAMED
    which = f"{counted(len(names), 'sign')}" if several else listed(names)
    was, it_is = ("was", "it is") if len(names) == 1 else ("were", "they are")
    out_of = "counted out of all days with a record"
    return f"{which} {was} never noted as “not today”, so {it_is} {out_of}."


def _most_words(row: SignRow, counted_from: CountedFrom) -> str:
    most = row.most
    if most is None:
        return ""
    name = f"“{shortened(row.name)}”"
    return (
        f"{name} {_day_words(most, counted_from)} ({most.present} of {counted(most.days, 'day')})"
    )


def _day_words(cell: SignCell, counted_from: CountedFrom) -> str:
    if counted_from is CountedFrom.ONSET:
        return f"on cycle day {cell.cycle_day}"
    return f"{counted(-cell.cycle_day, 'day')} before the next period"


def _cells(cell: SignCell) -> tuple[Cell, ...]:
    return (
        cell.cycle_day,
        cell.present,
        cell.days,
        None if cell.share is None else round(100 * cell.share),
        None if cell.strength is None else round(cell.strength, 1),
    )
