"""Over time: chosen ratings as points and lines, with what surrounded them."""

from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.over_time import over_time
from journal.analysis.spans import (
    chosen_range,
    rating_choices,
    rating_name,
    usual_ratings,
)
from journal.analysis.steps import Step, step_for
from journal.charts.over_time_words import over_time_chart
from journal.cycle.engine import read_cycles
from journal.cycle.record import load_recent_record
from journal.domain.journal import Journal
from journal.views.chart_card import chart_card
from journal.views.replies_placed import (
    replies_left,
    replies_of_page,
    replies_under_chart,
    replies_under_part,
)
from journal.views.span_choice import span_choice

SPAN_KEY: Final = "over_time.span"
RATINGS_KEY: Final = "over_time.ratings"


def render(journal: Journal, today: date) -> None:
    """Show the page."""
    st.title("Over time")
    _look(journal, today)


@st.fragment
def _look(journal: Journal, today: date) -> None:
    """Draw choices and chart together, so that a choice redraws nothing else."""
    span = span_choice(SPAN_KEY)
    range_ = chosen_range(journal, span, today)
    choices = rating_choices(journal, range_)
    codes = st.pills(
        "Ratings",
        choices,
        format_func=rating_name,
        selection_mode="multi",
        default=usual_ratings(choices),
        key=RATINGS_KEY,
        persist_state="session",
    )
    reading = None
    if step_for(len(range_)) is Step.DAY:
        reading = read_cycles(load_recent_record(journal, today), today)
    result = over_time(journal, codes=codes, range_=range_, reading=reading)
    chart = over_time_chart(result)
    chart_card(chart, key="over_time.chart", today=today)
    written = replies_of_page(journal, today, "over-time")
    replies_under_chart(written, chart)
    replies_under_part(written, "ratings")
    replies_left(written)
