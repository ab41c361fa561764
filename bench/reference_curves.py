"""Curves over the cycle beside those of the R package mgcv, one for each person.

`gam_input.csv` has the daily ratings with their cycle time, −1 to 1; `gam_per_person_curves.csv`
what `gam(y ~ s(time, bs = "cc", k = 10), method = "REML")` made of each person: fit and standard
error on a grid. That model knows of no memory from day to day, no trend and no week, so the curve
is fitted without them here too: what is compared is how it bends.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np

from bench.reference_files import Row, rows_of
from bench.reference_result import Compared
from journal.analysis.day_memory import RatedDays
from journal.analysis.relations.cycle_curve import cyclic_levels

INPUT: Final = "gam_input.csv"
CURVES: Final = "gam_per_person_curves.csv"
MOST_ERRORS: Final = 3  # a point further away than these of the reference's differs


def compare_curves(folder: Path) -> Iterator[Compared]:
    """Compare every point of every person; nothing where the tables are not there."""
    if not (folder / CURVES).is_file():
        return
    rated = _by_person(rows_of(folder / INPUT))
    apart: list[float] = []
    differences = []
    for person, points in _by_person(rows_of(folder / CURVES)).items():
        fitted = _fitted(rated[person], [_share(point) for point in points])
        for point, fit in zip(points, fitted, strict=True):
            errors = abs(fit - float(point["fit"])) / float(point["se"])
            apart.append(errors)
            if errors > MOST_ERRORS:
                at = point["cyclic_time_impute"]
                differences.append(f"person {person} at {at}: {point['fit']}, here {fit:.2f}")
    within = [100 * np.mean([errors <= most for errors in apart]) for most in (1, 2)]
    note = f"within one standard error {within[0]:.0f} %, two {within[1]:.0f} %"
    yield Compared(CURVES, len(apart), tuple(differences), note)


def _by_person(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row["cyclic_time_impute"] not in {"", "NA"}:
            found.setdefault(row["id"], []).append(row)
    return found


def _share(row: Row) -> float:
    """Turn cycle time, −1 to 1, into a share of one turn."""
    return (float(row["cyclic_time_impute"]) + 1) / 2


def _fitted(rows: Sequence[Row], at: Sequence[float]) -> list[float]:
    ordered = sorted(rows, key=lambda row: row["date"])
    days = np.array([date.fromisoformat(row["date"]).toordinal() for row in ordered])
    rated = RatedDays(days, np.array([float(row["symptom"]) for row in ordered]))
    levels = cyclic_levels(
        rated,
        np.ones((rated.count, 1)),
        np.array([_share(row) for row in ordered]),
        np.zeros(rated.count),
        np.array(at),
        remembering=False,
    )
    return [level.estimate for level in levels]
