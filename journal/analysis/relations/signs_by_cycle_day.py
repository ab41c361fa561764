"""Which signs she noted on which cycle days: how often and how strongly, with counts.

    from the onset        1   2   3 ...                        counted from the period that began
    to the next onset   ...             -3  -2  -1             counted back from the next one

A sign is *present* from mild on. Its share is of the days on which it was noted, "not today" among
them: silence about a sign is not its absence. A sign that was never noted as "not today" has no
such days, and then its share is of the days on which anything was recorded, which is said.
Nothing is taken account of here, and no cell of fewer than three days has a share.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from journal.analysis.day_memory_grid import Floats, Ordinals
from journal.analysis.phase_bands import day_standings
from journal.analysis.quartiles import FEWEST_DAYS
from journal.analysis.relations.daily import DailyRecord
from journal.cycle.reading import CycleReading
from journal.domain.days import SIGN_PREFIX
from journal.domain.ranges import ONE_DAY, DateRange

# A phone shows so many rows and columns that can still be told apart.
MOST_SIGNS: Final = 20
MOST_CYCLE_DAYS: Final = 40
NOWHERE: Final = 0
# Ours: as if so many days more had been as usual.
DRAWN_BY_DAYS: Final = 5


class CountedFrom(StrEnum):
    """Which onset the cycle days are counted from."""

    ONSET = "onset"
    NEXT_ONSET = "next_onset"


@dataclass(frozen=True, slots=True)
class SignCell:
    """One sign on one cycle day.

    Attributes:
        cycle_day: 1 on the onset; below zero where counted back from the next.
        days: Those its share is out of.
        present: On how many of them it was at least mild.
        strength: The mean of the days on which it was present, 1 mild to 3 severe; None of fewer
            than three.
    """

    cycle_day: int
    days: int
    present: int
    strength: float | None

    @property
    def share(self) -> float | None:
        """How often it was present, 0 to 1; None of fewer than three days."""
        return self.present / self.days if self.days >= FEWEST_DAYS else None


@dataclass(frozen=True, slots=True)
class SignRow:
    """One sign over the cycle.

    Attributes:
        cells: One for each cycle day.
        never_absent: It was never noted as "not today", so that the share is of days recorded.
    """

    code: str
    name: str
    cells: tuple[SignCell, ...]
    never_absent: bool

    @property
    def present(self) -> int:
        """On how many days in all it was present."""
        return sum(cell.present for cell in self.cells)

    @property
    def most(self) -> SignCell | None:
        """The cell in which it came most often; None without any share.

        A share of few days is drawn towards the share of all, or two of three days by chance would
        always win.
        """
        usual = self.present / max(sum(cell.days for cell in self.cells), 1)
        told = [cell for cell in self.cells if cell.share]
        return max(
            told,
            key=lambda cell: (cell.present + DRAWN_BY_DAYS * usual) / (cell.days + DRAWN_BY_DAYS),
            default=None,
        )


@dataclass(frozen=True, slots=True)
class SignsByCycleDay:
    """All signs over the cycle.

    Attributes:
        cycle_days: The columns, in order.
        rows: The sign that was present most often first.
        left_out: Signs there was no room for.
        cycles: In how many cycles a sign was noted.
        days: On how many days in a cycle any of these signs was noted.
    """

    counted_from: CountedFrom
    cycle_days: tuple[int, ...]
    rows: tuple[SignRow, ...]
    left_out: int
    cycles: int
    days: int


def signs_by_cycle_day(
    record: DailyRecord, reading: CycleReading, counted_from: CountedFrom = CountedFrom.ONSET
) -> SignsByCycleDay:
    """Count the signs of a record by cycle day."""
    numbers = _numbers(record, reading, counted_from)
    signs = {code: values for code, values in record.values.items() if code.startswith(SIGN_PREFIX)}
    inside = numbers != NOWHERE
    present = {code: int((values[inside] >= 1).sum()) for code, values in signs.items()}
    ranked = sorted((code for code in signs if present[code]), key=lambda code: -present[code])
    kept = ranked[:MOST_SIGNS]
    noted = np.zeros(len(record.days), dtype=bool)
    for code in kept:
        noted |= np.isfinite(signs[code])
    noted &= inside
    cycle_days = _columns(numbers[noted])
    recorded = record.written()
    return SignsByCycleDay(
        counted_from=counted_from,
        cycle_days=cycle_days,
        rows=tuple(
            _row(code, record.names.get(code, code), signs[code], (numbers, cycle_days), recorded)
            for code in kept
        ),
        left_out=len(ranked) - len(kept),
        cycles=_cycles(record, reading, noted),
        days=int(noted.sum()),
    )


def _row(
    code: str,
    name: str,
    values: Floats,
    places: tuple[Ordinals, Sequence[int]],
    recorded: np.ndarray,
) -> SignRow:
    numbers, cycle_days = places
    never_absent = not (values == 0).any()
    out_of = recorded if never_absent else np.isfinite(values)
    cells = []
    for number in cycle_days:
        on = numbers == number
        strengths = values[on & (values >= 1)]
        strength = float(strengths.mean()) if len(strengths) >= FEWEST_DAYS else None
        cells.append(SignCell(number, int((out_of & on).sum()), len(strengths), strength))
    return SignRow(code, name, tuple(cells), never_absent)


def _numbers(record: DailyRecord, reading: CycleReading, counted_from: CountedFrom) -> Ordinals:
    """Return the cycle day of every date, 0 where it has none."""
    if not record.days:
        return np.zeros(0, dtype=np.int64)
    if counted_from is CountedFrom.NEXT_ONSET:
        found = [NOWHERE if day is None else -day.days_to_onset for day in record.placed]
    else:
        span = DateRange(record.days[0], record.days[-1] + ONE_DAY)
        standings = day_standings(reading, span)
        found = [
            NOWHERE if (at := standings.get(day)) is None else at.cycle_day or NOWHERE
            for day in record.days
        ]
    numbers = np.array(found, dtype=np.int64)
    return np.where(np.abs(numbers) <= MOST_CYCLE_DAYS, numbers, NOWHERE)


def _columns(numbers: Ordinals) -> tuple[int, ...]:
    """Return the cycle days up to the last with days enough; all from the onset on are there."""
    found, days = np.unique(numbers, return_counts=True)
    enough = found[days >= FEWEST_DAYS]
    if not len(enough):
        return ()
    first, last = min(int(enough[0]), 1), max(int(enough[-1]), -1)
    return tuple(range(first, 0)) if last < 0 else tuple(range(1, last + 1))


def _cycles(record: DailyRecord, reading: CycleReading, noted: np.ndarray) -> int:
    onsets = np.array([read.cycle.onset.toordinal() for read in reading.cycles], dtype=np.int64)
    days = record.first + np.flatnonzero(noted)
    return len(np.unique(np.searchsorted(onsets, days, side="right")))
