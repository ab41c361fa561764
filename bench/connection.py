"""`python3 -m bench.connection`: what each part of Connection costs to read with 50,000 moments.

The same person is written into two databases, forty years of her and the last of them alone, and
each reading is taken on both in turn. What is about the same span should cost the same on both; the
last column shows what grows with the years. No picture is drawn there. Then each section of the
page is asked of a running server, its pictures too, at 1, 15 and 40 years. About five minutes.
"""

import argparse
import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from types import MappingProxyType
from typing import Final

from bench.connection_sections import sections_table
from bench.figures import Timing
from bench.records import OWNER
from bench.rounds import in_turn
from bench.table import markdown
from journal.analysis.account import account
from journal.analysis.apart import apart
from journal.analysis.bids import bid_overview
from journal.analysis.days_ahead import days_ahead
from journal.analysis.half_life_record import journal_half_life
from journal.analysis.intentions import week_of_intentions
from journal.analysis.sensations import felt_in
from journal.analysis.suggestions import suggestions
from journal.cycle.engine import read_cycles
from journal.cycle.reading import CycleReading
from journal.cycle.record import load_cycle_record, load_recent_record
from journal.domain.journal import ReadableJournal
from journal.domain.moments import Moment
from journal.domain.owner_settings import Situation
from journal.domain.ranges import DateRange
from journal.example.generator import SEED, ExampleJournal, synthetic_record
from journal.example.intentions import intentions_of
from journal.example.load import load_example
from journal.example.story import EARLY_TRANSITION_DAYS_AGO, days_in
from journal.storage import OwnerJournal, open_database, owner_named

UNTIL: Final = date(2026, 11, 22)
YEARS: Final = 40
MOMENTS: Final = 50_000
RUNS: Final = 9
SIZES: Final = (1, 15, 40)
PARTS: Final = ("readings", "sections")
# Years made and left out again: the life is cut where its cycles are still regular, so that there
# is a forecast, and with it days ahead.
LEFT_OUT_YEARS: Final = 3
THREE_MONTHS, ONE_YEAR = DateRange.last_days(92, UNTIL), DateRange.last_days(365, UNTIL)


@dataclass(frozen=True, slots=True)
class Opened:
    """A database that is read: its journal, the whole of its span, and what its cycles say."""

    journal: ReadableJournal
    whole: DateRange
    reading: CycleReading


READINGS: Final[MappingProxyType[str, Callable[[Opened], object]]] = MappingProxyType(
    {
        "account, 3 months": lambda of: account(of.journal, THREE_MONTHS, UNTIL),
        "account, 1 year": lambda of: account(of.journal, ONE_YEAR, UNTIL),
        "account, all": lambda of: account(of.journal, of.whole, UNTIL),
        "bids, 1 year": lambda of: bid_overview(of.journal, ONE_YEAR, of.reading, UNTIL),
        "bids, all": lambda of: bid_overview(of.journal, of.whole, of.reading, UNTIL),
        "time apart, 1 year": lambda of: apart(of.journal, ONE_YEAR, UNTIL),
        "time apart, all": lambda of: apart(of.journal, of.whole, UNTIL),
        "felt, 1 year": lambda of: felt_in(of.journal, ONE_YEAR, UNTIL),
        "felt, all": lambda of: felt_in(of.journal, of.whole, UNTIL),
        "week of intentions": lambda of: week_of_intentions(of.journal, UNTIL),
        "suggestions": lambda of: suggestions(of.journal, UNTIL),
        "days ahead": lambda of: days_ahead(of.journal, of.reading, UNTIL),
        "half-life": lambda of: journal_half_life(of.journal, UNTIL),
        "cycles, newest": lambda of: read_cycles(load_recent_record(of.journal, UNTIL), UNTIL),
        "cycles, all": lambda of: read_cycles(load_cycle_record(of.journal, UNTIL), UNTIL),
    }
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python3 -m bench.connection",
        description="Measure what reading each part of Connection costs, by length of record.",
    )
    parser.add_argument("--years", type=int, default=YEARS, help=f"of the longer one ({YEARS})")
    parser.add_argument(
        "--moments", type=int, default=MOMENTS, help=f"in the longer one ({MOMENTS:,})"
    )
    parser.add_argument("--runs", type=int, default=RUNS, help=f"of each reading ({RUNS})")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="what to measure")
    options = parser.parse_args(arguments)
    print(f"{options.moments:,} moments over {options.years} years")
    with TemporaryDirectory() as place:
        if "readings" in options.parts:
            long = dense_record(options.years, options.moments)
            with (
                opened(Path(place, "one.db"), last_years(long, 1), 1) as one,
                opened(Path(place, "long.db"), long, options.years) as many,
            ):
                print("\n" + table(one, many, years=options.years, runs=options.runs), flush=True)
        if "sections" in options.parts:
            print("\n" + _sections(Path(place), options.years, options.moments, options.runs))
    return 0


def _sections(folder: Path, years: int, moments: int, runs: int) -> str:
    today = datetime.now(UTC).date()  # as the server will find it to be
    long = dense_record(years, moments, today)
    for size in (sizes := sorted({size for size in SIZES if size < years} | {years})):
        (folder / str(size)).mkdir()
        with opened(folder / str(size) / "journal.db", last_years(long, size, today), size, today):
            pass
    return sections_table({size: folder / str(size) for size in sizes}, folder, runs)


def dense_record(years: int, moments: int, until: date = UNTIL) -> ExampleJournal:
    """Make up `years` years of regular cycles up to a day, with so many moments evenly over them.

    Raises:
        ValueError: More moments are asked for than two lives have.
    """
    span = DateRange.last_days(days_in(years), until)
    after = until + timedelta(days=EARLY_TRANSITION_DAYS_AGO + 1)
    lives = [synthetic_record(years + LEFT_OUT_YEARS, after, seed) for seed in (SEED, SEED + 1)]
    own, others = (_within(life, span).moments for life in lives)
    settings = replace(lives[0].settings, situation=Situation.AS_USUAL)
    chosen = _so_many(own, others, moments)
    return replace(
        _within(lives[0], span),
        moments=chosen,
        stages=(),
        intentions=intentions_of(chosen, until),
        settings=settings,
    )


def last_years(record: ExampleJournal, years: int, until: date = UNTIL) -> ExampleJournal:
    """Return the same person as if she had begun to write so many years before a day."""
    return _within(record, DateRange.last_days(days_in(years), until))


def table(one: Opened, many: Opened, *, years: int, runs: int) -> str:
    """Take every reading on both in turn and write the medians as a Markdown table."""
    lines = [["median", "1 year", f"{years} years", "ratio"]]
    for words, read in READINGS.items():
        # One part at a time: its two sizes stand under the same load of the machine.
        taken = in_turn(
            {"one": _timed(read, one), "many": _timed(read, many)}, repeats=runs, warm_up=1
        )
        short, long = Timing.of(taken["one"]), Timing.of(taken["many"])
        milliseconds = [f"{timing.median:.1f} ms" for timing in (short, long)]
        lines.append([words, *milliseconds, f"{long.times(short):.1f}×"])
    return markdown(lines)


@contextmanager
def opened(
    database: Path, record: ExampleJournal, years: int, until: date = UNTIL
) -> Iterator[Opened]:
    """Write a record into a new database and open it for the length of a `with` block."""
    engine = open_database(database)
    try:
        journal = OwnerJournal(engine, owner_named(engine, OWNER), lambda: datetime.now(UTC))
        load_example(record, journal)
        reading = read_cycles(load_cycle_record(journal, until), until)
        # As the app does: without it, what this program holds is gone through at every reading.
        gc.collect()
        gc.freeze()
        yield Opened(journal, DateRange.last_days(days_in(years), until), reading)
    finally:
        engine.dispose()


def _within(record: ExampleJournal, span: DateRange) -> ExampleJournal:
    return replace(
        record,
        days={day: fields for day, fields in record.days.items() if day in span},
        moments=tuple(moment for moment in record.moments if moment.date in span),
        contexts=tuple(
            context
            for context in record.contexts
            if context.start in span or (context.start < span.start and context.covers(span.start))
        ),
        intentions=tuple(item for item in record.intentions if item.week in span),
    )


def _so_many(own: Sequence[Moment], others: Sequence[Moment], wanted: int) -> tuple[Moment, ...]:
    """Take moments evenly over the whole time, her own before those of another life."""
    pool, base = (own, ()) if wanted <= len(own) else (others, own)
    missing = wanted - len(base)
    if missing > len(pool):
        message = f"{wanted:,} moments are asked for, and there are {len(own) + len(others):,}"
        raise ValueError(message)
    chosen = (pool[n * len(pool) // missing] for n in range(missing))
    return tuple(sorted([*base, *chosen], key=lambda moment: moment.date))


def _timed(read: Callable[[Opened], object], of: Opened) -> Callable[[], float]:
    def taken() -> float:
        start = perf_counter()
        read(of)
        return (perf_counter() - start) * 1000

    return taken


if __name__ == "__main__":
    sys.exit(main())
