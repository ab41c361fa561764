"""Choices the sections of Patterns share: which rating, and the record of how far back."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from journal.analysis.relations.daily import DailyRecord
from journal.analysis.spans import Span, rating_choices, rating_name
from journal.cycle.engine import read_cycles
from journal.cycle.reading import CycleReading
from journal.cycle.record import load_cycle_record, load_recent_record
from journal.domain.journal import ReadableJournal
from journal.views.findings_kept import WORKING, kept_record
from journal.views.patterns_findings_section import SPAN_KEY, SPANS
from journal.views.span_choice import span_choice


def chosen_rating(journal: ReadableJournal, key: str) -> str:
    """Let her choose one rating; the choice stays while she looks at other pages."""
    choices = rating_choices(journal)
    with st.container(key=f"chips_{key.replace('.', '_')}"):
        chosen = st.pills(
            "Rating",
            choices,
            format_func=rating_name,
            default=choices[0],
            key=key,
            required=True,
            label_visibility="collapsed",
            persist_state="session",
        )
    return chosen or choices[0]


def one_of(label: str, names: dict[str, str], key: str) -> str:
    """Let her choose one of a few, the first until she has."""
    values: Sequence[str] = list(names)
    with st.container(key=f"choice_{key.replace('.', '_')}"):
        chosen = st.segmented_control(
            label,
            values,
            format_func=lambda value: names[value],
            default=values[0],
            key=key,
            required=True,
            label_visibility="collapsed",
            persist_state="session",
            width="stretch",
        )
    return chosen or values[0]


def chosen_record(journal: ReadableJournal, today: date) -> tuple[DailyRecord, str]:
    """Let her choose how far back, as in the other sections, and return the record of it."""
    span = span_choice(SPAN_KEY, Span.THREE_YEARS, SPANS)
    with st.spinner(WORKING):
        return kept_record(journal, today, span), span


def reading_of(journal: ReadableJournal, today: date, span: str) -> CycleReading:
    """Read the cycles a span needs; the newest part holds more than three years."""
    load = load_cycle_record if span == Span.ALL else load_recent_record
    return read_cycles(load(journal, today), today)
