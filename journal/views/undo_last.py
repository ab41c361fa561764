"""Taking back the last act on a day, also after the page was closed and opened again."""

import streamlit as st

from journal.domain.errors import JournalError
from journal.domain.labels import date_words
from journal.views.day_editor import DayEditor


def undo_last(editor: DayEditor) -> None:
    """Offer to take back the last act on the open day, and the one before it, and so on."""
    st.button(
        "Undo the last change to this day",
        key=editor.key("undo_last"),
        icon=":material/undo:",
        type="tertiary",
        # Before the page is drawn, so that it need not be drawn twice: the second run clears away
        # what the first one said, now and then before it has been seen.
        on_click=_undo_and_tell,
        args=(editor,),
    )


def _undo_and_tell(editor: DayEditor) -> None:
    st.toast(_undo(editor))


def _undo(editor: DayEditor) -> str:
    try:
        last = editor.journal.last_change(editor.day)
        if last is None or not editor.journal.undo(last.id):
            return f"Nothing is left to undo on {date_words(editor.day)}."
    except JournalError as failure:
        return str(failure)
    at = last.made_at.astimezone(editor.zone)
    return f"The change made on {date_words(at.date())} at {at:%H:%M} was undone."
