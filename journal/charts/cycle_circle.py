"""The circle of the open cycle: how many days a turn stands for, and where a day lies on it.

A turn is the length the cycle is likely to have. Without a forecast nothing is promised: the turn
is some weeks longer than what has passed, and what lies ahead stays blank.
"""

import math
from dataclasses import dataclass
from typing import Final, TypeAlias

from journal.charts.cycle_days import (
    DayOfCycle,
    OvulationMark,
    day_number,
    days_of_cycle,
    elapsed_days,
    last_date,
    likely_onset,
    ovulation_mark,
)
from journal.cycle.forecast import LikelyDay
from journal.cycle.reading import CycleReading, ReadCycle

WEEK_DAYS: Final = 7
LEAST_TURN_DAYS: Final = 28  # four weeks: a scale for the first days, no expectation
OPEN_END: Final = 1.12  # an open turn is that much longer than what has passed
STEP: Final = math.tau / 180  # how finely an arc is drawn

Line: TypeAlias = tuple[list[float], list[float]]


@dataclass(frozen=True, slots=True)
class Wheel:
    """What is drawn.

    Attributes:
        turn_days: How many days the whole circle stands for.
        said_days: How many days from the onset on lie up to the end of the last phase.
        open_ended: Nothing says how long the cycle will be.
    """

    read: ReadCycle
    days: tuple[DayOfCycle, ...]
    today: int
    turn_days: int
    said_days: int
    open_ended: bool
    ovulation: OvulationMark | None
    likely: LikelyDay | None


def wheel_of(read: ReadCycle, reading: CycleReading) -> Wheel:
    """Lay the open cycle out on a circle."""
    today = elapsed_days(read, reading.today)
    likely = likely_onset(reading)
    said = max((day_number(read, span.range_.last) for span in read.phases), default=0)
    if likely:
        turn = max(today, day_number(read, likely.median) - 1)
    else:
        weeks = math.ceil(today * OPEN_END / WEEK_DAYS)
        turn = max(LEAST_TURN_DAYS, weeks * WEEK_DAYS, said)
    return Wheel(
        read,
        tuple(days_of_cycle(read, last_date(read, reading))),
        today,
        turn,
        said,
        open_ended=likely is None,
        ovulation=ovulation_mark(read, reading),
        likely=likely,
    )


def place_of(turn_days: int, day: float, radius: float) -> tuple[float, float]:
    """Place a moment of the cycle: 0 is the beginning of day 1, 0.5 its noon."""
    angle = math.tau * day / turn_days
    return radius * math.sin(angle), radius * math.cos(angle)


def arc_of(turn_days: int, start: float, end: float, radius: float) -> Line:
    """Return a line along the circle."""
    steps = max(1, math.ceil(math.tau * (end - start) / turn_days / STEP))
    moments = [start + (end - start) * n / steps for n in range(steps + 1)]
    places = [place_of(turn_days, moment, radius) for moment in moments]
    return [x for x, _ in places], [y for _, y in places]


def band_of(turn_days: int, start: float, end: float, radii: tuple[float, float]) -> Line:
    """Return the corners of a piece of ring, at most one whole turn of it."""
    end = min(end, start + turn_days)
    inner, outer = (arc_of(turn_days, start, end, radius) for radius in radii)
    x, y = (there + back[::-1] for there, back in zip(outer, inner, strict=True))
    return [*x, x[0]], [*y, y[0]]
