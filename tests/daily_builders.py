"""Made-up records laid out day by day, with what goes with the cycle in them known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from journal.analysis.day_memory_cycle import PlacedDay, placed_days
from journal.analysis.day_memory_grid import Floats
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.questions import DatedChange
from journal.cycle.forecast import Forecast
from journal.cycle.ovulation import OvulationSign
from journal.cycle.reading import CycleReading
from journal.domain.stages import StageDeclaration
from tests.cycle_builders import TODAY, cycles_before, days, likely, open_cycle, reading_of

LEVEL = 6.0
LENGTH = 28


@dataclass(frozen=True)
class MadeUp:
    """What a made-up record holds.

    Attributes:
        lengths: Of the complete cycles; an open one with a forecast follows them.
        shape: Points above the level, by the place of a day; None is a day without a place.
        step: Points above the level, by date.
        memory: How much one day resembles the day before it.
        rated: Share of days with a rating.
    """

    lengths: Sequence[int] = (LENGTH,) * 8
    shape: Callable[[PlacedDay | None], float] = lambda _: 0.0
    step: Callable[[date], float] = lambda _: 0.0
    memory: float = 0.4
    spread: float = 1.0
    rated: float = 0.8
    cycle_day: int = 10
    seed: int = 1
    sign: OvulationSign | None = OvulationSign.CALENDAR
    changes: Sequence[DatedChange] = ()
    stages: Sequence[StageDeclaration] = ()
    further: dict[str, Floats] = field(default_factory=dict)


def dip(points: float) -> Callable[[PlacedDay | None], float]:
    """Make a measure lower on the five days before a period."""
    return lambda day: -points * (day is not None and day.days_to_onset <= 5)


def made_up(what: MadeUp) -> tuple[DailyRecord, CycleReading]:
    """Make whole-numbered ratings of mood from the first onset to today."""
    onset = TODAY - days(what.cycle_day - 1)
    outlook = Forecast(likely(onset + days(LENGTH), 2), None, len(what.lengths))
    reading = reading_of(
        *cycles_before(onset, *what.lengths, sign=what.sign),
        open_cycle(onset, LENGTH),
        outlook=outlook,
    )
    first = onset - days(sum(what.lengths))
    dates = [first + timedelta(days=place) for place in range((TODAY - first).days + 1)]
    placed = placed_days(reading, dates)
    random = np.random.default_rng(what.seed)
    noise = random.normal(size=len(dates))
    for day in range(1, len(dates)):
        noise[day] = what.memory * noise[day - 1] + np.sqrt(1 - what.memory**2) * noise[day]
    known = [what.shape(at) + what.step(day) for at, day in zip(placed, dates, strict=True)]
    mood = np.clip(np.round(LEVEL + what.spread * noise + np.array(known)), 0, 10)
    mood[random.random(len(dates)) >= what.rated] = np.nan
    return of_values(dates, placed, {"mood": mood, **what.further}, what), reading


def of_values(
    dates: Sequence[date],
    placed: Sequence[PlacedDay | None],
    values: dict[str, Floats],
    what: MadeUp = MadeUp(),
) -> DailyRecord:
    """Put a record together from its measures."""
    names = {code: code.removeprefix("sign:").capitalize() for code in values}
    together = {"apart": np.zeros(len(dates))}
    return DailyRecord(
        tuple(dates),
        {**together, **values},
        {"apart": "Time apart", **names},
        placed,
        what.changes,
        what.stages,
    )
