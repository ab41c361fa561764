"""Taking back the last change to what belongs to no day: contexts, stages, answers."""

import streamlit as st

from journal.domain.changes import ChangeKind
from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.views.words import literal


def undo_lasting(journal: Journal, kind: ChangeKind, what: str, *, key: str) -> None:
    """Offer to take back the last change of a kind, then the one before it, and so on.

    Args:
        what: What was changed, as in "Undo the last change to …".
    """
    last = journal.last_change_of(kind)
    if last is None:
        return
    st.button(
        f"Undo the last change to {what}",
        key=key,
        icon=":material/undo:",
        type="tertiary",
        on_click=_undo,
        args=(journal, last.id, what),
    )


def _undo(journal: Journal, change_id: int, what: str) -> None:
    try:
        undone = journal.undo(change_id)
    except JournalError as failure:
        st.toast(literal(str(failure)))
    else:
        st.toast(
            f"The last change to {what} was undone."
            if undone
            else "That change had been undone already, perhaps in another tab."
        )
