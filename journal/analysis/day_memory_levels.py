"""How high a rating lies where nothing is compared: levels of groups, and a curve over the cycle.

    y(t) = Z(t) g + W(t) w + e(t),    w ~ N(0, σ² λ D),  e as in `day_memory`

Columns of `Z` are fitted as they are. Those of `W`, if there are any, are held back: how far they
may go, λ, is weighed over a grid together with the memory, by the restricted likelihood (REML), so
that days of nothing but noise give a flat line and not waves. Each level is a mixture over all
cells, so its interval knows that neither the memory nor λ is known (Patterson & Thompson 1971;
Wahba 1983 for the interval of a curve that is held back).

A level describes; whether two of them differ by more than chance is asked in `day_memory`.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import linalg, special

from journal.analysis.day_memory import OWN_SHARE, RatedDays
from journal.analysis.day_memory_grid import CELLS, Floats, GridGrams, Ordinals, grid_grams
from journal.analysis.day_memory_mixture import USUAL_LEVEL, normalised

# Ours: with less than the first a true dip of a point in a hundred days would be held flat, with
# more than the last nothing is held back any more. Of simulated journals these gave the smallest
# errors of a curve, with the intervals of 95 % holding in about that many places.
LOOSENESSES: Final = (0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 100.0)
# Cells beyond this share of the weight move no level by what could be seen.
ENOUGH_WEIGHT: Final = 0.999
# Each step halves the bracket: to a millionth of it.
HALVINGS: Final = 20
NO_SPREADS: Final = np.zeros(0)


@dataclass(frozen=True, slots=True)
class Level:
    """How high an outcome lies, on its own scale, and between what with a chance that was asked."""

    estimate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class _Cells:
    """Every pair of memory and looseness; the first axis is the pair.

    Attributes:
        likelihoods: Their logarithms, up to a constant.
        weighed: Products of all columns with each other, held back.
        told: What the columns are multiplied by.
        variances: Of what is left.
    """

    likelihoods: Floats
    weighed: Floats
    told: Floats
    variances: Floats


@dataclass(frozen=True, slots=True, eq=False)
class LevelModel:
    """A model that was fitted once, to read any number of levels off.

    Attributes:
        chosen: Which of the columns it holds; dependent ones are dropped.
        sizes: How long these were.
    """

    cells: _Cells
    chosen: Ordinals
    sizes: Floats
    freedom: int

    def levels(self, at: Floats, chance: float = USUAL_LEVEL) -> tuple[Level, ...]:
        """Read levels off, one for each row of `at`; `chance` is that of the intervals, 0 to 1."""
        return _levels(self.cells, at[:, self.chosen] / self.sizes, self.freedom, chance)


def level_model(
    rated: RatedDays, columns: Floats, spreads: Floats = NO_SPREADS, *, remembering: bool = True
) -> LevelModel | None:
    """Fit one model.

    Args:
        rated: The outcome.
        columns: (days, columns), those that are held back last; of the others, dependent ones are
            dropped.
        spreads: D, the relative variance of each column that is held back; above zero.
        remembering: Without it each day is taken by itself, as programs do that know of no memory;
            for comparing with them.

    Returns:
        None where the columns tell the rating wholly, or too few days are left.
    """
    held = len(spreads)
    kept = _independent_of(columns[:, : columns.shape[1] - held])
    chosen = np.append(kept, np.arange(columns.shape[1] - held, columns.shape[1]))
    freedom = rated.count - len(kept)
    if freedom <= 1:
        return None
    sizes = np.linalg.norm(columns[:, chosen], axis=0)
    sizes[len(kept) :] = 1.0  # their scale is what λ is about
    grams = grid_grams(rated.days, np.column_stack([columns[:, chosen] / sizes, rated.ratings]))
    cells = _cells(grams if remembering else _unremembering(grams), spreads, freedom)
    return None if cells is None else LevelModel(cells, chosen, sizes, freedom)


def fitted_levels(
    rated: RatedDays,
    columns: Floats,
    at: Floats,
    spreads: Floats = NO_SPREADS,
    *,
    remembering: bool = True,
) -> tuple[Level, ...]:
    """Fit one model and read levels off it, with intervals of 95 %.

    Args:
        rated: The outcome.
        columns: As `level_model` has them, and `spreads` and `remembering` too.
        at: What the columns are where a level is wanted, (levels, columns).

    Returns:
        One for each row of `at`; none at all where nothing could be fitted.
    """
    model = level_model(rated, columns, spreads, remembering=remembering)
    return () if model is None else model.levels(at)


def _cells(grams: GridGrams, spreads: Floats, freedom: int) -> _Cells | None:
    """Weigh every cell; None where the columns tell the rating wholly.

    All cells are solved in one stack: one by one, each would wait for the threads of the library
    beneath, which on a busy machine takes longer than the work.
    """
    count = grams.kept.shape[1] - 1
    held = np.arange(count - len(spreads), count)
    loose = np.array(LOOSENESSES if len(spreads) else (1.0,))
    variances = loose[:, None] * spreads
    weighed = np.repeat(grams.kept[:, None, :count, :count], len(loose), axis=1)
    weighed[:, :, held, held] += 1 / variances
    weighed = weighed.reshape(-1, count, count)
    cells = np.repeat(grams.kept, len(loose), axis=0)
    rating, squares = cells[:, :count, count], cells[:, count, count]
    told = np.asarray(np.linalg.solve(weighed, rating[:, :, None])[:, :, 0], dtype=np.float64)
    left = squares - (rating * told).sum(axis=1)
    if (left <= OWN_SHARE * squares).any():
        return None
    diagonals = np.diagonal(np.linalg.cholesky(weighed), axis1=1, axis2=2)
    spread = np.log(variances).sum(axis=1) + grams.log_det[:, None]
    likelihoods = -(spread.ravel() + 2 * np.log(diagonals).sum(axis=1) + freedom * np.log(left)) / 2
    return _Cells(likelihoods, weighed, told, left / freedom)


def _unremembering(grams: GridGrams) -> GridGrams:
    """Keep the one cell in which no day resembles another."""
    first = slice(CELLS.index((0.0, 0.0)), CELLS.index((0.0, 0.0)) + 1)
    return GridGrams(grams.log_det[first], grams.kept[first], grams.cross[first], grams.own[first])


def _levels(cells: _Cells, at: Floats, freedom: int, chance: float) -> tuple[Level, ...]:
    weights = normalised(cells.likelihoods)
    order = np.argsort(-weights)
    kept = order[: int(np.searchsorted(weights[order].cumsum(), ENOUGH_WEIGHT)) + 1]
    shares = weights[kept] / weights[kept].sum()
    estimates = cells.told[kept] @ at.T
    solved = np.linalg.solve(cells.weighed[kept], np.broadcast_to(at.T, (len(kept), *at.T.shape)))
    errors = np.sqrt(cells.variances[kept, None] * (at.T * solved).sum(axis=1))
    ends = (
        _quantiles(shares, estimates, errors, freedom, share)
        for share in ((1 - chance) / 2, (1 + chance) / 2)
    )
    found = zip((shares @ estimates).tolist(), *(end.tolist() for end in ends), strict=True)
    return tuple(Level(*values) for values in found)


def _quantiles(
    shares: Floats, estimates: Floats, errors: Floats, freedom: int, share: float
) -> Floats:
    """Return the values with this share of the mixture of t below them, all levels at once."""
    ends = estimates + errors * special.stdtrit(freedom, share)
    low, high = ends.min(axis=0), ends.max(axis=0)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        below = shares @ special.stdtr(freedom, (middle - estimates) / errors) < share
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return np.asarray((low + high) / 2, dtype=np.float64)


def _independent_of(columns: Floats) -> Ordinals:
    """Return the places of columns that span what all of them do."""
    sizes = np.linalg.norm(columns, axis=0)
    some = np.flatnonzero(sizes > 0)
    _, factors, order = linalg.qr(columns[:, some] / sizes[some], mode="economic", pivoting=True)
    own = np.abs(np.diag(factors)) > OWN_SHARE
    return np.sort(some[order[: len(own)][own]])
