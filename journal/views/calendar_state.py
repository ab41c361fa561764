"""Which month the calendar stands at in this open page, and whether it shows a month or a year."""

from datetime import date
from typing import Final

import streamlit as st

MONTH: Final = "Month"
YEAR: Final = "Year"
SPANS: Final = (MONTH, YEAR)
SPAN_KEY: Final = "calendar.span"
_SHOWN: Final = "calendar.shown_month"


def shown_month(today: date) -> date:
    """Return the first date of the month to show; this month until she turns to another."""
    kept = st.session_state.get(_SHOWN)
    return date.fromisoformat(kept) if kept else today.replace(day=1)


def turn_to(month: date) -> None:
    """Show this month, or the year it lies in, from now on."""
    st.session_state[_SHOWN] = month.replace(day=1).isoformat()


def open_month(month: date) -> None:
    """Leave the year for one of its months; to be called before the page is drawn."""
    turn_to(month)
    st.session_state[SPAN_KEY] = MONTH


def shown_span() -> str:
    """Return `MONTH` or `YEAR`, and begin with the month."""
    st.session_state.setdefault(SPAN_KEY, MONTH)
    return str(st.session_state[SPAN_KEY])
