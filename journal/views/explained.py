"""One tap away: how something on the screen is known, in plain words with its source."""

import html
from collections.abc import Sequence

import streamlit as st


def explained(label: str, paragraphs: Sequence[str], *, key: str) -> None:
    """Offer paragraphs behind a button.

    The words can take the focus, so that arrow keys move what does not fit the screen.
    """
    written = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    with st.container(key=key), st.popover(label, icon=":material/help:", type="tertiary"):
        st.html(
            f'<div class="explained" tabindex="0" role="region" aria-label="{html.escape(label)}">'
            f"{written}</div>"
        )
