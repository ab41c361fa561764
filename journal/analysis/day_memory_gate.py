"""What a record must hold before a question is asked of it; below it the answer is "not yet".

Convention: a `Lack` says how many are missing of one thing, at least one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import Final

import numpy as np

from journal.analysis.day_memory import RatedDays
from journal.analysis.day_memory_grid import Floats

# Ours, all of them: with these the false alarms of simulated journals stay at five in a hundred.
FEWEST_RATED_DAYS: Final = 40
FEWEST_DAYS_SPANNED: Final = 45
MOST_OF_ONE_VALUE: Final = Fraction(85, 100)
LEAST_LOGGED: Final = Fraction(1, 2)
FEWEST_UNUSUAL_DAYS: Final = 8
FEWEST_CYCLES: Final = 2
LEAST_PHASE_KNOWN: Final = Fraction(60, 100)
FEWEST_WINDOW_CYCLES: Final = 2
FEWEST_WINDOW_DAYS: Final = 5


class LackKind(StrEnum):
    """What a record lacks."""

    RATED_DAYS = "rated_days"
    DAYS_SPANNED = "days_spanned"
    OTHER_RATINGS = "other_ratings"
    LOGGED_DAYS = "logged_days"
    UNUSUAL_DAYS = "unusual_days"
    CYCLES = "cycles"
    PHASE_KNOWN = "phase_known"
    WINDOW_CYCLES = "window_cycles"
    WINDOW_DAYS = "window_days"


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing, and how many of it: days, or cycles."""

    kind: LackKind
    missing: int


def rating_lacks(rated: RatedDays) -> tuple[Lack, ...]:
    """Say what the ratings themselves lack; nothing where every question may be asked."""
    spanned = int(rated.days[-1] - rated.days[0]) + 1 if rated.count else 0
    usual = _most_common(rated.ratings)
    # More days of other values push the share of this one down to what is allowed.
    needed = ceil(usual / MOST_OF_ONE_VALUE)
    return tuple(
        _lacks(
            (LackKind.RATED_DAYS, FEWEST_RATED_DAYS - rated.count),
            (LackKind.DAYS_SPANNED, FEWEST_DAYS_SPANNED - spanned),
            (LackKind.OTHER_RATINGS, needed - rated.count),
        )
    )


def exposure_lacks(values: Floats) -> tuple[Lack, ...]:
    """Say what an exposure lacks, from its values on the rated days; NaN is not logged."""
    logged = values[np.isfinite(values)]
    unusual = len(logged) - _most_common(logged)
    return tuple(
        _lacks(
            (LackKind.LOGGED_DAYS, ceil(_short_of(LEAST_LOGGED, len(logged), len(values)))),
            (LackKind.UNUSUAL_DAYS, FEWEST_UNUSUAL_DAYS - unusual),
        )
    )


def cycle_lacks(
    *, cycles: int, rated: int, phase_known: int, window_cycles: int, window_days: int
) -> tuple[Lack, ...]:
    """Say what the cycles lack.

    Args:
        cycles: Complete ones with a rated day.
        rated: Rated days.
        phase_known: Those of them whose place in a cycle is known.
        window_cycles: In how many cycles a day of the window is rated.
        window_days: How many days of the window are rated.
    """
    return tuple(
        _lacks(
            (LackKind.CYCLES, FEWEST_CYCLES - cycles),
            (LackKind.PHASE_KNOWN, floor(_short_of(LEAST_PHASE_KNOWN, phase_known, rated)) + 1),
            (LackKind.WINDOW_CYCLES, FEWEST_WINDOW_CYCLES - window_cycles),
            (LackKind.WINDOW_DAYS, FEWEST_WINDOW_DAYS - window_days),
        )
    )


def _lacks(*counts: tuple[LackKind, int]) -> Iterator[Lack]:
    return (Lack(kind, missing) for kind, missing in counts if missing > 0)


def _short_of(share: Fraction, have: int, of: int) -> Fraction:
    """Return how many more make `have` that share of `of`; each of them adds to both."""
    return (share * of - have) / (1 - share)


def _most_common(values: Floats) -> int:
    return int(np.unique(values, return_counts=True)[1].max()) if len(values) else 0
