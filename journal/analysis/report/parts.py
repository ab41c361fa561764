"""What a report is made of: parts of paragraphs, lists, tables, and results that are drawn.

Words of hers stand as she typed them; whoever writes them down makes them text and nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from journal.analysis.account import Account
from journal.analysis.bids import BidOverview
from journal.analysis.by_cycle_day import ByCycleDay
from journal.analysis.over_time import OverTime
from journal.analysis.relations.answers import Finding, Findings
from journal.analysis.relations.signs_by_cycle_day import SignsByCycleDay
from journal.cycle.reading import CycleReading

Cell: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a `quiet` one explains."""

    words: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; None is "not recorded", and the first column names its rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class CycleLengthsDrawn:
    """The lengths of the cycles of a reading, to be drawn."""

    reading: CycleReading


@dataclass(frozen=True, slots=True)
class FindingsDrawn:
    """Findings by size, to be drawn; `found` is all that was looked at."""

    shown: tuple[Finding, ...]
    found: Findings
    names: Mapping[str, str]


Drawn: TypeAlias = (
    OverTime
    | ByCycleDay
    | CycleLengthsDrawn
    | SignsByCycleDay
    | BidOverview
    | Account
    | FindingsDrawn
)
Block: TypeAlias = Paragraph | Listed | Table | Drawn


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One part; `code` is stable: "completeness"."""

    code: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the head: "Made on", "23 November 2026"."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report.

    Attributes:
        name: As she wants to be called; may be empty.
        about: Who speaks, and what this is not.
    """

    title: str
    made_on: date
    name: str
    facts: tuple[Fact, ...]
    about: str
    parts: tuple[ReportPart, ...]


def lines(*words: str) -> tuple[Paragraph, ...]:
    """Return a paragraph for each that says anything."""
    return tuple(Paragraph(said) for said in words if said)


def listed(items: tuple[str, ...]) -> tuple[Listed, ...]:
    """Return a list, and none of nothing."""
    return (Listed(items),) if items else ()
