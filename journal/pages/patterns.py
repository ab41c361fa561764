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
from journal.views.section_switch import section_switch

SECTIONS: Final = {
    "What goes with what": findings_section,
    "By cycle": cycle_section,
    "Phases and stages": stage_section,
    "Signs": signs_section,
    "Before and after": changes_section,
    "Compare two": any_two_section,
}


def render(journal: Journal, today: date) -> None:
    """Lay out the page."""
    st.title("Patterns", anchor=False)
    section_switch(SECTIONS, journal, today, page="patterns")
