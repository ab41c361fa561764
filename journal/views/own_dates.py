"""Dates she names herself: one, two, or two in place of how far back."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.spans import EARLIEST_DATE, Span, chosen_range, dates_between
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange
from journal.views.locale import date_format
from journal.views.span_choice import span_choice

BETWEEN: Final = "Between two dates instead"


def span_or_dates(
    journal: ReadableJournal, today: date, *, key: str, usual: Span, spans: Sequence[Span]
) -> DateRange:
    """Let her choose how far back, or two dates of her own; the choice stays with the session."""
    range_ = chosen_range(journal, span_choice(key, usual, spans), today)
    if not st.toggle(BETWEEN, key=f"{key}.between", persist_state="session"):
        return range_
    # Two dates that are not both there yet are no choice.
    return two_dates(f"{key}.first", f"{key}.last", range_, today) or range_


def two_dates(first_key: str, last_key: str, usual: DateRange, today: date) -> DateRange | None:
    """Ask for a first and a last day, whichever way round; None while one of them is missing."""
    for key, day in ((first_key, usual.start), (last_key, usual.last)):
        st.session_state.setdefault(key, day)
    left, right = st.columns(2)
    with left:
        first = one_date("First day", first_key, today)
    with right:
        last = one_date("Last day", last_key, today)
    return dates_between(first, last, today) if first and last else None


def one_date(
    label: str, key: str, today: date, on_change: Callable[[], None] | None = None
) -> date | None:
    """Ask for a day that is not to come; None while she has named none."""
    chosen = st.date_input(
        label,
        value=None,
        min_value=EARLIEST_DATE,
        max_value=today,
        format=date_format(),
        key=key,
        on_change=on_change,
    )
    return chosen if isinstance(chosen, date) else None
