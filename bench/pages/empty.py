"""The floor for a first paint: one line of text."""

import gc

import streamlit as st


@st.cache_resource
def settle() -> None:
    """Freeze what was imported, once per process; collecting it again costs more than the page."""
    gc.collect()
    gc.freeze()


settle()
st.text("Nothing here")
