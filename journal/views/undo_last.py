"""Taking back the last act on a day, also after the page was closed and opened again."""

import streamlit as st

from journal.domain.errors import JournalError
from journal.domain.labels import date_words
from journal.views.day_editor import DayEditor


def undo_last(editor: DayEditor) -> None:
    """Offer to take back the last act on the open day, and the one before it, and so on."""
    if st.button(
        "Undo the last change to this day",
        key=editor.key("undo_last"),
        icon=":material/undo:",
        type="tertiary",
    ):
        st.toast(_undo(editor))
        st.rerun()


def _undo(editor: DayEditor) -> str:
    try:
        last = editor.journal.last_change(editor.day)
        if last is None or not editor.journal.undo(last.id):
            return f"Nothing is left to undo on {date_words(editor.day)}."
    except JournalError as failure:
        return str(failure)
    at = last.made_at.astimezone(editor.zone)
    return f"The change made on {date_words(at.date())} at {at:%H:%M} was undone."
