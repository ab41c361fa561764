"""What goes into a review she takes to somebody; everything until she leaves something out."""

from typing import Final

import streamlit as st

from journal.analysis.review.words import THEME_NAMES, Theme

THEMES_KEY: Final = "review.themes"


def themes_left_out() -> frozenset[Theme]:
    """Let her choose; the choice stays while the page is open."""
    codes = [theme.value for theme in Theme]
    with st.popover("What goes in", key="review.themes_open", type="tertiary"):
        chosen = st.pills(
            "What goes into this review",
            codes,
            format_func=lambda code: THEME_NAMES[Theme(code)],
            selection_mode="multi",
            default=codes,
            key=THEMES_KEY,
            persist_state="session",
        )
    return frozenset(theme for theme in Theme if theme.value not in chosen)
