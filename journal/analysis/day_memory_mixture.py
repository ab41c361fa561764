"""What is said after weighing every cell of the grid: a mixture of Student's t, or of F."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import special

# Each step halves the bracket: 60 of them are finer than the numbers themselves.
HALVINGS: Final = 60
USUAL_LEVEL: Final = 0.95
# Of a value, and far finer than it is ever shown.
CLOSE_ENOUGH: Final = 1e-10


@dataclass(frozen=True, slots=True)
class StudentMixture:
    """One effect: an estimate and its error in each cell, and how much each cell counts.

    Attributes:
        weights: Of the cells, summing to 1.
        estimates: In units of the rating per unit of the column.
        errors: Standard errors, above zero.
        freedom: Degrees of freedom, the same in every cell.
    """

    weights: tuple[float, ...]
    estimates: tuple[float, ...]
    errors: tuple[float, ...]
    freedom: int

    @property
    def estimate(self) -> float:
        """The mean of the estimates, by their weights."""
        return float(np.dot(self.weights, self.estimates))

    @property
    def p(self) -> float:
        """Two-sided; below 1 − level exactly where the interval of that level leaves out 0."""
        below = self.share_below(0.0)
        return min(2 * min(below, 1 - below), 1.0)

    def share_below(self, value: float) -> float:
        """Return the share of the mixture below a value, 0 to 1."""
        weights, estimates, errors = self._cells()
        return float(weights @ special.stdtr(self.freedom, (value - estimates) / errors))

    def quantile(self, share: float) -> float:
        """Return the value with this share of the mixture below it, 0 < share < 1, by bisection."""
        _, estimates, errors = self._cells()
        ends = estimates + errors * special.stdtrit(self.freedom, share)
        low, high = float(ends.min()), float(ends.max())
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            if self.share_below(middle) < share:
                low = middle
            else:
                high = middle
        return (low + high) / 2

    def interval(self, level: float = USUAL_LEVEL) -> tuple[float, float]:
        """Return the ends that leave out the same share on both sides; 0 < level < 1."""
        return self.quantile((1 - level) / 2), self.quantile((1 + level) / 2)

    def _cells(self) -> tuple[NDArray[np.float64], ...]:
        return np.array(self.weights), np.array(self.estimates), np.array(self.errors)


@dataclass(frozen=True, slots=True)
class FisherMixture:
    """Several columns asked about at once.

    Attributes:
        weights: Of the cells, summing to 1.
        ratios: F in each cell.
        columns: How many are asked about.
        freedom: Degrees of freedom of what is left.
    """

    weights: tuple[float, ...]
    ratios: tuple[float, ...]
    columns: int
    freedom: int

    @property
    def p(self) -> float:
        """How often a rating that none of the columns goes with would look at least so."""
        beyond = special.fdtrc(self.columns, self.freedom, np.array(self.ratios))
        return float(np.dot(self.weights, beyond))


def normalised(log_weights: Sequence[float] | NDArray[np.float64]) -> NDArray[np.float64]:
    """Return weights that sum to 1 from their logarithms."""
    found = np.exp(np.asarray(log_weights) - np.max(log_weights))
    return np.asarray(found / found.sum(), dtype=np.float64)


def intervals(
    mixtures: Sequence[StudentMixture], levels: Sequence[float]
) -> list[tuple[float, float]]:
    """Return the interval of each mixture at its own level, all of them by one bisection."""
    if not mixtures:
        return []
    shares = [(1 + side * level) / 2 for side in (-1, 1) for level in levels]
    ends = _quantiles([*mixtures, *mixtures], np.array(shares)).reshape(2, -1)
    return list(zip(*ends.tolist(), strict=True))


def _quantiles(
    mixtures: Sequence[StudentMixture], shares: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return of each mixture the value with a share of it below, by Newton between two ends.

    Each step narrows the ends between which the value lies; one that would leave them halves them.
    """
    weights, estimates, errors = _side_by_side(mixtures)
    freedom = np.array([mixture.freedom for mixture in mixtures], dtype=np.float64)[:, None]
    ends = estimates + errors * special.stdtrit(freedom, shares[:, None])
    low, high = ends.min(axis=1), ends.max(axis=1)
    value = np.einsum("mc,mc->m", weights, ends)
    scale = np.exp(special.gammaln((freedom + 1) / 2) - special.gammaln(freedom / 2)) / np.sqrt(
        freedom * np.pi
    )
    for _ in range(HALVINGS):
        places = (value[:, None] - estimates) / errors
        over = np.einsum("mc,mc->m", weights, special.stdtr(freedom, places)) - shares
        low, high = np.where(over < 0, value, low), np.where(over < 0, high, value)
        density = scale * (1 + places**2 / freedom) ** (-(freedom + 1) / 2) / errors
        step = over / np.maximum(np.einsum("mc,mc->m", weights, density), np.finfo(float).tiny)
        inside = (low <= value - step) & (value - step <= high)
        moved = np.where(inside, value - step, (low + high) / 2)
        done = np.abs(moved - value) <= CLOSE_ENOUGH * (high - low + np.abs(value))
        value = moved
        if done.all():
            break
    return np.asarray(value, dtype=np.float64)


def _side_by_side(mixtures: Sequence[StudentMixture]) -> NDArray[np.float64]:
    """Return weights, estimates and errors, (3, mixtures, cells); cells of no weight fill up."""
    cells = max(len(mixture.weights) for mixture in mixtures)
    filled = []
    for mixture in mixtures:
        more = cells - len(mixture.weights)
        filled.append(
            (
                (*mixture.weights, *(0.0,) * more),
                (*mixture.estimates, *mixture.estimates[:1] * more),
                (*mixture.errors, *mixture.errors[:1] * more),
            )
        )
    return np.asarray(np.array(filled).transpose(1, 0, 2), dtype=np.float64)
