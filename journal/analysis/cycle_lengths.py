"""How long her cycles were over the years, each beside the one before it, with their middle."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Final

from journal.cycle.basis import Basis
from journal.cycle.reading import CycleReading, ReadCycle
from journal.cycle.stage_evidence import Criterion, CriterionKind, Finding
from journal.domain.ranges import DateRange, days_after

# STRAW+10 (Harlow et al. 2012): the early transition, a difference between consecutive cycles,
# and the late one, an interval without menses.
DIFFERENCE_DAYS: Final = 7
GAP_DAYS: Final = 60
# As few as the forecast of any other program takes an average of; below it one cycle decides.
FEWEST_CYCLES: Final = 3


@dataclass(frozen=True, slots=True)
class CycleLength:
    """One closed cycle.

    Attributes:
        before_days: Length of the cycle that ended where this one began; None where none did.
        ovulation_day: Cycle day of ovulation, with its basis.
    """

    onset: date
    days: int
    menses_days: int
    before_days: int | None = None
    ovulation_day: int | None = None
    ovulation_basis: Basis | None = None

    @property
    def differs(self) -> bool:
        """Whether it is seven or more days longer or shorter than the one before."""
        return self.before_days is not None and abs(self.days - self.before_days) >= DIFFERENCE_DAYS

    @property
    def is_gap(self) -> bool:
        """Whether it is sixty days or longer."""
        return self.days >= GAP_DAYS


@dataclass(frozen=True, slots=True)
class CycleLengths:
    """All of them, oldest first.

    Attributes:
        today: Up to which the record was read.
        median_days: Over all closed cycles; None with fewer than three.
        open_onset: Where the open cycle began, and `open_days`, today's cycle day.
        gaps: When the record shows no cycles.
        persistent: Onsets of the cycles whose differences make the criterion of seven days met.
    """

    today: date
    lengths: tuple[CycleLength, ...]
    median_days: float | None
    open_onset: date | None
    open_days: int | None
    gaps: tuple[DateRange, ...]
    persistent: tuple[date, ...]


def cycle_lengths(reading: CycleReading) -> CycleLengths:
    """Gather the lengths of a reading."""
    lengths = _lengths(reading)
    newest = reading.cycles[-1] if reading.cycles else None
    onset = newest.cycle.onset if newest and newest.cycle.is_open else None
    return CycleLengths(
        reading.today,
        lengths,
        median(one.days for one in lengths) if len(lengths) >= FEWEST_CYCLES else None,
        onset,
        (reading.today - onset).days + 1 if onset else None,
        tuple(_gaps(reading)),
        _persistent(reading.evidence.criteria),
    )


def _lengths(reading: CycleReading) -> tuple[CycleLength, ...]:
    found: list[CycleLength] = []
    for read in reading.cycles:
        days = read.cycle.length_days
        if days is None:
            continue
        earlier = found[-1] if found else None
        joined = earlier and earlier.onset + timedelta(days=earlier.days) == read.cycle.onset
        found.append(_length(read, days, earlier.days if earlier and joined else None))
    return tuple(found)


def _length(read: ReadCycle, days: int, before: int | None) -> CycleLength:
    onset, ovulation = read.cycle.onset, read.ovulation
    return CycleLength(
        onset,
        days,
        (read.menses.last - read.menses.start).days + 1,
        before,
        (ovulation.date - onset).days + 1 if ovulation else None,
        ovulation.basis if ovulation else None,
    )


def _gaps(reading: CycleReading) -> list[DateRange]:
    """Return the time between cycles that do not follow one another, and after the last of them."""
    cycles = [read.cycle for read in reading.cycles]
    ends = [(one.end, following.onset) for one, following in pairwise(cycles)]
    if cycles:
        ends.append((cycles[-1].end, days_after(reading.today, 1)))
    return [DateRange(end, begin) for end, begin in ends if end is not None and end < begin]


def _persistent(criteria: tuple[Criterion, ...]) -> tuple[date, ...]:
    return tuple(
        span.start
        for criterion in criteria
        if criterion.kind is CriterionKind.SEVEN_DAY_DIFFERENCE and criterion.finding is Finding.MET
        for span in criterion.spans
    )
