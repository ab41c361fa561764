"""Lengths of cycles, and bleeding as a doctor asks about it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from journal.analysis.report.choices import PART_NAMES, PartCode
from journal.analysis.report.parts import (
    Block,
    Cell,
    CycleLengthsDrawn,
    Paragraph,
    ReportPart,
    Table,
    lines,
)
from journal.analysis.report.source import ReportSource
from journal.cycle.basis import Basis
from journal.cycle.onsets import Bleed
from journal.cycle.ovulation import OvulationSign
from journal.cycle.ovulation_words import basis_words
from journal.cycle.phase_words import BASIS_NAMES
from journal.domain.days import FLOW, Bleeding
from journal.domain.journal import BleedingDay
from journal.domain.labels import BLEEDING_WORDS, counted, date_words, listed

MOST_BLEEDS: Final = 24
COLUMNS: Final = (
    *("First day", "Days since the period before", "Days of bleeding", "Heaviest"),
    *("Spotting before the next", "Ovulation"),
)
_OF_CYCLES: Final = frozenset({"Days since the period before", "Ovulation"})
AMOUNTS: Final = (
    *(Bleeding.SPOTTING, Bleeding.LIGHT, Bleeding.MEDIUM, Bleeding.HEAVY, Bleeding.FLOODING),
    Bleeding.UNSPECIFIED,
)
NO_LENGTH: Final = (
    "No number of days stands where none can be told: before the first period of the record, where "
    "a period may be missing from it, and after a time that bleeding says nothing about."
)


def cycles_part(source: ReportSource) -> ReportPart:
    """Draw the lengths of the cycles that began in these days."""
    title = PART_NAMES[PartCode.CYCLES]
    closed = [read for read in source.within.cycles if read.cycle.length_days is not None]
    blocks: tuple[Block, ...] = (CycleLengthsDrawn(source.within),) if closed else ()
    return ReportPart(PartCode.CYCLES, title, blocks)


def bleeding_part(source: ReportSource) -> ReportPart:
    """Count the days of bleeding by amount, and list each bleed."""
    title = PART_NAMES[PartCode.BLEEDING]
    days = source.journal.bleeding_days(source.range_)
    if not days:
        return ReportPart(PartCode.BLEEDING, title, ())
    bleeds = source.within.bleeds
    blocks: list[Block] = [*lines(_amounts(days), _not_hers(days))]
    if bleeds:
        shown = bleeds[-MOST_BLEEDS:]
        left = len(bleeds) - len(shown)
        if left:
            blocks += lines(f"The newest {len(shown)} bleeds are listed; {left:,} before them not.")
        rows = tuple(_row(place, shown, days, source) for place in range(len(shown)))
        blocks += _told(rows, source)
    return ReportPart(PartCode.BLEEDING, title, tuple(blocks))


def _told(rows: Sequence[tuple[Cell, ...]], source: ReportSource) -> Iterator[Block]:
    """Give the bleeds; without what tells of cycles where those are left out."""
    whole = source.choices.has(PartCode.CYCLES)
    kept = [place for place, name in enumerate(COLUMNS) if whole or name not in _OF_CYCLES]
    columns = tuple(COLUMNS[place] for place in kept)
    yield Table("Each bleed", columns, tuple(tuple(row[place] for place in kept) for row in rows))
    if whole:
        yield Paragraph(NO_LENGTH, quiet=True)


def _amounts(days: Sequence[BleedingDay]) -> str:
    counts = Counter(day.bleeding for day in days)
    said = [
        f"{BLEEDING_WORDS[amount].lower()} on {counts[amount]:,}"
        for amount in AMOUNTS
        if counts[amount]
    ]
    return f"Bleeding on {counted(len(days), 'day')}: {listed(said)}."


def _not_hers(days: Sequence[BleedingDay]) -> str:
    marked = sum(day.not_my_period for day in days)
    return f"On {counted(marked, 'day')} you marked it as not your period." if marked else ""


def _row(
    place: int, shown: Sequence[Bleed], days: Sequence[BleedingDay], source: ReportSource
) -> tuple[Cell, ...]:
    bleed = shown[place]
    following = shown[place + 1].start if place + 1 < len(shown) else source.range_.end
    flow = [day for day in days if bleed.start <= day.date <= bleed.last and day.bleeding in FLOW]
    spotting = [
        day for day in days if bleed.last < day.date < following and day.bleeding not in FLOW
    ]
    between = "" if bleed.starts_cycle else " (between periods)"
    return (
        f"{date_words(bleed.start)}{between}",
        _lengths(source).get(bleed.start),
        bleed.flow_days,
        BLEEDING_WORDS[max((day.bleeding for day in flow), key=AMOUNTS.index)] if flow else None,
        len(spotting) or None,
        _ovulation(source, bleed.start),
    )


def _lengths(source: ReportSource) -> dict[date, int | None]:
    return {period.onset: period.length_days for period in source.events.periods}


def _ovulation(source: ReportSource, onset: date) -> str | None:
    for read in source.within.cycles:
        if read.cycle.onset == onset and read.ovulation and not read.cycle.is_open:
            day = (read.ovulation.date - onset).days + 1
            return f"day {day}, {_known_words(read.ovulation.sign)}"
    return None


def _known_words(sign: OvulationSign) -> str:
    """Say how it is known, in as few words as a table has room for."""
    return BASIS_NAMES[Basis.ESTIMATED] if sign is OvulationSign.CALENDAR else basis_words(sign)
