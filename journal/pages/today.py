"""Today: the page she sees every day, for one thumb."""

from datetime import date, tzinfo

import streamlit as st

from journal.cycle.engine import read_cycles
from journal.cycle.record import hindsight, load_recent_record
from journal.domain.journal import Journal
from journal.domain.labels import day_name_words
from journal.views.day_editor import DayEditor
from journal.views.day_sections import (
    bleeding_section,
    body_section,
    closeness_section,
    note_section,
    ratings_section,
    signs_section,
)
from journal.views.locale import date_format
from journal.views.moment_chips import moments_section
from journal.views.replies_here import replies_on_day
from journal.views.replies_noticed import WaysToReplies, replies_noticed
from journal.views.state import go_days_on, go_to_day, keep_in_address, open_day
from journal.views.undo_last import undo_last
from journal.views.where_she_stands import where_she_stands


def render(journal: Journal, today: date, zone: tzinfo, ways: WaysToReplies | None = None) -> None:
    """Lay out one day's form, each card redrawn alone.

    Args:
        journal: Hers.
        today: The date where she is.
        zone: Where that is.
        ways: To what readers wrote.
    """
    day = open_day(today)
    keep_in_address(day, today)
    editor = DayEditor(journal, day, today, zone)
    _way_to_other_days(day, today)
    _header(journal, day, today)
    replies = journal.replies()  # read once: most journals have none
    replies_noticed(journal, replies, day, today, ways)
    with st.container(border=True, key="card_ratings"):
        ratings_section(editor)
    with st.container(border=True, key="card_moments"):
        moments_section(editor)
    with st.container(border=True, key="card_bleeding"):
        recorded = journal.day(day)
        bleeding_section(editor, (recorded.bleeding, recorded.not_my_period))
    with st.container(border=True, key="card_closeness"):
        closeness_section(editor)
    with st.container(border=True, key="card_note"):
        note_section(editor)
    if any(reply.date == day for reply in replies):
        replies_on_day(journal, day, today)
    with st.container(border=True, key="card_signs"):
        signs_section(editor)
    with st.container(border=True, key="card_body"):
        body_section(editor)
    undo_last(editor)


def _way_to_other_days(day: date, today: date) -> None:
    """Offer other days, above everything whose height changes with the day.

    Below words of one line or two, the buttons would move away under her thumb.
    """
    with st.container(key="day_bar", horizontal=True, wrap=False, vertical_alignment="bottom"):
        st.button(
            "Day before",
            key="today.before",
            icon=":material/chevron_left:",
            on_click=go_days_on,
            args=(-1, today),
        )
        st.date_input(
            "Go to a day",
            value=day,
            max_value=today,
            min_value=date(1950, 1, 1),
            format=date_format(),
            label_visibility="collapsed",
            key=f"today.jump.{day.isoformat()}",
            on_change=_jump,
            args=(f"today.jump.{day.isoformat()}", today),
        )
        st.button(
            "Day after",
            key="today.after",
            icon=":material/chevron_right:",
            icon_position="right",
            disabled=day >= today,
            on_click=go_days_on,
            args=(1, today),
        )


def _header(journal: Journal, day: date, today: date) -> None:
    """Show the date, and where she stands."""
    st.title(day_name_words(day, today), anchor=False)
    until = hindsight(day, today)
    record = load_recent_record(journal, until)
    where_she_stands(record, read_cycles(record, until), day, today)


def _jump(key: str, today: date) -> None:
    chosen = st.session_state[key]
    if chosen is not None:
        go_to_day(chosen, today)
