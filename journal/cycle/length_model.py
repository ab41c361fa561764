"""How long a cycle is likely to be, from the lengths of her own past cycles.

A hierarchical lognormal model in which each woman has her own usual length and her own regularity
(`own_variance`): with no cycle of hers it says what other women's say, with each one more of hers.
While a cycle runs, the lengths it has outgrown are dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Final

import numpy as np

from journal.cycle.own_variance import Floats, NormalMixture, OwnVariancePrior, next_value
from journal.cycle.whole_days import COVERAGE, WholeDays, whole_days

# Fitted to 1,649 cycles of 159 women who recorded them to know their cycle (FedCycle data,
# Marquette University); standard deviations are on the scale of logarithms. The grid of a woman's
# own standard deviation runs from half a day to nine and a half in a cycle of 29 days.
SHIPPED: Final = OwnVariancePrior(
    mean=log(29.27),
    between_sd=0.0866,
    degrees_of_freedom=3.65,
    within_sd=0.0695,
    least_sd=0.5 / 29,
    most_sd=sqrt(90) / 29,
)
# Those women chose to watch their cycles; in the records of apps women lie further apart (Bull et
# al. 2019, Li et al. 2022). On the bench it costs women like them nothing that can be told apart
# from chance, so it is used for everybody.
OTHER_WOMEN_WIDENING: Final = 1.3
# Newer cycles only, about three years: what a forecast costs must not grow with the years, and
# older ones change no figure of the bench.
MOST_CYCLES: Final = 36
# Variability by age beside that at 35–39 (Apple Women's Health Study, Li et al. 2023; 165,668
# cycles of 12,608 women): first age, last age, factor.
VARIABILITY_BY_AGE: Final = ((0, 19, 1.46), (45, 49, 1.45), (50, 200, 3.0))
_HALVINGS: Final = 40


@dataclass(frozen=True, slots=True)
class LengthPrediction:
    """How likely each length is.

    Attributes:
        past: How many of her cycles it was learned from.
        days: Probability of each length in whole days.
    """

    past: int
    days: WholeDays
    _log_length: NormalMixture

    @property
    def median(self) -> int:
        """The middle, in whole days."""
        return self.days.median

    def interval(self, coverage: float = COVERAGE) -> tuple[int, int]:
        """Return the shortest and the longest length, both inside, of about this probability."""
        return self.days.interval(coverage)

    def probability(self, days: int) -> float:
        """Return how likely exactly this length is."""
        return self.days.probability(days)

    def quantile(self, share: float) -> float:
        """Return the length that this share of cycles does not exceed, in days and fractions.

        Args:
            share: Between 0 and 1, both outside.
        """
        day = self.days.first_day_by(share)
        below, above = day - 0.5, day + 0.5
        least = self._log_above(self.days.first - 0.5)
        for _ in range(_HALVINGS):
            middle = (below + above) / 2
            come = 1 - np.exp(self._log_above(middle) - least)
            below, above = (middle, above) if come < share else (below, middle)
        return (below + above) / 2

    def _log_above(self, days: float) -> float:
        return float(_log_above(self._log_length, np.array([days]))[0])


def predict_length(
    past: Sequence[int], *, prior: OwnVariancePrior = SHIPPED, at_least_days: int = 0
) -> LengthPrediction:
    """Return how likely each length of the cycle is.

    Args:
        past: Lengths of her past cycles in days, each at least 1, oldest first; only the newest
            `MOST_CYCLES` count.
        prior: What is known from other women.
        at_least_days: The shortest length still possible, because so many days have passed.
    """
    newest = past[-MOST_CYCLES:]
    log_length = next_value([log(length) for length in newest], prior)
    days = whole_days(lambda edges: _log_above(log_length, edges), first=max(at_least_days, 1))
    return LengthPrediction(len(newest), days, log_length)


def prior_for_age(age_years: int | None) -> OwnVariancePrior:
    """Return what is known from other women of her age; where it is not known, of any age.

    The spread of one woman's lengths is multiplied as the Apple Women's Health Study found it by
    age; that of the women's usual lengths by the square root, as the study does not give it.
    """
    factor = _variability(age_years)
    return SHIPPED.widened(between=OTHER_WOMEN_WIDENING * sqrt(factor), within=factor)


def _variability(age_years: int | None) -> float:
    if age_years is None:
        return 1.0
    return next((by for first, last, by in VARIABILITY_BY_AGE if first <= age_years <= last), 1.0)


def _log_above(log_length: NormalMixture, days: Floats) -> Floats:
    return log_length.log_above(np.log(days))
