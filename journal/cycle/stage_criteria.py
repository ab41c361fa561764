"""The three bleeding criteria of STRAW+10 (Harlow et al. 2012), each with the dates it rests on.

They are read without regard to age; `stage_rules` knows what may be said of them at which age.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from journal.cycle.stage_evidence import Criterion, CriterionKind, Finding, Remark, Unreadable
from journal.cycle.stage_gaps import Ending, Gap, days_since
from journal.domain.ranges import DateRange, days_after

# Harlow et al. 2012: a persistent difference of 7 days or more between consecutive cycles; it is
# persistent when it recurs within 10 cycles.
DIFFERENCE_DAYS: Final = 7
WITHIN_CYCLES: Final = 10
# Two lengths have one difference, and nothing to recur in.
FEWEST_LENGTHS: Final = 3
# Harlow et al. 2012; ReSTAGE: it marks the same time as 90 days do, a year or two earlier.
LONG_GAP_DAYS: Final = 60
# The pattern of today, not of years ago.
WINDOW_DAYS: Final = 365
# Harlow et al. 2012: twelve months without bleeding; the same date a year later, at the earliest.
TWELVE_MONTHS_DAYS: Final = 365


@dataclass(frozen=True, slots=True)
class Reading:
    """A criterion, and since when it is met without a break; a remark where it is nearly met."""

    criterion: Criterion
    since: date | None = None
    remark: Remark | None = None


def not_knowable(because: Unreadable) -> tuple[Criterion, ...]:
    """Return all three criteria where nothing can be read."""
    return tuple(Criterion(kind, Finding.NOT_KNOWABLE, because=because) for kind in CriterionKind)


def sixty_day_gap(gaps: Sequence[Gap], today: date) -> Reading:
    """Look for gaps of 60 days or more, ended within the last 365 days or still open."""
    kind = CriterionKind.SIXTY_DAY_GAP
    readable = [gap for gap in gaps if gap.ending is not Ending.UNREADABLE]
    window = days_after(today, -WINDOW_DAYS)
    recent = [gap for gap in readable if gap.span.end >= window]
    if not recent:
        return Reading(Criterion(kind, Finding.NOT_KNOWABLE, because=Unreadable.NO_BLEEDING))
    long = [gap for gap in readable if gap.quiet_days >= LONG_GAP_DAYS]
    shown = tuple(gap.quiet for gap in long if gap.span.end >= window)
    if not shown:
        return _no_long_gap(gaps)
    still_open = long[-1].ending is Ending.TODAY
    return Reading(Criterion(kind, Finding.MET, shown, open=still_open), since=_unbroken(long))


def _no_long_gap(gaps: Sequence[Gap]) -> Reading:
    """Say that there was none, once there are enough cycles to say so."""
    kind = CriterionKind.SIXTY_DAY_GAP
    if len(_closed(gaps)) < FEWEST_LENGTHS:
        return Reading(Criterion(kind, Finding.NOT_KNOWABLE, because=Unreadable.TOO_FEW_CYCLES))
    return Reading(Criterion(kind, Finding.NOT_MET))


def _unbroken(long: Sequence[Gap]) -> date:
    """Return the 60th day of the first gap from which on no year passed without another."""
    reached = timedelta(days=LONG_GAP_DAYS)
    first = long[-1]
    for gap in reversed(long[:-1]):
        if (first.quiet_from + reached - gap.span.end).days > WINDOW_DAYS:
            break
        first = gap
    return first.quiet_from + reached


def gaps_of_twelve_months(gaps: Sequence[Gap], bleeds: Sequence[date]) -> list[Gap]:
    """Return the stretches without bleeding of twelve months or more, oldest first.

    Each begins with the last bleed inside its cycle, bleeding between menses included. One may end
    where bleeding became unreadable: the twelve months had passed by then.

    Args:
        gaps: One for each readable cycle.
        bleeds: The days from which all bleeds are counted, oldest first.
    """
    found = []
    for gap in gaps:
        place = bisect_right(bleeds, gap.span.last) - 1
        start = max(gap.span.start, bleeds[place]) if place >= 0 else gap.span.start
        if days_since(gap, start) >= TWELVE_MONTHS_DAYS:
            found.append(Gap(DateRange(start, gap.span.end), gap.ending, start))
    return found


@dataclass(frozen=True, slots=True)
class _Deviation:
    """One deviating cycle: the places of the differences it makes, into it and perhaps out of it.

    Attributes:
        first: Place of the deviating cycle.
        last: The same, or the place after it when the next cycle is back.
    """

    first: int
    last: int


def seven_day_difference(gaps: Sequence[Gap]) -> Reading:
    """Look for a difference of 7 days or more that recurs within 10 cycles, and still does.

    One deviating cycle makes two differences, into it and out of it; they count as one, so two
    *separate* deviations are asked for, the later of them among the last 10 cycles. Cycles on both
    sides of an unreadable time are not compared with each other.
    """
    kind = CriterionKind.SEVEN_DAY_DIFFERENCE
    closed = _closed(gaps)
    if len(closed) < FEWEST_LENGTHS:
        return Reading(Criterion(kind, Finding.NOT_KNOWABLE, because=Unreadable.TOO_FEW_CYCLES))
    chain = _latest_chain(_deviations(closed))
    if not chain or len(closed) - chain[-1].last > WITHIN_CYCLES:
        return Reading(Criterion(kind, Finding.NOT_MET))
    spans = tuple(closed[found.first].span for found in chain)
    lengths = tuple((closed[found.first - 1].days, closed[found.first].days) for found in chain)
    if len(chain) > 1:
        return Reading(
            Criterion(kind, Finding.MET, spans, lengths), since=closed[chain[1].first].span.end
        )
    came_back = chain[0].last > chain[0].first
    remark = Remark.ONE_UNUSUAL_CYCLE if came_back else Remark.NOT_YET_PERSISTENT
    return Reading(Criterion(kind, Finding.NOT_MET, spans, lengths), remark=remark)


def _closed(gaps: Sequence[Gap]) -> list[Gap]:
    return [gap for gap in gaps if gap.ending is Ending.ONSET]


def _deviations(closed: Sequence[Gap]) -> list[_Deviation]:
    """Gather differences into deviations: a step back right after a step away belongs to it."""
    steps = [
        (place, after.days - before.days)
        for place, (before, after) in enumerate(pairwise(closed), start=1)
        if before.span.end == after.span.start and abs(after.days - before.days) >= DIFFERENCE_DAYS
    ]
    found: list[_Deviation] = []
    away: int | None = None  # the step that opened the newest deviation, while it can be answered
    for place, step in steps:
        if away is not None and found[-1].last == place - 1 and (step > 0) is not (away > 0):
            found[-1] = _Deviation(found[-1].first, place)
            away = None
        else:
            found.append(_Deviation(place, place))
            away = step
    return found


def _latest_chain(found: Sequence[_Deviation]) -> list[_Deviation]:
    """Return the newest deviations, each within 10 cycles of the one before, oldest first."""
    chain = list(found[-1:])
    for deviation in reversed(found[:-1]):
        if chain[0].first - deviation.last > WITHIN_CYCLES:
            break
        chain.insert(0, deviation)
    return chain
