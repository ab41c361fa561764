"""How a rating differs on the days before a period, and around ovulation, from other cycle days.

    from the next onset   … -17 -16 -15 -14 -13 …          -5 -4 -3 -2 -1 | onset
                            [around ovulation ]            [premenstrual ]

Where an ovulation was observed, the days around it are the two before it to the two after it. In
the cycle that is open the next onset is the middle of the forecast, and it is said how many days
rest on that. A day whose next onset is not known is neither: it has a column of its own, so that it
is not compared. `day_memory` has the model.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

import numpy as np

from journal.analysis.day_memory import DayEffect, RatedDays, day_effect, joint_effect
from journal.analysis.day_memory_columns import base_columns
from journal.analysis.day_memory_cycle import PlacedDay, closed_cycles, placed_days
from journal.analysis.day_memory_gate import Lack, cycle_lacks, rating_lacks
from journal.cycle.basis import Basis
from journal.cycle.reading import CycleReading
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange

# The last days before the next onset, where a mean dip is largest (Pierson et al. 2021), and the
# days around an ovulation fifteen days before it (PACTS, Nagpal et al. 2025).
PREMENSTRUAL: Final = range(-5, 0)
AROUND_OVULATION: Final = range(-17, -12)
DAYS_AROUND_OBSERVED: Final = 2
# Ours: the first days of a period, on which pain and tiredness are most often told of; a question
# of its own beside the two windows (`relations`), and other cycle days to everything else.
PERIOD_DAYS: Final = 4
# Three years: what was so longer ago says less of now, above all in the years of transition.
MOST_DAYS: Final = 1_096


class Window(StrEnum):
    """Where in a cycle a rated day lies, for the comparison."""

    PREMENSTRUAL = "premenstrual"
    AROUND_OVULATION = "around_ovulation"
    PERIOD = "period"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PremenstrualDays:
    """One rating on the five days before a period, beside her other cycle days.

    Attributes:
        code: Of the rating.
        effect: Points of the rating, below zero where it is lower premenstrually.
        around_ovulation: The same of the days around ovulation; None without a rated one.
        whole_p: Whether the rating goes with the cycle at all, both windows asked at once.
        compared_days: Rated days whose place in a cycle is known.
        window_days: Those of them that are premenstrual.
        cycles: In how many cycles a premenstrual day is rated.
        forecast_days: Compared days of the open cycle, placed by the forecast.
    """

    code: str
    effect: DayEffect
    around_ovulation: DayEffect | None
    whole_p: float | None
    compared_days: int
    window_days: int
    cycles: int
    forecast_days: int = 0


@dataclass(frozen=True, slots=True)
class PremenstrualNotYet:
    """The question cannot be asked of this rating yet, and what is missing."""

    code: str
    lacks: tuple[Lack, ...]


PremenstrualAnswer: TypeAlias = PremenstrualDays | PremenstrualNotYet


def premenstrual_days(
    journal: ReadableJournal, reading: CycleReading, code: str
) -> PremenstrualAnswer:
    """Compare a rating over the newest three years up to the day of the reading."""
    columns = journal.day_columns((code,), DateRange.last_days(MOST_DAYS, reading.today))
    rows = [
        (day, value)
        for day, value in zip(columns["date"], columns[code], strict=True)
        if isinstance(day, date) and isinstance(value, int)
    ]
    days = [day for day, _ in rows]
    ordinals = np.array([day.toordinal() for day in days], dtype=np.int64)
    ratings = np.array([value for _, value in rows], dtype=np.float64)
    return _answer(code, RatedDays(ordinals, ratings), placed_days(reading, days))


def _answer(code: str, rated: RatedDays, placed: Sequence[PlacedDay | None]) -> PremenstrualAnswer:
    windows = [window_of(day) for day in placed]
    known = [day for day in placed if day is not None]
    numbers = [day.number for day in known if window_of(day) is Window.PREMENSTRUAL]
    lacks = rating_lacks(rated) + cycle_lacks(
        cycles=closed_cycles(placed),
        rated=rated.count,
        phase_known=len(known),
        window_cycles=len(set(numbers)),
        window_days=len(numbers),
    )
    if lacks:
        return PremenstrualNotYet(code, lacks)
    before, around, unknown = (
        np.array([float(window is of) for window in windows])
        for of in (Window.PREMENSTRUAL, Window.AROUND_OVULATION, Window.UNKNOWN)
    )
    base = base_columns(rated.days, [unknown])
    effect = day_effect(rated, np.column_stack([base, around]), before)
    if effect is None:  # rated on such days alone, there is nothing to compare with
        return PremenstrualNotYet(code, ())
    whole = joint_effect(rated, base, np.column_stack([before, around]))
    return PremenstrualDays(
        code=code,
        effect=effect,
        around_ovulation=day_effect(rated, np.column_stack([base, before]), around),
        whole_p=None if whole is None else whole.p,
        compared_days=len(known),
        window_days=len(numbers),
        cycles=len(set(numbers)),
        forecast_days=sum(day.by_forecast for day in known),
    )


def window_of(day: PlacedDay | None) -> Window:
    """Return the window a day lies in; a premenstrual day is that first, a period's day last."""
    if day is None:
        return Window.UNKNOWN
    if -day.days_to_onset in PREMENSTRUAL:
        return Window.PREMENSTRUAL
    seen = day.read.ovulation
    if seen is not None and seen.basis is Basis.OBSERVED:
        around = abs((day.day - seen.date).days) <= DAYS_AROUND_OBSERVED
    else:
        around = -day.days_to_onset in AROUND_OVULATION
    if around:
        return Window.AROUND_OVULATION
    since = (day.day - day.read.cycle.onset).days
    return Window.PERIOD if since < PERIOD_DAYS else Window.OTHER
