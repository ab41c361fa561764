"""Doing what a button asks for; what cannot be done is told in a sentence."""

from collections.abc import Callable

import streamlit as st

from journal.domain.errors import JournalError
from journal.views.words import literal


def attempt(act: Callable[[], object]) -> bool:
    """Do it, and say whether it was done."""
    try:
        act()
    except JournalError as failure:
        st.toast(literal(str(failure)))
        return False
    return True
