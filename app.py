"""The composition root: where the rooms of the journal are joined."""

import streamlit as st

from journal.web.application import build_application

app = st.App(**build_application())


def run_script() -> None:
    """Draw the page a reader asked for; Streamlit calls this on every interaction."""
    st.title("Tending")
    st.write("The journal is being set up.")
