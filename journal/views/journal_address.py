"""Where this journal is open, as her browser names it."""

from typing import Final
from urllib.parse import urlsplit

import streamlit as st

_THIS_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def journal_address() -> str:
    """Return the address without the page, and without a slash at the end."""
    return (st.context.url or "http://localhost:8501/").rpartition("/")[0]


def only_on_this_machine() -> bool:
    """Say whether no other machine can open that address."""
    return urlsplit(journal_address()).hostname in _THIS_MACHINE
