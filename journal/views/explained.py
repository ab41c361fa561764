"""One tap away: how something on the screen is known, in plain words with its source."""

from collections.abc import Sequence

import streamlit as st

from journal.views.words import literal


def explained(label: str, paragraphs: Sequence[str], *, key: str) -> None:
    """Offer paragraphs behind a button; they are words of the journal, never hers."""
    with st.container(key=key), st.popover(label, icon=":material/help:", type="tertiary"):
        for paragraph in paragraphs:
            st.markdown(literal(paragraph))
