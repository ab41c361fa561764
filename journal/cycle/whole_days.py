"""How likely each whole day is: the middle, and the span that holds about so much of it.

Convention: a day k stands for everything from k − ½ to k + ½; spans hold their first and last day.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import numpy as np

from journal.cycle.own_variance import Floats

# Four in five: what the span of a forecast is meant to hold.
COVERAGE: Final = 0.8
# Less than this is left beyond the last day that is kept.
_NEGLIGIBLE: Final = 1e-6
_FIRST_REACH_DAYS: Final = 64
_LONGEST_REACH_DAYS: Final = 4096


@dataclass(frozen=True, slots=True)
class WholeDays:
    """Probabilities of consecutive whole days.

    Attributes:
        first: The day the first probability belongs to.
        probabilities: One for each day from there; together 1.
    """

    first: int
    probabilities: tuple[float, ...]

    @property
    def last(self) -> int:
        """The last day that is possible."""
        return self.first + len(self.probabilities) - 1

    @property
    def median(self) -> int:
        """The first day by which it is at least as likely to have come as not."""
        return self.first_day_by(0.5)

    def first_day_by(self, share: float) -> int:
        """Return the first day by which at least this share of the probability has come."""
        summed = list(accumulate(self.probabilities))
        return min(self.first + bisect_left(summed, share), self.last)

    def probability(self, day: int) -> float:
        """Return how likely it is on this very day."""
        return self.probabilities[day - self.first] if self.first <= day <= self.last else 0.0

    def interval(self, coverage: float = COVERAGE) -> tuple[int, int]:
        """Return the span that leaves out as much before it as after it, together 1 − coverage.

        Each end is the day that comes closest to leaving out its share. Rounding outwards would
        hold more than is promised: in a span of a few days, one day is a tenth of the probability.
        The median is always inside. While days pass and are dropped, neither end moves earlier.
        """
        left_out = (1 - coverage) / 2
        low = _closest(self.probabilities, left_out)
        high = _closest(self.probabilities[::-1], left_out)
        return self.first + low, self.last - high

    def shortest_interval(self, coverage: float = COVERAGE) -> tuple[int, int]:
        """Return the span grown from the likeliest day that comes closest to `coverage`.

        Narrower where one tail is long. Its ends may jump while days pass, so it is for looking
        back. The median is inside for every coverage from one half on.
        """
        chances = self.probabilities
        low = high = max(range(len(chances)), key=chances.__getitem__)
        held = chances[low]
        while held < coverage and high - low + 1 < len(chances):
            before = chances[low - 1] if low else -1.0
            after = chances[high + 1] if high + 1 < len(chances) else -1.0
            grown = held + max(before, after)
            if held >= 0.5 and coverage - held < grown - coverage:  # noqa: PLR2004 - one half
                break
            low, high = (low - 1, high) if before >= after else (low, high + 1)
            held = grown
        return self.first + low, self.first + high


def whole_days(
    log_above: Callable[[Floats], Floats], *, first: int, last: int | None = None
) -> WholeDays:
    """Cut a continuous distribution into whole days; what lies outside is dropped.

    Args:
        log_above: Logarithm of the probability of more than each of these numbers of days.
        first: The earliest day still possible.
        last: The latest day possible; None for no limit.
    """
    reach = _FIRST_REACH_DAYS if last is None else max(last - first + 1, 1)
    while True:
        edges = first - 0.5 + np.arange(reach + 1, dtype=np.float64)
        tail = log_above(edges)
        above = np.exp(tail - tail[0])
        if last is not None or above[-1] < _NEGLIGIBLE or reach >= _LONGEST_REACH_DAYS:
            break
        reach *= 2
    chances = np.maximum(above[:-1] - above[1:], 0.0)
    return WholeDays(first, tuple((chances / chances.sum()).tolist()))


def _closest(probabilities: Sequence[float], share: float) -> int:
    """Return how many leading days together come closest to a share; the fewer of two as close."""
    passed = 0.0
    for count, probability in enumerate(probabilities):
        if share - passed <= passed + probability - share:
            return count
        passed += probability
    return 0
