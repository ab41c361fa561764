"""Patterns: what goes with what in her own record, how sure that is, and what is not known yet."""

from datetime import date
from typing import Final

import streamlit as st

from journal.domain.journal import Journal
from journal.views.patterns_any_two_section import any_two_section
from journal.views.patterns_changes_section import changes_section
from journal.views.patterns_cycle_section import cycle_section
from journal.views.patterns_findings_section import findings_section
from journal.views.patterns_signs_section import signs_section
from journal.views.patterns_stage_section import stage_section

SECTION_KEY: Final = "patterns.section"
SECTIONS: Final = {
    "What goes with what": findings_section,
    "By cycle": cycle_section,
    "Phases and stages": stage_section,
    "Signs": signs_section,
    "Before and after": changes_section,
    "Compare two": any_two_section,
}


def render(journal: Journal, today: date) -> None:
    """Lay out the page; only the chosen section is worked out."""
    st.title("Patterns", anchor=False)
    _section(journal, today)


@st.fragment
def _section(journal: Journal, today: date) -> None:
    usual = next(iter(SECTIONS))
    with st.container(key="chips_patterns"):
        chosen = st.pills(
            "Show",
            list(SECTIONS),
            default=usual,
            key=SECTION_KEY,
            required=True,
            label_visibility="collapsed",
            persist_state="session",
        )
    SECTIONS[chosen or usual](journal, today)
