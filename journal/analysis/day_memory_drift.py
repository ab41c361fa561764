"""Slow drifts that a straight trend leaves: whether a record speaks for one, and columns for it.

Weeks and months have their own ups and downs. What changed on a date is easily taken for the date's
doing where a rating was on its way up or down already, and the memory of a day does not tell that:
it is over within days, where a drift takes months. So a drift is laid out as cosines over the span,
none of which turns faster than in four months:

    cos(π k (t + ½) / days), k = 2, 3, …        (k = 1 is nearly the straight trend)

Whether there is one is asked by restricted likelihood: with the cosines as chance that is the
smaller the faster they turn (a Gaussian process, as in Rasmussen & Williams 2006) beside the memory
of a day, and without them.
"""

from itertools import product
from typing import Final

import numpy as np

from journal.analysis.day_memory import RatedDays
from journal.analysis.day_memory_columns import OWN_SHARE, told_apart
from journal.analysis.day_memory_grid import Floats, Ordinals, products_by_cell

# Shorter ones are what the cycle and chance bring.
SHORTEST_TURN_DAYS: Final = 120
# The days over which a drift stays alike; how large it is to the rest is looked for.
ALIKE_DAYS: Final = 64.0
STRENGTHS: Final = (0.1, 0.3, 1.0, 3.0)
# To look for a drift a coarse grid is enough.
CELLS: Final = tuple(product((0.0, 0.2, 0.4, 0.6, 0.8, 0.95), (0.0, 0.3)))
# Ours, in log-likelihood: below the one a record speaks against a drift, above the other for it.
LEAST_GAIN: Final = -0.35
CLEAR_GAIN: Final = 2.0
# Cosines that turn so fast hold nothing of a drift, but no direction may weigh nothing.
LEAST_VARIANCE: Final = 1e-4


def drift_columns(days: Ordinals) -> Floats:
    """Return the cosines a drift is made of, (days, cosines); none over a short span.

    Args:
        days: Ordinals of the rated days, growing.
    """
    turns = _turns(days)
    place = (days - days[0] + 0.5) / _span(days)
    return np.asarray(np.sqrt(2) * np.cos(np.pi * np.outer(place, turns)), dtype=np.float64)


def speaks_for_drift(rated: RatedDays, base: Floats, *, least_gain: float = LEAST_GAIN) -> bool:
    """Say whether a record may well drift slowly, beside a base.

    Made-up journals that drift pass `LEAST_GAIN` nine times in ten, and `CLEAR_GAIN` two times in
    five over a year, four in five over two. Of those that do not, a third pass the one over a year
    (more where days resemble each other strongly, and all over half a year), next to none the
    other.

    Args:
        rated: The outcome.
        base: Columns taken account of, what is asked about among them: it must not be taken for a
            drift.
        least_gain: How far the record must speak for it.
    """
    slow, base = drift_columns(rated.days), base[:, told_apart(base)]
    if not slow.shape[1]:
        return False
    columns = np.column_stack([base, rated.ratings, slow])
    cells = list(products_by_cell(rated.days, columns, columns, CELLS))
    products, log_dets = np.array([cell.cross for cell in cells]), [cell.log_det for cell in cells]
    first = base.shape[1] + 1
    plain = products[:, None, :first, :first]
    if _left(plain)[0, 0] <= OWN_SHARE**2 * plain[0, 0, -1, -1]:
        return False
    told, own = products[:, None, :first, first:], products[:, None, first:, first:]
    chance = np.outer(STRENGTHS, _variances(rated.days))
    weighed = own + np.eye(slow.shape[1]) / chance[:, None]
    drifting = plain - told @ np.linalg.solve(weighed, np.swapaxes(told, 2, 3))
    plainly = np.array(log_dets)[:, None]
    drifted = plainly + np.linalg.slogdet(weighed)[1] + np.log(chance).sum(axis=1)
    gain = (
        _likelihood(drifting, drifted, rated.count) - _likelihood(plain, plainly, rated.count).max()
    )
    return bool(gain.max() > least_gain)


def _span(days: Ordinals) -> int:
    return int(days[-1] - days[0]) + 1


def _turns(days: Ordinals) -> Ordinals:
    return np.arange(2, 2 * _span(days) // SHORTEST_TURN_DAYS + 1)


def _variances(days: Ordinals) -> Floats:
    """Return how much each cosine varies in a drift of variance 1."""
    span = _span(days)
    a_day = _turns(days) / (2 * span)
    density = np.sqrt(2 * np.pi) * ALIKE_DAYS * np.exp(-2 * (np.pi * a_day * ALIKE_DAYS) ** 2)
    return np.asarray(np.maximum(density / span, LEAST_VARIANCE), dtype=np.float64)


def _likelihood(products: Floats, log_det: Floats, days: int) -> Floats:
    """Return the restricted log-likelihood of the last column beside the others."""
    base = products[..., :-1, :-1]
    freedom = days - base.shape[-1]
    spread = np.linalg.slogdet(base)[1]
    return np.asarray(-(log_det + spread + freedom * np.log(_left(products))) / 2, dtype=np.float64)


def _left(products: Floats) -> Floats:
    """Return what the others leave of the last column, as a sum of squares."""
    base, with_last = products[..., :-1, :-1], products[..., :-1, -1:]
    told = np.swapaxes(with_last, -1, -2) @ np.linalg.solve(base, with_last)
    return np.asarray(products[..., -1, -1] - told[..., 0, 0], dtype=np.float64)
