"""The sections of a page, of which only the one she chose is worked out."""

from collections.abc import Callable, Collection, Mapping
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
    sections[chosen_section(sections, page)](journal, today)


def chosen_section(names: Collection[str], page: str) -> str:
    """Show the switch and return the section she chose.

    Args:
        names: Of the sections, on the screen.
        page: Names the page, so that her choice is remembered for it.
    """
    usual = next(iter(names))
    with st.container(key=f"chips_{page}"):
        chosen = st.pills(
            "Show",
            list(names),
            default=usual,
            key=f"{page}.section",
            required=True,
            label_visibility="collapsed",
            persist_state="session",
        )
    return chosen or usual
