"""One finding as a line to tap: behind it the days it rests on, and the days before and after."""

from datetime import date

import streamlit as st

from journal.analysis.relations.answers import Finding
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.days_behind import days_behind
from journal.analysis.relations.lags import lag_effects
from journal.analysis.relations.questions import RelationQuestion
from journal.analysis.relations.words import finding_words, question_code
from journal.charts.days_behind_words import days_behind_chart
from journal.charts.lag_effects_words import lag_effects_chart
from journal.views.chart_card import chart_card
from journal.views.words import literal


@st.fragment
def finding_card(finding: Finding, record: DailyRecord, today: date) -> None:
    """Show the sentence; what is behind it is worked out when it is opened."""
    question = finding.answer.question
    key = f"patterns.finding.{question_code(question)}"
    said = literal(finding_words(finding, record.names))
    opened = st.expander(said, key=key, on_change="rerun")
    if not opened.open:
        return
    with opened:
        what_is_behind(finding, record, today, key=key)


def what_is_behind(finding: Finding, record: DailyRecord, today: date, *, key: str) -> None:
    """Show the days a finding rests on and, where they can be told, the days before and after.

    Args:
        finding: Of this record.
        record: Laid out.
        today: Names files whose numbers carry no dates.
        key: Unique on the page.
    """
    question = finding.answer.question
    behind = days_behind(record, question)
    chart_card(days_behind_chart(behind, record.names), key=f"{key}.days", today=today)
    if isinstance(question, RelationQuestion):
        lags = lag_effects(record, question.outcome, question.exposure)
        chart_card(lag_effects_chart(lags, record.names), key=f"{key}.lags", today=today)
