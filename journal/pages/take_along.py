"""Take along: what leaves the journal as files, each kind in a section of its own."""

from datetime import date
from typing import Final

import streamlit as st

from journal.domain.journal import Journal
from journal.views.backup_section import backup_section
from journal.views.calendar_section import calendar_section
from journal.views.charts_section import charts_section
from journal.views.clinic_section import clinic_section
from journal.views.data_section import data_section
from journal.views.report_section import report_section
from journal.views.section_switch import section_switch

SECTIONS: Final = {
    "Charts": charts_section,
    "Report": report_section,
    "My data": data_section,
    "Backup": backup_section,
    "For a clinic": clinic_section,
    "Calendar": calendar_section,
}


def render(journal: Journal, today: date, share: st.Page | None = None) -> None:
    """Lay out the page."""
    st.title("Take along", anchor=False)
    st.markdown("Everything here is yours to take. Files go to your downloads and nowhere else.")
    if share is not None:
        st.page_link(share, label="Share a part with somebody", icon=":material/share:")
    section_switch(SECTIONS, journal, today, page="take_along")
