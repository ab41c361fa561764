"""The sections of Connection as the server hands them over: chosen by a reader without a browser.

Convention: a section is timed from the message that chooses it to the end of the run, its pictures
as JSON included, over the whole of the record. Against it stands a bare button pressed likewise.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from bench.client import NothingToPress, Reader
from bench.figures import Timing
from bench.rounds import in_turn
from bench.servers import app_on, floor_page
from bench.table import Row, timings_table

PAGE: Final = "connection"
SECTION: Final = "connection.section"
SPAN: Final = ".span"
WHOLE: Final = "All"
AWAY: Final = "For my partner"  # the cheapest section, where she comes from
SECTIONS: Final = ("Now", "Account", "Bids", "Time apart", "Felt", "Days ahead")
WARM_UP: Final = 2


def sections_table(
    records: Mapping[int, Path], folder: Path, runs: int, sections: Sequence[str] = SECTIONS
) -> str:
    """Choose sections at each size of record in turn, and write the medians as a table.

    Args:
        records: The folder of each journal, by its years.
        folder: Where the bare page may keep what it needs.
        runs: How often each section is chosen.
        sections: Their names on the page.
    """
    with ExitStack() as servers, asyncio.Runner() as runner:
        floor = servers.enter_context(floor_page("press", folder))
        bare = runner.run(Reader.arrive(floor.url, "press"))
        readers = {
            years: runner.run(Reader.arrive(servers.enter_context(app_on(place)).url, "", PAGE))
            for years, place in records.items()
        }
        rows = []
        for section in sections:
            measures: dict[int | None, Callable[[], float]] = {
                None: lambda: runner.run(bare.press())
            }
            for years, reader in readers.items():
                runner.run(_prepared(reader, section))
                measures[years] = _timed(runner, reader, section)
            taken = in_turn(measures, repeats=runs, warm_up=WARM_UP)
            by_years = {years: Timing.of(taken[years]) for years in readers}
            rows.append(
                Row(f"Connection: {section}", "bare button", Timing.of(taken[None]), by_years)
            )
        for reader in (bare, *readers.values()):
            runner.run(reader.leave())
    return timings_table(rows)


async def _prepared(reader: Reader, section: str) -> None:
    """Open a section once and look at the whole of the record, where it can be chosen."""
    reader.widgets = {id_: row for id_, row in reader.widgets.items() if SPAN not in id_}
    await reader.choose(SECTION, section)
    try:
        await reader.choose(SPAN, WHOLE)
    except NothingToPress:
        return


def _timed(runner: asyncio.Runner, reader: Reader, section: str) -> Callable[[], float]:
    async def taken() -> float:
        await reader.choose(SECTION, AWAY)
        return await reader.choose(SECTION, section)

    return lambda: runner.run(taken())
