"""A rating before and after a change: one she recorded, or any date of her own."""

from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.relations.before_after import before_after
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.questions import ChangeSource, DatedChange
from journal.analysis.spans import EARLIEST_DATE, Span
from journal.charts.before_after_words import (
    HOW_ASKED,
    HOW_LAID,
    HOW_READ,
    before_after_chart,
    change_words,
)
from journal.domain.journal import Journal
from journal.views.chart_card import chart_card
from journal.views.explained import explained
from journal.views.findings_kept import kept_record
from journal.views.locale import date_format
from journal.views.patterns_choices import chosen_rating, one_of

RATING_KEY: Final = "patterns.changes.rating"
CHANGE_KEY: Final = "patterns.changes.change"
DATE_KEY: Final = "patterns.changes.date"
REACH_KEY: Final = "patterns.changes.reach"
REACHES: Final = {"90": "3 months", "180": "6 months", "365": "1 year"}
OWN: Final = "A date of my own"
NO_CHANGE: Final = (
    "Note under “More” what changed, a therapy, a move or a stage, and it can be chosen here. "
    "Until then, choose a date of your own."
)

NO_DATE: Final = "Choose the first day after what changed, and both sides of it appear here."


def changes_section(journal: Journal, today: date) -> None:
    """Show one rating around one change."""
    record = kept_record(journal, today, Span.ALL)
    change = _chosen_change(record, today)
    code = chosen_rating(journal, RATING_KEY)
    reach = int(one_of("On each side", REACHES, REACH_KEY))
    if change is None:
        st.markdown(NO_DATE)
        return
    found = before_after(record, code, change, reach)
    chart_card(before_after_chart(found, record.names), key="patterns.changes.sides", today=today)
    explained("How this is worked out", [HOW_LAID, HOW_ASKED, HOW_READ], key="patterns.changes_how")


def _chosen_change(record: DailyRecord, today: date) -> DatedChange | None:
    """Let her choose a change, the newest until she has; None while no date is given."""
    known = {_key(change): change for change in reversed(record.changes)}
    if not known:
        st.caption(NO_CHANGE)
    names = {key: change_words(change) for key, change in known.items()} | {OWN: OWN}
    chosen = st.selectbox(
        "Before and after",
        list(names),
        format_func=lambda key: names.get(key, key),
        key=CHANGE_KEY,
        persist_state="session",
    )
    if chosen in known:
        return known[chosen]
    day = st.date_input(
        "The first day after it",
        value=None,
        min_value=EARLIEST_DATE,
        max_value=today,
        format=date_format(),
        key=DATE_KEY,
        persist_state="session",
    )
    return None if day is None else DatedChange(day, OWN, ChangeSource.OWN)


def _key(change: DatedChange) -> str:
    return f"{change.day.isoformat()} {change.source.value} {change.name}"
