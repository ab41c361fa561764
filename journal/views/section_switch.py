"""The sections of a page, of which only the one she chose is worked out."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias

import streamlit as st

from journal.domain.journal import Journal

Section: TypeAlias = Callable[[Journal, date], None]


@st.fragment
def section_switch(
    sections: Mapping[str, Section], journal: Journal, today: date, *, page: str
) -> None:
    """Show the switch, and below it the chosen section; the first until she has chosen.

    Args:
        sections: What each section draws, by its name on the screen.
        journal: The journal.
        today: The day of the reader.
        page: Names the page, so that her choice is remembered for it.
    """
    usual = next(iter(sections))
    with st.container(key=f"chips_{page}"):
        chosen = st.pills(
            "Show",
            list(sections),
            default=usual,
            key=f"{page}.section",
            required=True,
            label_visibility="collapsed",
            persist_state="session",
        )
    sections[chosen or usual](journal, today)
