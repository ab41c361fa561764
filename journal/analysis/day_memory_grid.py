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
    columns = np.asfortranarray(columns)
    log_dets, kepts, crosses, owns = [], [], [], []
    for log_det, weighed in weighed_by_cell(days, columns):
        product_ = kept.T @ weighed
        log_dets.append(log_det)
        kepts.append(product_[:, :count])
        crosses.append(product_[:, count:])
        owns.append(np.einsum("dc,dc->c", columns[:, count:], weighed[:, count:]))
    return GridGrams(np.array(log_dets), np.array(kepts), np.array(crosses), np.array(owns))


def weighed_by_cell(
    days: Ordinals, columns: Floats, cells: Sequence[tuple[float, float]] = CELLS
) -> Iterator[tuple[float, Floats]]:
    """Yield log |A| and A⁻¹ times the columns, for each of the cells in order.

    Args:
        days: Ordinals of the rated days, growing, none twice.
        columns: (days, columns); laid out column by column they are not copied first.
        cells: Of the grid, in its order.
    """
    gaps = np.diff(days).astype(np.float64)
    for memory, of_memory in groupby(cells, key=itemgetter(0)):
        diagonal, beside, log_det = _inverse(memory, gaps, len(columns))
        for _, noise in of_memory:
            if not memory:
                yield 0.0, columns  # no memory and one-day noise are the same thing
            elif not noise:
                yield log_det, _times(diagonal, beside, columns)
            else:
                middle = 1 - noise + noise * diagonal
                pivots, factors, _ = lapack.dpttrf(middle, noise * beside)
                solved, _ = lapack.dpttrs(pivots, factors, columns)
                both = log_det + float(np.log(pivots).sum())
                yield both, (columns - (1 - noise) * solved) / noise


def _inverse(memory: float, gaps: Floats, count: int) -> tuple[Floats, Floats, float]:
    """Return the diagonal of C⁻¹, what stands beside it, and log |C|."""
    alike = memory**gaps
    new = 1 - alike**2  # what a day holds that the rated day before it did not tell
    diagonal = np.ones(count)
    diagonal[1:] = 1 / new
    diagonal[:-1] += alike**2 / new
    return diagonal, -alike / new, float(np.log(new).sum())


def _times(diagonal: Floats, beside: Floats, columns: Floats) -> Floats:
    """Multiply columns by a symmetric matrix of three diagonals."""
    found = diagonal[:, None] * columns
    found[:-1] += beside[:, None] * columns[1:]
    found[1:] += beside[:, None] * columns[:-1]
    return found
