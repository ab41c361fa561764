"""The way between pages: a bar at the bottom on the phone, at the side on the desktop.

A thumb finds six places; the pages of charts share one of them, and a switch above each leads to
the others.
"""

from collections.abc import Sequence
from typing import Final

import streamlit as st

CHARTS_ICON: Final = ":material/show_chart:"


def navigation_bars(
    pages: Sequence[st.Page], *, charts: Sequence[st.Page], opened: st.Page
) -> None:
    """Show the links at the side and at the bottom; the style sheet shows one of them.

    Args:
        pages: All pages, in order.
        charts: Those of them that share one place at the bottom.
        opened: The page she is on.
    """
    with st.sidebar, st.container(key="side_nav"):
        for page in pages:
            st.page_link(page, label=page.title, icon=page.icon or None)
        _hide("hide_side")
    with st.bottom, st.container(key="bottom_bar", horizontal=True, wrap=False, gap=None):
        for page in pages:
            if page not in charts:
                st.page_link(page, label=page.title, icon=page.icon or None)
            elif page is charts[0]:
                # The link to the page she is on is the one that is marked.
                there = opened if opened in charts else page
                st.page_link(there, label="Charts", icon=CHARTS_ICON)
        _hide("hide_bar")
    if opened in charts:
        with st.container(key="chart_pages", horizontal=True, wrap=False, gap="small"):
            for page in charts:
                st.page_link(page, label=page.title, icon=page.icon or None)


def _hide(key: str) -> None:
    """Draw the button that `hide.js` answers in the browser, without asking here."""
    st.button("Hide the screen", key=key, icon=":material/visibility_off:", type="tertiary")
