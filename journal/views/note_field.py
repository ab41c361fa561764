"""A text that saves itself while it is being written."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from journal.views.components import load_component

_NOTE: Final = load_component("note")


def note_field(
    label: str,
    *,
    text: str | None,
    longest: int,
    key: str,
    save: Callable[[str], None],
    placeholder: str = "",
) -> None:
    """Show a text field that hands over what stands in it a moment after the last key.

    Args:
        text: What is stored.
        longest: The most characters it takes.
        save: Called with the new text.
    """

    def changed() -> None:
        save(st.session_state[key].get("text") or "")

    _NOTE(
        key=key,
        data=[
            {
                "label": label,
                "text": text or "",
                "longest": longest,
                "placeholder": placeholder,
            }
        ],
        on_text_change=changed,
    )
