"""Where the dates of a record lie in her cycles, as arrays that every outcome picks its days of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from journal.analysis.day_memory_cycle import PlacedDay, cycle_columns
from journal.analysis.day_memory_gate import Lack, cycle_lacks
from journal.analysis.day_memory_grid import Floats, Ordinals
from journal.analysis.premenstrual_days import Window, window_of

NO_CYCLE: Final = -1


@dataclass(frozen=True, slots=True, eq=False)
class CyclePlaces:
    """One value for each date.

    Attributes:
        harmonics: Of the cycle, (dates, harmonics); 0 where the place is not known.
        unknown: 1 where it is not.
        windows: By window, 1 on its days.
        numbers: Which cycle it lies in; `NO_CYCLE` where that is not known.
        closed: Whether that cycle is complete.
    """

    harmonics: Floats
    unknown: Floats
    windows: dict[Window, Floats]
    numbers: Ordinals
    closed: Floats

    def complete_cycles(self, at: Ordinals) -> int:
        """Count the complete cycles that hold one of these dates."""
        numbers = self.numbers[at]
        return len(np.unique(numbers[self.closed[at] > 0]))

    def cycles_with(self, window: Window, at: Ordinals) -> int:
        """Count the cycles in which one of these dates lies in a window."""
        return len(np.unique(self.numbers[at][self.windows[window][at] > 0]))

    def lacks(self, window: Window, at: Ordinals) -> tuple[Lack, ...]:
        """Say what rated days lack for a question about a window."""
        return cycle_lacks(
            cycles=self.complete_cycles(at),
            rated=len(at),
            phase_known=int((1 - self.unknown[at]).sum()),
            window_cycles=self.cycles_with(window, at),
            window_days=int(self.windows[window][at].sum()),
        )


def cycle_places(placed: Sequence[PlacedDay | None]) -> CyclePlaces:
    """Lay out where dates lie, one row for each."""
    columns = cycle_columns(placed) if placed else np.zeros((0, 1))
    windows = [window_of(day) for day in placed]
    return CyclePlaces(
        columns[:, :-1],
        columns[:, -1],
        {
            window: np.array([of is window for of in windows], dtype=np.float64)
            for window in (Window.PREMENSTRUAL, Window.AROUND_OVULATION, Window.PERIOD)
        },
        np.array([NO_CYCLE if day is None else day.number for day in placed], dtype=np.int64),
        np.array([day is not None and not day.by_forecast for day in placed], dtype=np.float64),
    )
