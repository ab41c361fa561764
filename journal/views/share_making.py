"""The file that is handed over: sealed with a passphrase, or open if she insists."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from journal.exchange.record.passphrases import offered_passphrase, weakness
from journal.exchange.record.sealing import plain_passphrase
from journal.views.words import literal

SEALED: Final = "Sealed"
OPEN: Final = "Open"
PASSPHRASE_KEY: Final = "share.passphrase"  # noqa: S105  # a widget's key
SUGGESTED_KEY: Final = "share.suggested"
HOW: Final = (
    "One page with live charts. It opens in a browser without a network, and sends nothing "
    "anywhere. Give the passphrase by another way than the file: say it, or write it on paper."
)
OPEN_WORDS: Final = (
    "An open file has no passphrase. Whoever gets hold of it, now or in ten years, can read all of "
    "it: on their device, in their mail, in a copy of either."
)


def share_making(
    write: Callable[[str | None], bytes],
    name: Callable[[bool], str],
    *,
    note: Callable[[], None],
    missing: str = "",
) -> None:
    """Offer the file.

    Args:
        write: Returns it under a passphrase, or open for None.
        name: Names it, sealed or not.
        note: Called when she takes it.
        missing: What is still needed, in words; empty when nothing is.
    """
    with st.container(key="choice_share_kind"):
        kind = st.segmented_control(
            "Sealed with a passphrase, or open",
            [SEALED, OPEN],
            default=SEALED,
            key="share.kind",
            required=True,
        )
    passphrase = None if kind == OPEN else _passphrase()
    if passphrase is None:
        st.warning(OPEN_WORDS)
    else:
        st.caption(HOW)
    if missing:
        st.caption(missing)
    ready = not missing and passphrase != ""
    st.download_button(
        "Make the open file" if passphrase is None else "Make the sealed file",
        data=lambda: write(passphrase),
        file_name=name(passphrase is not None),
        mime="text/html",
        key="share.make",
        icon=":material/lock_open:" if passphrase is None else ":material/lock:",
        type="primary" if ready else "secondary",
        on_click=note,
        disabled=not ready,
        width="stretch",
    )


def _passphrase() -> str:
    """Ask for one, offer one, and say of a weak one that it is."""
    st.button("Suggest a passphrase", key="share.suggest", on_click=_suggest)
    suggested = st.session_state.get(SUGGESTED_KEY)
    if suggested and suggested == st.session_state.get(PASSPHRASE_KEY):
        st.code(suggested, language=None)
        st.caption("It is filled in below. Write it down before you make the file.")
    with st.form("share.passphrases", border=False):
        typed = st.text_input(
            "Passphrase", type="password", key=PASSPHRASE_KEY, autocomplete="new-password"
        )
        st.form_submit_button("Use this passphrase", key="share.use")
    passphrase = plain_passphrase(typed)
    if passphrase and (why := weakness(passphrase)):
        st.warning(literal(why))
    return passphrase


def _suggest() -> None:
    """Fill a new passphrase in and show it to be written down."""
    offered = offered_passphrase()
    for key in (PASSPHRASE_KEY, SUGGESTED_KEY):
        st.session_state[key] = offered
