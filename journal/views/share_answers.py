"""What somebody wrote before, and her answers: to go along in a new file, if she likes."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from journal.domain.grants import given_to
from journal.domain.journal import Journal
from journal.domain.labels import counted
from journal.domain.replies import Reply
from journal.views.words import literal


def answers_along(journal: Journal, recipient: str) -> Callable[[], Sequence[Reply]]:
    """Offer to put them into the file; return what reads those that go along.

    A link shows her answers by itself; whoever was sent a file hears of them with the next one.
    They are read when the file is written: she may answer or remove one after this was drawn.
    """
    written = _written_by(journal, recipient)
    if not written:
        return tuple
    along = st.toggle(
        "With what they wrote before, and my answers",
        value=True,
        key="share.answers",
        persist_state="session",
    )
    name = " ".join(recipient.split())
    said = f"{counted(len(written), 'reply', 'replies')} by {name}, shown to them on their desk."
    st.caption(literal(said))
    return partial(_written_by, journal, recipient) if along else tuple


def _written_by(journal: Journal, recipient: str) -> Sequence[Reply]:
    """Return what was written by anything that was given to somebody of that name."""
    ids = given_to(recipient, journal.grants())
    return tuple(reply for reply in journal.replies() if reply.grant_id in ids) if ids else ()
