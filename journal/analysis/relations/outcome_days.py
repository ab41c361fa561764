"""One measure as an outcome: its days, and what every picture of it takes account of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from journal.analysis.day_memory import RatedDays
from journal.analysis.day_memory_columns import base_columns, centred
from journal.analysis.day_memory_cycle import PlacedDay
from journal.analysis.day_memory_grid import Floats, Ordinals
from journal.analysis.day_memory_levels import Level
from journal.analysis.relations.daily import SIGN_LEVELS, DailyRecord
from journal.analysis.relations.questions import APART
from journal.domain.days import SIGN_PREFIX
from journal.domain.ratings import HIGHEST, LOWEST, RATINGS


@dataclass(frozen=True, slots=True, eq=False)
class OutcomeDays:
    """The days on which a measure is recorded.

    Attributes:
        code: Of the measure.
        rated: Its days and values.
        rows: Where these days stand in the record.
        placed: Where each of them lies in a cycle.
        apart_left_out: Days apart with a value, where she leaves them out of comparisons.
    """

    code: str
    rated: RatedDays
    rows: Ordinals
    placed: Sequence[PlacedDay | None]
    apart_left_out: int

    @property
    def dates(self) -> list[date]:
        """The days as dates."""
        return [date.fromordinal(day) for day in self.rated.days.tolist()]


def outcome_days(record: DailyRecord, code: str) -> OutcomeDays:
    """Lay out one measure; a measure nobody recorded has no days."""
    values = record.compared(code)
    rows = np.flatnonzero(np.isfinite(values))
    return OutcomeDays(
        code=code,
        rated=RatedDays(record.first + rows, values[rows]),
        rows=rows,
        placed=[record.placed[row] for row in rows.tolist()],
        apart_left_out=int(np.isfinite(record.measured(code)).sum()) - len(rows),
    )


def level_columns(record: DailyRecord, outcome: OutcomeDays, further: Sequence[Floats]) -> Floats:
    """Return a level, a trend, the week, time apart, and further columns."""
    apart = [] if outcome.code == APART else [centred(record.measured(APART)[outcome.rows])]
    return base_columns(outcome.rated.days, [*apart, *further])


def scale_of(code: str) -> tuple[float, float] | None:
    """Return the ends of the scale of a measure; None where it has none."""
    if code in RATINGS:
        return LOWEST, HIGHEST
    return (0, SIGN_LEVELS - 1) if code.startswith(SIGN_PREFIX) else None


def on_scale(code: str, level: Level) -> Level:
    """Cut a level off at the ends of its scale: beyond them is nothing she could have noted."""
    ends = scale_of(code)
    if ends is None:
        return level
    low, high = ends
    return Level(*(min(max(at, low), high) for at in (level.estimate, level.low, level.high)))
