"""A measure before and after a dated change: two stretches, and the step between them.

    -reach ............... -1 | 0 ............... reach - 1      days from the change
        before                | after

The step is what the level changes by on that day beyond a slow drift, the week, time apart and the
place in the cycle; it is asked of these stretches alone (`ask`), where a straight drift is nearer
the truth than over years. It says when, and not why: whatever else began about that day is in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median
from typing import Final

import numpy as np

from journal.analysis.day_memory import RatedDays
from journal.analysis.day_memory_cycle import (
    FEWEST_CYCLES_FOR_CYCLE,
    FEWEST_DAYS_FOR_CYCLE,
    closed_cycles,
    cycle_columns,
)
from journal.analysis.day_memory_drift import drift_columns
from journal.analysis.day_memory_gate import Lack
from journal.analysis.day_memory_grid import Floats
from journal.analysis.day_memory_levels import Level, fitted_levels
from journal.analysis.relations.answers import Answer, NotYet
from journal.analysis.relations.ask import ask
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.outcome_days import OutcomeDays, level_columns, outcome_days
from journal.analysis.relations.questions import ChangeQuestion, DatedChange

# The line is the median of two weeks and a day, of at least a third of them.
LINE_REACH_DAYS: Final = 7
FEWEST_LINE_DAYS: Final = 5
TREND_COLUMN: Final = 1  # where `base_columns` has it
# Ours, in points: levels and the step come of one model, unless the step was asked beside a drift.
AS_ASKED: Final = 0.1


@dataclass(frozen=True, slots=True)
class SideDay:
    """One rated day; `offset` counts from the change, which is 0."""

    offset: int
    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Side:
    """The days on one side of a change.

    Attributes:
        line: Offset and running median of that side alone; None where too few days are near.
        level: Where the level lies at the change, seen from this side; None without a step.
    """

    days: tuple[SideDay, ...]
    line: tuple[tuple[int, float | None], ...]
    level: Level | None

    @property
    def middle(self) -> float | None:
        """The median of its days; None without any."""
        return median(day.value for day in self.days) if self.days else None


@dataclass(frozen=True, slots=True)
class Step:
    """How much higher the measure is after the change than before it.

    Attributes:
        p: Of this one question, and no other beside it.
    """

    size: Level
    p: float


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """One measure around one change.

    Attributes:
        code: Of the measure.
        reach_days: How many days of each side are looked at.
        step: None while something is missing.
        lacks: What is missing for a step; empty too where more days would not help.
        apart_left_out: Days apart, where she leaves them out of comparisons.
    """

    code: str
    name: str
    change: DatedChange
    reach_days: int
    before: Side
    after: Side
    step: Step | None
    lacks: tuple[Lack, ...]
    apart_left_out: int


def before_after(
    record: DailyRecord, code: str, change: DatedChange, reach_days: int
) -> BeforeAfter:
    """Lay out the days of a measure around a change, and fit the step where they bear one.

    Args:
        record: It may reach further than the stretches.
        code: Of the measure.
        change: When; it need not be one of the record's.
        reach_days: Length of each stretch, at least one day.
    """
    part = _near(record, change, reach_days)
    outcome = outcome_days(part, code)
    rated, at = outcome.rated, change.day.toordinal()
    after = rated.days >= at
    (reply,) = ask(part, [ChangeQuestion(code, change)])
    step = _step(reply) if isinstance(reply, Answer) else None
    levels = () if step is None else _levels(rated, _base(part, outcome), at, step.size.estimate)
    sides = [
        Side(_days(rated, at, on), _line(rated, at, on), level)
        for on, level in zip((~after, after), levels or (None, None), strict=True)
    ]
    return BeforeAfter(
        code=code,
        name=record.names.get(code, code),
        change=change,
        reach_days=reach_days,
        before=sides[0],
        after=sides[1],
        step=step,
        lacks=reply.lacks if isinstance(reply, NotYet) else (),
        apart_left_out=outcome.apart_left_out,
    )


def _near(record: DailyRecord, change: DatedChange, reach_days: int) -> DailyRecord:
    """Return the part of a record that lies within reach; no days where none do."""
    first = change.day.toordinal() - record.first
    start, end = (min(max(first + of, 0), len(record.days)) for of in (-reach_days, reach_days))
    return replace(
        record,
        days=record.days[start:end],
        values={code: values[start:end] for code, values in record.values.items()},
        placed=record.placed[start:end],
    )


def _base(record: DailyRecord, outcome: OutcomeDays) -> Floats:
    """Return what the step is asked beside; the cycle where there are days and cycles for it."""
    in_cycles = (
        outcome.rated.count >= FEWEST_DAYS_FOR_CYCLE
        and closed_cycles(outcome.placed) >= FEWEST_CYCLES_FOR_CYCLE
    )
    return level_columns(record, outcome, [cycle_columns(outcome.placed)] if in_cycles else [])


def _step(answer: Answer) -> Step | None:
    effect = answer.effect
    return None if effect is None else Step(Level(effect.estimate, *effect.interval()), answer.p)


def _levels(rated: RatedDays, base: Floats, change: int, step: float) -> tuple[Level, ...]:
    """Return the level at the change, before it and after it, on days usual in all else.

    Beside a drift where the step was asked so: what is drawn is what is said.
    """
    usual = base.mean(axis=0)
    usual[TREND_COLUMN] = (change - rated.days.mean()) / np.ptp(rated.days)
    plain = _fitted(rated, base, usual, change)
    slow = drift_columns(rated.days)
    if not plain or not slow.shape[1]:
        return plain
    if abs(plain[1].estimate - plain[0].estimate - step) <= AS_ASKED:
        return plain
    at = np.array([np.interp(change, rated.days, column) for column in slow.T])
    return _fitted(rated, np.column_stack([base, slow]), np.append(usual, at), change)


def _fitted(rated: RatedDays, base: Floats, usual: Floats, change: int) -> tuple[Level, ...]:
    at = np.array([np.append(usual, 0.0), np.append(usual, 1.0)])
    return fitted_levels(rated, np.column_stack([base, rated.days >= change]), at)


def _days(rated: RatedDays, change: int, on: np.ndarray) -> tuple[SideDay, ...]:
    pairs = zip(rated.days[on].tolist(), rated.ratings[on].tolist(), strict=True)
    return tuple(SideDay(day - change, date.fromordinal(day), value) for day, value in pairs)


def _line(rated: RatedDays, change: int, on: np.ndarray) -> tuple[tuple[int, float | None], ...]:
    """Return the running median from the first to the last rated day of a side."""
    days, values = rated.days[on], rated.ratings[on]
    if not len(days):
        return ()
    found: list[tuple[int, float | None]] = []
    for day in range(int(days[0]), int(days[-1]) + 1):
        start, end = np.searchsorted(days, [day - LINE_REACH_DAYS, day + LINE_REACH_DAYS + 1])
        near: Sequence[float] = values[start:end].tolist()
        found.append((day - change, median(near) if len(near) >= FEWEST_LINE_DAYS else None))
    return tuple(found)
