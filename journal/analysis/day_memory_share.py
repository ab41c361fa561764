"""How much of the variation of a rating goes with several columns together, with an interval.

The part of the rating that goes with columns X is Xβ, and its share of the variation is β'Vβ / v:
V is how the columns vary over the rated days, v how the rating does. Put in plainly, estimates say
too much, for chance alone makes β̂'Vβ̂ larger than zero. So it is asked which true shares make what
was found neither too small nor too large: with β̂ normal around β with the covariance W of the
engine, β̂'Vβ̂ is a sum of weighed noncentral χ², whose tail is taken from one noncentral F with the
same mean, variance and skewness (Liu, Tang & Zhang 2009), in each cell of the grid, and mixed by
the weights of the model without the columns. The direction of β is taken as found.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import special

from journal.analysis.day_memory import RatedDays
from journal.analysis.day_memory_columns import OWN_SHARE, told_apart
from journal.analysis.day_memory_grid import Floats, GridGrams, grid_grams
from journal.analysis.day_memory_mixture import HALVINGS, USUAL_LEVEL, normalised

# A cell of less weight moves no share by what could be read.
LEAST_WEIGHT: Final = 1e-6
# Noncentral F needs a number above zero where it is central.
ALMOST_CENTRAL: Final = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class VariationShare:
    """How much of the variation goes with the columns.

    Attributes:
        found: β̂'Vβ̂, by cell.
        parts: What it is the sum of, (cells, directions): how large chance makes each.
        strengths: How far each direction is from nothing, in squared standard errors.
        weights: Of the cells.
        variance: Of the rating, in squared points.
        freedom: Days less columns.
    """

    found: Floats
    parts: Floats
    strengths: Floats
    weights: Floats
    variance: float
    freedom: int

    @property
    def share(self) -> float:
        """The share that is as likely too small as too large, 0 to 1."""
        return self._where(0.5)

    def interval(self, level: float = USUAL_LEVEL) -> tuple[float, float]:
        """Return the interval of a level, 0 < level < 1; both ends may be 0."""
        return self._where((1 + level) / 2), self._where((1 - level) / 2)

    def below(self, share: float) -> float:
        """Return how likely no more than this would be found were `share` the true one."""
        true = share * self.variance
        strengths = self.strengths * (true / self.found)[:, None]
        each = _no_more(self.found, self.parts, strengths, self.freedom)
        return float(self.weights @ each)

    def _where(self, level: float) -> float:
        return _falls_to(self.below, level)


def variation_share(rated: RatedDays, base: Floats, columns: Floats) -> VariationShare | None:
    """Ask how much of a rating's variation goes with columns, beside a base.

    Args:
        rated: The outcome.
        base: Columns taken account of, (days, columns).
        columns: What is asked about, (days, columns); what the base or the others tell is dropped.

    Returns:
        None where nothing can be said, or the columns and the base tell the rating wholly.
    """
    kept = np.linalg.qr(base[:, told_apart(base)])[0]
    asked = columns[:, told_apart(columns - kept @ (kept.T @ columns), columns)]
    left = rated.ratings - kept @ (kept.T @ rated.ratings)
    freedom = rated.count - kept.shape[1] - asked.shape[1]
    nothing_left = np.linalg.norm(left) <= OWN_SHARE * np.linalg.norm(rated.ratings)
    if not asked.shape[1] or freedom < 1 or nothing_left:
        return None
    both = np.linalg.qr(np.column_stack([kept, asked]))[0]
    beyond = rated.ratings - both @ (both.T @ rated.ratings)
    if np.linalg.norm(beyond) <= OWN_SHARE * np.linalg.norm(rated.ratings):
        return None
    first, variance = kept.shape[1], np.cov(asked.T, bias=True).reshape(asked.shape[1], -1)
    # Products with what is free of the base keep their digits; it tells the same.
    free = asked - kept @ (kept.T @ asked)
    grams = grid_grams(rated.days, np.column_stack([kept, free, left]))
    return _share(grams, first, variance, rated, freedom)


def _share(
    grams: GridGrams, first: int, variance: Floats, rated: RatedDays, freedom: int
) -> VariationShare:
    base = grams.kept[:, :first, :first]
    told = np.linalg.solve(base, grams.kept[:, :first, first:])
    rest = grams.kept[:, first:, first:] - np.matmul(grams.kept[:, first:, :first], told)
    likely = -(grams.log_det + np.linalg.slogdet(base)[1]) / 2
    likely = likely - (rated.count - first) / 2 * np.log(rest[:, -1, -1])
    weights = normalised(likely)
    cells = weights > LEAST_WEIGHT
    weights, rest = weights[cells] / weights[cells].sum(), rest[cells]
    own, shared = rest[:, :-1, :-1], rest[:, :-1, -1:]
    estimates = np.linalg.solve(own, shared)
    left = rest[:, -1, -1] - np.matmul(shared.transpose(0, 2, 1), estimates)[:, 0, 0]
    errors = np.linalg.cholesky(np.linalg.inv(own) * (left / freedom)[:, None, None])
    apart, turns = np.linalg.eigh(np.matmul(errors.transpose(0, 2, 1), np.matmul(variance, errors)))
    parts = np.maximum(apart, 0.0)
    strengths = (
        np.matmul(turns.transpose(0, 2, 1), np.linalg.solve(errors, estimates))[:, :, 0] ** 2
    )
    found = np.einsum("cd,cd->c", parts, strengths)
    whole = float(np.var(rated.ratings))
    return VariationShare(found, parts, strengths, weights, whole, freedom)


def _no_more(found: Floats, parts: Floats, strengths: Floats, freedom: int) -> Floats:
    """Return P(Σ parts · χ²(1, strengths) ≤ found) by cell, after Liu, Tang & Zhang (2009)."""
    first, second, third, fourth = (
        (parts**power * (1 + power * strengths)).sum(axis=1) for power in (1, 2, 3, 4)
    )
    skew, flat = third / second**1.5, fourth / second**2
    root = np.sqrt(np.maximum(skew**2 - flat, 0.0))
    wide = 1 / (skew - root)
    away = np.where(root > 0, skew * wide**3 - wide**2, 0.0)
    columns = wide**2 - 2 * away
    at = (found - first) / np.sqrt(second) * wide + columns + away
    inside = at > 0
    scaled = np.where(inside, at, 1.0) / columns
    each = special.ncfdtr(columns, freedom, np.maximum(away, ALMOST_CENTRAL), scaled)
    return np.where(inside, each, 0.0)


def _falls_to(below: Callable[[float], float], level: float) -> float:
    """Return where what falls with the share crosses a level; an end of 0 to 1 where nowhere."""
    low, high = 0.0, 1.0
    if below(low) <= level:
        return low
    if below(high) >= level:
        return high
    for _ in range(HALVINGS // 2):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) > level else (low, middle)
    return (low + high) / 2
