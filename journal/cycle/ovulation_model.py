"""On which day ovulation was or will be likely where no sign of it was seen; and what follows it.

Convention: an ovulation day is a cycle day, the onset being day 1; `observed` holds the length in
days and the ovulation day of her past cycles in which a sign was seen, oldest first. The same
hierarchical model as for lengths (`own_variance`), of what stays most alike in one woman:

    onset      ovulation            next onset
    |1 2 3 …   o                    |
    the length is known:   o − slope × length
    looking ahead:         log o, in her newest cycles; until one was seen, log o beside her lengths
    ovulation was seen:    length − slope × o
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import log
from typing import Final, TypeAlias

import numpy as np

from journal.cycle.cycles import Cycle
from journal.cycle.length_model import MOST_CYCLES, SHIPPED
from journal.cycle.ovulation import Ovulation, OvulationSign
from journal.cycle.own_variance import OwnVariancePrior, next_value
from journal.cycle.whole_days import WholeDays, whole_days

Observed: TypeAlias = Sequence[tuple[int, int]]

# PACTS estimates ovulation only in closed cycles of these lengths (Nagpal et al. 2025).
SHORTEST_ESTIMATED_DAYS: Final = 21
LONGEST_ESTIMATED_DAYS: Final = 35
# Looking ahead, the ovulation days of about half a year say more than all of hers: they drift.
NEWEST_OVULATIONS: Final = 6
# How far one woman's days may spread, as standard deviations: half a day to eight days, and the
# like of it as a share of an ovulation day.
_DAYS_GRID: Final = (0.5, 8.0)
_LOG_GRID: Final = (0.02, 0.6)


@dataclass(frozen=True, slots=True)
class OvulationPriors:
    """What is known from other women.

    Attributes:
        given_length: Ovulation day less `length_slope` × length, in days.
        length_slope: How many days later ovulation is in a cycle that is one day longer.
        ahead: Logarithm of the ovulation day.
        beside_lengths: The same, less `level_slope` × how far her usual length lies from that of
            other women, as a logarithm; for one whose ovulation was never observed.
        after: Length less `after_slope` × ovulation day, in days.
        after_slope: How many days longer a cycle is whose ovulation is one day later; below 1, as
            the days after a late ovulation are a little fewer.
        lengths: What her usual length is read with.
    """

    given_length: OwnVariancePrior
    length_slope: float
    ahead: OwnVariancePrior
    beside_lengths: OwnVariancePrior
    level_slope: float
    after: OwnVariancePrior
    after_slope: float
    lengths: OwnVariancePrior = SHIPPED


def in_days(mean: float, between_sd: float, nu: float, within_sd: float) -> OwnVariancePrior:
    """Make a prior of days."""
    return OwnVariancePrior(mean, between_sd, nu, within_sd, *_DAYS_GRID)


def in_logarithms(mean: float, between_sd: float, nu: float, within_sd: float) -> OwnVariancePrior:
    """Make a prior of logarithms of days."""
    return OwnVariancePrior(mean, between_sd, nu, within_sd, *_LOG_GRID)


# Fitted to 636 cycles of 72 women with a fertility monitor and mucus observation (FedCycle data,
# Marquette University); `python3 -m bench.forecast` fits and checks them.
SHIPPED_OVULATION: Final = OvulationPriors(
    given_length=in_days(-5.06, 1.71, 2.10, 1.005),
    length_slope=0.719,
    ahead=in_logarithms(2.750, 0.174, 4.28, 0.110),
    beside_lengths=in_logarithms(2.758, 0.125, 4.28, 0.111),
    level_slope=1.535,
    after=in_days(15.36, 1.85, 1.69, 1.110),
    after_slope=0.87,
)


def estimated_ovulation(
    cycle: Cycle, observed: Observed, *, priors: OvulationPriors = SHIPPED_OVULATION
) -> Ovulation | None:
    """Estimate when ovulation was in a cycle that has ended.

    Args:
        cycle: The cycle; one without a length, or with an unusual one, has no estimate.
        observed: Her cycles in which ovulation was observed; only the newest 36 count.
        priors: What is known from other women.
    """
    length = cycle.length_days
    if length is None or not is_estimated(length):
        return None
    days = ovulation_day_given_length(length, observed, priors=priors)
    middle, low, high = (
        cycle.onset + timedelta(days=day - 1) for day in (days.median, *days.shortest_interval())
    )
    return Ovulation(middle, OvulationSign.CALENDAR, low, high)


def is_estimated(length_days: int) -> bool:
    """Say whether ovulation is estimated in cycles of this length."""
    return SHORTEST_ESTIMATED_DAYS <= length_days <= LONGEST_ESTIMATED_DAYS


def ovulation_day_given_length(
    length_days: int, observed: Observed, *, priors: OvulationPriors = SHIPPED_OVULATION
) -> WholeDays:
    """Return how likely each day was to be the day of ovulation, the length being known."""
    slope = priors.length_slope
    offsets = [day - slope * length for length, day in observed[-MOST_CYCLES:]]
    day_ = next_value(offsets, priors.given_length).shifted(slope * length_days)
    return whole_days(day_.log_above, first=1, last=length_days)


def predict_ovulation_day(
    observed: Observed,
    *,
    lengths: Sequence[int] = (),
    at_least_day: int = 1,
    priors: OvulationPriors = SHIPPED_OVULATION,
) -> WholeDays:
    """Return how likely each day of the cycle that is open is to be the day of ovulation.

    Args:
        observed: Her cycles in which ovulation was observed; only the newest six count.
        lengths: Lengths of her past cycles, oldest first; they count until one was observed.
        at_least_day: The first cycle day still possible, because her signs showed none before it.
        priors: What is known from other women.
    """
    if observed:
        newest = [log(day) for _length, day in observed[-NEWEST_OVULATIONS:]]
        log_day = next_value(newest, priors.ahead)
    else:
        level = usual_length(lengths, priors.lengths)
        log_day = next_value((), priors.beside_lengths).shifted(priors.level_slope * level)
    return whole_days(lambda edges: log_day.log_above(np.log(edges)), first=max(at_least_day, 1))


def length_given_ovulation(
    ovulation_day: int,
    observed: Observed,
    *,
    at_least_days: int = 0,
    priors: OvulationPriors = SHIPPED_OVULATION,
) -> WholeDays:
    """Return how likely each length is once the day of ovulation is known.

    Args:
        ovulation_day: The cycle day of ovulation.
        observed: Her earlier cycles in which ovulation was observed; only the newest 36 count.
        at_least_days: The shortest length still possible.
        priors: What is known from other women.
    """
    slope = priors.after_slope
    rests = [length - slope * day for length, day in observed[-MOST_CYCLES:]]
    length_ = next_value(rests, priors.after).shifted(slope * ovulation_day)
    return whole_days(length_.log_above, first=max(at_least_days, ovulation_day))


def usual_length(lengths: Sequence[int], prior: OwnVariancePrior) -> float:
    """Return how far her usual length lies from other women's, as a logarithm."""
    return next_value([log(length) for length in lengths[-MOST_CYCLES:]], prior).mean - prior.mean
