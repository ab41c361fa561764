"""The mark of an example journal, on every page while it is open, and the way to the other one."""

from typing import Final

import streamlit as st

from journal.views.state import Example, show_example, shown_example

WHO: Final = {
    Example.CYCLES: "A year of regular cycles",
    Example.CHANGE: "Three years, from regular cycles into menopause",
}
OTHER: Final = {
    Example.CYCLES: (Example.CHANGE, "See menopause"),
    Example.CHANGE: (Example.CYCLES, "See regular cycles"),
}


def example_banner() -> None:
    """Say that this is an example, and offer the way back."""
    shown = shown_example()
    if shown is None:
        return
    other, words = OTHER[shown]
    with st.container(key="example_banner", border=True):
        st.markdown(
            f"**Example journal.** {WHO[shown]} of an invented person; nothing you tap is kept."
        )
        with st.container(key="example_choice", horizontal=True):
            st.button("Leave the example", key="example.leave", on_click=show_example, args=(None,))
            st.button(
                words,
                key="example.other",
                type="tertiary",
                on_click=show_example,
                args=(other,),
            )
