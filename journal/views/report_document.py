"""A report on the screen, in the words in which it is handed over."""

import html
from typing import Final

import streamlit as st

from journal.analysis.report.parts import Block, Listed, Paragraph, Report, Table
from journal.charts.chart import Chart, ChartTable
from journal.exchange.chart_files import table_html
from journal.exchange.report.document import chart_of, column_weights
from journal.views.chart_card import shade_on_screen
from journal.views.components import load_style
from journal.views.words import literal

# As still as on paper.
_STILL: Final = {"staticPlot": True, "displayModeBar": False, "plotlyServerURL": ""}
_STYLE: Final = load_style("report") + load_style("chart_card")


def report_document(made: Report) -> None:
    """Write the whole of it."""
    with st.container(key="report_preview", border=True):
        st.html(_STYLE)
        st.header(literal(made.title), anchor=False)
        st.markdown(
            "  \n".join(f"{literal(fact.name)}: **{literal(fact.words)}**" for fact in made.facts)
        )
        st.caption(literal(made.about))
        for part in made.parts:
            with st.container(key=f"report_part_{part.code}", gap="small"):
                st.subheader(literal(part.title), anchor=False)
                for place, block in enumerate(part.blocks):
                    _write(block, key=f"report_preview_{part.code}_{place}")


def _write(block: Block, *, key: str) -> None:
    match block:
        case Paragraph():
            (st.caption if block.quiet else st.markdown)(literal(block.words))
        case Listed():
            st.markdown("\n".join(f"- {literal(item)}" for item in block.items))
        case Table():
            _numbers(block)
        case _:
            _picture(chart_of(block), key)


def _numbers(table: Table) -> None:
    written = table_html(ChartTable(table.columns, table.rows))
    wide = " wide" if column_weights(table) else ""
    st.html(
        f'{_name(table.title)}<div class="chart-card-numbers report-numbers{wide}" tabindex="0" '
        f'role="region" aria-label="{html.escape(table.title)}">{written}</div>'
    )


def _picture(chart: Chart, key: str) -> None:
    st.html(_name(chart.title, chart.subtitle))
    if not chart.empty:
        st.plotly_chart(
            chart.figure(shade_on_screen()),
            theme=None,
            config=_STILL,
            alt=chart.sentence,
            key=key,
        )
    st.caption(literal(chart.sentence))


def _name(title: str, subtitle: str = "") -> str:
    below = f"<p>{html.escape(subtitle)}</p>" if subtitle else ""
    return f'<div class="report-name"><h4>{html.escape(title)}</h4>{below}</div>'
