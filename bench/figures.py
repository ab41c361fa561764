"""The few numbers taken from a row of timings."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Final, Self

FEWEST_FOR_P95: Final = 20


@dataclass(frozen=True, slots=True)
class Timing:
    """A row of timings in milliseconds.

    Attributes:
        p95: None with too few timings to say.
        n: How many timings it rests on.
    """

    median: float
    p95: float | None
    n: int

    @classmethod
    def of(cls, milliseconds: Sequence[float]) -> Self:
        """Summarise at least one timing."""
        enough = len(milliseconds) >= FEWEST_FOR_P95
        p95 = quantiles(milliseconds, n=20, method="inclusive")[-1] if enough else None
        return cls(median(milliseconds), p95, len(milliseconds))

    def times(self, floor: "Timing") -> float:
        """Return how many times the floor's median this one's is."""
        return self.median / floor.median
