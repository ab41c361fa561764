"""Looking back by month and by year; any day opens for editing."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from journal.analysis.calendar import month_view, year_view
from journal.analysis.completeness import completeness_words, recent_completeness
from journal.cycle.engine import read_cycles
from journal.cycle.record import hindsight, load_recent_record
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange
from journal.domain.ratings import CORE_RATINGS, RATINGS
from journal.views.calendar_grid import month_grid, year_grid
from journal.views.calendar_state import (
    SPAN_KEY,
    SPANS,
    YEAR,
    open_month,
    shown_month,
    shown_span,
    turn_to,
)


def render(journal: ReadableJournal, today: date, open_day: Callable[[date], None]) -> None:
    """Draw the calendar.

    Args:
        journal: Whose record is shown.
        today: The owner's date.
        open_day: Opens a day for editing.
    """
    st.title("Calendar", anchor=False)
    _calendar(journal, today, open_day)


@st.fragment
def _calendar(journal: ReadableJournal, today: date, open_day: Callable[[date], None]) -> None:
    st.text(f"Recorded: {completeness_words(recent_completeness(journal, today))}.")
    with st.container(key="calendar.choices", horizontal=True, vertical_alignment="bottom"):
        rating = _rating_choice(journal)
        span = _span_choice()
    if span == YEAR:
        _year(journal, today, rating)
    else:
        _month(journal, today, rating, open_day)


def _rating_choice(journal: ReadableJournal) -> str:
    codes = [scale.code for scale in CORE_RATINGS] + list(journal.settings().optional_ratings)
    chosen = st.pills(
        "Days coloured by",
        codes,
        default=codes[0],
        format_func=lambda code: RATINGS[code].name,
        key="calendar.rating",
        required=True,
        persist_state="session",
    )
    return chosen or codes[0]


def _span_choice() -> str:
    shown_span()
    chosen = st.segmented_control(
        "Month or year",
        SPANS,
        key=SPAN_KEY,
        required=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    return chosen or shown_span()


def _month(
    journal: ReadableJournal, today: date, rating: str, open_day: Callable[[date], None]
) -> None:
    month = shown_month(today)
    until = hindsight(DateRange.month_of(month).last, today)
    reading = read_cycles(load_recent_record(journal, until), until)
    view = month_view(journal, month, rating, today, reading)
    tapped = month_grid(view, key="calendar.month", today=today, go=turn_to)
    if tapped:
        open_day(tapped)


def _year(journal: ReadableJournal, today: date, rating: str) -> None:
    shown = shown_month(today)
    view = year_view(journal, shown.year, rating, today)
    year_grid(
        view, key="calendar.year", today=today, month=shown.month, go=turn_to, opened=open_month
    )
