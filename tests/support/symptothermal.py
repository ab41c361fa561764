"""Body signs for tests: cycles written in a line, and the cycles of the reference table."""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from journal.cycle.body_signs import BodySignDay
from journal.domain.days import LhTest, Mucus
from tests.builders import FIRST_DAY

REFERENCE = Path(__file__).parents[1] / "cycle" / "reference" / "symptothermal" / "cycles.csv"
MUCUS_SIGNS = dict(zip("01234", Mucus, strict=True))
LH_SIGNS = {"-": LhTest.NEGATIVE, "+": LhTest.POSITIVE}


def place(day: int | str, first: date = FIRST_DAY) -> date | None:
    """Turn a day number, 1 for the first, into its date; None for an empty cell or a dash."""
    return None if day in {"", "–"} else first + timedelta(days=int(day) - 1)


def body_signs(
    temperatures: str = "", mucus: str = "", tests: str = "", *, first: date = FIRST_DAY
) -> list[BodySignDay]:
    """Read one cycle from lines with an entry for each day; `.` is a day without one.

    Temperatures stand apart, in °C, with `!` behind a disturbed one; mucus is 0 (dry) to 4 (like
    egg white), a test + or -.
    """
    readings = temperatures.split()
    length = max(len(readings), len(mucus), len(tests))
    readings += ["."] * (length - len(readings))
    rows = zip(readings, mucus.ljust(length, "."), tests.ljust(length, "."), strict=True)
    return [
        BodySignDay(
            first + timedelta(days=at),
            temperature_c=None if degrees == "." else float(degrees.rstrip("!")),
            temperature_disturbed=degrees.endswith("!"),
            mucus=MUCUS_SIGNS.get(seen),
            lh_test=LH_SIGNS.get(tested),
        )
        for at, (degrees, seen, tested) in enumerate(rows)
    ]


@dataclass(frozen=True, slots=True)
class ReferenceCycle:
    """One row of the reference table; the cells as they are written."""

    days: list[BodySignDay]
    row: dict[str, str]


def reference_cycles() -> list[ReferenceCycle]:
    """Read every cycle of the reference table."""
    with REFERENCE.open(encoding="utf-8", newline="") as lines:
        return [
            ReferenceCycle(body_signs(row["temperatures"], row["mucus"]), row)
            for row in csv.DictReader(lines)
        ]
