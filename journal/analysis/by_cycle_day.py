"""By cycle day: every cycle laid over the others, with the middle of all of them.

A *position* is where a day stands on the chosen axis: its cycle day, its day since the last bleed
began (that day is 1, and any bleed counts), or its calendar month since a date (the first is 0).
A day in no cycle has no cycle day: those before the first, and those in times that bleeding says
nothing about.
A position has a median and quartiles only when at least `quartiles.FEWEST_DAYS` days lie behind it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from journal.analysis.apart_days import apart_dates
from journal.analysis.frames import build_rating_frame
from journal.analysis.phase_bands import PhasePosition, phase_positions
from journal.analysis.quartiles import build_quartile_frame, dates_of, plain
from journal.cycle.calendar_months import months_after, whole_months
from journal.cycle.reading import CycleReading
from journal.domain.journal import ReadableJournal
from journal.domain.owner_settings import TimeAxis
from journal.domain.ranges import ONE_DAY, DateRange

# The middle is taken over all cycles; more lines than these would hide one another.
MOST_RUNS_DRAWN: Final = 24
MOST_DAYS_DRAWN: Final = 1_500
# Later days are so rare that an axis with them would leave the rest no room.
LAST_POSITION: Final = {TimeAxis.CYCLE_DAY: 60, TimeAxis.DAYS_SINCE_BLEED: 365}
FEWEST_ONSETS: Final = {
    TimeAxis.CYCLE_DAY: 2,
    TimeAxis.DAYS_SINCE_BLEED: 1,
    TimeAxis.MONTHS_SINCE: 0,
}


@dataclass(frozen=True, slots=True)
class Run:
    """The rated days of one cycle, or since one bleed or date; a None value breaks the line."""

    start: date
    positions: tuple[float, ...]
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """The days at one place of the axis; no median of fewer than three days."""

    position: int
    days: int
    median: float | None = None
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class ByCycleDay:
    """One rating over the chosen axis.

    Attributes:
        starts: Onsets of cycles, bleeds, or the one date, that there are to count from, up to
            today.
        runs: Drawn faintly: the newest `MOST_RUNS_DRAWN` before the current one.
        current: The run that is going on, if any of its days is rated.
        runs_rated: How many runs have a rated day, the current one included.
        days_left_out: Rated days beyond the last position of the axis.
        days_in_no_cycle: Rated days after the first onset that lie in no cycle.
        days_apart_left_out: Rated days apart, where she leaves them out of comparisons.
        dates: From the first to the last rated day that is counted.
        phases: Of her cycles, by cycle day, as far as the positions reach.
    """

    code: str
    axis: TimeAxis
    starts: tuple[date, ...]
    runs: tuple[Run, ...]
    current: Run | None
    positions: tuple[Position, ...]
    runs_rated: int
    rated_days: int
    days_left_out: int
    dates: DateRange | None
    days_in_no_cycle: int = 0
    days_apart_left_out: int = 0
    phases: tuple[PhasePosition, ...] = ()

    @property
    def enough_starts(self) -> bool:
        """Whether there are onsets enough for this axis."""
        return len(self.starts) >= FEWEST_ONSETS[self.axis]


def by_cycle_day(
    journal: ReadableJournal,
    code: str,
    *,
    axis: TimeAxis,
    reading: CycleReading,
    since: date | None = None,
) -> ByCycleDay:
    """Lay the days of a rating over each other, up to the day of the reading.

    Months are counted from `since`; without it nothing can be, on that axis.
    """
    today = reading.today
    starts = _starts(reading, axis, since)
    range_ = DateRange(starts[0], today + ONE_DAY) if starts else DateRange(today, today)
    column = build_rating_frame(journal, [code], range_)[code]
    rated = len(column)
    if journal.settings().leave_apart_out and len(range_):
        away = pd.DatetimeIndex(sorted(apart_dates(journal, range_, today)))
        column = column[~column.index.isin(away)]
    placed = _placed(dates_of(column.index), starts, axis, reading)
    frame = pd.DataFrame(placed, columns=["run", "position", "exact"], index=column.index)
    frame["value"] = column
    inside = frame[frame["run"] >= 0]
    kept = inside[inside["position"] <= LAST_POSITION.get(axis, len(frame) + len(range_))]
    runs = _newest_runs(kept, starts, axis)
    going_on = runs and runs[-1].start == starts[-1] and _goes_on(reading, axis)
    positions = _positions(kept)
    return ByCycleDay(
        code=code,
        axis=axis,
        starts=tuple(starts),
        runs=tuple(runs[:-1] if going_on else runs[-MOST_RUNS_DRAWN:]),
        current=runs[-1] if going_on else None,
        positions=positions,
        runs_rated=kept["run"].nunique(),
        rated_days=len(kept),
        days_left_out=len(inside) - len(kept),
        dates=_span(kept),
        days_in_no_cycle=len(frame) - len(inside),
        days_apart_left_out=rated - len(column),
        phases=_phases(reading, axis, positions),
    )


def usual_since(journal: ReadableJournal, reading: CycleReading) -> date:
    """Return the date months are counted from until she picks one: the last bleed's first day.

    Without a bleed it is the first date of the record, without a record today.
    """
    if reading.bleeds:
        return reading.bleeds[-1].start
    return min(journal.first_date() or reading.today, reading.today)


def _starts(reading: CycleReading, axis: TimeAxis, since: date | None) -> list[date]:
    if axis is TimeAxis.MONTHS_SINCE:
        return [since] if since is not None and since <= reading.today else []
    if axis is TimeAxis.CYCLE_DAY:
        return [read.cycle.onset for read in reading.cycles]
    return [bleed.start for bleed in reading.bleeds]


def _placed(
    days: Sequence[date], starts: Sequence[date], axis: TimeAxis, reading: CycleReading
) -> list[tuple[int, int, float]]:
    """Place each day: its run, −1 in none; its position; and exactly between two of them."""
    if axis is TimeAxis.MONTHS_SINCE:
        return _months(days, starts)
    ends: list[date | None] = [None] * len(starts)
    if axis is TimeAxis.CYCLE_DAY:
        ends = [read.cycle.end for read in reading.cycles]
    return _days(days, starts, ends)


def _days(
    days: Sequence[date], starts: Sequence[date], ends: Sequence[date | None]
) -> list[tuple[int, int, float]]:
    """Place each day: which start it follows, and its number from there, the start being 1."""
    placed = []
    for day in days:
        run = bisect_right(starts, day) - 1
        number, end = (day - starts[run]).days + 1, ends[run]
        placed.append((run if end is None or day < end else -1, number, float(number)))
    return placed


def _goes_on(reading: CycleReading, axis: TimeAxis) -> bool:
    """Tell whether the newest run may get more days."""
    if axis is TimeAxis.CYCLE_DAY:
        return reading.cycles[-1].cycle.is_open
    return axis is TimeAxis.DAYS_SINCE_BLEED


def _phases(
    reading: CycleReading, axis: TimeAxis, positions: Sequence[Position]
) -> tuple[PhasePosition, ...]:
    if axis is not TimeAxis.CYCLE_DAY or not positions:
        return ()
    return phase_positions(reading, positions[-1].position)


def _months(days: Sequence[date], starts: Sequence[date]) -> list[tuple[int, int, float]]:
    """Place each day: its whole months since the one start, and exactly between two of them."""
    if not days:
        return []
    start = starts[0]
    turns = [months_after(start, month) for month in range(whole_months(start, days[-1]) + 2)]
    months = [bisect_right(turns, day) - 1 for day in days]
    return [
        (0, month, round(month + (day - turns[month]) / (turns[month + 1] - turns[month]), 3))
        for day, month in zip(days, months, strict=True)
    ]


def _newest_runs(kept: pd.DataFrame, starts: Sequence[date], axis: TimeAxis) -> list[Run]:
    """Return the newest runs, oldest first: those to draw and the one that may be going on."""
    if axis is TimeAxis.MONTHS_SINCE and len(kept) > MOST_DAYS_DRAWN:
        return []  # so many dots would be a grey field
    numbers = kept["run"].unique().tolist()[-MOST_RUNS_DRAWN - 1 :]
    newest = kept[kept["run"] >= numbers[0]] if numbers else kept
    days: dict[int, tuple[list[float], list[float]]] = {number: ([], []) for number in numbers}
    columns = (newest[name].tolist() for name in ("run", "exact", "value"))
    for number, place, rating in zip(*columns, strict=True):
        days[number][0].append(place)
        days[number][1].append(rating)
    return [_run(starts[number], *found) for number, found in days.items()]


def _run(start: date, places: list[float], ratings: list[float]) -> Run:
    """Break the line wherever a day was not rated."""
    positions: list[float] = []
    values: list[float | None] = []
    for place, rating in zip(places, ratings, strict=True):
        if positions and place > positions[-1] + 1:
            positions.append(positions[-1] + 1)
            values.append(None)
        positions.append(place)
        values.append(rating)
    return Run(start, tuple(positions), tuple(values))


def _positions(kept: pd.DataFrame) -> tuple[Position, ...]:
    found = build_quartile_frame(kept["value"], kept["position"])
    columns = (plain(found[name]) for name in ("median", "lower", "upper"))
    places = zip(found.index.tolist(), found["days"].tolist(), *columns, strict=True)
    return tuple(Position(*place) for place in places)


def _span(kept: pd.DataFrame) -> DateRange | None:
    if kept.empty:
        return None
    days = pd.DatetimeIndex(kept.index)
    return DateRange(days[0].date(), days[-1].date() + ONE_DAY)
