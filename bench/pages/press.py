"""The floor for a press: one button, one line that answers it, on a tuned page and nothing else."""

import gc

import streamlit as st


@st.cache_resource
def settle() -> None:
    """Freeze what was imported, once per process; collecting it again costs more than the page."""
    gc.collect()
    gc.freeze()


settle()
st.session_state.setdefault("presses", 0)
if st.button("Press", key="press"):
    st.session_state.presses += 1
with st.container(key="answer"):
    st.text(f"Pressed {st.session_state.presses} times")
