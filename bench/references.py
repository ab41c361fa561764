"""Compare the engine with tables of other programs; `python3 -m bench.references FOLDER`.

FOLDER holds one folder for each kind of table: `pacts/` and so on. Convention: a kind is a function
that reads its folder and yields one `Compared` per file; add it to `KINDS` under the folder's name.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from bench.reference_cpass import compare_cpass
from bench.reference_curves import compare_curves
from bench.reference_pacts import compare_pacts
from bench.reference_result import Compared
from bench.reference_stages import compare_stages
from bench.reference_symptothermal import compare_symptothermal
from bench.table import markdown


def compare_cycle_time(folder: Path) -> Iterator[Compared]:
    """Compare the positions of days, and the curves drawn over them."""
    yield from compare_pacts(folder)
    yield from compare_curves(folder)


KINDS: Final[Mapping[str, Callable[[Path], Iterator[Compared]]]] = {
    "cpass": compare_cpass,
    "pacts": compare_cycle_time,
    "stages": compare_stages,
    "symptothermal": compare_symptothermal,
}
MOST_SHOWN: Final = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 if there was something to compare and nothing differed."""
    options = _parser().parse_args(arguments)
    compared = [
        (kind, result)
        for kind, compare in KINDS.items()
        if (options.folder / kind).is_dir()
        for result in compare(options.folder / kind)
    ]
    if not compared:
        print(f"No folder of these in {options.folder}: {', '.join(KINDS)}", file=sys.stderr)
        return 1
    print(_table(compared))
    for kind, result in compared:
        for difference in result.differences[:MOST_SHOWN]:
            print(f"{kind}/{result.file}: {difference}")
    return 1 if any(result.differences for _, result in compared) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m bench.references",
        description="Compare the engine, cell by cell, with tables other programs made.",
    )
    parser.add_argument("folder", type=Path, help=f"a folder that holds {', '.join(KINDS)}")
    return parser


def _table(compared: Sequence[tuple[str, Compared]]) -> str:
    lines = [
        [f"{kind}/{result.file}", f"{result.cells:,}", f"{len(result.differences):,}", result.note]
        for kind, result in compared
    ]
    return markdown([["file", "cells compared", "different", "note"], *lines])


if __name__ == "__main__":
    sys.exit(main())
