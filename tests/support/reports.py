"""A small report: of the small journal of the reviews, with all it can hold unless said."""

from collections.abc import Iterator
from dataclasses import replace

from journal.analysis.report.choices import PartCode, ReportChoices
from journal.analysis.report.parts import Block, Listed, Paragraph, Report, Table
from journal.analysis.report.report import report
from journal.analysis.report.source import LongFindings
from journal.analysis.review.notes import ReviewNote
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange
from journal.domain.ratings import RATINGS
from journal.exchange.report.document import cell_text, chart_of, pictures
from tests.support.reviews import TODAY, small_journal

SPAN = DateRange.last_days(180, TODAY)
EVERYTHING = ReportChoices(SPAN, frozenset(PartCode), tuple(RATINGS))
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="720" height="200" viewBox="0 0 720 200">'
    '<g class="plot"><path d="M10 180L300 20L700 90" style="fill: none; stroke: rgb(31,93,85)"/>'
    '<text x="20" y="20" data-unformatted="Mood">Mood, drawn</text></g></svg>'
)


def small_report(
    journal: ReadableJournal | None = None,
    *without: PartCode,
    notes: tuple[ReviewNote, ...] = (),
    known: LongFindings | None = None,
    **choices: object,
) -> Report:
    """Make it.

    Args:
        journal: Of whom; the small journal without it.
        without: Parts that are left out.
        notes: Those chosen.
        known: The findings of a longer record.
        choices: Other fields of the choices.
    """
    chosen = replace(EVERYTHING, parts=frozenset(PartCode) - {*without}, **choices)
    kept = small_journal() if journal is None else journal
    return report(kept, chosen, TODAY, notes=notes, known=known)


def drawn(made: Report) -> dict[str, str]:
    """Return a drawing for each picture."""
    return {picture.name: DRAWING for picture in pictures(made)}


def words_of(made: Report, *codes: str) -> str:
    """Return everything a report says, its pictures' words and numbers too; of some parts only."""
    parts = [part for part in made.parts if not codes or part.code in codes]
    said = [words for part in parts for block in part.blocks for words in _block(block)]
    return "\n".join([*(part.title for part in parts), *said])


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.words
        case Listed():
            yield from block.items
        case Table():
            yield from (block.title, *block.columns)
            yield from (cell_text(cell) for row in block.rows for cell in row)
        case _:
            chart = chart_of(block)
            yield from (chart.title, chart.subtitle, chart.sentence)
            yield from (cell_text(cell) for row in chart.table.rows for cell in row)
