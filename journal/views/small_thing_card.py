"""One small thing, offered on a day that asks for more care; put away with a tap."""

from dataclasses import replace
from datetime import date

import streamlit as st

from journal.analysis.small_thing import small_thing_today
from journal.connection.small_thing_words import occasion_words, small_thing_words
from journal.cycle.reading import CycleReading
from journal.domain.journal import Journal
from journal.views.attempt import attempt
from journal.views.state import keep_in_step
from journal.views.words import literal

SWITCH_KEY = "small_thing.offers"


@st.fragment
def small_thing_card(
    journal: Journal,
    reading: CycleReading,
    today: date,
    *,
    balance: float | None,
    usual: float | None,
) -> None:
    """Offer one small thing, or nothing at all.

    Args:
        balance: The balance of the account today.
        usual: What it usually is, from `connection.small_thing.usual_balance`.
    """
    thing = small_thing_today(journal, reading, today, balance=balance, usual=usual)
    if thing is None:
        return
    with st.container(border=True, key="card_small_thing"):
        st.markdown(literal(small_thing_words(thing)))
        st.caption(literal(occasion_words(thing)))
        with st.container(horizontal=True):
            st.button(
                "Put it away for today",
                key="small_thing.away",
                type="tertiary",
                on_click=_put_away,
                args=(journal, today),
            )
            st.button(
                "Offer no more of these",
                key="small_thing.off",
                type="tertiary",
                on_click=_switch,
                args=(journal, False),
            )


def offers_switch(journal: Journal) -> None:
    """Let her switch small offers off and on again."""
    keep_in_step(SWITCH_KEY, journal.settings().offers)
    st.toggle(
        "Offer one small thing now and then",
        key=SWITCH_KEY,
        on_change=lambda: _switch(journal, st.session_state[SWITCH_KEY]),
    )
    st.caption("Once a day at most: when the balance is low for you, or before a period.")


def _put_away(journal: Journal, today: date) -> None:
    attempt(lambda: journal.change_settings(lambda kept: replace(kept, small_thing_seen=today)))


def _switch(journal: Journal, offers: bool) -> None:  # noqa: FBT001 - a callback's argument
    attempt(lambda: journal.change_settings(lambda kept: replace(kept, offers=offers)))
