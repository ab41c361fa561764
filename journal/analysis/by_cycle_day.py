"""By cycle day: every cycle laid over the others, with the middle of all of them.

A *position* is where a day stands on the chosen axis: its cycle day, its day since the last bleed
began (that day is 1, and any bleed counts), or its calendar month since a date (the first is 0).
A position has a median and quartiles only when at least `quartiles.FEWEST_DAYS` days lie behind it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from journal.analysis.frames import build_rating_frame
from journal.analysis.quartiles import build_quartile_frame, dates_of, plain
from journal.cycle.calendar_months import months_after, whole_months
from journal.cycle.onsets import bleeds
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
        starts: Onsets, bleeds, or the one date, that there are to count from, up to today.
        runs: Drawn faintly: the newest `MOST_RUNS_DRAWN` before the current one.
        current: The run that is going on, if any of its days is rated.
        runs_rated: How many runs have a rated day, the current one included.
        days_left_out: Rated days beyond the last position of the axis.
        dates: From the first to the last rated day that is counted.
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

    @property
    def enough_starts(self) -> bool:
        """Whether there are onsets enough for this axis."""
        return len(self.starts) >= FEWEST_ONSETS[self.axis]


def by_cycle_day(
    journal: ReadableJournal,
    code: str,
    *,
    axis: TimeAxis,
    today: date,
    since: date | None = None,
) -> ByCycleDay:
    """Lay the days of a rating over each other.

    Months are counted from `since`; without it nothing can be, on that axis.
    """
    starts = _starts(journal, axis, today, since)
    range_ = DateRange(starts[0], today + ONE_DAY) if starts else DateRange(today, today)
    column = build_rating_frame(journal, [code], range_)[code]
    days = dates_of(column.index)
    placed = _months(days, starts) if axis is TimeAxis.MONTHS_SINCE else _days(days, starts)
    frame = pd.DataFrame(placed, columns=["run", "position", "exact"], index=column.index)
    frame["value"] = column
    kept = frame[frame["position"] <= LAST_POSITION.get(axis, len(frame) + len(range_))]
    runs = _newest_runs(kept, starts, axis)
    going_on = runs and runs[-1].start == starts[-1] and axis is not TimeAxis.MONTHS_SINCE
    return ByCycleDay(
        code=code,
        axis=axis,
        starts=tuple(starts),
        runs=tuple(runs[:-1] if going_on else runs[-MOST_RUNS_DRAWN:]),
        current=runs[-1] if going_on else None,
        positions=_positions(kept),
        runs_rated=kept["run"].nunique(),
        rated_days=len(kept),
        days_left_out=len(frame) - len(kept),
        dates=_span(kept),
    )


def usual_since(journal: ReadableJournal, today: date) -> date:
    """Return the date months are counted from until she picks one: the last bleed's first day.

    Without a bleed it is the first date of the record, without a record today.
    """
    known = bleeds(journal.recent_bleeding(today))
    return known[-1].start if known else min(journal.first_date() or today, today)


def _starts(
    journal: ReadableJournal, axis: TimeAxis, today: date, since: date | None
) -> list[date]:
    if axis is TimeAxis.MONTHS_SINCE:
        return [since] if since is not None and since <= today else []
    every = axis is TimeAxis.DAYS_SINCE_BLEED
    found = bleeds(journal.bleeding_days(DateRange(date.min, today + ONE_DAY)))
    return [bleed.start for bleed in found if bleed.starts_cycle or every]


def _days(days: Sequence[date], starts: Sequence[date]) -> list[tuple[int, int, float]]:
    """Place each day: which start it follows, and its number from there, the start being 1."""
    runs = [bisect_right(starts, day) - 1 for day in days]
    numbers = [(day - starts[run]).days + 1 for day, run in zip(days, runs, strict=True)]
    return [(run, number, float(number)) for run, number in zip(runs, numbers, strict=True)]


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
