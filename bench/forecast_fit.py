"""Fitting what the models know from other women: the likeliest numbers, her own ones summed out."""

from collections.abc import Sequence
from math import exp, log
from typing import Final

import numpy as np
from scipy.optimize import minimize

from bench.forecast_data import Woman
from journal.cycle.length_model import SHIPPED
from journal.cycle.ovulation_model import (
    SHIPPED_OVULATION,
    OvulationPriors,
    is_estimated,
    usual_length,
)
from journal.cycle.own_variance import (
    Floats,
    OwnVariancePrior,
    log_likelihood,
    log_prior,
    variance_grid,
)

# What one woman's value is, and what it follows with a slope that is fitted too.
Group = Sequence[tuple[float, float]]
# Degrees of freedom are hardly told by the data; this keeps them between about 1 and 25.
_NU_MIDDLE: Final = 5.0
_NU_SPREAD: Final = 1.5


def fit_lengths(women: Sequence[Woman]) -> OwnVariancePrior:
    """Fit the model of lengths."""
    return fit([[(log(days), 0.0) for days in woman.lengths] for woman in women], SHIPPED)[0]


def fit_ovulation(women: Sequence[Woman], lengths: OwnVariancePrior) -> OvulationPriors:
    """Fit the models of ovulation."""
    start = SHIPPED_OVULATION
    seen = [(woman, woman.observed()) for woman in women]
    given, slope = fit(
        [
            [(day, length) for length, day in pairs if is_estimated(length)]
            for _woman, pairs in seen
        ],
        start.given_length,
        start.length_slope,
    )
    beside, level_slope = fit(
        [
            [(log(day), usual_length(woman.lengths, lengths)) for _length, day in pairs]
            for woman, pairs in seen
        ],
        start.beside_lengths,
        start.level_slope,
    )
    ahead, _ = fit([[(log(day), 0.0) for _length, day in pairs] for _, pairs in seen], start.ahead)
    after, after_slope = fit([pairs for _, pairs in seen], start.after, start.after_slope)
    return OvulationPriors(
        given_length=given,
        length_slope=slope,
        ahead=ahead,
        beside_lengths=beside,
        level_slope=level_slope,
        after=after,
        after_slope=after_slope,
        lengths=lengths,
    )


def fit(
    groups: Sequence[Group], start: OwnVariancePrior, slope: float | None = None
) -> tuple[OwnVariancePrior, float]:
    """Find the prior, and the slope if one is given to start with, that explain the groups best.

    Args:
        groups: For each woman, her values and what they follow.
        start: Where the search begins; its grid of variances is kept.
        slope: Where the search for the slope begins; None for a slope of 0.
    """
    facts = _Sums.of([group for group in groups if group])

    def prior_at(at: Floats) -> OwnVariancePrior:
        within, between, nu = (exp(value) for value in at[1:4])
        return OwnVariancePrior(float(at[0]), between, nu, within, start.least_sd, start.most_sd)

    def cost(at: Floats) -> float:
        lean = 0.5 * ((at[3] - log(_NU_MIDDLE)) / _NU_SPREAD) ** 2
        return float(lean - facts.log_likelihood(prior_at(at), at[4] if len(at) > 4 else 0.0))  # noqa: PLR2004 - the slope is fifth

    first = [start.mean, *map(log, (start.within_sd, start.between_sd, start.degrees_of_freedom))]
    first += [] if slope is None else [slope]
    options = {"xatol": 1e-4, "fatol": 1e-4, "maxiter": 4000, "maxfev": 4000}
    best = minimize(cost, np.array(first), method="Nelder-Mead", options=options).x
    return prior_at(best), 0.0 if slope is None else float(best[4])


class _Sums:
    """For each woman: how many values, their means, and the sums of squares about them."""

    def __init__(self, rows: list[list[float]]) -> None:
        table = np.array(rows).T[:, :, None]
        self.count, self.mean, self.mean_of, self.spread, self.both, self.spread_of = table

    @classmethod
    def of(cls, groups: Sequence[Group]) -> "_Sums":
        return cls([_sums(np.array(group, dtype=np.float64)) for group in groups])

    def log_likelihood(self, prior: OwnVariancePrior, slope: float) -> float:
        variances = variance_grid(prior)
        weights = log_prior(prior, variances)
        spread = self.spread - 2 * slope * self.both + slope**2 * self.spread_of
        terms = log_likelihood(
            self.count, self.mean - slope * self.mean_of, spread, prior=prior, variances=variances
        )
        each = np.logaddexp.reduce(weights + terms, axis=1)
        return float((each - np.logaddexp.reduce(weights)).sum())


def _sums(group: Floats) -> list[float]:
    value, of = group.T
    off, off_of = value - value.mean(), of - of.mean()
    sums = [float(value.mean()), float(of.mean())]
    return [float(len(value)), *sums, float(off @ off), float(off @ off_of), float(off_of @ off_of)]
