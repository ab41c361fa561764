"""A reply that came as a file: chosen, opened with the passphrase of its file, brought in."""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

import streamlit as st

from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.domain.labels import counted
from journal.domain.replies import Reply
from journal.exchange.record.sealing import plain_passphrase
from journal.views.reply_words import recipients
from journal.views.words import literal

LARGEST_MB: Final = 8
_ROUND: Final = "share.reply_file.round"
_TOLD: Final = "share.reply_file.told"
WHAT_IT_IS: Final = (
    "Whoever reads a file of yours can write back in a file of its own. Choose it here, and what "
    "is in it stands above and where it belongs. The file is not kept."
)
SEALED: Final = "This reply is sealed with the passphrase of the file it answers."

Read: TypeAlias = Callable[[bytes, str], tuple[str, Sequence[Reply]] | None]


def reply_file(journal: Journal, read: Read) -> None:
    """Offer to bring one in.

    Args:
        journal: Hers.
        read: Returns the grant a file answers and what it says; None where it is sealed and the
            passphrase is empty. It raises a `JournalError` where it cannot be read.
    """
    _tell()
    st.markdown(WHAT_IT_IS)
    chosen = st.file_uploader(
        "Choose a reply file",
        key=f"share.reply_file.{st.session_state.get(_ROUND, 0)}",
        max_upload_size=LARGEST_MB,
    )
    if chosen is None:
        return
    content = chosen.getvalue()
    try:
        sealed = read(content, "") is None
    except JournalError as failure:
        st.error(literal(str(failure)))
        return
    with st.form(f"share.reply_file.form.{chosen.file_id}", border=False):
        typed = _passphrase() if sealed else ""
        asked = st.form_submit_button("Bring it in", key="share.reply_file.take", type="primary")
    if asked:
        _take(journal, read, content, typed)


def _passphrase() -> str:
    st.caption(SEALED)
    key = "share.reply_file.passphrase"
    typed = st.text_input("Its passphrase", type="password", key=key, autocomplete="off")
    return plain_passphrase(typed)


def _take(journal: Journal, read: Read, content: bytes, passphrase: str) -> None:
    """Keep what is in it, and put the file away; a failure leaves it where it is."""
    try:
        with st.spinner("Opening the reply …"):
            found = read(content, passphrase)
        if found is None:
            st.caption("Please type the passphrase first.")
            return
        grant_id, replies = found
        fresh = journal.take_replies(grant_id, replies)
    except JournalError as failure:
        st.error(literal(str(failure)))
        return
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state[_TOLD] = _taken_words(fresh, recipients(journal)[grant_id])
    st.rerun()


def _taken_words(fresh: int, who: str) -> str:
    if not fresh:
        return "Everything in that file was here already."
    return f"Brought in: {counted(fresh, 'reply', 'replies')} from {who}."


def _tell() -> None:
    if told := st.session_state.pop(_TOLD, None):
        st.success(literal(told))
