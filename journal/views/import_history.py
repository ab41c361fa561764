"""The imports made so far, each of which can be taken back as a whole."""

from typing import Final

import streamlit as st

from journal.domain.changes import Change
from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.domain.labels import date_words
from journal.views.state import whose_journal
from journal.views.words import literal

_RESULT: Final = "bring.result"
_FAILED: Final = "bring.failed"
_RESULT_CHANGE: Final = "bring.result_change"
_WHOSE: Final = "bring.result_whose"
_MOST_SHOWN: Final = 20


def remember_result(words: str, change_id: int | None = None, *, failed: bool = False) -> None:
    """Keep what the last act on this page did, for the next drawing of the page."""
    st.session_state[_RESULT] = words
    st.session_state[_RESULT_CHANGE] = change_id
    # The number of an act in an example journal is that of another act in her own.
    st.session_state[_WHOSE] = whose_journal()
    st.session_state[_FAILED] = failed


def show_result(journal: Journal) -> None:
    """Say what the last import did, with the way back."""
    words = st.session_state.get(_RESULT)
    if not words or st.session_state.get(_WHOSE) != whose_journal():
        return
    if st.session_state.get(_FAILED):
        st.error(literal(words))
        return
    st.success(literal(words))
    change_id = st.session_state.get(_RESULT_CHANGE)
    if change_id is not None:
        st.button(
            "Undo this import",
            key="bring.undo_result",
            icon=":material/undo:",
            on_click=_undo,
            args=(journal, change_id),
        )


def show_earlier_imports(journal: Journal) -> None:
    """List the imports, newest first, each with its own undo."""
    imports = journal.imports()[:_MOST_SHOWN]
    if not imports:
        return
    st.header("Earlier imports", anchor=False)
    for change in imports:
        with st.container(key=f"bring_import_{change.id}", border=True):
            st.markdown(literal(_words(change)))
            if not change.undone:
                st.button(
                    f"Undo the import of {date_words(change.made_at.date())}",
                    key=f"bring.undo.{change.id}",
                    on_click=_undo,
                    args=(journal, change.id),
                )


def _words(change: Change) -> str:
    made = f"{change.words}, brought along on {date_words(change.made_at.date())}"
    return f"{made}; taken back." if change.undone else f"{made}."


def _undo(journal: Journal, change_id: int) -> None:
    try:
        done = journal.undo(change_id)
    except JournalError as failure:
        remember_result(str(failure), failed=True)
        return
    remember_result(
        "The import was taken back. What you changed since stays as you wrote it."
        if done
        else "That import was taken back already."
    )
