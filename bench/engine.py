"""`python3 -m bench.engine`: what reading a whole record costs, over 1, 15 and 40 years.

The record is a full one: a temperature, mucus and now and then an ovulation test on every day, so
that every rule of the engine has something to do. Times are medians of repeated runs in one
process; the last column shows whether the cost grows in step with the years.
"""

import argparse
import random
from collections.abc import Iterator
from datetime import date, timedelta
from time import perf_counter
from typing import Final

from bench.figures import Timing
from journal.cycle.body_signs import BodySignDay
from journal.cycle.engine import read_cycles
from journal.cycle.reading import CycleRecord
from journal.domain.days import Bleeding, LhTest, Mucus
from journal.domain.journal import BleedingDay
from journal.domain.owner_settings import OwnerSettings

UNTIL: Final = date(2026, 11, 22)
YEARS: Final = (1, 15, 40)
DAYS_A_YEAR: Final = 365.25
PERIOD_DAYS: Final = 5


def full_record(years: float, until: date = UNTIL, seed: int = 1) -> CycleRecord:
    """Make up a record with every body sign on every day."""
    chance = random.Random(seed)
    start = until - timedelta(days=round(years * DAYS_A_YEAR))
    bleeding: list[BleedingDay] = []
    signs: list[BodySignDay] = []
    onset = start
    while onset <= until:
        length = max(21, round(chance.gauss(29, 2.5)))
        for day, sign in _cycle(onset, length, chance):
            if day > until:
                break
            signs.append(sign)
            if (day - onset).days < PERIOD_DAYS:
                bleeding.append(BleedingDay(day, Bleeding.MEDIUM))
        onset += timedelta(days=length)
    settings = OwnerSettings(birth_year=until.year - 44)
    return CycleRecord(tuple(bleeding), tuple(signs), settings=settings)


def _cycle(onset: date, length: int, chance: random.Random) -> Iterator[tuple[date, BodySignDay]]:
    ovulation = length - 13
    for n in range(length):
        day = onset + timedelta(days=n)
        warm = 0.3 if n > ovulation else 0.0
        near = abs(n - ovulation)
        yield (
            day,
            BodySignDay(
                day,
                temperature_c=round(36.4 + warm + chance.gauss(0, 0.06), 2),
                mucus=Mucus.EGG_WHITE if near <= 1 else Mucus.CREAMY if near <= 3 else Mucus.DRY,  # noqa: PLR2004
                lh_test=LhTest.POSITIVE if n == ovulation - 1 else None,
            ),
        )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python3 -m bench.engine", description=__doc__)
    parser.add_argument("--runs", type=int, default=30, help="runs per record (30)")
    runs = parser.parse_args().runs
    print(
        f"{'years':>5} {'days':>7} {'cycles':>7} {'median ms':>10} {'p95 ms':>8} {'ms a year':>10}"
    )
    for years in YEARS:
        record = full_record(years)
        timing = Timing.of([_run(record) for _ in range(runs)])
        found = len(read_cycles(record, UNTIL).cycles)
        p95 = f"{timing.p95:8.1f}" if timing.p95 is not None else "–".rjust(8)
        print(
            f"{years:5} {len(record.body_signs):7,} {found:7,} {timing.median:10.1f} {p95} "
            f"{timing.median / years:10.2f}"
        )


def _run(record: CycleRecord) -> float:
    start = perf_counter()
    read_cycles(record, UNTIL)
    return (perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
