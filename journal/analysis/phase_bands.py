"""Where the days of a span stand in their cycles, and how her cycles are shared out by cycle day.

Convention: only days up to the day of the reading stand anywhere; a day that lies in no cycle, or
of which nothing can be said, has no phase. Nothing is filled in between.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.cycle.basis import Basis
from journal.cycle.forecast import Forecast
from journal.cycle.phases import Phase, PhaseSpan
from journal.cycle.reading import CycleReading, ReadCycle
from journal.cycle.standing import LONG_OPEN_CYCLE_DAYS
from journal.domain.ranges import ONE_DAY, DateRange


@dataclass(frozen=True, slots=True)
class DayStanding:
    """Where one day stands in its cycle.

    Attributes:
        cycle_day: None beyond `LONG_OPEN_CYCLE_DAYS`, where Today counts otherwise, too.
        phase: None where nothing can be said.
        basis: Of the phase.
        ovulation: Set on the likeliest day of ovulation alone: what that day rests on.
    """

    cycle_day: int | None
    phase: Phase | None = None
    basis: Basis | None = None
    ovulation: Basis | None = None


NOWHERE: Final = DayStanding(None)


@dataclass(frozen=True, slots=True)
class PhaseShare:
    """How many cycles are in a phase on one cycle day, and the share of the known ones."""

    phase: Phase
    basis: Basis
    cycles: int
    share: float


@dataclass(frozen=True, slots=True)
class PhasePosition:
    """The cycles at one cycle day; only those whose phase is known there count.

    Attributes:
        shares: In the order of a cycle, observed before estimated.
    """

    position: int
    cycles: int
    shares: tuple[PhaseShare, ...]


def day_standings(reading: CycleReading, range_: DateRange) -> dict[date, DayStanding]:
    """Say of every day of a span that lies in a cycle where it stands."""
    found: dict[date, DayStanding] = {}
    for read in reading.cycles:
        cycle = _cut(DateRange(read.cycle.onset, read.cycle.end or date.max), range_, reading.today)
        known = _phases(read, range_, reading.today) if cycle else {}
        for day in cycle:
            number = (day - read.cycle.onset).days + 1
            phase, basis = known.get(day, (None, None))
            standing = DayStanding(
                number if number <= LONG_OPEN_CYCLE_DAYS else None,
                phase,
                basis,
                _ovulation_on(read, day),
            )
            if standing != NOWHERE:
                found[day] = standing
    return found


def phase_bands(reading: CycleReading, range_: DateRange) -> tuple[PhaseSpan, ...]:
    """Return the phases inside a span, oldest first, none of them beyond the day of the reading."""
    spans = (span for read in reading.cycles for span in read.phases)
    cut = ((_cut(span.range_, range_, reading.today), span) for span in spans)
    return tuple(PhaseSpan(days, span.phase, span.basis) for days, span in cut if days)


def likely_period(reading: CycleReading, today: date) -> DateRange | None:
    """Return the days on which the next period is likely to begin, if that is said as of today."""
    if reading.today != today or not isinstance(reading.outlook, Forecast):
        return None
    return reading.outlook.onset.span


def phase_positions(reading: CycleReading, last: int) -> tuple[PhasePosition, ...]:
    """Count, for each cycle day up to `last`, how many cycles are in which phase."""
    counts: dict[int, Counter[tuple[Phase, Basis]]] = {}
    for read in reading.cycles:
        onset = read.cycle.onset
        shown = DateRange(onset, reading.today + ONE_DAY)
        for span in read.phases:
            days = _cut(span.range_, shown, reading.today)
            first = (days.start - onset).days + 1
            for position in range(first, min(first + len(days), last + 1)):
                counts.setdefault(position, Counter())[span.phase, span.basis] += 1
    return tuple(_position(position, counts[position]) for position in sorted(counts))


def _position(position: int, counts: Counter[tuple[Phase, Basis]]) -> PhasePosition:
    shares = tuple(
        PhaseShare(phase, basis, counts[phase, basis], counts[phase, basis] / counts.total())
        for phase in Phase
        for basis in Basis
        if counts[phase, basis]
    )
    return PhasePosition(position, counts.total(), shares)


def _phases(read: ReadCycle, range_: DateRange, today: date) -> dict[date, tuple[Phase, Basis]]:
    return {
        day: (span.phase, span.basis)
        for span in read.phases
        for day in _cut(span.range_, range_, today)
    }


def _ovulation_on(read: ReadCycle, day: date) -> Basis | None:
    ovulation = read.ovulation
    return ovulation.basis if ovulation is not None and ovulation.date == day else None


def _cut(span: DateRange, range_: DateRange, today: date) -> DateRange:
    """Return the days of a span inside a range and not after today; empty where there are none."""
    start = max(span.start, range_.start)
    return DateRange(start, max(start, min(span.end, range_.end, today + ONE_DAY)))
