"""Many questions of ratings, beside bases of their own, for little more work than one question.

`day_memory` weighs everything anew for each base. Here the columns that bases are chosen from are
weighed once in every cell of the grid, with all ratings of the same days: a base is then a choice
among them, and small algebra. Of what is asked beside them only the cells that count are weighed.

    panel(days, always, choices, ratings)  columns weighed in every cell
    beside(panel, [0, 2])                  a base: what is always there, with choices 0 and 2
    seen_from(base, 1)                     the model of rating 1
    effect_of(model, 1)                    choice 1 is asked about
    joint_of(model, [3, 4])                choices 3 and 4 are asked about together
    candidates(panel, columns, models)     more columns, to ask about each alone
    effects_of(model, candidates, [0])     the first of them is asked about

As there, the weights of the grid come from the model without the column that is asked about.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from journal.analysis.day_memory import DayEffect, JointEffect
from journal.analysis.day_memory_grid import (
    CELLS,
    Floats,
    Ordinals,
    across_days,
    combined,
    products_by_cell,
)
from journal.analysis.day_memory_mixture import FisherMixture, StudentMixture, normalised

# A cell that weighs less in every model that asks is left out. All of the grid together then move
# a p value by less than 1e-6, which no rank among hundreds of questions hangs on.
LEAST_WEIGHT: Final = 1e-8
# Of a column's squared length, what must be left beside a base for the two to be told apart. Small
# algebra keeps fewer digits than freeing columns from each other, as `day_memory` does.
OWN_SQUARE: Final = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """Columns weighed with one another, by cell.

    All of them are of length 1, and free of what is always there, which takes no digits from them.
    The first cell is one without memory, whose products are plain ones.

    Attributes:
        days: Ordinals of the rated days.
        columns: What is always there, the choices, and the ratings, (days, columns).
        always: How many of them are always there.
        choices: How many choices there are.
        sizes: How long choices and ratings were; 1 for one of length 0.
        grams: Each with each, (cells, columns, columns).
        log_det: log |A|, (cells,).
    """

    days: Ordinals
    columns: Floats
    always: int
    choices: int
    sizes: Floats
    grams: Floats
    log_det: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Base:
    """What a model holds, and what it leaves of the other columns of the panel.

    Attributes:
        choices: Those it holds; one that the others tell is dropped.
        told: What the base tells of choices and ratings, as coefficients, by cell.
        left: Products of what it leaves of choices and ratings, by cell.
        spread: log |XᵀA⁻¹X|, by cell.
        freedom: Days less columns, at least one.
    """

    panel: Panel
    choices: tuple[int, ...]
    told: Floats
    left: Floats
    spread: Floats
    freedom: int

    @property
    def columns(self) -> list[int]:
        """Which columns of the panel it holds."""
        always = self.panel.always
        return [*range(always), *(always + choice for choice in self.choices)]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A base under one rating.

    Attributes:
        rating: Its place among choices and ratings.
        weights: Of the cells, by restricted likelihood.
    """

    base: Base
    rating: int
    weights: Floats

    @property
    def left(self) -> Floats:
        """What the base leaves of the rating, by cell."""
        return self.base.left[:, self.rating, self.rating]


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Columns each asked about alone, weighed in the cells that count.

    Attributes:
        cells: Which cells.
        own: Of each with itself, (cells, candidates).
        cross: With the columns of the panel, (cells, columns, candidates).
        sizes: How long they were; 1 for one of length 0.
    """

    cells: Sequence[int]
    own: Floats
    cross: Floats
    sizes: Floats


def panel(days: Ordinals, always: Floats, choices: Floats, ratings: Floats) -> Panel:
    """Weigh what bases are chosen from.

    Args:
        days: Ordinals of the rated days, growing, none twice, two at the least.
        always: Columns every base holds, (days, columns).
        choices: Columns a base may hold and a question may ask about, (days, columns).
        ratings: The outcomes, each rated on all of these days, (days, ratings).
    """
    kept = _orthonormal(always)
    free, sizes = _freed(np.column_stack([choices, ratings]), kept)
    columns = np.asfortranarray(np.column_stack([kept, free]))
    found = list(products_by_cell(days, columns, columns))
    return Panel(
        days=days,
        columns=columns,
        always=kept.shape[1],
        choices=choices.shape[1],
        sizes=sizes,
        grams=np.array([cell.cross for cell in found]),
        log_det=np.array([cell.log_det for cell in found]),
    )


def beside(panel_: Panel, choices: Sequence[int]) -> Base | None:
    """Return the base that holds some choices; None where it leaves no day to ask with."""
    first, grams = panel_.always, panel_.grams
    kept = _told_apart(grams[0, first:, first:], choices)
    base = [*range(first), *(first + choice for choice in kept)]
    freedom = len(panel_.days) - len(base)
    if freedom < 1:
        return None
    within, rest = grams[:, base][:, :, base], grams[:, base, first:]
    told: Floats = np.linalg.solve(within, rest).astype(np.float64)
    left = grams[:, first:, first:] - np.matmul(rest.transpose(0, 2, 1), told)
    spread = np.asarray(np.linalg.slogdet(within)[1], dtype=np.float64)
    return Base(panel_, tuple(kept), told, left, spread, freedom)


def seen_from(base: Base, rating: int) -> Model | None:
    """Return the model of one of the ratings; None where the base tells it wholly."""
    place = base.panel.choices + rating
    left = base.left[:, place, place]
    if left[0] <= OWN_SQUARE:
        return None
    likelihood = -(base.panel.log_det + base.spread + base.freedom * np.log(left)) / 2
    return Model(base, place, normalised(likelihood))


def effect_of(model: Model, choice: int) -> DayEffect | None:
    """Ask about a choice the base does not hold; None where it cannot be told from the base."""
    cells, left = _counting([model]), model.base.left
    own, shared = (left[cells, choice, of][:, None] for of in (choice, model.rating))
    return _effects(model, cells, own, shared, model.base.panel.sizes[[choice]])[0]


def joint_of(model: Model, choices: Sequence[int]) -> JointEffect | None:
    """Ask about several choices at once; None where nothing can be said of them."""
    base = model.base
    with_them = beside(base.panel, [*base.choices, *choices])
    if with_them is None:
        return None
    after = with_them.left[:, model.rating, model.rating]
    asked = base.freedom - with_them.freedom
    if not asked or after[0] <= OWN_SQUARE:
        return None
    ratios = ((model.left - after) / asked) / (after / with_them.freedom)
    weights = tuple(model.weights.tolist())
    told = FisherMixture(weights, tuple(ratios.tolist()), asked, with_them.freedom)
    return JointEffect(told.p, asked, len(base.panel.days))


def candidates(panel_: Panel, columns: Floats, models: Iterable[Model]) -> Candidates:
    """Weigh columns that are each asked about alone, where one of these models does so.

    Args:
        panel_: Of the ratings.
        columns: (days, candidates).
        models: Every model that will ask.
    """
    kept = panel_.columns[:, : panel_.always]
    free, sizes = _freed(columns, kept)
    cells = _counting(models)
    of_grid = [CELLS[cell] for cell in cells]
    found = list(products_by_cell(panel_.days, panel_.columns, free, of_grid))
    own, cross = np.array([cell.own for cell in found]), np.array([cell.cross for cell in found])
    return Candidates(cells, own, cross, sizes)


def effects_of(
    model: Model, asked: Candidates, which: Sequence[int]
) -> tuple[DayEffect | None, ...]:
    """Ask about some candidates, each alone; None where one cannot be told from the base."""
    if not which:
        return ()
    base, cells = model.base, _counting([model])
    at = [asked.cells.index(cell) for cell in cells]
    cross = asked.cross[at][:, :, which]
    of_base, of_rating = cross[:, base.columns], cross[:, base.panel.always + model.rating]
    within = base.panel.grams[cells][:, base.columns][:, :, base.columns]
    told = np.linalg.solve(within, of_base)
    own = asked.own[at][:, which] - np.einsum("cbm,cbm->cm", of_base, told)
    shared = of_rating - np.einsum("cb,cbm->cm", base.told[cells, :, model.rating], of_base)
    return _effects(model, cells, own, shared, asked.sizes[which])


def _effects(
    model: Model, cells: Sequence[int], own: Floats, shared: Floats, sizes: Floats
) -> tuple[DayEffect | None, ...]:
    """Put estimates and errors together, in points of the rating per unit of each column."""
    freedom, days = model.base.freedom - 1, len(model.base.panel.days)
    # The first of the cells has no memory: there these are plain shares of squared lengths.
    usable = own[0] > OWN_SQUARE
    estimates = shared / np.where(usable, own, 1.0)
    left = model.left[cells][:, None] - shared * estimates
    usable &= (left[0] > OWN_SQUARE) & (freedom > 0)
    left, own = np.where(usable, left, 1.0), np.where(usable, own, 1.0)
    errors = np.sqrt(left / max(freedom, 1) / own)
    weights = tuple((model.weights[cells] / model.weights[cells].sum()).tolist())
    points = model.base.panel.sizes[model.rating] / sizes
    each = zip((estimates * points).T.tolist(), (errors * points).T.tolist(), strict=True)
    mixtures = [StudentMixture(weights, tuple(of), tuple(error), freedom) for of, error in each]
    return tuple(
        DayEffect(mixture, days) if told else None
        for mixture, told in zip(mixtures, usable.tolist(), strict=True)
    )


def _orthonormal(columns: Floats) -> Floats:
    """Return orthonormal columns that span the same; dependent ones are dropped.

    Cholesky's factor of the products makes them so, and a second time takes away what rounding left
    (Yamamoto et al. 2015).
    """
    sizes = np.linalg.norm(columns, axis=0)
    scaled = columns / np.where(sizes > 0, sizes, 1.0)
    found = scaled[:, _told_apart(across_days(scaled, scaled), range(columns.shape[1]))]
    for _ in range(2):
        factor = np.linalg.cholesky(across_days(found, found))
        found = combined(found, np.linalg.inv(factor).T)
    return found


def _freed(columns: Floats, kept: Floats) -> tuple[Floats, Floats]:
    """Free columns from orthonormal ones, and make them of length 1 where anything is left."""
    before = np.linalg.norm(columns, axis=0)
    free = columns - combined(kept, across_days(kept, columns))
    sizes = np.linalg.norm(free, axis=0)
    left = sizes**2 > OWN_SQUARE * before**2
    return np.where(left, free / np.where(left, sizes, 1.0), 0.0), np.where(left, sizes, 1.0)


def _told_apart(plain: Floats, choices: Sequence[int]) -> list[int]:
    """Drop each choice that the ones before it tell; `plain` has the products without memory."""
    left, kept = plain.copy(), []
    for choice in choices:
        own = left[choice, choice]
        if own > OWN_SQUARE:
            kept.append(choice)
            left -= np.outer(left[:, choice], left[choice]) / own
    return kept


def _counting(models: Iterable[Model]) -> list[int]:
    """Return the cells that count in one of these models, and the first in any case."""
    counts = np.zeros(len(CELLS), dtype=bool)
    counts[0] = True
    for model in models:
        counts |= model.weights > LEAST_WEIGHT
    return np.flatnonzero(counts).tolist()
