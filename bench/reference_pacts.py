"""Cycle time beside tables of the R package menstrualcycleR (Nagpal et al. 2025).

`…output.csv` is a table the package wrote, `…input.csv` what it was given; without one of its own
a table stands on `input.csv`, and without that on the columns of its input it repeats. A table
made with other bounds of cycle length carries them in its name: `…bounds18_45_output.csv`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypeAlias

from bench.reference_files import Row, rows_of, same_cell
from bench.reference_result import Compared
from journal.cycle.cycle_time import cycle_times
from journal.cycle.cycle_time_values import (
    OVULATION,
    PACTS_BOUNDS,
    PACTS_GATES,
    CycleTime,
    Layer,
    LengthBounds,
    PhaseGates,
)
from journal.cycle.cycles import cycles
from journal.domain.ranges import ONE_DAY, DateRange

DATE_COLUMNS: Final = ("date", "daterated")
Cells: TypeAlias = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a table was made with."""

    bounds: LengthBounds
    gates: PhaseGates

    @classmethod
    def of_table(cls, name: str) -> "Limits":
        """Read the limits out of the name of a table."""
        found = re.search(r"bounds(\d+)_(\d+)", name)
        if found is None:
            return cls(PACTS_BOUNDS, PACTS_GATES)
        bounds = LengthBounds(int(found[1]), int(found[2]))
        # With 18 to 45 days the package places luteal phases of 19 and 21 days as confirmed and
        # still none of 4: the longest phases go up with the longest cycle, the shortest stay.
        more = max(bounds.longest - PACTS_BOUNDS.longest, 0)
        return cls(
            bounds,
            PhaseGates(
                shortest_follicular=PACTS_GATES.shortest_follicular,
                longest_follicular=PACTS_GATES.longest_follicular + more,
                shortest_luteal=PACTS_GATES.shortest_luteal,
                longest_luteal=PACTS_GATES.longest_luteal + more,
            ),
        )


def compare_pacts(folder: Path) -> Iterator[Compared]:
    """Compare every table of a folder."""
    for table in sorted(folder.glob("*output.csv")):
        yield _compare(table)


def _compare(table: Path) -> Compared:
    limits = Limits.of_table(table.name)
    given, expected = _by_person(_input_of(table)), _by_person(table)
    cells = 0
    differences: list[str] = []
    for person, rows in expected.items():
        computed = _columns_by_date(given[person], limits) if person in given else {}
        for day, row in rows.items():
            if day not in computed:
                differences.append(f"{person} on {day}: not in the input")
                continue
            for column, value in computed[day].items():
                if column not in row or (value is None and column == "mcyclength"):
                    continue
                cells += 1
                if not same_cell(row[column], value):
                    differences.append(
                        f"{person} on {day}, {column}: {row[column]} there, {value} here"
                    )
    return Compared(table.name, cells, tuple(differences), _note(limits))


def _note(limits: Limits) -> str:
    if limits.gates == PACTS_GATES:
        return ""
    return (
        f"phases up to {limits.gates.longest_follicular} and {limits.gates.longest_luteal} days, "
        f"cycles of {limits.bounds.shortest} to {limits.bounds.longest}"
    )


def _input_of(table: Path) -> Path:
    own = table.with_name(table.name.replace("output.csv", "input.csv"))
    common = table.with_name("input.csv")
    return next((path for path in (own, common) if path.is_file()), table)


def _by_person(path: Path) -> dict[str, dict[date, Row]]:
    people: dict[str, dict[date, Row]] = {}
    for row in rows_of(path):
        column = next(name for name in DATE_COLUMNS if name in row)
        people.setdefault(row["id"], {})[date.fromisoformat(row[column])] = row
    return people


def _columns_by_date(rows: Mapping[date, Row], limits: Limits) -> dict[date, Cells]:
    range_ = DateRange(min(rows), max(rows) + ONE_DAY)
    onsets = sorted(day for day, row in rows.items() if _is_one(row, "menses"))
    ovulations = sorted(day for day, row in rows.items() if _is_one(row, "ovtoday"))
    times = cycle_times(onsets, ovulations, range_, bounds=limits.bounds, gates=limits.gates)
    counted = _counts(onsets, range_)
    return {time.date: _cells(time, onsets) | counted[time.date] for time in times}


def _cells(time: CycleTime, onsets: Sequence[date]) -> Cells:
    sure, any_layer = time.confirmed, time.position
    # The package marks the days inside a phase that is too long, not the onset that closes it.
    extended = float(time.layer is Layer.EXTENDED and time.date not in onsets)
    return {
        "cyclic_time": sure and sure.menses_centred,
        "cyclic_time_ov": sure and sure.ovulation_centred,
        "cyclic_time_impute": any_layer and any_layer.menses_centred,
        "cyclic_time_imp_ov": any_layer and any_layer.ovulation_centred,
        "cyclic_time_impute_extended_phase": extended,
        "cyclic_time_imp_ov_extended_phase": extended,
        "ovtoday_impute": float(time.imputed == OVULATION),
        "luteal_length": time.luteal_length,
    }


def _counts(onsets: Sequence[date], range_: DateRange) -> dict[date, Cells]:
    """Number days and cycles; a cycle not closed has no length here, and none is compared."""
    counted: dict[date, Cells] = {
        day: {"m2mcount": None, "cyclenum": None, "cycle_incomplete": None} for day in range_
    }
    for number, cycle in enumerate(cycles(onsets, range_.last), start=1):
        for day in DateRange(cycle.onset, cycle.end or range_.end):
            counted[day]["m2mcount"] = (day - cycle.onset).days + 1
            counted[day]["cyclenum"] = None if cycle.is_open else number
            counted[day]["cycle_incomplete"] = float(cycle.is_open)
            counted[day]["mcyclength"] = cycle.length_days
    return counted


def _is_one(row: Row, column: str) -> bool:
    """Read a mark; a column that is not there marks nothing, as an empty cell does."""
    return same_cell(row.get(column, ""), 1.0)
