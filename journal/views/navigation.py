"""The way between pages: a bar at the bottom on the phone, at the side on the desktop."""

from collections.abc import Sequence

import streamlit as st


def navigation_bars(pages: Sequence[st.Page]) -> None:
    """Show the same links at the side and at the bottom; the style sheet shows one of them."""
    with st.sidebar, st.container(key="side_nav"):
        for page in pages:
            st.page_link(page, label=page.title, icon=page.icon or None)
    with st.bottom, st.container(key="bottom_bar", horizontal=True, wrap=False, gap=None):
        for page in pages:
            st.page_link(page, label=page.title, icon=page.icon or None)
