"""Over time: ratings with what surrounded them, as dense as a screen can show.

Up to about a year every rated day is a point, and the line is the mean of the rated days in the
seven days around it: drawn on rated days with at least three of them, broken where more than seven
days pass between two. Longer spans are gathered into weeks, months or quarters: each point is the
median, the line the mean and the band the middle half of at least three rated days, broken where a
week, month or quarter has fewer.

What is read and computed grows with the span shown, not with the record.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pandas as pd

from journal.analysis.apart_days import apart_dates
from journal.analysis.frames import build_rating_frame
from journal.analysis.phase_bands import DayStanding, day_standings, phase_bands
from journal.analysis.quartiles import (
    FEWEST_DAYS,
    Spread,
    build_quartile_frame,
    dates_of,
    plain,
    spread,
)
from journal.analysis.steps import Step, step_for, step_starts
from journal.cycle.basis import Basis
from journal.cycle.phases import PhaseSpan
from journal.cycle.reading import CycleReading, ReadCycle
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Bleeding
from journal.domain.journal import BleedingDay, ReadableJournal
from journal.domain.ranges import ONE_DAY, DateRange

WINDOW_DAYS: Final = 7
LONGEST_GAP_DAYS: Final = 7

Values = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line by date; a None value breaks it. Quartiles are empty where points are days."""

    dates: tuple[date, ...] = ()
    values: Values = ()
    lower: Values = ()
    upper: Values = ()


@dataclass(frozen=True, slots=True)
class Course:
    """One rating over the span.

    Attributes:
        dates: Of the points: rated days, or first dates of weeks, months or quarters.
        values: The ratings, or medians; None where too few days were rated.
        days: Rated days behind each point.
        apart: Whether each point is a day apart; empty where points are longer steps.
        spread: Of the ratings of the whole span; None without any.
    """

    code: str
    dates: tuple[date, ...]
    values: Values
    days: tuple[int, ...]
    line: Line
    spread: Spread | None
    apart: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class BleedingMark:
    """Bleeding on one date, or the number of days with bleeding in a longer step."""

    date: date
    days: int
    bleeding: Bleeding | None = None
    not_my_period: bool = False


@dataclass(frozen=True, slots=True)
class ContextBand:
    """The part of a context inside the span; `end` is the first date outside."""

    kind: ContextKind
    name: str | None
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class OverTime:
    """Everything the chart over time draws.

    Attributes:
        rated_days: Days with any of the chosen ratings.
        onsets: First days of cycles. Nothing of cycles is given where days are gathered.
        moments: Date, or first date of the longer step, and how many.
        phases: Of the cycles inside the span, oldest first, with gaps where nothing can be said.
        standings: The days that stand in a cycle, oldest first.
        ovulations: What each ovulation inside the span rests on.
    """

    range_: DateRange
    step: Step
    rated_days: int
    courses: tuple[Course, ...]
    bleeding: tuple[BleedingMark, ...]
    onsets: tuple[date, ...]
    moments: tuple[tuple[date, int], ...]
    contexts: tuple[ContextBand, ...]
    phases: tuple[PhaseSpan, ...] = ()
    standings: tuple[tuple[date, DayStanding], ...] = ()
    ovulations: tuple[Basis, ...] = ()


def over_time(
    journal: ReadableJournal,
    *,
    codes: Sequence[str],
    range_: DateRange,
    reading: CycleReading | None = None,
) -> OverTime:
    """Gather chosen ratings and what surrounded them.

    Args:
        journal: Whose record is shown.
        codes: The ratings.
        range_: The span.
        reading: What can be said of her cycles; not used where days are gathered.
    """
    step = step_for(len(range_))
    week_start = journal.settings().week_start if step is Step.WEEK else 0
    before = timedelta(days=WINDOW_DAYS // 2)
    frame = build_rating_frame(journal, codes, DateRange(range_.start - before, range_.end))
    inside = frame.loc[pd.Timestamp(range_.start) :]
    starts = step_starts(inside.index, step, week_start)
    away = apart_dates(journal, range_, range_.last) if step is Step.DAY and range_ else frozenset()
    courses = (
        _daily(code, frame[code], range_, away)
        if step is Step.DAY
        else _gathered(code, inside[code], starts, step)
        for code in codes
    )
    read = reading if step is Step.DAY else None
    cycles = read.cycles if read else ()
    return OverTime(
        range_=range_,
        step=step,
        rated_days=len(inside),
        courses=tuple(courses),
        bleeding=_bleeding_marks(journal.bleeding_days(range_), step, week_start),
        onsets=tuple(item.cycle.onset for item in cycles if item.cycle.onset in range_),
        moments=_moment_marks(journal.moment_counts(range_), step, week_start),
        contexts=_bands(journal.contexts(), range_),
        phases=phase_bands(read, range_) if read else (),
        standings=tuple(day_standings(read, range_).items()) if read else (),
        ovulations=_ovulations(cycles, range_),
    )


def _daily(code: str, column: pd.Series, range_: DateRange, away: frozenset[date]) -> Course:
    rated = column.dropna()
    inside = rated.loc[pd.Timestamp(range_.start) :]
    dates = dates_of(inside.index)
    return Course(
        code=code,
        dates=dates,
        values=plain(inside),
        days=(1,) * len(inside),
        line=_broken(_smooth(rated).loc[pd.Timestamp(range_.start) :]),
        spread=spread(inside),
        apart=tuple(day in away for day in dates),
    )


def _smooth(rated: pd.Series) -> pd.Series:
    """Return the running mean on the rated days that have enough others around them."""
    if rated.empty:
        return rated
    calendar = pd.date_range(rated.index.min(), rated.index.max(), freq="D", unit="s")
    around = rated.reindex(calendar).rolling(WINDOW_DAYS, center=True, min_periods=FEWEST_DAYS)
    return around.mean().reindex(rated.index).dropna().round(2)


def _gathered(code: str, column: pd.Series, starts: pd.DatetimeIndex, step: Step) -> Course:
    quartiles = build_quartile_frame(column, starts)
    return Course(
        code=code,
        dates=dates_of(quartiles.index),
        values=plain(quartiles["median"]),
        days=tuple(quartiles["days"].tolist()),
        line=_line_of_steps(quartiles.dropna(), step),
        spread=spread(column.dropna()),
    )


def _broken(smooth: pd.Series) -> Line:
    """Break a daily line where more than `LONGEST_GAP_DAYS` pass between two of its days."""
    dates: list[date] = []
    values: list[float | None] = []
    for day, value in zip(dates_of(smooth.index), plain(smooth), strict=True):
        if dates and (day - dates[-1]).days > LONGEST_GAP_DAYS:
            dates.append(dates[-1] + ONE_DAY)
            values.append(None)
        dates.append(day)
        values.append(value)
    return Line(tuple(dates), tuple(values))


def _line_of_steps(quartiles: pd.DataFrame, step: Step) -> Line:
    """Break a line of means where a step between two of them has none."""
    dates: list[date] = []
    kept: list[int | None] = []
    for row, day in enumerate(dates_of(quartiles.index)):
        if dates and day > (following := step.following(dates[-1])):
            dates.append(following)
            kept.append(None)
        dates.append(day)
        kept.append(row)
    mean, lower, upper = (
        tuple(None if row is None else column[row] for row in kept)
        for column in (plain(quartiles[name]) for name in ("mean", "lower", "upper"))
    )
    return Line(tuple(dates), mean, lower, upper)


def _ovulations(cycles: Sequence[ReadCycle], range_: DateRange) -> tuple[Basis, ...]:
    found = (read.ovulation for read in cycles if read.ovulation)
    return tuple(ovulation.basis for ovulation in found if ovulation.date in range_)


def _bleeding_marks(
    bleeding: list[BleedingDay], step: Step, week_start: int
) -> tuple[BleedingMark, ...]:
    bled = [day for day in bleeding if day.bleeding is not Bleeding.NONE]
    if step is Step.DAY:
        return tuple(BleedingMark(day.date, 1, day.bleeding, day.not_my_period) for day in bled)
    found = _counted([day.date for day in bled], [1] * len(bled), step, week_start)
    return tuple(BleedingMark(start, number) for start, number in found)


def _moment_marks(
    counts: list[tuple[date, str, int]], step: Step, week_start: int
) -> tuple[tuple[date, int], ...]:
    days, numbers = [day for day, _, _ in counts], [number for _, _, number in counts]
    return _counted(days, numbers, step, week_start)


def _counted(
    days: list[date], numbers: list[int], step: Step, week_start: int
) -> tuple[tuple[date, int], ...]:
    """Add numbers up within each step."""
    index = pd.DatetimeIndex(days, dtype="datetime64[s]")
    sums = pd.Series(numbers, dtype="int64").groupby(step_starts(index, step, week_start)).sum()
    return tuple(zip(dates_of(sums.index), sums.tolist(), strict=True))


def _bands(contexts: list[Context], range_: DateRange) -> tuple[ContextBand, ...]:
    clipped = (
        (item, max(item.start, range_.start), min(item.end or range_.end, range_.end))
        for item in contexts
    )
    return tuple(
        ContextBand(item.kind, item.name, start, end) for item, start, end in clipped if start < end
    )
