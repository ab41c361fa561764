"""The days ahead in which more care may be welcome, and how they come into her own calendar."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Final

import streamlit as st

from journal.analysis.days_ahead import DaysAhead, DaysAheadAnswer, days_ahead
from journal.analysis.days_ahead_words import HOW_KNOWN, days_ahead_words
from journal.cycle.engine import read_cycles
from journal.cycle.forecast_words import DISCLAIMER
from journal.cycle.record import load_recent_record
from journal.domain.journal import Journal
from journal.domain.own_calendar import LONGEST_TITLE, OwnCalendar
from journal.exchange.days_ahead_file import days_ahead_file, days_to_come, title_of
from journal.exchange.own_calendar_file import calendar_with_key
from journal.views.attempt import attempt
from journal.views.calendar_address import calendar_address
from journal.views.explained import explained
from journal.views.state import keep_in_step
from journal.views.words import literal

TITLE_KEY: Final = "ahead.title"
REMIND_KEY: Final = "ahead.remind"
TIME_KEY: Final = "ahead.time"
EVENING: Final = time(21)


def ahead_section(journal: Journal, today: date) -> None:
    """Say when more care may be welcome, or what is missing, and offer file and address."""
    found = days_ahead(journal, read_cycles(load_recent_record(journal, today), today), today)
    with st.container(border=True, key="card_ahead"):
        st.header("The days ahead", anchor=False)
        st.markdown(literal(days_ahead_words(found, today)))
        if isinstance(found, DaysAhead):
            st.caption(literal(DISCLAIMER))
        explained("How this is known", HOW_KNOWN, key="ahead.explained")
    _file(journal, found, today)
    calendar_address(journal)


@st.fragment
def _file(journal: Journal, found: DaysAheadAnswer, today: date) -> None:
    """Ask what she wants in her own calendar, and offer it as a file; nothing is sent anywhere."""
    wanted = journal.settings().own_calendar
    with st.container(border=True, key="card_calendar_file"):
        st.header("For my own calendar", anchor=False)
        calendar_title(journal, wanted)
        _reminder(journal, wanted)
        st.download_button(
            "Take the calendar file",
            data=lambda: days_ahead_file(found, calendar_with_key(journal), today),
            file_name=f"tending-days-ahead-{today.isoformat()}.ics",
            mime="text/calendar",
            key="ahead.file",
            disabled=days_to_come(found, today) is None and wanted.remind_at is None,
            on_click="ignore",
        )
        st.caption("Open it with your calendar. Take a new one when the dates have moved.")


def calendar_title(journal: Journal, wanted: OwnCalendar) -> None:
    """Ask what the days ahead are called in a calendar others may see, and keep it."""
    keep_in_step(TITLE_KEY, title_of(wanted))

    def save() -> None:
        typed = st.session_state[TITLE_KEY].strip()
        _change(journal, lambda kept: replace(kept, title=typed))

    st.text_input(
        "What the days are called there", max_chars=LONGEST_TITLE, key=TITLE_KEY, on_change=save
    )
    st.caption("Others may see your calendar; choose words you would not mind them reading.")


def _reminder(journal: Journal, wanted: OwnCalendar) -> None:
    keep_in_step(REMIND_KEY, wanted.remind_at is not None)

    def switch() -> None:
        at = EVENING if st.session_state[REMIND_KEY] else None
        _change(journal, lambda kept: replace(kept, remind_at=at))

    def set_time() -> None:
        at = st.session_state[TIME_KEY]
        _change(journal, lambda kept: replace(kept, remind_at=at))

    st.toggle("A daily reminder to write", key=REMIND_KEY, on_change=switch)
    if wanted.remind_at is not None:
        keep_in_step(TIME_KEY, wanted.remind_at)
        st.time_input("At", key=TIME_KEY, on_change=set_time)


def _change(journal: Journal, change: Callable[[OwnCalendar], OwnCalendar]) -> None:
    attempt(
        lambda: journal.change_settings(
            lambda kept: replace(kept, own_calendar=change(kept.own_calendar))
        )
    )
