"""Compare two: any two measures she picks, the same day and the days after, in both directions."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.relations.answers import NotYet, Reply
from journal.analysis.relations.any_two import AnyTwo, any_two
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.findings import alone
from journal.analysis.relations.lags import lag_effects
from journal.analysis.relations.measure_words import measure_name
from journal.analysis.relations.method_words import HOW_COMPARED_ALONE, HOW_WORKED_OUT
from journal.analysis.relations.scope import measures_held
from journal.analysis.relations.waiting_words import waiting_words
from journal.analysis.relations.words import finding_words
from journal.analysis.spans import Span
from journal.charts.days_behind_words import days_behind_chart
from journal.charts.lag_effects_words import lag_effects_chart
from journal.domain.journal import Journal
from journal.domain.labels import counted
from journal.views.chart_card import chart_card
from journal.views.explained import explained
from journal.views.findings_kept import WORKING, kept_record, looks_so_far
from journal.views.patterns_findings_section import SPAN_KEY, SPANS
from journal.views.span_choice import span_choice
from journal.views.words import literal

FIRST_KEY: Final = "patterns.two.first"
SECOND_KEY: Final = "patterns.two.second"
TOO_FEW: Final = "Two things to compare appear here once you have noted two."
SAME: Final = "Choose two different things."


def any_two_section(journal: Journal, today: date) -> None:
    """Show two measures of a span beside each other."""
    span = span_choice(SPAN_KEY, Span.THREE_YEARS, SPANS)
    with st.spinner(WORKING):
        record = kept_record(journal, today, span)
    measures = measures_held(record)
    if len(measures) < len((FIRST_KEY, SECOND_KEY)):
        st.markdown(TOO_FEW)
        return
    first = _choice("Compare", measures, 0, FIRST_KEY, record)
    second = _choice("with", measures, 1, SECOND_KEY, record)
    if first == second:
        st.markdown(SAME)
        return
    _pair(journal, any_two(record, first, second), record, today)


def _choice(label: str, measures: Sequence[str], usual: int, key: str, record: DailyRecord) -> str:
    chosen = st.selectbox(
        label,
        measures,
        index=usual,
        format_func=lambda code: measure_name(code, record.names),
        key=key,
        persist_state="session",
    )
    return chosen or measures[usual]


def _pair(journal: Journal, found: AnyTwo, record: DailyRecord, today: date) -> None:
    looks = looks_so_far(journal, (found.first, found.second))
    st.caption(
        f"You chose this pair, so its {counted(found.asked, 'question')} stand alone. "
        f"{counted(looks, 'pair')} looked at so far: of many, some look sure by chance."
    )
    explained(
        "What looking at many pairs means",
        (HOW_COMPARED_ALONE, *HOW_WORKED_OUT),
        key="patterns.two.explained",
    )
    _answers("The same day", (found.same_day, found.same_day_reverse), record)
    _answers("The days after", (found.days_after, found.days_after_reverse), record)
    key = f"patterns.two.{found.first}.{found.second}".replace(":", "_")
    chart_card(days_behind_chart(found.behind, record.names), key=f"{key}.days", today=today)
    lags = lag_effects(record, found.first, found.second)
    chart_card(lag_effects_chart(lags, record.names), key=f"{key}.lags", today=today)


def _answers(title: str, replies: Sequence[Reply], record: DailyRecord) -> None:
    st.header(title, anchor=False)
    st.markdown("\n".join(f"- {literal(_words(reply, record))}" for reply in replies))


def _words(reply: Reply, record: DailyRecord) -> str:
    if isinstance(reply, NotYet):
        return waiting_words(reply, record.names)
    return finding_words(alone(reply), record.names)
