"""The days ahead in which more care may be welcome, and a calendar file with them."""

from datetime import date, datetime, time
from functools import partial
from typing import Final

import streamlit as st

from journal.analysis.days_ahead import USUAL_TITLE, DaysAhead, days_ahead
from journal.analysis.days_ahead_words import HOW_KNOWN, days_ahead_words
from journal.cycle.engine import read_cycles
from journal.cycle.forecast_words import DISCLAIMER
from journal.cycle.record import load_recent_record
from journal.domain.journal import Journal
from journal.domain.ranges import DateRange
from journal.exchange.calendar_file import AllDay, calendar_file
from journal.views.explained import explained
from journal.views.words import literal

TITLE_KEY: Final = "ahead.title"
REMIND_KEY: Final = "ahead.remind"
TIME_KEY: Final = "ahead.time"
LONGEST_TITLE: Final = 80
EVENING: Final = time(21)


def ahead_section(journal: Journal, today: date) -> None:
    """Say when more care may be welcome, or what is missing, and offer the file."""
    found = days_ahead(journal, read_cycles(load_recent_record(journal, today), today), today)
    with st.container(border=True, key="card_ahead"):
        st.header("The days ahead", anchor=False)
        st.markdown(literal(days_ahead_words(found, today)))
        if isinstance(found, DaysAhead):
            st.caption(literal(DISCLAIMER))
        explained("How this is known", HOW_KNOWN, key="ahead.explained")
    _file(found.to_come(today) if isinstance(found, DaysAhead) else None, today)


@st.fragment
def _file(span: DateRange | None, today: date) -> None:
    """Offer the days and a reminder for her own calendar; nothing is sent anywhere."""
    with st.container(border=True, key="card_calendar_file"):
        st.header("For my own calendar", anchor=False)
        title = USUAL_TITLE
        if span:
            title = st.text_input(
                "What the days are called there",
                value=USUAL_TITLE,
                max_chars=LONGEST_TITLE,
                key=TITLE_KEY,
            )
            st.caption(
                "Others may see your calendar; choose words you would not mind them reading."
            )
        remind = st.toggle("A daily reminder to write", key=REMIND_KEY, persist_state="session")
        at = st.time_input("At", value=EVENING, key=TIME_KEY) if remind else None
        entries = [AllDay(title.strip() or USUAL_TITLE, span)] if span else []
        st.download_button(
            "Take the calendar file",
            data=partial(_written, entries, today, at),
            file_name=f"tending-days-ahead-{today.isoformat()}.ics",
            mime="text/calendar",
            key="ahead.file",
            disabled=not entries and at is None,
            on_click="ignore",
        )
        st.caption("Open it with your calendar. Take a new one when the dates have moved.")


def _written(entries: list[AllDay], today: date, at: time | None) -> bytes:
    # Noon is the same date in every zone her calendar may be in, give or take a few islands.
    written_at = datetime.combine(today, time(12)).astimezone()
    return calendar_file(entries, written_at=written_at, remind_at=at)
