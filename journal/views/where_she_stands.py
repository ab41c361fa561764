"""Where she stands on a day: one line, and a quiet one below it."""

from datetime import date

import streamlit as st

from journal.cycle.day_words import beside_words
from journal.cycle.reading import CycleReading, CycleRecord
from journal.cycle.standing import standing_on, standing_words
from journal.views.words import literal


def where_she_stands(record: CycleRecord, reading: CycleReading, day: date, today: date) -> None:
    """Say it."""
    where = standing_on(day, record, reading)
    with st.container(key="standing", gap=None):
        st.markdown(literal(standing_words(where)))
        if beside := beside_words(where, reading, day, today):
            st.caption(literal(beside))
