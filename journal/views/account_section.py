"""The account: its line, what it was in hard times, the half-life of her record, and its rules."""

from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.account import account
from journal.analysis.half_life import HalfLifeFit
from journal.analysis.half_life_record import journal_half_life
from journal.analysis.half_life_words import HOW_JUDGED, days_words, half_life_words, offered_days
from journal.analysis.spans import chosen_range
from journal.charts.account_words import account_chart
from journal.connection.account_words import ACCOUNT_EXPLANATION
from journal.domain.journal import Journal
from journal.views.account_rules_editor import account_rules_editor, change_rules
from journal.views.chart_card import chart_card
from journal.views.explained import explained
from journal.views.replies_placed import PageReplies, replies_under_chart
from journal.views.span_choice import span_choice
from journal.views.words import literal

SPAN_KEY: Final = "connection.account.span"
FIT_KEY: Final = "connection.account.fit"


def account_section(journal: Journal, today: date, written: PageReplies | None = None) -> None:
    """Show the account over a span and what it rests on."""
    range_ = chosen_range(journal, span_choice(SPAN_KEY), today)
    chart = account_chart(account(journal, range_, today))
    chart_card(chart, key="account.line", today=today)
    replies_under_chart(written, chart)
    explained("How the account counts", [ACCOUNT_EXPLANATION], key="account.explained")
    _half_life(journal, today)
    with st.expander("Half-life and weights", key="account.rules"):
        account_rules_editor(journal)


@st.fragment
def _half_life(journal: Journal, today: date) -> None:
    """Work the half-life out when she asks, and offer it; it is never applied by itself."""
    with st.container(border=True, key="card_half_life"):
        st.header("How long it lasts in your record", anchor=False)
        if not st.toggle("Work it out from my ratings of connection", key=FIT_KEY):
            st.caption("It takes a moment, and changes nothing by itself.")
            return
        found = journal_half_life(journal, today)
        st.markdown(literal(half_life_words(found)))
        if isinstance(found, HalfLifeFit):
            _offer(journal, found)
        explained("How this is judged", HOW_JUDGED, key="account.fit_explained")


def _offer(journal: Journal, found: HalfLifeFit) -> None:
    days = offered_days(found)
    if journal.settings().account.half_life_days == days:
        return
    st.button(
        f"Let the account fade by half in {days_words(days)}",
        key="account.take_half_life",
        on_click=_take,
        args=(journal, days),
    )


def _take(journal: Journal, days: float) -> None:
    change_rules(journal, lambda kept: replace(kept, half_life_days=days))
