"""A passphrase for something that is given away: typed twice, or offered and written down."""

import streamlit as st

from journal.exchange.record.passphrases import offered_passphrase
from journal.exchange.record.sealing import plain_passphrase

NOT_THE_SAME = "The two are not the same yet."


def new_passphrase(*, key: str, before: str) -> str:
    """Ask for it twice, so that a slip locks nobody out; return it, or nothing until both agree.

    Args:
        key: Unique on the page; every widget begins with it.
        before: What to write it down before, as in "Write it down before …".
    """
    st.button("Suggest a passphrase", key=f"{key}.suggest", on_click=_suggest, args=(key,))
    suggested = st.session_state.get(f"{key}.suggested")
    if suggested and suggested == st.session_state.get(f"{key}.typed"):
        st.code(suggested, language=None)
        st.caption(f"It is filled in below. Write it down before {before}.")
    # Without a form, one typed by keyboard alone would not arrive.
    with st.form(f"{key}.form", border=False):
        typed = [
            plain_passphrase(
                st.text_input(
                    label, type="password", key=f"{key}.{name}", autocomplete="new-password"
                )
            )
            for label, name in (("Passphrase", "typed"), ("Once more", "again"))
        ]
        st.form_submit_button("Use this passphrase", key=f"{key}.use")
    if len(set(typed)) == 1:
        return typed[0]
    if all(typed):
        st.caption(NOT_THE_SAME)
    return ""


def forget_passphrase(key: str) -> None:
    """Forget what was typed or suggested under a key."""
    for name in ("typed", "again", "suggested"):
        st.session_state.pop(f"{key}.{name}", None)


def _suggest(key: str) -> None:
    """Fill a new passphrase into both fields and show it to be written down."""
    offered = offered_passphrase()
    for name in ("typed", "again", "suggested"):
        st.session_state[f"{key}.{name}"] = offered
