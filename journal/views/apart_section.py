"""Time apart, coming back together, and whether comparisons leave it out."""

from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.apart import apart
from journal.analysis.spans import Span, chosen_range
from journal.charts.apart_words import apart_chart, apart_days_chart
from journal.domain.journal import Journal
from journal.views.attempt import attempt
from journal.views.chart_card import chart_card
from journal.views.span_choice import span_choice
from journal.views.state import keep_in_step

SPAN_KEY: Final = "connection.apart.span"
LEAVE_OUT_KEY: Final = "connection.leave_apart_out"


def apart_section(journal: Journal, today: date) -> None:
    """Show the spells of a span, before, during and after."""
    range_ = chosen_range(journal, span_choice(SPAN_KEY, Span.ONE_YEAR), today)
    found = apart(journal, range_, today)
    chart_card(apart_chart(found), key="apart.spells", today=today)
    if found.spells:
        chart_card(apart_days_chart(found), key="apart.days", today=today)
    keep_in_step(LEAVE_OUT_KEY, journal.settings().leave_apart_out)
    st.toggle(
        "Leave days apart out of comparisons",
        key=LEAVE_OUT_KEY,
        on_change=_leave_out,
        args=(journal,),
    )
    st.caption("Off, they stand beside the others in a colour of their own.")


def _leave_out(journal: Journal) -> None:
    chosen = bool(st.session_state[LEAVE_OUT_KEY])
    attempt(lambda: journal.change_settings(lambda kept: replace(kept, leave_apart_out=chosen)))
