"""A report as one page that opens and prints anywhere without a network.

Names and notes may hold anything somebody typed; here they are text and nothing else. The page runs
no script and loads nothing; its pictures stand in it as images, in which no browser runs anything.
"""

import html
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template
from typing import Final

from journal.analysis.report.parts import Block, Listed, Paragraph, Report, Table
from journal.charts.chart import Chart, Shade
from journal.charts.theme import PALETTES
from journal.exchange.chart_files import AWAY_FONT, JOURNAL_NAME
from journal.exchange.report.document import (
    Paper,
    cell_text,
    chart_of,
    column_weights,
    footer_words,
    is_number_column,
    writable,
)

_PAGE: Final = Path(__file__).with_name("report_page.html")
_PAPERS: Final = {Paper.A4: "A4", Paper.LETTER: "letter"}


def report_html(report: Report, drawn: Mapping[str, str], paper: Paper) -> str:
    """Write a report as one page in light colours.

    Args:
        report: What it says.
        drawn: The checked SVG of each picture by name; one that is missing is told in words.
        paper: The sheet it prints on.
    """
    palette = PALETTES[Shade.LIGHT]
    numbers = iter(range(1, 1_000))
    facts = (
        f"<dt>{as_text(fact.name)}</dt><dd>{as_text(fact.words)}</dd>" for fact in report.facts
    )
    return Template(_PAGE.read_text(encoding="utf-8")).substitute(
        text=palette.text,
        muted=palette.muted,
        line=palette.grid,
        accent=palette.accent,
        font=AWAY_FONT,
        paper=_PAPERS[paper],
        footer=_css_text(footer_words(report)),
        journal=html.escape(JOURNAL_NAME),
        title=as_text(report.title),
        facts="".join(facts),
        about=as_text(report.about),
        parts="\n".join(
            f"<section><h2>{as_text(part.title)}</h2>"
            + "".join(_block(block, drawn, numbers) for block in part.blocks)
            + "</section>"
            for part in report.parts
        ),
    )


def as_text(words: str) -> str:
    """Write words as text of a page, and nothing else."""
    return html.escape(writable(words))


def _css_text(words: str) -> str:
    """Write words as the inside of a string of a style sheet, from which nothing leads out."""
    return "".join(
        sign if sign.isalnum() or sign == " " else f"\\{ord(sign):06x}" for sign in writable(words)
    )


def _block(block: Block, drawn: Mapping[str, str], numbers: Iterator[int]) -> str:
    match block:
        case Paragraph():
            quiet = ' class="quiet"' if block.quiet else ""
            return f"<p{quiet}>{as_text(block.words)}</p>"
        case Listed():
            items = "".join(f"<li>{as_text(item)}</li>" for item in block.items)
            return f"<ul>{items}</ul>"
        case Table():
            return numbers_html(block)
        case _:
            chart = chart_of(block)
            name = "" if chart.empty else f"picture-{next(numbers)}"
            return _figure(chart, drawn.get(name))


def _figure(chart: Chart, svg: str | None) -> str:
    sentence = as_text(chart.sentence)
    image = ""
    if svg is not None:
        content = b64encode(svg.encode()).decode()
        image = (
            f'<div class="picture" tabindex="0" role="group" aria-label="{as_text(chart.title)}">'
            f'<img src="data:image/svg+xml;base64,{content}" alt="{sentence}"></div>'
        )
    return (
        f'<figure><h3>{as_text(chart.title)}</h3><p class="subtitle">{as_text(chart.subtitle)}</p>'
        f"{image}<figcaption>{sentence}</figcaption></figure>"
    )


def numbers_html(table: Table) -> str:
    """Write a table under its title, in room of its own to move sideways."""
    sides = [
        ' class="number"' if is_number_column(table, place) else ""
        for place in range(len(table.columns))
    ]
    head = "".join(
        f'<th scope="col"{side}>{as_text(name)}</th>'
        for name, side in zip(table.columns, sides, strict=True)
    )
    rows = "".join(_row([cell_text(cell) for cell in row], sides) for row in table.rows)
    wide = ' class="wide"' if column_weights(table) else ""
    return (
        f'<h3>{as_text(table.title)}</h3><div class="numbers" tabindex="0" role="group" '
        f'aria-label="{as_text(table.title)}"><table{wide}>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(cells: list[str], sides: list[str]) -> str:
    first, *rest = cells
    others = "".join(
        f"<td{side}>{as_text(cell)}</td>" for cell, side in zip(rest, sides[1:], strict=True)
    )
    return f'<tr><th scope="row"{sides[0]}>{as_text(first)}</th>{others}</tr>'
