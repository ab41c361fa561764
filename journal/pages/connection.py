"""Connection: what is in the account, how bids are met, time apart, and tending it on purpose."""

from collections.abc import Mapping
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
from journal.views.replies_sections import (
    ReadSection,
    charted,
    plain,
    sections_with_replies,
)

SECTIONS: Final[Mapping[str, ReadSection]] = {
    "Now": plain(connection_now, "moments"),
    "Account": charted(account_section, "account"),
    "Bids": charted(bids_section, "bids"),
    "Time apart": plain(apart_section),
    "Felt": plain(felt_section, "felt"),
    "Days ahead": plain(ahead_section),
    "For my partner": plain(partner_section, "card"),
}


def render(journal: Journal, today: date) -> None:
    """Lay out the page."""
    st.title("Connection", anchor=False)
    sections_with_replies(SECTIONS, journal, today, page="connection")
