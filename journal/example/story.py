"""The invented life in outline: when it changes, and how much of it gets written down.

Convention: an index counts days from the first day, 0; "days ago" count back from the last.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

DAYS_PER_YEAR: Final = 365.25
EXAMPLE_YEARS: Final = 3
EARLY_TRANSITION_DAYS_AGO: Final = 730
LATE_TRANSITION_DAYS_AGO: Final = 440
THERAPY_DAYS_AGO: Final = 130
MOVE_DAYS_AGO: Final = 610
MISSING_RATE: Final = 0.27
# Each part of the life draws from its own stream, so that a change to one leaves the others alone.
_PARTS: Final = (
    "cycles",
    "circumstances",
    "closeness",
    "ratings",
    "body",
    "gaps",
    "details",
    "notes",
    "partner",
)


@dataclass(frozen=True, slots=True)
class Story:
    """What decides a life: its last day, how many days it has, and its seed.

    Attributes:
        missing_rate: Fraction of days without ratings, 0–1.
    """

    until: date
    days: int
    seed: int
    missing_rate: float = MISSING_RATE

    def date_of(self, index: int) -> date:
        """Date a day of the story."""
        return self.until - timedelta(days=self.days - 1 - index)

    def index_ago(self, days_ago: int) -> int:
        """Return the index of the day so many days before the last; negative before the first."""
        return self.days - 1 - days_ago

    def stream(self, part: str) -> np.random.Generator:
        """Return the random numbers of one part of the life."""
        return np.random.default_rng([self.seed, _PARTS.index(part)])

    def progress(
        self, from_ago: int, until_ago: int
    ) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """Say for every day how far a change has come: 0 before `from_ago`, 1 after `until_ago`."""
        start, end = self.index_ago(from_ago), self.index_ago(until_ago)
        return np.clip((np.arange(self.days) - start) / (end - start), 0.0, 1.0)


def days_in(years: int) -> int:
    """Return the days of so many years."""
    return round(years * DAYS_PER_YEAR)
