"""A Streamlit app of one page with one chart, for the tests that take it away."""

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import plotly.graph_objects as go
import streamlit as st

from journal.charts.chart import Chart, ChartTable, Shade
from journal.views.chart_card import chart_card

DATES = ("2026-03-01", "2026-03-02", "2026-05-30")
ENDS = ("2026-02-28T12:00:00", "2026-05-30T12:00:00")
RATINGS = (3, None, 7)
TITLE = 'Mood & <a href="https://example.org/">rest</a> over time'


def mood_figure(shade: Shade) -> go.Figure:
    """Draw three days."""
    colour = {Shade.LIGHT: "#1f5d55", Shade.DARK: "#7cc4b4"}[shade]
    figure = go.Figure(
        go.Scatter(
            x=list(DATES),
            y=list(RATINGS),
            mode="markers",
            marker={"color": colour},
            name='<a href="https://example.org/">Mood</a>',
            showlegend=True,
        )
    )
    return figure.update_layout(template="plotly_white", height=340, xaxis_range=ENDS)


def draw() -> None:
    """Draw the page."""
    chart = Chart(
        key="over-time-mood",
        title=TITLE,
        subtitle="1 March to 30 May 2026 · 2 days recorded",
        sentence="Mood was 3 and 7 <script>.",
        table=ChartTable(("Day", "Mood"), tuple(zip(DATES, RATINGS, strict=True))),
        figure=mood_figure,
    )
    st.title("Over time")
    chart_card(chart, key="card", today=date(2026, 11, 22))


draw()
