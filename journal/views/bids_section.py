"""Bids: how they are met, over time and by phase, who starts, and the phone."""

from datetime import date
from typing import Final

from journal.analysis.bids import bid_overview
from journal.analysis.spans import Span, chosen_range
from journal.charts.bids_rows_words import bids_by_group_chart, starts_chart
from journal.charts.bids_words import bids_chart
from journal.connection.bids_words import WHAT_IS_KNOWN
from journal.cycle.engine import read_cycles
from journal.cycle.record import load_cycle_record, load_recent_record
from journal.domain.journal import Journal
from journal.views.chart_card import chart_card
from journal.views.explained import explained
from journal.views.replies_placed import PageReplies, replies_under_chart
from journal.views.span_choice import span_choice

SPAN_KEY: Final = "connection.bids.span"


def bids_section(journal: Journal, today: date, written: PageReplies | None = None) -> None:
    """Show the bids of a span."""
    span = span_choice(SPAN_KEY, Span.ONE_YEAR)
    range_ = chosen_range(journal, span, today)
    # The newest part holds more than three years, the longest span but the whole.
    load = load_cycle_record if span == Span.ALL else load_recent_record
    reading = read_cycles(load(journal, today), today)
    found = bid_overview(journal, range_, reading, today)
    chart = bids_chart(found)
    chart_card(chart, key="bids.over_time", today=today)
    replies_under_chart(written, chart)
    explained("What is known about bids", WHAT_IS_KNOWN, key="bids.explained")
    if found.drawn_whole:
        chart_card(bids_by_group_chart(found), key="bids.by_group", today=today)
    chart_card(starts_chart(found), key="bids.starts", today=today)
