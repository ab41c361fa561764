"""A rating over the cycle: her cycles faint, the curve, and the days behind it."""

from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.relations.answers import NotYet
from journal.analysis.relations.cycle_curve import cycle_curve
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.variation import variation_shares
from journal.analysis.relations.variation_words import METHOD, variation_words
from journal.analysis.relations.waiting_words import waiting_words
from journal.charts.cycle_curve_words import HOW_DRAWN, cycle_curve_chart
from journal.domain.journal import Journal
from journal.views.chart_card import chart_card
from journal.views.explained import explained
from journal.views.findings_kept import WORKING
from journal.views.patterns_choices import chosen_rating, chosen_record, one_of
from journal.views.words import literal

RATING_KEY: Final = "patterns.cycle.rating"
SHAPE_KEY: Final = "patterns.cycle.shape"
ROUND: Final = "round"
SHAPES: Final = {"line": "Along a line", ROUND: "Round"}


def cycle_section(journal: Journal, today: date) -> None:
    """Show one rating over the cycle, and how much of it goes with the cycle at all."""
    record, _ = chosen_record(journal, today)
    code = chosen_rating(journal, RATING_KEY)
    polar = one_of("Drawn", SHAPES, SHAPE_KEY) == ROUND
    with st.spinner(WORKING):
        curve = cycle_curve(record, code)
    chart = cycle_curve_chart(curve, record.names, polar=polar)
    chart_card(chart, key="patterns.cycle.curve", today=today)
    explained("How the curve is drawn", HOW_DRAWN, key="patterns.cycle.explained")
    if not isinstance(curve, NotYet):  # the same days are missing for both
        _variation(record, code)


def _variation(record: DailyRecord, code: str) -> None:
    with st.container(border=True, key="card_variation"):
        st.header("The cycle and everything else", anchor=False)
        with st.spinner(WORKING):
            found = variation_shares(record, code)
        if isinstance(found, NotYet):
            words = waiting_words(found, record.names)
        else:
            words = variation_words(found, record.names)
        st.markdown(literal(words))
        explained("How this is counted", METHOD, key="patterns.cycle.variation_explained")
