"""Her data as open files: tables for a spreadsheet, and the complete record."""

from datetime import date
from functools import partial

import streamlit as st

from journal.domain.journal import Journal
from journal.exchange.record.backup import JSON_MIME, record_file, record_name
from journal.exchange.record.tables import ZIP_MIME, tables_name, tables_zip


def data_section(journal: Journal, today: date) -> None:
    """Offer both, each with what it holds."""
    st.markdown(
        "Everything you recorded, in open formats that other programs read. **Whoever has these "
        "files can read them**, notes included."
    )
    with st.container(border=True, key="card_tables"):
        st.header("Tables for a spreadsheet", anchor=False)
        st.markdown(
            "A zip with one row for each day, each moment and each thing that lasted a while, and "
            "a page that explains the columns."
        )
        st.download_button(
            "Take the tables (CSV)",
            data=partial(tables_zip, journal, today),
            file_name=tables_name(today),
            mime=ZIP_MIME,
            key="data.tables",
            icon=":material/table:",
            on_click="ignore",
            width="stretch",
        )
    with st.container(border=True, key="card_record"):
        st.header("The complete record", anchor=False)
        st.markdown(
            "One file with all of it: days, moments, what lasted a while, stages, intentions, your "
            "own words, your settings, what you share and what was written back, and the history "
            "of every change. It can be restored. Only what opens something is not in it: links, "
            "and the address of a calendar."
        )
        st.download_button(
            "Take the complete record (JSON)",
            data=partial(record_file, journal, today),
            file_name=record_name(today),
            mime=JSON_MIME,
            key="data.record",
            icon=":material/data_object:",
            on_click="ignore",
            width="stretch",
        )
    st.caption("“Bring along” reads the tables and the record again, into this or another journal.")
