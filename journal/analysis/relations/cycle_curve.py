"""A measure over her cycle: a curve that ends where it begins, and the days behind it.

    share of the cycle   0 ............................ 1 = 0
    her usual cycle      day 1 ........................ day 1

A day lies where its share of its own cycle lies, so that cycles of all lengths can be laid over one
another. Six waves draw the curve, each held back the more the faster it turns; how much, is weighed
(`day_memory_levels`). So noise gives a flat line, and a dip of a few days is not smoothed away as
by two waves. The trend, the week and time apart are taken account of.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Final, TypeAlias

import numpy as np

from journal.analysis.day_memory import RatedDays
from journal.analysis.day_memory_cycle import PlacedDay, closed_cycles
from journal.analysis.day_memory_gate import cycle_lacks, rating_lacks
from journal.analysis.day_memory_grid import Floats
from journal.analysis.day_memory_levels import Level, fitted_levels
from journal.analysis.premenstrual_days import Window, window_of
from journal.analysis.relations.answers import Answer, Finding, NotYet, Sureness
from journal.analysis.relations.ask import ask
from journal.analysis.relations.asked import WINDOWS
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.findings import findings
from journal.analysis.relations.outcome_days import (
    OutcomeDays,
    level_columns,
    on_scale,
    outcome_days,
)
from journal.analysis.relations.questions import CycleWholeQuestion, CycleWindowQuestion
from journal.cycle.basis import Basis

# Ours: the sixth turns within five days, about as fast as a rating turns before a period.
WAVES: Final = 6
POINTS_A_DAY: Final = 2
# More lines than these would hide one another; the curve is fitted to all cycles.
MOST_CYCLES_DRAWN: Final = 12
MOST_DAYS_DRAWN: Final = 1_500


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One place of the usual cycle.

    Attributes:
        day: 1 on the onset; the last point is the next onset, and has the values of the first.
        fit: The measure there, on its own scale.
        low: The interval of 95 % at this place.
        near: Rated days that lie nearest to this whole day; None between two days.
    """

    day: float
    fit: float
    low: float
    high: float
    near: int | None


@dataclass(frozen=True, slots=True)
class CurveRun:
    """The days of one cycle, in days of the usual one; a None value breaks the line."""

    onset: date
    days: tuple[float, ...]
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class CurveOvulation:
    """Where ovulation lies in the middle of her cycles, and in how many it was seen.

    Attributes:
        day: Of the usual cycle.
        cycles: Those of which it can be said at all.
        observed: Those of them in which a sign of the body named it.
    """

    day: float
    cycles: int
    observed: int

    @property
    def basis(self) -> Basis:
        """Observed where it was so in at least half of the cycles."""
        return Basis.OBSERVED if 2 * self.observed >= self.cycles else Basis.ESTIMATED


@dataclass(frozen=True, slots=True)
class CycleCurve:
    """One measure over the cycle.

    Attributes:
        code: Of the measure.
        name: For a person.
        length_days: Of her usual cycle: the median of her complete ones.
        points: From one onset to the next.
        runs: The newest cycles, oldest first.
        whole_p: Whether the measure goes with the cycle at all: premenstrual days and those around
            ovulation asked at once, and no other question beside it. None where it cannot be asked.
        windows: What is sure where these and the first days of a period are asked one by one,
            counted among themselves alone; the largest first.
        rated_days: Days with a place in a cycle.
        cycles: With such a day, the open one included.
        forecast_days: Days of the open cycle, placed by the forecast.
        unplaced_days: Rated days without a place; they tell the trend and the week, no more.
        apart_left_out: Days apart, where she leaves them out of comparisons.
    """

    code: str
    name: str
    length_days: int
    points: tuple[CurvePoint, ...]
    runs: tuple[CurveRun, ...]
    ovulation: CurveOvulation | None
    whole_p: float | None
    windows: tuple[Finding, ...]
    rated_days: int
    cycles: int
    forecast_days: int
    unplaced_days: int
    apart_left_out: int
    first: date
    last: date

    @property
    def highest(self) -> CurvePoint:
        """The whole day on which the curve is highest."""
        return max(self.whole_days, key=lambda at: at.fit)

    @property
    def lowest(self) -> CurvePoint:
        """The whole day on which the curve is lowest."""
        return min(self.whole_days, key=lambda at: at.fit)

    @property
    def whole_days(self) -> tuple[CurvePoint, ...]:
        """One point for each day of the usual cycle."""
        return tuple(at for at in self.points if at.near is not None)


CycleCurveReply: TypeAlias = CycleCurve | NotYet


def cycle_curve(record: DailyRecord, code: str) -> CycleCurveReply:
    """Draw a measure over the cycle, or say what the record lacks for it."""
    outcome = outcome_days(record, code)
    known = [day for day in outcome.placed if day is not None]
    before = [day.number for day in known if window_of(day) is Window.PREMENSTRUAL]
    lacks = rating_lacks(outcome.rated) + cycle_lacks(
        cycles=closed_cycles(outcome.placed),
        rated=outcome.rated.count,
        phase_known=len(known),
        window_cycles=len(set(before)),
        window_days=len(before),
    )
    if lacks:  # days around ovulation are not needed, so that none are said to be missing
        return NotYet(CycleWindowQuestion(code, Window.PREMENSTRUAL), lacks)
    unknown = np.array([float(day is None) for day in outcome.placed])
    base = level_columns(record, outcome, [unknown])
    length = _usual_length(known)
    turns = np.array([0.0 if day is None else day.share for day in outcome.placed])
    shares = np.arange(length * POINTS_A_DAY + 1) / (length * POINTS_A_DAY)
    fitted = cyclic_levels(outcome.rated, base, turns, unknown, shares)
    if not fitted:  # the base tells every rating: there is nothing left to draw
        return NotYet(CycleWholeQuestion(code), ())
    whole_p, windows = _asked(record, code)
    return CycleCurve(
        code=code,
        name=record.names.get(code, code),
        length_days=length,
        points=_points([on_scale(code, level) for level in fitted], length, known),
        runs=_runs(outcome, length),
        ovulation=_ovulation(known, length),
        whole_p=whole_p,
        windows=windows,
        rated_days=len(known),
        cycles=len({day.number for day in known}),
        forecast_days=sum(day.by_forecast for day in known),
        unplaced_days=outcome.rated.count - len(known),
        apart_left_out=outcome.apart_left_out,
        first=known[0].day,
        last=known[-1].day,
    )


def cyclic_levels(
    rated: RatedDays,
    base: Floats,
    turns: Floats,
    unknown: Floats,
    at: Floats,
    *,
    remembering: bool = True,
) -> tuple[Level, ...]:
    """Fit the curve, beside a base, and read it off at shares of the cycle.

    Args:
        rated: The outcome.
        base: What is taken account of, (days, columns).
        turns: Share of the cycle that lies behind each day, 0 to 1.
        unknown: 1 on days without a place, of which `turns` says nothing.
        at: Shares at which the curve is wanted.
        remembering: As `fitted_levels` has it.

    Returns:
        The curve for days that are usual in everything the base holds.
    """
    held = waves(turns) * (1 - unknown[:, None])
    placed = unknown < 1
    usual = base[placed].mean(axis=0) if placed.any() else base.mean(axis=0)
    wanted = np.column_stack([np.tile(usual, (len(at), 1)), waves(at)])
    spreads = np.repeat(1.0 / np.arange(1, WAVES + 1) ** 2, 2)
    columns = np.column_stack([base, held])
    return fitted_levels(rated, columns, wanted, spreads, remembering=remembering)


def waves(shares: Floats) -> Floats:
    """Return the sine and cosine of each wave, (shares, 2 × waves); 0 and 1 are the same place."""
    return np.column_stack(
        [
            turn(2 * np.pi * number * shares)
            for number in range(1, WAVES + 1)
            for turn in (np.sin, np.cos)
        ]
    )


def usual_day(day: PlacedDay, length_days: int) -> float:
    """Return where a day lies in the usual cycle: 1 on the onset, below `length_days` + 1."""
    return 1 + day.share * length_days


def _usual_length(known: Sequence[PlacedDay]) -> int:
    """Return the median of the complete cycles among these days."""
    lengths = {day.number: day.read.cycle.length_days for day in known}
    return round(median(length for length in lengths.values() if length is not None))


def _points(
    levels: Sequence[Level], length: int, known: Sequence[PlacedDay]
) -> tuple[CurvePoint, ...]:
    # Halves go up, so that no day is counted at two places or at none.
    nearest = Counter(int(day.share * length + 0.5) % length for day in known)
    found = []
    for place, level in enumerate(levels):
        day, between = divmod(place, POINTS_A_DAY)
        near = None if between or day == length else nearest[day]
        found.append(
            CurvePoint(1 + place / POINTS_A_DAY, level.estimate, level.low, level.high, near)
        )
    return tuple(found)


def _runs(outcome: OutcomeDays, length: int) -> tuple[CurveRun, ...]:
    """Return the newest cycles, as many as there is room for."""
    by_cycle: dict[int, list[tuple[PlacedDay, float]]] = {}
    for day, value in zip(outcome.placed, outcome.rated.ratings.tolist(), strict=True):
        if day is not None:
            by_cycle.setdefault(day.number, []).append((day, value))
    newest: list[CurveRun] = []
    room = MOST_DAYS_DRAWN
    for number in sorted(by_cycle, reverse=True)[:MOST_CYCLES_DRAWN]:
        room -= len(by_cycle[number])
        if room >= 0:
            newest.append(_run(by_cycle[number], length))
    return tuple(reversed(newest))


def _run(found: Sequence[tuple[PlacedDay, float]], length: int) -> CurveRun:
    days: list[float] = []
    values: list[float | None] = []
    before: date | None = None
    for day, value in found:
        if before is not None and day.day - before > timedelta(days=1):
            days.append(days[-1])
            values.append(None)
        days.append(usual_day(day, length))
        values.append(value)
        before = day.day
    return CurveRun(found[0][0].read.cycle.onset, tuple(days), tuple(values))


def _ovulation(known: Sequence[PlacedDay], length: int) -> CurveOvulation | None:
    seen = {day.number: day for day in known if day.read.ovulation and not day.by_forecast}
    shares, observed = [], 0
    for day in seen.values():
        ovulation, cycle = day.read.ovulation, day.read.cycle
        if ovulation is not None:
            shares.append((ovulation.date - cycle.onset).days / (day.next_onset - cycle.onset).days)
            observed += ovulation.basis is Basis.OBSERVED
    if not shares:
        return None
    return CurveOvulation(1 + median(shares) * length, len(shares), observed)


def _asked(record: DailyRecord, code: str) -> tuple[float | None, tuple[Finding, ...]]:
    """Ask about the cycle as a whole, and about its windows one by one."""
    one_by_one = (CycleWindowQuestion(code, window) for window in WINDOWS)
    whole, *replies = ask(record, [CycleWholeQuestion(code), *one_by_one])
    p = whole.p if isinstance(whole, Answer) else None
    return p, findings(replies).of(Sureness.SURE)
