"""Cycles, from one menses onset to the next; the onset is cycle day 1, there is no day 0.

onset            onset         today
|1 2 3 … 28      |1 2 3 …      |
[ closed, 28 d ) [ open, no length
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Cycle:
    """One cycle.

    Attributes:
        end: The next onset, the first date no longer inside; None while the cycle is open.
    """

    onset: date
    end: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether the next onset is still to come."""
        return self.end is None

    @property
    def length_days(self) -> int | None:
        """Days from onset to onset; an open cycle has no length yet."""
        return None if self.end is None else (self.end - self.onset).days


def cycles(onsets: Sequence[date], today: date) -> list[Cycle]:
    """Return the cycles up to `today`, the last one open; onsets lie oldest first."""
    begun = [onset for onset in onsets if onset <= today]
    closed = [Cycle(onset, following) for onset, following in pairwise(begun)]
    return [*closed, Cycle(begun[-1])] if begun else []


def cycle_day(onsets: Sequence[date], day: date) -> int | None:
    """Number a date within its cycle, counting the menses onset as day 1.

    Args:
        onsets: Menses onsets, oldest first.
        day: The date to number.

    Returns:
        The cycle day, or None before the first onset.
    """
    begun = bisect_right(onsets, day)
    return (day - onsets[begun - 1]).days + 1 if begun else None
