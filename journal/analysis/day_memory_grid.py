"""The grid of how far one day resembles the next: columns weighed over the calendar.

    cov(i, j) = σ² [(1 − τ) φ^|day i − day j| + τ 1(i = j)] = σ² A

φ is the memory from one day to the next, τ the share of noise that is one day's own. A cell of the
grid is one pair (φ, τ). A column is *weighed* by A⁻¹; A itself is never made. With C = φ^|gap|,
A = C M for M = (1 − τ) I + τ C⁻¹, and C⁻¹ has three diagonals however the days are spread, so that
A⁻¹ = (I − (1 − τ) M⁻¹) / τ takes one solve with three diagonals.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, product
from operator import itemgetter
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import lapack

Floats: TypeAlias = NDArray[np.float64]
Ordinals: TypeAlias = NDArray[np.int64]

# Fine enough for diaries: between these no p value moves by what a reader could see.
MEMORIES: Final = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
NOISES: Final = (0.0, 0.3, 0.6)
CELLS: Final = tuple(product(MEMORIES, NOISES))
# Numbers multiplied at once; OpenBLAS wakes more threads from 262,144 on.
MOST_AT_ONCE: Final = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class GridGrams:
    """Products of columns under every cell of the grid; the first axis is the cell.

    Attributes:
        log_det: log |A|.
        kept: Of the columns kept together, each with each.
        cross: Of the kept columns with the candidates.
        own: Of each candidate with itself; candidates never meet one another.
    """

    log_det: Floats
    kept: Floats
    cross: Floats
    own: Floats


@dataclass(frozen=True, slots=True, eq=False)
class CellProducts:
    """Products of columns under one cell.

    Attributes:
        log_det: log |A|.
        cross: Of the columns on the left with those that are weighed.
        own: Of each weighed column with itself.
    """

    log_det: float
    cross: Floats
    own: Floats


def grid_grams(days: Ordinals, kept: Floats, candidates: Floats | None = None) -> GridGrams:
    """Weigh columns under every cell.

    Args:
        days: Ordinals of the rated days, growing, none twice.
        kept: Columns that stand in one model together, (days, columns).
        candidates: Columns that are each looked at alone beside the kept ones.

    Returns:
        One set of products for each of `CELLS`, in their order; the work grows with the days.
    """
    count = kept.shape[1]
    columns = kept if candidates is None else np.concatenate([kept, candidates], axis=1)
    found = list(products_by_cell(days, kept, columns))
    cross = np.array([cell.cross for cell in found])
    own = np.array([cell.own for cell in found])
    log_det = np.array([cell.log_det for cell in found])
    return GridGrams(log_det, cross[:, :, :count], cross[:, :, count:], own[:, count:])


def products_by_cell(
    days: Ordinals, left: Floats, columns: Floats, cells: Sequence[tuple[float, float]] = CELLS
) -> Iterator[CellProducts]:
    """Yield the products of columns under each cell, in order.

    Args:
        days: Ordinals of the rated days, growing, none twice.
        left: What the weighed columns are multiplied by, (days, columns).
        columns: What is weighed, (days, columns).
        cells: Of the grid, in its order.
    """
    columns = np.asfortranarray(columns)
    plain = _products(left, columns, columns)
    # Few sizes of gaps come again and again, so powers of them are taken once.
    sizes, which = np.unique(np.diff(days), return_inverse=True)
    for memory, of_memory in groupby(cells, key=itemgetter(0)):
        diagonal, beside, log_det = _inverse(memory, sizes.astype(np.float64), which)
        for _, noise in of_memory:
            if not memory:
                # No memory and one-day noise are the same thing.
                yield CellProducts(0.0, *plain)
            elif not noise:
                weighed = _times(diagonal, beside, columns)
                yield CellProducts(log_det, *_products(left, columns, weighed))
            else:
                middle = 1 - noise + noise * diagonal
                pivots, factors, _ = lapack.dpttrf(middle, noise * beside)
                solved, _ = lapack.dpttrs(pivots, factors, columns)
                both = log_det + float(np.log(pivots).sum())
                # The identity above, on products and not on columns, which are many times larger.
                cross, own = (
                    (of - (1 - noise) * told) / noise
                    for of, told in zip(plain, _products(left, columns, solved), strict=True)
                )
                yield CellProducts(both, cross, own)


def across_days(left: Floats, right: Floats) -> Floats:
    """Return leftᵀ right of two tall tables, a stretch of days at a time.

    The stretches are short enough for the library beneath to stay on one thread. It would otherwise
    wait for threads to meet after each of thousands of small products, which on a busy machine
    takes thirty times as long as the products.
    """
    found = np.zeros((left.shape[1], right.shape[1]))
    for days in _stretches(len(left), found.size):
        found += left[days].T @ right[days]
    return found


def combined(columns: Floats, coefficients: Floats) -> Floats:
    """Return combinations of the columns of a tall table, a stretch of days at a time too."""
    found = np.empty((len(columns), coefficients.shape[1]), order="F")
    for days in _stretches(len(columns), coefficients.size):
        found[days] = columns[days] @ coefficients
    return found


def _stretches(count: int, products: int) -> Iterator[slice]:
    step = max(MOST_AT_ONCE // max(products, 1), 1)
    return (slice(start, start + step) for start in range(0, count, step))


def _products(left: Floats, columns: Floats, weighed: Floats) -> tuple[Floats, Floats]:
    cross = across_days(left, weighed)
    own = np.diagonal(cross) if left is columns else np.einsum("dc,dc->c", columns, weighed)
    return cross, own


def _inverse(memory: float, sizes: Floats, which: Ordinals) -> tuple[Floats, Floats, float]:
    """Return the diagonal of C⁻¹, what stands beside it, and log |C|.

    Args:
        memory: φ.
        sizes: Of the gaps between rated days, each once.
        which: Of them, between each day and the next.
    """
    alike = memory**sizes
    new = 1 - alike**2  # what a day holds that the rated day before it did not tell
    diagonal = np.ones(len(which) + 1)
    diagonal[1:] = (1 / new)[which]
    diagonal[:-1] += (alike**2 / new)[which]
    return diagonal, (-alike / new)[which], float(np.log(new)[which].sum())


def _times(diagonal: Floats, beside: Floats, columns: Floats) -> Floats:
    """Multiply columns by a symmetric matrix of three diagonals."""
    found = diagonal[:, None] * columns
    found[:-1] += beside[:, None] * columns[1:]
    found[1:] += beside[:, None] * columns[:-1]
    return found
