"""Which days are shared: a span up to today, own dates, and whether they move on."""

from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.spans import (
    EARLIEST_DATE,
    SPAN_NAMES,
    Span,
    chosen_range,
    dates_between,
)
from journal.domain.grants import Passes
from journal.domain.journal import ReadableJournal
from journal.domain.labels import counted
from journal.domain.ranges import DateRange
from journal.views.locale import date_format
from journal.views.one_choice import one_choice

SPAN_KEY: Final = "share.span"
FIRST_KEY, LAST_KEY = "share.first", "share.last"
ROLLING_KEY: Final = "share.rolling"
OWN_DATES: Final = "own_dates"
STAYING: Final = "These days stay the same; days to come are not shown."
_SPANS: Final = (Span.ONE_MONTH, Span.THREE_MONTHS, Span.SIX_MONTHS, Span.ONE_YEAR, Span.ALL)


def share_days(journal: ReadableJournal, today: date, *, may_roll: bool) -> Passes:
    """Let her choose, and return the days; nothing else passes by what is returned.

    Args:
        journal: Whose it is.
        today: The date where she is.
        may_roll: They may move on as days go by; those of a file cannot.
    """
    names = {span.value: SPAN_NAMES[span] for span in _SPANS} | {OWN_DATES: "Own dates"}
    chosen = one_choice("Which days", names, key=SPAN_KEY, usual=Span.SIX_MONTHS)
    own = chosen == OWN_DATES
    dates = _own_dates(today) if own else chosen_range(journal, chosen, today)
    may_roll_now = may_roll and not own and chosen != Span.ALL
    if may_roll_now and _rolling(len(dates)):
        return Passes(rolling_days=len(dates))
    if may_roll:
        st.caption(STAYING)
    return Passes(dates=dates)


def _rolling(days: int) -> bool:
    return st.toggle(
        f"Moving on: always the last {counted(days, 'day')}",
        value=True,
        key=ROLLING_KEY,
        persist_state="session",
    )


def _own_dates(today: date) -> DateRange:
    left, right = st.columns(2)
    with left:
        first = _date("First day", FIRST_KEY, today)
    with right:
        last = _date("Last day", LAST_KEY, today)
    return dates_between(first, last, today)


def _date(label: str, key: str, today: date) -> date:
    st.session_state.setdefault(key, today)
    return st.date_input(
        label, min_value=EARLIEST_DATE, max_value=today, format=date_format(), key=key
    )
