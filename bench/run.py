"""Measure what was asked for and print the tables; started by `python3 -m bench`."""

import argparse
import platform
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from bench.browsing import open_browser
from bench.crowds import (
    MOOD,
    crowds_table,
    measure_crowd,
    measure_memory,
    memory_table,
)
from bench.paints import OPENED, OVER_TIME, measure_paints
from bench.presses import measure_presses
from bench.records import build_record
from bench.servers import MemoryUnknown, app_on, floor_page
from bench.table import Row, timings_table, years_words

PARTS: Final = ("press", "paint", "crowd", "memory")
YEARS: Final = (0, 1, 15, 40)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse_args(arguments)
    with TemporaryDirectory() as place:
        folder = Path(place)
        print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
        records = _records(folder, options.years)
        if {"press", "paint"} & set(options.parts):
            print(timings_table(_timings(folder, records, options)), flush=True)
        most = folder / str(max(records))
        if "crowd" in options.parts:
            print("\n" + _crowds(folder, most, options.seconds), flush=True)
        if "memory" in options.parts:
            print("\n" + _memory(folder, most), flush=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m bench",
        description="Measure the journal against bare pages, on a machine with nothing else to do.",
    )
    parser.add_argument(
        "parts",
        nargs="*",
        default=PARTS,
        metavar="part",
        help=f"what to measure: {', '.join(PARTS)}",
    )
    parser.add_argument("--presses", type=int, default=60, help="taps of each kind")
    parser.add_argument("--paints", type=int, default=20, help="openings of each page")
    parser.add_argument("--seconds", type=float, default=60, help="how long the crowd presses")
    parser.add_argument(
        "--years", type=int, nargs="+", default=YEARS, help="sizes of record, in years"
    )
    return parser


def _records(folder: Path, years: Sequence[int]) -> dict[int, Path]:
    today = datetime.now(UTC).date()
    records = {}
    for size in years:
        start = perf_counter()
        records[size] = build_record(folder / str(size), size, today).parent
        print(
            f"record of {years_words(size)}: {perf_counter() - start:.1f} s",
            file=sys.stderr,
            flush=True,
        )
    return records


def _timings(folder: Path, records: dict[int, Path], options: argparse.Namespace) -> list[Row]:
    rows: list[Row] = []
    with ExitStack() as open_servers, open_browser() as browser:
        apps = {
            years: open_servers.enter_context(app_on(place)).url for years, place in records.items()
        }
        if "press" in options.parts:
            with floor_page("press", folder) as floor:
                rows += measure_presses(browser, floor.url, apps, options.presses)
        for opened in OPENED if "paint" in options.parts else ():
            with floor_page(opened.floor, folder) as floor:
                rows += measure_paints(browser, opened, floor.url, apps, options.paints)
    return rows


def _crowds(folder: Path, record: Path, seconds: float) -> str:
    size = years_words(int(record.name))
    with floor_page("press", folder) as floor:
        bare = measure_crowd("bare button", floor, "press", seconds)
    with app_on(record) as app:
        today = measure_crowd(f"a rating on Today, {size}", app, MOOD, seconds)
    return crowds_table([bare, today])


def _memory(folder: Path, record: Path) -> str:
    size = years_words(int(record.name))
    try:
        with floor_page("empty", folder) as floor:
            bare = measure_memory("empty page", floor, ("",))
        with app_on(record) as app:
            today = measure_memory(f"Today, {size}", app, ("",))
        with app_on(record) as app:
            pages = ("", OVER_TIME.path)
            both = measure_memory(f"Today, then Over time, {size}", app, pages)
    except MemoryUnknown as unknown:
        return str(unknown)
    return memory_table([bare, today, both])


if __name__ == "__main__":
    sys.exit(main())
