"""One outcome of a record: its rated days, and the columns that questions about it need."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from journal.analysis.day_memory import RatedDays
from journal.analysis.day_memory_columns import centred
from journal.analysis.day_memory_cycle import FEWEST_CYCLES_FOR_CYCLE, FEWEST_DAYS_FOR_CYCLE
from journal.analysis.day_memory_grid import Floats, Ordinals
from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.cycle_places import CyclePlaces
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.exposures import Exposures
from journal.analysis.relations.questions import APART

# From here on a moderator is high: the first rating that lies above the middle of the scale.
HIGH_FROM: Final = 6


class ColumnKind(StrEnum):
    """What a column says of a day."""

    TODAY = "today"
    """The exposure of the day itself."""
    BEFORE = "before"
    """What the days before left of the exposure."""
    HIGH = "high"
    """The moderator is high."""
    BEFORE_WHILE_HIGH = "before_while_high"
    WAVE = "wave"
    """One harmonic of the cycle."""
    UNKNOWN = "unknown"
    """It has no place in a cycle."""
    WINDOW = "window"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by what it says, so that questions which need the same one share it.

    Attributes:
        of: An exposure, or a window of the cycle.
        beside: The moderator of an exposure.
        number: Of a harmonic; the ordinal of the date since which it is 1.
    """

    kind: ColumnKind
    of: str = ""
    beside: str = ""
    number: int = 0


DAYS_APART: Final = Column(ColumnKind.TODAY, APART)
NO_PLACE: Final = Column(ColumnKind.UNKNOWN)


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """The days an outcome is rated on, within what questions are asked about.

    Attributes:
        at: Their places in the record.
        base: What stands beside a question: days apart, and the cycle where it can be told.
    """

    measure: str
    exposures: Exposures
    places: CyclePlaces
    rated: RatedDays
    at: Ordinals
    base: tuple[Column, ...]

    def column(self, wanted: Column) -> Floats:
        """Return a column on the rated days."""
        if wanted.kind is ColumnKind.SINCE:
            return np.asarray(self.rated.days >= wanted.number, dtype=np.float64)
        if wanted.kind is ColumnKind.HIGH:
            return self._high(wanted.beside)
        if wanted.kind is ColumnKind.BEFORE_WHILE_HIGH:
            return self.exposures.before(wanted.of)[self.at] * self._high(wanted.beside)
        return self._on_every_date(wanted)[self.at]

    def _on_every_date(self, wanted: Column) -> Floats:
        match wanted.kind:
            case ColumnKind.TODAY:
                return self.exposures.today(wanted.of)
            case ColumnKind.BEFORE:
                return self.exposures.before(wanted.of)
            case ColumnKind.WAVE:
                return self.places.harmonics[:, wanted.number]
            case ColumnKind.WINDOW:
                return self.places.windows[Window(wanted.of)]
            case _:
                return self.places.unknown

    def columns(self, wanted: Sequence[Column]) -> Floats:
        """Return several columns side by side, (days, columns)."""
        made = [self.column(each) for each in wanted]
        return np.column_stack(made) if made else np.zeros((self.rated.count, 0))

    def _high(self, moderator: str) -> Floats:
        return centred(is_high(self.exposures.values(moderator))[self.at])


def outcome_of(
    record: DailyRecord,
    measure: str,
    exposures: Exposures,
    places: CyclePlaces,
    *,
    with_apart: bool = False,
) -> Outcome:
    """Lay out an outcome.

    Args:
        record: Whose.
        measure: A measure nobody recorded has no days. Time apart has those she wrote of: of any
            other it is not known, and she may not have begun to write yet.
        exposures: Of the same record.
        places: Of the same record.
        with_apart: Days apart belong to it even where she leaves them out of comparisons, as the
            question is about them.
    """
    values = record.measured(measure) if with_apart else record.compared(measure)
    known = record.written() if measure == APART else np.isfinite(values)
    at = np.flatnonzero(known & np.isfinite(values))
    rated = RatedDays(record.first + at, values[at])
    apart = () if measure == APART else (DAYS_APART,)
    return Outcome(measure, exposures, places, rated, at, (*_cycle(places, at), *apart))


def _cycle(places: CyclePlaces, at: Ordinals) -> tuple[Column, ...]:
    """Return the columns of the cycle, where there are days and cycles enough to tell it."""
    enough = len(at) >= FEWEST_DAYS_FOR_CYCLE
    if not enough or places.complete_cycles(at) < FEWEST_CYCLES_FOR_CYCLE:
        return ()
    waves = range(places.harmonics.shape[1])
    return (NO_PLACE, *(Column(ColumnKind.WAVE, number=wave) for wave in waves))


def is_high(values: Floats) -> Floats:
    """Return whether a moderator is high, 0 or 1; NaN where it was not recorded."""
    return np.where(np.isnan(values), np.nan, values >= HIGH_FROM)
