"""The mark of the example journal, on every page while it is open."""

import streamlit as st

from journal.views.state import in_example, show_example


def example_banner() -> None:
    """Say that this is an example, and offer the way back."""
    if not in_example():
        return
    with st.container(key="example_banner", border=True, horizontal=True):
        st.markdown("**Example journal.** An invented person’s; nothing you tap here is kept.")
        st.button(
            "Leave the example",
            key="example.leave",
            on_click=show_example,
            kwargs={"shown": False},
        )
