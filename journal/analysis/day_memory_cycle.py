"""Where days lie in her cycles, as columns of a model of days.

Convention: a day's *next onset* is the one that closed its cycle or, in the open cycle, the middle
of the forecast. A day without one has no place in a cycle: nothing is guessed for it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from journal.analysis.day_memory_grid import Floats
from journal.cycle.forecast import Forecast
from journal.cycle.reading import CycleReading, ReadCycle
from journal.domain.cycle_answers import CycleQuestion

# Two harmonics draw a dip before the period and a rise around ovulation, and no more.
CYCLE_HARMONICS: Final = 2
# With less, the four columns would take more from a question than they tell apart.
FEWEST_DAYS_FOR_CYCLE: Final = 60
FEWEST_CYCLES_FOR_CYCLE: Final = 2


@dataclass(frozen=True, slots=True)
class PlacedDay:
    """One date inside a cycle whose next onset is known.

    Attributes:
        number: Which of the reading's cycles it lies in.
        read: That cycle.
        next_onset: Observed, or the middle of the forecast while the cycle is open.
    """

    day: date
    number: int
    read: ReadCycle
    next_onset: date

    @property
    def by_forecast(self) -> bool:
        """Whether its place rests on the forecast."""
        return self.read.cycle.is_open

    @property
    def days_to_onset(self) -> int:
        """How many days before the next onset it lies, at least 1."""
        return (self.next_onset - self.day).days

    @property
    def share(self) -> float:
        """How much of the cycle lies behind it, from 0 on the onset to below 1."""
        onset = self.read.cycle.onset
        return (self.day - onset).days / (self.next_onset - onset).days


def placed_days(reading: CycleReading, days: Sequence[date]) -> list[PlacedDay | None]:
    """Place each day; none in a cycle that she is asked about, as a period in it may be missing."""
    asked = {
        question.onset
        for question in reading.questions
        if question.question is CycleQuestion.MISSED_PERIOD
    }
    onsets = [read.cycle.onset for read in reading.cycles]
    ends = [
        None if read.cycle.onset in asked else _next_onset(read, reading) for read in reading.cycles
    ]
    found: list[PlacedDay | None] = []
    for day in days:
        number = bisect_right(onsets, day) - 1
        end = ends[number] if number >= 0 else None
        inside = end is not None and day < end
        found.append(
            PlacedDay(day, number, reading.cycles[number], end) if inside and end else None
        )
    return found


def closed_cycles(placed: Sequence[PlacedDay | None]) -> int:
    """Count the complete cycles that hold one of these days."""
    return len({day.number for day in placed if day is not None and not day.by_forecast})


def cycle_columns(placed: Sequence[PlacedDay | None]) -> Floats:
    """Return two harmonics of the cycle, and a column of the days without a place.

    Args:
        placed: One for each row of the model.

    Returns:
        (days, columns); the harmonics are 0 on days without a place.
    """
    known = np.array([day is not None for day in placed], dtype=np.float64)
    turns = np.array([0.0 if day is None else 2 * np.pi * day.share for day in placed])
    waves = [
        wave(number * turns) * known
        for number in range(1, CYCLE_HARMONICS + 1)
        for wave in (np.sin, np.cos)
    ]
    return np.column_stack([*waves, 1 - known])


def _next_onset(read: ReadCycle, reading: CycleReading) -> date | None:
    if read.cycle.length_days is not None:
        return read.cycle.end
    outlook = reading.outlook
    if read.cycle.is_open and isinstance(outlook, Forecast):
        # While it is late, today itself may be the onset, and then has no place.
        return outlook.onset.median
    return None
