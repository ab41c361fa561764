"""Charts to take along: chosen on one page, and handed over in one zip."""

from datetime import date

import streamlit as st

from journal.domain.journal import Journal
from journal.views.charts_choice import charts_wish
from journal.views.charts_making import charts_making

WHAT_IT_HOLDS = (
    "Choose charts, and take them as one zip: a picture of each, a drawing for enlarging, a live "
    "page for any browser, the numbers behind it, and an index page. They say what your charts "
    "say on the screen, the names you gave included."
)


def charts_section(journal: Journal, today: date) -> None:
    """Lay out the choices and the making."""
    st.markdown(WHAT_IT_HOLDS)
    charts_making(journal, today, charts_wish(journal))
