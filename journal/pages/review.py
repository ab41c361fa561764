"""Review: a span she picks beside the one before it, for herself, for paper, or for her coach."""

from datetime import date

import streamlit as st

from journal.analysis.review.review import review, with_findings
from journal.analysis.review.words import Theme, matters_part, review_parts
from journal.analysis.spans import Span
from journal.cycle.engine import read_cycles
from journal.cycle.record import load_cycle_record
from journal.domain.journal import Journal
from journal.views.findings_kept import kept_findings
from journal.views.replies_placed import replies_left, replies_of_page, replies_under_part
from journal.views.reply_places import PARTS_OF_PAGES
from journal.views.review_away import take_along
from journal.views.review_document import document_head, document_parts
from journal.views.review_span import ASK_CONVERSATION, review_span
from journal.views.review_themes import themes_left_out


def render(journal: Journal, today: date) -> None:
    """Lay out the page."""
    st.title("Review", anchor=False)
    _review(journal, today)


@st.fragment
def _review(journal: Journal, today: date) -> None:
    record = load_cycle_record(journal, today)
    reading = read_cycles(record, today)
    with st.container(key="screen_only_choices"):
        span = review_span(journal, record, reading, today)
        left_out = themes_left_out()
    written = replies_of_page(journal, today, "review")
    if span is None:
        st.markdown(f"{ASK_CONVERSATION} Name a day, and everything since then is gathered here.")
        replies_left(written)
        return
    made = review(journal, record, reading, span)
    document_head(made)
    document_parts(review_parts(made, left_out=left_out), made, today)
    if made.nothing:
        replies_left(written)
        return
    if Theme.MATTERS not in left_out:
        # The findings of years take longest, and stand last, so that the rest is there at once.
        kept = kept_findings(journal, today, Span.THREE_YEARS.value)
        made = with_findings(made, kept.found, kept.record)
        document_parts(matters_part(made), made, today)
    replies_under_part(written, *PARTS_OF_PAGES["review"])
    take_along(journal, made, left_out)
