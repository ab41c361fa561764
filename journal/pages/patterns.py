"""Patterns: what goes with what in her own record, how sure that is, and what is not known yet."""

from collections.abc import Mapping
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
from journal.views.replies_sections import (
    ReadSection,
    charted,
    plain,
    sections_with_replies,
)

SECTIONS: Final[Mapping[str, ReadSection]] = {
    "What goes with what": charted(findings_section, "findings"),
    "By cycle": plain(cycle_section),
    "Phases and stages": plain(stage_section),
    "Signs": charted(signs_section, "signs"),
    "Before and after": plain(changes_section),
    "Compare two": plain(any_two_section),
}


def render(journal: Journal, today: date) -> None:
    """Lay out the page."""
    st.title("Patterns", anchor=False)
    sections_with_replies(SECTIONS, journal, today, page="patterns")
