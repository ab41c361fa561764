"""One chart on a page: heading, figure, what it shows in a sentence, its numbers, its files."""

import html
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from journal.charts.chart import Chart, Shade
from journal.charts.closer import span_of_days
from journal.exchange.chart_files import CONFIG_BESIDE_MENU, table_html
from journal.views.chart_closer import chart_closer
from journal.views.chart_taps import tapped_mark
from journal.views.components import load_style
from journal.views.take_away import take_away_menu

ROWS_ON_SCREEN: Final = 400
_STYLE: Final = load_style("chart_card")


def chart_card(chart: Chart, *, key: str, today: date, tappable: bool = False) -> str | None:
    """Show a chart with everything that belongs to it.

    Args:
        chart: What to show; an empty one shows its title and what is missing.
        key: Unique on the page; every widget of the card begins with it.
        today: Names files whose numbers carry no dates.
        tappable: A tap on a mark runs the page again, or the fragment the card stands in.

    Returns:
        What the tapped mark holds as `customdata`; None where none is, or it was tapped again.
    """
    st.html(_STYLE)
    with st.container(key=key, gap="small"):
        st.html(_head(chart))
        if chart.empty:
            st.html(_words(chart))
            return None
        figure = chart.figure(shade_on_screen())
        st.plotly_chart(
            figure,
            theme=None,
            config=CONFIG_BESIDE_MENU,
            alt=chart.sentence,
            key=f"{key}.figure",
        )
        chart_closer(span_of_days(figure), card=key)
        tapped = tapped_mark(card=key) if tappable else None
        st.html(_words(chart))
        _numbers(chart, key)
        st.fragment(partial(take_away_menu, chart, key=key, today=today))()
    return tapped


def _head(chart: Chart) -> str:
    return (
        f'<div class="chart-card-head"><h2>{html.escape(chart.title)}</h2>'
        f"<p>{html.escape(chart.subtitle)}</p></div>"
    )


def _words(chart: Chart) -> str:
    return f'<p class="chart-card-words">{html.escape(chart.sentence)}</p>'


def shade_on_screen() -> Shade:
    """Return the shade the reader sees the page in; light until her browser has said so."""
    return Shade.DARK if st.context.theme.type == "dark" else Shade.LIGHT


@st.fragment
def _numbers(chart: Chart, key: str) -> None:
    """Show the table, written only while it is open."""
    opened = st.expander("The numbers", key=f"{key}.numbers", on_change="rerun")
    if not opened.open:
        return
    with opened:
        rows = len(chart.table.rows)
        if rows > ROWS_ON_SCREEN:
            st.caption(
                f"The first {ROWS_ON_SCREEN} of {rows:,} rows. "
                "The CSV under “Take away” has them all."
            )
        st.html(
            '<div class="chart-card-numbers" tabindex="0" role="region" '
            f'aria-label="The numbers: {html.escape(chart.title)}">'
            f"{table_html(chart.table, ROWS_ON_SCREEN)}</div>"
        )
