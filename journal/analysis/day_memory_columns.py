"""The columns of a model of days: what every question takes account of, and what may be asked.

Convention: `days` are ordinals (`date.toordinal`) of rated days, growing; a column has one value
for each of them, a table of columns is (days, columns).
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from scipy import linalg

from journal.analysis.day_memory_grid import Floats, Ordinals

WEEK_DAYS: Final = 7
# Two harmonics draw a weekend as well as a slow turn of the week, with four columns and not six.
WEEK_HARMONICS: Final = 2
# Of a column's length, what must be its own for it to be told apart from others.
OWN_SHARE: Final = 1e-6


def base_columns(days: Ordinals, further: Sequence[Floats] = ()) -> Floats:
    """Return the columns every question holds: a level, a straight trend, the week, and more.

    Args:
        days: The rated days.
        further: Columns, or tables of them, that are taken account of too: days apart, the cycle.
    """
    trend = (days - days.mean()) / max(np.ptp(days), 1)
    week = [
        turn(2 * np.pi * number * (days % WEEK_DAYS) / WEEK_DAYS)
        for number in range(1, WEEK_HARMONICS + 1)
        for turn in (np.sin, np.cos)
    ]
    return np.column_stack([np.ones(len(days)), trend, *week, *further])


def centred(values: Floats) -> Floats:
    """Centre an exposure at her mean; a day on which it was not logged (NaN) is her average day."""
    logged = np.isfinite(values)
    if not logged.any():
        return np.zeros(len(values))
    return np.where(logged, values - values[logged].mean(), 0.0)


def banks(daily: Floats, half_lives: Floats) -> Floats:
    """Return what is left of the days before, for each half-life: Σ 2^(−(k−1)/h) x(t−k), k ≥ 1.

    Args:
        daily: The exposure on every date of the calendar, centred; 0 where it was not logged.
        half_lives: In days.

    Returns:
        (dates, half-lives); yesterday counts in full, today not at all, and it begins with 0.
    """
    fades = 0.5 ** (1 / half_lives)
    found = np.zeros((len(daily), len(half_lives)))
    for day in range(1, len(daily)):
        found[day] = found[day - 1] * fades + daily[day - 1]
    return found


def told_apart(columns: Floats, of: Floats | None = None) -> list[int]:
    """Return which columns have something of their own, in order.

    Args:
        columns: (days, columns).
        of: What they were before a base was taken from them, to tell what of each is left.
    """
    sizes = np.linalg.norm(columns if of is None else of, axis=0)
    scaled = columns / np.where(sizes > 0, sizes, 1.0)
    if not scaled.size:
        return []
    factors, order = linalg.qr(scaled, mode="r", pivoting=True)
    own = np.abs(np.diag(factors[: len(order)]))
    return sorted(order[: len(own)][own > OWN_SHARE].tolist())
