"""The cycles of made-up journals: regular, of the years before menopause, or none any more."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

import numpy as np

from journal.analysis.day_memory_cycle import PlacedDay
from journal.cycle.cycles import Cycle
from journal.cycle.onsets import Bleed
from journal.cycle.reading import ReadCycle

BETWEEN_WOMEN: Final = (29.0, 1.3)
REGULAR_SPREAD: Final = (3.0, 4.0)
SHORTEST, LONGEST = 21, 42
# In the years before menopause lengths spread ever wider and more periods fail to come.
EARLY_SPREAD, LATE_SPREAD = 5.0, 14.0
EARLY_SKIPPED, LATE_SKIPPED = 0.05, 0.30
LATE_LONGEST: Final = 90
BLEED_DAYS: Final = 5
TYPICAL_DAYS: Final = 29


class Life(StrEnum):
    """Which cycles a person has."""

    REGULAR = "regular"
    PERIMENOPAUSAL = "perimenopausal"
    POSTMENOPAUSAL = "postmenopausal"


def cycles_of_a_life(
    random: np.random.Generator, first: date, last: date, life: Life
) -> list[ReadCycle]:
    """Return cycles that hold every date of a span; the last one is open, none after menopause."""
    if life is Life.POSTMENOPAUSAL:
        return []
    usual = float(random.normal(*BETWEEN_WOMEN))
    spread = float(random.uniform(*REGULAR_SPREAD))
    onset = first - timedelta(days=int(random.integers(1, TYPICAL_DAYS)))
    whole = max((last - first).days, 1)
    found = []
    while onset <= last:
        gone = max((onset - first).days / whole, 0.0)
        length = _length(random, usual, spread, None if life is Life.REGULAR else gone)
        following = onset + timedelta(days=length)
        bleed = Bleed(onset, onset + timedelta(days=BLEED_DAYS - 1), starts_cycle=True)
        cycle = Cycle(onset, following if following <= last else None)
        found.append(ReadCycle(cycle, bleed, None, ()))
        onset = following
    return found


def placed_in(cycles: Sequence[ReadCycle], days: Sequence[date]) -> list[PlacedDay | None]:
    """Place days; in the open cycle by a forecast of a typical length."""
    onsets = [read.cycle.onset for read in cycles]
    found: list[PlacedDay | None] = []
    for day in days:
        number = bisect_right(onsets, day) - 1
        if number < 0:
            found.append(None)
            continue
        read = cycles[number]
        end = read.cycle.end or read.cycle.onset + timedelta(days=TYPICAL_DAYS)
        found.append(PlacedDay(day, number, read, end) if day < end else None)
    return found


def _length(random: np.random.Generator, usual: float, spread: float, gone: float | None) -> int:
    """Return the days to the next bleed.

    Args:
        gone: How far through the years before menopause, 0 to 1; None while cycles are regular.
    """
    if gone is None:
        return int(np.clip(round(random.normal(usual, spread)), SHORTEST, LONGEST))
    wide = EARLY_SPREAD + gone * (LATE_SPREAD - EARLY_SPREAD)
    length = int(np.clip(round(random.normal(usual, wide)), SHORTEST, LATE_LONGEST))
    skipped = random.random() < EARLY_SKIPPED + gone * (LATE_SKIPPED - EARLY_SKIPPED)
    return length + (_length(random, usual, spread, gone) if skipped else 0)
