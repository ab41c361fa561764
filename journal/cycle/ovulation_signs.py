"""Ovulation as the signs of one cycle show it: LH test, waking temperature, mucus.

    LH test positive  -> ovulation on the day after the first positive
    temperature rise  -> ovulation on the day before the first high reading
    mucus peak        -> ovulation on the peak day

One sign gives the date, in this order; the days the others point to stand beside it and are never
averaged into it. It looks back at a diary and says nothing about which days are fertile.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from journal.cycle.body_signs import BodySignDay
from journal.cycle.cycles import Cycle
from journal.cycle.mucus import mucus_peak
from journal.cycle.ovulation import Ovulation, OvulationSign
from journal.cycle.temperature import temperature_shift
from journal.domain.days import LhTest, Mucus
from journal.domain.ranges import days_after

# PACTS (Nagpal et al. 2025): ovulation is the day after the first positive LH test.
LH_TO_OVULATION_DAYS: Final = 1
# Sensiplan's first high reading follows ovulation; within 1 day of it in 84 % of simulated cycles.
OVULATION_TO_FIRST_HIGH_DAYS: Final = 1
# Leiva et al. 2017 call a surge over after three negative tests; a shorter break is one surge.
LONGEST_BREAK_IN_SURGE_DAYS: Final = 2
# Ours: twice the spread of the delay from LH peak to rise, 1.5 days (Prior et al. 1990).
MOST_DAYS_APART: Final = 3
# Ours: mucus by itself is weak, so it must be the kind Ecochard et al. 2015 call peak mucus.
PEAK_ALONE: Final = Mucus.EGG_WHITE

# Days before and after the day a sign points to that hold about four of five ovulations.
# LH test: the test day and the two after it hold 24 of 26 (Miller and Soules 1996); the test day
# and the next alone 19 of those, and 91 % in another study (Behre et al. 2000).
LH_DAYS_BEFORE: Final = 1
LH_DAYS_AFTER: Final = 1
# Temperature: the rise comes 2.4 days (SD 1.5) after the LH peak (Prior et al. 1990), ovulation
# 0.46 days after it (Ecochard et al. 2001): true ovulation tends to lie earlier, not later.
TEMPERATURE_DAYS_BEFORE: Final = 2
TEMPERATURE_DAYS_AFTER: Final = 1
# Mucus: 88 % of days of best mucus lie within 2 days of ovulation (Porucznik et al. 2014).
MUCUS_DAYS_BEFORE: Final = 2
MUCUS_DAYS_AFTER: Final = 2

# Named once: looking a member up in its enum for every day of forty years is felt.
POSITIVE: Final = LhTest.POSITIVE
LH_TEST: Final = OvulationSign.LH_TEST
TEMPERATURE: Final = OvulationSign.TEMPERATURE
MUCUS: Final = OvulationSign.MUCUS
SPANS: Final = {
    LH_TEST: (LH_DAYS_BEFORE, LH_DAYS_AFTER),
    TEMPERATURE: (TEMPERATURE_DAYS_BEFORE, TEMPERATURE_DAYS_AFTER),
    MUCUS: (MUCUS_DAYS_BEFORE, MUCUS_DAYS_AFTER),
}


def observed_ovulation(
    cycle_days: Sequence[BodySignDay], cycle: Cycle | None = None
) -> Ovulation | None:
    """Read the ovulation of one cycle from its days, oldest first.

    A positive test on the last day gives an ovulation tomorrow: the sign was observed, the day it
    points to is still to come. Nothing after the last day given is used.

    Args:
        cycle_days: The days of the cycle that have any body sign.
        cycle: The cycle they lie in. Its span keeps the answer inside, and a test whose day would
            be the next onset or later is left out.

    Returns:
        The ovulation, or None if no sign shows one.
    """
    shift = temperature_shift(cycle_days)
    peak = mucus_peak(cycle_days, shift.complete_on if shift else None)
    rise = shift.first_high - timedelta(days=OVULATION_TO_FIRST_HIGH_DAYS) if shift else None
    by_test = _days_by_test(cycle_days, cycle.end if cycle else None)
    signs = [(LH_TEST, day) for day in by_test]
    signs += [(TEMPERATURE, rise)] if rise else []
    signs += [(MUCUS, peak.date)] if peak else []

    tested = _chosen_test(by_test, rise, peak.date if peak else None)
    if tested:
        day, last = tested
        return _placed((LH_TEST, day), signs, cycle, last)
    if rise:
        return _placed((TEMPERATURE, rise), signs, cycle, rise)
    if peak and peak.quality is PEAK_ALONE:
        return _placed((MUCUS, peak.date), signs, cycle, peak.date)
    return None


def signs_by_cycle(
    cycles: Sequence[Cycle], body_signs: Sequence[BodySignDay]
) -> list[list[BodySignDay]]:
    """Lay each day into the cycle it belongs to; both oldest first, days outside are left out."""
    dates = [day.date for day in body_signs]
    return [
        list(
            body_signs[
                bisect_left(dates, cycle.onset) : (
                    len(dates) if cycle.end is None else bisect_left(dates, cycle.end)
                )
            ]
        )
        for cycle in cycles
    ]


def double_check(cycle_days: Sequence[BodySignDay]) -> date | None:
    """Return the day on which temperature and mucus had both confirmed ovulation, if they did."""
    shift = temperature_shift(cycle_days)
    peak = mucus_peak(cycle_days, shift.complete_on) if shift else None
    return max(shift.complete_on, peak.complete_on) if shift and peak else None


def _days_by_test(days: Sequence[BodySignDay], end: date | None) -> list[date]:
    """Return the ovulation each surge points to, within the cycle."""
    positive = [day.date for day in days if day.lh_test is POSITIVE]
    longest = timedelta(days=LONGEST_BREAK_IN_SURGE_DAYS + 1)
    first = positive[:1] + [day for before, day in pairwise(positive) if day - before > longest]
    ovulations = [days_after(day, LH_TO_OVULATION_DAYS) for day in first]
    return [day for day in ovulations if end is None or day < end]


def _chosen_test(
    by_test: list[date], rise: date | None, peak: date | None
) -> tuple[date, date] | None:
    """Choose the surge to believe, or none where the temperature speaks against all of them.

    A first surge may come to nothing: in 31 % of cycles three negative tests follow a positive
    one before ovulation (Leiva et al. 2017). The rise, else the peak, tells which surge was
    followed by ovulation; the earlier of two that lie equally near, because a rise comes after it.
    Without either it is the first, as in PACTS, and ovulation may still belong to the last.

    Returns:
        The ovulation of the chosen surge, and of the last surge that may be meant instead.
    """
    evidence = rise or peak
    if evidence and by_test:
        nearest = min(by_test, key=lambda day: abs(day - evidence))
        if abs(nearest - evidence) <= timedelta(days=MOST_DAYS_APART):
            return nearest, nearest
    return (by_test[0], by_test[-1]) if by_test and not rise else None


def _placed(
    chosen: tuple[OvulationSign, date],
    signs: Sequence[tuple[OvulationSign, date]],
    cycle: Cycle | None,
    last: date,
) -> Ovulation:
    """Give the chosen day its span, up to what `last` allows, and the other signs beside it."""
    sign, day = chosen
    before, after = SPANS[sign]
    earliest, latest = days_after(day, -before), days_after(last, after)
    if cycle:
        earliest = max(earliest, cycle.onset)
        latest = latest if cycle.end is None else min(latest, days_after(cycle.end, -1))
    also = tuple(other for other in signs if other != chosen)
    return Ovulation(day, sign, earliest, latest, also)


def ruled_out_until(cycle_days: Sequence[BodySignDay]) -> date | None:
    """Return the date up to which tests rule ovulation out, in a cycle that showed none so far.

    A negative test means that no surge had begun by its day. A temperature that has not risen rules
    nothing out: the rise can be slow, or hidden by disturbed nights.
    """
    return max((day.date for day in cycle_days if day.lh_test is LhTest.NEGATIVE), default=None)
