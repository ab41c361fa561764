"""Measures as exposures: what of each is compared with what, and what the days before left of it.

Convention: a column is in contrasts. One more of it is the whole contrast, so that an estimate is
what the outcome differs by between the two values that are named.
"""

from functools import cache
from typing import Final

import numpy as np

from journal.analysis.day_memory_columns import centred
from journal.analysis.day_memory_grid import Floats
from journal.analysis.half_life import TESTED_AT_DAYS
from journal.analysis.relations.answers import Contrast
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.questions import APART, BIDS_MET, BIDS_UNMET, MOMENTS
from journal.domain.days import SIGN_PREFIX

COUNTED: Final = frozenset({MOMENTS, BIDS_MET, BIDS_UNMET})
QUARTILES: Final = (0.25, 0.75)
# Of a day so long ago less is left than a number of this kind can hold beside one of yesterday.
LONGEST_LEFT_DAYS: Final = 120


def is_state(measure: str) -> bool:
    """Say whether a measure is there or not: a sign, time apart."""
    return measure == APART or measure.startswith(SIGN_PREFIX)


def exposure_values(record: DailyRecord, measure: str) -> Floats:
    """Return an exposure on every date, NaN where not recorded; of a sign whether it was there."""
    values = record.measured(measure)
    if not measure.startswith(SIGN_PREFIX):
        return values
    return np.where(np.isnan(values), np.nan, values > 0)


def contrast_of(measure: str, values: Floats) -> Contrast:
    """Return the two values of an exposure that are compared.

    Her quartiles are values she gave. Where they are the same it is one more than that, or one
    less where she never gave more.

    Args:
        measure: Its code.
        values: On every date, NaN where not recorded.
    """
    if is_state(measure):
        return Contrast(0.0, 1.0)
    logged = values[np.isfinite(values)]
    if not len(logged):
        return Contrast(0.0, 1.0)
    if measure in COUNTED:
        middle = float(np.floor(np.median(logged)))
        return Contrast(middle, middle + 1)
    low, high = (float(q) for q in np.quantile(logged, QUARTILES, method="inverted_cdf"))
    if low < high:
        return Contrast(low, high)
    return Contrast(low, low + 1) if low < logged.max() else Contrast(low - 1, low)


def bank(daily: Floats) -> Floats:
    """Return what is left of the days before at the half-life that is asked about.

    Σ 2^(−(k−1)/h) x(t−k), k ≥ 1: yesterday counts in full, today not at all.

    Args:
        daily: The exposure on every date, centred; 0 where it was not logged.
    """
    if not len(daily):
        return daily
    return np.convolve(daily, _fading())[: len(daily)]


def day_before(daily: Floats) -> Floats:
    """Return the exposure of the day before on every date; NaN on the first."""
    return np.concatenate([np.full(min(len(daily), 1), np.nan), daily[:-1]])


class Exposures:
    """The exposures of a record, each made once however many outcomes ask about it."""

    def __init__(self, record: DailyRecord) -> None:
        self._record = record
        self._made: dict[tuple[str, str], Floats] = {}
        self._contrasts: dict[str, Contrast] = {}

    def values(self, measure: str) -> Floats:
        """Return what was recorded, NaN where nothing was."""
        return self._kept("values", measure)

    def contrast(self, measure: str) -> Contrast:
        """Return the two values that are compared."""
        if measure not in self._contrasts:
            self._contrasts[measure] = contrast_of(measure, self.values(measure))
        return self._contrasts[measure]

    def today(self, measure: str) -> Floats:
        """Return the column of the same day: centred, in contrasts, 0 where not recorded."""
        return self._kept("today", measure)

    def before(self, measure: str) -> Floats:
        """Return the column of what the days before left, in contrasts of yesterday."""
        return self._kept("before", measure)

    def _kept(self, what: str, measure: str) -> Floats:
        key = (what, measure)
        if key not in self._made:
            self._made[key] = self._make(what, measure)
        return self._made[key]

    def _make(self, what: str, measure: str) -> Floats:
        if what == "values":
            return exposure_values(self._record, measure)
        if what == "today":
            return centred(self.values(measure)) / self.contrast(measure).size
        return bank(self.today(measure))


@cache
def _fading() -> Floats:
    """Return 0 for today, 1 for yesterday, and what fades before."""
    found: Floats = np.concatenate([[0.0], 0.5 ** (np.arange(LONGEST_LEFT_DAYS) / TESTED_AT_DAYS)])
    found.flags.writeable = False
    return found
