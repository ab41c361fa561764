"""`python3 -m bench.apple_health`: how fast a large export of Apple Health is read, in what memory.

A made-up export of each size is read in a process of its own: by two bare streaming parses, which
keep nothing, and by the journal, as a document and as a zip. Goal: at least half the speed of the
faster bare parse, in a memory that does not grow with the file. Seconds are those of the
processor, so that what else the machine does counts for less. `--fast` takes small files.
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from time import process_time
from typing import Final
from xml.etree import ElementTree as ET
from xml.parsers import expat

from bench.table import markdown
from journal.environment import PROJECT
from journal.exchange.importing.file_reading import FileReading
from journal.exchange.importing.parsed import NO_CHOICES
from journal.exchange.importing.upload import Upload

SEED: Final = 20261123
SIZES: Final = (100, 400, 2_000)
SIZES_FAST: Final = (60, 120)
GOAL: Final = 0.5
ROUNDS: Final = 3
_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData ANY>\n'
    '<!ATTLIST Record\n  type CDATA #REQUIRED\n>\n]>\n<HealthData locale="en_GB">\n'
)
_DEVICE: Final = (
    "&lt;&lt;HKDevice: 0x28{:07x}&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, "
    "hardware:Watch6,4, software:10.3.1&gt;"
)
_KINDS: Final = ("HeartRate", "StepCount", "ActiveEnergyBurned", "BasalEnergyBurned")
_EVERY: Final = 400  # records of a watch between two that the journal wants


class OnDisk:
    """A file with a name, as the journal keeps one without."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.size = path.stat().st_size

    def open(self):  # noqa: ANN201 - as `StoredFile` says
        """Open it for reading."""
        return self._path.open("rb")


def write_export(path: Path, megabytes: float) -> None:
    """Write an export of about so many million bytes."""
    with path.open("w", encoding="utf-8") as file:
        written = file.write(_HEAD)
        for piece in _elements(random.Random(SEED)):
            if written >= megabytes * 1e6:
                break
            written += file.write(piece)
        file.write("</HealthData>\n")


def _elements(chance: random.Random) -> Iterator[str]:
    when, number = datetime(2012, 1, 1), 0  # noqa: DTZ001 - a person's own clock
    while True:
        number += 1
        when += timedelta(seconds=chance.randint(5, 60))
        at = f"{when} +0100"
        said = f'creationDate="{at}" startDate="{at}" endDate="{at}"'
        if number % _EVERY == 0:
            kind, value = chance.choice(
                [("MenstrualFlow", "MenstrualFlowLight"), ("Headache", "SeverityMild")]
            )
            yield (
                f' <Record type="HKCategoryTypeIdentifier{kind}" sourceName="Health" {said} '
                f'value="HKCategoryValue{value}"/>\n'
            )
            continue
        kind = chance.choice(_KINDS)
        end = (
            '>\n  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="1"/>\n </Record>'
        )
        yield (
            f' <Record type="HKQuantityTypeIdentifier{kind}" sourceName="Anna’s Apple Watch" '
            f'sourceVersion="10.3.1" device="{_DEVICE.format(chance.randrange(2**28))}" '
            f'unit="count" {said} value="{chance.random() * 100:.3f}"'
            f"{end if kind == 'HeartRate' else '/>'}\n"
        )


def bare_expat(path: Path) -> None:
    """Parse with nobody listening."""
    with path.open("rb") as file:
        expat.ParserCreate().ParseFile(file)


def bare_iterparse(path: Path) -> None:
    """Parse as the standard library streams, keeping nothing."""
    for _, element in ET.iterparse(path):  # noqa: S314 - written above
        element.clear()


def the_journal(path: Path) -> None:
    """Read as the page does: until everything that is wanted is at hand."""
    FileReading(Upload(path.name, OnDisk(path))).parsed(NO_CHOICES)


READERS: Final[dict[str, Callable[[Path], None]]] = {
    "bare expat": bare_expat,
    "bare iterparse": bare_iterparse,
    "the journal": the_journal,
    "the journal, zip": the_journal,
}


def measured(name: str, path: Path) -> tuple[float, float]:
    """Read a file in a process of its own; return seconds and the peak of its memory in MB."""
    command = [sys.executable, "-m", "bench.apple_health", "--read", name, str(path)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    seconds, peak = done.stdout.split()
    return float(seconds), float(peak)


def table(sizes: Sequence[int], rounds: int) -> str:
    """Measure everything and write it as a Markdown table."""
    heads = ["export", "read by", "seconds", "MB/s", "× bare expat", "× bare iterparse", "peak MB"]
    with tempfile.TemporaryDirectory() as folder:
        return markdown([heads, *_lines(Path(folder), sizes, rounds)])


def _lines(folder: Path, sizes: Sequence[int], rounds: int) -> Iterator[list[str]]:
    for size in sizes:
        document, packed = folder / "export.xml", folder / "export.zip"
        write_export(document, size)
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(document, "apple_health_export/export.xml")
        best: dict[str, tuple[float, float]] = {}
        # By turns, so that whatever else the machine does meets all of them.
        for _ in range(rounds):
            for name in READERS:
                found = measured(name, packed if name.endswith("zip") else document)
                best[name] = min(best.get(name, found), found)
        for name, (seconds, peak) in best.items():
            yield [
                f"{document.stat().st_size / 1e6:,.0f} MB",
                name,
                f"{seconds:.1f}",
                f"{document.stat().st_size / 1e6 / seconds:.0f}",
                *(f"{best[bare][0] / seconds:.2f}" for bare in ("bare expat", "bare iterparse")),
                f"{peak:.0f}",
            ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python3 -m bench.apple_health",
        description="Measure how fast a large export of Apple Health is read.",
    )
    parser.add_argument("--fast", action="store_true", help="small files")
    parser.add_argument("--sizes", type=int, nargs="+", help="in million bytes")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="the best of which counts")
    parser.add_argument("--read", nargs=2, metavar=("READER", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.read:
        name, path = options.read
        begun = process_time()
        READERS[name](Path(path))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(process_time() - begun, peak / (1e6 if sys.platform == "darwin" else 1e3))
        return 0
    print(table(options.sizes or (SIZES_FAST if options.fast else SIZES), options.rounds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
