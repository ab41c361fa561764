"""Connection: what is in the account, how bids are met, time apart, and tending it on purpose."""

from datetime import date
from typing import Final

import streamlit as st

from journal.domain.journal import Journal
from journal.views.account_section import account_section
from journal.views.ahead_section import ahead_section
from journal.views.apart_section import apart_section
from journal.views.bids_section import bids_section
from journal.views.connection_now import connection_now
from journal.views.felt_section import felt_section
from journal.views.partner_section import partner_section
from journal.views.section_switch import section_switch

SECTIONS: Final = {
    "Now": connection_now,
    "Account": account_section,
    "Bids": bids_section,
    "Time apart": apart_section,
    "Felt": felt_section,
    "Days ahead": ahead_section,
    "For my partner": partner_section,
}


def render(journal: Journal, today: date) -> None:
    """Lay out the page."""
    st.title("Connection", anchor=False)
    section_switch(SECTIONS, journal, today, page="connection")
