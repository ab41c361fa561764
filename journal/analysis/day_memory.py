"""One person's daily rating and what goes with it: the engine of every question asked of a record.

    y(t) = Z(t) g + x(t) β + e(t)    on rated days only; nothing is filled in

The errors remember: a day resembles the day before it, over the calendar and not over the list of
rated days, and has a noise of its own besides (`day_memory_grid` has the covariance). How strongly
is not estimated but weighed over a grid, by the restricted likelihood (REML, Patterson & Thompson
1971) of the model *without* the column that is asked about, so that an effect cannot talk the grid
into believing it. Estimates, p values and intervals come from the mixture over the grid.

Treating days as independent instead raises false alarms: one in four at a year of days that
resemble each other (φ .7) where one in twenty is promised.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import linalg

from journal.analysis.day_memory_grid import Floats, GridGrams, Ordinals, grid_grams
from journal.analysis.day_memory_mixture import FisherMixture, StudentMixture, normalised

# A column of which less than this share is its own, beside the base, cannot be told from the base.
OWN_SHARE: Final = 1e-7


@dataclass(frozen=True, slots=True, eq=False)
class RatedDays:
    """Ratings on the days that have one.

    Attributes:
        days: Ordinals (`date.toordinal`), growing, none twice.
        ratings: As many.
    """

    days: Ordinals
    ratings: Floats

    @property
    def count(self) -> int:
        """How many days are rated."""
        return len(self.days)


@dataclass(frozen=True, slots=True)
class DayEffect:
    """What one column goes with.

    Attributes:
        mixture: Estimate, interval and p.
        days: How many rated days it rests on.
    """

    mixture: StudentMixture
    days: int

    @property
    def estimate(self) -> float:
        """Points of the rating per unit of the column."""
        return self.mixture.estimate

    @property
    def p(self) -> float:
        """Two-sided."""
        return self.mixture.p

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        """Return the interval of a level."""
        return self.mixture.interval(level)


@dataclass(frozen=True, slots=True)
class JointEffect:
    """Whether several columns together go with the rating.

    Attributes:
        columns: How many of them can be told from the base and from one another.
        days: How many rated days it rests on.
    """

    p: float
    columns: int
    days: int


def day_effects(rated: RatedDays, base: Floats, columns: Floats) -> tuple[DayEffect | None, ...]:
    """Ask about each column alone, beside the same base.

    Args:
        rated: The outcome.
        base: Columns every model holds, (days, columns); dependent ones are dropped.
        columns: What is asked about, (days, questions).

    Returns:
        One answer for each column, in order; None where it cannot be told from the base, or the
        base tells the rating wholly, or too few days are left.
    """
    model = _model(rated, base, columns)
    nothing: tuple[DayEffect | None, ...] = (None,) * columns.shape[1]
    freedom = 0 if model is None else rated.count - model.base_columns - 1
    if model is None or freedom < 1:
        return nothing
    cells = _each(model.grams, model.base_columns)
    weights = normalised(_restricted(model.grams, model.base_columns, rated.count))
    errors = np.sqrt(cells.left / freedom / cells.own)
    found = list(nothing)
    for place, column in enumerate(model.told_apart):
        told = StudentMixture(
            tuple(weights.tolist()),
            tuple(cells.estimates[:, place].tolist()),
            tuple(errors[:, place].tolist()),
            freedom,
        )
        found[column] = DayEffect(told, rated.count)
    return tuple(found)


def day_effect(rated: RatedDays, base: Floats, column: Floats) -> DayEffect | None:
    """Ask about one column; None where nothing can be said of it."""
    return day_effects(rated, base, column[:, None])[0]


def joint_effect(rated: RatedDays, base: Floats, columns: Floats) -> JointEffect | None:
    """Ask about several columns at once; None where nothing can be said of them."""
    kept = _independent(base)
    both = _independent(columns - kept @ (kept.T @ columns), of=columns)
    left = rated.ratings - kept @ (kept.T @ rated.ratings)
    asked, first, count = both.shape[1], kept.shape[1], rated.count
    freedom = count - first - asked
    if not asked or freedom < 1 or not _leaves_something(left, rated.ratings):
        return None
    grams = grid_grams(rated.days, np.column_stack([kept, both, left]))
    alone = _without(grams, slice(first, first + asked))
    weights = normalised(_restricted(alone, first, count))
    before, after = _left(alone, first), _left(grams, first + asked)
    ratios = ((before - after) / asked) / (after / freedom)
    told = FisherMixture(tuple(weights.tolist()), tuple(ratios.tolist()), asked, freedom)
    return JointEffect(told.p, asked, count)


def likelihoods(rated: RatedDays, base: Floats, columns: Floats) -> Floats:
    """Return the greatest log-likelihood over the grid with each column alone beside the base.

    By maximum likelihood and not REML, as models with different columns are compared. Constants are
    left out, so only differences say anything. A column that the base already tells gives what the
    base alone gives.
    """
    model = _model(rated, base, columns)
    if model is None:
        return np.zeros(columns.shape[1])
    left = np.repeat(_left(model.grams, model.base_columns)[:, None], columns.shape[1], axis=1)
    left[:, model.told_apart] = _each(model.grams, model.base_columns).left
    each = -(model.grams.log_det[:, None] + rated.count * np.log(left)) / 2
    return np.asarray(each.max(axis=0), dtype=np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class _Model:
    """Base and rating as `kept` (the rating stands last), what is asked about as candidates.

    Attributes:
        told_apart: Which columns can be told from the base; only these are candidates.
    """

    grams: GridGrams
    base_columns: int
    told_apart: Ordinals


@dataclass(frozen=True, slots=True, eq=False)
class _Each:
    """By cell and column: the estimate, what is the column's own, and what is left with it."""

    estimates: Floats
    own: Floats
    left: Floats


def _model(rated: RatedDays, base: Floats, columns: Floats) -> _Model | None:
    """Free everything from the base first: estimates stay what they are, and digits are kept.

    Returns:
        None where the base tells the rating wholly.
    """
    kept = _independent(base)
    left = rated.ratings - kept @ (kept.T @ rated.ratings)
    if not _leaves_something(left, rated.ratings):
        return None
    free = columns - kept @ (kept.T @ columns)
    sizes, before = (np.linalg.norm(of, axis=0) for of in (free, columns))
    told_apart = np.flatnonzero(sizes > OWN_SHARE * before)
    grams = grid_grams(rated.days, np.column_stack([kept, left]), free[:, told_apart])
    return _Model(grams, kept.shape[1], told_apart)


def _independent(columns: Floats, of: Floats | None = None) -> Floats:
    """Return orthonormal columns that span the same; dependent ones are dropped.

    Args:
        columns: (days, columns).
        of: What the columns were before something was taken from them, to tell what is left.
    """
    sizes = np.linalg.norm(columns if of is None else of, axis=0)
    scaled = columns[:, sizes > 0] / sizes[sizes > 0]
    spanned, factors, _ = linalg.qr(scaled, mode="economic", pivoting=True)
    kept = np.abs(np.diag(factors)) > OWN_SHARE
    return np.asarray(spanned[:, : len(kept)][:, kept], dtype=np.float64)


def _leaves_something(left: Floats, ratings: Floats) -> bool:
    return bool(np.linalg.norm(left) > OWN_SHARE * np.linalg.norm(ratings))


def _each(grams: GridGrams, count: int) -> _Each:
    base, with_rating = grams.kept[:, :count, :count], grams.kept[:, :count, count]
    asked = np.concatenate([grams.cross[:, :count], with_rating[:, :, None]], axis=2)
    solved = np.linalg.solve(base, asked)
    told, rating = solved[:, :, :-1], solved[:, :, -1]
    own = grams.own - np.einsum("cbm,cbm->cm", grams.cross[:, :count], told)
    shared = grams.cross[:, count] - np.einsum("cb,cbm->cm", with_rating, told)
    alone = grams.kept[:, count, count] - np.einsum("cb,cb->c", with_rating, rating)
    estimates = shared / own
    return _Each(estimates, own, alone[:, None] - shared * estimates)


def _left(grams: GridGrams, count: int) -> Floats:
    """Return what the first columns leave of the last one: a weighed sum of squares by cell."""
    base, with_last = grams.kept[:, :count, :count], grams.kept[:, :count, -1]
    told = np.linalg.solve(base, with_last[:, :, None])[:, :, 0]
    left = grams.kept[:, -1, -1] - np.einsum("cb,cb->c", with_last, told)
    return np.asarray(left, dtype=np.float64)


def _restricted(grams: GridGrams, count: int, days: int) -> Floats:
    """Return the restricted log-likelihood of the base alone, by cell, up to a constant."""
    spread = np.linalg.slogdet(grams.kept[:, :count, :count])[1]
    left = np.log(_left(grams, count))
    return np.asarray(-(grams.log_det + spread + (days - count) * left) / 2, dtype=np.float64)


def _without(grams: GridGrams, dropped: slice) -> GridGrams:
    """Leave columns out of what is kept together."""
    kept = np.delete(np.delete(grams.kept, dropped, axis=1), dropped, axis=2)
    return GridGrams(grams.log_det, kept, grams.cross, grams.own)
