"""What one woman's next value may be, from her own past values and from other women's.

A hierarchical normal model in which each woman has her own mean and her own variance. What is
modelled (logarithms of lengths, days) is the business of the caller.

    x of one cycle ~ N(her mean, her variance)
    her mean       ~ N(mean, between_sd²)
    her variance   ~ scaled inverse chi-squared (degrees_of_freedom, within_sd²)

Her variance is summed over a grid, so nothing is sampled and the answer is always the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

# More points move no whole day of a forecast.
VARIANCES: Final = 60
# Press et al. 1992, Numerical Recipes, section 6.2: erfc to 1.2e-7 of itself however far out, which
# is what the far tail of a long cycle needs.
_ERFC: Final = (
    -1.26551223,
    1.00002368,
    0.37409196,
    0.09678418,
    -0.18628806,
    0.27886807,
    -1.13520398,
    1.48851587,
    -0.82215223,
    0.17087277,
)


@dataclass(frozen=True, slots=True)
class OwnVariancePrior:
    """What is known from other women.

    Attributes:
        mean: Middle of the women's means.
        between_sd: How far the means of women lie apart.
        degrees_of_freedom: How alike the women's variances are; small is unlike.
        within_sd: The usual standard deviation of one woman.
        least_sd: Least standard deviation the grid allows a woman.
        most_sd: Greatest one.
        judging_sd: What her variance is judged with instead of `between_sd`, if not the same. A
            mean far from other women's would otherwise speak for a large variance, and a prior
            that expects women further apart would make her look more regular than before.
    """

    mean: float
    between_sd: float
    degrees_of_freedom: float
    within_sd: float
    least_sd: float
    most_sd: float
    judging_sd: float | None = None

    def widened(self, *, between: float = 1.0, within: float = 1.0) -> Self:
        """Return a prior that expects women further apart, or less regular, by these factors."""
        return replace(
            self,
            between_sd=self.between_sd * between,
            within_sd=self.within_sd * within,
            least_sd=self.least_sd * within,
            most_sd=self.most_sd * within,
            judging_sd=self.judging_sd or self.between_sd,
        )


@dataclass(frozen=True, slots=True, eq=False)
class NormalMixture:
    """A sum of normal distributions; one entry per point of the grid of variances."""

    log_weights: Floats
    means: Floats
    sds: Floats

    def log_above(self, values: Floats) -> Floats:
        """Return the logarithm of the probability of more than each of these values."""
        z = (values[:, None] - self.means) / self.sds
        terms = self.log_weights + log_upper_tail(z)
        top = terms.max(axis=1)
        summed: Floats = top + np.log(np.exp(terms - top[:, None]).sum(axis=1))
        return summed

    def shifted(self, by: float) -> "NormalMixture":
        """Return the distribution of the value plus `by`."""
        return replace(self, means=self.means + by)

    @property
    def mean(self) -> float:
        """The expected value."""
        return float(np.exp(self.log_weights) @ self.means)


def next_value(past: Sequence[float], prior: OwnVariancePrior) -> NormalMixture:
    """Return the distribution of her next value.

    Args:
        past: Her values so far, in any order; none is fine.
        prior: What is known from other women.
    """
    variances = variance_grid(prior)
    values = np.asarray(past, dtype=np.float64)
    count, total = len(values), float(values.sum())
    spread = float(((values - total / count) ** 2).sum()) if count else 0.0
    log_weights = log_prior(prior, variances)
    if count:
        log_weights = log_weights + log_likelihood(
            count, total / count, spread, prior=prior, variances=variances
        )
    log_weights = log_weights - log_weights.max()
    precision = 1.0 / prior.between_sd**2 + count / variances
    means = (prior.mean / prior.between_sd**2 + total / variances) / precision
    return NormalMixture(
        log_weights - np.log(np.exp(log_weights).sum()), means, np.sqrt(1.0 / precision + variances)
    )


def log_likelihood(
    count: Floats | int,
    mean: Floats | float,
    spread: Floats | float,
    *,
    prior: OwnVariancePrior,
    variances: Floats,
) -> Floats:
    """Return how well each variance explains her values, up to a constant.

    Her mean is summed out: the values are N(mean·1, variance·I + between_sd²·11'). Several women
    at once are columns of numbers.

    Args:
        count: How many values.
        mean: Their mean.
        spread: Sum of their squared distances from it.
        prior: What is known from other women.
        variances: The grid.
    """
    of_mean = variances + count * (prior.judging_sd or prior.between_sd) ** 2
    apart = count * (mean - prior.mean) ** 2
    terms = (count - 1) * np.log(variances) + np.log(of_mean) + spread / variances + apart / of_mean
    weights: Floats = -0.5 * terms
    return weights


def log_upper_tail(z: Floats) -> Floats:
    """Return the logarithm of the probability that a standard normal value exceeds z."""
    size = np.abs(z) / np.sqrt(2.0)
    t = 1.0 / (1.0 + 0.5 * size)
    series = np.full_like(t, _ERFC[-1])
    for coefficient in _ERFC[-2::-1]:
        series = series * t + coefficient
    far = np.log(0.5 * t) - size**2 + series
    tail: Floats = np.where(z >= 0, far, np.log1p(-np.exp(far)))
    return tail


@lru_cache(maxsize=64)
def variance_grid(prior: OwnVariancePrior) -> Floats:
    """Return the variances that are summed over, evenly spaced as logarithms."""
    grid: Floats = np.geomspace(prior.least_sd**2, prior.most_sd**2, VARIANCES)
    grid.flags.writeable = False  # shared by everybody who asks
    return grid


def log_prior(prior: OwnVariancePrior, variances: Floats) -> Floats:
    """Return how likely each variance is before any value of hers, up to a constant."""
    # The density of a scaled inverse chi-squared, times the width of a logarithmic step.
    nu = prior.degrees_of_freedom
    weights: Floats = -nu / 2 * np.log(variances) - nu * prior.within_sd**2 / (2 * variances)
    return weights
