"""Connection today: what is in the account, one small thing, and what she means to do."""

from datetime import date

import streamlit as st

from journal.analysis.account import account
from journal.connection.account_words import at_a_glance_words
from journal.connection.small_thing import USUAL_OVER_DAYS, usual_balance
from journal.cycle.engine import read_cycles
from journal.cycle.record import load_recent_record
from journal.domain.journal import Journal
from journal.domain.ranges import DateRange
from journal.views.intentions_card import intentions_card
from journal.views.ladder_editor import ladder_editor
from journal.views.ladder_picker import ladder_picker
from journal.views.small_thing_card import offers_switch, small_thing_card
from journal.views.words import literal


def connection_now(journal: Journal, today: date) -> None:
    """Show what is there at a glance, and what can be tended."""
    found = account(journal, DateRange.last_days(USUAL_OVER_DAYS, today), today)
    balance = found.days[-1].balance if found.days else None
    with st.container(key="standing"):
        st.markdown(literal(at_a_glance_words(found.days, today)))
    reading = read_cycles(load_recent_record(journal, today), today)
    usual = usual_balance(found.days, today)
    small_thing_card(journal, reading, today, balance=balance, usual=usual)
    intentions_card(journal, today)
    with st.expander("Small steps to choose from"):
        ladder_picker(journal, today)
    with st.expander("Steps of my own", key="ladder.own"):
        ladder_editor(journal)
    offers_switch(journal)
