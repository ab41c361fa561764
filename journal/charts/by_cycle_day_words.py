"""By cycle day, in words and numbers: title, dates and n, what is shown or missing, the table."""

from functools import partial
from typing import Final

from journal.analysis.by_cycle_day import LAST_POSITION, ByCycleDay, Position
from journal.analysis.phase_bands import PhasePosition
from journal.analysis.quartiles import FEWEST_DAYS
from journal.charts.by_cycle_day import CURRENT_NAMES, axis_title, by_cycle_day_figure
from journal.charts.chart import Cell, Chart, ChartTable
from journal.charts.phase_strips import Kind, kind_name, kinds_of
from journal.domain.labels import counted, date_words, span_words
from journal.domain.owner_settings import TimeAxis
from journal.domain.ratings import RATINGS

TITLES: Final = {
    TimeAxis.CYCLE_DAY: "by cycle day",
    TimeAxis.DAYS_SINCE_BLEED: "by days since the last bleed",
    TimeAxis.MONTHS_SINCE: "by months since a date",
}
RUNS: Final = {
    TimeAxis.CYCLE_DAY: ("cycle", "cycles"),
    TimeAxis.DAYS_SINCE_BLEED: ("bleed", "bleeds"),
    TimeAxis.MONTHS_SINCE: ("month", "months"),
}
LAST: Final = {
    TimeAxis.CYCLE_DAY: "This cycle",
    TimeAxis.DAYS_SINCE_BLEED: "The last bleed",
}
PLACES: Final = {
    TimeAxis.CYCLE_DAY: "cycle day",
    TimeAxis.DAYS_SINCE_BLEED: "day",
    TimeAxis.MONTHS_SINCE: "month",
}


def by_cycle_day_chart(result: ByCycleDay) -> Chart:
    """Return the chart of one rating laid over its axis."""
    drawn = result.enough_starts and bool(result.positions)
    slug = TITLES[result.axis].replace(" ", "-")
    return Chart(
        key=f"{result.code.replace('_', '-')}-{slug}",
        title=f"{RATINGS[result.code].name} {TITLES[result.axis]}",
        subtitle=_subtitle(result),
        sentence=" ".join(_sentences(result)) if drawn else _missing(result),
        table=_table(result),
        figure=partial(by_cycle_day_figure, result),
        empty=not drawn,
    )


def _subtitle(result: ByCycleDay) -> str:
    if result.dates is None:
        return "No rated days yet"
    days = counted(result.rated_days, "rated day")
    parts = [span_words(result.dates), days]
    if result.axis is not TimeAxis.MONTHS_SINCE:
        parts.append(counted(result.runs_rated, *RUNS[result.axis]))
    return " · ".join(parts)


def _missing(result: ByCycleDay) -> str:
    name = RATINGS[result.code].name
    if result.axis is TimeAxis.MONTHS_SINCE and not result.starts:
        return "Choose a date, up to today, to count the months from."
    if not result.enough_starts:
        has = {0: "none", 1: "one"}[len(result.starts)]
        if result.axis is TimeAxis.CYCLE_DAY:
            return f"By cycle day needs the starts of two cycles; your record has {has}."
        return f"By days since the last bleed needs one bleed; your record has {has}."
    first = date_words(result.starts[0])
    return f"{name} has no rated day since {first}; one is enough to begin."


def _sentences(result: ByCycleDay) -> list[str]:
    said = [_middle_words(result)]
    if result.axis is not TimeAxis.MONTHS_SINCE and result.runs_rated > len(result.runs) + 1:
        one, many = RUNS[result.axis]
        said.append(
            f"The faint lines are the newest {counted(len(result.runs), one, many)} before the "
            f"current one; the median is taken over all {result.runs_rated}."
        )
    if result.current:
        said.append(f"{LAST[result.axis]} began on {date_words(result.current.start)}.")
    if result.days_left_out:
        said.append(
            f"{counted(result.days_left_out, 'rated day')} after day "
            f"{LAST_POSITION[result.axis]} "
            f"{_is(result.days_left_out)} not shown."
        )
    if result.days_in_no_cycle:
        said.append(
            f"{counted(result.days_in_no_cycle, 'rated day')} after the first onset "
            f"{'lies' if result.days_in_no_cycle == 1 else 'lie'} in no cycle and "
            f"{_is(result.days_in_no_cycle)} not shown."
        )
    if result.days_apart_left_out:
        days = counted(result.days_apart_left_out, "rated day")
        said.append(f"{days} apart {_is(result.days_apart_left_out)} left out, as you chose.")
    if result.phases:
        said.append(_phase_words(result))
    return said


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _phase_words(result: ByCycleDay) -> str:
    most = counted(max(at.cycles for at in result.phases), "cycle")
    return (
        "The lowest strip shows the share of your cycles in each phase, day by day, "
        f"out of at most {most}; pale phases are estimated."
    )


def _middle_words(result: ByCycleDay) -> str:
    name, place = RATINGS[result.code].name, PLACES[result.axis]
    found = [at for at in result.positions if at.median is not None]
    if not found:
        most = counted(max(at.days for at in result.positions), "rated day")
        return (
            f"A median needs {FEWEST_DAYS} rated days of the same {place}; so far there "
            f"{'is' if most.startswith('1 ') else 'are'} at most {most}."
        )
    low = min(found, key=lambda at: at.median or 0)
    high = max(found, key=lambda at: at.median or 0)
    if low.median == high.median:
        return (
            f"The median of {name.lower()} is {low.median:g} for every {place} with at least "
            f"{FEWEST_DAYS} rated days."
        )
    return (
        f"The median of {name.lower()} lies between {_at(low, place)} and {_at(high, place)}. "
        f"The band holds the middle half of the days; both need at least {FEWEST_DAYS} rated "
        f"days of the same {place}."
    )


def _at(at: Position, place: str) -> str:
    within = "in" if place == "month" else "on"
    return f"{at.median:g} {within} {place} {at.position} ({counted(at.days, 'day')})"


def _table(result: ByCycleDay) -> ChartTable:
    columns = [axis_title(result), "Days rated", "Median", "Lower quartile", "Upper quartile"]
    current: dict[float, Cell] = {}
    if result.current:
        columns.append(CURRENT_NAMES[result.axis])
        pairs = zip(result.current.positions, result.current.values, strict=True)
        current = {at: None if value is None else int(value) for at, value in pairs}
    kinds = kinds_of([share for at in result.phases for share in at.shares])
    if kinds:
        columns.append("Cycles with a known phase")
        columns += [kind_name(kind) for kind in kinds]
    known = {at.position: at for at in result.phases}
    rows: list[tuple[Cell, ...]] = []
    for at in result.positions:
        row: tuple[Cell, ...] = (at.position, at.days, at.median, at.lower, at.upper)
        if result.current:
            row += (current.get(at.position),)
        rows.append(row + _phase_cells(known.get(at.position), kinds))
    return ChartTable(tuple(columns), tuple(rows))


def _phase_cells(known: PhasePosition | None, kinds: list[Kind]) -> tuple[Cell, ...]:
    if not kinds:
        return ()
    shares = known.shares if known else ()
    counts = {(share.phase, share.basis): share.cycles for share in shares}
    return (known.cycles if known else 0, *(counts.get(kind, 0) for kind in kinds))
