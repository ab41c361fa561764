"""A link that came back from a backup: it opens nothing, and a new one is made in its place."""

from typing import Final

import streamlit as st

from journal.domain.errors import JournalError
from journal.domain.grants import Grant
from journal.domain.journal import Journal
from journal.views.journal_address import only_on_this_machine
from journal.views.new_passphrase import forget_passphrase, new_passphrase
from journal.views.share_link import HERE_ONLY, as_shown, link_shown
from journal.views.state import in_example
from journal.views.words import literal

RENEWED_KEY: Final = "share.renewed"
CAME_BACK: Final = "Came back from a backup; its link opens nothing any more."
WHAT_STAYS: Final = (
    "A new link lets the same person read the same, and ends when this one would have. What they "
    "wrote, and when they opened it, stays here."
)
ANOTHER: Final = (
    "The passphrase of the old link did not come back. Choose one, and then make the new link."
)


def renewed_now() -> tuple[str, str] | None:
    """Return the id of the grant that was just renewed and its link, for this one drawing."""
    kept: tuple[str, str] | None = st.session_state.pop(RENEWED_KEY, None)
    return kept


def offer_renewal(journal: Journal, grant: Grant) -> None:
    """Say that a link came back, and offer a new one in its place."""
    st.caption(CAME_BACK)
    if in_example():
        return
    asks = grant.terms.has_passphrase
    key = f"share.renew.{grant.id}"
    if not asks:
        _offer(journal, grant, key, "")
        return
    opened = st.expander("Make a new link", key=f"{key}.open", on_change="rerun")
    if opened.open:
        with opened:
            st.caption(ANOTHER)
            typed = new_passphrase(key=f"{key}.passphrase", before="you make the new link")
            _offer(journal, grant, key, typed)


def show_renewed(secret: str, grant_id: str) -> None:
    """Show the new link, once."""
    with st.container(border=True, key=f"card_renewed_{grant_id}"):
        st.subheader("The new link", anchor=False)
        link_shown(secret)
        if only_on_this_machine():
            st.caption(HERE_ONLY)


def _offer(journal: Journal, grant: Grant, key: str, passphrase: str) -> None:
    st.caption(WHAT_STAYS)
    st.button(
        "Make a new link",
        key=key,
        icon=":material/link:",
        disabled=grant.terms.has_passphrase and not passphrase,
        on_click=_renew,
        args=(journal, grant.id, passphrase),
    )


def _renew(journal: Journal, grant_id: str, passphrase: str) -> None:
    try:
        _, secret = journal.renew_link(grant_id, passphrase=passphrase)
    except JournalError as failure:
        st.toast(literal(str(failure)))
        return
    st.session_state[RENEWED_KEY] = (grant_id, as_shown(secret, asks=bool(passphrase)))
    forget_passphrase(f"share.renew.{grant_id}.passphrase")
