"""What a record must hold before a question is asked of it; below it the answer is "not yet".

Convention: a `Lack` says how many are missing of one thing, at least one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import chain
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
FEWEST_SPELLS: Final = 3
FEWEST_DAYS_BESIDE_CHANGE: Final = 20

# No rating, sign or day's moments reach it; beyond it counting value by value is no longer short.
MOST_COUNTED: Final = 1_000


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
    SPELLS = "spells"
    DAYS_BEFORE_CHANGE = "days_before_change"
    DAYS_SINCE_CHANGE = "days_since_change"
    MODERATED_DAYS = "moderated_days"


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


def spell_lacks(spells: int) -> tuple[Lack, ...]:
    """Say how many more spells a state that comes in spells needs; two may be alike by chance."""
    return tuple(_lacks((LackKind.SPELLS, FEWEST_SPELLS - spells)))


def change_lacks(before: int, since: int) -> tuple[Lack, ...]:
    """Say how many rated days are missing on each side of a dated change."""
    return tuple(
        _lacks(
            (LackKind.DAYS_BEFORE_CHANGE, FEWEST_DAYS_BESIDE_CHANGE - before),
            (LackKind.DAYS_SINCE_CHANGE, FEWEST_DAYS_BESIDE_CHANGE - since),
        )
    )


def moderator_lacks(high: Floats) -> tuple[Lack, ...]:
    """Say what a moderator lacks, from whether it was high on the rated days; NaN is not logged."""
    missing = max((lack.missing for lack in exposure_lacks(high)), default=0)
    return tuple(_lacks((LackKind.MODERATED_DAYS, missing)))


def together(*lacks: Sequence[Lack]) -> tuple[Lack, ...]:
    """Put what is missing together, the larger number where one thing is missing twice."""
    most: dict[LackKind, int] = {}
    for lack in chain.from_iterable(lacks):
        most[lack.kind] = max(lack.missing, most.get(lack.kind, 0))
    return tuple(Lack(kind, most[kind]) for kind in LackKind if kind in most)


def _lacks(*counts: tuple[LackKind, int]) -> Iterator[Lack]:
    return (Lack(kind, missing) for kind, missing in counts if missing > 0)


def _short_of(share: Fraction, have: int, of: int) -> Fraction:
    """Return how many more make `have` that share of `of`; each of them adds to both."""
    return (share * of - have) / (1 - share)


def _most_common(values: Floats) -> int:
    """Count the days of the commonest value; whole numbers, as most are, take the short way."""
    if not len(values):
        return 0
    whole = values.astype(np.int64)
    if values.min() >= 0 and values.max() < MOST_COUNTED and np.array_equal(whole, values):
        return int(np.bincount(whole).max())
    return int(np.unique(values, return_counts=True)[1].max())
