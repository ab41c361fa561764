"""Over time, in words and numbers: title, dates and n, what is shown, the table."""

from datetime import date
from functools import partial
from typing import Final

from journal.analysis.over_time import (
    LONGEST_GAP_DAYS,
    WINDOW_DAYS,
    Course,
    OverTime,
)
from journal.analysis.quartiles import FEWEST_DAYS
from journal.analysis.steps import Step
from journal.charts.chart import Cell, Chart, ChartTable
from journal.charts.over_time import context_name, over_time_figure
from journal.charts.phase_strips import standing_cell
from journal.cycle.basis import Basis
from journal.cycle.phase_words import BASIS_NAMES
from journal.domain.labels import BLEEDING_WORDS, counted, listed, span_words
from journal.domain.ratings import RATINGS

NO_CHOICE: Final = "Choose at least one rating to see it over time."


def over_time_chart(result: OverTime) -> Chart:
    """Return the chart of ratings over time."""
    rated = [course for course in result.courses if course.spread]
    return Chart(
        key="-".join(["over-time", *(_slug(course.code) for course in result.courses)]),
        title=_title(result),
        subtitle=f"{span_words(result.range_)} · {_completeness(result)}",
        sentence=" ".join(_sentences(result)) if rated else _missing(result),
        table=_daily_table(result) if result.step is Step.DAY else _gathered_table(result),
        figure=partial(over_time_figure, result),
        empty=not rated,
    )


def _title(result: OverTime) -> str:
    names = listed([_name(course) for course in result.courses])
    return f"{names[:1]}{names[1:].lower()} over time" if names else "Over time"


def _slug(code: str) -> str:
    return code.replace("_", "-")


def _completeness(result: OverTime) -> str:
    return f"{result.rated_days:,} of {counted(len(result.range_), 'day')} rated"


def _missing(result: OverTime) -> str:
    if not result.courses:
        return NO_CHOICE
    names = listed([_name(course) for course in result.courses], "or").lower()
    return (
        f"No {names} was rated from {span_words(result.range_)}. "
        "One rated day is enough for a point, three within a week for a line."
    )


def _sentences(result: OverTime) -> list[str]:
    said = [_course_words(course) for course in result.courses]
    said.append(_rule(result.step))
    said += _surroundings(result)
    return said


def _course_words(course: Course) -> str:
    name = _name(course)
    if course.spread is None:
        return f"{name} was not rated in this time."
    days = counted(course.spread.days, "day")
    lowest, highest = f"{course.spread.lowest:g}", f"{course.spread.highest:g}"
    if lowest == highest:
        return f"{name} was rated on {days}, always {lowest}."
    return f"{name} was rated on {days}, from {lowest} to {highest}, median {_middle(course)}."


def _middle(course: Course) -> str:
    return f"{course.spread.median:g}" if course.spread else ""


_GATHERED: Final = ("median", "mean", "lower quartile", "upper quartile", "days rated")


def _rule(step: Step) -> str:
    if step is Step.DAY:
        return (
            f"Points are days; the line is the mean of at least {FEWEST_DAYS} rated days within "
            f"{WINDOW_DAYS}, and breaks where rated days lie more than "
            f"{LONGEST_GAP_DAYS} days apart."
        )
    return (
        f"Over so long a time each point is the median of a {step.value}, the line its mean and "
        f"the band its middle half, where at least {FEWEST_DAYS} of its days are rated."
    )


def _surroundings(result: OverTime) -> list[str]:
    said = []
    if result.bleeding:
        days = counted(sum(mark.days for mark in result.bleeding), "day")
        began = counted(len(result.onsets), "cycle")
        said.append(
            f"Bleeding on {days}; {began} began." if result.onsets else f"Bleeding on {days}."
        )
    said += _ovulation_words(result)
    if result.moments:
        number = counted(sum(count for _, count in result.moments), "moment")
        said.append(f"{number} of connection noted.")
    if result.contexts:
        names = list(dict.fromkeys(context_name(band) for band in result.contexts))
        said.append(f"Contexts: {listed(names)}.")
    return said


def _ovulation_words(result: OverTime) -> list[str]:
    if not result.phases:
        return []
    found = {basis: result.ovulations.count(basis) for basis in Basis}
    said = [f"{BASIS_NAMES[basis]} in {counted(n, 'cycle')}" for basis, n in found.items() if n]
    if not said:
        return ["No ovulation was observed or can be estimated in this time."]
    return [f"Ovulation was {listed(said)}."]


def _name(course: Course) -> str:
    return RATINGS[course.code].name


def _daily_table(result: OverTime) -> ChartTable:
    columns = ["Date"]
    lookups: list[dict[date, Cell]] = []
    for course in result.courses:
        columns += [_name(course), f"{_name(course)}, mean of {WINDOW_DAYS} days"]
        whole = (None if value is None else int(value) for value in course.values)
        lookups.append(dict(zip(course.dates, whole, strict=True)))
        lookups.append(dict(zip(course.line.dates, course.line.values, strict=True)))
    columns += ["Bleeding", "Moments"]
    lookups.append(
        {
            mark.date: BLEEDING_WORDS[mark.bleeding]
            + (", not my period" if mark.not_my_period else "")
            for mark in result.bleeding
            if mark.bleeding
        }
    )
    lookups.append(dict(result.moments))
    if result.standings:
        columns += ["Cycle day", "Phase"]
        lookups.append({day: standing.cycle_day for day, standing in result.standings})
        lookups.append({day: standing_cell(standing) for day, standing in result.standings})
    # A break of a line is no day of the record.
    days = {day for lookup in lookups for day, value in lookup.items() if value is not None}
    return _table(columns, sorted(days), lookups)


def _gathered_table(result: OverTime) -> ChartTable:
    columns = [f"{result.step.value.capitalize()} from"]
    lookups: list[dict[date, Cell]] = []
    for course in result.courses:
        name = _name(course)
        columns += [f"{name}, {what}" for what in _GATHERED]
        lookups.append(dict(zip(course.dates, course.values, strict=True)))
        lookups.append(dict(zip(course.line.dates, course.line.values, strict=True)))
        lookups.append(dict(zip(course.line.dates, course.line.lower, strict=True)))
        lookups.append(dict(zip(course.line.dates, course.line.upper, strict=True)))
        lookups.append(dict(zip(course.dates, course.days, strict=True)))
    columns += ["Days with bleeding", "Moments"]
    lookups.append({mark.date: mark.days for mark in result.bleeding})
    lookups.append(dict(result.moments))
    days = {day for lookup in lookups for day, value in lookup.items() if value is not None}
    return _table(columns, sorted(days), lookups)


def _table(columns: list[str], days: list[date], lookups: list[dict[date, Cell]]) -> ChartTable:
    rows = ((day.isoformat(), *(lookup.get(day) for lookup in lookups)) for day in days)
    return ChartTable(tuple(columns), tuple(rows))
