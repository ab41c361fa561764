"""Private on this machine: a passphrase, hiding the screen, and erasing everything."""

from datetime import date
from typing import Final

import streamlit as st

from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.domain.machine import PrivateMachine
from journal.views.passphrase_section import passphrase_section
from journal.views.words import literal

CONFIRMATION: Final = "erase"
_ERASED: Final = "private.erase_word"
HIDING: Final = """
The eye among the places below, or at the side, covers the page at once; so does pressing Escape
twice. One tap brings it back. It hides the page from a look over your shoulder, and is no lock.
"""


def private_section(journal: Journal, today: date, machine: PrivateMachine) -> None:
    """Lay out what protects her journal here."""
    passphrase_section(journal, today, machine)
    st.header("Hide the screen", anchor=False)
    st.markdown(HIDING)
    st.header("Erase everything", anchor=False)
    _erasing(machine)


def _erasing(machine: PrivateMachine) -> None:
    st.markdown(
        "Everything you recorded goes for good: the journal, its history of changes, its settings "
        "and its passphrase. There is no undoing it. Backups and files you took along are where "
        "you put them, and stay."
    )
    typed = st.text_input(
        f"To go on, type the word “{CONFIRMATION}”", key=_ERASED, autocomplete="off"
    )
    confirmed = typed.strip().casefold() == CONFIRMATION
    if st.button(
        "Erase everything",
        key="private.erase",
        type="primary" if confirmed else "secondary",
        disabled=not confirmed,
    ):
        try:
            with st.spinner("Erasing …"):
                machine.erase()
        except JournalError as failure:
            st.error(literal(str(failure)))
        else:
            st.rerun()
