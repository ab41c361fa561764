"""`python3 -m bench relations`: how often the journal is wrong about what goes with what.

Journals are made up in which it is known what goes with what (`relations_journals`); questions are
asked of them as the journal asks, and beside it as plain correlation and a regression with the
rating of the day before would. Every share stands with twice its standard error, taken over whole
journals, as answers about one journal hang together. `--fast` takes a tenth.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from bench.relations_pages import page_table
from bench.relations_power import coverage_table
from bench.relations_second_look import second_look_table
from bench.relations_speed import speed_table
from bench.relations_tables import alarm_table, missing_table, trouble_table
from bench.relations_variation import variation_table

JOURNALS: Final = 150
JOURNALS_FAST: Final = 15

PARTS: Final[Mapping[str, tuple[str, Callable[[int], str]]]] = MappingProxyType(
    {
        "alarms": ("False alarms, by memory and length", alarm_table),
        "missing": ("False alarms, by what is missing and which cycles", missing_table),
        "troubles": ("False alarms, when something is amiss", trouble_table),
        "pages": ("Whole pages of findings", page_table),
        "power": ("What is there, and found", coverage_table),
        "second_look": ("What a second look prevents, and costs", second_look_table),
        "variation": ("Shares of variation", variation_table),
        "speed": ("Time", lambda _: speed_table()),
    }
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python3 -m bench relations",
        description="Measure how often the journal is wrong about what goes with what.",
    )
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(PARTS))
    parser.add_argument("--fast", action="store_true", help="a tenth of the journals")
    parser.add_argument("--journals", type=int, help=f"how many of each kind ({JOURNALS})")
    options = parser.parse_args(arguments)
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    journals = options.journals or (JOURNALS_FAST if options.fast else JOURNALS)
    for part in options.parts or PARTS:
        heading, table = PARTS[part]
        print(f"{heading}\n\n{table(journals)}\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
