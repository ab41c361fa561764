"""A report as a PDF: tagged, its fonts within, its charts drawn as lines, set by typst.

The words reach the typesetter as data, through JSON, and never as markup. It reads no file but the
template, and asks for no font of the machine unless hers hold letters its own fonts do not have.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Final

import typst

from journal.analysis.report.parts import Block, Listed, Paragraph, Report, Table
from journal.charts.chart import Shade
from journal.charts.theme import PALETTES
from journal.domain.errors import JournalError
from journal.exchange.report.document import (
    Paper,
    cell_text,
    chart_of,
    column_weights,
    footer_words,
    is_number_column,
    writable,
)

_TEMPLATE: Final = Path(__file__).with_name("report.typ")
_PAPERS: Final = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
Json = dict[str, object]

# A table so small is never broken between two sheets; it takes less than half of one.
_ROWS_TOGETHER: Final = 14
_LETTERS_TOGETHER: Final = 1200


class NotTypeset(JournalError):
    """The typesetter gave up."""

    def __init__(self) -> None:
        super().__init__(
            "The PDF could not be made. The page for a browser holds the same, and prints well."
        )


@dataclass(frozen=True, slots=True)
class TypesetReport:
    """A PDF.

    Attributes:
        accessible: It keeps PDF/UA-1; without, some letter of hers had no font, and is a box.
    """

    content: bytes
    accessible: bool


def report_pdf(report: Report, drawn: Mapping[str, str], paper: Paper) -> TypesetReport:
    """Typeset a report; the same for the same input and day.

    Args:
        report: What it says.
        drawn: The checked SVG of each picture by name; one that is missing is told in words.
        paper: The sheet.

    Raises:
        NotTypeset: The typesetter gave up.
    """
    data = json.dumps(_data(report, drawn, paper), ensure_ascii=False)
    # Letters the typesetter's fonts lack are looked for in the machine's, and at last left boxes.
    for own_fonts_only, accessible in ((True, True), (False, True), (False, False)):
        try:
            content = typst.compile(
                _TEMPLATE.read_bytes(),
                format="pdf",
                ignore_system_fonts=own_fonts_only,
                sys_inputs={"report": data},
                # PDF/UA-1, ISO 14289-1: what a screen reader can read.
                pdf_standards="ua-1" if accessible else None,
                timestamp=datetime.combine(report.made_on, time(), UTC),
            )
        except typst.TypstError:
            continue
        return TypesetReport(content, accessible=accessible)
    raise NotTypeset


def _data(report: Report, drawn: Mapping[str, str], paper: Paper) -> Json:
    palette = PALETTES[Shade.LIGHT]
    names = iter(range(1, 1_000))
    return {
        "title": writable(report.title),
        "name": writable(report.name),
        "footer": writable(footer_words(report)),
        "about": writable(report.about),
        "facts": [[writable(fact.name), writable(fact.words)] for fact in report.facts],
        "paper": _PAPERS[paper],
        "colours": {
            "text": palette.text,
            "muted": palette.muted,
            "line": palette.grid,
            "accent": palette.accent,
        },
        "parts": [
            {
                "title": part.title,
                "blocks": [_block(block, drawn, names) for block in part.blocks],
            }
            for part in report.parts
        ],
    }


def _block(block: Block, drawn: Mapping[str, str], names: Iterator[int]) -> Json:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "words": writable(block.words), "quiet": block.quiet}
        case Listed():
            return {"kind": "list", "items": [writable(item) for item in block.items]}
        case Table():
            return _table(block)
        case _:
            chart = chart_of(block)
            name = "" if chart.empty else f"picture-{next(names)}"
            return {
                "kind": "picture",
                "title": writable(chart.title),
                "subtitle": writable(chart.subtitle),
                "sentence": writable(chart.sentence),
                "svg": drawn.get(name, ""),
            }


def _table(table: Table) -> Json:
    columns = range(len(table.columns))
    return {
        "kind": "table",
        "title": writable(table.title),
        "columns": [writable(name) for name in table.columns],
        "breakable": _may_break(table),
        "weights": column_weights(table),
        "aligns": ["right" if is_number_column(table, place) else "left" for place in columns],
        "rows": [[writable(cell_text(cell)) for cell in row] for row in table.rows],
    }


def _may_break(table: Table) -> bool:
    """Say whether a table might not fit a sheet as one; what does not would run off its foot."""
    letters = sum(len(cell_text(cell)) for row in table.rows for cell in row)
    return len(table.rows) > _ROWS_TOGETHER or letters > _LETTERS_TOGETHER
