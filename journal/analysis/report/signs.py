"""How often each sign was there, how strong, and on which cycle days."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np

from journal.analysis.relations.signs_by_cycle_day import SignsByCycleDay, signs_by_cycle_day
from journal.analysis.report.choices import PART_NAMES, PartCode
from journal.analysis.report.parts import Block, Cell, Paragraph, ReportPart, Table, lines
from journal.analysis.report.source import ReportSource
from journal.domain.days import SIGN_PREFIX
from journal.domain.labels import counted

MOST_SIGNS: Final = 20
# As many rows as leave room for the table on the same sheet.
MOST_DRAWN: Final = 10
COLUMNS: Final = ("Sign", "Days it was there", "mild", "moderate", "severe", "“Not today”")
SILENCE: Final = (
    "A day on which nothing is said of a sign counts neither for it nor against it. Each sign is "
    "counted by itself; with many signs and many days, some stand out by chance."
)


def signs_part(source: ReportSource) -> ReportPart:
    """Count the days of each sign, those with the most days first, and draw them by cycle day."""
    title = PART_NAMES[PartCode.SIGNS]
    rows = sorted(_rows(source), key=lambda row: (-int(row[1] or 0), str(row[0])))
    if not rows:
        return ReportPart(PartCode.SIGNS, title, ())
    shown = tuple(rows[:MOST_SIGNS])
    left = len(rows) - len(shown)
    more = f"{counted(left, 'more sign')}, there on no more days, left out." if left else ""
    blocks: list[Block] = [Table("Days of each sign", COLUMNS, shown), *lines(more)]
    if source.choices.has(PartCode.BY_CYCLE, PartCode.CYCLES):
        blocks += _drawn(source)
    blocks.append(Paragraph(SILENCE, quiet=True))
    return ReportPart(PartCode.SIGNS, title, tuple(blocks))


def _drawn(source: ReportSource) -> Iterator[SignsByCycleDay]:
    found = signs_by_cycle_day(source.daily, source.within)
    if found.rows and found.cycle_days:
        left = max(len(found.rows) - MOST_DRAWN, 0)
        yield replace(found, rows=found.rows[:MOST_DRAWN], left_out=found.left_out + left)


def _rows(source: ReportSource) -> list[tuple[Cell, ...]]:
    daily = source.daily
    found: list[tuple[Cell, ...]] = []
    for measure, values in daily.values.items():
        if not measure.startswith(SIGN_PREFIX):
            continue
        absent, *strengths = (int((values == level).sum()) for level in range(4))
        if there := int(np.sum(strengths)):
            cells = (count or None for count in (*strengths, absent))
            found.append((daily.names[measure], there, *cells))
    return found
