"""What a reader is told when the program fails; the traceback goes to the terminal alone."""

import streamlit as st

SENTENCE = (
    "Something in Tending went wrong, and this page could not be finished. "
    "Whatever was marked as saved is saved. Reload the page to go on."
)


def tell_reader(_error: Exception) -> bool:
    """Show one plain sentence in place of the error, which Streamlit has logged by now.

    Returns:
        True, so that Streamlit shows nothing of its own.
    """
    st.error(SENTENCE)
    return True
