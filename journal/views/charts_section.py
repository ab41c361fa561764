"""Charts to take along: chosen on one page, and handed over as files."""

from datetime import date

import streamlit as st

from journal.domain.journal import Journal


def charts_section(journal: Journal, today: date) -> None:  # noqa: ARG001  # a section is given both
    """Say how a chart is taken away."""
    st.markdown("Each chart has a menu *Take away*, with its picture, a live page and its numbers.")
