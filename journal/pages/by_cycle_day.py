"""By cycle day: cycles laid over each other, or days since a bleed, or months since a date."""

from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.by_cycle_day import by_cycle_day, usual_since
from journal.analysis.spans import EARLIEST_DATE, rating_choices, rating_name
from journal.charts.by_cycle_day_words import by_cycle_day_chart
from journal.cycle.engine import read_cycles
from journal.cycle.reading import CycleReading
from journal.cycle.record import load_cycle_record, load_recent_record
from journal.domain.journal import Journal, ReadableJournal
from journal.domain.labels import AXIS_WORDS
from journal.domain.owner_settings import TimeAxis
from journal.views.chart_card import chart_card
from journal.views.locale import date_format
from journal.views.replies_placed import (
    replies_left,
    replies_of_page,
    replies_under_chart,
    replies_under_part,
)

AXIS_KEY: Final = "by_cycle_day.axis"
RATINGS_KEY: Final = "by_cycle_day.ratings"
SINCE_KEY: Final = "by_cycle_day.since"


def render(journal: Journal, today: date) -> None:
    """Show the page."""
    st.title("By cycle day")
    _look(journal, today)


@st.fragment
def _look(journal: Journal, today: date) -> None:
    """Draw choices and charts together, so that a choice redraws nothing else."""
    axis = TimeAxis(_chosen_axis(journal))
    months = axis is TimeAxis.MONTHS_SINCE
    # Months need the last bleed only, cycles and bleeds laid over each other need them all.
    load = load_recent_record if months else load_cycle_record
    reading = read_cycles(load(journal, today), today)
    since = _chosen_since(journal, reading) if months else None
    choices = rating_choices(journal)
    codes = st.pills(
        "Ratings",
        choices,
        format_func=rating_name,
        selection_mode="multi",
        default=choices[:1],
        key=RATINGS_KEY,
        persist_state="session",
    )
    if not codes:
        st.write("Choose at least one rating.")
    written = replies_of_page(journal, today, "by-cycle-day")
    for code in codes:
        result = by_cycle_day(journal, code, axis=axis, reading=reading, since=since)
        chart = by_cycle_day_chart(result)
        chart_card(chart, key=f"by_cycle_day.{code}", today=today)
        replies_under_chart(written, chart)
    replies_under_part(written, "by_cycle")
    replies_left(written)


def _chosen_axis(journal: ReadableJournal) -> str:
    usual = journal.settings().axis.value
    with st.container(key="choice_axis"):
        chosen = st.segmented_control(
            "Line days up by",
            [axis.value for axis in TimeAxis],
            format_func=lambda value: AXIS_WORDS[TimeAxis(value)],
            default=usual,
            key=AXIS_KEY,
            required=True,
            persist_state="session",
            width="stretch",
        )
    return chosen or usual


def _chosen_since(journal: ReadableJournal, reading: CycleReading) -> date | None:
    since = st.date_input(
        "Count months from",
        value=usual_since(journal, reading),
        min_value=EARLIEST_DATE,
        max_value=reading.today,
        format=date_format(),
        key=SINCE_KEY,
        persist_state="session",
    )
    st.caption("The first day of your last period, the start of a therapy, or any day you choose.")
    return since
