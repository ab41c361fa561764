"""Lengths of cycles over the years, in words and numbers."""

from functools import partial
from typing import Final

from journal.analysis.cycle_lengths import FEWEST_CYCLES, CycleLength, CycleLengths, cycle_lengths
from journal.charts.chart import Cell, Chart, ChartTable
from journal.charts.cycle_lengths import LONGEST_DRAWN_DAYS, cycle_lengths_figure
from journal.charts.cycle_wheel_words import empty_chart
from journal.cycle.phase_words import BASIS_NAMES
from journal.cycle.reading import CycleReading
from journal.domain.labels import counted, date_words, span_words
from journal.domain.ranges import DateRange, days_after

KEY: Final = "cycle-lengths"
TITLE: Final = "Lengths of your cycles"
COLUMNS: Final = (
    *("First day", "Length in days", "The one before", "Difference", "Marked"),
    *("Days of bleeding", "Ovulation on cycle day", "Known how"),
)


def cycle_lengths_chart(reading: CycleReading) -> Chart:
    """Return the chart of the length of every closed cycle."""
    result = cycle_lengths(reading)
    if not result.lengths:
        return empty_chart(KEY, TITLE, _missing(result), COLUMNS)
    rows = [_row(one, result) for one in result.lengths]
    if result.open_onset:
        start, day = result.open_onset.isoformat(), result.open_days
        rows.append((start, None, None, None, f"going on, day {day}", None, None, None))
    return Chart(
        key=KEY,
        title=TITLE,
        subtitle=_subtitle(result),
        sentence=" ".join(_sentences(result)),
        table=ChartTable(COLUMNS, tuple(rows)),
        figure=partial(cycle_lengths_figure, result),
    )


def _missing(result: CycleLengths) -> str:
    begun = "one has begun" if result.open_onset else "none has begun"
    return f"A length needs one closed cycle, from a period to the next; in your record {begun}."


def _subtitle(result: CycleLengths) -> str:
    whole = DateRange(result.lengths[0].onset, days_after(result.today, 1))
    return f"{span_words(whole)} · {counted(len(result.lengths), 'closed cycle')}"


def _sentences(result: CycleLengths) -> list[str]:
    said = [_spread(result), _median(result), _differences(result), _long(result)]
    if max([*(one.days for one in result.lengths), result.open_days or 0]) > LONGEST_DRAWN_DAYS:
        said.append(f"Those over {LONGEST_DRAWN_DAYS} days lie on the upper edge.")
    if result.gaps:
        said.append(
            f"The line breaks over {counted(len(result.gaps), 'grey stretch', 'grey stretches')}, "
            "where your record shows no cycles."
        )
    if result.open_onset and result.open_days:
        began = date_words(result.open_onset)
        said.append(
            f"The cycle that began on {began} is going on; today is day {result.open_days}."
        )
    return [sentence for sentence in said if sentence]


def _spread(result: CycleLengths) -> str:
    days = [one.days for one in result.lengths]
    shortest, longest, number = min(days), max(days), counted(len(days), "closed cycle")
    if shortest == longest:
        return f"{number}, {'of' if len(days) == 1 else 'each of'} {counted(shortest, 'day')}."
    return f"{number}, from {shortest} to {longest} days long."


def _median(result: CycleLengths) -> str:
    if result.median_days is None:
        return f"A median needs {FEWEST_CYCLES} closed cycles."
    return f"Their median is {result.median_days:g} days."


def _differences(result: CycleLengths) -> str:
    compared = [one for one in result.lengths if one.before_days is not None]
    if not compared:
        return ""
    number = sum(one.differs for one in compared)
    of = f"of {counted(len(compared), 'cycle')} that can be compared"
    said = f"{number or 'None'} {of} differ{'s' if number < 2 else ''} "  # noqa: PLR2004 - grammar
    said += "by seven days or more from the one before."
    if result.persistent:
        said += " Ringed: differences that came back within ten cycles."
    return said


def _long(result: CycleLengths) -> str:
    number = sum(one.is_gap for one in result.lengths)
    if not number:
        return "None is sixty days or longer."
    return f"{number} {'is' if number == 1 else 'are'} sixty days or longer."


def _row(one: CycleLength, result: CycleLengths) -> tuple[Cell, ...]:
    marks = ["seven days or more"] if one.differs else []
    if one.is_gap:
        marks.append("sixty days or more")
    if one.onset in result.persistent:
        marks.append("persistent difference")
    return (
        one.onset.isoformat(),
        one.days,
        one.before_days,
        None if one.before_days is None else one.days - one.before_days,
        "; ".join(marks) or None,
        one.menses_days,
        one.ovulation_day,
        BASIS_NAMES[one.ovulation_basis] if one.ovulation_basis else None,
    )
