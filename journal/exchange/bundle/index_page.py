"""The first page of a bundle: every chart with its words, its picture and its files.

Titles may hold anything somebody typed; here they are text and nothing else. The page runs no
script. Its pictures are the files beside it, which would otherwise be in the bundle twice.
"""

import html
from collections.abc import Sequence
from pathlib import Path
from string import Template
from typing import Final

from journal.charts.chart import Shade
from journal.charts.theme import PALETTES
from journal.exchange.bundle.chart_list import ChartGroup
from journal.exchange.bundle.taken import FileFormat, LeftOut, TakenChart
from journal.exchange.chart_files import AWAY_FONT, JOURNAL_NAME

LINKS: Final = {
    FileFormat.HTML: "Live chart",
    FileFormat.PNG: "Picture (PNG)",
    FileFormat.SVG: "Drawing (SVG)",
    FileFormat.CSV: "Numbers (CSV)",
}
_PAGE: Final = Path(__file__).with_name("index_page.html")


def index_page(
    title: str,
    subtitle: str,
    charts: Sequence[TakenChart],
    left_out: Sequence[LeftOut],
    *,
    shade: Shade,
) -> str:
    """Write the page.

    Args:
        title: Its heading.
        subtitle: The days it is about, and how many charts.
        charts: What is in the bundle, in order.
        left_out: What is not, and why.
        shade: Light or dark, as the charts are.
    """
    palette = PALETTES[shade]
    groups = [_group(group, charts) for group in ChartGroup]
    return Template(_PAGE.read_text(encoding="utf-8")).substitute(
        scheme=shade.value,
        background=palette.background,
        text=palette.text,
        muted=palette.muted,
        line=palette.grid,
        accent=palette.accent,
        font=AWAY_FONT,
        journal=html.escape(JOURNAL_NAME),
        title=html.escape(title),
        subtitle=html.escape(subtitle),
        groups="\n".join(group for group in groups if group),
        left_out=_left_out(left_out),
    )


def _group(group: ChartGroup, charts: Sequence[TakenChart]) -> str:
    there = [_article(chart) for chart in charts if chart.group is group]
    if not there:
        return ""
    body = "\n".join(there)
    return f'<section>\n<h2>{group.value}</h2>\n<div class="charts">\n{body}\n</div>\n</section>'


def _article(chart: TakenChart) -> str:
    title = html.escape(chart.title)
    links = "".join(
        f'<li><a href="{chart.place(format_)}" aria-label="{name}: {title}">{name}</a></li>'
        for format_, name in LINKS.items()
        if format_ in chart.files
    )
    return (
        f'<article id="{chart.stem}">\n<h3>{title}</h3>\n'
        f'<p class="subtitle">{html.escape(chart.subtitle)}</p>\n{_picture(chart)}'
        f'<p id="{chart.stem}-words">{html.escape(chart.sentence)}</p>\n'
        f'<ul class="files">{links}</ul>\n</article>'
    )


def _picture(chart: TakenChart) -> str:
    for format_ in (FileFormat.SVG, FileFormat.PNG):
        if format_ in chart.files:
            place = chart.place(format_)
            return (
                f'<a href="{place}"><img src="{place}" '
                f'alt="{html.escape(chart.title)}, drawn" '
                f'aria-describedby="{chart.stem}-words"></a>\n'
            )
    return ""


def _left_out(left_out: Sequence[LeftOut]) -> str:
    if not left_out:
        return ""
    items = "".join(
        f"<li>{html.escape(item.name)}: {html.escape(item.why)}</li>" for item in left_out
    )
    return f"<section>\n<h2>Left out</h2>\n<ul>{items}</ul>\n</section>"
