"""The address her own calendar can subscribe to: made, shown once, made anew, withdrawn."""

from datetime import datetime
from typing import Final

import streamlit as st

from journal.domain.calendar_address import CalendarAddress
from journal.domain.journal import Journal
from journal.domain.labels import date_words
from journal.domain.zones import zone_named
from journal.views.attempt import attempt
from journal.views.explained import explained
from journal.views.journal_address import journal_address
from journal.views.locale import zone_name
from journal.views.state import in_example, keep_in_step
from journal.views.words import literal

SWITCH_KEY: Final = "ahead.address"
ANEW_KEY: Final = "ahead.address_anew"
_SECRET: Final = "ahead.address_secret"  # noqa: S105 - the name it has for one drawing of the page
# Where journal/web/calendar_address.py answers.
_PLACE: Final = "days-ahead"
HOW_REACHED: Final = (
    (
        "Your calendar asks this address for the days above, as your record then stands: the days "
        "and the reminder that the file would hold, under the name you chose, and nothing else."
    ),
    (
        "It is answered while Tending is running. On your own machine only programs on that "
        "machine reach it, Thunderbird or Apple Calendar for instance. Google Calendar, and the "
        "calendar of a phone, reach it only where the journal is hosted at an address that they "
        "can open."
    ),
    (
        "Whoever has the address can read what your calendar reads. It is shown once and kept "
        "nowhere; where it got lost or went too far, make a new one, and the one before is "
        "answered no more. Your calendar may go on showing what it had fetched until you remove "
        "it there."
    ),
    "What day it is goes by the time zone you were in when you made the address.",
)


@st.fragment
def calendar_address(journal: Journal) -> None:
    """Let her open an address to her calendar, and close it; a fragment, so that it is shown once.

    The address stays on the page until something else in here is tapped or the page is drawn anew.
    """
    with st.container(border=True, key="card_calendar_address"):
        st.header("An address for my calendar", anchor=False)
        if in_example():
            st.caption("Your own journal can have one; an example is not given away.")
            return
        kept = journal.calendar_address()
        keep_in_step(SWITCH_KEY, kept is not None)
        st.toggle(
            "Let my calendar fetch the days by itself",
            key=SWITCH_KEY,
            on_change=_switch,
            args=(journal,),
        )
        secret = st.session_state.pop(_SECRET, None)
        if kept is None:
            st.caption("Off, there is no such address. On, your calendar follows your record.")
        else:
            _open(journal, kept, secret)
        explained("Who can reach it", HOW_REACHED, key="ahead.address_explained")


def _open(journal: Journal, kept: CalendarAddress, secret: str | None) -> None:
    if secret is not None:
        st.markdown("Subscribe your calendar to this address. Copy it now: it is shown once.")
        st.code(f"{journal_address()}/{_PLACE}/{secret}.ics", language=None, wrap_lines=True)
    st.caption(literal(_fetched_words(kept)))
    st.button("Make a new address", key=ANEW_KEY, on_click=_make, args=(journal,))
    st.caption("The one before is answered no more.")


def _switch(journal: Journal) -> None:
    if st.session_state[SWITCH_KEY]:
        _make(journal)
    else:
        attempt(journal.withdraw_calendar_address)


def _make(journal: Journal) -> None:
    def act() -> None:
        st.session_state[_SECRET] = journal.make_calendar_address(zone_name())

    attempt(act)


def _fetched_words(kept: CalendarAddress) -> str:
    fetched = f"last fetched on {_instant_words(kept.fetched_at)}" if kept.fetched_at else None
    return f"Made on {_instant_words(kept.made_at)}; {fetched or 'not fetched yet'}."


def _instant_words(instant: datetime) -> str:
    there = instant.astimezone(zone_named(zone_name()))
    return f"{date_words(there.date())}, {there:%H:%M}"
