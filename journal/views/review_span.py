"""Which days a review is about: a few usual spans, the last conversation, or dates of her own."""

from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.review.spans import (
    ReviewKind,
    ReviewSpan,
    last_month,
    own_dates,
    since_conversation,
    this_cycle,
)
from journal.analysis.review.words import KIND_NAMES
from journal.analysis.spans import EARLIEST_DATE
from journal.cycle.reading import CycleReading, CycleRecord
from journal.domain.journal import Journal
from journal.views.attempt import attempt
from journal.views.own_dates import one_date, two_dates
from journal.views.state import keep_in_step

KIND_KEY: Final = "review.kind"
CONVERSATION_KEY: Final = "review.conversation"
FIRST_KEY: Final = "review.first"
LAST_KEY: Final = "review.last"
ASK_CONVERSATION: Final = "When did you last talk?"


def review_span(
    journal: Journal, record: CycleRecord, reading: CycleReading, today: date
) -> ReviewSpan | None:
    """Let her choose; None while a date is still to be named."""
    month, cycle = last_month(today), this_cycle(record, reading)
    kinds = [kind for kind in ReviewKind if cycle or kind is not ReviewKind.THIS_CYCLE]
    kind = _kind(kinds)
    if kind is ReviewKind.THIS_CYCLE and cycle:
        return cycle
    if kind is ReviewKind.SINCE_CONVERSATION:
        return since_conversation(_conversation(journal, today), today)
    return _own(month, today) if kind is ReviewKind.OWN_DATES else month


def _kind(kinds: list[ReviewKind]) -> ReviewKind:
    # What was chosen may be gone: the cycle ends, and another journal has none.
    kept = st.session_state.get(KIND_KEY)
    if kept is not None and kept not in kinds:
        del st.session_state[KIND_KEY]
    with st.container(key="choice_review_kind"):
        chosen = st.segmented_control(
            "Review",
            [kind.value for kind in kinds],
            format_func=lambda value: KIND_NAMES[ReviewKind(value)],
            default=ReviewKind.LAST_MONTH.value,
            key=KIND_KEY,
            required=True,
            persist_state="session",
            width="stretch",
            label_visibility="collapsed",
        )
    return ReviewKind(chosen or ReviewKind.LAST_MONTH)


def _conversation(journal: Journal, today: date) -> date | None:
    """Ask for the day of the last conversation, and keep it for the next review."""
    kept = journal.settings().last_conversation
    stored = kept if kept and EARLIEST_DATE <= kept <= today else None
    keep_in_step(CONVERSATION_KEY, stored)

    def save() -> None:
        day = st.session_state[CONVERSATION_KEY]
        attempt(lambda: journal.change_settings(lambda now: replace(now, last_conversation=day)))

    return one_date(ASK_CONVERSATION, CONVERSATION_KEY, today, on_change=save)


def _own(usual: ReviewSpan, today: date) -> ReviewSpan | None:
    chosen = two_dates(FIRST_KEY, LAST_KEY, usual.range_, today)
    return own_dates(chosen) if chosen else None
