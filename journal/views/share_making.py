"""The file that is handed over: sealed with a passphrase, or open if she insists."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from journal.exchange.record.passphrases import weakness
from journal.views.new_passphrase import new_passphrase
from journal.views.one_choice import one_choice
from journal.views.state import in_example
from journal.views.words import literal

SEALED, OPEN = "Sealed", "Open"
KIND_KEY: Final = "share.kind"
FILE_KEY: Final = "share.file"
HOW: Final = (
    "One page with live charts. It opens in a browser without a network, and sends nothing "
    "anywhere. Give the passphrase by another way than the file: say it, or write it on paper."
)
OPEN_WORDS: Final = (
    "An open file has no passphrase. Whoever gets hold of it, now or in ten years, can read all of "
    "it: on their device, in their mail, in a copy of either."
)

OF_AN_EXAMPLE: Final = (
    "This is the example: the file shows the days of an invented person, and does not say so."
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
    kinds = {SEALED: SEALED, OPEN: OPEN}
    kind = one_choice("Sealed with a passphrase, or open", kinds, key=KIND_KEY, usual=SEALED)
    passphrase = None if kind == OPEN else _passphrase()
    if passphrase is None:
        st.warning(OPEN_WORDS)
    else:
        st.caption(HOW)
    if in_example():
        st.caption(OF_AN_EXAMPLE)
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
    """Ask for one, and say of a weak one that it is."""
    passphrase = new_passphrase(key=FILE_KEY, before="you make the file")
    if passphrase and (why := weakness(passphrase)):
        st.warning(literal(why))
    return passphrase
