"""A calendar file of her own choosing: the days ahead, moments planned, a daily reminder."""

from datetime import date, time
from typing import Final

import streamlit as st

from journal.analysis.days_ahead import DaysAhead, DaysAheadAnswer, days_ahead
from journal.analysis.days_ahead_words import days_ahead_words
from journal.cycle.engine import read_cycles
from journal.cycle.forecast_words import DISCLAIMER
from journal.cycle.record import load_recent_record
from journal.domain.intentions import Intention
from journal.domain.journal import Journal
from journal.domain.labels import counted
from journal.domain.own_calendar import OwnCalendar
from journal.exchange.calendar_file import AllDay
from journal.exchange.days_ahead_file import days_to_come, title_of
from journal.exchange.own_calendar_file import (
    PLANNED_TITLE,
    CalendarParts,
    Planned,
    calendar_entries,
    calendar_with_key,
    own_calendar_file,
    planned_moments,
)
from journal.views.ahead_section import EVENING, calendar_title
from journal.views.words import literal

PLANNED_WORDS: Final = {
    Planned.LEFT_OUT: "Leave out",
    Planned.ONE_A_WEEK: "One entry a week",
    Planned.IN_HER_WORDS: "Each in my words",
}
CALENDAR_NAME: Final = "Journal"


def calendar_section(journal: Journal, today: date) -> None:
    """Offer the three parts by choice, and the file."""
    found = days_ahead(journal, read_cycles(load_recent_record(journal, today), today), today)
    planned = planned_moments(journal, today)
    wanted = journal.settings().own_calendar
    with st.container(border=True, key="card_calendar"):
        st.header("Calendar", anchor=False)
        st.markdown(
            "One file for your own calendar. Others may see your calendar; only what you switch "
            "on here is in it."
        )
        parts = CalendarParts(
            _ahead(journal, wanted, found, today), _planned(planned), _remind_at(wanted)
        )
        entries = calendar_entries(found, planned, parts, today)
        _file(journal, entries, parts, today)


def _ahead(
    journal: Journal, wanted: OwnCalendar, found: DaysAheadAnswer, today: date
) -> str | None:
    """Offer the days ahead; return what they are called, or None without them."""
    st.caption(literal(days_ahead_words(found, today)))
    if not isinstance(found, DaysAhead) or days_to_come(found, today) is None:
        return None
    st.caption(literal(DISCLAIMER))
    if not st.toggle("The days ahead", value=True, key="calendar.ahead"):
        return None
    calendar_title(journal, wanted)
    return title_of(wanted)


def _planned(planned: list[Intention]) -> Planned:
    if not planned:
        st.caption("Nothing is chosen for this week or later that has not come about already.")
        return Planned.LEFT_OUT
    with st.container(key="choice_calendar_planned"):
        chosen = st.segmented_control(
            f"Moments planned ({len(planned):,})",
            [item.value for item in Planned],
            format_func=lambda value: PLANNED_WORDS[Planned(value)],
            default=Planned.LEFT_OUT.value,
            key="calendar.planned",
            required=True,
            width="stretch",
        )
    how = Planned(chosen or Planned.LEFT_OUT)
    if how is Planned.ONE_A_WEEK:
        st.caption(f"It is called “{PLANNED_TITLE}” and says nothing of what that is.")
    elif how is Planned.IN_HER_WORDS:
        words = "\n".join(f"- {literal(item.words)}" for item in planned)
        st.caption(f"Whoever sees your calendar can read:\n\n{words}")
    return how


def _remind_at(wanted: OwnCalendar) -> time | None:
    """Ask for the time of a reminder in this file; what is set elsewhere stays as it is."""
    usual = wanted.remind_at
    if not st.toggle("A daily reminder to write", value=usual is not None, key="calendar.remind"):
        return None
    return st.time_input("At", value=usual or EVENING, key="calendar.time")


def _file(journal: Journal, entries: list[AllDay], parts: CalendarParts, today: date) -> None:
    whole = [*(["a daily reminder"] if parts.remind_at else [])]
    if entries:
        whole.insert(0, counted(len(entries), "entry", "entries"))
    st.markdown(f"In the file: {' and '.join(whole)}." if whole else "Nothing is in the file yet.")
    name = parts.ahead_title or CALENDAR_NAME

    def content() -> bytes:
        key = calendar_with_key(journal).key
        return own_calendar_file(entries, parts.remind_at, name, key=key, today=today)

    st.download_button(
        "Take the calendar file",
        data=content,
        file_name=f"tending-calendar-{today.isoformat()}.ics",
        mime="text/calendar",
        key="calendar.file",
        disabled=not whole,
        on_click="ignore",
        width="stretch",
    )
    st.caption("Open it with your calendar. Take a new one when plans or dates have moved.")
