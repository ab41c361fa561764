"""`python3 -m bench encrypted`: what a passphrase costs, on journals of 1, 15 and 40 years.

A tap is saving a rating and reading what the day form reads for it; the page is the day form drawn
anew after a tap. Both are the median of many, with and without a passphrase on the same journal.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from shutil import copy
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from streamlit.testing.v1 import AppTest

from bench.records import OWNER, build_record
from journal.domain.journal import Journal
from journal.domain.ranges import DateRange
from journal.storage import OwnMachine

YEARS: Final = (1, 15, 40)
UNTIL: Final = date(2026, 11, 22)
PASSPHRASE: Final = "four words that lie apart"  # noqa: S105  # opens nothing but this
TAPS: Final = 60
PAGES: Final = 12


def _now() -> datetime:
    return datetime.now(UTC)


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _tap(journal: Journal, number: int) -> None:
    day = UNTIL - timedelta(days=number % 7)
    journal.save_day(day, {"mood": number % 11})
    journal.settings()
    journal.days(DateRange.last_days(60, UNTIL))
    journal.moments(DateRange.last_days(60, UNTIL))


def _both(one: Callable[[int], object], other: Callable[[int], object], times: int) -> list[float]:
    """Return the medians of two acts done in turns, so that a busy machine is busy for both."""
    pairs = [
        [_seconds(partial(act, number)) for act in (one, other)] for number in range(times + 1)
    ]
    return [median(each) for each in zip(*pairs[1:], strict=True)]


def _drawing(journal: Journal) -> Callable[[int], object]:
    """Return what draws the day form once more."""

    def run(journal: "Journal", day: "date") -> None:
        from datetime import UTC  # noqa: PLC0415  # runs as a script of its own

        from journal.pages import today  # noqa: PLC0415  # as above

        today.render(journal, day, UTC)

    page = AppTest.from_function(run, kwargs={"journal": journal, "day": UNTIL}, default_timeout=60)
    return lambda _: page.run()


def _row(folder: Path, years: int) -> str:
    file = build_record(folder / str(years), years, UNTIL)
    open_one = OwnMachine(copy(file, file.with_name("open.db")), OWNER, clock=_now)
    machine = OwnMachine(file, OWNER, clock=_now)
    setting = _seconds(lambda: machine.set_passphrase(PASSPHRASE))
    machine.lock()
    opening = _seconds(lambda: (machine.unlock(PASSPHRASE), machine.journal().settings()))
    journals = (open_one.journal(), machine.journal())
    plain, sealed = _both(*(partial(_tap, journal) for journal in journals), times=TAPS)
    drawn, drawn_sealed = _both(*map(_drawing, journals), times=PAGES)
    changing = _seconds(lambda: machine.set_passphrase("another", present=PASSPHRASE))
    megabytes = file.stat().st_size / 1e6
    machine.close()
    open_one.close()
    return (
        f"{years:>5} {megabytes:>6.1f} {setting:>7.2f} {changing:>8.2f} {opening:>7.2f}"
        f" {plain * 1e3:>9.1f} {sealed * 1e3:>9.1f} {sealed / plain:>6.2f}"
        f" {drawn * 1e3:>8.0f} {drawn_sealed * 1e3:>8.0f} {drawn_sealed / drawn:>6.2f}"
    )


def main() -> int:
    """Measure and print the table."""
    print("                seconds to                milliseconds a tap      the day form, ms")
    print(
        "years     MB     set   change    open     plain    sealed  ratio    plain   sealed  ratio"
    )
    with TemporaryDirectory(prefix="tending-bench-") as folder:
        for years in YEARS:
            print(_row(Path(folder), years), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
