"""Ratings of 20 women who kept a diary (the example of the C-PASS program), as records.

The tables stand in `tests/cycle/reference/cpass`, which says where they come from. They give days
from the onset, seven before it and the fourth to the tenth after it, and no dates: every onset is
laid 29 days after the last, so that no day of a cycle always falls on the same weekday. Items go
from 1, not at all, to 6.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from bench.reference_files import rows_of
from journal.analysis.day_memory_cycle import placed_days
from journal.analysis.relations.daily import DailyRecord
from journal.cycle.reading import CycleReading
from tests.builders import on
from tests.cycle_builders import cycles_before, reading_of

FOLDER: Final = Path(__file__).parents[2] / "cycle" / "reference" / "cpass"
FIRST_ONSET: Final = on("2026-01-08")
LENGTH: Final = 29
CORE: Final = tuple(str(item) for item in range(1, 9))  # the items about mood


@cache
def diaries() -> Mapping[str, tuple[DailyRecord, CycleReading]]:
    """Lay out every woman: items by number, and their mean over the eight about mood as "mood"."""
    rated: dict[str, dict[str, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows_of(FOLDER / "input.csv.gz"):
        if row["drsp_score"] not in {"", "NA"}:
            at, cycle = int(row["day"]), int(row["cycle"])
            # There is no day 0: the day before the onset is −1, and the onset is day 1.
            day = (cycle - 1) * LENGTH + (at if at < 0 else at - 1)
            rated[row["subject"]][row["item"]][day] = float(row["drsp_score"])
    return {woman: _laid_out(items) for woman, items in rated.items()}


def _laid_out(items: Mapping[str, Mapping[int, float]]) -> tuple[DailyRecord, CycleReading]:
    known = sorted({day for item in items.values() for day in item})
    span = range(known[0], known[-1] + 1)
    days = [FIRST_ONSET + timedelta(days=day) for day in span]
    cycles = known[-1] // LENGTH + 2
    end = FIRST_ONSET + timedelta(days=(cycles - 1) * LENGTH)
    reading = reading_of(*cycles_before(end, *[LENGTH] * cycles))
    values = {
        item: np.array([of.get(day, np.nan) for day in span], dtype=np.float64)
        for item, of in items.items()
    }
    values["mood"] = _mean([values[item] for item in CORE])
    values["apart"] = np.zeros(len(days))
    names = {code: code for code in values}
    return DailyRecord(days, values, names, placed_days(reading, days)), reading


def _mean(series: Sequence[np.ndarray]) -> np.ndarray:
    """Return the mean day by day; NaN where one of them was not rated."""
    return np.asarray(np.mean(series, axis=0), dtype=np.float64)
